"""Jobs accepted and ended in each minute, counted beside the hot path from what is there anyway.

Accepted ones by the jobs' ids, ended ones by the log's events, whose ids both are ordered by time: no index is kept for it. The
newest minutes are counted again in every pass; counting again gives the same row, so nothing is counted exactly once.
"""

import time
from datetime import datetime, timedelta

from hub import db
from hub.delivery.alone import COUNTING_JOBS, alone
from hub.eventlog.partitions import first_id_at

MINUTE = timedelta(minutes=1)
# An id is drawn shortly before its transaction commits; no transaction of a job lasts that long.
AGAIN = timedelta(minutes=3)
CHUNK = timedelta(minutes=5)
# What was never counted is counted as far back as it is shown.
BACK = timedelta(hours=1)
KEPT = timedelta(hours=3)

COUNT = """
WITH seen AS (
    SELECT tenant_id, date_trunc('minute', uuid_extract_timestamp(id)) AS at, 'accepted' AS what
    FROM job WHERE id >= %(low)s AND id < %(high)s
    UNION ALL
    SELECT tenant_id, date_trunc('minute', uuid_extract_timestamp(id)), split_part(type, '.', 2)
    FROM event WHERE id >= %(low)s AND id < %(high)s
        AND type IN ('job.succeeded', 'job.failed', 'job.cancelled', 'job.expired')
)
INSERT INTO job_minute AS kept (tenant_id, at, accepted, succeeded, failed, cancelled, expired)
SELECT tenant_id, at, count(*) FILTER (WHERE what = 'accepted'), count(*) FILTER (WHERE what = 'succeeded'),
    count(*) FILTER (WHERE what = 'failed'), count(*) FILTER (WHERE what = 'cancelled'),
    count(*) FILTER (WHERE what = 'expired')
FROM seen GROUP BY 1, 2
ON CONFLICT (tenant_id, at) DO UPDATE SET accepted = excluded.accepted, succeeded = excluded.succeeded,
    failed = excluded.failed, cancelled = excluded.cancelled, expired = excluded.expired
WHERE (kept.accepted, kept.succeeded, kept.failed, kept.cancelled, kept.expired) IS DISTINCT FROM
    (excluded.accepted, excluded.succeeded, excluded.failed, excluded.cancelled, excluded.expired)
"""
BEGIN = "INSERT INTO job_minute_progress (id, read_to) VALUES (1, now() - %s) ON CONFLICT DO NOTHING"
PROGRESS = "SELECT greatest(read_to, now() - %s), now() FROM job_minute_progress"
SAVE = "UPDATE job_minute_progress SET read_to = greatest(read_to, %s)"
FORGET = "DELETE FROM job_minute WHERE at < now() - %s"


def count(*, budget_s: float = 10.0) -> datetime | None:
    """Bring the numbers up to now; where that came to, None while another process is at it.

    budget_s: after it, the rest is left to the next call.
    """
    deadline = time.monotonic() + budget_s
    with alone(COUNTING_JOBS) as mine:
        if not mine:
            return None
        db.execute(BEGIN, (BACK,))
        found = db.row(PROGRESS, (BACK,))
        assert found is not None  # noqa: S101 just inserted, never deleted
        read_to, now = found
        low, end = _minute(read_to) - AGAIN, _minute(now) + MINUTE
        while low < end and time.monotonic() < deadline:
            high = min(low + CHUNK, end)
            # Planned for these very ids: only their partitions are looked at.
            db.planned_rows(COUNT, {"low": first_id_at(low), "high": first_id_at(high)})
            read_to = min(high, now)
            db.execute(SAVE, (read_to,))
            low = high
        db.execute(FORGET, (KEPT,))
        return read_to


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
