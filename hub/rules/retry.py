"""When a delivery is tried again, and what an answer means.

Source: docs/design.md, section 4; Standard Webhooks 1.0, "Webhook delivery"; RFC 9110, 10.2.3 (Retry-After)
and 5.6.7 (the three forms of HTTP dates).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

DEFAULT_SCHEDULE_S = [5, 300, 1800, 7200, 18000, 36000, 36000]
JITTER = 0.2
GONE = 410

_SECONDS = re.compile(r"\d{1,12}(?:\.\d{0,9})?", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?P<hour>\d\d?):(?P<minute>\d\d):(?P<second>\d\d)"
_DATES = (
    # IMF-fixdate `Sun, 06 Nov 1994 08:49:37 GMT` and RFC 850 `Sunday, 06-Nov-94 08:49:37 GMT`
    re.compile(
        rf"(?:[a-z]+,? *)?(?P<day>\d\d?)[ -](?P<month>[a-z]{{3}})[ -](?P<year>\d{{4}}|\d\d) +{_TIME}"
        r"(?: *(?:gmt|utc|z|[+-]0000))?",
        re.ASCII,
    ),
    # asctime `Sun Nov  6 08:49:37 1994`
    re.compile(rf"[a-z]+ +(?P<month>[a-z]{{3}}) +(?P<day>\d\d?) +{_TIME} +(?P<year>\d{{4}})", re.ASCII),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an attempt means for its delivery.

    delay: the wait before the next try, for `retry` only. reason: a stable word, `ok`, `gone`,
    `http_<status>` or the wire's error. disable: the endpoint asked to be left alone.
    """

    state: Literal["delivered", "retry", "dead"]
    delay: timedelta | None
    reason: str
    disable: bool = False


def next_delay(schedule_s: Sequence[float], tried: int, *, jitter: float) -> timedelta | None:
    """The wait before the next try, or None when the budget is spent.

    tried: attempts made, from 1. jitter: 0..1, drawn by the caller; spreads the wait by ±20 %.
    """
    if tried > len(schedule_s):
        return None
    return timedelta(seconds=schedule_s[max(tried, 1) - 1] * (1 - JITTER + 2 * JITTER * jitter))


def parse_retry_after(value: str, now: datetime, cap: timedelta) -> timedelta | None:
    """The wait that a `Retry-After` header asks for, 0 to cap, or None when it says nothing readable.

    Tolerant: fractions of seconds, any case, one-digit days and missing zones are read; a moment in the past
    is 0.
    """
    text = value.strip().lower()
    if _SECONDS.fullmatch(text):
        return min(timedelta(seconds=float(text[:12])), cap)
    at = _parse_http_date(text, now)
    return None if at is None else min(max(at - now, timedelta(0)), cap)


def verdict(
    *,
    status: int | None,
    error: str | None,
    tried: int,
    schedule_s: Sequence[float],
    retry_after: timedelta | None,
    jitter: float,
) -> Verdict:
    """Judge one attempt.

    status: of the answer, None when none came. error: the wire's error class, None when the exchange was
    complete. tried: attempts made, this one included. retry_after: the answer's wish, already capped; the
    longer wait wins.
    """
    if error is None and status is not None and 200 <= status < 300:
        return Verdict("delivered", None, "ok")
    if status == GONE:
        return Verdict("dead", None, "gone", disable=True)
    reason = error or f"http_{status}"
    delay = next_delay(schedule_s, tried, jitter=jitter)
    if delay is None:
        return Verdict("dead", None, reason)
    return Verdict("retry", max(delay, retry_after or delay), reason)


def _parse_http_date(text: str, now: datetime) -> datetime | None:
    match = next((found for form in _DATES if (found := form.fullmatch(text))), None)
    if match is None or match["month"] not in _MONTHS:
        return None
    year = int(match["year"])
    if len(match["year"]) == 2:
        year = _nearest_year(year, now.year)
    try:
        return datetime(
            year,
            _MONTHS.index(match["month"]) + 1,
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            min(int(match["second"]), 59),  # a leap second
            tzinfo=UTC,
        )
    except ValueError:
        return None


def _nearest_year(two_digits: int, this_year: int) -> int:
    """RFC 9110, 5.6.7: what seems more than 50 years ahead is the latest past year with these digits."""
    year = this_year - this_year % 100 + two_digits
    return year - 100 if year > this_year + 50 else year
