"""/keys: the tenant's API keys."""

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.accounts import keys
from hub.accounts.models import ApiKey
from hub.accounts.scopes import ALL, SCOPES
from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import KeyId
from hub.api.operation import operation
from hub.api.schemas import In, Instant, Listing, Name, Out, Page
from hub.rules.errors import HubError
from hub.rules.ids import public_id, require_id

router = Router(tags=["account"])
SCOPE = "keys:admin"


class NewKey(In):
    """An API key to make."""

    name: Name
    scopes: list[str] = Field(
        min_length=1,
        max_length=30,
        description="what it may do; `*` for everything",
        json_schema_extra={"items": {"type": "string", "enum": [*SCOPES, ALL]}},
    )
    expires_at: Instant | None = None


class KeyOut(Out):
    """An API key, without its token."""

    id: KeyId
    name: str
    hint: str = Field(description="the token's last four characters")
    scopes: list[str]
    created_at: Instant
    expires_at: Instant | None
    revoked_at: Instant | None
    last_used_at: Instant | None = Field(description="to the minute")


class CreatedKey(KeyOut):
    """A new API key with its token, which is shown this once."""

    token: str = Field(examples=["hub_sk_…"])


def _facts(key: ApiKey) -> dict:
    names = ("name", "hint", "scopes", "created_at", "expires_at", "revoked_at", "last_used_at")
    return {"id": public_id("key", key.id), **{name: getattr(key, name) for name in names}}


def _shape(key: ApiKey) -> KeyOut:
    return KeyOut(**_facts(key))


@operation(router, "GET", "/keys", scope=SCOPE, returns={200: Listing[KeyOut]})
def list_keys(request: HttpRequest, page: Query[Page]) -> Listing[KeyOut]:
    """List API keys, newest first."""
    rows = keys.list_keys(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(rows, page, shape=_shape)


@operation(
    router,
    "POST",
    "/keys",
    scope=SCOPE,
    returns={201: CreatedKey},
    examples={"a shop's back end": {"name": "shop", "scopes": ["jobs:write", "jobs:read", "stream:read"]}},
    audit=Within("key.created"),
)
def create_key(request: HttpRequest, new: NewKey) -> Status:
    """Create an API key.

    The token is in this answer only. A key cannot be given a scope that its creator lacks.
    """
    caller = caller_of(request)
    key, token = keys.grant_key(
        caller.scopes, caller.tenant_id, name=new.name, scopes=new.scopes, expires_at=new.expires_at
    )
    return Status(201, CreatedKey(**_facts(key), token=token))


@operation(
    router,
    "DELETE",
    "/keys/{key_id}",
    scope=SCOPE,
    returns={200: KeyOut},
    refuses=(409,),
    audit=Within("key.revoked"),
)
def revoke_key(request: HttpRequest, key_id: KeyId) -> KeyOut:
    """Revoke an API key.

    For good; it is refused everywhere within five seconds. Again is harmless. A key cannot revoke itself.
    """
    caller = caller_of(request)
    if caller.subject == key_id:
        raise HubError("own_key", "A key cannot revoke itself; use another one.", field="path.key_id")
    return _shape(keys.revoke_key(caller.tenant_id, require_id("key", key_id, field="path.key_id")))
