"""The numbers kept about jobs: fields and constraints."""

from django.db import models


class JobMinute(models.Model):
    """How many of a tenant's jobs were accepted in that minute, and how many ended how. Kept for some hours."""

    pk = models.CompositePrimaryKey("tenant_id", "at")
    tenant_id = models.UUIDField()
    at = models.DateTimeField()
    accepted = models.IntegerField()
    succeeded = models.IntegerField()
    failed = models.IntegerField()
    cancelled = models.IntegerField()
    expired = models.IntegerField()

    class Meta:
        db_table = "job_minute"
        indexes = [models.Index("at", name="job_minute_at")]


class JobMinuteProgress(models.Model):
    """Every minute before `read_to` was counted at least once. One row."""

    id = models.SmallIntegerField(primary_key=True)
    read_to = models.DateTimeField()

    class Meta:
        db_table = "job_minute_progress"
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="job_minute_progress_is_one_row")]
