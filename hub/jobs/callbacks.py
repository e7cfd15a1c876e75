"""Answers from outside: the first valid one ends a job's wait, and every one is kept.

`answer` is for whoever knows the job (a source's mapping); callback_addresses.py finds the job by the address that was called.
The job's row lock decides between an answer and the end of the call that asked for it: an answer that is earlier is kept, and
counts when the job gets to `waiting` (`settle_early`, in the transaction that brings it there).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import lifecycle
from hub.jobs.callback_models import Callback
from hub.jobs.lifecycle import COLUMNS, JobRow, event_of
from hub.rules.callbacks import Answer, Said, Verdict
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Outcome
from hub.rules.progress import Step
from hub.rules.status import JOB_FINAL, JobStatus

LOCK = f"SELECT {COLUMNS} FROM job j WHERE j.id = %s AND j.tenant_id = %s FOR UPDATE"
WON = "SELECT 1 FROM callback WHERE job_id = %s AND verdict = 'accepted'"
PROGRESS = f"""
UPDATE job j SET progress = jsonb_build_object('fraction', %(fraction)s::float8, 'message', %(message)s::text,
    'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')), version = j.version + 1
WHERE j.id = %(id)s RETURNING {COLUMNS}
"""
EARLY = """
SELECT c.job_id, c.answer FROM callback c JOIN job j ON j.id = c.job_id
WHERE c.job_id = ANY(%b) AND c.verdict = 'accepted' AND j.status IN ('waiting', 'reconciling') AND j.lane_token IS NULL
"""


@dataclass(frozen=True, slots=True)
class Came:
    """An answer as it came. via: who brought it: `callback`, or `source:<name>`. body: raw."""

    via: str
    body: bytes
    content_type: str = ""
    address_id: UUID | None = None


def answer(tenant_id: UUID, job_id: UUID, understood: Answer, came: Came) -> Verdict:
    """Take an answer for a job: it completes one that waits, counts as soon as one that runs comes to wait, and is kept.

    Joins the caller's transaction. Errors: `not_found` when the tenant has no such job.
    """
    with transaction.atomic():
        row = db.row(LOCK, (job_id, tenant_id))
        if row is None:
            raise HubError("not_found", "There is no job with this id.", field="job_id")
        job = JobRow(*row)
        verdict, reason = _judge(job, understood)
        keep(job.tenant_id, job.id, verdict, came, reason=reason, early=_is_early(job), understood=understood)
        if verdict == Verdict.PROGRESS:
            _tell(job, understood)
        if verdict == Verdict.ACCEPTED:
            settle_early([job.id])
    return verdict


def keep(
    tenant_id: UUID,
    job_id: UUID,
    verdict: Verdict,
    came: Came,
    *,
    reason: str = "",
    early: bool = False,
    understood: Answer | None = None,
) -> None:
    """Write an answer down as evidence."""
    won = understood is not None and verdict == Verdict.ACCEPTED
    Callback.objects.create(
        id=db.new_id(),
        tenant_id=tenant_id,
        job_id=job_id,
        address_id=came.address_id,
        via=came.via,
        verdict=str(verdict),
        reason=reason,
        early=early,
        content_type=came.content_type[:200],
        body=came.body,
        answer={"said": str(understood.said), "result": understood.result, "message": understood.message}
        if won and understood
        else None,
    )


def settle_early(job_ids: Sequence[UUID]) -> None:
    """Complete those of the jobs that wait, or whose own answer was lost, and whose answer has been accepted.

    Call it in the transaction that brought them there: an answer is not applied while a call or a look is under way.
    """
    if not job_ids:
        return
    moves = [
        lifecycle.Move(job_id, _step(Answer(Said(kept["said"]), kept["result"], kept["message"])))
        for job_id, kept in db.rows(EARLY, (list(job_ids),))
    ]
    lifecycle.move(moves, unowned=True)


def _judge(job: JobRow, understood: Answer) -> tuple[Verdict, str]:
    if db.row(WON, (job.id,)):
        return Verdict.REPEATED, "Another answer had been accepted before."
    if job.status in JOB_FINAL:
        return Verdict.LATE, f"The job had ended: {job.status}."
    return (Verdict.PROGRESS if understood.said is Said.PROGRESS else Verdict.ACCEPTED), ""


def _is_early(job: JobRow) -> bool:
    return job.status not in JOB_FINAL and job.status != JobStatus.WAITING


def _tell(job: JobRow, understood: Answer) -> None:
    changed = db.row(PROGRESS, {"id": job.id, "fraction": understood.fraction, "message": understood.message})
    assert changed is not None  # noqa: S101 its row is locked
    outbox.publish([event_of(JobRow(*changed), at=datetime.now(UTC), type="job.progress")])


def _step(understood: Answer) -> Step:
    if understood.said is Said.SUCCEEDED:
        result = understood.result
        return Step(JobStatus.SUCCEEDED, output=result if isinstance(result, dict) else {"result": result})
    message = understood.message or "The system reported that it has failed."
    outcome = Outcome(Category.VALIDATION, message, retryable=False, provider_code="callback")
    return Step(JobStatus.FAILED, error=outcome.as_dict())
