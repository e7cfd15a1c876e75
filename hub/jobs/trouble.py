"""Which of a tenant's connections need somebody's eyes, the worst first."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db
from hub.jobs.connection_health import text_of

SHOWN = 20
# Told this long before what cannot be renewed ends; see parking.WARN.
SOON = timedelta(days=7)

JUDGED = """
WITH mine AS (
    SELECT c.*, l.state ->> 'why' AS why, CASE WHEN l.blocked_until > now() + interval '5 s'
        AND c.fresh_starts <= coalesce((l.state ->> 'fresh_starts')::int, 0) THEN l.blocked_until END AS parked_until
    FROM connection c LEFT JOIN lane l ON l.id = c.id WHERE c.tenant_id = %(tenant)s AND c.deleted_at IS NULL
), judged AS (
    SELECT mine.*, CASE WHEN broken_at IS NOT NULL THEN 'broken' WHEN disabled_at IS NOT NULL THEN 'disabled'
        WHEN parked_until IS NOT NULL THEN 'parked' WHEN credentials_end_at < now() + %(soon)s THEN 'expiring' END AS trouble
    FROM mine
)
"""
COUNTS = JUDGED + "SELECT trouble, count(*) FROM judged GROUP BY 1"
WORST = (
    JUDGED
    + """
SELECT id, name, connector, trouble, coalesce(why, 'asked_to_wait'), last_error ->> 'message',
    CASE trouble WHEN 'broken' THEN broken_at WHEN 'disabled' THEN disabled_at END AS since,
    CASE trouble WHEN 'parked' THEN parked_until WHEN 'expiring' THEN credentials_end_at END AS until
FROM judged WHERE trouble IS NOT NULL
ORDER BY array_position(ARRAY['broken', 'parked', 'expiring', 'disabled'], trouble), until, since DESC LIMIT %(shown)s
"""
)
REASONS = {"expiring": "Its consent ends soon; somebody has to connect it again."}


class ConnectionTrouble(NamedTuple):
    """since: when it began, if known. until: when it ends, or what ends then."""

    id: UUID
    name: str
    connector: str
    trouble: str
    reason: str
    since: datetime | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Connections:
    """total: of all that are not deleted. counts: by trouble. worst: SHOWN at most."""

    total: int
    counts: dict[str, int]
    worst: list[ConnectionTrouble]


def connections(tenant_id: UUID) -> Connections:
    """Broken ones first, then parked ones, those whose consent ends soon, and those that somebody has disabled."""
    params = {"tenant": tenant_id, "soon": SOON, "shown": SHOWN}
    counts = dict(db.planned_rows(COUNTS, params))
    total = sum(counts.values())
    counts.pop(None, None)
    worst = [
        ConnectionTrouble(id_, name, connector, trouble, _reason(trouble, why, error), since, until)
        for id_, name, connector, trouble, why, error, since, until in db.planned_rows(WORST, params)
    ]
    return Connections(total, counts, worst)


def _reason(trouble: str, why: str, error: str | None) -> str:
    if trouble == "broken" and error:
        return error
    return REASONS.get(trouble) or text_of(why if trouble == "parked" else trouble)
