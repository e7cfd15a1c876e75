"""What a lane's owner remembers of its connection: breaker, the system's own limits, the last errors; kept for the next owner.

Times are seconds since 1970, for they outlive the process, except where monotonic seconds are named.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from hub.jobs.accesses import BROKEN, Known
from hub.lanes.work import Lane
from hub.rules.limits import UNLIMITED, Breaker, TokenBucket
from hub.rules.outcomes import Category, Done, Outcome
from hub.rules.quotas import Limits, Quota

# Of a connection whose row is gone.
FALLBACK_IN_FLIGHT = 10
# A parked lane is looked at so often at least, in case that what held it went away without a sign.
PARKED_S = 3600.0
# A spent quota of which nobody knows when it is given anew.
UNTOLD_RESET_S = 60.0
ERRORS_KEPT = 5
# One call may be refused for reasons of its own; so many in a row, with nothing else between, speak of the credentials.
AUTH_FAILURES = 3
FAILING = {Category.UNAVAILABLE, Category.UNKNOWN_OUTCOME}


@dataclass(slots=True)
class LaneMemory:
    """What a lane's owner keeps. quotas: the newest word on each, with when it was heard.

    retry_at: the system asked for silence until then. why: what holds the lane up, "" for nothing. auth_failures: in a row.
    errors: the last ones, the newest first.
    """

    known: Known | None
    breaker: Breaker = field(default_factory=Breaker)
    buckets: dict[str, TokenBucket] = field(default_factory=dict)
    quotas: dict[str, tuple[Quota, float]] = field(default_factory=dict)
    retry_at: float = 0.0
    why: str = ""
    auth_failures: int = 0
    errors: list[dict[str, Any]] = field(default_factory=list)


def remember(known: Known | None, state: dict[str, Any]) -> LaneMemory:
    """What the former owner kept; what counts no more since a fresh start is left out."""
    memory = LaneMemory(known, errors=list(state.get("errors") or []))
    if known is not None and known.fresh_starts > state.get("fresh_starts", 0):
        state = {"buckets": state.get("buckets")}
    memory.breaker = Breaker.from_dict(state.get("breaker") or {})
    memory.quotas = {name: _read(name, one) for name, one in (state.get("quotas") or {}).items()}
    memory.retry_at = state.get("retry_at", 0.0)
    memory.auth_failures = state.get("auth_failures", 0)
    memory.buckets = buckets_of(known, state.get("buckets") or {})
    return memory


def buckets_of(known: Known | None, saved: Mapping[str, Any]) -> dict[str, TokenBucket]:
    """The connection's rates with what was left of them. A tenth may go at once: a window never sees much more than all."""
    buckets = {}
    for name, (requests, window_s) in (known.rates if known else {}).items():
        bucket = TokenBucket.full(requests / window_s, max(1.0, requests / 10), now_s=time.time())
        tokens, at = saved.get(name) or (bucket.tokens, bucket.at)
        buckets[name] = replace(bucket, tokens=min(tokens, bucket.burst), at=at)
    return buckets


def follow(lane: Lane, known: Known) -> None:
    """Take over what was changed of the connection while we own its lane."""
    memory: LaneMemory = lane.config
    if memory.known is known:
        return
    if memory.known is not None and known.fresh_starts > memory.known.fresh_starts:
        memory.breaker, memory.quotas, memory.retry_at, memory.auth_failures = Breaker(), {}, 0.0, 0
    memory.known = known
    memory.buckets = buckets_of(known, {name: (one.tokens, one.at) for name, one in memory.buckets.items()})


def room(lane: Lane, now: float) -> int:
    """How many calls the lane may have in flight now; says until when and why it is blocked if none may begin.

    now: monotonic seconds.
    """
    memory: LaneMemory = lane.config
    wall_s, under_way = time.time(), len(lane.in_flight)
    if memory.known is not None and memory.known.parked:
        return _block(lane, "broken" if memory.known.access is BROKEN else "disabled", now + PARKED_S)
    if memory.retry_at > wall_s:
        return _block(lane, "asked_to_wait", now + memory.retry_at - wall_s)
    most = memory.known.max_in_flight if memory.known else FALLBACK_IN_FLIGHT
    allowed = memory.breaker.allows(wall_s)
    if not allowed:
        return _block(lane, "breaker", now + memory.breaker.until - wall_s)
    if allowed < UNLIMITED:
        most = min(most, under_way + (0 if under_way else allowed))
    for quota, heard_at in memory.quotas.values():
        until = _reset(quota, heard_at)
        if quota.remaining is None or until <= wall_s:
            continue
        if quota.spent:
            return _block(lane, f"quota:{quota.name}", now + until - wall_s)
        most = min(most, quota.remaining)
    for name, bucket in memory.buckets.items():
        _, granted, wait_s = bucket.take(wall_s, UNLIMITED)
        if not granted:
            return _block(lane, f"rate:{name}", now + wait_s)
        most = min(most, under_way + granted)
    memory.why = ""
    return most


