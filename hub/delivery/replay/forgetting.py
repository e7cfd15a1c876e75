"""Forgetting the sets of replays that have been over for as long as their tenant keeps deliveries, which their items speak of.

The replays, their counts and who steered them stay.
"""

from django.conf import settings

from hub import db

BATCH = 10_000

OLD = """
SELECT r.id FROM replay r LEFT JOIN tenant_policy p ON p.tenant_id = r.tenant_id
WHERE r.finished_at < now() - make_interval(days => least(coalesce(p.retention_days, %(default)s), %(most)s))
    AND EXISTS (SELECT FROM replay_share s WHERE s.replay_id = r.id)
ORDER BY r.id
"""
FORGET = """
DELETE FROM replay_item WHERE ctid = ANY(ARRAY(SELECT ctid FROM replay_item WHERE replay_id = %(replay)s LIMIT %(batch)s))
"""
FORGET_SHARES = "DELETE FROM replay_share WHERE replay_id = %s"


def forget_old() -> int:
    """Delete items of old replays, a batch a transaction; how many."""
    days = {"default": settings.HUB.retention_days, "most": settings.HUB.retention_days_max}
    forgotten = 0
    for (replay_id,) in db.planned_rows(OLD, days):
        forgotten += db.execute_until_done(FORGET, {"replay": replay_id, "batch": BATCH})
        db.execute(FORGET_SHARES, (replay_id,))
    return forgotten
