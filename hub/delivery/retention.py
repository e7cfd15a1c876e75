"""Forgetting what is past its time, in the order in which things need each other: deliveries, their attempts, then events.

A final delivery goes when it ended before the tenant's retention, unless a replay that is not finished may still ask for it.
An event goes when it is that old and no delivery is left of it: what is pending or held, and what can be replayed, keeps its
event however old. Attempts are history: they go with their deliveries, or by the day.

A pass goes over the tenants one by one in small transactions and then over whole days (old_days.py). It is done in slices of
some seconds, which share their worker with the sweeps; where a slice ended, the next goes on.
"""

import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction

from hub import db
from hub.audit import record as audit
from hub.delivery import old_days, statistics
from hub.delivery.alone import FORGETTING, alone
from hub.eventlog import horizon
from hub.eventlog.partitions import first_id_at
from hub.rules.replays import OVER, ReplayState

log = structlog.get_logger()

PASS_EVERY = timedelta(hours=1)
BATCH = 2_000
PAGE = 5_000
# Ids are drawn by two clocks, the database's and the worker's.
SKEW = timedelta(hours=1)
NOBODY = UUID(int=0)
TENANTS = 200

BEGIN = "INSERT INTO retention_progress (id, after_tenant_id) VALUES (1, %s) ON CONFLICT DO NOTHING"
PROGRESS = "SELECT after_tenant_id, passed_at, now() FROM retention_progress"
SAVE = "UPDATE retention_progress SET after_tenant_id = %s"
PASSED = "UPDATE retention_progress SET after_tenant_id = %s, passed_at = now()"
DAYS = """
SELECT t.id, least(coalesce(p.retention_days, %(default)s), %(most)s)
FROM accounts_tenant t LEFT JOIN tenant_policy p ON p.tenant_id = t.id
WHERE t.id > %(after)s ORDER BY t.id LIMIT %(limit)s
"""
LONGEST = "SELECT max(retention_days) FROM tenant_policy"

OPEN_REPLAYS = "SELECT id, state FROM replay WHERE tenant_id = %s AND state <> ALL(%s)"
# Walks the tenant's deliveries by id: those that are still owed are passed by once in a pass.
ENDED = """
SELECT d.id, d.finished_at FROM delivery d
WHERE d.tenant_id = %(tenant)s AND d.id > %(after)s AND d.id < %(before)s
    AND d.status IN ('delivered', 'dead', 'cancelled') AND coalesce(d.finished_at, d.created_at) < %(cutoff)s
    AND (d.replay_id IS NULL OR d.replay_id <> ALL(%(replays)s::uuid[]))
    {not_asked_for}
ORDER BY d.id LIMIT %(limit)s
"""
NOT_ASKED_FOR = """
AND NOT EXISTS (
    SELECT FROM replay_item i
    WHERE i.replay_id = ANY(%(replays)s::uuid[]) AND i.endpoint_id = d.endpoint_id AND i.event_id = d.event_id
)
"""
DROP_ATTEMPTS = "DELETE FROM attempt WHERE delivery_id = ANY(%(ids)s::uuid[]) AND id >= %(low)s AND id < %(high)s"
DROP_DELIVERIES = (
    "DELETE FROM delivery WHERE id = ANY(%(ids)s::uuid[]) AND status IN ('delivered', 'dead', 'cancelled')"
)
# A page in the log's order, of which only what no delivery needs goes.
DROP_EVENTS = f"""
WITH page AS (
    SELECT e.epoch, e.txid, e.id FROM event e
    WHERE e.tenant_id = %(tenant)s AND e.id < %(before)s
        AND (e.epoch, e.txid, e.id) > (%(epoch)s, %(txid)s::text::xid8, %(id)s)
    ORDER BY e.epoch, e.txid, e.id LIMIT %(limit)s
), gone AS (
    DELETE FROM event e
    WHERE e.id = ANY(ARRAY(SELECT id FROM page)) AND e.id >= (SELECT id FROM page ORDER BY id LIMIT 1)
        AND e.id <= (SELECT id FROM page ORDER BY id DESC LIMIT 1)
        AND (SELECT 1 FROM delivery d WHERE d.event_id = e.id LIMIT 1) IS NULL
    RETURNING e.tenant_id, e.epoch, e.txid, e.id
), moved AS ({horizon.MOVE})
SELECT epoch, txid::text, id, (SELECT count(*) FROM gone), (SELECT count(*) FROM page) FROM page
ORDER BY page.epoch DESC, page.txid DESC, page.id DESC LIMIT 1
"""
# A replay that was made in the moment in which its event went: said, not left waiting for ever.
STRANDED = """
UPDATE delivery d SET status = 'cancelled', reason = 'event_expired', finished_at = now()
WHERE d.event_id < %s AND d.status IN ('pending', 'held') AND (SELECT 1 FROM event e WHERE e.id = d.event_id) IS NULL
"""


