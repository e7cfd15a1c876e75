"""Reading the numbers about deliveries: totals, percentiles and a series for a window, from rolled-up rows only."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.rules import histogram

# Window: (points, how long one is). The last point is the one that runs now.
WINDOWS = {
    "1h": (60, timedelta(minutes=1)),
    "24h": (24, timedelta(hours=1)),
    "7d": (168, timedelta(hours=1)),
}
COLUMNS = "at, attempts, delivered, failed, dead, codes, latencies"
# Hours as far as they are made, minutes after that: both in one snapshot, so nothing is counted twice or missed between them.
READ = f"""
SELECT {COLUMNS} FROM statistic_hour
WHERE subject_id = %(subject)s AND tenant_id = %(tenant)s AND %(hourly)s AND at >= %(start)s
    AND at < (SELECT hours_to FROM statistic_progress)
UNION ALL
SELECT {COLUMNS} FROM statistic_minute
WHERE subject_id = %(subject)s AND tenant_id = %(tenant)s AND at >= %(start)s
    AND (NOT %(hourly)s OR at >= (SELECT hours_to FROM statistic_progress))
"""
CLOCK = "SELECT now(), (SELECT read_to FROM statistic_progress)"


class Point(NamedTuple):
    """One span of a series. p95_ms: of attempts that got an answer, None when there were none."""

    at: datetime
    attempts: int
    delivered: int
    failed: int
    dead: int
    p95_ms: float | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What became of the attempts that began in the window.

    counted_to: attempts after that may be missing yet; None before the first count. codes: by HTTP status or error class.
    Percentiles are off by histogram.ERROR at most, None without an answer. series: every span, empty ones too.
    """

    since: datetime
    counted_to: datetime | None
    attempts: int
    delivered: int
    failed: int
    dead: int
    codes: dict[str, int]
    p50_ms: float | None
    p95_ms: float | None
    p99_ms: float | None
    step_s: int
    series: list[Point]


class _Row(NamedTuple):
    at: datetime
    attempts: int
    delivered: int
    failed: int
    dead: int
    codes: dict[str, int]
    latencies: dict[str, int]


def of_endpoint(tenant_id: UUID, endpoint_id: UUID, window: str) -> Figures:
    """An endpoint's figures. window: a key of WINDOWS."""
    return _read(tenant_id, endpoint_id, window)


def of_tenant(tenant_id: UUID, window: str) -> Figures:
    """The figures of all of a tenant's endpoints together. window: a key of WINDOWS."""
    return _read(tenant_id, tenant_id, window)


def classes(codes: dict[str, int]) -> dict[str, int]:
    """`{"200": 5, "503": 1, "timeout": 2}` → `{"2xx": 5, "5xx": 1, "error": 2}`."""
    total: Counter[str] = Counter()
    for code, count in codes.items():
        total[f"{code[0]}xx" if code.isdigit() else "error"] += count
    return dict(total)


def _read(tenant_id: UUID, subject_id: UUID, window: str) -> Figures:
    points, step = WINDOWS[window]
    clock = db.row(CLOCK)
    assert clock is not None  # noqa: S101 a SELECT without FROM has one row
    now, counted_to = clock
    start = _floor(now, step) - (points - 1) * step
    params = {"subject": subject_id, "tenant": tenant_id, "start": start, "hourly": step > timedelta(minutes=1)}
    rows = [_Row(*row) for row in db.rows(READ, params)]
    codes: Counter[str] = Counter()
    for row in rows:
        codes.update(row.codes)
    latencies = histogram.merge(row.latencies for row in rows)
    return Figures(
        since=start,
        counted_to=counted_to,
        attempts=sum(row.attempts for row in rows),
        delivered=sum(row.delivered for row in rows),
        failed=sum(row.failed for row in rows),
        dead=sum(row.dead for row in rows),
        codes=dict(codes.most_common()),
        p50_ms=histogram.percentile_ms(latencies, 0.5),
        p95_ms=histogram.percentile_ms(latencies, 0.95),
        p99_ms=histogram.percentile_ms(latencies, 0.99),
        step_s=int(step.total_seconds()),
        series=_series(rows, start, step, points),
    )


def _series(rows: Sequence[_Row], start: datetime, step: timedelta, points: int) -> list[Point]:
    spans: list[list[_Row]] = [[] for _ in range(points)]
    for row in rows:
        place = (row.at - start) // step
        if place < points:  # a worker whose clock is ahead
            spans[place].append(row)
    return [_point(start + place * step, span) for place, span in enumerate(spans)]


def _point(at: datetime, span: list[_Row]) -> Point:
    return Point(
        at,
        sum(row.attempts for row in span),
        sum(row.delivered for row in span),
        sum(row.failed for row in span),
        sum(row.dead for row in span),
        histogram.percentile_ms(histogram.merge(row.latencies for row in span), 0.95),
    )


def _floor(at: datetime, step: timedelta) -> datetime:
    whole = at.replace(second=0, microsecond=0)
    return whole if step < timedelta(hours=1) else whole.replace(minute=0)
