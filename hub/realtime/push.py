"""Tell the realtime processes that a tenant's log has grown. A hint: they also look by themselves every few seconds."""

from collections.abc import Collection
from uuid import UUID

from hub import queue

CHANNEL = "hub:log-grew"


def nudge_after_commit(tenant_ids: Collection[UUID]) -> None:
    """Publish the tenants' ids soon after the current transaction has committed (soon, outside of one)."""
    queue.send_after_commit(nudge, tenant_ids)


def nudge(tenant_ids: Collection[UUID]) -> None:
    """Publish now; a Redis that is away costs a moment, not an event."""
    if tenant_ids:
        queue.quietly(lambda: queue.client().publish(CHANNEL, b"".join(tenant.bytes for tenant in tenant_ids)))
