"""Lanes of endpoints that were deleted. The endpoints stay, for what was sent to them; whoever looks for due lanes passes by
every lane, half a microsecond each."""

from hub import db

BATCH = 5_000
# A day later nothing is under way to it any more; a lane that has something pending all the same, or an owner, stays.
FORGET = """
DELETE FROM lane WHERE id = ANY(ARRAY(
    SELECT l.id FROM lane l JOIN endpoint p ON p.id = l.id
    WHERE p.deleted_at < now() - interval '1 day' AND (l.leased_until IS NULL OR l.leased_until < now())
        AND (SELECT 1 FROM delivery d WHERE d.lane_id = l.id AND d.status = 'pending' LIMIT 1) IS NULL
    LIMIT %s FOR UPDATE OF l SKIP LOCKED
))
"""


def forget_old() -> int:
    """Delete such lanes, a batch a transaction; how many."""
    return db.execute_until_done(FORGET, (BATCH,))
