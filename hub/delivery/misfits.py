"""Events that were taken although their type is unknown or their data does not fit (`recorded`): which, and what is wrong.

A row for each such event, written with it: counting by type in place would have all publishers of a type wait for each other.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings

from hub import db
from hub.delivery.event_types import Problems

# Misfits that are looked through, newest first, and lines that are told of them.
LOOKED_AT = 10_000
SHOWN = 200
BATCH = 10_000

NOTE = "INSERT INTO event_misfit (id, tenant_id, type, problems) VALUES (%s, %s, %s, %s::jsonb)"
# Places in lists differ from event to event: `data.lines.0.qty` and `data.lines.7.qty` are the same misfit.
BY_FIELD = f"""
SELECT type, field, (array_agg(detail ORDER BY id DESC))[1], count(DISTINCT id), min(at), max(at), max(id::text)::uuid
FROM (
    SELECT m.id, m.type, regexp_replace(one ->> 'field', '\\.\\d+(?=\\.|$)', '.*', 'g') AS field, one ->> 'detail' AS detail,
        uuid_extract_timestamp(m.id) AS at
    FROM (
        SELECT id, type, problems FROM event_misfit
        WHERE tenant_id = %(tenant)s AND (%(type)s::text IS NULL OR type = %(type)s)
        ORDER BY id DESC LIMIT {LOOKED_AT}
    ) m CROSS JOIN LATERAL jsonb_array_elements(m.problems) AS one
) every
GROUP BY type, field ORDER BY max(at) DESC, type, field LIMIT {SHOWN}
"""
FORGET = """
DELETE FROM event_misfit WHERE ctid = ANY(ARRAY(
    SELECT m.ctid FROM event_misfit m LEFT JOIN tenant_policy p ON p.tenant_id = m.tenant_id
    WHERE uuid_extract_timestamp(m.id)
        < now() - make_interval(days => least(coalesce(p.retention_days, %(default)s), %(most)s))
    LIMIT %(batch)s
))
"""


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is wrong with one field of one type's events. field: `type` when the type is unknown. detail: of the latest."""

    type: str
    field: str
    detail: str
    events: int
    first_at: datetime
    last_at: datetime
    last_event_id: UUID


def note(event_id: UUID, tenant_id: UUID, type: str, problems: Problems) -> None:
    """Keep what is wrong with an event, in the transaction that publishes it."""
    db.execute(NOTE, (event_id, tenant_id, type, json.dumps(problems)))


def by_field(tenant_id: UUID, *, type: str | None = None) -> list[Misfit]:
    """What does not fit, by type and field, the latest first: up to SHOWN lines about the newest LOOKED_AT misfits."""
    return [Misfit(*row) for row in db.planned_rows(BY_FIELD, {"tenant": tenant_id, "type": type})]


def forget_old() -> int:
    """Delete what is past the retention of its tenant's events; how many."""
    days = {"default": settings.HUB.retention_days, "most": settings.HUB.retention_days_max}
    forgotten = 0
    while gone := db.planned_rows(FORGET + " RETURNING 1", {**days, "batch": BATCH}):
        forgotten += len(gone)
    return forgotten
