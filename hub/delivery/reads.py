"""Reading endpoints, deliveries and attempts; every function is told the tenant."""

from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from hub.delivery.models import Attempt, Delivery, Endpoint
from hub.rules.errors import HubError


@dataclass(frozen=True, slots=True)
class DeliveryFilter:
    """Which deliveries; None takes all. status_code: of the last attempt."""

    endpoint_id: UUID | None = None
    event_id: UUID | None = None
    event_type: str | None = None
    replay_id: UUID | None = None
    status: str | None = None
    status_code: int | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None


LOOKUPS = {"created_after": "created_at__gt", "created_before": "created_at__lt"}


def list_endpoints(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Endpoint]:
    """Endpoints that are not deleted, newest first, those older than `before` when it is given."""
    found = Endpoint.objects.filter(_older(before), tenant_id=tenant_id, kind="webhook", deleted_at=None)
    return list(found.order_by("-id")[:limit])


def list_deliveries(tenant_id: UUID, chosen: DeliveryFilter, *, before: UUID | None, limit: int) -> list[Delivery]:
    """Deliveries, newest first, those older than `before` when it is given."""
    wanted = {each.name: getattr(chosen, each.name) for each in fields(chosen)}
    where = {LOOKUPS.get(name, name): value for name, value in wanted.items() if value is not None}
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


def _older(before: UUID | None) -> Q:
    return Q() if before is None else Q(id__lt=before)
