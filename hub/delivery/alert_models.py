"""What people are told about endpoints: fields and constraints."""

from enum import StrEnum

from django.db import models
from django.db.models.functions import Now


class Stage(StrEnum):
    """What has befallen an endpoint."""

    FAILING_50 = "failing_50"
    FAILING_75 = "failing_75"
    DISABLED = "disabled"
    RECOVERED = "recovered"


class Recipient(StrEnum):
    """Who is told, and how: the endpoint's owner and the operators by e-mail, the operators also by a POST."""

    OWNER = "owner"
    OPERATORS = "operators"
    WEBHOOK = "webhook"


class AlertState(StrEnum):
    """Whether it has been told."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"


class Alert(models.Model):
    """One thing to tell one recipient: written with what befell the endpoint, in the same transaction, and sent afterwards."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    endpoint_id = models.UUIDField()
    stage = models.TextField()
    recipient = models.TextField()
    # Which run of failures: its beginning.
    outage_at = models.DateTimeField()
    # One sentence: what failed, or what ended it.
    reason = models.TextField()
    state = models.TextField(db_default=AlertState.PENDING)
    tried = models.SmallIntegerField(db_default=0)
    # When it is tried next; while somebody is at it, when it would be another's.
    due_at = models.DateTimeField(db_default=Now())
    # Of the last try: a class of error, nothing of the recipient's words.
    error = models.TextField(null=True)
    created_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "endpoint_alert"
        indexes = [
            models.Index("due_at", "id", name="alert_due", condition=models.Q(state=AlertState.PENDING)),
            models.Index("endpoint_id", "id", name="alert_page"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["endpoint_id", "outage_at", "stage", "recipient"], name="alert_once_in_an_outage"
            ),
            models.CheckConstraint(condition=models.Q(stage__in=list(Stage)), name="alert_stage_is_known"),
            models.CheckConstraint(condition=models.Q(recipient__in=list(Recipient)), name="alert_recipient_is_known"),
            models.CheckConstraint(condition=models.Q(state__in=list(AlertState)), name="alert_state_is_known"),
        ]
