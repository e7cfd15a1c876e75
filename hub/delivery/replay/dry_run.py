"""Counting what a replay would take, without making anything."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from hub import db
from hub.delivery.replay.selection import MATCHES, Selection, page_sql, params
from hub.rules.ids import public_id

# Deliveries looked through: above it the answer says that there is more.
LOOKED_AT = 200_000
SAMPLE = 10

COUNT = """
WITH page AS MATERIALIZED ({page}), selected AS MATERIALIZED (
    SELECT DISTINCT ON (d.endpoint_id, d.event_id) d.endpoint_id, d.event_id, d.id, coalesce(d.reason, '') AS reason
    FROM page d JOIN endpoint p ON p.id = d.endpoint_id AND p.deleted_at IS NULL AND p.kind <> 'stand_in'
    WHERE {matches}
    ORDER BY d.endpoint_id, d.event_id, d.id DESC
)
SELECT 'count', endpoint_id, reason, count(*), NULL::uuid FROM selected GROUP BY 2, 3
UNION ALL (SELECT 'sample', endpoint_id, reason, 0, id FROM selected ORDER BY event_id DESC LIMIT %(sample)s)
UNION ALL SELECT 'looked', NULL, NULL, count(*), NULL FROM page
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """counts: [{endpoint_id, reason, count}], most first. sample: ids of some of the deliveries, of the newest events.
    complete: False when there is more than was looked through."""

    counts: list[dict[str, Any]]
    sample: list[str]
    complete: bool

    @property
    def total(self) -> int:
        return sum(each["count"] for each in self.counts)


def count(tenant_id: UUID, selection: Selection, *, elsewhere: bool = False) -> Counted:
    """A dry run: how many deliveries of which endpoint and for which reason. elsewhere: to another address."""
    sql = COUNT.format(page=page_sql(selection), matches=MATCHES)
    given = params(tenant_id, selection, elsewhere=elsewhere, page=LOOKED_AT)
    found = db.planned_rows(sql, {**given, "sample": SAMPLE})
    counts = [
        {"endpoint_id": public_id("endpoint", endpoint_id), "reason": reason, "count": number}
        for kind, endpoint_id, reason, number, _ in found
        if kind == "count"
    ]
    counts.sort(key=lambda each: (-each["count"], each["endpoint_id"], each["reason"]))
    return Counted(
        counts=counts,
        sample=[public_id("delivery", row[4]) for row in found if row[0] == "sample"],
        complete=next(row[3] for row in found if row[0] == "looked") < LOOKED_AT,
    )
