"""/connections/connect-links: connections that a person makes by consenting at the vendor."""

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import ConnectionId, LinkId
from hub.api.operation import operation
from hub.api.schemas import In, Instant, Name, Out
from hub.jobs import connect
from hub.jobs.connect import LinkRequest
from hub.jobs.connect_states import state_of
from hub.jobs.connection_models import ConnectLink
from hub.rules.ids import public_id, require_id

router = Router(tags=["connections"])


class NewConnectLink(In):
    """What is to be connected: a new connection, or an existing one again."""

    connector: str | None = Field(None, max_length=100, examples=["hubspot"], description="of a new connection")
    name: Name | None = Field(None, description="of a new connection")
    base_url: str = Field("", max_length=2048)
    config: dict[str, Any] = Field(default_factory=dict, description="as the connector's `config` schema says")
    credentials: dict[str, Any] = Field(
        default_factory=dict,
        description="the OAuth client (`client_id`, `client_secret`), if the installation has none for this connector",
    )
    connection_id: ConnectionId | None = Field(None, description="reconnects this connection")
    return_url: str = Field(
        "", max_length=2048, description="where the person goes afterwards; below HUB_CONNECT_RETURN_URLS"
    )


class ConnectLinkOut(Out):
    """A consent that is asked for."""

    id: LinkId
    state: str = Field(description="waiting, opened, connected, failed or expired")
    connector: str
    name: str
    connection_id: ConnectionId | None = Field(description="the connection that was made, or is reconnected")
    error: dict[str, Any] | None = Field(description="code and message when nothing came of it")
    created_at: Instant
    expires_at: Instant


class NewLinkOut(ConnectLinkOut):
    """A link with its address."""

    url: str = Field(description="for one person to open once; shown only here")


def _facts(link: ConnectLink) -> dict[str, Any]:
    return {
        "id": public_id("connect_link", link.id),
        "state": state_of(link, now=datetime.now(UTC)),
        "connector": link.connector,
        "name": link.name,
        "connection_id": public_id("connection", link.connection_id) if link.connection_id else None,
        "error": link.error,
        "created_at": link.created_at,
        "expires_at": link.expires_at,
    }


@operation(
    router,
    "POST",
    "/connections/connect-links",
    scope="connections:write",
    returns={201: NewLinkOut},
    refuses=(404, 409),
    examples={
        "a new connection": {
            "connector": "hubspot",
            "name": "HubSpot",
            "credentials": {"client_id": "…", "client_secret": "…"},
        },
    },
    audit=Within("connection.link_created"),
)
def create_connect_link(request: HttpRequest, new: NewConnectLink) -> Status:
    """Create a connect link.

    Whoever opens it is led to the vendor to sign in and consent, and back; then the connection is there. The link is good once
    and for half an hour. Register `{HUB_API_URL}/connect/callback` as redirect URI with the vendor.
    """
    caller = caller_of(request)
    wanted = LinkRequest(
        connector=new.connector,
        name=new.name or "",
        base_url=new.base_url,
        config=new.config,
        credentials=new.credentials,
        connection_id=None
        if new.connection_id is None
        else require_id("connection", new.connection_id, field="connection_id"),
        return_url=new.return_url,
    )
    link, url = connect.create(caller.tenant_id, wanted, by=caller.subject)
    link.refresh_from_db()
    return Status(201, NewLinkOut(**_facts(link), url=url))


@operation(
    router,
    "GET",
    "/connections/connect-links/{link_id}",
    scope="connections:read",
    returns={200: ConnectLinkOut},
)
def get_connect_link(request: HttpRequest, link_id: LinkId) -> ConnectLinkOut:
    """Get a connect link.

    Says how far the person has come, without the address.
    """
    row_id = require_id("connect_link", link_id, field="path.link_id")
    return ConnectLinkOut(**_facts(connect.get(caller_of(request).tenant_id, row_id)))
