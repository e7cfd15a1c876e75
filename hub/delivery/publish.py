"""An application's own events."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.delivery import outbox
from hub.idempotency import keep
from hub.rules import filters
from hub.rules.errors import HubError

# Types that only the hub speaks: a receiver may trust them.
RESERVED = ("job", "endpoint", "replay", "hub")


def publish_own(
    tenant_id: UUID,
    type: str,
    data: dict[str, Any],
    *,
    at: datetime,
    channels: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    key: tuple[str, bytes] | None = None,
) -> tuple[UUID, datetime]:
    """Append and fan out an application's event: its id and instant, the first ones when the key came before.

    key: the client's Idempotency-Key and the hash of the body it came with.
    Errors: `invalid_event_type`, `reserved_event_type`, `invalid_data`, `idempotency_key_reused`.
    """
    filters.check_event_type(type)
    if type.partition(".")[0] in RESERVED:
        raise HubError("reserved_event_type", f"Types under {', '.join(RESERVED)} are the hub's own.", field="type")
    topics = tuple(f"tag:{tag}" for tag in tags)
    event = outbox.new_event(tenant_id, type, data, at=at, topics=topics, channels=channels)
    with transaction.atomic():
        if key is not None:
            answer = {"id": str(event.id), "at": at.isoformat()}
            first = keep.claim(tenant_id, scope="events", key=key[0], hashed=key[1], answer=answer)
            if first is not None:
                return UUID(first["id"]), datetime.fromisoformat(first["at"])
        outbox.publish([event])
    return event.id, at
