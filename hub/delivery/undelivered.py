"""What an endpoint still misses, and why: one query over its deliveries and, when asked, over events its filters left out."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hub import db
from hub.delivery import endpoints
from hub.delivery.left_out import LEFT_OUT, REASON
from hub.delivery.replay.filtered import FIRST, id_floor

# Deliveries, and events, that are looked through, newest first; above it the answer says that there is more.
LOOKED_AT = 100_000
EVENTS_LOOKED_AT = 10_000
LAST = UUID(int=(1 << 128) - 1)

# One row an event, with its latest delivery; an event that was delivered, or is on its way, is not missed. For what was left
# out the filters are asked as they are now: `changed` are those that would be wanted today.
MISSED = """
WITH looked AS MATERIALIZED (
    SELECT d.id, d.event_id, d.event_type, d.status, d.reason, d.status_code, d.error, d.tried, d.created_at, d.finished_at
    FROM delivery d
    WHERE d.tenant_id = %(tenant)s AND d.endpoint_id = %(endpoint)s AND d.status IN ('dead', 'held', 'cancelled')
    ORDER BY d.id DESC LIMIT %(looked_at)s
), owed AS (
    SELECT DISTINCT ON (d.event_id) d.event_id, d.id, d.event_type, CASE
        WHEN d.status = 'held' AND p.disabled_at IS NOT NULL THEN 'disabled' ELSE d.status END AS state,
        coalesce(d.reason, CASE WHEN d.status <> 'held' THEN 'unknown' WHEN p.disabled_at IS NOT NULL THEN 'endpoint_disabled'
            ELSE 'endpoint_paused' END) AS reason, d.status_code, d.error, d.tried, d.created_at
    FROM looked d JOIN endpoint p ON p.id = %(endpoint)s
    WHERE (%(after)s::timestamptz IS NULL OR d.created_at > %(after)s)
        AND (%(before)s::timestamptz IS NULL OR d.created_at < %(before)s)
        AND NOT EXISTS (
            SELECT FROM delivery other WHERE other.event_id = d.event_id AND other.endpoint_id = %(endpoint)s
                AND other.status IN ('delivered', 'pending')
        )
    ORDER BY d.event_id, d.id DESC
), passed AS MATERIALIZED (
    SELECT e.id, e.type, e.channels, e.subject_id, e.body, e.created_at FROM event e
    WHERE %(filtered_after)s::timestamptz IS NOT NULL AND e.tenant_id = %(tenant)s AND e.id >= %(filtered_from)s
    ORDER BY e.epoch DESC, e.txid DESC, e.id DESC LIMIT %(events_looked_at)s
), filtered AS (
    SELECT e.id AS event_id, NULL::uuid AS id, e.type AS event_type, 'filtered' AS state, {why} AS reason,
        NULL::smallint AS status_code, NULL::text AS error, 0 AS tried, e.created_at
    FROM passed e JOIN endpoint p ON p.id = %(endpoint)s
    WHERE e.created_at > %(filtered_after)s AND {left_out}
), missed AS MATERIALIZED (
    SELECT * FROM (SELECT * FROM owed UNION ALL SELECT * FROM filtered) every
    WHERE (%(state)s::text IS NULL OR state = %(state)s)
)
SELECT NULL, NULL::uuid, NULL::uuid, NULL, state, reason, NULL::smallint, NULL, 0, NULL::timestamptz, count(*)
FROM missed GROUP BY state, reason
UNION ALL
SELECT 'looked', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL,
    greatest((SELECT count(*) FROM looked) - {deliveries}, (SELECT count(*) FROM passed) - {events})
UNION ALL (
    SELECT 'item', event_id, id, event_type, state, reason, status_code, error, tried, created_at, 0
    FROM missed WHERE event_id < %(behind)s ORDER BY event_id DESC LIMIT %(limit)s
)
"""


@dataclass(frozen=True, slots=True)
class Window:
    """Which: deliveries made within these instants, one state only, and with `filtered_after` events left out since."""

    state: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None
    filtered_after: datetime | None = None


@dataclass(frozen=True, slots=True)
class Missed:
    """An event the endpoint has not got. delivery_id: the latest one, None for what its filters left out."""

    event_id: UUID
    delivery_id: UUID | None
    event_type: str
    state: str
    reason: str
    status_code: int | None
    error: str | None
    attempts: int
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Undelivered:
    """counts: (state, reason, number), most first. complete: False when more was there than was looked through."""

    counts: list[tuple[str, str, int]]
    complete: bool
    items: list[Missed]


def undelivered(tenant_id: UUID, endpoint_id: UUID, window: Window, *, behind: UUID | None, limit: int) -> Undelivered:
    """What the endpoint misses: dead, held, disabled (held since it was disabled), cancelled, and filtered on request.

    behind: the event that the page's events must be older than. Errors: `not_found`.
    """
    endpoints.get(tenant_id, endpoint_id)
    found = db.planned_rows(
        MISSED.format(deliveries=LOOKED_AT, events=EVENTS_LOOKED_AT, why=REASON, left_out=LEFT_OUT),
        {
            "tenant": tenant_id,
            "endpoint": endpoint_id,
            "state": window.state,
            "after": window.created_after,
            "before": window.created_before,
            "filtered_after": window.filtered_after,
            "filtered_from": id_floor(window.filtered_after) if window.filtered_after else FIRST,
            "looked_at": LOOKED_AT,
            "events_looked_at": EVENTS_LOOKED_AT,
            "behind": behind or LAST,
            "limit": limit,
        },
    )
    counts = [(row[4], row[5], row[10]) for row in found if row[0] is None]
    return Undelivered(
        counts=sorted(counts, key=lambda each: (-each[2], each[0], each[1])),
        complete=next(row[10] for row in found if row[0] == "looked") < 0,
        items=[Missed(*row[1:10]) for row in found if row[0] == "item"],
    )
