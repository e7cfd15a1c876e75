"""Which database cluster the log is in now.

Transaction ids are compared only within an epoch; one ends when the cluster's identity changes. Besides the system
identifier (another cluster: restore from a dump, upgrade) the timeline counts: after a point-in-time recovery or a failover
the ids go on from an earlier value.
"""

from hub import db

SETTLE = """
WITH now_in AS (
    SELECT (SELECT system_identifier FROM pg_control_system()) || '/'
        || (SELECT timeline_id FROM pg_control_checkpoint()) AS cluster
), latest AS (
    SELECT epoch, cluster FROM event_epoch ORDER BY epoch DESC LIMIT 1
)
INSERT INTO event_epoch (epoch, cluster)
SELECT coalesce((SELECT epoch FROM latest), 0) + 1, now_in.cluster FROM now_in
WHERE now_in.cluster IS DISTINCT FROM (SELECT cluster FROM latest)
ON CONFLICT DO NOTHING
RETURNING epoch
"""


def settle() -> bool:
    """Begin a new epoch when the cluster has changed; whether it had. Called at migration and by a sweep."""
    return bool(db.rows(SETTLE))
