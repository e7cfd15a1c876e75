"""A tenant's endpoints: create, change, pause, delete, rotate secrets; and the hidden ones behind jobs' callbacks."""

import hashlib
import secrets as randomness
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import DataError, ProgrammingError, transaction

from hub import db, queue
from hub.delivery import outbox
from hub.delivery.models import Endpoint
from hub.delivery.outbox import QUEUE
from hub.delivery.targets import open_headers, open_secrets, seal_headers, seal_secrets
from hub.lanes.models import Lane
from hub.rules import filters, signing
from hub.rules.addresses import check_addresses
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.targets import parse_target

MOST_LIVE_SECRETS = 5
FORBIDDEN_HEADERS = frozenset(
    {"host", "content-length", "content-type", "user-agent", "expect"}
    # Hop-by-hop: RFC 9110, 7.6.1.
    | {"connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "trailer", "upgrade"}
    | {"proxy-authenticate", "proxy-authorization"}
)
HOLD = "UPDATE delivery SET status = 'held' WHERE endpoint_id = %s AND status = 'pending'"
RELEASE = "UPDATE delivery SET status = 'pending' WHERE endpoint_id = %s AND status = 'held'"
CANCEL = """
UPDATE delivery SET status = 'cancelled', reason = 'endpoint_deleted', finished_at = now()
WHERE endpoint_id = %s AND status IN ('pending', 'held')
"""
CALLBACK_LANE = "INSERT INTO lane (id, queue, tenant_id, token, owner, state) VALUES (%s, %s, %s, 0, '', '{}')"
CALLBACK = """
INSERT INTO endpoint (id, tenant_id, lane_id, kind, url, description, event_types, channels, secrets, timeout_s,
    max_in_flight, ordered, disabled_reason, target_hash, version)
VALUES (%(id)s, %(tenant)s, %(tenant)s, 'callback', %(url)s, '', '{}', '{}', %(secrets)s, 15, 100, false, '',
    %(hash)s, 1)
ON CONFLICT (tenant_id, target_hash) DO NOTHING RETURNING id
"""


@dataclass(frozen=True, slots=True)
class EndpointFields:
    """What a client may set; None leaves a field as it is. `clear` names those to be emptied (`filter`, `rate_per_s`, …)."""

    url: str | None = None
    description: str | None = None
    event_types: list[str] | None = None
    filter: str | None = None
    channels: list[str] | None = None
    headers: dict[str, str] | None = None
    timeout_s: float | None = None
    rate_per_s: float | None = None
    max_in_flight: int | None = None
    ordered: bool | None = None
    retry_schedule_s: list[float] | None = None
    clear: frozenset[str] = frozenset()


def get(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """The tenant's endpoint; callbacks and deleted ones are not found. Errors: `not_found`."""
    found = Endpoint.objects.filter(id=endpoint_id, tenant_id=tenant_id, kind="webhook", deleted_at=None).first()
    if found is None:
        raise HubError("not_found", "There is no endpoint with this id.", field="path.endpoint_id")
    return found


def create(tenant_id: UUID, wanted: EndpointFields, *, secret: str | None = None) -> tuple[Endpoint, str]:
    """An endpoint with its lane: (endpoint, secret), the secret ours unless one is given.

    Errors: `invalid_url`, `forbidden_target`, `invalid_event_type`, `invalid_filter`, `invalid_header`, `invalid_secret`.
    """
    text = _new_secret(secret)
    endpoint = Endpoint(id=db.new_id(), tenant_id=tenant_id, event_types=[], channels=[])
    endpoint.lane_id = endpoint.id
    endpoint.secrets = seal_secrets(endpoint.id, [{"secret": text, "expires_at": None}])
    _apply(endpoint, wanted)
    with transaction.atomic():
        _save(endpoint, new=True)
        Lane.objects.create(id=endpoint.id, queue=QUEUE, tenant_id=tenant_id)
    return endpoint, text


def change(tenant_id: UUID, endpoint_id: UUID, wanted: EndpointFields) -> Endpoint:
    """Set the given fields; senders take the new version with their next fetch. Errors as `create`, `not_found`."""
    endpoint = get(tenant_id, endpoint_id)
    _apply(endpoint, wanted)
    _touch(endpoint)
    with transaction.atomic():
        _save(endpoint, new=False)
    return endpoint


def pause(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """Hold what is owed and what comes; an attempt that is under way still counts. Errors: `not_found`."""
    with transaction.atomic():
        endpoint = _locked(tenant_id, endpoint_id)
        endpoint.paused_at = endpoint.paused_at or datetime.now(UTC)
        _touch(endpoint)
        endpoint.save()
        db.execute(HOLD, (endpoint_id,))
    return endpoint


def resume(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """Clear pause and disablement and release everything that was held. Errors: `not_found`."""
    with transaction.atomic():
        endpoint = _locked(tenant_id, endpoint_id)
        endpoint.paused_at = endpoint.disabled_at = None
        endpoint.disabled_reason = ""
        _touch(endpoint)
        endpoint.save()
        db.execute(RELEASE, (endpoint_id,))
        queue.wake_after_commit(QUEUE, [endpoint_id])
    return endpoint


def delete(tenant_id: UUID, endpoint_id: UUID) -> None:
    """Hide it and cancel what it is still owed; its history stays. Errors: `not_found`."""
    with transaction.atomic():
        endpoint = _locked(tenant_id, endpoint_id)
        endpoint.deleted_at = datetime.now(UTC)
        _touch(endpoint)
        endpoint.save()
        db.execute(CANCEL, (endpoint_id,))


def live_secrets(endpoint: Endpoint) -> list[dict[str, Any]]:
    """Every secret that signs now, the newest first: [{"secret", "expires_at": ISO 8601 or None}]."""
    now = datetime.now(UTC)
    return [
        one
        for one in open_secrets(endpoint.id, endpoint.secrets)
        if one["expires_at"] is None or datetime.fromisoformat(one["expires_at"]) > now
    ]


def rotate(
    tenant_id: UUID, endpoint_id: UUID, *, overlap: timedelta, secret: str | None = None
) -> tuple[Endpoint, str]:
    """A new secret; the present ones sign along until `overlap` has passed. Errors: `invalid_secret`, `not_found`."""
    text = _new_secret(secret)
    with transaction.atomic():
        endpoint = _locked(tenant_id, endpoint_id)
        until = datetime.now(UTC) + overlap
        older = [one for one in live_secrets(endpoint) if one["secret"] != text]
        for one in older:
            expires_at = datetime.fromisoformat(one["expires_at"]) if one["expires_at"] else until
            one["expires_at"] = min(expires_at, until).isoformat()
        kept = older[: MOST_LIVE_SECRETS - 1] if overlap else []
        endpoint.secrets = seal_secrets(endpoint.id, [{"secret": text, "expires_at": None}, *kept])
        _touch(endpoint)
        endpoint.save()
    return endpoint, text


def send_test(tenant_id: UUID, endpoint_id: UUID) -> UUID:
    """Owe the endpoint a `hub.test` event whatever its filters say; the event's id. Errors: `not_found`."""
    get(tenant_id, endpoint_id)
    data = {"endpoint_id": public_id("endpoint", endpoint_id), "message": "This is a test event."}
    event = outbox.new_event(tenant_id, "hub.test", data, at=datetime.now(UTC), subject_id=endpoint_id)
    outbox.publish_to(endpoint_id, event)
    return event.id


def callback(tenant_id: UUID, url: str, secret: str | None) -> UUID:
    """The hidden endpoint of a job's own callback target; jobs with the same URL and secret share it.

    Errors: `invalid_url`, `forbidden_target`, `invalid_secret`, each naming `callback_…`.
    """
    _check_url(url, field="callback_url")
    signing.check_secret(secret or "", field="callback_secret")
    hashed = hashlib.sha256(f"{url}\n{secret}".encode()).digest()
    known = db.row("SELECT id FROM endpoint WHERE tenant_id = %s AND target_hash = %s", (tenant_id, hashed))
    if known:
        return known[0]
    endpoint_id = db.new_id()
    with transaction.atomic():
        db.execute(CALLBACK_LANE + " ON CONFLICT DO NOTHING", (tenant_id, QUEUE, tenant_id))
        sealed = seal_secrets(endpoint_id, [{"secret": secret, "expires_at": None}])
        db.execute(CALLBACK, {"id": endpoint_id, "tenant": tenant_id, "url": url, "secrets": sealed, "hash": hashed})
    return callback(tenant_id, url, secret)


def custom_headers(endpoint: Endpoint) -> dict[str, str]:
    """The endpoint's own headers, with their values."""
    return open_headers(endpoint.id, endpoint.headers)


def _apply(endpoint: Endpoint, wanted: EndpointFields) -> None:
    for one in fields(wanted):
        value = getattr(wanted, one.name)
        if value is not None and one.name not in ("headers", "clear"):
            setattr(endpoint, one.name, value)
    for name in wanted.clear:
        setattr(endpoint, name, None)
    if wanted.url is not None:
        _check_url(wanted.url, field="url")
    for index, pattern in enumerate(wanted.event_types or []):
        filters.check_pattern(pattern, field=f"event_types.{index}")
    if wanted.headers is not None:
        _check_headers(wanted.headers)
        endpoint.headers = seal_headers(endpoint.id, wanted.headers)


def _check_url(url: str, *, field: str) -> None:
    """Names are checked at every send, when they are resolved; an address in the URL itself can be refused now."""
    target = parse_target(url, allow_http=settings.HUB.target_http, field=field)
    if target.address is not None:
        reason = check_addresses([target.address], [ip_network(cidr) for cidr in settings.HUB.target_allow])
        if reason:
            raise HubError("forbidden_target", f"Deliveries may not go to this address: {reason}.", field=field)


def _check_headers(headers: dict[str, str]) -> None:
    for name, value in headers.items():
        lower = name.lower()
        if lower in FORBIDDEN_HEADERS or lower.startswith("webhook-"):
            raise HubError("invalid_header", f"The header {lower} is set by the hub.", field=f"headers.{name}")
        if not name.isascii() or not all(char.isalnum() or char in "!#$%&'*+-.^_`|~" for char in name) or not name:
            raise HubError("invalid_header", "This is not a header name (RFC 9110, 5.1).", field="headers")
        if any(ord(char) < 32 or ord(char) > 126 for char in value):
            raise HubError("invalid_header", "A header value is printable ASCII.", field=f"headers.{name}")


def _new_secret(given: str | None) -> str:
    if given is None:
        return signing.new_secret(randomness.token_bytes(32))
    signing.check_secret(given, field="secret")
    return given


def _locked(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    Endpoint.objects.select_for_update().filter(id=endpoint_id, tenant_id=tenant_id).first()
    return get(tenant_id, endpoint_id)


def _touch(endpoint: Endpoint) -> None:
    endpoint.version += 1
    endpoint.updated_at = datetime.now(UTC)


def _save(endpoint: Endpoint, *, new: bool) -> None:
    try:
        endpoint.save(force_insert=new)
    except (DataError, ProgrammingError) as error:
        # jsonpath is the only typed text of the row; what its parser refuses is a syntax error, like one in our SQL.
        raise HubError("invalid_filter", "This is not an SQL/JSON path predicate.", field="filter") from error
