"""Addresses that were handed out, and what came to them: fields and constraints."""

from django.db import models
from django.db.models.functions import Now

from hub.rules.callbacks import Verdict


class CallbackAddress(models.Model):
    """An address at which an outside system may answer one call of a job."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    job_id = models.UUIDField()
    run_id = models.UUIDField()
    # SHA-256 of the token, which nobody but the outside system knows.
    token_hash = models.BinaryField()
    terms = models.JSONField(default=dict)
    # Answers that may still come.
    uses_left = models.IntegerField()
    expires_at = models.DateTimeField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "callback_address"
        indexes = [models.Index("job_id", "id", name="callback_address_of_job")]
        constraints = [models.UniqueConstraint(fields=["token_hash"], name="callback_address_token_once")]


class Callback(models.Model):
    """An answer as it came, kept whatever became of it."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    job_id = models.UUIDField()
    # Null when it came by another way, such as a source.
    address_id = models.UUIDField(null=True)
    # Who brought it: `callback`, or `source:<name>`.
    via = models.TextField()
    verdict = models.TextField()
    reason = models.TextField(default="")
    # Before the job waited for it.
    early = models.BooleanField(default=False)
    content_type = models.TextField(default="")
    body = models.BinaryField()
    # Of an accepted one: {"said", "result", "message"}.
    answer = models.JSONField(null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "callback"
        indexes = [models.Index("job_id", "id", name="callback_of_job")]
        constraints = [
            # The first valid one wins, whatever comes at the same time.
            models.UniqueConstraint(
                fields=["job_id"], condition=models.Q(verdict="accepted"), name="callback_accepted_once"
            ),
            models.CheckConstraint(condition=models.Q(verdict__in=list(Verdict)), name="callback_verdict_is_known"),
        ]
