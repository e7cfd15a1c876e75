"""Every change of a job's state: one guarded update for a batch, and the events that follow in the same transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction

from hub import db, queue
from hub.delivery import outbox
from hub.jobs import after, batches, gates
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.progress import NEVER, Step
from hub.rules.status import JOB_FINAL, JOB_UNDER_WAY, JobStatus, before

QUEUE = "jobs"

COLUMNS = """
j.id, j.tenant_id, j.connection_id, j.connector, j.operation, j.input, j.status, j.priority, j.due_at, j.expires_at,
j.timeout_s, j.max_runs, j.tags, j.metadata, j.callback_endpoint_id, j.version, j.tried, j.finds, j.lane_token,
j.output, j.error, j.cancel_requested_at, j.created_at, j.started_at, j.finished_at, j.progress, j.concurrency_key,
j.concurrency_limit, j.gate, j.has_dependants, j.batch_id
"""

# The guard: the state it comes from, and the token that it runs under: only its owner ends a job whose call may have an
# effect. Who asked it to stop may have done so after its call began, so that is seen here and not in the owner's memory.
MOVE = f"""
UPDATE job j SET version = j.version + 1, lane_token = NULL, gate = NULL,
    due_at = CASE WHEN m.status = 'retrying' AND j.cancel_requested_at IS NOT NULL THEN least(m.due_at, now() + interval '1 s')
        ELSE m.due_at END,
    status = CASE WHEN m.status = 'retrying' AND j.cancel_requested_at IS NOT NULL THEN m.if_cancelled ELSE m.status END,
    output = coalesce(m.output::jsonb, j.output), error = m.error::jsonb,
    finished_at = CASE WHEN m.final
        OR m.status = 'retrying' AND j.cancel_requested_at IS NOT NULL AND m.if_cancelled = 'cancelled' THEN now() END
FROM unnest(%(ids)b::uuid[], %(statuses)b::text[], %(befores)b::text[], %(tokens)b::bigint[], %(dues)b::timestamptz[],
    %(outputs)b::text[], %(errors)b::text[], %(finals)b::bool[], %(if_cancelleds)b::text[])
    AS m(id, status, befores, token, due_at, output, error, final, if_cancelled)
WHERE j.id = m.id AND j.status = ANY(string_to_array(m.befores, ','))
    AND CASE WHEN m.token IS NOT NULL THEN j.lane_token = m.token WHEN %(unowned)s THEN j.lane_token IS NULL
        ELSE j.status NOT IN ('running', 'reconciling') END
RETURNING {COLUMNS}
"""


class JobRow(NamedTuple):
    """A job as COLUMNS selects it."""

    id: UUID
    tenant_id: UUID
    connection_id: UUID
    connector: str
    operation: str
    input: dict[str, Any]
    status: str
    priority: int
    due_at: datetime
    expires_at: datetime | None
    timeout_s: float
    max_runs: int
    tags: list[str]
    metadata: dict[str, Any]
    callback_endpoint_id: UUID | None
    version: int
    tried: int
    finds: int
    lane_token: int | None
    output: dict[str, Any] | None
    error: dict[str, Any] | None
    cancel_requested_at: datetime | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    progress: dict[str, Any] | None = None
    concurrency_key: str | None = None
    concurrency_limit: int = 1
    gate: str | None = None
    has_dependants: bool = False
    batch_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """A wanted change. token: the lane's under which the caller has the job; None for callers who do not own it."""

    job_id: UUID
    step: Step
    token: int | None = None


def move(moves: Sequence[Move], *, unowned: bool = False) -> list[JobRow]:
    """Make the changes whose guard holds, with their events, in one transaction; the jobs that changed.

    unowned: moves without a token may also change a job whose call's answer was lost, as long as nobody looks for it right now.
    """
    if not moves:
        return []
    with transaction.atomic():
        changed = [JobRow(*row) for row in db.rows(MOVE, {**_params(moves), "unowned": unowned})]
        return changed + follow(changed)


