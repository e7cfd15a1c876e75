"""Forgetting the sets of replays that have been over for long; the replays, their counts and who steered them stay."""

from hub import db

KEPT_DAYS = 30
BATCH = 10_000

OLD = """
SELECT r.id FROM replay r WHERE r.finished_at < now() - make_interval(days => %s)
    AND EXISTS (SELECT FROM replay_share s WHERE s.replay_id = r.id)
ORDER BY r.id
"""
FORGET = """
DELETE FROM replay_item WHERE ctid = ANY(ARRAY(SELECT ctid FROM replay_item WHERE replay_id = %(replay)s LIMIT %(batch)s))
"""
FORGET_SHARES = "DELETE FROM replay_share WHERE replay_id = %s"


def forget_old() -> int:
    """Delete items of old replays, a batch a transaction; how many."""
    forgotten = 0
    for (replay_id,) in db.rows(OLD, (KEPT_DAYS,)):
        while gone := db.execute(FORGET, {"replay": replay_id, "batch": BATCH}):
            forgotten += gone
        db.execute(FORGET_SHARES, (replay_id,))
    return forgotten
