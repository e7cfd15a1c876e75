"""Reading endpoints, deliveries and attempts; every function is told the tenant."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from hub import db
from hub.delivery.models import Attempt, Delivery, Endpoint
from hub.rules import filters
from hub.rules.errors import HubError
from hub.rules.ids import parse_id


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """Which deliveries; None takes all. job_id: of the job's events. status_code (`503` or `5xx`), error: of the last
    attempt."""

    endpoint_id: UUID | None = None
    event_id: UUID | None = None
    event_type: str | None = None
    replay_id: UUID | None = None
    job_id: UUID | None = None
    status: Sequence[str] | None = None
    status_code: str | None = None
    error: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None


LOOKUPS = {"status": "status__in", "created_after": "created_at__gt", "created_before": "created_at__lt"}
# A job's events come after it; ids are drawn by several clocks. The bound keeps the look-up out of older days' partitions.
SKEW_MS = 3600 * 1000
# More than any job makes: progress is told at most so often.
MOST_EVENTS = 10_000
EVENTS_OF = """
SELECT id FROM event WHERE subject_id = %(subject)s AND tenant_id = %(tenant)s AND id >= %(low)s ORDER BY id LIMIT %(limit)s
"""
STATES = {
    "active": Q(paused_at=None, disabled_at=None),
    "paused": Q(paused_at__isnull=False),
    "disabled": Q(disabled_at__isnull=False),
    "failing": Q(failing_since__isnull=False, disabled_at=None),
}


def list_endpoints(
    tenant_id: UUID, *, state: str | None = None, search: str | None = None, before: UUID | None, limit: int
) -> list[Endpoint]:
    """Endpoints that are not deleted, newest first, those older than `before` when it is given.

    state: a key of STATES. search: a part of the URL or the description in any case, or the whole public id.
    """
    found = Endpoint.objects.filter(_older(before), tenant_id=tenant_id, kind="webhook", deleted_at=None)
    if state is not None:
        found = found.filter(STATES[state])
    if search is not None:
        named = Q(id=parse_id("endpoint", search))
        found = found.filter(named | Q(url__icontains=search) | Q(description__icontains=search))
    return list(found.order_by("-id")[:limit])


def existing(tenant_id: UUID, endpoint_ids: list[UUID]) -> list[UUID]:
    """Those of the ids that are the tenant's endpoints, in the same order, each once."""
    found = Endpoint.objects.filter(id__in=endpoint_ids, tenant_id=tenant_id, kind="webhook", deleted_at=None)
    known = set(found.values_list("id", flat=True))
    return [endpoint_id for endpoint_id in dict.fromkeys(endpoint_ids) if endpoint_id in known]


def list_deliveries(tenant_id: UUID, chosen: DeliveryFilter, *, before: UUID | None, limit: int) -> list[Delivery]:
    """Deliveries, newest first, those older than `before` when it is given."""
    wanted = {each.name: getattr(chosen, each.name) for each in fields(chosen) if each.name != "job_id"}
    where = {LOOKUPS.get(name, name): value for name, value in wanted.items() if value is not None}
    if chosen.status_code is not None:
        where["status_code__range"] = filters.codes(where.pop("status_code"))
    if chosen.job_id is not None:
        where["event_id__in"] = _events_of(tenant_id, chosen.job_id)
    return list(Delivery.objects.filter(_older(before), tenant_id=tenant_id, **where).order_by("-id")[:limit])


def get_delivery(tenant_id: UUID, delivery_id: UUID) -> Delivery:
    """The tenant's delivery. Errors: `not_found`."""
    found = Delivery.objects.filter(id=delivery_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no delivery with this id.", field="path.delivery_id")
    return found


def list_attempts(tenant_id: UUID, delivery_id: UUID, *, before: UUID | None, limit: int) -> list[Attempt]:
    """The delivery's attempts, newest first. Errors: `not_found`."""
    get_delivery(tenant_id, delivery_id)
    found = Attempt.objects.filter(_older(before), tenant_id=tenant_id, delivery_id=delivery_id)
    return list(found.order_by("-id")[:limit])


def _events_of(tenant_id: UUID, job_id: UUID) -> list[UUID]:
    low = UUID(int=max(0, job_id.int - (SKEW_MS << 80)))
    params = {"subject": job_id, "tenant": tenant_id, "low": low, "limit": MOST_EVENTS}
    return [row[0] for row in db.planned_rows(EVENTS_OF, params)]


def _older(before: UUID | None) -> Q:
    return Q() if before is None else Q(id__lt=before)
