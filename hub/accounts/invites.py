"""Invites: how a person joins a tenant. Without an e-mail server: whoever invites hands the token on."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from hub.accounts import operators, throttle, tokens
from hub.accounts.members import require_grantable
from hub.accounts.models import Invite, Membership, Operator, new_id
from hub.accounts.operators import Session
from hub.rules.errors import HubError

VALID_FOR = timedelta(days=7)


def create(granted: frozenset[str], tenant_id: UUID, email: str, *, role: str) -> tuple[Invite, str]:
    """An invite and its token, which is never shown again; an earlier one of the same person is void.

    granted: the inviter's scopes. Errors: `unknown_role`, `forbidden` for a role that may do more than the inviter,
    `email_taken` by a member.
    """
    require_grantable(granted, role)
    email = email.strip().lower()
    if Membership.objects.filter(tenant_id=tenant_id, operator__email=email).exists():
        raise HubError("email_taken", "This person belongs to the tenant already.", field="body.email")
    token = tokens.new_secret(tokens.INVITE_PREFIX)
    with transaction.atomic():
        Invite.objects.filter(tenant_id=tenant_id, email=email).delete()
        invite = Invite.objects.create(
            tenant_id=tenant_id,
            email=email,
            role=role,
            hash=tokens.digest(token),
            expires_at=datetime.now(UTC) + VALID_FOR,
        )
    return invite, token


def accept(token: str, password: str, *, address: str) -> Session:
    """Join the tenant and sign in. A new person chooses the password; one who is an operator already proves theirs.

    An invite never changes a password: a tenant's admin must not get at what somebody may do in other tenants.
    address: the client's, for the throttle. Errors: `invalid_invite`, `weak_password`; Refused
    `wrong_credentials`, `too_many_tries`.
    """
    with transaction.atomic():
        invite = Invite.objects.select_for_update().filter(hash=tokens.digest(token)).first()
        if invite is None or invite.expires_at <= datetime.now(UTC):
            raise HubError("invalid_invite", "The invite is unknown, used, withdrawn or expired.")
        known = Operator.objects.filter(email=invite.email).first()
    if known is not None:
        _check(known, password, throttle.Tried(invite.email, address))
    with transaction.atomic():
        if not Invite.objects.filter(id=invite.id).delete()[0]:
            raise HubError("invalid_invite", "The invite is unknown, used, withdrawn or expired.")
        operator = known or _new(invite.email, password)
        membership, _ = Membership.objects.get_or_create(
            operator=operator, tenant_id=invite.tenant_id, defaults={"role": invite.role}
        )
        return operators.issue(membership, family=new_id())


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Invite]:
    """Invites that can still be accepted, newest first, those older than `before` when it is given."""
    found = Invite.objects.filter(tenant_id=tenant_id, expires_at__gt=datetime.now(UTC))
    return list((found if before is None else found.filter(id__lt=before)).order_by("-id")[:limit])


def withdraw(tenant_id: UUID, invite_id: UUID) -> None:
    """Void the invite. Errors: `not_found`."""
    if not Invite.objects.filter(tenant_id=tenant_id, id=invite_id).delete()[0]:
        raise HubError("not_found", "There is no invite with this id.", field="path.invite_id")


def _check(operator: Operator, password: str, tried: throttle.Tried) -> None:
    throttle.require_room(tried)
    if not operator.is_active or not check_password(password, operator.password):
        raise throttle.refused(tried, "You are an operator already: use your password.")
    throttle.clear(tried)


def _new(email: str, password: str) -> Operator:
    operators.require_strong(password, field="body.password")
    operator = Operator(id=new_id(), email=email, password=make_password(password))
    operator.save(force_insert=True)
    return operator
