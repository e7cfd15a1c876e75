"""Sources. Their requests, keys and counts are read and written by SQL only (keeping.py); 0001 makes those tables."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from hub.vault import SealedField


class Source(models.Model):
    """An address where one outside system sends its webhooks."""

    id = models.UUIDField(primary_key=True)
    tenant = models.ForeignKey("accounts.Tenant", on_delete=models.CASCADE, related_name="+", db_index=False)
    # A word of its events' type: source.<name>.<type>.
    name = models.TextField()
    description = models.TextField(default="")
    # A key of rules.inbound.presets.PRESETS.
    preset = models.TextField()
    # What differs from rules.inbound.received.Options.
    options = models.JSONField(default=dict)
    channels = ArrayField(models.TextField(), default=list)
    # As rules.inbound.mapping.Mapping, in their order.
    mappings = models.JSONField(default=list)
    # SHA-256 of the address's token, which requests are found by; the token itself sealed, for whoever may see secrets.
    token_hash = models.BinaryField(max_length=32, unique=True)
    token = SealedField(context="source-token")
    # Sealed JSON: [{"secret", "expires_at": null | ISO 8601}], the newest first; may be empty.
    secrets = SealedField(context="source-secrets")
    # Repeats within this time are dropped; 0 drops none.
    repeat_window_s = models.IntegerField()
    # Verified requests are kept and publish nothing until it is resumed.
    paused_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    version = models.IntegerField(default=1)
    created_at = models.DateTimeField(db_default=Now())
    updated_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "source"
        constraints = [
            models.UniqueConstraint(
                fields=["tenant", "name"], condition=models.Q(deleted_at=None), name="source_name_once"
            ),
            models.CheckConstraint(condition=models.Q(repeat_window_s__gte=0), name="source_window_is_a_time"),
        ]
        indexes = [models.Index(fields=["tenant", "id"], name="source_of_tenant")]
