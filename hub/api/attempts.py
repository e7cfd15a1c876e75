"""/deliveries/{id}/attempts: every request that was made for a delivery, as it was sent and answered."""

from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auth import caller_of
from hub.api.ids import AttemptId, DeliveryId, EndpointId, EventId
from hub.api.operation import operation
from hub.api.schemas import Instant, Listing, Out, Page
from hub.delivery import attempt_request, reads
from hub.delivery.attempt_request import AsSent
from hub.delivery.models import Attempt
from hub.rules.ids import public_id, require_id

router = Router(tags=["deliveries"])
SCOPE = "deliveries:read"
ALGORITHMS = {"v1": "HMAC-SHA256", "v1a": "Ed25519"}


class AttemptOut(Out):
    """One HTTP request made for a delivery."""

    id: AttemptId
    started_at: Instant
    duration_ms: float
    status_code: int | None
    error: str | None = Field(description="class of the failure when there was no response")
    error_detail: str | None
    response_headers: dict[str, Any]
    response_excerpt: str | None = Field(description="the first 16 KiB at most, as UTF-8")
    stale: bool = Field(description="sent by a worker that had lost its lease: not counted")


class HeaderOut(Out):
    """A header of a request."""

    name: str = Field(examples=["webhook-id"])
    value: str | None = Field(description="null for what is secret, and for what cannot be known any more")


class SignatureOut(Out):
    """One signature, of one secret that was live then."""

    scheme: Literal["v1", "v1a"]
    algorithm: str = Field(examples=["HMAC-SHA256"])
    value: str = Field(
        description="as in `webhook-signature`", examples=["v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="]
    )
    public_key: str | None = Field(description="`whpk_…`, for Ed25519: whoever has it can verify")


class SigningOut(Out):
    """How the signature comes about: each secret signs `signed_prefix` followed by the body (Standard Webhooks)."""

    signed_prefix: str = Field(
        description="`{webhook-id}.{webhook-timestamp}.`", examples=["evt_01jd8x2qcxe7atpw9q0k5m4n3r.1767225600."]
    )
    signatures: list[SignatureOut] | None = Field(
        description="made again from the secrets that were live then; null when it is not certain which were"
    )
    unavailable_because: str | None = Field(description="why there are no signatures")


class AttemptRequestOut(Out):
    """The request of an attempt."""

    method: Literal["POST"] = "POST"
    url: str
    headers: list[HeaderOut]
    body: str | None = Field(description="the exact bytes, which are UTF-8; null when the event is not kept any more")
    body_bytes: int | None
    sent: bool | None = Field(description="false: it failed before a byte was sent; null: that cannot be told")
    endpoint_unchanged: bool = Field(
        description="false: the endpoint was changed, paused or resumed since, and `url` and the names of its own headers"
        " are those it has now"
    )
    signing: SigningOut


class AttemptDetail(AttemptOut):
    """One attempt with its request as it was sent."""

    delivery_id: DeliveryId
    endpoint_id: EndpointId
    event_id: EventId
    event_type: str
    request: AttemptRequestOut


def _facts(row: Attempt) -> dict[str, Any]:
    same = ("started_at", "duration_ms", "status_code", "error", "error_detail", "response_headers", "stale")
    excerpt = None if row.response_excerpt is None else bytes(row.response_excerpt).decode(errors="replace")
    facts = {name: getattr(row, name) for name in same}
    return {**facts, "id": public_id("attempt", row.id), "response_excerpt": excerpt}


def _shape(row: Attempt) -> AttemptOut:
    return AttemptOut(**_facts(row))


def _request(found: AsSent) -> AttemptRequestOut:
    signatures = None
    if found.signatures is not None:
        signatures = [
            SignatureOut(
                scheme=one.scheme, algorithm=ALGORITHMS[one.scheme], value=one.value, public_key=one.public_key
            )
            for one in found.signatures
        ]
    return AttemptRequestOut(
        url=found.url,
        headers=[HeaderOut(name=name, value=value) for name, value in found.headers],
        body=None if found.body is None else found.body.decode(),
        body_bytes=None if found.body is None else len(found.body),
        sent=found.sent,
        endpoint_unchanged=found.unchanged,
        signing=SigningOut(
            signed_prefix=found.signed_prefix, signatures=signatures, unavailable_because=found.unsigned_because
        ),
    )


@operation(router, "GET", "/deliveries/{delivery_id}/attempts", scope=SCOPE, returns={200: Listing[AttemptOut]})
def list_attempts(request: HttpRequest, delivery_id: DeliveryId, page: Query[Page]) -> Listing[AttemptOut]:
    """List a delivery's attempts, newest first."""
    rows = reads.list_attempts(
        caller_of(request).tenant_id, _id(delivery_id), before=pagination.before(page), limit=page.limit + 1
    )
    return pagination.listing(rows, page, shape=_shape)


@operation(
    router,
    "GET",
    "/deliveries/{delivery_id}/attempts/{attempt_id}",
    scope=SCOPE,
    returns={200: AttemptDetail},
)
def get_attempt(request: HttpRequest, delivery_id: DeliveryId, attempt_id: AttemptId) -> AttemptDetail:
    """Get an attempt.

    With its request as it was sent: what is certain about it, what was signed, and the body's exact text. Values of the
    endpoint's own headers and its credentials are not shown.
    """
    wanted = require_id("attempt", attempt_id, field="path.attempt_id")
    delivery, attempt = attempt_request.find(caller_of(request).tenant_id, _id(delivery_id), wanted)
    return AttemptDetail(
        **_facts(attempt),
        delivery_id=public_id("delivery", delivery.id),
        endpoint_id=public_id("endpoint", delivery.endpoint_id),
        event_id=public_id("event", delivery.event_id),
        event_type=delivery.event_type,
        request=_request(attempt_request.as_sent(delivery, attempt)),
    )


def _id(delivery_id: str) -> UUID:
    return require_id("delivery", delivery_id, field="path.delivery_id")
