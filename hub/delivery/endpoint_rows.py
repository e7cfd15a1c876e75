"""A tenant's endpoint as a row: found, and locked for a change."""

from datetime import UTC, datetime
from uuid import UUID

from hub import db
from hub.delivery.models import Endpoint
from hub.rules.errors import HubError


def get(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """The tenant's endpoint; callbacks and deleted ones are not found. Errors: `not_found`."""
    found = Endpoint.objects.filter(id=endpoint_id, tenant_id=tenant_id, kind="webhook", deleted_at=None).first()
    if found is None:
        raise HubError("not_found", "There is no endpoint with this id.", field="path.endpoint_id")
    return found


def locked(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """The same, for the rest of the transaction nobody else's to change."""
    Endpoint.objects.select_for_update().filter(id=endpoint_id, tenant_id=tenant_id).first()
    return get(tenant_id, endpoint_id)


def unblock(endpoint_id: UUID) -> None:
    """What its deliveries wait for (a breaker, a time that its receiver asked for) holds them up no longer.

    How long it has failed still counts, unlike after a resume.
    """
    db.execute("UPDATE endpoint SET fresh_starts = fresh_starts + 1 WHERE id = %s", (endpoint_id,))


def touch(endpoint: Endpoint) -> None:
    """A new version: senders read the row again with their next fetch."""
    endpoint.version += 1
    endpoint.updated_at = datetime.now(UTC)
