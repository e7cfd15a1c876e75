"""The first half of a run: pick due jobs of owned lanes, mark them, write the run row, tell the log, in one transaction."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import operations
from hub.jobs.callback_addresses import Address, Wanted, issue
from hub.jobs.callbacks import settle_early
from hub.jobs.gates import Key, Picked, TenantLimits, park
from hub.jobs.lifecycle import COLUMNS, JobRow, Move, event_of, move
from hub.lanes.work import Lane
from hub.rules.outcomes import Category, Outcome
from hub.rules.progress import Progress, Step, after_lost_answer
from hub.rules.status import JobStatus

# A `reconciling` job stays in that state while its effect is looked for.
PICK = f"""
UPDATE job j SET lane_token = l.token, started_at = coalesce(j.started_at, now()), version = j.version + 1,
    status = CASE WHEN j.status = 'reconciling' THEN j.status ELSE 'running' END,
    tried = j.tried + (j.status <> 'reconciling')::int, finds = j.finds + (j.status = 'reconciling')::int
FROM lane l
WHERE l.id = j.connection_id AND j.id = ANY(ARRAY(
    SELECT picked.id FROM unnest(%(lanes)b::uuid[], %(tokens)b::bigint[], %(rooms)b::int[]) AS wanted(lane_id, token, room)
    JOIN lane own ON own.id = wanted.lane_id AND own.token = wanted.token
    CROSS JOIN LATERAL (
        SELECT d.id FROM job d
        WHERE d.connection_id = wanted.lane_id AND d.status IN ('scheduled', 'queued', 'retrying', 'reconciling')
            AND d.due_at <= now() AND d.id <> ALL(%(busy)b::uuid[])
            AND (d.expires_at IS NULL OR d.expires_at > now() OR d.status = 'reconciling')
        ORDER BY d.priority, d.due_at, d.id LIMIT wanted.room
    ) picked
)) AND j.status IN ('scheduled', 'queued', 'retrying', 'reconciling')
RETURNING {COLUMNS}, old.status, old.started_at
"""

RUNS = """
INSERT INTO run (id, job_id, tenant_id, kind, status, started_at)
SELECT id, job_id, tenant_id, kind, 'running', now()
FROM unnest(%(ids)b::uuid[], %(jobs)b::uuid[], %(tenants)b::uuid[], %(kinds)b::text[]) AS r(id, job_id, tenant_id, kind)
"""

# How often a fetch tries to fill the places of parked jobs.
PICKS = 4

EXPIRED = """
SELECT id FROM job WHERE connection_id = ANY(%s) AND status IN ('scheduled', 'queued', 'retrying') AND due_at <= now()
    AND expires_at <= now() LIMIT 1000
