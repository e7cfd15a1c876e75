"""What people do to a job: cancel it, or say what became of a call whose answer was lost; with the record of who and why."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import lifecycle
from hub.jobs.lifecycle import COLUMNS, JobRow, Move, move, public_job
from hub.jobs.models import JobChange
from hub.jobs.watch import hint_at_stops
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Outcome
from hub.rules.progress import Step
from hub.rules.status import JobStatus

ASK_TO_STOP = """
UPDATE job SET cancel_requested_at = coalesce(cancel_requested_at, now()), version = version + 1
WHERE id = %s AND tenant_id = %s AND status IN ('running', 'reconciling') RETURNING id
"""
# Nobody looks for the effect in this moment: a look that is under way ends by itself within the job's timeout.
OPEN_QUESTION = f"""
SELECT {COLUMNS} FROM job j
WHERE j.id = %s AND j.tenant_id = %s AND j.status = 'reconciling' AND j.lane_token IS NULL FOR UPDATE
"""
DECIDE = f"""
UPDATE job j SET status = %(status)s, due_at = %(due_at)s, output = coalesce(%(output)s::jsonb, j.output),
    error = %(error)s::jsonb, version = j.version + 1, lane_token = NULL,
    cancel_requested_at = CASE WHEN %(final)s THEN j.cancel_requested_at END,
    finished_at = CASE WHEN %(final)s THEN now() END
WHERE j.id = %(id)s RETURNING {COLUMNS}
"""


class Decision(StrEnum):
    """What a person found out about a call whose answer was lost."""

    SUCCEEDED = "succeeded"  # its effect is there
    FAILED = "failed"  # it is not, and shall not be
    RUN_AGAIN = "run_again"  # it is not: make the call again


@dataclass(frozen=True, slots=True)
class Resolution:
    """by: id of the key or operator. output: of the operation, with `succeeded`. message: what `failed` shows."""

    decision: Decision
    by: str
    reason: str = ""
    output: dict[str, Any] | None = None
    message: str | None = None


def cancel(tenant_id: UUID, job_id: UUID, *, by: str, reason: str = "") -> None:
    """Cancel a job that has not begun; a running one's owner stops the call within about a second.

    What a stopped write has done is unknown: such a job is `reconciling` first. Errors: `not_found`; `job_final`.
    """
    lifecycle.own(tenant_id, job_id)
    with transaction.atomic():
        if not move([Move(job_id, Step(JobStatus.CANCELLED))]):
            if not db.row(ASK_TO_STOP, (job_id, tenant_id)):
                raise HubError("job_final", "This job has ended; there is nothing to cancel.", field="path.job_id")
            hint_at_stops()
        note(tenant_id, job_id, "cancel", by=by, reason=reason)


def resolve(tenant_id: UUID, job_id: UUID, resolution: Resolution) -> None:
    """Say what became of a job that is `reconciling`; it goes on from there.

    Errors: `not_found`; `job_not_unresolved` unless it is `reconciling`, and while a look for its effect is under way.
    """
    lifecycle.own(tenant_id, job_id)
    now = datetime.now(UTC)
    with transaction.atomic():
        if db.row(OPEN_QUESTION, (job_id, tenant_id)) is None:
            detail = (
                "Only a job that is reconciling, and whose effect nobody is looking for right now, can be resolved."
            )
            raise HubError("job_not_unresolved", detail, field="path.job_id")
        step = _step(resolution, now)
        changed = [JobRow(*row) for row in db.rows(DECIDE, _params(job_id, step))]
        facts = {"decision": str(resolution.decision), "by": resolution.by, "reason": resolution.reason}
        note(tenant_id, job_id, f"resolve:{resolution.decision}", by=resolution.by, reason=resolution.reason)
        outbox.publish([_resolved(changed[0], facts, now)])
        lifecycle.follow(changed)
        lifecycle.wake([job.connection_id for job in changed if job.status == JobStatus.RETRYING])


def note(tenant_id: UUID, job_id: UUID, action: str, *, by: str, reason: str) -> None:
    """Record what somebody did to a job."""
    JobChange.objects.create(id=db.new_id(), tenant_id=tenant_id, job_id=job_id, action=action, by=by, reason=reason)


def _step(resolution: Resolution, now: datetime) -> Step:
    if resolution.decision == Decision.SUCCEEDED:
        return Step(JobStatus.SUCCEEDED, output=resolution.output or {})
    if resolution.decision == Decision.RUN_AGAIN:
        return Step(JobStatus.RETRYING, due_at=now)
    message = resolution.message or resolution.reason or "Somebody found that it has not been done."
    outcome = Outcome(Category.UNKNOWN_OUTCOME, message, retryable=False, provider_code="resolved")
    return Step(JobStatus.FAILED, error=outcome.as_dict())


def _params(job_id: UUID, step: Step) -> dict[str, Any]:
    return {
        "id": job_id,
        "status": str(step.status),
        "due_at": step.due_at or datetime.now(UTC),
        "output": None if step.output is None else json.dumps(step.output),
        "error": None if step.error is None else json.dumps(step.error),
        "final": step.status != JobStatus.RETRYING,
    }


def _resolved(job: JobRow, facts: dict[str, str], now: datetime) -> outbox.NewEvent:
    return outbox.new_event(
        job.tenant_id,
        "job.resolved",
        public_job(job) | {"resolution": facts},
        at=now,
        subject_id=job.id,
        topics=lifecycle.topics(job.connection_id, job.tags),
    )
