"""/connections: a tenant's access to outside systems."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.api import pagination
from hub.api.auditing import After, Handed, Within, noting
from hub.api.auth import caller_of
from hub.api.ids import ConnectionId
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, InFlight, Instant, Listing, Name, Out, Page, Search
from hub.connectors import registry
from hub.jobs import connections, reads
from hub.jobs.connections import ConnectionFields
from hub.jobs.models import Connection
from hub.rules.ids import public_id, require_id

router = Router(tags=["connections"])

CREDENTIALS = "as the connector's `credentials` schema says; encrypted at rest, never shown again"


class RateLimit(In):
    """No more calls than this begin in any such time, give or take a tenth."""

    requests: Annotated[int, Field(ge=1, le=1_000_000), WHOLE]
    window_s: float = Field(ge=0.1, le=86400, strict=False, description="seconds")


class NewConnection(In):
    """A connection to make."""

    name: Name
    connector: str = Field(max_length=100, examples=["tryton"])
    base_url: str = Field("", max_length=2048, description="where the system is, for connectors that need it")
    config: dict[str, Any] = Field(default_factory=dict, description="as the connector's `config` schema says")
    credentials: dict[str, Any] = Field(default_factory=dict, description=CREDENTIALS)
    max_in_flight: InFlight = 10
    rate_limit: RateLimit | None = Field(None, description="besides what the system itself tells of its limits")


class ConnectionChange(In):
    """What to change; what is left out or null stays."""

    name: Name | None = None
    base_url: str | None = Field(None, max_length=2048)
    config: dict[str, Any] | None = None
    credentials: dict[str, Any] | None = Field(None, description=CREDENTIALS)
    max_in_flight: InFlight | None = None
    rate_limit: RateLimit | None = None
    no_rate_limit: Literal[True] | None = Field(None, description="takes the rate limit away")
    disabled: bool | None = Field(None, description="true keeps jobs waiting until it is false again")


class ConnectionFilter(Page):
    """Which connections."""

    search: Search | None = Field(None, description="part of the name, connector or base URL; or the whole id")


class ConnectionOut(Out):
    """A connection, without its credentials."""

    id: ConnectionId
    name: str
    connector: str
    base_url: str
    config: dict[str, Any]
    max_in_flight: int
    rate_limit: dict[str, float] | None = Field(description="`requests` in `window_s` seconds")
    health: str = Field(description="what the last check or run found: unknown, ok or broken")
    checked_at: Instant | None
    last_error: dict[str, Any] | None
    broken_at: Instant | None = Field(description="since then its jobs wait until it is reconnected or resumed")
    credentials_end_at: Instant | None = Field(description="when its consent ends and a person is needed, if known")
    disabled_at: Instant | None
    version: int
    created_at: Instant
    updated_at: Instant


class Checked(Out):
    """What came of calling the system."""

    ok: bool
    error: dict[str, Any] | None = Field(description="category, message and the system's own code")


def _shape(connection: Connection) -> ConnectionOut:
    same = [name for name in ConnectionOut.model_fields if name != "id"]
    facts = {name: getattr(connection, name) for name in same}
    return ConnectionOut(id=public_id("connection", connection.id), **facts)


@operation(router, "GET", "/connections", scope="connections:read", returns={200: Listing[ConnectionOut]})
def list_connections(request: HttpRequest, where: Query[ConnectionFilter]) -> Listing[ConnectionOut]:
    """List connections, newest first."""
    rows = reads.list_connections(
        caller_of(request).tenant_id, search=where.search, before=pagination.before(where), limit=where.limit + 1
    )
    return pagination.listing(rows, where, shape=_shape)


@operation(
    router,
    "POST",
    "/connections",
    scope="connections:write",
    returns={201: ConnectionOut},
    refuses=(404, 409),
    examples={
        "a Tryton ERP": {
            "name": "ERP",
            "connector": "tryton",
            "base_url": "https://erp.example.com",
            "config": {"database": "acme"},
            "credentials": {"username": "hub", "password": "…"},
        },
        "an echo for first steps": {"name": "Echo", "connector": "echo"},
    },
    audit=Handed("connection.created"),
)
def create_connection(request: HttpRequest, new: NewConnection) -> Status:
    """Create a connection."""
    fields = ConnectionFields(
        name=new.name,
        base_url=new.base_url,
        config=new.config,
        credentials=new.credentials,
        max_in_flight=new.max_in_flight,
        rate_limit=new.rate_limit.model_dump() if new.rate_limit else None,
    )
    tenant_id = caller_of(request).tenant_id
    return Status(201, _shape(connections.create(tenant_id, new.connector, fields, noting=noting(request))))


@operation(router, "GET", "/connections/{connection_id}", scope="connections:read", returns={200: ConnectionOut})
def get_connection(request: HttpRequest, connection_id: ConnectionId) -> ConnectionOut:
    """Get a connection."""
    return _shape(connections.get(caller_of(request).tenant_id, _id(connection_id)))


@operation(
    router,
    "PATCH",
    "/connections/{connection_id}",
    scope="connections:write",
    returns={200: ConnectionOut},
    refuses=(409,),
    examples={"new password": {"credentials": {"username": "hub", "password": "…"}}, "stop": {"disabled": True}},
    audit=Handed("connection.changed"),
)
def change_connection(request: HttpRequest, connection_id: ConnectionId, change: ConnectionChange) -> ConnectionOut:
    """Change a connection.

    Workers use the new values with their next call. `config` and `credentials` are replaced as a whole. New credentials
    reconnect a broken connection: its jobs go on.
    """
    wanted = change.model_dump(exclude={"no_rate_limit"})
    if change.no_rate_limit:
        wanted["rate_limit"] = {}
    fields = ConnectionFields(**wanted)
    tenant_id, wanted_id = caller_of(request).tenant_id, _id(connection_id)
    return _shape(connections.change(tenant_id, wanted_id, fields, noting=noting(request)))


@operation(
    router,
    "DELETE",
    "/connections/{connection_id}",
    scope="connections:write",
    returns={204: None},
    audit=Within("connection.deleted"),
)
def delete_connection(request: HttpRequest, connection_id: ConnectionId) -> Status:
    """Delete a connection.

    Its credentials are wiped and jobs that have not begun are cancelled; finished jobs stay readable.
    """
    connections.delete(caller_of(request).tenant_id, _id(connection_id))
    return Status(204, None)


@operation(
    router,
    "POST",
    "/connections/{connection_id}/check",
    scope="connections:write",
    returns={200: Checked},
    audit=After("connection.checked"),
)
def check_connection(request: HttpRequest, connection_id: ConnectionId) -> Checked:
    """Check a connection.

    Really calls the system with the stored credentials; changes nothing there.
    """
    result = connections.check(caller_of(request).tenant_id, _id(connection_id))
    if isinstance(result, registry.Done):
        return Checked(ok=True, error=None)
    return Checked(ok=False, error=result.as_dict())


def _id(connection_id: str) -> Any:
    return require_id("connection", connection_id, field="path.connection_id")
