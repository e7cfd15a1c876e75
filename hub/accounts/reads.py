"""Reading accounts."""

from uuid import UUID

from hub.accounts.models import Tenant


def get_tenant(tenant_id: UUID) -> Tenant:
    """The caller's own tenant."""
    return Tenant.objects.get(id=tenant_id)
