"""/operators: who belongs to the tenant, who is invited, and one's own password."""

from enum import StrEnum
from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.accounts import invites, members, operators
from hub.accounts.models import Invite
from hub.accounts.operators import PASSWORD_MIN
from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import address_of, caller_of
from hub.api.ids import InviteId, OperatorId
from hub.api.operation import ANY_SCOPE, ANYBODY, operation
from hub.api.operators import SessionOut, noted, refusals_noted
from hub.api.schemas import In, Instant, Listing, Out, Page
from hub.rules.errors import HubError
from hub.rules.ids import parse_id, public_id, require_id

router = Router(tags=["account"])
SCOPE = "operators:admin"
EMAIL = r"^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){0,2}$"
NewPassword = Annotated[str, Field(min_length=PASSWORD_MIN, max_length=1000)]


class Role(StrEnum):
    """`viewer` reads; `operator` also submits, replays and changes endpoints and connections; `admin` may do everything."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    ADMIN = "admin"


class NewInvite(In):
    """Whom to invite."""

    email: str = Field(pattern=EMAIL, max_length=254, examples=["ada@example.com"])
    role: Role = Field(Role.OPERATOR, strict=False)


class Acceptance(In):
    """An invite's token and a password."""

    token: str = Field(min_length=1, max_length=200, examples=["hub_inv_…"])
    password: NewPassword = Field(
        description="new, or the present one of whoever is an operator of another tenant already"
    )


class NewRole(In):
    """Another role."""

    role: Role = Field(strict=False)


class PasswordChange(In):
    """One's own password."""

    current_password: str = Field(min_length=1, max_length=1000)
    new_password: NewPassword


class OperatorOut(Out):
    """An operator in the tenant."""

    id: OperatorId
    email: str
    role: Role
    created_at: Instant


class InviteOut(Out):
    """An invite that nobody has accepted yet."""

    id: InviteId
    email: str
    role: Role
    created_at: Instant
    expires_at: Instant


class InviteWithToken(InviteOut):
    """A new invite with its token, which is shown this once."""

    token: str = Field(description="hand it to the person: good once, for 7 days", examples=["hub_inv_…"])


def _member(member: members.Member) -> OperatorOut:
    return OperatorOut(
        id=public_id("operator", member.id), email=member.email, role=Role(member.role), created_at=member.created_at
    )


def _facts(invite: Invite) -> dict:
    same = ("email", "role", "created_at", "expires_at")
    return {"id": public_id("invite", invite.id), **{name: getattr(invite, name) for name in same}}


@operation(router, "GET", "/operators", scope=SCOPE, returns={200: Listing[OperatorOut]})
def list_operators(request: HttpRequest, page: Query[Page]) -> Listing[OperatorOut]:
    """List the tenant's operators, newest first."""
    rows = members.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(rows, page, shape=_member)


@operation(
    router,
    "POST",
    "/operators",
    scope=SCOPE,
    returns={201: InviteWithToken},
    refuses=(409,),
    examples={"a colleague": {"email": "ada@example.com", "role": "operator"}},
    audit=Within("operator.invited"),
)
def invite_operator(request: HttpRequest, new: NewInvite) -> Status:
    """Invite an operator.

    The answer holds a token, shown this once: hand it to the person, who accepts it within 7 days. Inviting again voids the
    earlier token. Nobody can give a role that may do more than they may.
    """
    caller = caller_of(request)
    invite, token = invites.create(caller.scopes, caller.tenant_id, new.email, role=new.role)
    return Status(201, InviteWithToken(**_facts(invite), token=token))


@operation(
    router,
    "POST",
    "/operators/accept-invite",
    scope=ANYBODY,
    returns={200: SessionOut},
    refuses=(401, 429),
    examples={"accept": {"token": "hub_inv_…", "password": "correct horse battery staple"}},
)
def accept_invite(request: HttpRequest, given: Acceptance) -> SessionOut:
    """Accept an invite.

    Sets the password and signs in. Whoever is an operator already gives their own password, which stays.
    """
    with refusals_noted(request, "sign_in_refused"):
        session = invites.accept(given.token, given.password, address=address_of(request))
    return noted(request, session, "sign_in")


@operation(
    router,
    "POST",
    "/operators/password",
    scope=ANY_SCOPE,
    returns={200: SessionOut},
    refuses=(429,),
    examples={
        "change": {"current_password": "correct horse battery staple", "new_password": "another horse, another staple"}
    },
)
def change_password(request: HttpRequest, given: PasswordChange) -> SessionOut:
    """Change one's own password.

    Signs every other session out; the answer is a new one. Keys have no password.
    """
    caller = caller_of(request)
    operator_id = parse_id("operator", caller.subject)
    if operator_id is None:
        raise HubError("forbidden", "Only operators have a password.")
    address = address_of(request)
    passwords = (given.current_password, given.new_password)
    with refusals_noted(request, "operator.password_refused"):
        session = operators.change_password(caller.tenant_id, operator_id, *passwords, address=address)
    return noted(request, session, "operator.password_changed")


@operation(router, "GET", "/operators/invites", scope=SCOPE, returns={200: Listing[InviteOut]})
def list_invites(request: HttpRequest, page: Query[Page]) -> Listing[InviteOut]:
    """List invites that nobody has accepted yet, newest first."""
    rows = invites.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(rows, page, shape=lambda row: InviteOut(**_facts(row)))


@operation(
    router,
    "DELETE",
    "/operators/invites/{invite_id}",
    scope=SCOPE,
    returns={204: None},
    audit=Within("operator.invite_withdrawn"),
)
def withdraw_invite(request: HttpRequest, invite_id: InviteId) -> Status:
    """Withdraw an invite.

    Its token is void at once.
    """
    invites.withdraw(caller_of(request).tenant_id, require_id("invite", invite_id, field="path.invite_id"))
    return Status(204, None)


@operation(
    router,
    "PATCH",
    "/operators/{operator_id}",
    scope=SCOPE,
    returns={200: OperatorOut},
    refuses=(409,),
    examples={"reads only": {"role": "viewer"}},
    audit=Within("operator.role_changed"),
)
def change_operator(request: HttpRequest, operator_id: OperatorId, new: NewRole) -> OperatorOut:
    """Change an operator's role.

    It counts within five seconds, also for whoever is signed in. The last admin stays one.
    """
    caller = caller_of(request)
    wanted = require_id("operator", operator_id, field="path.operator_id")
    return _member(members.change_role(caller.scopes, caller.tenant_id, wanted, new.role))


@operation(
    router,
    "DELETE",
    "/operators/{operator_id}",
    scope=SCOPE,
    returns={204: None},
    refuses=(409,),
    audit=Within("operator.removed"),
)
def remove_operator(request: HttpRequest, operator_id: OperatorId) -> Status:
    """Remove an operator from the tenant.

    Every session ends within five seconds. The last admin stays. What the person does in other tenants is not touched.
    """
    wanted = require_id("operator", operator_id, field="path.operator_id")
    members.remove(caller_of(request).tenant_id, wanted)
    return Status(204, None)
