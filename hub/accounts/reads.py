"""Reading accounts."""

from uuid import UUID

from hub.accounts.models import ApiKey, Membership, Operator, Tenant
from hub.rules.ids import parse_id


def get_tenant(tenant_id: UUID) -> Tenant:
    """The caller's own tenant."""
    return Tenant.objects.get(id=tenant_id)


def name_of(subject: str) -> str:
    """The name of a key, or an operator's e-mail, by its public id; empty for what is neither."""
    if (key_id := parse_id("key", subject)) is not None:
        return ApiKey.objects.filter(id=key_id).values_list("name", flat=True).first() or ""
    operator_id = parse_id("operator", subject)
    return Operator.objects.filter(id=operator_id).values_list("email", flat=True).first() or ""


def role_of(tenant_id: UUID, subject: str) -> str | None:
    """The operator's role in the tenant; None for a key."""
    operator_id = parse_id("operator", subject)
    if operator_id is None:
        return None
    return (
        Membership.objects.filter(tenant_id=tenant_id, operator_id=operator_id).values_list("role", flat=True).first()
    )
