"""Why a job is where it is: one sentence, with the facts behind it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.jobs import after
from hub.jobs.models import Job
from hub.jobs.reads import get_job
from hub.rules.ids import public_id
from hub.rules.progress import NEVER
from hub.rules.status import JobStatus

# Who is before it: what its connection's lane would start first.
AROUND = """
SELECT c.name, c.disabled_at, c.deleted_at, c.max_in_flight, l.blocked_until, l.leased_until,
    c.broken_at, (SELECT count(*) FROM (SELECT FROM job o WHERE o.connection_id = j.connection_id AND o.status = 'running'
        LIMIT 1000) running),
    (SELECT count(*) FROM (SELECT FROM job o WHERE o.connection_id = j.connection_id
        AND o.status IN ('queued', 'retrying', 'scheduled') AND o.due_at <= now()
        AND (o.priority, o.due_at, o.id) < (j.priority, j.due_at, j.id) LIMIT 1000) waiting)
FROM job j JOIN connection c ON c.id = j.connection_id LEFT JOIN lane l ON l.id = j.connection_id
WHERE j.id = %s AND j.tenant_id = %s
"""


@dataclass(frozen=True, slots=True)
class Explained:
    """facts: JSON values, what the sentence rests on."""

    status: str
    sentence: str
    facts: dict[str, Any] = field(default_factory=dict)


def explain(tenant_id: UUID, job_id: UUID, *, now: datetime) -> Explained:
    """Why the job is where it is. Errors: `not_found`."""
    job = get_job(tenant_id, job_id)
    around = db.row(AROUND, (job_id, tenant_id)) or (None, None, None, 0, None, None, None, 0, 0)
    name, disabled_at, deleted_at, most, blocked_until, leased_until, broken_at, running, ahead = around
    facts = {
        "runs": job.tried,
        "max_runs": job.max_runs,
        "due_at": _iso(job.due_at) if job.finished_at is None else None,
        "connection_id": public_id("connection", job.connection_id),
        "connection": name,
        "connection_disabled_at": _iso(disabled_at),
        "connection_broken_at": _iso(broken_at),
        "connection_blocked_until": _iso(blocked_until) if blocked_until and blocked_until > now else None,
        "owned": bool(leased_until and leased_until > now),
        "running_on_connection": running,
        "most_on_connection": most,
        "jobs_ahead": ahead,
        "error": job.error,
        "waits_for": [public_id("job", id_) for id_, _ in after.unsettled(job.id)] if job.gate == "after" else None,
        "concurrency_key": job.concurrency_key,
    }
    gone = deleted_at is not None
    return Explained(job.status, _sentence(job, facts, gone=gone, now=now), _known(facts))


def _sentence(job: Job, facts: dict[str, Any], *, gone: bool, now: datetime) -> str:
    ended = _ended(job)
    if ended:
        return ended
    if job.status == JobStatus.RUNNING:
        asked = " and was asked to stop" if job.cancel_requested_at else ""
        return f"Call {job.tried} of at most {job.max_runs} is under way{asked}."
    if job.status == JobStatus.WAITING:
        return "It waits for the outside system to call back."
    if job.status == JobStatus.RECONCILING and job.due_at >= NEVER:
        return (
            "A call's answer was lost, and there is no safe way to find out what it has done: a person has to look in the"
            f" system and tell the hub (POST /jobs/{public_id('job', job.id)}/resolve)."
        )
    if job.status == JobStatus.RECONCILING:
        return f"A call's answer was lost; after {job.finds} looks the hub goes on looking for its effect."
    if job.gate == "after":
        return f"It waits until {_some(facts['waits_for'])} ended."
    if job.gate == "key":
        return f"It waits for a place: {job.concurrency_limit} of the jobs with its concurrency key may be under way at once."
    return f"It {_waits(job, now)}{_because(facts, gone=gone)}."


def _ended(job: Job) -> str | None:
    message = (job.error or {}).get("message", "no reason is known")
    return {
        JobStatus.SUCCEEDED: f"It succeeded with call {job.tried}.",
        JobStatus.FAILED: f"It failed after {job.tried} of at most {job.max_runs} calls: {message}",
        JobStatus.CANCELLED: "It was cancelled.",
        JobStatus.EXPIRED: f"It had not begun by {_iso(job.expires_at)} and expired.",
    }.get(JobStatus(job.status))


def _some(waits_for: list[str]) -> str:
    if len(waits_for) <= 1:
        return f"{waits_for[0] if waits_for else 'another job'} has"
    return f"{waits_for[0]} and {len(waits_for) - 1} more jobs have"


def _waits(job: Job, now: datetime) -> str:
    if job.due_at > now:
        what = "waits for its time" if job.status == JobStatus.SCHEDULED else "waits for its next call"
        return f"{what}, {_iso(job.due_at)}"
    return "is due"


def _because(facts: dict[str, Any], *, gone: bool) -> str:
    if gone:
        return ", but its connection was deleted"
    if facts["connection_disabled_at"]:
        return ", but its connection is disabled"
    if facts["connection_broken_at"]:
        return (
            ", but the system does not accept its connection's credentials any more: it waits until it is reconnected"
        )
    if facts["connection_blocked_until"]:
        return f", but its connection takes nothing before {facts['connection_blocked_until']}"
    if facts["running_on_connection"] >= facts["most_on_connection"]:
        return f", but its connection is at its limit of {facts['most_on_connection']} calls at once"
    if facts["jobs_ahead"]:
        return f" behind {facts['jobs_ahead']} other jobs of its connection"
    return "" if facts["owned"] else " and the next free worker takes it"


def _known(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
