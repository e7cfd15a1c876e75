"""What a request holds becomes events: repeats left out, all of the rest in the caller's transaction."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.delivery import outbox
from hub.delivery.outbox import NewEvent
from hub.inbound.models import Source
from hub.rules.ids import public_id
from hub.rules.inbound import types
from hub.rules.inbound.received import Item

# The unique key decides, whoever comes first; one that waits for another's commit finds it taken then. In one order, so
# that two requests with the same events never wait for each other. A key past its time is anybody's again.
CLAIM = """
INSERT INTO inbound_key (source_id, key, tenant_id, request_id, expires_at)
SELECT %(source)s, k, %(tenant)s, %(request)s, %(expires)s FROM unnest(%(keys)s::bytea[]) AS k ORDER BY k
ON CONFLICT (source_id, key) DO UPDATE SET request_id = excluded.request_id, expires_at = excluded.expires_at
WHERE inbound_key.expires_at <= now()
RETURNING key
"""
TAKEN = "SELECT key FROM inbound_key WHERE source_id = %s AND key = ANY(%s) AND request_id <> %s"
FIRST = "SELECT request_id FROM inbound_key WHERE source_id = %s AND key = ANY(%s) ORDER BY request_id LIMIT 1"


class Fresh(NamedTuple):
    """items: those that did not come before. first: the request that brought the others, None when there are none."""

    items: list[Item]
    first: UUID | None


def fresh(source: Source, request_id: UUID, items: Sequence[Item], now: datetime) -> Fresh:
    """Claim the items' keys for the source's window; call it in the transaction that publishes."""
    by_key = {key(item): item for item in reversed(items)}
    once = [item for item in items if by_key[key(item)] is item]
    if source.repeat_window_s == 0 or not items:
        return Fresh(list(items), None)
    params = {
        "source": source.id,
        "tenant": source.tenant_id,
        "request": request_id,
        "expires": now + timedelta(seconds=source.repeat_window_s),
        "keys": list(by_key),
    }
    ours = {bytes(row[0]) for row in db.rows(CLAIM, params)}
    taken = [key for key in by_key if key not in ours]
    first = db.row(FIRST, (source.id, taken)) if taken else None
    return Fresh([item for item in once if key(item) in ours], first[0] if first else None)


def not_of_others(source: Source, request_id: UUID, items: Sequence[Item]) -> list[Item]:
    """The items that no other request of the source has brought."""
    keys = [key(item) for item in items]
    taken = {bytes(row[0]) for row in db.rows(TAKEN, (source.id, keys, request_id))}
    return [item for item in items if key(item) not in taken]


def publish(source: Source, request_id: UUID, items: Sequence[Item], now: datetime) -> list[NewEvent]:
    """Append and fan out in the current transaction."""
    events = [_event(source, request_id, item, now) for item in items]
    outbox.publish(events)
    return events


def _event(source: Source, request_id: UUID, item: Item, now: datetime) -> NewEvent:
    data = {
        "source_id": public_id("source", source.id),
        "request_id": public_id("request", request_id),
        "provider_id": item.provider_id,
        "payload": item.payload,
    }
    kind = types.event_type(source.name, item.type)
    return outbox.new_event(source.tenant_id, kind, data, at=now, subject_id=source.id, channels=tuple(source.channels))


def key(item: Item) -> bytes:
    """What the item is known by, hashed."""
    return hashlib.sha256(item.key.encode()).digest()
