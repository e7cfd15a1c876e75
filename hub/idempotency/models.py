"""The table of first answers."""

from django.db import models


class FirstAnswer(models.Model):
    """What the first request with this key was answered; kept 7 days (`keep.KEPT_FOR`)."""

    pk = models.CompositePrimaryKey("tenant_id", "scope", "key")
    tenant_id = models.UUIDField()
    # The route: one key may be used on different routes.
    scope = models.TextField()
    key = models.TextField()
    body_hash = models.BinaryField()
    answer = models.JSONField()
    created_at = models.DateTimeField(db_default=models.functions.Now())

    class Meta:
        db_table = "first_answer"
        indexes = [models.Index("created_at", name="first_answer_age")]
