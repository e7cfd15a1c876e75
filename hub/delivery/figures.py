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
MINUTE = timedelta(minutes=1)
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
READ_MANY = """
SELECT subject_id, at, attempts, delivered, failed, dead, latencies FROM statistic_hour
WHERE subject_id = ANY(%(subjects)s) AND tenant_id = %(tenant)s AND %(hourly)s AND at >= %(start)s
    AND at < (SELECT hours_to FROM statistic_progress)
UNION ALL
SELECT subject_id, at, attempts, delivered, failed, dead, latencies FROM statistic_minute
WHERE subject_id = ANY(%(subjects)s) AND tenant_id = %(tenant)s AND at >= %(start)s
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


class Line(NamedTuple):
    """One endpoint's totals, and its attempts and failures span by span."""

    endpoint_id: UUID
    attempts: int
    delivered: int
    failed: int
    dead: int
    p95_ms: float | None
    series_attempts: list[int]
    series_failed: list[int]


@dataclass(frozen=True, slots=True)
class Lines:
    """Many endpoints' figures, in the order in which they were asked for. since, counted_to, step_s: see Figures."""

    since: datetime
    counted_to: datetime | None
    step_s: int
    lines: list[Line]


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


def of_endpoints(tenant_id: UUID, endpoint_ids: Sequence[UUID], window: str) -> Lines:
    """A line for each of these endpoints, in one query. window: a key of WINDOWS."""
    points, step, start, counted_to = _span(window)
    params = {"subjects": list(endpoint_ids), "tenant": tenant_id, "start": start, "hourly": step > MINUTE}
    rows: dict[UUID, list[_Row]] = {endpoint_id: [] for endpoint_id in endpoint_ids}
    for subject_id, at, attempts, delivered, failed, dead, latencies in db.rows(READ_MANY, params):
        rows[subject_id].append(_Row(at, attempts, delivered, failed, dead, {}, latencies))
    lines = [_line(endpoint_id, some, _spans(some, start, step, points)) for endpoint_id, some in rows.items()]
    return Lines(start, counted_to, int(step.total_seconds()), lines)


def classes(codes: dict[str, int]) -> dict[str, int]:
    """`{"200": 5, "503": 1, "timeout": 2}` → `{"2xx": 5, "5xx": 1, "error": 2}`."""
    total: Counter[str] = Counter()
    for code, count in codes.items():
        total[f"{code[0]}xx" if code.isdigit() else "error"] += count
    return dict(total)


def _read(tenant_id: UUID, subject_id: UUID, window: str) -> Figures:
    points, step, start, counted_to = _span(window)
    params = {"subject": subject_id, "tenant": tenant_id, "start": start, "hourly": step > MINUTE}
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
        series=[_point(start + place * step, span) for place, span in enumerate(_spans(rows, start, step, points))],
    )


def _span(window: str) -> tuple[int, timedelta, datetime, datetime | None]:
    """(points, how long one is, where the first begins, counted to)"""
    points, step = WINDOWS[window]
    clock = db.row(CLOCK)
    assert clock is not None  # noqa: S101 a SELECT without FROM has one row
    now, counted_to = clock
    return points, step, _floor(now, step) - (points - 1) * step, counted_to


def _spans(rows: Sequence[_Row], start: datetime, step: timedelta, points: int) -> list[list[_Row]]:
    spans: list[list[_Row]] = [[] for _ in range(points)]
    for row in rows:
        place = (row.at - start) // step
        if place < points:  # a worker whose clock is ahead
            spans[place].append(row)
    return spans


def _line(endpoint_id: UUID, rows: list[_Row], spans: list[list[_Row]]) -> Line:
    return Line(
        endpoint_id,
        sum(row.attempts for row in rows),
        sum(row.delivered for row in rows),
        sum(row.failed for row in rows),
        sum(row.dead for row in rows),
        histogram.percentile_ms(histogram.merge(row.latencies for row in rows), 0.95),
        [sum(row.attempts for row in span) for span in spans],
        [sum(row.failed for row in span) for span in spans],
    )


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
