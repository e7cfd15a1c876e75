"""Schedules and the times at which they fired: fields and constraints."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now


class Schedule(models.Model):
    """A job that is made again and again. next_at is null while it is paused, and once it never fires again."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+", db_index=False)
    name = models.TextField()
    connection_id = models.UUIDField()
    operation = models.TextField()
    input = models.JSONField(default=dict)
    cron = models.TextField()
    timezone = models.TextField(default="UTC")
    # When the job of the last time has not ended: skip or queue.
    overlap = models.TextField(default="skip")
    # After times that nobody fired at: once or skip.
    catch_up = models.TextField(default="once")
    priority = models.SmallIntegerField(default=5)
    timeout_s = models.FloatField(default=30)
    max_runs = models.SmallIntegerField(default=6)
    tags = ArrayField(models.TextField(), default=list)
    metadata = models.JSONField(default=dict)
    next_at = models.DateTimeField(null=True)
    paused_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "schedule"
        indexes = [
            models.Index("tenant_id", "id", name="schedule_page"),
            models.Index("next_at", name="schedule_due", condition=models.Q(next_at__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "name"], name="schedule_name_once"),
            models.CheckConstraint(condition=models.Q(overlap__in=["skip", "queue"]), name="schedule_overlap_is_known"),
            models.CheckConstraint(
                condition=models.Q(catch_up__in=["once", "skip"]), name="schedule_catch_up_is_known"
            ),
        ]


class Tick(models.Model):
    """A time at which a schedule fired, or should have: one row for each, so that it makes one job."""

    pk = models.CompositePrimaryKey("schedule_id", "fire_at")
    schedule_id = models.UUIDField()
    fire_at = models.DateTimeField()
    tenant_id = models.UUIDField()
    # started; skipped (the last one's job had not ended); missed (too late); refused (see reason).
    outcome = models.TextField()
    reason = models.TextField(default="")
    job_id = models.UUIDField(null=True)
    # Who asked for it; empty when it was time.
    by = models.TextField(default="")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "schedule_tick"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(outcome__in=["started", "skipped", "missed", "refused"]),
                name="schedule_tick_outcome_is_known",
            )
        ]