def follow(changed: Sequence[JobRow]) -> list[JobRow]:
    """Whatever follows from jobs' new states, in the transaction that changed them; the other jobs that changed with them.

    Events; parked jobs come back; jobs that waited for these are released, or cancelled and followed in turn.
    """
    also: list[JobRow] = []
    now = datetime.now(UTC)
    while changed:
        outbox.publish([event_of(job, at=now) for job in changed])
        freed = {
            gates.Key(job.tenant_id, job.concurrency_key)
            for job in changed
            if job.concurrency_key is not None and job.status not in JOB_UNDER_WAY
        }
        wake(list(gates.release(freed)))
        batches.settle_after_commit({job.batch_id for job in changed if job.batch_id and job.status in JOB_FINAL})
        waited_for = [job.id for job in changed if job.has_dependants and job.status in JOB_FINAL]
        changed = _release(after.released_by(waited_for))
        also += changed
    return also


def _release(released: Sequence[after.Released]) -> list[JobRow]:
    if not released:
        return []
    moves = [Move(one.job_id, one.step) for one in released]
    changed = [JobRow(*row) for row in db.rows(MOVE, {**_params(moves), "unowned": False})]
    wake([job.connection_id for job in changed if job.status == JobStatus.QUEUED])
    return changed


def release_waiting(job_ids: Sequence[UUID]) -> list[JobRow]:
    """Judge jobs that wait for others anew: those that need not wait go on; in one transaction."""
    with transaction.atomic():
        changed = _release(after.judge(job_ids))
        return changed + follow(changed)


def own(tenant_id: UUID, job_id: UUID) -> None:
    """Raise HubError `not_found` unless the tenant has such a job."""
    if db.row("SELECT id FROM job WHERE id = %s AND tenant_id = %s", (job_id, tenant_id)) is None:
        raise HubError("not_found", "There is no job with this id.", field="path.job_id")


def wake(connection_ids: Sequence[UUID]) -> None:
    """Hint at these connections' lanes after the commit."""
    queue.wake_after_commit(QUEUE, connection_ids)


def event_of(job: JobRow, *, at: datetime, type: str | None = None) -> outbox.NewEvent:
    """`job.<status>`, or another type, with the job as clients know it; a final one also goes to the job's own callback."""
    return outbox.new_event(
        job.tenant_id,
        type or f"job.{job.status}",
        public_job(job),
        at=at,
        subject_id=job.id,
        topics=topics(job.connection_id, job.tags),
        callback_id=job.callback_endpoint_id if job.status in JOB_FINAL else None,
    )


def topics(connection_id: UUID, tags: Sequence[str]) -> tuple[str, ...]:
    """Stream topics of a job's events besides its own."""
    return (f"connection:{public_id('connection', connection_id)}", *(f"tag:{tag}" for tag in tags))


def public_job(job: JobRow) -> dict[str, Any]:
    """The job in events: no input, which may hold what receivers have no business with."""
    return {
        "id": public_id("job", job.id),
        "status": job.status,
        "version": job.version,
        "connection_id": public_id("connection", job.connection_id),
        "connector": job.connector,
        "operation": job.operation,
        "tags": job.tags,
        "metadata": job.metadata,
        "runs": job.tried,
        "progress": job.progress,
        "output": job.output,
        "error": job.error,
        "created_at": _iso(job.created_at),
        "started_at": _iso(job.started_at),
        "finished_at": _iso(job.finished_at),
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _params(moves: Sequence[Move]) -> dict[str, list]:
    steps = [one.step for one in moves]
    return {
        "ids": [one.job_id for one in moves],
        "statuses": [str(step.status) for step in steps],
        "befores": [",".join(before(step.status)) for step in steps],
        "tokens": [one.token for one in moves],
        "dues": [step.due_at or NEVER for step in steps],
        "outputs": [None if step.output is None else json.dumps(step.output) for step in steps],
        "errors": [None if step.error is None else json.dumps(step.error) for step in steps],
        "finals": [step.status in JOB_FINAL for step in steps],
        "if_cancelleds": [str(step.if_cancelled) for step in steps],
    }
