"""Whole days of events and attempts that nobody keeps any longer: dropped by partition, without a row deleted.

A day of which some events are still needed (their deliveries are held, or may be replayed) is copied to a small table that
takes its place. That stays where its ids belong: in the default partition they would be scanned under an exclusive lock each
time a new day's partition is made. Events never change, so the copy needs no lock; only the exchange does, for milliseconds,
and it gives up rather than have writers queue behind it.
"""

import time
from datetime import datetime
from uuid import UUID

import psycopg
import structlog
from django.db import OperationalError, transaction

from hub import db
from hub.eventlog import horizon, partitions
from hub.eventlog.partitions import Partition, first_id_at

log = structlog.get_logger()

PAGE = 5_000
KEPT = "_kept"
PATIENCE = "SET LOCAL lock_timeout = '1s'"
NEEDED = """
SELECT DISTINCT event_id FROM delivery WHERE event_id > %(after)s AND event_id < %(high)s ORDER BY event_id LIMIT %(limit)s
"""
# The last place of every tenant in this day: a look into the index for each.
LAST_PLACES = f"""
WITH gone AS (
    SELECT t.id AS tenant_id, e.epoch, e.txid, e.id FROM accounts_tenant t CROSS JOIN LATERAL (
        SELECT epoch, txid, id FROM {{table}} WHERE tenant_id = t.id ORDER BY epoch DESC, txid DESC, id DESC LIMIT 1
    ) e
)
{horizon.MOVE}
"""
# What is left over and may go now, by id: of days that were copied, and of the default partition.
TRIM_EVENTS = f"""
WITH page AS (
    SELECT id FROM {{table}} WHERE id > %(after)s AND id < %(before)s ORDER BY id LIMIT %(limit)s
), gone AS (
    DELETE FROM {{table}} e
    WHERE e.id = ANY(ARRAY(SELECT id FROM page)) AND (SELECT 1 FROM delivery d WHERE d.event_id = e.id LIMIT 1) IS NULL
    RETURNING e.tenant_id, e.epoch, e.txid, e.id
), moved AS ({horizon.MOVE})
SELECT id FROM page ORDER BY id DESC LIMIT 1
"""
TRIM_ATTEMPTS = """
DELETE FROM attempt_default WHERE id = ANY(ARRAY(SELECT id FROM attempt_default WHERE id < %s ORDER BY id LIMIT %s))
"""


def drop(cutoff: datetime, *, deadline: float) -> int:
    """Drop what is wholly before the cutoff and not needed; how many days. deadline: time.monotonic()."""
    dropped = 0
    for parent in partitions.PARTITIONED:
        for day in partitions.before(parent, cutoff):
            if time.monotonic() > deadline:
                return dropped
            dropped += _retire(parent, day, deadline)
    _trim("event_default", first_id_at(cutoff), deadline)
    while time.monotonic() < deadline and db.execute(TRIM_ATTEMPTS, (first_id_at(cutoff), PAGE)) == PAGE:
        pass
    return dropped


def _retire(parent: str, day: Partition, deadline: float) -> bool:
    """Whether the day's own table is gone."""
    if parent == "attempt" or not _needed(day, UUID(int=day.low.int - 1), limit=1):
        return _exchange(parent, day, None)
    if day.name.endswith(KEPT):
        _trim(day.name, day.high, deadline)
        return False
    return _exchange(parent, day, _copy(day))


def _needed(day: Partition, after: UUID, *, limit: int) -> list[UUID]:
    return [row[0] for row in db.planned_rows(NEEDED, {"after": after, "high": day.high, "limit": limit})]


def _copy(day: Partition) -> str:
    """A table with what is still needed of the day; its name."""
    name = day.name + KEPT
    db.execute(f"DROP TABLE IF EXISTS {name}")  # of a copy that was interrupted
    db.execute(f"CREATE TABLE {name} (LIKE {day.name} INCLUDING ALL)")
    # Known bounds spare the exchange a scan under its lock.
    db.execute(f"ALTER TABLE {name} ADD CONSTRAINT {name}_day CHECK (id >= '{day.low}' AND id < '{day.high}')")
    page = _needed(day, UUID(int=day.low.int - 1), limit=PAGE)
    while page:
        db.execute(f"INSERT INTO {name} SELECT * FROM {day.name} WHERE id = ANY(%s)", (page,))
        page = _needed(day, page[-1], limit=PAGE)
    return name


def _exchange(parent: str, day: Partition, kept: str | None) -> bool:
    """Drop the day's table and put the other one in its place; False when the lock was not to be had soon."""
    try:
        with transaction.atomic():
            db.execute(PATIENCE)
            if parent == "event":
                db.execute(LAST_PLACES.format(table=day.name))
            if kept is None:
                db.execute(f"DROP TABLE {day.name}")
                return True
            db.execute(f"ALTER TABLE {parent} DETACH PARTITION {day.name}")
            db.execute(f"ALTER TABLE {parent} ATTACH PARTITION {kept} FOR VALUES FROM ('{day.low}') TO ('{day.high}')")
            db.execute(f"ALTER TABLE {kept} DROP CONSTRAINT {kept}_day")
            db.execute(f"DROP TABLE {day.name}")
    except OperationalError as error:
        if not isinstance(error.__cause__, psycopg.errors.LockNotAvailable):
            raise
        log.warning("retention.day_in_use", table=day.name)
        return False
    return True


def _trim(table: str, before: UUID, deadline: float) -> None:
    after = UUID(int=0)
    while time.monotonic() < deadline:
        page = db.planned_rows(TRIM_EVENTS.format(table=table), {"after": after, "before": before, "limit": PAGE})
        if not page:
            return
        after = page[0][0]
