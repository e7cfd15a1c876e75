"""Making a replay's deliveries, a batch at a time: as many as its pace, its canary and its endpoints' room allow.

What is released competes with fresh events in the endpoint's lane, which is served by due time. So an endpoint gets only
about what it takes in two seconds: its room grows while it empties quickly and shrinks while it does not.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hub import db, queue
from hub.delivery.outbox import QUEUE
from hub.delivery.replay_models import Replay
from hub.rules.replays import paced
from hub.rules.status import DeliveryStatus

# Deliveries made in one transaction.
BATCH = 10_000
LEAST_ROOM, MOST_ROOM = 20, 5_000
# With a pace: how far ahead deliveries are made. Longer than the time between two looks.
LEAD_S = 1.5

# Under way: not tried yet, held, or due for another try. One that waits for its next try is in nobody's way.
ROOMS = f"""
WITH under_way AS (
    SELECT d.endpoint_id, count(*) AS n FROM delivery d
    WHERE d.replay_id = %(replay)s AND d.status IN ('pending', 'held')
        AND (d.tried = 0 OR d.status = 'held' OR d.due_at <= now())
    GROUP BY 1
)
SELECT s.endpoint_id, s.released_to, coalesce(u.n, 0), CASE
    WHEN coalesce(u.n, 0) * 4 <= s.room THEN least(s.room * 2, {MOST_ROOM})
    WHEN coalesce(u.n, 0) * 5 > s.room * 3 THEN greatest(s.room * 3 / 4, {LEAST_ROOM})
    ELSE s.room END
FROM replay_share s LEFT JOIN under_way u ON u.endpoint_id = coalesce(%(stand_in)s::uuid, s.endpoint_id)
WHERE s.replay_id = %(replay)s AND s.had_turn < s.total
"""

# By event, so that an ordered endpoint gets them in the order in which they happened. Whether each is still wanted is asked
# here, in the moment it would be made: an event that is gone has no bytes to send.
RELEASE = """
WITH turn AS MATERIALIZED (
    SELECT i.endpoint_id, i.event_id, i.event_type,
        row_number() OVER (ORDER BY i.event_id, i.endpoint_id) - 1 AS place
    FROM unnest(%(endpoints)b::uuid[], %(tos)b::uuid[], %(rooms)b::int[]) AS room(endpoint_id, released_to, n)
    CROSS JOIN LATERAL (
        SELECT * FROM replay_item i
        WHERE i.replay_id = %(replay)s AND i.endpoint_id = room.endpoint_id AND i.event_id > room.released_to
        ORDER BY i.event_id LIMIT room.n
    ) i
    ORDER BY i.event_id, i.endpoint_id LIMIT %(most)s
), judged AS MATERIALIZED (
    SELECT t.*, p.id AS target_id, p.lane_id, p.paused_at IS NULL AND p.disabled_at IS NULL AS takes, CASE
        WHEN p.deleted_at IS NOT NULL THEN 'endpoint_deleted'
        WHEN (SELECT 1 FROM event e WHERE e.id = t.event_id) IS NULL THEN 'event_expired'
        WHEN %(stand_in)s::uuid IS NULL THEN (
            SELECT CASE WHEN d.status = 'delivered' THEN 'delivered_since' ELSE 'on_its_way' END FROM delivery d
            WHERE d.event_id = t.event_id AND d.endpoint_id = t.endpoint_id AND d.status = ANY(%(settled)s)
            LIMIT 1
        ) END AS skip
    FROM turn t JOIN endpoint p ON p.id = coalesce(%(stand_in)s::uuid, t.endpoint_id)
), made AS (
    INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, replay_id, status, due_at)
    SELECT %(tenant)s, j.lane_id, j.target_id, j.event_id, j.event_type, %(replay)s,
        CASE WHEN j.takes THEN 'pending' ELSE 'held' END,
        coalesce(%(first_at)s::timestamptz, now()) + make_interval(secs => coalesce(j.place / %(per_s)s::float8, 0))
    FROM judged j WHERE j.skip IS NULL
    ORDER BY j.place
)
SELECT endpoint_id, event_id, lane_id, takes, skip FROM judged ORDER BY place
"""
SKIP = """
UPDATE replay_item i SET skipped = s.reason
FROM unnest(%(endpoints)b::uuid[], %(events)b::uuid[], %(reasons)b::text[]) AS s(endpoint_id, event_id, reason)
WHERE i.replay_id = %(replay)s AND i.endpoint_id = s.endpoint_id AND i.event_id = s.event_id
"""
SHARE = """
UPDATE replay_share s SET room = n.room, released_to = coalesce(n.released_to, s.released_to),
    had_turn = s.had_turn + n.had_turn
