"""Who belongs to a tenant, and what they may do there. There is always an admin."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from hub.accounts import callers
from hub.accounts.models import Membership
from hub.accounts.scopes import ROLES, covers
from hub.rules.errors import HubError

ADMIN = "admin"


@dataclass(slots=True)
class Member:
    """An operator in one tenant."""

    id: UUID
    email: str
    role: str
    created_at: datetime


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Member]:
    """The tenant's operators, newest first, those older than `before` when it is given."""
    found = Membership.objects.filter(tenant_id=tenant_id).select_related("operator")
    if before is not None:
        found = found.filter(operator_id__lt=before)
    return [_member(one) for one in found.order_by("-operator_id")[:limit]]


def change_role(granted: frozenset[str], tenant_id: UUID, operator_id: UUID, role: str) -> Member:
    """Give the operator another role; it counts within callers.TRUST_S seconds.

    granted: the caller's scopes. Errors: `unknown_role`, `forbidden`, `not_found`, `last_admin`.
    """
    require_grantable(granted, role)
    with transaction.atomic():
        membership = _locked(tenant_id, operator_id, leaves=role != ADMIN)
        membership.role = role
        membership.save(update_fields=["role"])
    callers.forget()
    return _member(membership)


def remove(tenant_id: UUID, operator_id: UUID) -> None:
    """End the membership and its sessions, within callers.TRUST_S seconds. Errors: `not_found`, `last_admin`."""
    with transaction.atomic():
        _locked(tenant_id, operator_id, leaves=True).delete()
    callers.forget()


def require_grantable(granted: frozenset[str], role: str) -> None:
    """Nobody hands on more than they have. HubError `unknown_role`, `forbidden`."""
    if role not in ROLES:
        raise HubError("unknown_role", f"A role is one of {', '.join(ROLES)}.", field="body.role")
    if not covers(granted, ROLES[role]):
        raise HubError("forbidden", "You cannot give a role that may do more than you.", field="body.role")


def _locked(tenant_id: UUID, operator_id: UUID, *, leaves: bool) -> Membership:
    """The membership. leaves: it is to be an admin's no more; two admins who demote each other wait for each other here."""
    found = Membership.objects.filter(tenant_id=tenant_id)
    admins = list(found.select_for_update().filter(role=ADMIN).order_by("id"))
    membership = found.select_related("operator").filter(operator_id=operator_id).first()
    if membership is None:
        raise HubError("not_found", "There is no operator with this id.", field="path.operator_id")
    if leaves and [admin.operator_id for admin in admins] == [operator_id]:
        raise HubError("last_admin", "This is the tenant's last admin; make somebody else one first.")
    return membership


def _member(membership: Membership) -> Member:
    operator = membership.operator
    return Member(operator.id, operator.email, membership.role, operator.created_at)
