"""Operators: create, sign in, stay signed in, sign out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth.hashers import check_password, make_password
from django.db import IntegrityError, transaction

from hub.accounts import throttle, tokens
from hub.accounts.models import Membership, Operator, RefreshToken, Tenant, new_id
from hub.accounts.scopes import ROLES
from hub.rules.errors import HubError
from hub.rules.ids import public_id

ACCESS_FOR = timedelta(minutes=10)
REFRESH_FOR = timedelta(days=30)
PASSWORD_MIN = 12


@dataclass(frozen=True, slots=True)
class Session:
    """Tokens for one operator in one tenant."""

    access_token: str
    access_expires_at: datetime
    refresh_token: str
    refresh_expires_at: datetime
    tenant: Tenant
    role: str
    operator_id: UUID


def create_operator(email: str, password: str, *, tenant: Tenant, role: str) -> Operator:
    """A new operator with a role (viewer, operator, admin) in a tenant.

    HubError `unknown_role`, `weak_password` (under 12 characters), `email_taken`.
    """
    if role not in ROLES:
        raise HubError("unknown_role", f"A role is one of {', '.join(ROLES)}.", field="role")
    require_strong(password, field="password")
    operator = Operator(id=new_id(), email=email.strip().lower(), password=make_password(password))
    try:
        with transaction.atomic():
            operator.save(force_insert=True)
            Membership.objects.create(operator=operator, tenant=tenant, role=role)
    except IntegrityError as exc:
        raise HubError("email_taken", "There is an operator with this e-mail already.", field="email") from exc
    return operator


def require_strong(password: str, *, field: str) -> None:
    """HubError `weak_password` for fewer than PASSWORD_MIN characters."""
    if len(password) < PASSWORD_MIN:
        raise HubError("weak_password", f"A password has {PASSWORD_MIN} characters or more.", field=field)


def change_password(tenant_id: UUID, operator_id: UUID, current: str, new: str, *, address: str) -> Session:
    """Set a new password, sign every session out, and begin a new one. address: the client's, for the throttle.

    Refused `wrong_credentials`, `too_many_tries`; HubError `weak_password`.
    """
    require_strong(new, field="body.new_password")
    membership = Membership.objects.select_related("operator", "tenant").get(
        tenant_id=tenant_id, operator_id=operator_id
    )
    operator = membership.operator
    tried = throttle.Tried(operator.email, address)
    throttle.require_room(tried)
    if not check_password(current, operator.password):
        raise throttle.refused(tried, "The password is wrong.", field="body.current_password")
    throttle.clear(tried)
    with transaction.atomic():
        Operator.objects.filter(id=operator_id).update(password=make_password(new))
        RefreshToken.objects.filter(membership__operator=operator).delete()
        return issue(membership, family=new_id())


def add_membership(operator: Operator, tenant: Tenant, *, role: str) -> Membership:
    """Let an operator into a tenant, or change the role there. HubError `unknown_role`."""
    if role not in ROLES:
        raise HubError("unknown_role", f"A role is one of {', '.join(ROLES)}.", field="role")
    membership, _ = Membership.objects.update_or_create(operator=operator, tenant=tenant, defaults={"role": role})
    return membership


def sign_in(email: str, password: str, *, address: str, tenant_slug: str | None = None) -> Session:
    """Tokens for the right e-mail and password. address: the client's, for the throttle.

    Refused `wrong_credentials`, `too_many_tries`; HubError `tenant_required` (the operator belongs to several and names
    none), `not_a_member`.
    """
    email = email.strip().lower()
    tried = throttle.Tried(email, address)
    throttle.require_room(tried)
    operator = Operator.objects.filter(email=email, is_active=True).first()
    if operator is None:
        make_password(password)  # costs what a check costs: an unknown e-mail cannot be told from a wrong password
    if operator is None or not check_password(password, operator.password):
        raise throttle.refused(tried, "The e-mail or the password is wrong.")
    throttle.clear(tried)
    RefreshToken.objects.filter(membership__operator=operator, expires_at__lt=datetime.now(UTC)).delete()
    return issue(_membership(operator, tenant_slug), family=new_id())


def refresh(refresh_token: str) -> Session:
    """New tokens for a refresh token, which is spent by it; its reuse revokes the whole family.

    HubError `invalid_refresh_token`.
    """
    with transaction.atomic():
        found = (
            RefreshToken.objects.select_for_update(of=("self",))
            .select_related("membership__tenant", "membership__operator")
            .filter(hash=tokens.digest(refresh_token))
            .first()
        )
        session = _rotate(found) if found is not None else None
    if session is None:  # outside the transaction: the revocation of a reused family must stay
        raise HubError("invalid_refresh_token", "The refresh token is unknown, spent, revoked or expired.")
    return session


def sign_out(refresh_token: str) -> None:
    """Revoke the token's family. An unknown token is no error: its holder is signed out already."""
    family = RefreshToken.objects.filter(hash=tokens.digest(refresh_token)).values_list("family", flat=True).first()
    if family is not None:
        _revoke(family)


def _membership(operator: Operator, tenant_slug: str | None) -> Membership:
    memberships = list(Membership.objects.filter(operator=operator).select_related("tenant", "operator")[:100])
    if tenant_slug is None and len(memberships) > 1:
        slugs = sorted(membership.tenant.slug for membership in memberships)
        raise HubError("tenant_required", "Say which tenant.", field="body.tenant", extra={"tenants": slugs})
    for membership in memberships:
        if tenant_slug is None or membership.tenant.slug == tenant_slug:
            return membership
    raise HubError("not_a_member", "You do not belong to this tenant.", field="body.tenant")


def _rotate(found: RefreshToken) -> Session | None:
    """The next session of the family; None when the token is no good. Needs the row's lock."""
    now = datetime.now(UTC)
    if found.used_at is not None:
        _revoke(found.family)
        return None
    if found.revoked_at is not None or found.expires_at <= now or not found.membership.operator.is_active:
        return None
    RefreshToken.objects.filter(id=found.id).update(used_at=now)
    return issue(found.membership, family=found.family)


def _revoke(family: UUID) -> None:
    RefreshToken.objects.filter(family=family, revoked_at=None).update(revoked_at=datetime.now(UTC))


def issue(membership: Membership, *, family: UUID) -> Session:
    """A session of the member; its refresh token is the next of the family."""
    now = datetime.now(UTC)
    claims = {
        "sub": public_id("operator", membership.operator_id),
        "tid": str(membership.tenant_id),
        "role": membership.role,
    }
    access_token, access_expires_at = tokens.sign(tokens.OPERATOR, claims, lifetime=ACCESS_FOR)
    refresh_token = tokens.new_secret(tokens.REFRESH_PREFIX)
    RefreshToken.objects.create(
        membership=membership, family=family, hash=tokens.digest(refresh_token), expires_at=now + REFRESH_FOR
    )
    return Session(
        access_token,
        access_expires_at,
        refresh_token,
        now + REFRESH_FOR,
        membership.tenant,
        membership.role,
        membership.operator_id,
    )
