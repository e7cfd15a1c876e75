"""Why a job is where it is: one sentence with facts, for whoever wonders at three in the morning."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.rules.errors import HubError
from hub.rules.progress import NEVER
from hub.rules.status import JobStatus

FACTS = """
SELECT j.status, j.due_at, j.tried, j.max_runs, j.finds, j.error, j.expires_at, j.started_at, j.finished_at,
    j.cancel_requested_at, j.created_at, c.name, c.disabled_at, c.deleted_at, c.max_in_flight,
    l.blocked_until, l.leased_until,
    (SELECT count(*) FROM (
        SELECT FROM job o WHERE o.connection_id = j.connection_id AND o.status IN ('scheduled', 'queued', 'retrying')
            AND o.due_at <= now() AND (o.priority, o.due_at, o.id) < (j.priority, j.due_at, j.id) LIMIT 10000
    ) ahead),
    (SELECT count(*) FROM job o WHERE o.connection_id = j.connection_id AND o.status = 'running')
FROM job j JOIN connection c ON c.id = j.connection_id LEFT JOIN lane l ON l.id = j.connection_id
WHERE j.id = %s AND j.tenant_id = %s
"""
NAMES = (
    "status due_at tried max_runs finds error expires_at started_at finished_at cancel_requested_at created_at "
    "connection disabled_at deleted_at max_in_flight blocked_until leased_until ahead running"
).split()


def explain(tenant_id: UUID, job_id: UUID) -> dict[str, Any]:
    """`{"status", "sentence", "facts"}`; facts hold the numbers and instants of the sentence. Errors: `not_found`."""
    row = db.row(FACTS, (job_id, tenant_id))
    if row is None:
        raise HubError("not_found", "There is no job with this id.", field="path.job_id")
    facts = dict(zip(NAMES, row, strict=True))
    sentence = _sentence(facts, datetime.now(UTC))
    shown = {
        name: _shown(value) for name, value in facts.items() if value is not None and name not in ("status", "error")
    }
    return {"status": facts["status"], "sentence": sentence, "facts": shown}


def _sentence(facts: dict[str, Any], now: datetime) -> str:
    match JobStatus(facts["status"]):
        case JobStatus.SCHEDULED:
            return f"It is scheduled and starts in {_span(facts['due_at'], now)}."
        case JobStatus.QUEUED:
            return _queued(facts, now)
        case JobStatus.RUNNING:
            asked = " It was asked to stop and will not be tried again." if facts["cancel_requested_at"] else ""
            return f"Run {facts['tried']} of at most {facts['max_runs']} is under way on {facts['connection']}.{asked}"
        case JobStatus.RETRYING:
            return (
                f"Run {facts['tried']} of at most {facts['max_runs']} failed ({_error(facts)}); "
                f"the next starts in {_span(facts['due_at'], now)}."
            )
        case JobStatus.WAITING:
            return f"{facts['connection']} has been asked; its answer is awaited."
        case JobStatus.RECONCILING:
            return _reconciling(facts, now)
        case JobStatus.SUCCEEDED:
            return f"It succeeded in run {facts['tried']}, {_span(now, facts['finished_at'])} ago."
        case JobStatus.FAILED:
            return f"It failed for good after {facts['tried']} of at most {facts['max_runs']} runs: {_error(facts)}."
        case JobStatus.CANCELLED:
            return f"It was cancelled {_span(now, facts['finished_at'])} ago, after {facts['tried']} runs."
        case JobStatus.EXPIRED:
            return f"It was not done by {facts['expires_at']:%Y-%m-%d %H:%M:%S} UTC, when it expired."


def _queued(facts: dict[str, Any], now: datetime) -> str:
    if facts["disabled_at"]:
        return f"It waits because the connection {facts['connection']} is disabled."
    if facts["blocked_until"] and facts["blocked_until"] > now:
        return (
            f"It waits for {facts['connection']}, which asked for a pause of {_span(facts['blocked_until'], now)} more."
        )
    return (
        f"It is queued on {facts['connection']} behind {facts['ahead']} jobs; {facts['running']} of at most "
        f"{facts['max_in_flight']} calls are under way there."
    )


def _reconciling(facts: dict[str, Any], now: datetime) -> str:
    if facts["due_at"] >= NEVER:
        return (
            f"Nobody knows whether {facts['connection']} has done it ({_error(facts)}), and there is no safe way to find "
            "out: a person has to look there and decide."
        )
    return (
        f"The answer of {facts['connection']} was lost ({_error(facts)}); before anything is called again the hub looks "
        f"for what the call has done, next in {_span(facts['due_at'], now)} (looked {facts['finds']} times so far)."
    )


def _error(facts: dict[str, Any]) -> str:
    error = facts["error"] or {}
    return f"{error.get('category', 'unknown')}: {error.get('message', '').rstrip('.')}"


def _span(later: datetime, earlier: datetime) -> str:
    seconds = max(0, round((later - earlier).total_seconds()))
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {unit}"
    return f"{seconds} s"


def _shown(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
