"""Held, not dropped: what a paused or disabled endpoint is owed, and what becomes of it afterwards.

A change of the endpoint's row takes effect at once: senders look at it with every fetch. Its deliveries follow in batches,
each a transaction of its own, for there may be millions: a few by whoever made the change, the rest, and what a publisher
wrote at that very moment, by a periodic task (`settle_all`).
"""

import time
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from hub import db, queue
from hub.delivery.one_by_one import contained
from hub.delivery.outbox import QUEUE
from hub.rules.ids import public_id

BATCH = 5_000
# What a request spends on moving deliveries before it leaves the rest to the task.
REQUEST_BUDGET_S = 1.0
TASK_BUDGET_S = 20.0

# What has been changed lately and does not yet look like it. Rows written under the former state come seconds later at most.
# In the order of an index, and planned anew each time: else a scan of the whole table, for each endpoint, looks quicker.
UNSETTLED = """
SELECT p.id FROM endpoint p
WHERE p.lane_id = p.id AND p.updated_at > now() - interval '1 day' AND (
    p.discard_below IS NOT NULL OR p.retries_from IS NOT NULL
    OR (p.deleted_at IS NOT NULL OR p.paused_at IS NOT NULL OR p.disabled_at IS NOT NULL) AND
        (SELECT 1 FROM delivery d WHERE d.lane_id = p.lane_id AND d.status = 'pending'
            ORDER BY d.due_at, d.id LIMIT 1) IS NOT NULL
    OR (p.deleted_at IS NOT NULL OR (p.paused_at IS NULL AND p.disabled_at IS NULL)) AND
        (SELECT 1 FROM delivery d WHERE d.endpoint_id = p.id AND d.status = 'held'
            ORDER BY d.id LIMIT 1) IS NOT NULL
)
"""
STATE = """
SELECT CASE WHEN deleted_at IS NOT NULL THEN 'deleted' WHEN paused_at IS NOT NULL OR disabled_at IS NOT NULL THEN 'closed'
    ELSE 'open' END, discard_below
FROM endpoint WHERE id = %s FOR SHARE
"""
# SKIP LOCKED: a sender that is writing results keeps its rows, so nobody waits for the other in a circle.
_SOME = """
id = ANY(ARRAY(SELECT id FROM delivery WHERE {which} = %(id)s AND status = '{status}'{more} ORDER BY {order} LIMIT %(n)s
    FOR UPDATE SKIP LOCKED)) AND status = '{status}'
"""
_CANCEL = "UPDATE delivery SET status = 'cancelled', reason = '{reason}', finished_at = now() WHERE "
PENDING = {"which": "lane_id", "status": "pending", "more": "", "order": "due_at, id"}
HELD = {"which": "endpoint_id", "status": "held", "more": "", "order": "id"}
HOLD = "UPDATE delivery SET status = 'held' WHERE " + _SOME.format(**PENDING)
RELEASE = "UPDATE delivery SET status = 'pending' WHERE " + _SOME.format(**HELD)
DISCARD = _CANCEL.format(reason="discarded_on_resume") + _SOME.format(**HELD | {"more": " AND id < %(below)s"})
CANCEL_PENDING = _CANCEL.format(reason="endpoint_deleted") + _SOME.format(**PENDING)
CANCEL_HELD = _CANCEL.format(reason="endpoint_deleted") + _SOME.format(**HELD)
# The latest first, and down from there: one that is tried at once and fails is not called for again.
RETRY = """
WITH due AS (
    UPDATE delivery SET due_at = now()
    WHERE id = ANY(ARRAY(SELECT id FROM delivery
        WHERE lane_id = %(id)s AND status = 'pending' AND due_at > now() AND due_at <= %(from)s AND tried > 0
        ORDER BY due_at DESC, id DESC LIMIT %(n)s FOR UPDATE SKIP LOCKED)) AND status = 'pending'
    RETURNING old.due_at
)
SELECT count(*), min(due_at) FROM due
"""
# SKIP LOCKED: two that both share the row would wait for each other; the periodic task comes back.
RETRIES_FROM = """
SELECT retries_from FROM endpoint WHERE id = %s AND retries_from IS NOT NULL FOR NO KEY UPDATE SKIP LOCKED
"""
RETRIED = "UPDATE endpoint SET retries_from = %s WHERE id = %s"
DISCARDED = "UPDATE endpoint SET discard_below = NULL WHERE id = %s AND discard_below = %s"

