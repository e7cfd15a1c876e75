"""How far back a tenant's log is whole: behind its horizon no event has been removed."""

from uuid import UUID

from hub import db
from hub.rules import cursor
from hub.rules.cursor import Position
from hub.rules.errors import HubError

READ = "SELECT epoch, txid, event_id FROM event_horizon WHERE tenant_id = %s"
# What a statement's CTE `gone` (tenant_id, epoch, txid, id) has removed; a horizon never goes back.
MOVE = """
INSERT INTO event_horizon AS h (tenant_id, epoch, txid, event_id)
SELECT DISTINCT ON (tenant_id) tenant_id, epoch, txid::text::bigint, id FROM gone
ORDER BY tenant_id, epoch DESC, txid DESC, id DESC
ON CONFLICT (tenant_id) DO UPDATE SET epoch = excluded.epoch, txid = excluded.txid, event_id = excluded.event_id,
    moved_at = now()
WHERE (h.epoch, h.txid, h.event_id) < (excluded.epoch, excluded.txid, excluded.event_id)
"""


def missed_since(tenant_id: UUID, position: Position) -> Position | None:
    """The horizon, when events between it and the position were removed; None when the position has missed nothing.

    A reader from the very beginning asks for what is kept, and misses nothing.
    """
    if position == cursor.START:
        return None
    found = db.row(READ, (tenant_id,))
    horizon = Position(*found) if found else None
    return horizon if horizon is not None and position < horizon else None


def require_kept(tenant_id: UUID, position: Position, *, field: str) -> None:
    """Raise HubError `cursor_expired`, see `expired`, for a position from before the horizon."""
    horizon = missed_since(tenant_id, position)
    if horizon is not None:
        raise expired(horizon, field=field)


def expired(horizon: Position, *, field: str) -> HubError:
    """HubError `cursor_expired` with the `oldest_cursor` that misses nothing."""
    detail = (
        "Events after this cursor are past their retention. Load the present state, then read on from oldest_cursor."
    )
    return HubError("cursor_expired", detail, field=field, extra={"oldest_cursor": cursor.encode(horizon)})