FROM unnest(%(endpoints)b::uuid[], %(rooms)b::int[], %(tos)b::uuid[], %(turns)b::int[])
    AS n(endpoint_id, room, released_to, had_turn)
WHERE s.replay_id = %(replay)s AND s.endpoint_id = n.endpoint_id
"""

Turn = tuple[UUID, UUID, UUID, bool, str | None]


def release(replay: Replay, *, now: datetime) -> int:
    """Make the next batch of a locked replay's deliveries; how many items had their turn. now: the database's clock."""
    first_at = max(replay.next_at or now, now)
    most = _most(replay, first_at=first_at, now=now)
    if most <= 0 or replay.released + replay.skipped >= replay.total:
        return 0
    shares = db.rows(ROOMS, {"replay": replay.id, "stand_in": replay.stand_in_id})
    turns = _make(replay, shares, most=most, first_at=first_at)
    _note(replay, shares, turns)
    if replay.per_s is not None and turns:
        replay.next_at = first_at + timedelta(seconds=len(turns) / replay.per_s)
    skipped = sum(turn[4] is not None for turn in turns)
    replay.skipped += skipped
    replay.released += len(turns) - skipped
    replay.save(update_fields=["released", "skipped", "next_at"])
    queue.wake_after_commit(QUEUE, {turn[2] for turn in turns if turn[3] and turn[4] is None})
    return len(turns)


def settled(statuses: Sequence[str]) -> list[str]:
    """States of another delivery of the same event that make one more unwanted."""
    return ["pending", "held"] if DeliveryStatus.DELIVERED in statuses else ["pending", "held", "delivered"]


def _most(replay: Replay, *, first_at: datetime, now: datetime) -> int:
    most = BATCH
    if replay.state == "canary" and replay.canary is not None:
        most = min(most, replay.canary - replay.released)
    allowed = paced(replay.per_s, next_s=first_at.timestamp(), now_s=now.timestamp(), lead_s=LEAD_S)
    return most if allowed is None else min(most, allowed)


def _make(replay: Replay, shares: list[tuple], *, most: int, first_at: datetime) -> list[Turn]:
    params = {
        "replay": replay.id,
        "tenant": replay.tenant_id,
        "stand_in": replay.stand_in_id,
        "settled": settled(replay.selection["statuses"]),
        "endpoints": [share[0] for share in shares],
        "tos": [share[1] for share in shares],
        "rooms": [max(0, share[3] - share[2]) for share in shares],
        "most": most,
        "per_s": replay.per_s,
        "first_at": first_at if replay.per_s is not None else None,
    }
    return db.rows(RELEASE, params)


def _note(replay: Replay, shares: list[tuple], turns: list[Turn]) -> None:
    """How far each endpoint's part is now, and what was left out why."""
    reached: dict[UUID, UUID] = {}
    had_turn: dict[UUID, int] = {}
    for endpoint_id, event_id, *_ in turns:
        reached[endpoint_id] = event_id
        had_turn[endpoint_id] = had_turn.get(endpoint_id, 0) + 1
    noted = {
        "replay": replay.id,
        "endpoints": [share[0] for share in shares],
        "rooms": [share[3] for share in shares],
        "tos": [reached.get(share[0]) for share in shares],
        "turns": [had_turn.get(share[0], 0) for share in shares],
    }
    db.execute(SHARE, noted)
    left_out = [turn for turn in turns if turn[4] is not None]
    if left_out:
        endpoints, events, _, _, reasons = zip(*left_out, strict=True)
        params = {"replay": replay.id, "endpoints": list(endpoints), "events": list(events), "reasons": list(reasons)}
        db.execute(SKIP, params)


def database_now() -> datetime:
    """The database's clock, which due times and the ends of deliveries are compared with."""
    found = db.row("SELECT clock_timestamp()")
    return found[0] if found else datetime.now(UTC)
