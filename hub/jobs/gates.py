"""How many jobs may be under way at once: of a tenant, and of those that share a `concurrency_key`.

Nothing polls and no worker waits. A job whose key has no place is parked: its due time goes far away, and the transaction in
which another job of the key ends brings the next one back, first by priority, then by age. A tenant at its limit has no due
lanes (`TENANT_HAS_ROOM` is part of what makes a lane due) until one of its calls ends. Deciding happens under a transaction
lock for each tenant or key, so that two drains never take the same place.
"""

import time
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.rules.progress import NEVER
from hub.rules.status import JOB_UNDER_WAY

UNDER_WAY = db.listed(JOB_UNDER_WAY)

# On `lane l`: scalar look-ups, of which tenants without a limit pay only the first.
TENANT_HAS_ROOM = """
CASE WHEN (SELECT p.in_flight FROM job_policy p WHERE p.tenant_id = l.tenant_id) IS NULL THEN true
    ELSE (SELECT count(*) FROM job r WHERE r.tenant_id = l.tenant_id AND r.status = 'running')
        < (SELECT p.in_flight FROM job_policy p WHERE p.tenant_id = l.tenant_id) END
"""
POLICIES = "SELECT tenant_id, in_flight FROM job_policy"
RUNNING = "SELECT tenant_id, count(*) FROM job WHERE tenant_id = ANY(%b) AND status = 'running' GROUP BY 1"
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(name, 4711)) FROM unnest(%b::text[]) AS n(name)"

HELD = f"""
SELECT k.tenant_id, k.key, (SELECT count(*) FROM job j WHERE j.tenant_id = k.tenant_id AND j.concurrency_key = k.key
    AND j.status IN ({UNDER_WAY}))
FROM unnest(%(tenants)b::uuid[], %(keys)b::text[]) AS k(tenant_id, key)
"""
# Back to what they were before the transaction that picked them, but parked.
PARK = """
UPDATE job j SET status = p.status, started_at = p.started_at, tried = j.tried - 1, version = j.version - 1,
    lane_token = NULL, gate = 'key', due_at = %(never)s
FROM unnest(%(ids)b::uuid[], %(statuses)b::text[], %(starts)b::timestamptz[]) AS p(id, status, started_at)
WHERE j.id = p.id
"""
# And with them what would be picked next for nothing. Not what somebody is cancelling: he waits for the key that is held here.
PARK_OTHERS = """
UPDATE job SET gate = 'key', due_at = %(never)s WHERE id = ANY(ARRAY(
    SELECT j.id FROM unnest(%(lanes)b::uuid[], %(keys)b::text[]) AS k(lane_id, key)
    JOIN job j ON j.connection_id = k.lane_id AND j.concurrency_key = k.key
        AND j.status IN ('scheduled', 'queued', 'retrying') AND j.due_at <= now()
    FOR UPDATE OF j SKIP LOCKED
))
"""
# The order in which they wait is the index's; each takes the place that its age had.
RELEASE = f"""
UPDATE job j SET gate = NULL, due_at = least(coalesce(j.run_at, j.created_at), now())
WHERE j.id = ANY(ARRAY(
    SELECT w.id FROM unnest(%(tenants)b::uuid[], %(keys)b::text[]) AS k(tenant_id, key)
    CROSS JOIN LATERAL (
        SELECT first.concurrency_limit - (SELECT count(*) FROM job h WHERE h.tenant_id = k.tenant_id
            AND h.concurrency_key = k.key AND h.status IN ({UNDER_WAY})) AS places
        FROM job first WHERE first.tenant_id = k.tenant_id AND first.concurrency_key = k.key AND first.gate = 'key'
        ORDER BY first.priority, first.id LIMIT 1
    ) free
    CROSS JOIN LATERAL (
        SELECT w.id FROM job w WHERE w.tenant_id = k.tenant_id AND w.concurrency_key = k.key AND w.gate = 'key'
        ORDER BY w.priority, w.id LIMIT greatest(free.places, 0)
    ) w
)) AND j.gate = 'key'
RETURNING j.connection_id
"""
WAITING_KEYS = "SELECT DISTINCT tenant_id, concurrency_key FROM job WHERE gate = 'key' LIMIT 10000"
# As long as a changed limit may take until every process goes by it.
TRUST_S = 5.0


