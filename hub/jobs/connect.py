"""Connecting by consent: a link → the vendor's page → back here with a code → a connection (RFC 6749 4.1, RFC 7636, RFC 9700).

The link, the state and the browser that opened it have secrets of 256 bits, of which only hashes are kept. Each is good for
one use and a short time, and belongs to one tenant: whoever comes back says nothing about whose connection it becomes.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction

from hub import db, vault
from hub.connectors import registry
from hub.connectors.manifest.auth import AuthorizationCode
from hub.jobs import connections, consent
from hub.jobs.accesses import open_credentials
from hub.jobs.connection_models import ConnectLink
from hub.jobs.connections import ConnectionFields
from hub.jobs.consent import Consent, Refused
from hub.rules.errors import HubError
from hub.rules.returns import allowed_return

LIFE = timedelta(minutes=30)
# From opening the link to coming back: a person signs in and agrees.
OPEN_LIFE = timedelta(minutes=15)
# What consent gives; the rest of the credentials is the client's.
GIVEN = ("access_token", "refresh_token", "expires_at", "token_extra")


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """What is to be connected. connection_id: an existing connection, whose connector, settings and client count.

    credentials: the client (`client_id`, `client_secret`), if the installation has none for this connector.
    """

    connector: str | None = None
    name: str = ""
    base_url: str = ""
    config: dict[str, Any] = field(default_factory=dict)
    credentials: dict[str, Any] = field(default_factory=dict, repr=False)
    connection_id: UUID | None = None
    return_url: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """Where the browser goes, and the secret that it brings back."""

    location: str
    browser: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ended:
    """What came of it. error: {"code", "message"}, None when there is a connection. return_url: empty for our own page."""

    link_id: UUID | None
    connection_id: UUID | None = None
    return_url: str = ""
    error: dict[str, str] | None = None


def create(tenant_id: UUID, request: LinkRequest, *, by: str) -> tuple[ConnectLink, str]:
    """A link for a person to open, and its URL, which is not shown again.

    Errors: `not_found`, `invalid_input`, `invalid_url`, `name_taken`, `not_connectable` (no consent with this connector, or no
    client), `return_url_not_allowed`.
    """
    if not allowed_return(request.return_url, settings.HUB.connect_return_urls):
        text = "The installation does not send people to this address (HUB_CONNECT_RETURN_URLS)."
        raise HubError("return_url_not_allowed", text, field="return_url")
    link = _reconnecting(tenant_id, request) if request.connection_id else _connecting(tenant_id, request)
    credentials = _client_of(tenant_id, link, request.credentials)
    token = consent.secret()
    link.id, link.tenant_id, link.return_url, link.created_by = db.new_id(), tenant_id, request.return_url, by
    link.token_hash, link.expires_at = consent.hashed(token), datetime.now(UTC) + LIFE
    link.sealed = _seal(link.id, {"credentials": credentials})
    link.save(force_insert=True)
    return link, f"{consent.base_url()}/connect/{token}"


def get(tenant_id: UUID, link_id: UUID) -> ConnectLink:
    """The tenant's link. Errors: `not_found`."""
    found = ConnectLink.objects.filter(id=link_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no link with this id.", field="path.link_id")
    return found


def open_link(token: str) -> Opened | None:
    """Use the link: a state for the vendor and a secret for this browser; None when it is used, expired or unknown."""
    with transaction.atomic():
        found = ConnectLink.objects.select_for_update().filter(token_hash=consent.hashed(token), opened_at=None)
        link = found.filter(expires_at__gt=datetime.now(UTC)).first()
        if link is None or link.sealed is None:
            return None
        known = _unseal(link.id, link.sealed)
        state, browser, verifier = consent.secret(), consent.secret(), consent.secret()
        link.state_hash, link.browser_hash = consent.hashed(state), consent.hashed(browser)
        link.opened_at = datetime.now(UTC)
        link.expires_at = link.opened_at + OPEN_LIFE
        link.sealed = _seal(link.id, known | {"verifier": verifier})
        link.save()
    asked = Consent(_kind(link), known["credentials"], link.config)
    return Opened(consent.authorize_url(asked, state=state, verifier=verifier), browser)


def finish(state: str, browser: str, *, code: str | None, error: dict[str, str] | None) -> Ended:
    """Somebody has come back from the vendor. code: to be exchanged; error: what the vendor said instead.

    The state is used up before anything is asked of anybody, whatever comes of it.
    """
    with transaction.atomic():
        link = _claimed(state, browser)
        if link is None:
            text = "This attempt to connect is over, was begun in another browser, or never was. Ask for a new link."
            return Ended(None, error={"code": "invalid_state", "message": text})
        known = _unseal(link.id, link.sealed or b"")
        link.finished_at, link.sealed = datetime.now(UTC), None
        link.save()
    try:
        if error is not None or not code:
            raise Refused(error or {"code": "no_code", "message": "The system sent neither a code nor an error."})
        asked = Consent(_kind(link), known["credentials"], link.config)
        credentials, ends_at = consent.exchange(asked, link.base_url, code=code, verifier=known["verifier"])
        link.connection_id = _connected(link, credentials, ends_at)
    except Refused as refused:
        link.error = refused.error
    except HubError as fault:
        link.error = {"code": fault.code, "message": fault.detail}
    link.save(update_fields=["connection_id", "error"])
    return Ended(link.id, None if link.error else link.connection_id, link.return_url, link.error)


def forget_old(days: int = 7) -> int:
    """Remove links that ended that long ago; how many."""
    return ConnectLink.objects.filter(expires_at__lt=datetime.now(UTC) - timedelta(days=days)).delete()[0]


def _claimed(state: str, browser: str) -> ConnectLink | None:
    link = ConnectLink.objects.select_for_update().filter(state_hash=consent.hashed(state), finished_at=None).first()
    if link is None or link.expires_at <= datetime.now(UTC) or not consent.same(link.browser_hash, browser):
        return None
    return link


def _connected(link: ConnectLink, credentials: dict[str, Any], ends_at: datetime | None) -> UUID:
    """The connection with what consent gave."""
    if len(registry.get(link.connector).manifest.auth) > 1:  # type: ignore[attr-defined]
        credentials = credentials | {"auth": link.auth}
    with transaction.atomic():
        if link.connection_id is not None:
            fields = ConnectionFields(credentials=credentials)
            connection = connections.change(link.tenant_id, link.connection_id, fields)
        else:
            fields = ConnectionFields(
                name=link.name, base_url=link.base_url, config=link.config, credentials=credentials
            )
            connection = connections.create(link.tenant_id, link.connector, fields)
        if ends_at is not None:
            connection.credentials_end_at = ends_at
            connection.save(update_fields=["credentials_end_at"])
    return connection.id


def _connecting(tenant_id: UUID, request: LinkRequest) -> ConnectLink:
    if not request.connector or not request.name:
        missing = "name" if request.connector else "connector"
        raise HubError("invalid_input", "A new connection needs a connector and a name.", field=missing)
    registry.get(request.connector)
    config = registry.validate_config(request.connector, request.config)
    base_url = connections.checked_url(request.connector, request.base_url)
    connections.require_free_name(tenant_id, request.name)
    return ConnectLink(connector=request.connector, name=request.name, base_url=base_url, config=config)


def _reconnecting(tenant_id: UUID, request: LinkRequest) -> ConnectLink:
    assert request.connection_id is not None  # noqa: S101 the caller has looked
    found = connections.get(tenant_id, request.connection_id, field="connection_id")
    return ConnectLink(
        connector=found.connector,
        name=found.name,
        base_url=found.base_url,
        config=found.config,
        connection_id=found.id,
        auth=open_credentials(found.id, found.credentials).get("auth", ""),
    )


def _client_of(tenant_id: UUID, link: ConnectLink, given: dict[str, Any]) -> dict[str, Any]:
    """The client that asks for consent: the request's own, the connection's, or the installation's; sets the link's `auth`."""
    kinds = getattr(getattr(registry.get(link.connector), "manifest", None), "auth", {})
    by_consent = [name for name, kind in kinds.items() if isinstance(kind, AuthorizationCode)]
    wanted = given.get("auth") or link.auth
    link.auth = wanted if wanted in by_consent else next(iter(by_consent), "")
    if not link.auth:
        text = f"The connector {link.connector} has no credentials that a person consents to."
        raise HubError("not_connectable", text, field="connector")
    kept: dict[str, Any] = {}
    if link.connection_id is not None:
        row = connections.get(tenant_id, link.connection_id)
        kept = open_credentials(row.id, row.credentials)
    installed = settings.HUB.oauth_clients.get(link.connector, {})
    known = kinds[link.auth].secrets() | kinds[link.auth].fields
    if unknown := [name for name in given if name not in known and name != "auth"]:
        raise HubError("invalid_input", "There is no such field.", field=f"credentials.{unknown[0]}")
    client = {name: value for name, value in {**installed, **kept, **given}.items() if name in known}
    client = {name: value for name, value in client.items() if name not in GIVEN}
    if not client.get("client_id") or (kinds[link.auth].client_auth != "none" and not client.get("client_secret")):
        text = "Neither the request nor the installation (HUB_OAUTH_CLIENTS) has a client for this connector."
        raise HubError("not_connectable", text, field="credentials")
    return client


def _kind(link: ConnectLink) -> AuthorizationCode:
    return registry.get(link.connector).manifest.auth[link.auth]  # type: ignore[attr-defined]


def _seal(link_id: UUID, known: dict[str, Any]) -> bytes:
    return vault.seal(json.dumps(known).encode(), context=_context(link_id))


def _unseal(link_id: UUID, sealed: bytes) -> dict[str, Any]:
    return json.loads(vault.open(bytes(sealed), context=_context(link_id)))


def _context(link_id: UUID) -> bytes:
    return f"connect-link:{link_id}".encode()
