"""Jobs that wait for other jobs: released, or cancelled, in the transaction in which the last one of these ends.

They can only name jobs that exist, so there are no cycles. Submitting marks those that are waited for under their row locks;
whoever ends one of them sees the mark. A sweep looks for what was left over.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.outcomes import Category, Outcome
from hub.rules.progress import Step
from hub.rules.status import JOB_FINAL, JobStatus

MOST = 50
# Dependants that one transaction releases; a sweep takes the others.
RELEASED_AT_ONCE = 2_000
FINAL = db.listed(sorted(JOB_FINAL))

MARK = """
UPDATE job SET has_dependants = true WHERE id = ANY(ARRAY(
    SELECT id FROM job WHERE id = ANY(%(ids)s) AND tenant_id = %(tenant)s ORDER BY id FOR UPDATE
)) RETURNING id
"""
INSERT = """
INSERT INTO job_after (job_id, after_id) SELECT job_id, after_id
FROM unnest(%(jobs)b::uuid[], %(afters)b::uuid[]) AS a(job_id, after_id)
"""
# Locked before they are judged: when two of those that a job waits for end at once, the later one sees both.
DEPENDANTS = f"""
SELECT j.id FROM job j
WHERE j.id = ANY(ARRAY(SELECT job_id FROM job_after WHERE after_id = ANY(%b) LIMIT {RELEASED_AT_ONCE})) AND j.gate = 'after'
ORDER BY j.id FOR UPDATE
"""
JUDGE = f"""
SELECT j.id, j.after_policy, j.run_at, bool_and(coalesce(p.status IN ({FINAL}), true)),
    (array_agg(p.id ORDER BY p.id) FILTER (WHERE p.status IN ({FINAL}) AND p.status <> 'succeeded'))[1]
FROM job j JOIN job_after a ON a.job_id = j.id LEFT JOIN job p ON p.id = a.after_id
WHERE j.id = ANY(%b) AND j.gate = 'after' GROUP BY j.id
"""
LATER = """
UPDATE job SET gate = NULL, due_at = run_at, version = version + 1 WHERE id = ANY(%b) AND gate = 'after' RETURNING id
"""
LEFT_OVER = f"""
SELECT j.id FROM job j WHERE j.gate = 'after' AND NOT EXISTS (
    SELECT FROM job_after a JOIN job p ON p.id = a.after_id WHERE a.job_id = j.id AND p.status NOT IN ({FINAL})
) LIMIT {RELEASED_AT_ONCE}
"""
UNSETTLED = f"""
SELECT p.id, p.status FROM job_after a JOIN job p ON p.id = a.after_id
WHERE a.job_id = %s AND p.status NOT IN ({FINAL}) ORDER BY p.id LIMIT {MOST}
"""


class AfterPolicy(StrEnum):
    """What to do when a job that is waited for does not succeed."""

    CANCEL = "cancel"
    RUN = "run"


class Released(NamedTuple):
    """What is to become of a job that waited."""

    job_id: UUID
    step: Step


def wait_for(tenant_id: UUID, waits: Mapping[UUID, Sequence[UUID]]) -> None:
    """Note what each new job waits for, in the transaction that makes it.

    Errors: `not_found` (`after.<place>`) for what is no job of the tenant.
    """
    wanted = {after_id for afters in waits.values() for after_id in afters}
    known = {row[0] for row in db.rows(MARK, {"ids": sorted(wanted), "tenant": tenant_id})}
    for afters in waits.values():
        require_known(afters, wanted - known)
    pairs = [(job_id, after_id) for job_id, afters in waits.items() for after_id in dict.fromkeys(afters)]
    db.execute(INSERT, {"jobs": [pair[0] for pair in pairs], "afters": [pair[1] for pair in pairs]})


def unknown(tenant_id: UUID, ids: Collection[UUID]) -> set[UUID]:
    """Those that are no jobs of the tenant."""
    found = db.rows("SELECT id FROM job WHERE id = ANY(%b) AND tenant_id = %s", (list(ids), tenant_id)) if ids else []
    return set(ids) - {row[0] for row in found}


def require_known(afters: Sequence[UUID], unknown_ids: Collection[UUID]) -> None:
    """Raise HubError `not_found`, naming the place, for the first that is unknown."""
    for place, after_id in enumerate(afters):
        if after_id in unknown_ids:
            raise HubError("not_found", "There is no job with this id.", field=f"after.{place}")


def released_by(ended: Collection[UUID]) -> list[Released]:
    """What follows for the jobs that wait for these, which have just ended in this transaction."""
    if not ended:
        return []
    return judge([row[0] for row in db.rows(DEPENDANTS, (list(ended),))])


def left_over() -> list[UUID]:
    """Jobs that still wait although all they waited for has ended."""
    return [row[0] for row in db.rows(LEFT_OVER)]


def unsettled(job_id: UUID) -> list[tuple[UUID, str]]:
    """What the job still waits for: (id, status)."""
    return [(row[0], row[1]) for row in db.rows(UNSETTLED, (job_id,))]


def judge(job_ids: Sequence[UUID]) -> list[Released]:
    """Those that are to run now or to be cancelled; one that has a time of its own goes on waiting for that."""
    now = datetime.now(UTC)
    released, later = [], []
    for job_id, policy, run_at, all_ended, failed_id in db.rows(JUDGE, (list(job_ids),)) if job_ids else []:
        if failed_id is not None and policy == AfterPolicy.CANCEL:
            released.append(Released(job_id, Step(JobStatus.CANCELLED, error=_because(failed_id))))
        elif all_ended and run_at is not None and run_at > now:
            later.append(job_id)
        elif all_ended:
            released.append(Released(job_id, Step(JobStatus.QUEUED, due_at=now)))
    if later:
        db.execute(LATER, (later,))
    return released


def _because(failed_id: UUID) -> dict[str, object]:
    text = f"It was to run after {public_id('job', failed_id)}, which has not succeeded."
    return Outcome(Category.CONFLICT, text, retryable=False, provider_code="after_failed").as_dict()
