"""The lane table in SQL: which lanes are due, leasing, renewing, releasing. Only `drain.py` writes lanes.

Every write names the token under which the lane was leased: a stale owner changes nothing.
"""

import json
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import Any, NamedTuple, Protocol
from uuid import UUID

from hub import db


class Leased(NamedTuple):
    """A lane as its new owner gets it. token: to be named in every write."""

    id: UUID
    tenant_id: UUID
    token: int
    state: dict[str, Any]


class Held(Protocol):
    """What renewing and releasing need of a lane in memory. blocked_until: monotonic seconds, 0 when it is free."""

    id: UUID
    token: int
    state: dict[str, Any]
    blocked_until: float


NEVER = "false"
# unblocked: a condition on `lane l` under which its block counts no more, asked of blocked lanes only.
FREE = """(l.leased_until IS NULL OR l.leased_until <= now())
    AND (l.blocked_until IS NULL OR l.blocked_until <= now() OR ({unblocked}))"""

# CASE, because the planner would rather ask a blocked lane for its rows than whether it is blocked.
# The window is a bound on the work of ranking, wide enough that one tenant's many lanes leave the others a place.
DUE = """
SELECT id FROM (
    SELECT id, served_at, row_number() OVER (PARTITION BY tenant_id ORDER BY served_at NULLS FIRST) AS turn
    FROM (
        SELECT l.id, l.tenant_id, l.served_at FROM lane l
        WHERE l.queue = %(queue)s AND CASE WHEN {free} THEN {due} END
        ORDER BY l.served_at NULLS FIRST LIMIT %(limit)s * 8
    ) oldest
) ranked ORDER BY turn, served_at NULLS FIRST LIMIT %(limit)s
"""

# = ANY(ARRAY(…)): joined to the sub-query, this flips to a full scan once the table outgrows its statistics.
LEASE = """
UPDATE lane l SET token = l.token + 1, owner = %(owner)s, leased_until = now() + %(lease)s, served_at = now()
WHERE l.id = ANY(ARRAY(
    SELECT l.id FROM lane l WHERE l.id = ANY(%(ids)s) AND {free} ORDER BY l.id FOR UPDATE SKIP LOCKED
))
RETURNING l.id, l.tenant_id, l.token, l.state
"""

OWNERS = "SELECT id, owner FROM lane WHERE id = ANY(%b) AND leased_until > now() AND owner <> ''"

RENEW = """
UPDATE lane l SET leased_until = now() + %(lease)s
FROM unnest(%(ids)b::uuid[], %(tokens)b::bigint[]) AS mine(id, token)
WHERE l.id = mine.id AND l.token = mine.token
RETURNING l.id
"""

SAVE = """
UPDATE lane l SET state = mine.state::jsonb
FROM unnest(%(ids)b::uuid[], %(tokens)b::bigint[], %(states)b::text[]) AS mine(id, token, state)
WHERE l.id = mine.id AND l.token = mine.token
"""

RELEASE = """
UPDATE lane l SET leased_until = NULL, owner = '', state = mine.state::jsonb,
    blocked_until = CASE WHEN mine.blocked_s > 0 THEN now() + make_interval(secs => mine.blocked_s) END
FROM unnest(%(ids)b::uuid[], %(tokens)b::bigint[], %(states)b::text[], %(blocked)b::float8[])
    AS mine(id, token, state, blocked_s)
WHERE l.id = mine.id AND l.token = mine.token
"""


def due(queue: str, due_sql: str, *, unblocked_sql: str = NEVER, limit: int) -> list[UUID]:
    """Free lanes with due rows, round-robin over tenants.

    due_sql, unblocked_sql: conditions on `lane l`; under the second a block counts no more.
    """
    sql = DUE.format(free=FREE.format(unblocked=unblocked_sql), due=due_sql)
    # Planned anew: a plan kept from when the tables were empty has read all of them for each lane.
    return [found[0] for found in db.planned_rows(sql, {"queue": queue, "limit": limit})]


def lease(ids: Collection[UUID], *, unblocked_sql: str, owner: str, lease_s: float) -> list[Leased]:
    """Take those of the lanes that are free, each with a token higher than any before. unblocked_sql: as for `due`."""
    if not ids:
        return []
    params = {"ids": list(ids), "owner": owner, "lease": timedelta(seconds=lease_s)}
    return [Leased(*found) for found in db.rows(LEASE.format(free=FREE.format(unblocked=unblocked_sql)), params)]


def owners(ids: Collection[UUID]) -> dict[str, list[UUID]]:
    """Who holds these lanes now: owner → lanes; free ones are left out."""
    found: dict[str, list[UUID]] = {}
    if ids:
        for lane_id, owner in db.rows(OWNERS, (list(ids),)):
            found.setdefault(owner, []).append(lane_id)
    return found


def renew(lanes: Iterable[Held], *, lease_s: float) -> set[UUID]:
    """Lengthen the leases; the ids of the lanes that are still ours."""
    mine = list(lanes)
    if not mine:
        return set()
    params = {
        "ids": [lane.id for lane in mine],
        "tokens": [lane.token for lane in mine],
        "lease": timedelta(seconds=lease_s),
    }
    return {found[0] for found in db.rows(RENEW, params)}


def save(lanes: Iterable[Held]) -> None:
    """Write down what is known about lanes that are kept."""
    mine = list(lanes)
    params = {
        "ids": [lane.id for lane in mine],
        "tokens": [lane.token for lane in mine],
        "states": [json.dumps(lane.state) for lane in mine],
    }
    db.execute(SAVE, params)


def release(lanes: Iterable[Held], *, now: float) -> None:
    """Give lanes back with what is known about them. now: monotonic seconds, as `blocked_until` is."""
    mine = list(lanes)
    db.execute(
        RELEASE,
        {
            "ids": [lane.id for lane in mine],
            "tokens": [lane.token for lane in mine],
            "states": [json.dumps(lane.state) for lane in mine],
            "blocked": [max(0.0, lane.blocked_until - now) for lane in mine],
        },
    )
