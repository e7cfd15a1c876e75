"""Reading the log, by cursor, without gaps.

A reader sees only rows below the oldest running transaction, in the order (epoch, txid, id): a transaction that commits late
has an id below which nobody has read yet. Ordering by a sequence would skip it. Rows of an older epoch are all committed.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.rules import filters
from hub.rules.cursor import Position

VISIBLE = """
(e.epoch < (SELECT max(epoch) FROM event_epoch) OR e.txid < pg_snapshot_xmin(pg_current_snapshot()))
"""
COLUMNS = "e.epoch, e.txid::text::bigint, e.id, e.tenant_id, e.type, e.subject_id, e.topics, e.body"

AFTER = f"""
SELECT {COLUMNS} FROM event e
WHERE e.tenant_id = %(tenant)s AND (e.epoch, e.txid, e.id) > (%(epoch)s, %(txid)s::text::xid8, %(id)s) AND {VISIBLE}
    AND (%(patterns)s::text[] IS NULL OR EXISTS (
        SELECT FROM unnest(%(patterns)s::text[]) AS pattern WHERE e.type LIKE pattern
    ))
    AND (%(subject)s::uuid IS NULL OR e.subject_id = %(subject)s::uuid)
ORDER BY e.epoch, e.txid, e.id LIMIT %(limit)s
"""

TAIL = f"""
SELECT {COLUMNS} FROM unnest(%(tenants)b::uuid[], %(epochs)b::int[], %(txids)b::text[], %(ids)b::uuid[])
    AS t(tenant_id, epoch, txid, id)
CROSS JOIN LATERAL (
    SELECT * FROM event e
    WHERE e.tenant_id = t.tenant_id AND (e.epoch, e.txid, e.id) > (t.epoch, t.txid::xid8, t.id) AND {VISIBLE}
    ORDER BY e.epoch, e.txid, e.id LIMIT %(limit)s
) e
ORDER BY e.tenant_id, e.epoch, e.txid, e.id
"""

NOW = """
SELECT (SELECT max(epoch) FROM event_epoch), pg_snapshot_xmin(pg_current_snapshot())::text::bigint
"""


class Entry(NamedTuple):
    """One event as readers get it. body: the exact bytes that webhooks carry."""

    position: Position
    tenant_id: UUID
    type: str
    subject_id: UUID | None
    topics: list[str]
    body: bytes


def after(
    tenant_id: UUID,
    position: Position,
    *,
    limit: int,
    patterns: Sequence[str] | None = None,
    subject_id: UUID | None = None,
) -> list[Entry]:
    """At most `limit` events of the tenant after that position, oldest first.

    patterns: event types, `job.*` or `*`; None takes all. subject_id: of this job, endpoint or replay only.
    """
    found = db.planned_rows(
        AFTER,
        {
            "tenant": tenant_id,
            "epoch": position.epoch,
            "txid": str(position.txid),
            "id": position.id,
            "patterns": None if patterns is None else [filters.like(pattern) for pattern in patterns],
            "subject": subject_id,
            "limit": limit,
        },
    )
    return [_entry(row) for row in found]


def tail(positions: Mapping[UUID, Position], *, limit: int) -> list[Entry]:
    """What is new for several tenants after each one's position, in one query; at most `limit` a tenant."""
    if not positions:
        return []
    found = db.rows(
        TAIL,
        {
            "tenants": list(positions),
            "epochs": [position.epoch for position in positions.values()],
            "txids": [str(position.txid) for position in positions.values()],
            "ids": [position.id for position in positions.values()],
            "limit": limit,
        },
    )
    return [_entry(row) for row in found]


def now() -> Position:
    """The position after everything that a reader could see now."""
    found = db.row(NOW)
    if found is None or found[0] is None:
        return Position(0, 0, UUID(int=0))
    return Position(found[0], found[1], UUID(int=0))


def _entry(row: tuple) -> Entry:
    epoch, txid, event_id, tenant_id, type_, subject_id, topics, body = row
    return Entry(Position(epoch, txid, event_id), tenant_id, type_, subject_id, topics, bytes(body))
