"""Events whose publisher's time was up before all payload filters had their turn (`outbox.py`): they get it here.

In short transactions by endpoint, so that no snapshot stays open; whoever dies leaves an event where it was. What such an
endpoint is owed comes some seconds late, also when it is an ordered one.
"""

import time
from uuid import UUID

import structlog
from django.db import transaction

from hub import db, queue
from hub.delivery.one_by_one import contained
from hub.delivery.outbox import QUEUE
from hub.rules import filters
from hub.rules.ids import public_id

log = structlog.get_logger()

BUDGET_S = 1.5
# Filters that get their turn in one transaction: so many at most, and until its time is up.
BATCH = 1_000
TURN_S = 0.25

WAITING = "SELECT event_id FROM late_matching ORDER BY random() LIMIT 100"
CLAIM = "SELECT matched_to FROM late_matching WHERE event_id = %s FOR UPDATE SKIP LOCKED"
EVENT = "SELECT type FROM event WHERE id = %s"
# Only what was there when the event was; what somebody has had sent meanwhile is left alone.
MATCH = """
WITH published AS MATERIALIZED (
    SELECT e.id, e.tenant_id, e.type, e.subject_id, e.channels, e.created_at, convert_from(e.body, 'UTF8')::jsonb AS document,
        clock_timestamp() + make_interval(secs => %(turn_s)s) AS until
    FROM event e WHERE e.id = %(event)s
), turn AS MATERIALIZED (
    SELECT e.id AS event_id, e.type, p.id, p.tenant_id, p.lane_id,
        CASE WHEN p.paused_at IS NULL AND p.disabled_at IS NULL THEN 'pending' ELSE 'held' END AS status,
        CASE WHEN clock_timestamp() < e.until THEN coalesce(payload_matches(e.document, p.filter), false) END AS wanted
    FROM published e CROSS JOIN LATERAL (
        SELECT * FROM endpoint p
        WHERE p.tenant_id = e.tenant_id AND p.kind = 'webhook' AND p.deleted_at IS NULL AND p.id > %(after)s::uuid
            AND p.filter IS NOT NULL AND p.created_at <= e.created_at AND p.id IS DISTINCT FROM e.subject_id
            AND (p.event_types = '{}' OR p.event_types && %(patterns)s::text[])
            AND (p.channels = '{}' OR p.channels && e.channels)
            AND NOT EXISTS (SELECT FROM delivery d WHERE d.event_id = e.id AND d.endpoint_id = p.id)
        ORDER BY p.id LIMIT %(batch)s
    ) p
), owed AS (
    INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status)
    SELECT tenant_id, lane_id, id, event_id, type, status FROM turn WHERE wanted
    RETURNING lane_id, status
)
SELECT (SELECT id FROM turn WHERE wanted IS NOT NULL ORDER BY id DESC LIMIT 1), (SELECT count(*) FROM turn),
    (SELECT count(*) FROM turn WHERE wanted IS NULL), ARRAY(SELECT lane_id FROM owed WHERE status = 'pending')
"""
REMEMBER = "UPDATE late_matching SET matched_to = %s WHERE event_id = %s"
DONE = "DELETE FROM late_matching WHERE event_id = %s"


def match_late(*, budget_s: float = BUDGET_S) -> int:
    """Go on with such events, in bounded time; how many are done with."""
    end = time.monotonic() + budget_s
    done = 0
    for (event_id,) in db.rows(WAITING):
        with contained("event.not_matched", event_id=public_id("event", event_id)):
            while time.monotonic() < end:
                if not _some(event_id):
                    done += 1
                    break
    return done


def _some(event_id: UUID) -> bool:
    """Some more filters' turn; whether there are others left for this process."""
    with transaction.atomic():
        claimed = db.row(CLAIM, (event_id,))
        if claimed is None:
            return False
        event = db.row(EVENT, (event_id,))
        last, more = _match(event_id, event[0], after=claimed[0]) if event is not None else (None, False)
        if more:
            db.execute(REMEMBER, (last or claimed[0], event_id))
        else:
            db.execute(DONE, (event_id,))
            log.info("event.matched_late", event_id=public_id("event", event_id))
    return more


def _match(event_id: UUID, event_type: str, *, after: UUID) -> tuple[UUID | None, bool]:
    """The last endpoint whose filter had its turn, and whether there are more."""
    params = {
        "event": event_id,
        "after": after,
        "patterns": filters.patterns(event_type),
        "batch": BATCH,
        "turn_s": TURN_S,
    }
    ((last, looked, left, lanes),) = db.planned_rows(MATCH, params)
    queue.wake_after_commit(QUEUE, lanes)
    return last, looked == BATCH or left > 0
