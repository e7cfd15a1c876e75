"""Rate limits and circuit breakers as values.

A lane's owner holds them in memory and saves them on the lane's row.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal, Self

UNLIMITED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class TokenBucket:
    """At most `burst` at once and `rate_per_s` in the long run.

    tokens: left at the instant `at` (seconds, the caller's clock). A rate of 0 gives out the burst and no
    more.
    """

    rate_per_s: float
    burst: float
    tokens: float
    at: float

    @classmethod
    def full(cls, rate_per_s: float, burst: float, *, now_s: float) -> Self:
        """A bucket that nobody has drawn from yet."""
        return cls(rate_per_s, burst, burst, now_s)

    def take(self, now_s: float, n: int) -> tuple[Self, int, float]:
        """Draw up to n: (the bucket after it, how many were granted, seconds until the next one or 0).

        A clock that went back adds nothing and takes nothing away.
        """
        tokens = min(self.burst, self.tokens + max(0.0, now_s - self.at) * self.rate_per_s)
        # A token that rounding left a hair short is whole: the wait below has to end in one.
        granted = max(0, min(n, int(tokens + 1e-9)))
        left = max(0.0, tokens - granted)
        after = replace(self, tokens=left, at=max(now_s, self.at))
        if granted >= n:
            return after, granted, 0.0
        wait_s = (1 - left) / self.rate_per_s if self.rate_per_s > 0 and self.burst >= 1 else float("inf")
        return after, granted, wait_s


@dataclass(frozen=True, slots=True)
class BreakerPolicy:
    """When a breaker opens and for how long.

    window: outcomes remembered. minimum: outcomes needed before it may open. ratio: share of failures that
    opens it. cool_down_s grows by `growth` with each failed probe, up to cool_down_cap_s. probe_patience_s: a
    probe without a result for this long is lost (its owner died) and another may go.
    """

    window: int = 20
    minimum: int = 10
    ratio: float = 0.5
    cool_down_s: float = 30.0
    growth: float = 2.0
    cool_down_cap_s: float = 900.0
    probe_patience_s: float = 120.0


DEFAULT_POLICY = BreakerPolicy()


@dataclass(frozen=True, slots=True)
class Breaker:
    """A circuit breaker: closed → open → half-open, where one probe decides.

    outcomes: the last ones, oldest first, 1 for success and 0 for failure. until: end of the cool-down while
    open, end of the probe's patience while half-open. opened: times in a row that it opened.
    """

    policy: BreakerPolicy = DEFAULT_POLICY
    state: Literal["closed", "open", "half_open"] = "closed"
    outcomes: str = ""
    until: float = 0.0
    opened: int = 0

    def allows(self, now_s: float) -> int:
        """How many may start now: UNLIMITED while closed, 1 when a probe is due, else 0."""
        if self.state == "closed":
            return UNLIMITED
        return 1 if now_s >= self.until else 0

    def started(self, now_s: float) -> Self:
        """After something was sent: when the breaker was not closed, that was the probe."""
        if self.state == "closed" or now_s < self.until:
            return self
        return replace(self, state="half_open", until=now_s + self.policy.probe_patience_s)

    def record(self, now_s: float, ok: bool) -> Self:
        """After an attempt ended. While open only stragglers end, which say nothing new."""
        if self.state == "open":
            return self
        if self.state == "half_open":
            return type(self)(self.policy) if ok else self._open(now_s)
        outcomes = (self.outcomes + ("1" if ok else "0"))[-self.policy.window :]
        failures = outcomes.count("0")
        full_enough = len(outcomes) >= self.policy.minimum
        if not ok and full_enough and failures >= self.policy.ratio * len(outcomes):
            return self._open(now_s)
        # One that has only seen success for a while stays as it is: a copy for each delivery would cost 3 µs.
        return self if outcomes == self.outcomes else replace(self, outcomes=outcomes)

    def to_dict(self) -> dict[str, Any]:
        """The state without the policy, for a JSON column; empty for a breaker in its first state."""
        fresh = type(self)(self.policy)
        return {
            name: getattr(self, name)
            for name in ("state", "outcomes", "until", "opened")
            if getattr(self, name) != getattr(fresh, name)
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any], policy: BreakerPolicy = DEFAULT_POLICY) -> Self:
        """The breaker that `to_dict` saved."""
        return cls(policy, **data)

    def _open(self, now_s: float) -> Self:
        cool_down_s = self.policy.cool_down_s * self.policy.growth ** min(self.opened, 64)
        until = now_s + min(cool_down_s, self.policy.cool_down_cap_s)
        return replace(self, state="open", outcomes="", until=until, opened=self.opened + 1)
