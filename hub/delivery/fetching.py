"""Which deliveries are due: of a lane at all, and the next ones of some lanes with what is needed to send them."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.lanes.work import Lane

# A scalar look-up, not EXISTS: the planner turns that into a join over everything that is pending. In the order of the index:
# without it a scan of the whole table looks quicker for one row of a lane that, by the statistics, has many.
DUE = """
(SELECT 1 FROM delivery d WHERE d.lane_id = l.id AND d.status = 'pending' AND d.due_at <= now()
    ORDER BY d.due_at, d.id LIMIT 1) IS NOT NULL
"""
# OFFSET 0 keeps the order: left to the planner, endpoints that its statistics know nothing of came first, and the lanes were
# read anew for each of them.
FETCH = """
SELECT d.id, d.lane_id, d.tenant_id, d.endpoint_id, d.event_id, d.event_type, d.tried, p.version, e.body, d.due_at,
    p.ordered, p.ordered AND (SELECT 1 FROM delivery h
        WHERE h.endpoint_id = d.endpoint_id AND h.status = 'held' AND h.id < d.id ORDER BY h.id LIMIT 1) IS NOT NULL
FROM unnest(%(lanes)b::uuid[], %(rooms)b::int[], %(ats)b::timestamptz[], %(ids)b::uuid[])
    AS wanted(lane_id, room, since_at, since_id)
CROSS JOIN LATERAL (
    SELECT * FROM delivery d
    WHERE d.lane_id = wanted.lane_id AND d.status = 'pending' AND d.due_at <= now() AND d.id <> ALL(%(busy)b::uuid[])
        AND (d.due_at, d.id) > (wanted.since_at, wanted.since_id)
    ORDER BY d.due_at, d.id LIMIT wanted.room
) d
CROSS JOIN LATERAL (
    SELECT p.version, p.ordered FROM endpoint p
    WHERE p.id = d.endpoint_id AND p.tenant_id = d.tenant_id
        AND p.deleted_at IS NULL AND p.paused_at IS NULL AND p.disabled_at IS NULL OFFSET 0
) p
CROSS JOIN LATERAL (SELECT e.body FROM event e WHERE e.id = d.event_id OFFSET 0) e
"""
START = (datetime(1, 1, 1, tzinfo=UTC), UUID(int=0))
# A transaction that began so long ago may still commit deliveries that became due when it began.
LATE = timedelta(seconds=2)


class DueRow(NamedTuple):
    """version: the endpoint's. too_early: an ordered endpoint has an older one that is held."""

    id: UUID
    lane_id: UUID
    tenant_id: UUID
    endpoint_id: UUID
    event_id: UUID
    event_type: str
    tried: int
    version: int
    body: bytes
    due_at: datetime
    ordered: bool
    too_early: bool


def due_rows(wanted: dict[UUID, int], lanes: dict[UUID, Lane]) -> list[DueRow]:
    """At most so many of each lane, the oldest first, none that is in flight.

    Goes on where the last fetch from the lane ended: what lies before is done, and while an old snapshot is open anywhere (a
    backup, a report) the index keeps every entry of it, to be stepped over by each fetch anew. What came too late for
    that is found by the next fetch from the start (drain.py).
    """
    latest = datetime.now(UTC) - LATE
    starts = [_start(lanes[lane_id], latest) for lane_id in wanted]
    params = {
        "lanes": list(wanted),
        "rooms": list(wanted.values()),
        "ats": [at for at, _ in starts],
        "ids": [id_ for _, id_ in starts],
        "busy": [row_id for lane_id in wanted for row_id in lanes[lane_id].in_flight],
    }
    found = [DueRow(*row) for row in db.rows(FETCH, params, binary=True)]
    for row in found:
        # An ordered endpoint's retry keeps its due time, which is its place.
        if not row.ordered:
            lane, place = lanes[row.lane_id], (row.due_at, row.id)
            lane.since = place if lane.since is None else max(lane.since, place)
    return found


def _start(lane: Lane, latest: datetime) -> tuple[datetime, UUID]:
    if lane.since is None:
        return START
    return min(lane.since, (latest, START[1]))
