"""The books are balanced after each disaster: what was accepted, what came of it, who was told, and how often."""

import time
from collections import Counter
from collections.abc import Collection

from hub.rules.ids import public_id
from tests.receiver import Received
from tests.stacks import Account, uuid

OPEN = """
SELECT (SELECT count(*) FROM job WHERE tenant_id = %(tenant)s
        AND status NOT IN ('succeeded', 'failed', 'cancelled', 'expired')),
    (SELECT count(*) FROM delivery WHERE tenant_id = %(tenant)s AND status = 'pending')
"""
LEFT = """
SELECT 'jobs', status, count(*), min(due_at) - now() FROM job WHERE tenant_id = %(tenant)s GROUP BY status
UNION ALL SELECT 'deliveries', status, count(*), min(due_at) - now() FROM delivery WHERE tenant_id = %(tenant)s
GROUP BY status UNION ALL SELECT queue || ' lane ' || owner, state::text, token, greatest(leased_until, blocked_until) - now()
FROM lane WHERE tenant_id = %(tenant)s
"""
# Events that an endpoint of that time wanted and is not owed exactly once.
MISOWED = """
SELECT e.type, p.url, count(d.id) FROM event e
JOIN endpoint p ON p.tenant_id = e.tenant_id AND p.kind = 'webhook' AND p.id < e.id
    AND EXISTS (SELECT FROM unnest(p.event_types) AS wanted WHERE e.type LIKE replace(wanted, '*', '%%'))
LEFT JOIN delivery d ON d.event_id = e.id AND d.endpoint_id = p.id AND d.replay_id IS NULL
WHERE e.tenant_id = %(tenant)s GROUP BY e.id, e.type, p.id, p.url HAVING count(d.id) <> 1
"""
UNEXPLAINED = """
SELECT id, status FROM delivery WHERE tenant_id = %(tenant)s AND status <> 'delivered'
    AND NOT (status = 'dead' AND reason IS NOT NULL)
"""
ATTEMPTS = """
SELECT d.event_id, p.url, count(*) FROM attempt a JOIN delivery d ON d.id = a.delivery_id
JOIN endpoint p ON p.id = d.endpoint_id WHERE a.tenant_id = %(tenant)s GROUP BY 1, 2
"""
DELIVERED = """
SELECT d.event_id, p.url FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id
WHERE d.tenant_id = %(tenant)s AND d.status = 'delivered'
"""
# Jobs whose events do not tell strictly ascending versions in the log's order, or not the last one.
VERSIONS = """
SELECT id, told, version FROM (
    SELECT j.id, j.version, array_agg((convert_from(e.body, 'UTF8')::jsonb #>> '{data,version}')::int
        ORDER BY e.epoch, e.txid, e.id) AS told
    FROM job j JOIN event e ON e.subject_id = j.id WHERE j.tenant_id = %(tenant)s GROUP BY j.id, j.version
) jobs
WHERE told <> (SELECT array_agg(DISTINCT n ORDER BY n) FROM unnest(told) n) OR told[array_upper(told, 1)] <> version
"""


def settle(account: Account, *, timeout_s: float = 60) -> None:
    """Wait until every job has ended and nothing is on its way to a receiver."""
    deadline = time.monotonic() + timeout_s
    while account.sql(OPEN) != [(0, 0)]:
        assert time.monotonic() < deadline, f"left after {timeout_s:g} s: {account.sql(LEFT)}"
        time.sleep(0.2)


def balance(account: Account, accepted: Collection[str], requests: Collection[Received], *, killed: int = 0) -> None:
    """Nothing lost and nothing told twice under two names.

    accepted: ids of the jobs that the client was told of. requests: all that the receivers got.
    killed: requests that may have been under way, and so have no attempt, when their sender was killed.
    """
    assert account.sql(OPEN) == [(0, 0)]
    jobs = {row[0] for row in account.sql("SELECT id FROM job WHERE tenant_id = %(tenant)s")}
    assert {uuid("job", job_id) for job_id in accepted} <= jobs
    assert account.sql(MISOWED) == []
    assert account.sql(UNEXPLAINED) == []
    assert account.sql(VERSIONS) == []

    bodies = dict(account.sql("SELECT id, body FROM event WHERE tenant_id = %(tenant)s"))
    stored = {public_id("event", event_id): body for event_id, body in bodies.items()}
    for request in requests:
        assert request.body == stored[request.headers["webhook-id"]]

    seen = Counter((request.headers["webhook-id"], request.path) for request in requests)
    delivered = {(public_id("event", event_id), _path(url)) for event_id, url in account.sql(DELIVERED)}
    assert delivered <= set(seen)
    attempts = Counter(
        {(public_id("event", event_id), _path(url)): count for event_id, url, count in account.sql(ATTEMPTS)}
    )
    assert sum((seen - attempts).values()) <= killed


def repeats(requests: Collection[Received]) -> int:
    """How many requests repeated an earlier one."""
    return len(requests) - len({(request.headers["webhook-id"], request.path) for request in requests})


def _path(url: str) -> str:
    return "/" + url.split("/", 3)[3]
