"""The table of what people and keys did."""

from django.db import models


class Entry(models.Model):
    """One act. Never changed; no secrets, no payloads."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    at = models.DateTimeField(db_default=models.functions.Now())
    # The public id of the key or operator, and the name or e-mail that it had then.
    actor = models.TextField()
    actor_name = models.TextField()
    # `endpoint.paused`
    action = models.TextField()
    # The public id of what it was done to.
    subject = models.TextField()
    reason = models.TextField(default="")
    request_id = models.TextField(default="")

    class Meta:
        db_table = "audit"
        indexes = [
            models.Index("tenant_id", "id", name="audit_page"),
            models.Index("tenant_id", "subject", "id", name="audit_of_subject"),
            models.Index("tenant_id", "actor", "id", name="audit_of_actor"),
        ]
