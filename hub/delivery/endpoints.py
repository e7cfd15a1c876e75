"""A tenant's endpoints: create, change, pause, resume, delete, test."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.db import transaction

from hub import db, queue
from hub.delivery import endpoint_reach, holding, outbox, payload_filters
from hub.delivery.callbacks import callback
from hub.delivery.endpoint_rows import get, locked, touch, unblock
from hub.delivery.endpoint_secrets import live_secrets, new_secret, public_keys, rotate
from hub.delivery.models import Endpoint
from hub.delivery.outbox import QUEUE
from hub.delivery.sealed import seal, shown
from hub.lanes.models import Lane
from hub.rules import filters
from hub.rules.errors import HubError
from hub.rules.ids import public_id

__all__ = [
    "EndpointFields",
    "callback",
    "change",
    "create",
    "custom_headers",
    "delete",
    "get",
    "live_secrets",
    "pause",
    "public_keys",
    "resume",
    "rotate",
    "send_test",
]

Release = Literal["all", "newest", "discard"]

# One tenant's endpoints are counted and created one at a time: two requests must not both be the last one allowed.
COUNT = """
SELECT count(*) FROM endpoint, (SELECT pg_advisory_xact_lock(hashtextextended('endpoints:' || %(tenant)s::text, 0))) locked
WHERE tenant_id = %(tenant)s AND kind = 'webhook' AND deleted_at IS NULL
"""
# Beyond what any schedule or `Retry-After` asks for.
FARTHEST_RETRY = timedelta(days=365)
# What is kept sealed, and so is not simply set.
SEALED = frozenset({"headers", "auth", "client_certificate", "private_ca"})


@dataclass(frozen=True, slots=True)
class EndpointFields:
    """What a client may set; None leaves a field as it is. `clear` names those to be emptied (`filter`, `rate_per_s`, …).

    auth: see endpoint_reach.check_auth. client_certificate: PEM with certificate and key. private_ca: PEM.
    """

    url: str | None = None
    description: str | None = None
    event_types: list[str] | None = None
    filter: str | None = None
    channels: list[str] | None = None
    headers: dict[str, str] | None = None
    auth: dict[str, Any] | None = None
    client_certificate: str | None = None
    private_ca: str | None = None
    timeout_s: float | None = None
    rate_per_s: float | None = None
    max_in_flight: int | None = None
    ordered: bool | None = None
    retry_schedule_s: list[float] | None = None
    owner_email: str | None = None
    alert_channel: str | None = None
    clear: frozenset[str] = frozenset()


def create(tenant_id: UUID, wanted: EndpointFields, *, secret: str | None = None) -> tuple[Endpoint, str]:
    """An endpoint with its lane: (endpoint, secret), the secret ours unless one is given.

    Errors: `invalid_url`, `forbidden_target`, `invalid_event_type`, `invalid_filter`, `costly_filter`, `invalid_header`,
    `invalid_auth`, `invalid_certificate`, `invalid_secret`, `too_many_endpoints`.
    """
    text = new_secret(secret)
    endpoint = Endpoint(id=db.new_id(), tenant_id=tenant_id, event_types=[], channels=[])
    endpoint.lane_id = endpoint.id
    endpoint.secrets = seal("secrets", endpoint.id, [{"secret": text, "expires_at": None}])
    _apply(endpoint, wanted)
    with transaction.atomic():
        found = db.row(COUNT, {"tenant": tenant_id})
        if found and found[0] >= settings.HUB.endpoints_per_tenant:
            text = f"A tenant has at most {settings.HUB.endpoints_per_tenant} endpoints."
            raise HubError("too_many_endpoints", text, extra={"limit": settings.HUB.endpoints_per_tenant})
        endpoint.save(force_insert=True)
        Lane.objects.create(id=endpoint.id, queue=QUEUE, tenant_id=tenant_id)
    return endpoint, text


def change(tenant_id: UUID, endpoint_id: UUID, wanted: EndpointFields) -> Endpoint:
    """Set the given fields; senders take the new version with their next fetch. Errors as `create`, `not_found`."""
    with transaction.atomic():
        endpoint = locked(tenant_id, endpoint_id)
        if wanted.url not in (None, endpoint.url):
            endpoint.fresh_starts += 1
        _apply(endpoint, wanted)
        touch(endpoint)
        endpoint.save()
    return endpoint


def pause(tenant_id: UUID, endpoint_id: UUID) -> Endpoint:
    """Hold what is owed and what comes; an attempt that is under way still counts. Errors: `not_found`."""
    with transaction.atomic():
        endpoint = locked(tenant_id, endpoint_id)
        endpoint.paused_at = endpoint.paused_at or datetime.now(UTC)
        touch(endpoint)
        endpoint.save()
        _settle_after_commit(endpoint_id)
    return endpoint


def resume(tenant_id: UUID, endpoint_id: UUID, *, release: Release = "all", newest: int = 0) -> Endpoint:
    """Clear pause, disablement and breaker. What was held is released, its newest so many, or none; the rest is cancelled.
    What waits for another try is tried now.

    Errors: `not_found`.
    """
    with transaction.atomic():
        endpoint = locked(tenant_id, endpoint_id)
        endpoint.paused_at = endpoint.disabled_at = endpoint.failing_since = None
        endpoint.disabled_reason = ""
        endpoint.warned_percent = 0
        endpoint.fresh_starts += 1
        endpoint.retries_from = datetime.now(UTC) + FARTHEST_RETRY
        if release != "all":
            endpoint.discard_below = holding.discard_below(endpoint_id, newest=newest if release == "newest" else 0)
        touch(endpoint)
        endpoint.save()
        if endpoint.ordered:
            holding.settle_at_once(endpoint_id)
        queue.wake_after_commit(QUEUE, [endpoint_id])
        _settle_after_commit(endpoint_id)
    return endpoint


def delete(tenant_id: UUID, endpoint_id: UUID) -> None:
    """Hide it and cancel what it is still owed; its history stays. Errors: `not_found`."""
    with transaction.atomic():
        endpoint = locked(tenant_id, endpoint_id)
        endpoint.deleted_at = datetime.now(UTC)
        # What opens other systems goes; the signing secrets stay, for its deliveries' history can be verified.
        endpoint.auth = endpoint.tls = endpoint.headers = None
        touch(endpoint)
        endpoint.save()
        _settle_after_commit(endpoint_id)


def _settle_after_commit(endpoint_id: UUID) -> None:
    """Its deliveries follow in transactions of their own, the caller's time permitting: there may be millions."""
    transaction.on_commit(lambda: holding.settle(endpoint_id))


