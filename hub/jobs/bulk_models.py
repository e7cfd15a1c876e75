"""Retrying or cancelling many jobs: fields and constraints."""

from django.db import models
from django.db.models.functions import Now


class Bulk(models.Model):
    """A wish to retry, or to cancel, every job that a filter selects. Works through them by id, a slice at a time."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+", db_index=False)
    # retry or cancel
    action = models.TextField()
    selection = models.JSONField()
    reason = models.TextField(default="")
    requested_by = models.TextField()
    # running, finished, cancelled
    state = models.TextField(default="running")
    # What the filter selected when it was asked for.
    total = models.IntegerField()
    # Jobs retried or cancelled, and those that had changed when their turn came.
    done = models.IntegerField(default=0)
    skipped = models.IntegerField(default=0)
    # Jobs up to this one have had their turn.
    position = models.UUIDField()
    # Tenths that were told.
    told = models.SmallIntegerField(default=0)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)
    cancelled_by = models.TextField(default="")

    class Meta:
        db_table = "job_bulk"
        indexes = [
            models.Index("tenant_id", "id", name="job_bulk_page"),
            models.Index("id", name="job_bulk_running", condition=models.Q(state="running")),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(action__in=["retry", "cancel"]), name="job_bulk_action_is_known"),
            models.CheckConstraint(
                condition=models.Q(state__in=["running", "finished", "cancelled"]), name="job_bulk_state_is_known"
            ),
        ]