"""

# Owned by nobody any more: marked under a token that is not the lane's present one.
LEFT_BEHIND = f"""
SELECT {COLUMNS} FROM job j JOIN lane l ON l.id = j.connection_id
WHERE j.connection_id = ANY(%s) AND j.status = 'running' AND j.lane_token < l.token
"""
ABANDON = """
UPDATE run SET status = 'abandoned', finished_at = now() WHERE job_id = ANY(%s) AND status = 'running'
RETURNING job_id, started_at
"""
WORKER_LOST = Outcome(
    Category.UNKNOWN_OUTCOME, "The worker was lost during the call; its effect may exist.", retryable=True
)


class Begun(NamedTuple):
    """A job that has been marked, with the run that was opened for it."""

    job: JobRow
    run_id: UUID
    kind: str
    address: Address | None = None


def pick(wanted: dict[UUID, int], lanes: dict[UUID, Lane], limits: TenantLimits) -> list[Begun]:
    """Due jobs of these lanes, at most so many of each, marked `running` under the lane's token and announced.

    Jobs past their `expires_at` become `expired` instead; those for which their tenant or their `concurrency_key` has no place
    are left.
    """
    expired = [row[0] for row in db.rows(EXPIRED, (list(wanted),))]
    move([Move(job_id, Step(JobStatus.EXPIRED)) for job_id in expired])
    now = datetime.now(UTC)
    with transaction.atomic():
        jobs = _admitted(wanted, lanes, limits)
        begun = [Begun(job, db.new_id(), _kind(job)) for job in jobs]
        if begun:
            db.execute(RUNS, _run_params(begun))
            begun = _with_addresses(begun)
            outbox.publish([event_of(one.job, at=now) for one in begun if one.kind == "call"])
    return begun


def _admitted(wanted: dict[UUID, int], lanes: dict[UUID, Lane], limits: TenantLimits) -> list[JobRow]:
    """Marked jobs that may begin. Where some were parked, others of the lane get their chance."""
    left = limits.rooms(wanted, {lane_id: lanes[lane_id].tenant_id for lane_id in wanted})
    admitted: list[JobRow] = []
    for _ in range(PICKS):
        if not left:
            break
        busy = [job_id for lane_id in left for job_id in lanes[lane_id].in_flight] + [job.id for job in admitted]
        params = {
            "lanes": list(left),
            "tokens": [lanes[lane_id].token for lane_id in left],
            "rooms": list(left.values()),
            "busy": busy,
        }
        rows = db.rows(PICK, params)
        jobs = [JobRow(*row[:-2]) for row in rows]
        keyed = [
            Picked(job.id, job.connection_id, Key(job.tenant_id, job.concurrency_key), job.concurrency_limit, *row[-2:])
            for job, row in zip(jobs, rows, strict=True)
            if job.concurrency_key is not None and job.status == JobStatus.RUNNING
        ]
        parked = park(keyed) if keyed else set()
        admitted += [job for job in jobs if job.id not in parked]
        left = dict(Counter(job.connection_id for job in jobs if job.id in parked))
    return admitted


def _with_addresses(begun: list[Begun]) -> list[Begun]:
    """Each call whose answer comes later with an address to hand out."""
    wanted = []
    for one in begun:
        operation = operations.of_job(one.job.connector, one.job.connection_id, one.job.operation)
        terms = operation.terms_for(one.job.input) if one.kind == "call" else None
        if terms is not None:
            wanted.append(Wanted(one.job.tenant_id, one.job.id, one.run_id, terms))
    addresses = issue(wanted)
    return [one._replace(address=addresses.get(one.run_id)) for one in begun] if addresses else begun


def take_over(lanes: Sequence[Lane]) -> int:
    """Jobs that a former owner left `running`: nobody knows their outcome; how many there were.

    Never a blind second call: what may be called twice is retried, the rest is reconciled (docs/design.md, section 5).
    """
    left = [JobRow(*row) for row in db.rows(LEFT_BEHIND, ([lane.id for lane in lanes],))]
    if not left:
        return 0
    now = datetime.now(UTC)
    with transaction.atomic():
        started = dict(db.rows(ABANDON, ([job.id for job in left],)))
        moved = move([Move(job.id, _after_loss(job, started.get(job.id, now), now), job.lane_token) for job in left])
        # What the call has done may have been told by the system itself.
        settle_early([job.id for job in moved if job.status == JobStatus.RECONCILING])
    return len(left)


def _after_loss(job: JobRow, started_at: datetime, now: datetime) -> Step:
    """As after a lost answer; but the call may still be under way, so nobody looks for its effect before its timeout."""
    step = after_lost_answer(progress_of(job), WORKER_LOST, now=now, jitter=0.5)
    if step.status != JobStatus.RECONCILING or step.due_at is None:
        return step
    return replace(step, due_at=max(step.due_at, started_at + timedelta(seconds=job.timeout_s)))


def progress_of(job: JobRow) -> Progress:
    """What the rules need to know of a job."""
    operation = operations.of_job(job.connector, job.connection_id, job.operation)
    return Progress(
        tried=job.tried,
        finds=job.finds,
        max_runs=job.max_runs,
        safety=operation.safety_for(job.input),
        writes=operation.writes_for(job.input),
        cancel_requested=job.cancel_requested_at is not None,
    )


def _kind(job: JobRow) -> str:
    return "find" if job.status == JobStatus.RECONCILING else "call"


def _run_params(begun: Sequence[Begun]) -> dict[str, list]:
    return {
        "ids": [one.run_id for one in begun],
        "jobs": [one.job.id for one in begun],
        "tenants": [one.job.tenant_id for one in begun],
        "kinds": [one.kind for one in begun],
    }
