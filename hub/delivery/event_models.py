"""Events that do not fit their registered type, or that some filters have yet to see: fields."""

from uuid import UUID

from django.db import models


class EventMisfit(models.Model):
    """What is wrong with one event that was taken all the same; written with it. As new as its id."""

    # The event's.
    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    type = models.TextField()
    # [{"field", "detail"}], as the publisher was told.
    problems = models.JSONField()

    class Meta:
        db_table = "event_misfit"
        indexes = [models.Index("tenant_id", "id", name="event_misfit_newest")]


class LateMatching(models.Model):
    """An event whose publisher's time was up before every payload filter had its turn; gone when all had it."""

    event_id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    # The filters of endpoints up to this one have had theirs.
    matched_to = models.UUIDField(db_default=UUID(int=0))

    class Meta:
        db_table = "late_matching"
