"""What a lane's owner remembers of its endpoint: breaker, rate limit, how long it has failed; kept for the next owner."""

import time
from dataclasses import dataclass, replace
from typing import Any

from hub.delivery.outcomes import Judged
from hub.delivery.targets import Target
from hub.lanes.work import Lane
from hub.rules.limits import Breaker, TokenBucket
from hub.rules.status import DeliveryStatus

# A breaker that opened before its endpoint was resumed, or led elsewhere, holds nobody up: the next owner closes it. IN is
# hashed once for all lanes; asking each of 10,000 blocked ones for its endpoint takes 24 ms.
UNBLOCKED = """
l.id IN (SELECT p.id FROM endpoint p WHERE p.fresh_starts > 0)
    AND (SELECT p.fresh_starts FROM endpoint p WHERE p.id = l.id) > coalesce((l.state ->> 'fresh_starts')::int, 0)
"""


@dataclass(slots=True)
class LaneMemory:
    """What a lane's owner keeps: its target (None for callbacks), breaker and token bucket (times in epoch seconds).

    failing_since, failed_at: the first and the latest of nothing but failures; 0 when the last attempt went well.
    failing_version: the endpoint's meanwhile; one that was changed or resumed since begins anew. failed_with: what the latest
    failure was. succeeded_at: when an attempt last went well since it began anew.
    """

    target: Target | None
    breaker: Breaker
    bucket: TokenBucket | None
    failing_since: float = 0.0
    failed_at: float = 0.0
    failing_version: int = 0
    failed_with: str = ""
    succeeded_at: float = 0.0


def remember(target: Target | None, state: dict[str, Any]) -> LaneMemory:
    """What the former owner kept; target: None for a lane of callbacks."""
    if target is not None and target.fresh_starts > state.get("fresh_starts", 0):
        # For how long it has failed counts as long as its version.
        state = {name: state.get(name) for name in ("bucket", "failing")}
    saved, failing = state.get("bucket") or {}, state.get("failing") or {}
    return LaneMemory(
        target,
        Breaker.from_dict(state.get("breaker") or {}),
        bucket_of(target, saved.get("tokens"), saved.get("at")),
        failing.get("since", 0.0),
        failing.get("last", 0.0),
        failing.get("version", 0),
        failing.get("with", ""),
        state.get("succeeded", 0.0),
    )


def keep_fresh_start(lane: Lane) -> None:
    """Have the lane know that its endpoint began anew, also when nothing is sent before it is given back."""
    target: Target | None = lane.config.target
    if target is not None and target.fresh_starts > lane.state.get("fresh_starts", 0):
        keep_state(lane)


def bucket_of(target: Target | None, tokens: float | None, at: float | None) -> TokenBucket | None:
    """The endpoint's rate limit with what was left of it; None when it has none."""
    if target is None or target.rate_per_s is None:
        return None
    full = TokenBucket.full(target.rate_per_s, max(1.0, target.rate_per_s), now_s=time.time())
    return full if tokens is None or at is None else replace(full, tokens=min(tokens, full.burst), at=at)


def note_start(lane: Lane, target: Target, wall_s: float) -> None:
    """One of its deliveries goes out."""
    follow(lane, target)
    memory: LaneMemory = lane.config
    memory.breaker = memory.breaker.started(wall_s)
    if memory.bucket is not None:
        memory.bucket, _, _ = memory.bucket.take(wall_s, 1)


def follow(lane: Lane, target: Target) -> None:
    """Take over what was changed of the endpoint while we own its lane."""
    memory: LaneMemory = lane.config
    if memory.target is not None and memory.target is not target:
        if target.fresh_starts > memory.target.fresh_starts:
            memory.breaker, memory.failing_since, memory.succeeded_at = Breaker(), 0.0, 0.0
        memory.target = target
        memory.bucket = (
            bucket_of(target, None, None)
            if memory.bucket is None or target.rate_per_s is None
            else replace(memory.bucket, rate_per_s=target.rate_per_s, burst=max(1.0, target.rate_per_s))
        )


def learn(lane: Lane, one: Judged, *, wall_s: float, now: float) -> None:
    """One of its attempts has ended. now: monotonic seconds."""
    memory: LaneMemory = lane.config
    if memory.target is not None:  # callbacks share a lane, not a fate
        probed = memory.breaker.state != "closed"
        memory.breaker = memory.breaker.record(wall_s, one.healthy)
        if probed:  # the lane was to wait out the probe's patience; its answer says how long really
            lane.blocked_until = now + max(0.0, memory.breaker.until - wall_s)
        if one.left_alone_s:
            lane.blocked_until = max(lane.blocked_until, now + one.left_alone_s)
    if one.healthy:
        memory.failing_since, memory.succeeded_at = 0.0, wall_s
    else:
        if not memory.failing_since or memory.failing_version != one.row.target.version:
            memory.failing_since, memory.failing_version = wall_s, one.row.target.version
        memory.failed_at, memory.failed_with = wall_s, one.reason
        lane.window = max(1, lane.window // 2)
    if one.status == DeliveryStatus.PENDING and one.row.target.ordered:
        # Its place in the order is its due time, which stays; the whole lane waits instead.
        lane.blocked_until = max(lane.blocked_until, now + (one.delay_s or 0.0))
        lane.hungry = True


def keep_state(lane: Lane) -> None:
    """For the next owner."""
    memory: LaneMemory = lane.config
    lane.state = {
        "breaker": memory.breaker.to_dict(),
        "bucket": {"tokens": memory.bucket.tokens, "at": memory.bucket.at} if memory.bucket else None,
    }
    if memory.target is not None and memory.target.fresh_starts:
        lane.state["fresh_starts"] = memory.target.fresh_starts
    if memory.succeeded_at:
        lane.state["succeeded"] = memory.succeeded_at
    if memory.failing_since:
        lane.state["failing"] = {
            "since": memory.failing_since,
            "last": memory.failed_at,
            "version": memory.failing_version,
            "with": memory.failed_with,
        }
