"""/operators and /me: people sign in, and anybody asks who they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from hub.accounts import operators, reads
from hub.accounts.throttle import Refused
from hub.api.auth import address_of, caller_of
from hub.api.ids import TenantId
from hub.api.operation import ANY_SCOPE, ANYBODY, operation
from hub.api.schemas import In, Instant, Out
from hub.audit import record, refusals
from hub.audit.record import Act
from hub.rules.ids import public_id

router = Router(tags=["account"])


class Credentials(In):
    """An operator's e-mail and password."""

    email: str = Field(min_length=3, max_length=254)
    password: str = Field(min_length=1, max_length=1000)
    tenant: str | None = Field(None, max_length=63, description="slug; needed by operators of several tenants")


class RefreshIn(In):
    """A refresh token."""

    refresh_token: str = Field(min_length=1, max_length=200)


class TenantOut(Out):
    """A tenant."""

    id: TenantId
    name: str
    slug: str


class SessionOut(Out):
    """Tokens of an operator in one tenant."""

    access_token: str = Field(description="a JWT; send it as the bearer token")
    access_expires_at: Instant
    refresh_token: str = Field(description="good for one refresh; a second use signs the whole chain out")
    refresh_expires_at: Instant
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 not a secret
    role: str
    tenant: TenantOut


class Me(Out):
    """The caller."""

    subject: str = Field(description="the key's or operator's id")
    name: str = Field(description="the key's name, or the operator's e-mail", examples=["ada@example.com"])
    email: str | None = Field(description="of an operator; null for a key")
    role: str | None = Field(description="of an operator; null for a key", examples=["admin"])
    scopes: list[str]
    tenant: TenantOut


def _tenant(tenant: operators.Tenant) -> TenantOut:
    return TenantOut(id=public_id("tenant", tenant.id), name=tenant.name, slug=tenant.slug)


def _session(session: operators.Session) -> SessionOut:
    return SessionOut(
        access_token=session.access_token,
        access_expires_at=session.access_expires_at,
        refresh_token=session.refresh_token,
        refresh_expires_at=session.refresh_expires_at,
        role=session.role,
        tenant=_tenant(session.tenant),
    )


def noted(request: HttpRequest, session: operators.Session, action: str) -> SessionOut:
    """The session, and in the audit how it began: here and not with the route, for nobody was the caller before it."""
    operator_id = public_id("operator", session.operator_id)
    act = Act(operator_id, action, operator_id, request_id=getattr(request, "request_id", ""))
    record.write(session.tenant.id, act)
    return _session(session)


@contextmanager
def refusals_noted(request: HttpRequest, action: str, *, slug: str | None = None) -> Iterator[None]:
    """Whatever password is refused within is in the audit as this action. slug: of the tenant that was named."""
    try:
        yield
    except Refused as refusal:
        refusals.note(refusal, action, slug=slug, request_id=getattr(request, "request_id", ""))
        raise


@operation(
    router,
    "POST",
    "/operators/token",
    scope=ANYBODY,
    returns={200: SessionOut},
    refuses=(401, 403, 429),
    examples={"sign in": {"email": "ada@example.com", "password": "correct horse battery staple"}},
)
def sign_in(request: HttpRequest, credentials: Credentials) -> SessionOut:
    """Sign an operator in.

    Ten wrong passwords for one e-mail from one address within 15 minutes, and the next tries are answered 429.
    Refused passwords are in the audit.
    """
    address = address_of(request)
    wanted = credentials.tenant
    with refusals_noted(request, "sign_in_refused", slug=wanted):
        session = operators.sign_in(credentials.email, credentials.password, address=address, tenant_slug=wanted)
    return noted(request, session, "sign_in")


@operation(
    router,
    "POST",
    "/operators/refresh",
    scope=ANYBODY,
    returns={200: SessionOut},
    refuses=(401,),
    examples={"refresh": {"refresh_token": "hub_rt_…"}},
)
def refresh(request: HttpRequest, given: RefreshIn) -> SessionOut:
    """Exchange a refresh token for new tokens.

    Each refresh token is good once. One that comes a second time was copied: the whole chain is signed out.
    """
    return _session(operators.refresh(given.refresh_token))


@operation(
    router,
    "POST",
    "/operators/sign-out",
    scope=ANYBODY,
    returns={204: None},
    examples={"sign out": {"refresh_token": "hub_rt_…"}},
)
def sign_out(request: HttpRequest, given: RefreshIn) -> Status:
    """Sign out.

    Revokes the refresh token and its chain; the access token ends by itself within ten minutes.
    """
    operators.sign_out(given.refresh_token)
    return Status(204, None)


@operation(router, "GET", "/me", scope=ANY_SCOPE, returns={200: Me})
def get_me(request: HttpRequest) -> Me:
    """Who am I.

    The caller's tenant and scopes: the quickest way to try a key.
    """
    caller = caller_of(request)
    tenant = _tenant(reads.get_tenant(caller.tenant_id))
    name, role = reads.name_of(caller.subject), reads.role_of(caller.tenant_id, caller.subject)
    email = name if role is not None else None
    scopes = sorted(caller.scopes)
    return Me(subject=caller.subject, name=name, email=email, role=role, scopes=scopes, tenant=tenant)