class Key(NamedTuple):
    """A concurrency key of a tenant."""

    tenant_id: UUID
    key: str


class Picked(NamedTuple):
    """A keyed job that has just been picked, and what it was before."""

    id: UUID
    lane_id: UUID
    key: Key
    limit: int
    status: str
    started_at: object


class TenantLimits:
    """The tenants that have a limit, as this process knows them."""

    def __init__(self) -> None:
        self._known: dict[UUID, int] = {}
        self._until = 0.0

    def limited(self, tenant_ids: Iterable[UUID]) -> dict[UUID, int]:
        """Those of the tenants that have a limit."""
        now = time.monotonic()
        if now >= self._until:
            self._known = dict(db.rows(POLICIES))
            self._until = now + TRUST_S
        return {tenant_id: self._known[tenant_id] for tenant_id in {*tenant_ids} & self._known.keys()}

    def rooms(self, wanted: dict[UUID, int], tenants: dict[UUID, UUID]) -> dict[UUID, int]:
        """The wanted rooms by lane, cut to what their tenants may still begin; holds limited tenants until the commit."""
        limits = self.limited(tenants[lane_id] for lane_id in wanted)
        if not limits:
            return wanted
        lock([f"tenant:{tenant_id}" for tenant_id in limits])
        running = dict(db.rows(RUNNING, (list(limits),)))
        left = {tenant_id: limit - running.get(tenant_id, 0) for tenant_id, limit in limits.items()}
        rooms = {}
        for lane_id, room in wanted.items():
            tenant_id = tenants[lane_id]
            if tenant_id in left:
                room = max(0, min(room, left[tenant_id]))
                left[tenant_id] -= room
            if room:
                rooms[lane_id] = room
        return rooms


def lock(names: Sequence[str]) -> None:
    """Hold these until the transaction ends, always in one order."""
    db.rows(LOCK, (sorted(names),))


def park(picked: Sequence[Picked]) -> set[UUID]:
    """Park those of the picked jobs whose key has no place left, in the transaction that picked them; their ids."""
    keys = sorted({one.key for one in picked})
    if not keys:
        return set()
    lock([f"key:{key.tenant_id}:{key.key}" for key in keys])
    held = {Key(*row[:2]): row[2] for row in db.rows(HELD, _params(keys))}
    taken = Counter({key: held[key] - count for key, count in Counter(one.key for one in picked).items()})
    parked = []
    for one in picked:
        if taken[one.key] < one.limit:
            taken[one.key] += 1
        else:
            parked.append(one)
    if parked:
        _park(parked)
    return {one.id for one in parked}


def _park(parked: Sequence[Picked]) -> None:
    params = {
        "never": NEVER,
        "ids": [one.id for one in parked],
        "statuses": [one.status for one in parked],
        "starts": [one.started_at for one in parked],
    }
    db.execute(PARK, params)
    others = sorted({(one.lane_id, one.key.key) for one in parked})
    db.execute(PARK_OTHERS, {"never": NEVER, "lanes": [one[0] for one in others], "keys": [one[1] for one in others]})


def release(keys: Collection[Key]) -> set[UUID]:
    """Bring back as many parked jobs as these keys have places, in the transaction in which others end; their connections."""
    if not keys:
        return set()
    ordered = sorted(keys)
    lock([f"key:{key.tenant_id}:{key.key}" for key in ordered])
    return {row[0] for row in db.rows(RELEASE, _params(ordered))}


def waiting_keys() -> list[Key]:
    """Keys for which jobs are parked."""
    return [Key(*row) for row in db.rows(WAITING_KEYS)]


def _params(keys: Sequence[Key]) -> dict[str, list]:
    return {"tenants": [key.tenant_id for key in keys], "keys": [key.key for key in keys]}
