"""An attempt's request as it was sent, put together again from what is known for certain, without anything secret.

What an attempt's row does not hold follows from others that do not change (the event's body, its id, the instant of the
attempt) or from the endpoint's row, which may have changed since: then that is said, and nothing is guessed.
"""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

from hub import db
from hub.delivery import reads
from hub.delivery.models import Attempt, Delivery, Endpoint
from hub.delivery.sealed import shown
from hub.delivery.send import FIXED_HEADERS, UNREADABLE
from hub.rules import rotation, signing
from hub.rules.errors import HubError
from hub.rules.ids import public_id

BODY = "SELECT body FROM event WHERE id = %s AND tenant_id = %s"
# The attempt's instant is its worker's, a change's the API's: what is nearer than this may have been either way round.
CLOCKS = timedelta(seconds=5)
# Errors from before a byte of the request was sent (wire/messages.py); of the others `protocol` may be from both.
NOT_SENT = frozenset({"dns", "forbidden_address", "connect", "connect_timeout", "tls"}) | frozenset(
    {"invalid_url", "invalid_header", "token_unreachable", "token_refused", "token_invalid", "secrets_unreadable"}
)
EITHER = frozenset({"protocol"})
NO_BODY = "The event is not kept any more."
NO_SECRETS = "The endpoint was changed after this attempt, and it is not known which secrets were live then."


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature of `{id}.{timestamp}.{body}`. value: as in the header. public_key: `whpk_…` of an Ed25519 secret."""

    scheme: str
    value: str
    public_key: str | None


@dataclass(frozen=True, slots=True)
class AsSent:
    """One POST. headers: name and value; None for a value that is secret or not known. sent: None when that is not known.

    unchanged: url and the names of headers are those of that moment; else those that the endpoint has now. signatures: None
    when they cannot be made again, `unsigned_because` says why.
    """

    url: str
    headers: list[tuple[str, str | None]]
    body: bytes | None
    sent: bool | None
    unchanged: bool
    signed_prefix: str
    signatures: list[Signature] | None
    unsigned_because: str | None


def find(tenant_id: UUID, delivery_id: UUID, attempt_id: UUID) -> tuple[Delivery, Attempt]:
    """The delivery and its attempt. Errors: `not_found`."""
    delivery = reads.get_delivery(tenant_id, delivery_id)
    attempt = Attempt.objects.filter(id=attempt_id, tenant_id=tenant_id, delivery_id=delivery_id).first()
    if attempt is None:
        raise HubError("not_found", "There is no attempt with this id.", field="path.attempt_id")
    return delivery, attempt


def as_sent(delivery: Delivery, attempt: Attempt) -> AsSent:
    """The request of this attempt of the delivery."""
    endpoint = Endpoint.objects.get(id=delivery.endpoint_id, tenant_id=delivery.tenant_id)
    found = db.row(BODY, (delivery.event_id, delivery.tenant_id))
    body = bytes(found[0]) if found else None
    message_id, timestamp_s = public_id("event", delivery.event_id), int(attempt.started_at.timestamp())
    unchanged = _unchanged(endpoint, attempt)
    secrets = _secrets(endpoint, attempt, unchanged=unchanged)
    signatures, unknown = None, NO_BODY
    if body is not None:
        if isinstance(secrets, str):
            unknown = secrets
        else:
            signatures = _signatures(secrets, message_id, timestamp_s, body)
    sent = None if attempt.error in EITHER else attempt.error not in NOT_SENT
    return AsSent(
        url=endpoint.url,
        headers=[
            ("host", urlsplit(endpoint.url).netloc.rpartition("@")[2]),
            ("accept", "*/*"),
            *(_split(line) for line in FIXED_HEADERS),
            ("webhook-id", message_id),
            ("webhook-timestamp", str(timestamp_s)),
            ("webhook-signature", " ".join(one.value for one in signatures) if signatures else None),
            *((name.lower(), None) for name in _own_headers(endpoint)),
            ("content-length", None if body is None else str(len(body))),
        ],
        body=body,
        sent=sent,
        unchanged=unchanged,
        signed_prefix=f"{message_id}.{timestamp_s}.",
        signatures=signatures,
        unsigned_because=None if signatures else unknown,
    )


def _unchanged(endpoint: Endpoint, attempt: Attempt) -> bool:
    """Whether the endpoint's row is as it was then; only endpoints of their own are ever changed."""
    if endpoint.kind != "webhook" or endpoint.version == 1:
        return True
    return endpoint.updated_at + CLOCKS <= attempt.started_at


def _secrets(endpoint: Endpoint, attempt: Attempt, *, unchanged: bool) -> list[str] | str:
    """What signed then, the newest first; or why nobody can tell."""
    kept = shown("secrets", endpoint.id, endpoint.secrets)
    if kept is None:
        return UNREADABLE
    if unchanged or rotation.complete_since(kept, attempt.started_at - CLOCKS):
        return [one["secret"] for one in rotation.live(kept, attempt.started_at)]
    return NO_SECRETS


def _signatures(secrets: list[str], message_id: str, timestamp_s: int, body: bytes) -> list[Signature]:
    made = []
    for secret in secrets:
        value = signing.sign([secret], message_id, timestamp_s, body)
        public_key = signing.public_key(secret) if secret.startswith(signing.PRIVATE) else None
        made.append(Signature(value.partition(",")[0], value, public_key))
    return made


def _own_headers(endpoint: Endpoint) -> list[str]:
    names = list(shown("headers", endpoint.id, endpoint.headers) or {})
    return [*names, "authorization"] if endpoint.auth is not None else names


def _split(line: str) -> tuple[str, str]:
    name, _, value = line.partition(": ")
    return name, value
