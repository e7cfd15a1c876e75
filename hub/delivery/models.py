"""Endpoints, deliveries, attempts, replays: fields and constraints.

The hot tables carry no foreign keys: each would cost a look-up per row, and rows only ever come from one statement that
selects from the parent (`outbox.py`). Endpoints belong to their tenant by constraint.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from hub.delivery.replay_models import Replay, ReplayChange, ReplayItem, ReplayShare
from hub.rules.status import DeliveryStatus
from hub.vault import SealedField

__all__ = ["Attempt", "Delivery", "Endpoint", "Replay", "ReplayChange", "ReplayItem", "ReplayShare"]


class Endpoint(models.Model):
    """A registered callback target. `callback` ones belong to jobs that named their own `callback_url`, `stand_in` ones to
    replays that try another address."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+")
    # Its own id, or for a callback one of the tenant's lanes that callbacks share.
    lane_id = models.UUIDField(db_index=True)
    kind = models.TextField(default="webhook")
    url = models.TextField()
    description = models.TextField(default="")
    # Patterns: `job.succeeded`, `job.*`; empty takes every type.
    event_types = ArrayField(models.TextField(), default=list)
    # An SQL/JSON path predicate on the body; a jsonpath column in the table.
    filter = models.TextField(null=True)
    channels = ArrayField(models.TextField(), default=list)
    # Sealed JSON: {"name": "value"}.
    headers = SealedField(null=True, context="endpoint-headers")
    # Sealed JSON: how the hub proves itself to the receiver (endpoint_reach.py); what TLS it uses: certificate, key, ca.
    auth = SealedField(null=True, context="endpoint-auth")
    tls = SealedField(null=True, context="endpoint-tls")
    # Sealed JSON: [{"secret": "whsec_…", "expires_at": null | ISO 8601}], the newest first.
    secrets = SealedField(context="endpoint-secrets")
    timeout_s = models.FloatField(default=15)
    rate_per_s = models.FloatField(null=True)
    max_in_flight = models.IntegerField(default=100)
    ordered = models.BooleanField(default=False)
    # Null takes rules.retry.DEFAULT_SCHEDULE_S.
    retry_schedule_s = ArrayField(models.FloatField(), null=True)
    paused_at = models.DateTimeField(null=True)
    disabled_at = models.DateTimeField(null=True)
    disabled_reason = models.TextField(default="")
    # Who is told: named in the endpoint's operational events, and their channel.
    owner_email = models.TextField(default="", db_default="")
    alert_channel = models.TextField(default="", db_default="")
    # Goes up when what its lane remembers of failures counts no more: it was resumed, or leads elsewhere.
    fresh_starts = models.IntegerField(default=0, db_default=0)
    # Held deliveries below this id are to be cancelled: what a resume has let go and no batch has reached yet.
    discard_below = models.UUIDField(null=True)
    # Tries that are due later, up to this instant, are due now: what a resume has called for and no batch has reached yet.
    retries_from = models.DateTimeField(null=True)
    # Nothing but failure since; the share of the time until it is disabled that was warned about.
    failing_since = models.DateTimeField(null=True)
    warned_percent = models.SmallIntegerField(default=0, db_default=0)
    # Callbacks only: SHA-256 of URL and secret, so that jobs with the same target share a row.
    target_hash = models.BinaryField(null=True)
    # Deleted: no new deliveries, hidden; the row stays for its history.
    deleted_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "endpoint"
        indexes = [
            models.Index("tenant_id", "id", name="endpoint_page"),
            models.Index("id", name="endpoint_fresh", condition=models.Q(fresh_starts__gt=0)),
            # What an event is held against: not what was deleted, nor the targets of callbacks.
            models.Index(
                "tenant_id", name="endpoint_live", condition=models.Q(kind="webhook", deleted_at__isnull=True)
            ),
            models.Index(
                "tenant_id",
                name="endpoint_filtered",
                condition=models.Q(filter__isnull=False, deleted_at__isnull=True),
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "target_hash"], name="endpoint_callback_once"),
            models.CheckConstraint(
                condition=models.Q(kind__in=["webhook", "callback", "stand_in"]), name="endpoint_kind_is_known"
            ),
        ]


class Delivery(models.Model):
    """One event owed to one endpoint."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    lane_id = models.UUIDField()
    endpoint_id = models.UUIDField()
    event_id = models.UUIDField()
    event_type = models.TextField()
    replay_id = models.UUIDField(null=True)
    status = models.TextField(default=DeliveryStatus.PENDING)
    due_at = models.DateTimeField(db_default=Now())
    tried = models.SmallIntegerField(db_default=0)
    # The last attempt's: HTTP status or error class, and what follows in one phrase.
    status_code = models.SmallIntegerField(null=True)
    error = models.TextField(null=True)
    reason = models.TextField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "delivery"
        indexes = [
            models.Index(
                "lane_id", "due_at", "id", name="delivery_due", condition=models.Q(status=DeliveryStatus.PENDING)
            ),
            models.Index("tenant_id", "id", name="delivery_page"),
            models.Index("endpoint_id", "id", name="delivery_endpoint_page"),
            models.Index("event_id", name="delivery_event"),
            models.Index(
                "endpoint_id",
                "status",
                "id",
                name="delivery_undelivered",
                condition=models.Q(status__in=[DeliveryStatus.DEAD, DeliveryStatus.HELD]),
            ),
            # Failures of one class, newest first: few rows, and one entry more only for an attempt that failed so.
            models.Index("tenant_id", "error", "id", name="delivery_error", condition=models.Q(error__isnull=False)),
            models.Index("replay_id", "id", name="delivery_replay", condition=models.Q(replay_id__isnull=False)),
            # A replay's deliveries by outcome, counted without touching the table and paged for one outcome.
            models.Index(
                "replay_id",
                "status",
                "endpoint_id",
                "event_id",
                name="delivery_replay_outcome",
                condition=models.Q(replay_id__isnull=False),
            ),
            # What endpoints miss: few rows among many delivered ones.
            models.Index(
                "tenant_id",
                "endpoint_id",
                "id",
                name="delivery_missed",
                condition=models.Q(status__in=[DeliveryStatus.DEAD, DeliveryStatus.HELD, DeliveryStatus.CANCELLED]),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(status__in=list(DeliveryStatus)), name="delivery_status_is_known")
        ]


class Attempt(models.Model):
    """One HTTP request made for a delivery. Partitioned by id, like events."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    delivery_id = models.UUIDField()
    endpoint_id = models.UUIDField()
    started_at = models.DateTimeField()
    duration_ms = models.FloatField()
    status_code = models.SmallIntegerField(null=True)
    error = models.TextField(null=True)
    error_detail = models.TextField(null=True)
    response_headers = models.JSONField(default=dict)
    response_excerpt = models.BinaryField(null=True)
    # True when the sender's lease had passed to another: the request went out, its result was not taken.
    stale = models.BooleanField(default=False)

    class Meta:
        db_table = "attempt"
        managed = False


# Django looks for models here only.
from hub.delivery.alert_models import Alert  # noqa: E402, F401
from hub.delivery.event_models import EventMisfit, LateMatching  # noqa: E402, F401
from hub.delivery.rows import (  # noqa: E402, F401
    EventType,
    EventTypeVersion,
    HourNumbers,
    MinuteNumbers,
    NumbersProgress,
    Policy,
    RetentionProgress,
)
