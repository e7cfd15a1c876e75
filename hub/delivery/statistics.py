"""Numbers about deliveries, counted from the attempts beside the hot path: minutes first, hours of minutes.

Counting a minute again gives the same row, so nothing needs to be counted exactly once. A minute is counted while it is new,
some more times, and for good LATE after the pass that had first seen it end: an attempt is written when its answer is there,
under an id from before its request, and a worker that had lost the database writes later still. The passes are dated by the
one before: when everything stood still for an hour, so did the counting.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from hub import db
from hub.delivery.alone import COUNTING, alone
from hub.eventlog.partitions import first_id_at

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
# Endpoints' timeouts end at 30 s, a drain's room to write at a minute: three minutes see nearly everything at once.
AGAIN = timedelta(minutes=3)
LATE = timedelta(minutes=15)
CHUNK = timedelta(minutes=5)
# What was never counted is counted as far back as the longest window reaches.
BACK = timedelta(days=7)
MINUTES_KEPT = timedelta(hours=3)
BATCH = 5_000

# One INSERT, whose transaction id is drawn when its first row is written: a row lock taken before would hide every new event
# from every reader while the attempts are being read (docs/design.md, section 6). Scalar look-ups for the dead, and only for
# what failed: EXISTS would be hashed over all deliveries.
COUNT = """
WITH seen AS (
    SELECT a.tenant_id, a.endpoint_id, date_trunc('minute', uuid_extract_timestamp(a.id)) AS at,
        coalesce(a.error, a.status_code::text, 'none') AS code,
        CASE WHEN a.status_code IS NOT NULL THEN ceil(8 * ln(greatest(a.duration_ms, 0.01)) / ln(2::float8))::int END AS bucket,
        count(*) AS n,
        count(*) FILTER (WHERE a.error IS NULL AND a.status_code BETWEEN 200 AND 299 AND NOT a.stale) AS delivered,
        count(*) FILTER (WHERE a.error IS NOT NULL OR a.status_code NOT BETWEEN 200 AND 299) AS failed,
        count(*) FILTER (WHERE CASE WHEN a.stale OR a.error IS NULL AND a.status_code BETWEEN 200 AND 299 THEN false
            ELSE (SELECT d.status FROM delivery d WHERE d.id = a.delivery_id) = 'dead' AND
                (SELECT 1 FROM attempt b WHERE b.delivery_id = a.delivery_id AND b.id > a.id AND NOT b.stale LIMIT 1) IS NULL
            END) AS dead
    FROM attempt a WHERE a.id >= %(low)s AND a.id < %(high)s
    GROUP BY 1, 2, 3, 4, 5
), spread AS (
    SELECT seen.*, subject_id FROM seen CROSS JOIN LATERAL (VALUES (endpoint_id), (tenant_id)) AS both_of(subject_id)
), by_code AS (
    SELECT tenant_id, subject_id, at, code, sum(n) AS n, sum(delivered) AS delivered, sum(failed) AS failed, sum(dead) AS dead
    FROM spread GROUP BY 1, 2, 3, 4
), by_bucket AS (
    SELECT subject_id, at, bucket, sum(n) AS n FROM spread WHERE bucket IS NOT NULL GROUP BY 1, 2, 3
), latency AS (
    SELECT subject_id, at, jsonb_object_agg(bucket, n) AS latencies FROM by_bucket GROUP BY 1, 2
)
INSERT INTO statistic_minute AS kept (subject_id, at, tenant_id, attempts, delivered, failed, dead, codes, latencies)
SELECT c.subject_id, c.at, c.tenant_id, sum(c.n), sum(c.delivered), sum(c.failed), sum(c.dead),
    jsonb_object_agg(c.code, c.n), coalesce((array_agg(l.latencies))[1], '{}')
FROM by_code c LEFT JOIN latency l USING (subject_id, at)
GROUP BY 1, 2, 3
ON CONFLICT (subject_id, at) DO UPDATE SET attempts = excluded.attempts, delivered = excluded.delivered,
    failed = excluded.failed, dead = excluded.dead, codes = excluded.codes, latencies = excluded.latencies
WHERE (kept.attempts, kept.dead) IS DISTINCT FROM (excluded.attempts, excluded.dead)
"""
FIRST = """
SELECT uuid_extract_timestamp(id) FROM attempt WHERE id >= %(low)s AND id < %(high)s ORDER BY id LIMIT 1
"""
# Minutes whose attempts have become more since they were counted. Attempts do not go away within days, so an equal number is
# the same set; comparing costs a tenth of counting.
CHANGED = """
SELECT at FROM (
    SELECT date_trunc('minute', uuid_extract_timestamp(id)) AS at, count(*) AS attempts
    FROM attempt WHERE id >= %(low)s AND id < %(high)s GROUP BY 1
) found LEFT JOIN (
    SELECT at, sum(attempts) AS attempts FROM statistic_minute
    WHERE at >= %(since)s AND at < %(until)s AND subject_id = tenant_id GROUP BY 1
) counted USING (at)
WHERE counted.attempts IS DISTINCT FROM found.attempts ORDER BY at
"""
MAKE_HOUR = """
WITH minutes AS (
    SELECT * FROM statistic_minute WHERE at >= %(hour)s AND at < %(hour)s + interval '1 hour'
), by_code AS (
    SELECT subject_id, key, sum(value::int) AS n FROM minutes, jsonb_each_text(codes) GROUP BY 1, 2
), by_bucket AS (
    SELECT subject_id, key, sum(value::int) AS n FROM minutes, jsonb_each_text(latencies) GROUP BY 1, 2
), codes AS (
    SELECT subject_id, jsonb_object_agg(key, n) AS codes FROM by_code GROUP BY 1
), latency AS (
    SELECT subject_id, jsonb_object_agg(key, n) AS latencies FROM by_bucket GROUP BY 1
), totals AS (
    SELECT subject_id, tenant_id, sum(attempts) AS attempts, sum(delivered) AS delivered, sum(failed) AS failed,
        sum(dead) AS dead
    FROM minutes GROUP BY 1, 2
)
INSERT INTO statistic_hour (subject_id, at, tenant_id, attempts, delivered, failed, dead, codes, latencies)
SELECT t.subject_id, %(hour)s, t.tenant_id, t.attempts, t.delivered, t.failed, t.dead, coalesce(codes.codes, '{}'),
    coalesce(latency.latencies, '{}')