def note_start(lane: Lane) -> None:
    """One of its calls begins."""
    memory: LaneMemory = lane.config
    wall_s = time.time()
    memory.breaker = memory.breaker.started(wall_s)
    for name, bucket in memory.buckets.items():
        memory.buckets[name], _, _ = bucket.take(wall_s, 1)


def learn(lane: Lane, result: Done | Outcome | None, *, wall_s: float, now: float) -> bool:
    """One of its calls has come back; whether its credentials are to be declared broken. now: monotonic seconds."""
    memory: LaneMemory = lane.config
    if isinstance(result, Outcome):
        _note_error(memory, result, wall_s)
    if result is not None and result.limits is not None:
        _hear(memory, result.limits)
    if isinstance(result, Outcome) and result.category in (Category.RATE_LIMIT, Category.QUOTA_EXHAUSTED):
        if result.retry_at is not None:
            memory.retry_at = max(memory.retry_at, result.retry_at.timestamp())
        elif result.category is Category.QUOTA_EXHAUSTED and result.retryable:
            memory.retry_at = max(memory.retry_at, wall_s + UNTOLD_RESET_S)
    if not _says_nothing(result):
        probed = memory.breaker.state != "closed"
        ok = not (isinstance(result, Outcome) and result.category in FAILING)
        memory.breaker = memory.breaker.record(wall_s, ok)
        if probed:
            lane.blocked_until = now + max(0.0, memory.breaker.until - wall_s)
    return _auth_failed(memory, result)


def keep_state(lane: Lane) -> None:
    """For the next owner, and for whoever asks how the connection is."""
    memory: LaneMemory = lane.config
    wall_s = time.time()
    state = {
        "fresh_starts": memory.known.fresh_starts if memory.known else 0,
        "breaker": memory.breaker.to_dict(),
        "buckets": {name: (one.tokens, one.at) for name, one in memory.buckets.items()},
        "quotas": {name: _written(*one) for name, one in memory.quotas.items() if _reset(*one) > wall_s},
        "retry_at": memory.retry_at if memory.retry_at > wall_s else 0.0,
        "why": memory.why,
        "auth_failures": memory.auth_failures,
        "errors": memory.errors,
    }
    lane.state = {name: value for name, value in state.items() if value}


def _block(lane: Lane, why: str, until: float) -> int:
    lane.blocked_until = max(lane.blocked_until, until)
    lane.config.why = why
    keep_state(lane)
    return 0


def _says_nothing(result: Done | Outcome | None) -> bool:
    """It tells nothing about whether the system works: nothing was sent, or the call was stopped."""
    return isinstance(result, Outcome) and result.provider_code in (
        BROKEN.provider_code,
        "target_forbidden",
        "database",
    )


def _auth_failed(memory: LaneMemory, result: Done | Outcome | None) -> bool:
    if not isinstance(result, Outcome):
        memory.auth_failures = 0
        return False
    if result.category is not Category.AUTH or result.provider_code == BROKEN.provider_code:
        return False
    memory.auth_failures += 1
    return memory.auth_failures >= AUTH_FAILURES


def _note_error(memory: LaneMemory, outcome: Outcome, wall_s: float) -> None:
    at = datetime.fromtimestamp(wall_s, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    memory.errors = [{"at": at, **outcome.as_dict()}, *memory.errors][:ERRORS_KEPT]


def _hear(memory: LaneMemory, limits: Limits) -> None:
    heard_at = limits.observed_at.timestamp()
    for name, quota in limits.quotas.items():
        # Answers come back in any order; the one that was made last counts.
        if name not in memory.quotas or memory.quotas[name][1] <= heard_at:
            memory.quotas[name] = (quota, heard_at)
    if limits.retry_at is not None:
        memory.retry_at = max(memory.retry_at, limits.retry_at.timestamp())


def _reset(quota: Quota, heard_at: float) -> float:
    """When what is left of it counts no more."""
    if quota.reset_at is not None:
        return quota.reset_at.timestamp()
    return heard_at + (quota.window_s or UNTOLD_RESET_S)


def _written(quota: Quota, heard_at: float) -> dict[str, Any]:
    reset_at = quota.reset_at.timestamp() if quota.reset_at else None
    known = {"limit": quota.limit, "remaining": quota.remaining, "window_s": quota.window_s, "reset_at": reset_at}
    return {"at": heard_at, **{name: value for name, value in known.items() if value is not None}}


def _read(name: str, saved: dict[str, Any]) -> tuple[Quota, float]:
    reset_at = datetime.fromtimestamp(saved["reset_at"], UTC) if "reset_at" in saved else None
    quota = Quota(name, saved.get("limit"), saved.get("remaining"), saved.get("window_s"), reset_at)
    return quota, saved["at"]
