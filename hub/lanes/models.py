"""The lane row: who owns the work of one endpoint or one connection, and what its owner remembers."""

from django.db import models


class Lane(models.Model):
    """One per endpoint (its deliveries), one per connection (its jobs), some per tenant for jobs' own callbacks.

    Created with what it belongs to, under the same id; after that only drains write it.
    """

    id = models.UUIDField(primary_key=True)
    queue = models.TextField()
    tenant_id = models.UUIDField()
    # Goes up at each lease; a write under an older token changes nothing.
    token = models.BigIntegerField(default=0)
    owner = models.TextField(default="")
    leased_until = models.DateTimeField(null=True)
    # When it was last leased: the round-robin order.
    served_at = models.DateTimeField(null=True)
    # The owner found that nothing may be sent before (breaker, rate limit, spent quota).
    blocked_until = models.DateTimeField(null=True)
    # What the owner keeps for the next one: breaker, token bucket.
    state = models.JSONField(default=dict)

    class Meta:
        db_table = "lane"
        indexes = [
            models.Index("queue", "served_at", name="lane_round_robin"),
            models.Index("tenant_id", name="lane_tenant"),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(queue__in=["jobs", "deliveries"]), name="lane_queue_is_known")
        ]
