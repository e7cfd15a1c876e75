"""Reading the numbers about a tenant's jobs: by the minute, by state, and how long the oldest has been waiting."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.rules.status import JOB_NOT_ENDED, JobStatus

MINUTE = timedelta(minutes=1)
POINTS = 60
# Counted so far and no farther.
COUNTED = 10_000

SERIES = """
SELECT at, accepted, succeeded, failed, cancelled, expired FROM job_minute
WHERE tenant_id = %(tenant)s AND at >= %(start)s AND at <= %(now)s
"""
CLOCK = "SELECT now(), (SELECT read_to FROM job_minute_progress)"
# The list again, so that the planner knows the partial index.
NOT_ENDED = f"j.status IN ({db.listed(JOB_NOT_ENDED)})"
BY_STATE = f"""
SELECT s.status, (SELECT count(*) FROM (
    SELECT FROM job j WHERE j.tenant_id = %(tenant)s AND j.status = s.status AND {NOT_ENDED} LIMIT {COUNTED + 1}
) counted) FROM unnest(%(statuses)s::text[]) AS s(status)
"""
OLDEST = f"""
SELECT oldest.id, oldest.connection_id, extract(epoch FROM now() - oldest.due_at)::float8
FROM unnest(%(statuses)s::text[]) AS s(status) CROSS JOIN LATERAL (
    SELECT j.id, j.connection_id, j.due_at FROM job j
    WHERE j.tenant_id = %(tenant)s AND j.status = s.status AND {NOT_ENDED} AND j.due_at <= now()
    ORDER BY j.due_at LIMIT 1
) oldest ORDER BY oldest.due_at LIMIT 1
"""
# What time or an owner moves on, and nobody has begun yet.
DUE = [JobStatus.SCHEDULED, JobStatus.QUEUED, JobStatus.RETRYING, JobStatus.RECONCILING]


class JobPoint(NamedTuple):
    """One minute."""

    at: datetime
    accepted: int = 0
    succeeded: int = 0
    failed: int = 0
    cancelled: int = 0
    expired: int = 0


class OldestJob(NamedTuple):
    """The job that has been due the longest."""

    id: UUID
    connection_id: UUID
    age_s: float


@dataclass(frozen=True, slots=True)
class JobFigures:
    """counted_to: what came after may be missing yet; None before the first count. series: 60 minutes, the running one last."""

    counted_to: datetime | None
    series: list[JobPoint]


def last_hour(tenant_id: UUID) -> JobFigures:
    """Accepted and ended jobs by the minute."""
    clock = db.row(CLOCK)
    assert clock is not None  # noqa: S101 a SELECT without FROM has one row
    now, counted_to = clock
    start = now.replace(second=0, microsecond=0) - (POINTS - 1) * MINUTE
    found = {row[0]: JobPoint(*row) for row in db.rows(SERIES, {"tenant": tenant_id, "start": start, "now": now})}
    minutes = [start + place * MINUTE for place in range(POINTS)]
    return JobFigures(counted_to, [found.get(at) or JobPoint(at) for at in minutes])


def by_state(tenant_id: UUID) -> dict[str, int]:
    """How many of the tenant's jobs are in each state that is not an end; COUNTED + 1 says more than COUNTED."""
    statuses = [str(status) for status in JOB_NOT_ENDED]
    return dict(db.planned_rows(BY_STATE, {"tenant": tenant_id, "statuses": statuses}))


def oldest_due(tenant_id: UUID) -> OldestJob | None:
    """The job that could have begun the longest ago; None when nothing waits."""
    found = db.planned_rows(OLDEST, {"tenant": tenant_id, "statuses": [str(status) for status in DUE]})
    return OldestJob(*found[0]) if found else None
