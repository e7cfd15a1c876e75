"""Forgetting what came in: as long as the tenant keeps its events, then whole days at once for the longest of them."""

import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
import structlog
from django.conf import settings
from django.db import OperationalError, transaction

from hub import db
from hub.delivery import retention
from hub.eventlog import partitions
from hub.eventlog.partitions import first_id_at

log = structlog.get_logger()

TABLE = "inbound_request"
BATCH = 500

DAYS = """
SELECT t.id, least(coalesce(p.retention_days, %(default)s), %(most)s)
FROM accounts_tenant t LEFT JOIN tenant_policy p ON p.tenant_id = t.id
WHERE EXISTS (SELECT FROM source s WHERE s.tenant_id = t.id)
"""
# What still has to be published or mapped is not old, however long it waits.
REQUESTS = """
DELETE FROM inbound_request WHERE id = ANY(ARRAY(
    SELECT id FROM inbound_request WHERE tenant_id = %(tenant)s AND id < %(before)s AND state <> 'held'
        AND mapping <> 'pending' ORDER BY id LIMIT %(limit)s))
"""
COUNTS = """
DELETE FROM source_count WHERE (source_id, minute, state, reason, shard) IN (
    SELECT source_id, minute, state, reason, shard FROM source_count
    WHERE tenant_id = %(tenant)s AND minute < %(cutoff)s LIMIT %(limit)s)
"""
DONE = """
DELETE FROM inbound_done WHERE (source_id, mapping, key) IN (
    SELECT source_id, mapping, key FROM inbound_done
    WHERE tenant_id = %(tenant)s AND done_at < %(cutoff)s LIMIT %(limit)s)
"""
KEYS = """
DELETE FROM inbound_key WHERE (source_id, key) IN (
    SELECT source_id, key FROM inbound_key WHERE expires_at < now() LIMIT %(limit)s)
"""
WAITING = "SELECT EXISTS (SELECT FROM {table} WHERE state = 'held' OR mapping = 'pending')"


def forget(*, budget_s: float = 8.0) -> int:
    """Delete what is past its time, as much as the time allows; how many requests. Old days are dropped besides."""
    deadline = time.monotonic() + budget_s
    env, now, total = settings.HUB, datetime.now(UTC), 0
    for tenant_id, days in db.rows(DAYS, {"default": env.retention_days, "most": env.retention_days_max}):
        cutoff = now - timedelta(days=days)
        total += _drop(REQUESTS, tenant_id, cutoff, deadline)
        _drop(COUNTS, tenant_id, cutoff, deadline)
        # Not before the last request that could be replayed, or come again, is gone.
        _drop(DONE, tenant_id, cutoff - timedelta(days=31), deadline)
    _drop(KEYS, None, now, deadline)
    for day in partitions.before(TABLE, now - timedelta(days=retention.longest_days())):
        if time.monotonic() < deadline:
            _drop_day(day.name)
    return total


def _drop(sql: str, tenant_id: UUID | None, cutoff: datetime, deadline: float) -> int:
    params = {"tenant": tenant_id, "cutoff": cutoff, "before": first_id_at(cutoff), "limit": BATCH}
    total = 0
    while time.monotonic() < deadline:
        gone = len(db.planned_rows(sql + " RETURNING 1", params))
        total += gone
        if gone < BATCH:
            break
    return total


def _drop_day(table: str) -> None:
    """Unless something in it still waits, or somebody reads it just now: the next pass comes in an hour."""
    if db.row(WAITING.format(table=table)) == (True,):
        return
    try:
        with transaction.atomic():
            db.execute("SET LOCAL lock_timeout = '500ms'")
            db.execute(f"DROP TABLE {table}")
    except OperationalError as error:
        if not isinstance(error.__cause__, psycopg.errors.LockNotAvailable):
            raise
        log.warning("retention.day_in_use", table=table)