class Removed(NamedTuple):
    """What a slice has removed."""

    deliveries: int = 0
    events: int = 0
    days: int = 0


def slice_of_pass(*, budget_s: float = 8.0) -> Removed | None:
    """Go on with the pass for that long, or begin one when the last was an hour ago; None when nothing is due.

    Also None while another process is at it.
    """
    with alone(FORGETTING) as mine:
        return _slice(time.monotonic() + budget_s) if mine else None


def _slice(deadline: float) -> Removed | None:
    db.execute(BEGIN, (NOBODY,))
    found = db.row(PROGRESS)
    assert found is not None  # noqa: S101 just inserted, never deleted
    after, passed_at, now = found
    if after == NOBODY and passed_at is not None and now - passed_at < PASS_EVERY:
        return None
    longest = longest_days()
    deliveries = events = 0
    for tenant_id, days in _tenants(after):
        cutoff = now - timedelta(days=days)
        deliveries += _drop_deliveries(tenant_id, cutoff, shorter=days < longest, deadline=deadline)
        audit.forget(tenant_id, first_id_at(cutoff), deadline=deadline)
        events += _drop_events(tenant_id, cutoff, deadline=deadline) if days < longest else 0
        if time.monotonic() > deadline:
            return _told(Removed(deliveries, events))
        db.execute(SAVE, (tenant_id,))
    dropped = old_days.drop(now - timedelta(days=longest), deadline=deadline)
    db.execute(STRANDED, (first_id_at(now - timedelta(days=1)),))
    statistics.forget(hours_kept=timedelta(days=settings.HUB.statistics_days), deadline=deadline)
    if time.monotonic() < deadline:
        db.execute(PASSED, (NOBODY,))
    return _told(Removed(deliveries, events, dropped))


def longest_days() -> int:
    """The longest retention of any tenant: whole days go after that."""
    found = db.row(LONGEST)
    chosen = found[0] if found else None
    return min(max(settings.HUB.retention_days, chosen or 0), settings.HUB.retention_days_max)


def _tenants(after: UUID) -> Iterator[tuple[UUID, int]]:
    params = {"default": settings.HUB.retention_days, "most": settings.HUB.retention_days_max, "limit": TENANTS}
    while page := db.rows(DAYS, {**params, "after": after}):
        yield from ((row[0], row[1]) for row in page)
        after = page[-1][0]


def _drop_deliveries(tenant_id: UUID, cutoff: datetime, *, shorter: bool, deadline: float) -> int:
    """shorter: whether their attempts go now, or with their day."""
    under_way = db.rows(OPEN_REPLAYS, (tenant_id, [str(state) for state in OVER]))
    if any(state == ReplayState.PREPARING for _, state in under_way):
        return 0  # its set is being read: for these minutes nothing of it goes
    replays = [row[0] for row in under_way]
    sql = ENDED.format(not_asked_for=NOT_ASKED_FOR if replays else "")
    params = {"tenant": tenant_id, "before": first_id_at(cutoff), "cutoff": cutoff, "replays": replays, "limit": BATCH}
    after, total = NOBODY, 0
    while time.monotonic() < deadline:
        found = db.planned_rows(sql, {**params, "after": after})
        if not found:
            break
        after = found[-1][0]
        ids = [row[0] for row in found]
        with transaction.atomic():
            if shorter:
                low = UUID(int=max(0, ids[0].int - (int(SKEW.total_seconds() * 1000) << 80)))
                db.planned_rows(DROP_ATTEMPTS, {"ids": ids, "low": low, "high": first_id_at(cutoff + SKEW)})
            total += db.execute(DROP_DELIVERIES, {"ids": ids})
    return total


def _drop_events(tenant_id: UUID, cutoff: datetime, *, deadline: float) -> int:
    place = {"epoch": 0, "txid": "0", "id": NOBODY}
    params = {"tenant": tenant_id, "before": first_id_at(cutoff), "limit": PAGE}
    total, looked_at = 0, PAGE
    while looked_at == PAGE and time.monotonic() < deadline:
        found = db.planned_rows(DROP_EVENTS, {**params, **place})
        if not found:
            break
        epoch, txid, event_id, gone, looked_at = found[0]
        place = {"epoch": epoch, "txid": txid, "id": event_id}
        total += gone
    return total


def _told(removed: Removed) -> Removed:
    if any(removed):
        log.info("retention.removed", **removed._asdict())
    return removed
