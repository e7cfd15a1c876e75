"""An application's own events."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub.delivery import event_types, misfits, outbox, policies
from hub.delivery.event_types import Problems
from hub.delivery.policies import Checking
from hub.idempotency import keep
from hub.rules.errors import HubError


@dataclass(frozen=True, slots=True)
class Published:
    """An event in the log. warnings: what is wrong with it, where the tenant records such events all the same."""

    id: UUID
    at: datetime
    warnings: Problems


def publish_own(
    tenant_id: UUID,
    type: str,
    data: dict[str, Any],
    *,
    at: datetime,
    channels: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
    type_version: int | None = None,
    key: tuple[str, bytes] | None = None,
) -> Published:
    """Append and fan out an application's event; the first one's facts when the key came before.

    type_version: of the type's schema, None for the newest. key: the client's Idempotency-Key and the hash of the body it
    came with. Errors: `invalid_event_type`, `reserved_event_type`, `invalid_data`, `invalid_event`, `idempotency_key_reused`.
    """
    event_types.check_own(type)
    topics = tuple(f"tag:{tag}" for tag in tags)
    event = outbox.new_event(tenant_id, type, data, at=at, topics=topics, channels=channels)
    found = event_types.problems_of(tenant_id, type, data, version=type_version)
    with transaction.atomic():
        if key is not None:
            answer = {"id": str(event.id), "at": at.isoformat(), "warnings": found}
            first = keep.claim(tenant_id, scope="events", key=key[0], hashed=key[1], answer=answer)
            if first is not None:
                return Published(UUID(first["id"]), datetime.fromisoformat(first["at"]), first.get("warnings", []))
        if found and policies.checking(tenant_id) == Checking.STRICT:
            # After the claim, which this rolls back: what was taken once is answered the same whatever is registered since.
            detail = "The event does not fit its registered type."
            raise HubError("invalid_event", detail, field=found[0]["field"], extra={"errors": found})
        outbox.publish([event])
        if found:
            misfits.note(event.id, tenant_id, type, found)
    return Published(event.id, at, found)
