"""Connections, jobs and runs: fields and constraints."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now

from hub.jobs.beside_models import JobAfter, JobBatch, JobChange, JobPolicy
from hub.jobs.bulk_models import Bulk
from hub.jobs.callback_models import Callback, CallbackAddress
from hub.jobs.connection_models import ConnectionToken, ConnectLink, SystemDocument
from hub.jobs.figure_models import JobMinute, JobMinuteProgress
from hub.jobs.schedule_models import Schedule, Tick
from hub.rules.status import JOB_NOT_BEGUN, JOB_NOT_ENDED, JOB_OPEN, JOB_UNDER_WAY, JobStatus
from hub.vault import SealedField

__all__ = [
    "Bulk",
    "Callback",
    "CallbackAddress",
    "ConnectLink",
    "Connection",
    "ConnectionToken",
    "Job",
    "JobAfter",
    "JobBatch",
    "JobChange",
    "JobMinute",
    "JobMinuteProgress",
    "JobPolicy",
    "Run",
    "Schedule",
    "SystemDocument",
    "Tick",
]


class Connection(models.Model):
    """A tenant's configured access to one system. Its lane has the same id."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+")
    name = models.TextField()
    connector = models.TextField()
    base_url = models.TextField(default="")
    config = models.JSONField(default=dict)
    # Sealed JSON; see vault.py.
    credentials = SealedField(null=True, context="connection")
    max_in_flight = models.IntegerField(default=10)
    # {"requests", "window_s"}: no more calls than that begin in any such time, give or take a tenth.
    rate_limit = models.JSONField(null=True)
    disabled_at = models.DateTimeField(null=True)
    # Deleted: no new jobs, hidden, credentials wiped; the row stays for its history.
    deleted_at = models.DateTimeField(null=True)
    # What the last check or run found: unknown, ok, broken.
    health = models.TextField(default="unknown")
    checked_at = models.DateTimeField(null=True)
    last_error = models.JSONField(null=True)
    # Its credentials are not accepted any more: its jobs wait until it is reconnected or resumed.
    broken_at = models.DateTimeField(null=True)
    # Goes up when what its lane remembers counts no more: it was reconnected or resumed.
    fresh_starts = models.IntegerField(default=0, db_default=0)
    # When the consent ends and a person is needed, as far as it is known; when that was told.
    credentials_end_at = models.DateTimeField(null=True)
    warned_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "connection"
        indexes = [
            models.Index("tenant_id", "id", name="connection_page"),
            models.Index(
                fields=["credentials_end_at"],
                name="connection_ending",
                condition=models.Q(credentials_end_at__isnull=False, warned_at=None),
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "name"], condition=models.Q(deleted_at__isnull=True), name="connection_name_once"
            ),
            models.CheckConstraint(
                condition=models.Q(health__in=["unknown", "ok", "broken"]), name="connection_health_is_known"
            ),
        ]