def send_test(tenant_id: UUID, endpoint_id: UUID) -> UUID:
    """Owe the endpoint a `hub.test` event whatever its filters say, and whatever it waits for; the event's id.

    Errors: `not_found`.
    """
    get(tenant_id, endpoint_id)
    data = {"endpoint_id": public_id("endpoint", endpoint_id), "message": "This is a test event."}
    event = outbox.new_event(tenant_id, "hub.test", data, at=datetime.now(UTC), subject_id=endpoint_id)
    with transaction.atomic():
        unblock(endpoint_id)
        outbox.publish_to(endpoint_id, event)
    return event.id


def custom_headers(endpoint: Endpoint) -> dict[str, str]:
    """The endpoint's own headers, with their values."""
    return shown("headers", endpoint.id, endpoint.headers) or {}


def shown_auth(endpoint: Endpoint) -> dict[str, Any] | None:
    """How it signs in, without the secrets."""
    auth = shown("auth", endpoint.id, endpoint.auth)
    return auth and {name: value for name, value in auth.items() if name not in ("password", "client_secret")}


def shown_tls(endpoint: Endpoint) -> dict[str, Any]:
    """{"client_certificate", "private_ca"}: each None or as endpoint_reach.describe says it."""
    tls = shown("tls", endpoint.id, endpoint.tls) or {}
    return {
        name: endpoint_reach.describe(tls[key]) if tls.get(key) else None
        for name, key in (("client_certificate", "certificate"), ("private_ca", "ca"))
    }


def _apply(endpoint: Endpoint, wanted: EndpointFields) -> None:
    for one in fields(wanted):
        value = getattr(wanted, one.name)
        if value is not None and one.name not in SEALED | {"clear"}:
            setattr(endpoint, one.name, value)
    for name in wanted.clear - SEALED:
        setattr(endpoint, name, None)
    if wanted.url is not None:
        endpoint_reach.check_url(wanted.url, field="url")
    if wanted.filter is not None:
        payload_filters.check(wanted.filter)
    for index, pattern in enumerate(wanted.event_types or []):
        filters.check_pattern(pattern, field=f"event_types.{index}")
    _apply_credentials(endpoint, wanted)
    _apply_tls(endpoint, wanted)


def _apply_credentials(endpoint: Endpoint, wanted: EndpointFields) -> None:
    if "auth" in wanted.clear:
        endpoint.auth = None
    if wanted.auth is not None:
        endpoint_reach.check_auth(wanted.auth)
        endpoint.auth = seal("auth", endpoint.id, wanted.auth)
    if wanted.headers is not None or wanted.auth is not None:
        headers = custom_headers(endpoint) if wanted.headers is None else wanted.headers
        endpoint_reach.check_headers(headers, signs_in=endpoint.auth is not None)
        endpoint.headers = seal("headers", endpoint.id, headers) if headers else None


def _apply_tls(endpoint: Endpoint, wanted: EndpointFields) -> None:
    given = wanted.client_certificate is not None or wanted.private_ca is not None
    if not given and not wanted.clear & SEALED:
        return
    tls = shown("tls", endpoint.id, endpoint.tls) or {"certificate": None, "key": None, "ca": None}
    if "client_certificate" in wanted.clear:
        tls |= {"certificate": None, "key": None}
    if "private_ca" in wanted.clear:
        tls["ca"] = None
    if wanted.client_certificate is not None:
        tls |= endpoint_reach.read_client_certificate(wanted.client_certificate)
    if wanted.private_ca is not None:
        tls["ca"] = endpoint_reach.read_private_ca(wanted.private_ca)
    endpoint.tls = seal("tls", endpoint.id, tls) if any(tls.values()) else None
