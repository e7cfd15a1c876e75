"""Which of a tenant's endpoints need somebody's eyes, the worst first; what is held; how long the oldest has been due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from hub import db

SHOWN = 20
# Counted so far and no farther.
COUNTED = 10_000

# Failing is what the lane's owner knows: failures since some moment and no success, seen more than once or by the breaker. What
# was tried last long ago says nothing of now.
JUDGED = """
WITH mine AS (
    SELECT p.*, l.state #>> '{failing,with}' AS failed_with, l.state #>> '{breaker,state}' AS breaker,
        to_timestamp((l.state #>> '{failing,since}')::float8) AS began_at,
        to_timestamp((l.state #>> '{failing,last}')::float8) AS failed_at,
        (l.state #>> '{failing,version}')::int AS failed_version
    FROM endpoint p LEFT JOIN lane l ON l.id = p.lane_id
    WHERE p.tenant_id = %(tenant)s AND p.kind = 'webhook' AND p.deleted_at IS NULL /* chosen */
), judged AS (
    SELECT mine.*, CASE WHEN disabled_at IS NOT NULL THEN 'disabled' WHEN paused_at IS NOT NULL THEN 'paused'
        WHEN failed_version = version AND failed_at > now() - interval '1 day'
            AND (failed_at > began_at OR breaker <> 'closed') THEN 'failing' END AS trouble
    FROM mine
)
"""
COUNTS = JUDGED + "SELECT trouble, count(*) FROM judged GROUP BY 1"
WORST = (
    JUDGED
    + """
SELECT id, url, description, trouble,
    CASE trouble WHEN 'disabled' THEN disabled_reason WHEN 'failing' THEN coalesce(failed_with, '') ELSE '' END,
    CASE trouble WHEN 'disabled' THEN disabled_at WHEN 'paused' THEN paused_at ELSE began_at END AS since,
    CASE WHEN trouble = 'failing' THEN breaker END
FROM judged WHERE trouble IS NOT NULL
ORDER BY array_position(ARRAY['failing', 'disabled', 'paused'], trouble),
    CASE WHEN trouble = 'failing' THEN began_at END, disabled_at DESC, paused_at DESC LIMIT %(shown)s
"""
)
CONDITIONS = (
    JUDGED.replace("/* chosen */", "AND p.id = ANY(%(ids)s)")
    + f"""
SELECT id, trouble, CASE WHEN trouble = 'failing' THEN breaker END,
    CASE WHEN trouble = 'failing' THEN coalesce(failed_with, '') ELSE '' END,
    (SELECT count(*) FROM (
        SELECT FROM delivery d WHERE d.endpoint_id = judged.id AND d.status = 'held' LIMIT {COUNTED}
    ) counted)
FROM judged
"""
)
HELD = f"""
SELECT count(*) FROM (
    SELECT FROM endpoint p CROSS JOIN LATERAL (
        SELECT FROM delivery d WHERE d.endpoint_id = p.id AND d.status = 'held' LIMIT {COUNTED + 1}
    ) held WHERE p.tenant_id = %s AND (p.paused_at IS NOT NULL OR p.disabled_at IS NOT NULL) LIMIT {COUNTED + 1}
) counted
"""
OLDEST = """
SELECT oldest.id, oldest.endpoint_id, extract(epoch FROM now() - oldest.due_at)::float8
FROM lane l CROSS JOIN LATERAL (
    SELECT d.id, d.endpoint_id, d.due_at FROM delivery d
    WHERE d.lane_id = l.id AND d.status = 'pending' AND d.due_at <= now() ORDER BY d.due_at, d.id LIMIT 1
) oldest WHERE l.tenant_id = %s AND l.queue = 'deliveries' ORDER BY oldest.due_at LIMIT 1
"""


class EndpointTrouble(NamedTuple):
    """since: when it began. breaker: of a failing one, closed, open or half_open."""

    id: UUID
    url: str
    description: str
    trouble: str
    reason: str
    since: datetime | None
    breaker: str | None


class Condition(NamedTuple):
    """How one endpoint is now. trouble: failing, disabled, paused or None. breaker, reason: of a failing one. held: at most
    COUNTED."""

    trouble: str | None
    breaker: str | None
    reason: str
    held: int


class OldestDelivery(NamedTuple):
    """The delivery that has been due the longest."""

    id: UUID
    endpoint_id: UUID
    age_s: float


@dataclass(frozen=True, slots=True)
class Endpoints:
    """total: of all that are not deleted. counts: by trouble. worst: SHOWN at most."""

    total: int
    counts: dict[str, int]
    worst: list[EndpointTrouble]


def endpoints(tenant_id: UUID) -> Endpoints:
    """Failing ones first, the longest on top; then disabled and paused ones, the latest on top."""
    params = {"tenant": tenant_id, "shown": SHOWN}
    counts = dict(db.planned_rows(COUNTS, params))
    total = sum(counts.values())
    counts.pop(None, None)
    return Endpoints(total, counts, [EndpointTrouble(*row) for row in db.planned_rows(WORST, params)])


def conditions(tenant_id: UUID, endpoint_ids: Sequence[UUID]) -> dict[UUID, Condition]:
    """Each of these endpoints' condition, those of other tenants left out."""
    found = db.planned_rows(CONDITIONS, {"tenant": tenant_id, "ids": list(endpoint_ids)})
    return {row[0]: Condition(*row[1:]) for row in found}


def held(tenant_id: UUID) -> int:
    """Deliveries that wait for their endpoint to be resumed; COUNTED + 1 says more than COUNTED."""
    return db.planned_rows(HELD, (tenant_id,))[0][0]


def oldest_due(tenant_id: UUID) -> OldestDelivery | None:
    """The delivery that could have gone out the longest ago; None when nothing waits."""
    found = db.planned_rows(OLDEST, (tenant_id,))
    return OldestDelivery(*found[0]) if found else None
