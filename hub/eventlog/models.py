"""Events and epochs. Written by `delivery/outbox.py` only, read by `read.py`."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Epoch(models.Model):
    """Transaction ids count within one database cluster; this says which cluster the log is in now.

    A new row when the cluster's identity has changed (restore, upgrade, failover).
    """

    epoch = models.SmallIntegerField(primary_key=True)
    cluster = models.TextField()
    began_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        db_table = "event_epoch"


class Event(models.Model):
    """An immutable fact with a place in its tenant's log: (epoch, txid, id).

    The table is partitioned by id: a UUIDv7 carries its time, so a day is a range of ids.
    """

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    epoch = models.SmallIntegerField()
    # xid8 in the table: the inserting transaction, by its database default.
    txid = models.BigIntegerField()
    type = models.TextField()
    # What it is about: the job, endpoint or replay; null for an application's own events.
    subject_id = models.UUIDField(null=True)
    # Stream topics besides the subject's own: `connection:con_…`, `tag:…`.
    topics = ArrayField(models.TextField(), default=list)
    channels = ArrayField(models.TextField(), default=list)
    # The exact bytes that go out in every attempt.
    body = models.BinaryField()
    created_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        db_table = "event"
        managed = False


class Horizon(models.Model):
    """The newest place in a tenant's log of which an event was removed: behind it nothing is missing."""

    tenant_id = models.UUIDField(primary_key=True)
    epoch = models.SmallIntegerField()
    txid = models.BigIntegerField()
    event_id = models.UUIDField()
    moved_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        db_table = "event_horizon"
