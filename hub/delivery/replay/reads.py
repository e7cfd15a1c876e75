"""Reading replays, their items and their changes; every function is told the tenant."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.delivery.replay_models import Replay, ReplayChange
from hub.rules.errors import HubError
from hub.rules.replays import OVER

# Looked through for those that are not over: they are among the newest.
NEWEST = 1_000
DELIVERY_STATES = ("pending", "held", "delivered", "dead", "cancelled")
FIRST = UUID(int=0)

# Each item with what became of it, by (endpoint, event). What never had its turn in a cancelled replay is cancelled, too.
ITEM = """
SELECT i.endpoint_id, i.event_id, i.event_type, i.source_id, d.id,
    coalesce(d.status, CASE WHEN i.skipped IS NOT NULL THEN 'skipped' WHEN %(over)s THEN 'cancelled' ELSE 'waiting' END),
    coalesce(d.reason, i.skipped, CASE WHEN d.id IS NULL AND %(over)s THEN 'replay_cancelled' END),
    d.status_code, d.tried, d.finished_at
"""
DELIVERY_OF = """
LEFT JOIN LATERAL (
    SELECT * FROM delivery d
    WHERE d.event_id = i.event_id AND d.replay_id = i.replay_id AND d.endpoint_id = coalesce(%(stand_in)s, i.endpoint_id)
    LIMIT 1
) d ON i.skipped IS NULL
"""
BEHIND = "i.replay_id = %(replay)s AND (i.endpoint_id, i.event_id) > (%(endpoint)s, %(event)s)"
ORDER = "ORDER BY i.endpoint_id, i.event_id LIMIT %(limit)s"
ALL = f"{ITEM} FROM replay_item i {DELIVERY_OF} WHERE {BEHIND} {ORDER}"
SKIPPED = f"{ITEM} FROM replay_item i LEFT JOIN delivery d ON false WHERE {BEHIND} AND i.skipped IS NOT NULL {ORDER}"
WAITING = f"""
{ITEM} FROM replay_share s JOIN replay_item i ON i.replay_id = s.replay_id AND i.endpoint_id = s.endpoint_id
    AND i.event_id > s.released_to LEFT JOIN delivery d ON false
WHERE s.replay_id = %(replay)s AND {BEHIND} {ORDER}
"""
# From the deliveries' side: its index holds one state's in this order.
IN_STATE = f"""
{ITEM} FROM (
    SELECT * FROM delivery d
    WHERE d.replay_id = %(replay)s AND d.status = %(state)s
        AND (d.endpoint_id, d.event_id) > (coalesce(%(stand_in)s, %(endpoint)s), %(event)s)
    ORDER BY d.endpoint_id, d.event_id LIMIT %(limit)s
) d JOIN replay_item i ON i.replay_id = %(replay)s AND i.event_id = d.event_id
    AND i.endpoint_id = CASE WHEN %(stand_in)s IS NULL THEN d.endpoint_id ELSE %(original)s END
{ORDER}
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One event that a replay owes one endpoint, and what became of it.

    source_id: None for what filters left out. delivery_id: None before its turn, and when skipped.
    """

    endpoint_id: UUID
    event_id: UUID
    event_type: str
    source_id: UUID | None
    delivery_id: UUID | None
    status: str
    reason: str | None
    status_code: int | None
    attempts: int | None
    finished_at: datetime | None


def get(tenant_id: UUID, replay_id: UUID) -> Replay:
    """The tenant's replay. Errors: `not_found`."""
    found = Replay.objects.filter(id=replay_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no replay with this id.", field="path.replay_id")
    return found


def listed(tenant_id: UUID, *, state: str | None, before: UUID | None, limit: int) -> list[Replay]:
    """Replays, newest first, those older than `before` when it is given."""
    where: dict[str, Any] = {"tenant_id": tenant_id}
    if state is not None:
        where["state"] = state
    if before is not None:
        where["id__lt"] = before
    return list(Replay.objects.filter(**where).order_by("-id")[:limit])


def under_way(tenant_id: UUID, *, limit: int) -> list[Replay]:
    """Replays that are not over, newest first, among the tenant's NEWEST."""
    newest = list(Replay.objects.filter(tenant_id=tenant_id).order_by("-id").values_list("id", "state")[:NEWEST])
    ids = [replay_id for replay_id, state in newest if state not in OVER][:limit]
    return list(Replay.objects.filter(id__in=ids).order_by("-id"))


def changes(tenant_id: UUID, replay_id: UUID, *, before: UUID | None, limit: int) -> list[ReplayChange]:
    """Who brought it into which state, newest first. Errors: `not_found`."""
    get(tenant_id, replay_id)
    found = ReplayChange.objects.filter(replay_id=replay_id)
    return list((found if before is None else found.filter(id__lt=before)).order_by("-id")[:limit])


def items(
    tenant_id: UUID, replay_id: UUID, *, status: str | None, after: tuple[UUID, UUID] | None, limit: int
) -> list[Item]:
    """Items by endpoint and event, those behind `after` when it is given. status: waiting, skipped or a delivery's.

    Errors: `not_found`.
    """
    replay = get(tenant_id, replay_id)
    over = replay.state in ("cancelling", "cancelled")
    endpoint_id, event_id = after or (FIRST, FIRST)
    original = replay.selection.get("endpoint_id")
    given = {
        "replay": replay_id,
        "over": over,
        "stand_in": replay.stand_in_id,
        "original": UUID(original) if original else None,
        "endpoint": endpoint_id,
        "event": event_id,
        "state": status,
        "limit": limit,
    }
    found = [Item(*row) for sql in _queries(status, over=over) for row in db.planned_rows(sql, given)]
    return sorted(found, key=lambda item: (item.endpoint_id, item.event_id))[:limit]


def _queries(status: str | None, *, over: bool) -> list[str]:
    if status is None:
        return [ALL]
    if status == "skipped":
        return [SKIPPED]
    if status == "waiting":
        return [] if over else [WAITING]
    return [IN_STATE, WAITING] if status == "cancelled" and over else [IN_STATE]
