"""Forgetting finished jobs, their runs and callback targets, in small transactions. Events have a retention of their own."""

import time
from uuid import UUID

from django.conf import settings
from django.db import transaction

from hub import db
from hub.eventlog.partitions import first_id_at
from hub.rules.status import JOB_FINAL

BATCH = 1_000

TENANTS = """
SELECT t.id, now() - make_interval(days => least(coalesce(p.job_retention_days, %(default)s), %(most)s))
FROM accounts_tenant t LEFT JOIN tenant_policy p ON p.tenant_id = t.id ORDER BY random()
"""
# Whoever is waiting, or whose outcome is unknown, is never past its time.
ENDED = """
SELECT id FROM job WHERE tenant_id = %(tenant)s AND status = ANY(%(final)s) AND finished_at < %(cutoff)s
    AND id < %(before)s ORDER BY id LIMIT %(limit)s
"""
# With the first of its jobs that goes: what is left of them is as old.
FORGET_BATCHES = """
DELETE FROM job_batch WHERE finished_at IS NOT NULL AND id = ANY(ARRAY(SELECT batch_id FROM job WHERE id = ANY(%s)))
"""
# A schedule of every minute has half a million times a year.
FORGET_TICKS = """
DELETE FROM schedule_tick t USING schedule s
WHERE s.id = t.schedule_id AND s.tenant_id = %s AND t.fire_at < %s
"""
# Targets of jobs' own callbacks, once no job names them and the deliveries' retention has taken the last one. A day after their
# last use: a job that is being accepted may have just been given one.
FORGET_TARGETS = """
DELETE FROM endpoint WHERE kind = 'callback' AND updated_at < now() - interval '1 day' AND id = ANY(ARRAY(
    SELECT p.id FROM endpoint p
    WHERE p.tenant_id = %(tenant)s AND p.id < %(before)s AND p.kind = 'callback' AND p.updated_at < now() - interval '1 day'
        AND (SELECT 1 FROM job j WHERE j.callback_endpoint_id = p.id LIMIT 1) IS NULL
        AND (SELECT 1 FROM delivery d WHERE d.endpoint_id = p.id ORDER BY d.id LIMIT 1) IS NULL
    ORDER BY p.id LIMIT %(limit)s
))
"""


def forget(*, budget_s: float = 8.0) -> int:
    """Delete jobs that ended before their tenant's retention, as many as the time allows; how many."""
    deadline = time.monotonic() + budget_s
    env = settings.HUB
    total = 0
    # In no fixed order: a tenant with very many does not keep the others from their turn in the next run.
    for tenant_id, cutoff in db.rows(TENANTS, {"default": env.job_retention_days, "most": env.retention_days_max}):
        db.execute(FORGET_TICKS, (tenant_id, cutoff))
        params = {
            "tenant": tenant_id,
            "cutoff": cutoff,
            "before": first_id_at(cutoff),
            "final": sorted(JOB_FINAL),
            "limit": BATCH,
        }
        while time.monotonic() < deadline:
            ids = [row[0] for row in db.rows(ENDED, params)]
            total += _delete(ids)
            if len(ids) < BATCH:
                break
        while time.monotonic() < deadline and db.execute(FORGET_TARGETS, params) == BATCH:
            pass
    return total


def _delete(ids: list[UUID]) -> int:
    with transaction.atomic():
        for table in ("run", "job_change", "job_after", "callback", "callback_address"):
            db.execute(f"DELETE FROM {table} WHERE job_id = ANY(%s)", (ids,))
        db.execute(FORGET_BATCHES, (ids,))
        return db.execute("DELETE FROM job WHERE id = ANY(%s)", (ids,))
