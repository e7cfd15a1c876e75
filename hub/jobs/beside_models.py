"""What stands beside jobs: which wait for which, batches, a tenant's limits, and what people did; fields and constraints."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class JobAfter(models.Model):
    """A job that waits until another has ended."""

    pk = models.CompositePrimaryKey("job_id", "after_id")
    job_id = models.UUIDField()
    after_id = models.UUIDField()

    class Meta:
        db_table = "job_after"
        indexes = [models.Index("after_id", name="job_after_dependants")]


class JobBatch(models.Model):
    """Jobs that belong together and whose end is told once."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    tags = ArrayField(models.TextField(), default=list)
    metadata = models.JSONField(default=dict)
    # Accepted jobs; what was refused is counted only.
    total = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    # More jobs may come.
    open = models.BooleanField(default=False)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    # Its jobs by state when it was finished.
    counts = models.JSONField(null=True)

    class Meta:
        db_table = "job_batch"
        indexes = [
            models.Index("tenant_id", "id", name="job_batch_of_tenant"),
            models.Index("id", name="job_batch_unfinished", condition=models.Q(finished_at=None, open=False)),
        ]


class JobPolicy(models.Model):
    """What a tenant, or its operator, has chosen for its jobs; no row for a tenant without limits."""

    tenant = models.OneToOneField("accounts.Tenant", on_delete=models.CASCADE, primary_key=True, related_name="+")
    # Calls at once over all of its connections.
    in_flight = models.IntegerField()

    class Meta:
        db_table = "job_policy"
        constraints = [
            models.CheckConstraint(condition=models.Q(in_flight__gte=1), name="job_policy_in_flight_is_one_or_more")
        ]


class JobChange(models.Model):
    """What somebody did to a job, when and why."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    job_id = models.UUIDField()
    # cancel, resolve:<decision>
    action = models.TextField()
    # key_… or op_…
    by = models.TextField()
    reason = models.TextField(default="")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "job_change"
        indexes = [models.Index("job_id", "id", name="job_change_page")]
