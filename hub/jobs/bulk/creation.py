"""Counting, asking for it, and calling it off."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.jobs.bulk import motion
from hub.jobs.bulk.reads import get
from hub.jobs.bulk.selection import AS_ASKED, MATCHES, PAGE, POSSIBLE, Action, Selection, params
from hub.jobs.bulk_models import Bulk
from hub.rules.errors import HubError
from hub.rules.ids import public_id

# Jobs looked through: above it a dry run says that there is more, and nothing is begun.
LOOKED_AT = 500_000
SAMPLE = 10

COUNT = f"""
WITH page AS MATERIALIZED ({PAGE}), selected AS MATERIALIZED (
    SELECT j.id, j.connection_id, j.operation, j.status, coalesce(j.error ->> 'category', '') AS category
    FROM page j WHERE {MATCHES} AND {AS_ASKED}
)
SELECT 'count', connection_id, operation, status, category, count(*), NULL::uuid FROM selected GROUP BY 2, 3, 4, 5
UNION ALL (SELECT 'sample', NULL, '', '', '', 0, id FROM selected ORDER BY id DESC LIMIT %(sample)s)
UNION ALL SELECT 'looked', NULL, '', '', '', count(*), NULL FROM page
"""


@dataclass(frozen=True, slots=True)
class Counted:
    """counts: [{connection_id, operation, status, category, count}], most first. sample: ids of the newest. complete: False
    when there is more than was looked through."""

    counts: list[dict[str, Any]]
    sample: list[str]
    complete: bool

    @property
    def total(self) -> int:
        return sum(each["count"] for each in self.counts)


def count(tenant_id: UUID, selection: Selection, action: Action, *, asked_at: datetime | None = None) -> Counted:
    """A dry run: how many jobs of which connection and operation, in which state and for which reason.

    Errors: `invalid_status` for a state that the action is not possible for.
    """
    for place, status in enumerate(selection.statuses):
        if status not in POSSIBLE[action]:
            known = ", ".join(POSSIBLE[action])
            raise HubError("invalid_status", f"To {action} a job it is one of {known}.", field=f"filter.status.{place}")
    given = params(tenant_id, selection, action, asked_at=asked_at or datetime.now(UTC), page=LOOKED_AT)
    found = db.planned_rows(COUNT, {**given, "sample": SAMPLE})
    counts = [
        {
            "connection_id": public_id("connection", connection_id),
            "operation": operation,
            "status": status,
            "category": category,
            "count": number,
        }
        for kind, connection_id, operation, status, category, number, _ in found
        if kind == "count"
    ]
    counts.sort(key=lambda each: (-each["count"], each["connection_id"], each["operation"]))
    looked = next(row[5] for row in found if row[0] == "looked")
    sample = [public_id("job", row[6]) for row in found if row[0] == "sample"]
    return Counted(counts, sample, looked < LOOKED_AT)


def create(tenant_id: UUID, selection: Selection, action: Action, *, by: str, reason: str = "") -> Bulk:
    """Begin: the first slice in the caller's time, the others in the background.

    Errors: `invalid_status`; `too_many` when more jobs would have to be looked through than one wish may.
    """
    asked_at = datetime.now(UTC)
    counted = count(tenant_id, selection, action, asked_at=asked_at)
    if not counted.complete:
        detail = f"More than {LOOKED_AT:,} jobs would have to be looked through: narrow the time or the connection."
        raise HubError("too_many", detail, field="filter")
    bulk = Bulk(
        id=db.new_id(),
        tenant_id=tenant_id,
        action=str(action),
        selection=selection.as_json(),
        reason=reason,
        requested_by=by,
        total=counted.total,
        position=params(tenant_id, selection, action, asked_at=asked_at, page=1)["after"],
        created_at=asked_at,
    )
    bulk.save(force_insert=True)
    motion.step(bulk.id)
    return get(tenant_id, bulk.id)


def cancel(tenant_id: UUID, bulk_id: UUID, *, by: str) -> Bulk:
    """Leave the rest as it is. Errors: `not_found`; `bulk_state` when it is over."""
    get(tenant_id, bulk_id)
    with transaction.atomic():
        bulk = Bulk.objects.select_for_update().get(id=bulk_id)
        if bulk.state != "running":
            raise HubError("bulk_state", f"It is {bulk.state}.", field="path.bulk_id")
        motion.end(bulk, "cancelled", by=by)
    return get(tenant_id, bulk_id)