class Job(models.Model):
    """One requested operation on one connection, whose id is also its lane's."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    connection_id = models.UUIDField()
    connector = models.TextField()
    operation = models.TextField()
    input = models.JSONField()
    status = models.TextField()
    # 0 first, 9 last.
    priority = models.SmallIntegerField(default=5)
    # When the drain shall look at it next.
    due_at = models.DateTimeField()
    run_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(null=True)
    timeout_s = models.FloatField(default=30)
    max_runs = models.SmallIntegerField(default=6)
    tags = ArrayField(models.TextField(), default=list)
    metadata = models.JSONField(default=dict)
    # The endpoint row behind its own `callback_url`.
    callback_endpoint_id = models.UUIDField(null=True)
    version = models.IntegerField(default=1)
    # Calls made, and looks for the effect of one whose answer was lost.
    tried = models.SmallIntegerField(default=0)
    finds = models.SmallIntegerField(default=0)
    # The lane's token under which it is running: an older one means that its outcome is unknown.
    lane_token = models.BigIntegerField(null=True)
    # What the operation last told: {"fraction", "message", "at"}.
    progress = models.JSONField(null=True)
    output = models.JSONField(null=True)
    error = models.JSONField(null=True)
    cancel_requested_at = models.DateTimeField(null=True)
    retry_of = models.UUIDField(null=True)
    # At most so many of the tenant's jobs with this key are under way at once.
    concurrency_key = models.TextField(null=True)
    concurrency_limit = models.SmallIntegerField(db_default=1)
    # Why its due time is far away although nothing is wrong: `key` (another job has its place), `after` (see JobAfter).
    gate = models.TextField(null=True)
    # What to do when a job that it waits for does not succeed: cancel or run; null when it waits for none.
    after_policy = models.TextField(null=True)
    # Whether others wait for it.
    has_dependants = models.BooleanField(db_default=False)
    batch_id = models.UUIDField(null=True)
    schedule_id = models.UUIDField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "job"
        indexes = [
            models.Index(
                "connection_id",
                "priority",
                "due_at",
                "id",
                name="job_due",
                condition=models.Q(status__in=list(JOB_OPEN)),
            ),
            # How many of a tenant's are in which state, and which has been due the longest; without a walk over the ended ones.
            models.Index(
                "tenant_id",
                "status",
                "due_at",
                name="job_open_by_state",
                condition=models.Q(status__in=list(JOB_NOT_ENDED)),
            ),
            models.Index("due_at", name="job_waiting", condition=models.Q(status="waiting")),
            models.Index("tenant_id", name="job_running", condition=models.Q(status="running")),
            models.Index(
                "tenant_id",
                "concurrency_key",
                name="job_key_held",
                condition=models.Q(concurrency_key__isnull=False, status__in=list(JOB_UNDER_WAY)),
            ),
            models.Index(
                "tenant_id", "concurrency_key", "priority", "id", name="job_key_waits", condition=models.Q(gate="key")
            ),
            models.Index("id", name="job_after_waits", condition=models.Q(gate="after")),
            models.Index(
                "expires_at",
                name="job_expiring",
                condition=models.Q(expires_at__isnull=False, status__in=list(JOB_NOT_BEGUN)),
            ),
            models.Index("retry_of", name="job_retry_of", condition=models.Q(retry_of__isnull=False)),
            models.Index(
                "schedule_id",
                name="job_schedule_open",
                condition=models.Q(schedule_id__isnull=False, status__in=list(JOB_NOT_ENDED)),
            ),
            # Whether a callback's target is still named.
            models.Index(
                "callback_endpoint_id",
                name="job_callback_target",
                condition=models.Q(callback_endpoint_id__isnull=False),
            ),
            models.Index("batch_id", "id", name="job_batch_page", condition=models.Q(batch_id__isnull=False)),
            models.Index(
                "batch_id",
                name="job_batch_open",
                condition=models.Q(batch_id__isnull=False, status__in=list(JOB_NOT_ENDED)),
            ),
            models.Index("tenant_id", "id", name="job_page"),
            models.Index("connection_id", "id", name="job_connection_page"),
            # Most jobs of a busy tenant have none, and an empty array has an entry of its own in such an index.
            GinIndex("tags", name="job_tags", condition=~models.Q(tags=[])),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=list(JobStatus)), name="job_status_is_known"),
            models.CheckConstraint(condition=models.Q(priority__range=(0, 9)), name="job_priority_in_range"),
            models.CheckConstraint(
                condition=models.Q(gate=None) | models.Q(gate__in=["key", "after"]), name="job_gate_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(after_policy=None) | models.Q(after_policy__in=["cancel", "run"]),
                name="job_after_policy_is_known",
            ),
        ]


class Run(models.Model):
    """One try at a job: a call of the operation, or a look for its effect (`find`)."""

    id = models.UUIDField(primary_key=True)
    job_id = models.UUIDField()
    tenant_id = models.UUIDField()
    kind = models.TextField()
    # running, succeeded, failed, unknown (its answer was lost), abandoned (its worker was)
    status = models.TextField()
    outcome = models.JSONField(null=True)
    provider_request_id = models.TextField(null=True)
    # {"left_out", "kept": [...]} (connectors/exchanges.py); null when nothing was sent, or its worker was lost.
    exchanges = models.JSONField(null=True)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "run"
        indexes = [models.Index("job_id", "id", name="run_of_job")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=["call", "find"]), name="run_kind_is_known"),
            models.CheckConstraint(
                condition=models.Q(status__in=["running", "succeeded", "failed", "unknown", "abandoned"]),
                name="run_status_is_known",
            ),
        ]