KEEP_FROM = """
SELECT id FROM delivery WHERE endpoint_id = %(id)s AND status = 'held' ORDER BY id DESC OFFSET %(n)s LIMIT 1
"""
COUNT = "SELECT count(*) FROM delivery WHERE endpoint_id = %s AND status = 'held'"


class Step(NamedTuple):
    """One batch: statement, parameters, and whether it makes something due."""

    sql: str
    params: dict[str, object]
    wakes: bool = False


def count(endpoint_id: UUID) -> int:
    """How many deliveries are held."""
    found = db.row(COUNT, (endpoint_id,))
    return found[0] if found else 0


def discard_below(endpoint_id: UUID, *, newest: int) -> UUID:
    """The id below which everything held is older than the newest so many. newest: 0 discards all."""
    if newest == 0:
        return db.new_id()
    found = db.row(KEEP_FROM, {"id": endpoint_id, "n": newest - 1})
    return found[0] if found else UUID(int=0)


def settle(endpoint_id: UUID, *, budget_s: float = REQUEST_BUDGET_S) -> bool:
    """Move the endpoint's deliveries to where its state wants them; False when the time did not suffice."""
    end = time.monotonic() + budget_s
    while time.monotonic() < end:
        with transaction.atomic():
            if settle_some(endpoint_id) == 0:
                return True
    return False


def settle_at_once(endpoint_id: UUID) -> None:
    """The same to its end in the caller's transaction: an ordered endpoint must not see new events before held ones."""
    while settle_some(endpoint_id):
        continue


def settle_all() -> int:
    """Settle what was left over, in bounded time; how many endpoints were looked at."""
    end = time.monotonic() + TASK_BUDGET_S
    done = 0
    for (endpoint_id,) in db.planned_rows(UNSETTLED):
        left_s = end - time.monotonic()
        if left_s <= 0:
            break
        with contained("endpoint.not_settled", endpoint=public_id("endpoint", endpoint_id)):
            settle(endpoint_id, budget_s=left_s)
        done += 1
    return done


def settle_some(endpoint_id: UUID) -> int:
    """One batch in the caller's transaction; the shared lock keeps the endpoint's state until its end. How many moved."""
    found = db.row(STATE, (endpoint_id,))
    if found is None:
        return 0
    state, below = found
    for step in _steps(endpoint_id, state, below):
        moved = db.execute(step.sql, step.params)
        if moved:
            if step.wakes:
                queue.wake_after_commit(QUEUE, [endpoint_id])
            return moved
    if below is not None:
        db.execute(DISCARDED, (endpoint_id, below))
    return _retry_some(endpoint_id) if state == "open" else 0


def _retry_some(endpoint_id: UUID) -> int:
    """Make a batch of what waits for another try due, when a resume called for it; how many, 0 when it was the last."""
    found = db.row(RETRIES_FROM, (endpoint_id,))
    if found is None:
        return 0
    ((number, reached),) = db.rows(RETRY, {"id": endpoint_id, "from": found[0], "n": BATCH})
    last = number < BATCH
    db.execute(RETRIED, (None if last else reached, endpoint_id))
    if number:
        queue.wake_after_commit(QUEUE, [endpoint_id])
    return 0 if last else number


def _steps(endpoint_id: UUID, state: str, below: UUID | None) -> list[Step]:
    some = {"id": endpoint_id, "n": BATCH}
    if state == "deleted":
        return [Step(CANCEL_PENDING, some), Step(CANCEL_HELD, some)]
    discard = [Step(DISCARD, {**some, "below": below})] if below is not None else []
    if state == "closed":
        return [*discard, Step(HOLD, some)]
    return [*discard, Step(RELEASE, some, wakes=True)]
