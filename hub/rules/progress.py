"""What follows from a run's result: done, again, look for it, or a person decides.

Source: docs/design.md, section 5 ("Unknown outcomes are a state, not a retry").
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from hub.rules.outcomes import Category, Done, Outcome, Safety
from hub.rules.retry import next_delay
from hub.rules.status import JobStatus

SCHEDULE_S: Sequence[float] = (2, 10, 60, 300, 1800)
FIND_SCHEDULE_S: Sequence[float] = (1, 3, 10, 30, 60, 120, 300)
# Empty looks, some seconds apart, before a call is made again: a system may commit after its answer was given up.
LOOKS = 2
# Outcomes that park the connection, when they may pass: a spent quota, credentials that somebody has to renew.
PARKING = {Category.QUOTA_EXHAUSTED, Category.AUTH}
# A job that waits for a person has no due time of its own; the column wants one that PostgreSQL and Python both know.
NEVER = datetime.fromisoformat("9999-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Step:
    """A job's next state. due_at: when to look at it again, None when it is final. error: what to show.

    if_cancelled: the state instead of `retrying` when somebody has asked to stop the job without its owner knowing yet.
    """

    status: JobStatus
    due_at: datetime | None = None
    output: dict[str, Any] | None = None
    error: dict[str, Any] | None = None
    if_cancelled: JobStatus = JobStatus.CANCELLED


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a job stands. tried: calls made, the last one included; finds: looks for its effect, likewise."""

    tried: int
    finds: int
    max_runs: int
    safety: Safety
    writes: bool
    cancel_requested: bool


def after_call(result: Done | Outcome, progress: Progress, *, now: datetime, jitter: float) -> Step:
    """What follows from a call. jitter: 0..1."""
    if isinstance(result, Done):
        return Step(JobStatus.SUCCEEDED, output=result.output)
    if result.category == Category.UNKNOWN_OUTCOME:
        return after_lost_answer(progress, result, now=now, jitter=jitter)
    if result.category in PARKING and result.retryable and not progress.cancel_requested:
        # The connection takes nothing for now: that is no failure of the job's, however few runs it has.
        progress = replace(progress, tried=min(progress.tried, 1), max_runs=max(progress.max_runs, 2))
    return _again_or_end(result, progress, now=now, jitter=jitter)


def after_lost_answer(progress: Progress, outcome: Outcome, *, now: datetime, jitter: float) -> Step:
    """A call whose effect may or may not exist: its answer was lost, or its worker was.

    What may be called twice is called again; what can be searched is searched first; the rest waits for a person. Where
    somebody has asked to stop the job, a write is not called again either: its effect is looked for, and a person decides
    where it cannot be.
    """
    if not progress.writes:
        return _again_or_end(outcome, progress, now=now, jitter=jitter, retryable=True)
    look = Step(JobStatus.RECONCILING, _find_at(progress, now, jitter), error=outcome.as_dict())
    if progress.safety in (Safety.IDEMPOTENT, Safety.BY_KEY):
        if progress.cancel_requested:
            return look
        step = _again_or_end(outcome, progress, now=now, jitter=jitter, retryable=True)
        return replace(step, if_cancelled=JobStatus.RECONCILING)
    if progress.safety == Safety.BY_SEARCH:
        return look
    return Step(JobStatus.RECONCILING, NEVER, error=outcome.as_dict())


def after_find(result: Done | Outcome | None, progress: Progress, *, now: datetime, jitter: float) -> Step:
    """What follows from a look for the effect. None: it is not there; seen twice, so the call is made again."""
    if isinstance(result, Done):
        return Step(JobStatus.SUCCEEDED, output=result.output)
    if result is None:
        lost = Outcome(Category.UNKNOWN_OUTCOME, "The answer was lost, and the effect is not there.", retryable=True)
        if progress.finds < LOOKS * progress.tried:
            return Step(JobStatus.RECONCILING, _find_at(progress, now, jitter), error=lost.as_dict())
        return _again_or_end(lost, progress, now=now, jitter=jitter, at_once=True)
    if result.retryable:
        return Step(JobStatus.RECONCILING, result.retry_at or _find_at(progress, now, jitter), error=result.as_dict())
    # The search itself is refused (credentials, permission): nobody knows, so nobody may call again.
    return Step(JobStatus.RECONCILING, NEVER, error=result.as_dict())


def _again_or_end(
    outcome: Outcome,
    progress: Progress,
    *,
    now: datetime,
    jitter: float,
    retryable: bool | None = None,
    at_once: bool = False,
) -> Step:
    error = outcome.as_dict()
    if not (outcome.retryable if retryable is None else retryable):
        return Step(JobStatus.FAILED, error=error)
    if progress.cancel_requested:
        return Step(JobStatus.CANCELLED, error=error)
    delay = next_delay(SCHEDULE_S, min(progress.tried, len(SCHEDULE_S)), jitter=jitter)
    if progress.tried >= progress.max_runs or delay is None:
        return Step(JobStatus.FAILED, error=error)
    due_at = now if at_once else now + delay
    return Step(JobStatus.RETRYING, max(due_at, outcome.retry_at or due_at), error=error)


def _find_at(progress: Progress, now: datetime, jitter: float) -> datetime:
    delay = next_delay(FIND_SCHEDULE_S, min(progress.finds + 1, len(FIND_SCHEDULE_S)), jitter=jitter)
    return now + (delay or timedelta(0))
