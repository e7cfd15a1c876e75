"""Reading what was asked for."""

from uuid import UUID

from hub.jobs.bulk_models import Bulk
from hub.rules.errors import HubError


def get(tenant_id: UUID, bulk_id: UUID) -> Bulk:
    """The tenant's. Errors: `not_found`."""
    found = Bulk.objects.filter(id=bulk_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no bulk action with this id.", field="path.bulk_id")
    return found


def under_way(tenant_id: UUID, *, limit: int) -> list[Bulk]:
    """Those that run now, newest first."""
    return list(Bulk.objects.filter(tenant_id=tenant_id, state="running").order_by("-id")[:limit])


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Bulk]:
    """The tenant's, newest first, those older than `before` when it is given."""
    found = Bulk.objects.filter(tenant_id=tenant_id)
    return list((found.filter(id__lt=before) if before else found).order_by("-id")[:limit])
