"""What a system tells about its limits with its answers, as values: the facts that a connection's limiter is fed with.

A connector reads them from headers (`connectors/manifest/quotas.py` for those that are manifests); they come out of a
call as `Done.limits` or `Outcome.limits`. Nothing here decides how fast to go.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, tzinfo

DAY_S = 86_400.0


@dataclass(frozen=True, slots=True)
class Quota:
    """One limit of a system.

    limit: requests allowed in `window_s` seconds (86,400 for a day). remaining: of these, still allowed.
    reset_at: when the window ends. None: not told.
    """

    name: str
    limit: int | None = None
    remaining: int | None = None
    window_s: float | None = None
    reset_at: datetime | None = None

    @property
    def spent(self) -> bool:
        """Nothing is left of it."""
        return self.remaining is not None and self.remaining <= 0

    @property
    def daily(self) -> bool:
        """It is a budget of a day or longer: a connection that has spent it is parked, not slowed down."""
        return self.window_s is not None and self.window_s >= DAY_S


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything one call has heard. observed_at: when. retry_at: no request before, as the system asked."""

    observed_at: datetime
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    retry_at: datetime | None = None

    def with_newer(self, newer: "Limits") -> "Limits":
        """Both, the newer one's word for what both tell."""
        return Limits(newer.observed_at, {**self.quotas, **newer.quotas}, newer.retry_at)


def next_midnight(now: datetime, zone: tzinfo = UTC) -> datetime:
    """The end of the day in that zone, in UTC. now: with a zone."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(0), zone).astimezone(UTC)
