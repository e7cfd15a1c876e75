"""What moves bulk actions on: one slice under the row's lock, as often as there is something to do."""

import time
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import retries
from hub.jobs.bulk.selection import AS_ASKED, MATCHES, PAGE, Action, from_json, params
from hub.jobs.bulk_models import Bulk
from hub.jobs.lifecycle import Move, move
from hub.jobs.watch import hint_at_stops
from hub.rules.ids import public_id
from hub.rules.progress import Step
from hub.rules.status import JobStatus

# Jobs looked through in one transaction, and what one run of the periodic task may take before the next is due.
SLICE = 500
BUDGET_S = 0.8

TURN = f"""
WITH page AS MATERIALIZED ({PAGE})
SELECT j.id, coalesce({MATCHES} AND {AS_ASKED}, false) FROM page j ORDER BY j.id
"""
ASK_TO_STOP = """
UPDATE job SET cancel_requested_at = coalesce(cancel_requested_at, now()), version = version + 1
WHERE id = ANY(%b) AND status IN ('running', 'reconciling') RETURNING id
"""
NOTE = """
INSERT INTO job_change (id, tenant_id, job_id, action, by, reason)
SELECT uuidv7(), %(tenant)s, job_id, %(action)s, %(by)s, %(reason)s FROM unnest(%(jobs)b::uuid[]) AS j(job_id)
"""


def move_all() -> int:
    """Take slices of all running ones in turn until they are over, or the time is up; how many were taken."""
    until = time.monotonic() + BUDGET_S
    turn = list(Bulk.objects.filter(state="running").order_by("id").values_list("id", flat=True))
    taken = 0
    while turn and time.monotonic() < until:
        taken += len(turn)
        turn = [bulk_id for bulk_id in turn if step(bulk_id)]
    return taken


def step(bulk_id: UUID) -> bool:
    """One slice, unless another process is at it; whether there is more to do."""
    with transaction.atomic():
        found = Bulk.objects.select_for_update(skip_locked=True).filter(id=bulk_id, state="running").first()
        return found is not None and _slice(found)


def _slice(bulk: Bulk) -> bool:
    action = Action(bulk.action)
    given = params(bulk.tenant_id, from_json(bulk.selection), action, asked_at=bulk.created_at, page=SLICE)
    looked = db.planned_rows(TURN, {**given, "after": bulk.position})
    wanted = [row[0] for row in looked if row[1]]
    done = _retry(bulk, wanted) if action == Action.RETRY else _cancel(bulk, wanted)
    bulk.done += done
    bulk.skipped += len(wanted) - done
    if looked:
        bulk.position = looked[-1][0]
    bulk.save(update_fields=["done", "skipped", "position"])
    if len(looked) < SLICE:
        # What had changed by its turn was not selected any more.
        bulk.skipped = max(0, bulk.total - bulk.done)
        bulk.save(update_fields=["skipped"])
        end(bulk, "finished")
        return False
    _tell_tenths(bulk)
    return True


def _retry(bulk: Bulk, ids: list[UUID]) -> int:
    made = retries.retry_many(bulk.tenant_id, ids)
    _note(bulk, list(made), "retry")
    return len(made)


def _cancel(bulk: Bulk, ids: list[UUID]) -> int:
    cancelled = [job.id for job in move([Move(job_id, Step(JobStatus.CANCELLED)) for job_id in ids]) if job.id in ids]
    asked = [row[0] for row in db.rows(ASK_TO_STOP, ([job_id for job_id in ids if job_id not in set(cancelled)],))]
    if asked:
        hint_at_stops()
    _note(bulk, cancelled + asked, "cancel")
    return len(cancelled) + len(asked)


def _note(bulk: Bulk, job_ids: list[UUID], action: str) -> None:
    reason = f"{public_id('bulk', bulk.id)}: {bulk.reason}" if bulk.reason else public_id("bulk", bulk.id)
    facts: dict[str, Any] = {"tenant": bulk.tenant_id, "action": action, "by": bulk.requested_by, "reason": reason}
    db.execute(NOTE, {**facts, "jobs": job_ids})


def end(bulk: Bulk, state: str, *, by: str = "") -> None:
    """A locked one is over, and everybody hears of it."""
    bulk.state, bulk.finished_at, bulk.cancelled_by = state, datetime.now(UTC), by
    bulk.save(update_fields=["state", "finished_at", "cancelled_by"])
    _tell(bulk, "finished")


def _tell_tenths(bulk: Bulk) -> None:
    tenths = (bulk.done + bulk.skipped) * 10 // bulk.total if bulk.total else 0
    if bulk.told < tenths < 10:
        bulk.told = tenths
        bulk.save(update_fields=["told"])
        _tell(bulk, "progress")


def _tell(bulk: Bulk, type: str) -> None:
    facts = {
        "id": public_id("bulk", bulk.id),
        "action": bulk.action,
        "state": bulk.state,
        "reason": bulk.reason,
        "requested_by": bulk.requested_by,
        "total": bulk.total,
        "done": bulk.done,
        "skipped": bulk.skipped,
    }
    event = outbox.new_event(bulk.tenant_id, f"bulk.{type}", facts, at=datetime.now(UTC), subject_id=bulk.id)
    outbox.publish([event])