FROM totals t LEFT JOIN codes USING (subject_id) LEFT JOIN latency USING (subject_id)
ON CONFLICT (subject_id, at) DO UPDATE SET attempts = excluded.attempts, delivered = excluded.delivered,
    failed = excluded.failed, dead = excluded.dead, codes = excluded.codes, latencies = excluded.latencies
"""
BEGIN = """
INSERT INTO statistic_progress (id, read_to, settled_to, hours_to)
SELECT 1, at, at, date_trunc('hour', at) FROM (
    SELECT date_trunc('minute', greatest(now() - %(back)s, least(now(), coalesce(
        (SELECT uuid_extract_timestamp(id) FROM attempt ORDER BY id LIMIT 1), now())))) AS at
) first
ON CONFLICT DO NOTHING
"""
PROGRESS = "SELECT read_to, settled_to, hours_to, now() FROM statistic_progress"
FORGET = "DELETE FROM {table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {table} WHERE at < %s LIMIT %s))"


class Progress(NamedTuple):
    """How far counting is: seen once, counted for good, made into hours; and the database's clock."""

    read_to: datetime
    settled_to: datetime
    hours_to: datetime
    now: datetime


def count(*, budget_s: float = 10.0) -> Progress | None:
    """Bring the numbers up to now; where that came to, None while another process is at it.

    budget_s: after it, the rest is left to the next call.
    """
    deadline = time.monotonic() + budget_s
    with alone(COUNTING) as mine:
        if not mine:
            return None
        db.execute(BEGIN, {"back": BACK})
        before = progress()
        for reached in _count(_minute(before.read_to) - AGAIN, _minute(before.now) + MINUTE):
            _save("read_to", min(reached, before.now))
            if time.monotonic() > deadline:
                return progress()
        for reached in _count(before.settled_to, _minute(before.read_to - LATE)):
            _save("settled_to", reached)
            if time.monotonic() > deadline:
                return progress()
        _make_hours(deadline)
        return progress()


def progress() -> Progress:
    """How far counting is. Errors: LookupError before the first count."""
    found = db.row(PROGRESS)
    if found is None:
        raise LookupError("nothing has been counted yet")
    return Progress(*found)


def forget(*, hours_kept: timedelta, deadline: float) -> int:
    """Delete minutes that hours were made of and hours past their time, in batches; how many. deadline: time.monotonic()."""
    found = db.row(PROGRESS)
    if found is None:
        return 0
    now = found[3]
    minutes = _forget("statistic_minute", min(now - MINUTES_KEPT, found[2]), deadline)
    return minutes + _forget("statistic_hour", now - hours_kept, deadline)


def _count(low: datetime, high: datetime) -> Iterator[datetime]:
    """Count the whole minutes from `low` to `high` chunk by chunk, after each one telling how far it came."""
    while low < high:
        # Planned for these very ids: only their partitions are looked at.
        ids = {"low": first_id_at(low), "high": first_id_at(high)}
        first = db.planned_rows(FIRST, ids)
        if not first:
            yield high
            return
        low = max(low, _minute(first[0][0]))
        reached = min(low + CHUNK, high)
        bounds = {"low": first_id_at(low), "high": first_id_at(reached), "since": low, "until": reached}
        for (minute,) in db.planned_rows(CHANGED, bounds):
            db.planned_rows(COUNT, {"low": first_id_at(minute), "high": first_id_at(minute + MINUTE)})
        yield reached
        low = reached


def _make_hours(deadline: float) -> None:
    now = progress()
    hour = now.hours_to
    while hour + HOUR <= now.settled_to and time.monotonic() < deadline:
        db.execute(MAKE_HOUR, {"hour": hour})
        hour += HOUR
        _save("hours_to", hour)


def _forget(table: str, before: datetime, deadline: float) -> int:
    total = 0
    while time.monotonic() < deadline:
        gone = db.execute(FORGET.format(table=table), (before, BATCH))
        total += gone
        if gone < BATCH:
            break
    return total


def _save(column: str, at: datetime) -> None:
    db.execute(f"UPDATE statistic_progress SET {column} = greatest({column}, %s)", (at,))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
