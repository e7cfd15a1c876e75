"""Firing schedules whose time has come: one transaction for each, in which the tick, its job and the next time are written.

A tick is a row under (schedule, time): whoever comes second makes no second job. What was not fired at in time, because nobody
was there to, is made up for once, or not at all.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog
from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import schedules, submit
from hub.jobs.schedule_models import Schedule, Tick
from hub.jobs.submit import JobRequest
from hub.rules import cron
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.status import JOB_NOT_ENDED

log = structlog.get_logger()

SLICE = 200
# Later than this is not in time any more.
LATE = timedelta(minutes=1)
# Times that are counted one by one after a pause of the hub.
COUNTED = 10_000
NOT_ENDED = db.listed(JOB_NOT_ENDED)

DUE = "SELECT id FROM schedule WHERE next_at <= now() AND next_at IS NOT NULL ORDER BY next_at LIMIT %s"
LOCK = "SELECT id FROM schedule WHERE id = %s AND next_at <= now() AND next_at IS NOT NULL FOR UPDATE SKIP LOCKED"
LAST_ONE = f"SELECT id FROM job WHERE schedule_id = %s AND schedule_id IS NOT NULL AND status IN ({NOT_ENDED}) LIMIT 1"


def fire_due(*, now: datetime | None = None) -> int:
    """Fire what is due; how many jobs were made. now: the instant that is taken for the present, for tests."""
    return sum(_fire(row[0], now or datetime.now(UTC)) for row in db.rows(DUE, (SLICE,)))


def run_now(tenant_id: UUID, schedule_id: UUID, *, by: str) -> Tick:
    """Make the schedule's job now, also while it is paused; its overlap rule holds. Errors: `not_found`."""
    schedule = schedules.get(tenant_id, schedule_id)
    with transaction.atomic():
        return _tick(schedule, datetime.now(UTC), by=by)


def _fire(schedule_id: UUID, now: datetime) -> int:
    with transaction.atomic():
        if db.row(LOCK, (schedule_id,)) is None:
            return 0
        schedule = Schedule.objects.get(id=schedule_id)
        due = schedule.next_at
        assert due is not None  # noqa: S101 the lock says so
        last, passed = cron.latest(schedule.cron, schedule.timezone, since=due, now=now, most=COUNTED)
        upcoming = cron.times(schedule.cron, schedule.timezone, after=max(last, now), count=1)
        schedule.next_at = upcoming[0] if upcoming else None
        schedule.save(update_fields=["next_at"])
        if Tick.objects.filter(schedule_id=schedule_id, fire_at=last).exists():
            return 0
        if now - last > LATE and schedule.catch_up == "skip":
            _note(schedule, last, "missed", reason=f"Nobody was there to fire at {passed} times, this one the last.")
            return 0
        made = _tick(schedule, last, reason=f"Also for {passed - 1} times before." if passed > 1 else "")
        return int(made.job_id is not None)


def _tick(schedule: Schedule, fire_at: datetime, *, reason: str = "", by: str = "") -> Tick:
    """Make the job of one time, unless the rules or the job itself are against it."""
    if schedule.overlap == "skip":
        running = db.row(LAST_ONE, (schedule.id,))
        if running is not None:
            return _note(schedule, fire_at, "skipped", reason=f"{public_id('job', running[0])} had not ended.", by=by)
    try:
        accepted = submit.submit(schedule.tenant_id, _request(schedule))
    except HubError as error:
        tick = _note(schedule, fire_at, "refused", reason=error.detail, by=by)
        outbox.publish([_refused(schedule, tick)])
        return tick
    return _note(schedule, fire_at, "started", reason=reason, by=by, job_id=accepted.id)


def _request(schedule: Schedule) -> JobRequest:
    return JobRequest(
        connection_id=schedule.connection_id,
        operation=schedule.operation,
        input=schedule.input,
        priority=schedule.priority,
        timeout_s=schedule.timeout_s,
        max_runs=schedule.max_runs,
        tags=tuple(schedule.tags),
        metadata=schedule.metadata,
        schedule_id=schedule.id,
        # One after the other.
        concurrency_key=f"schedule:{public_id('schedule', schedule.id)}" if schedule.overlap == "queue" else None,
    )


def _note(
    schedule: Schedule, fire_at: datetime, outcome: str, *, reason: str, by: str = "", job_id: UUID | None = None
) -> Tick:
    log.info("schedule.fired", schedule=public_id("schedule", schedule.id), outcome=outcome)
    return Tick.objects.create(
        schedule_id=schedule.id,
        fire_at=fire_at,
        tenant_id=schedule.tenant_id,
        outcome=outcome,
        reason=reason,
        job_id=job_id,
        by=by,
    )


def _refused(schedule: Schedule, tick: Tick) -> outbox.NewEvent:
    facts = {
        "id": public_id("schedule", schedule.id),
        "name": schedule.name,
        "fire_at": tick.fire_at.isoformat(),
        "reason": tick.reason,
    }
    return outbox.new_event(schedule.tenant_id, "schedule.refused", facts, at=datetime.now(UTC), subject_id=schedule.id)
