"""Shapes of /endpoints."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from hub.api.endpoint_reach_schemas import (
    CHANNEL_USE,
    EMAIL_USE,
    AlertChannel,
    Auth,
    AuthOut,
    CertificateOut,
    ClientCertificate,
    Email,
    PrivateCa,
    Url,
)
from hub.api.ids import EndpointId, EventId
from hub.api.schemas import WHOLE, In, InFlight, Instant, Label, Out, Page, Search
from hub.delivery.endpoint_reach import FORBIDDEN_HEADERS
from hub.rules import filters, predicates

PATTERN = r"^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$"


def _any_case(text: str) -> str:
    return "".join(f"[{char.upper()}{char}]" if char.isalpha() else char for char in text)


# What endpoints._check_headers lets through: a token of RFC 9110, 5.6.2, and none of those that the hub sets itself.
OURS = "|".join(_any_case(name) for name in sorted(FORBIDDEN_HEADERS))
HEADER_NAME = rf"^(?!({OURS})$)(?!{_any_case('webhook-')})[A-Za-z0-9!#$%&'*+.^_`|~-]+$"

EventPattern = Annotated[str, Field(max_length=filters.MAX_LENGTH, pattern=PATTERN)]
Filter = Annotated[
    str,
    WithJsonSchema({"type": "string", "format": "hub-jsonpath"}),
    Field(max_length=predicates.MAX_LENGTH),
]
Secret = Annotated[
    str,
    WithJsonSchema({"type": "string", "format": "hub-webhook-secret"}),
    Field(max_length=200),
]
Headers = Annotated[
    dict[str, Annotated[str, Field(max_length=2000)]],
    Field(max_length=30, description="sent with each delivery; write-only"),
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": {"type": "string", "pattern": HEADER_NAME},
            "additionalProperties": {"type": "string", "pattern": "^[ -~]{0,2000}$"},
            "maxProperties": 30,
        }
    ),
]
Overlap = Annotated[
    int, Field(ge=0, le=7 * 24 * 3600, description="how long the older secrets sign along, in s"), WHOLE
]
Schedule = Annotated[
    list[Annotated[float, Field(ge=0, le=7 * 24 * 3600)]], Field(max_length=20, description="waits between tries, in s")
]
FILTER_USE = "SQL/JSON path predicate on the event's body; only events that satisfy it are delivered"


class NewEndpoint(In):
    """An endpoint to make."""

    url: Url
    description: str = Field("", max_length=1000)
    event_types: list[EventPattern] = Field(
        default_factory=list, max_length=100, description="`job.succeeded`, `job.*`; empty for every type"
    )
    filter: Filter | None = Field(None, description=FILTER_USE)
    channels: list[Label] = Field(default_factory=list, max_length=50, description="empty for every channel")
    headers: Headers = Field(default_factory=dict)
    auth: Auth | None = None
    client_certificate: ClientCertificate | None = None
    private_ca: PrivateCa | None = None
    owner_email: Email = Field("", description=EMAIL_USE)
    alert_channel: AlertChannel = Field("", description=CHANNEL_USE)
    timeout_s: float = Field(15, ge=1, le=30)
    rate_per_s: float | None = Field(None, ge=0.01, le=10_000, description="null for no limit")
    max_in_flight: InFlight = 100
    ordered: bool = Field(False, description="one at a time, oldest first, waiting out retries")
    retry_schedule_s: Schedule | None = Field(None, description="null for 5 s to 10 h in seven steps")
    secret: Secret | None = Field(None, description="`whsec_…` or `whsk_…`; made when left out")


class EndpointChange(In):
    """What to change; what is left out stays. Null empties what may be empty."""

    url: Url | None = None
    description: str | None = Field(None, max_length=1000)
    event_types: list[EventPattern] | None = Field(None, max_length=100)
    filter: Filter | None = Field(None, description=FILTER_USE)
    channels: list[Label] | None = Field(None, max_length=50)
    headers: Headers | None = None
    auth: Auth | None = None
    client_certificate: ClientCertificate | None = None
    private_ca: PrivateCa | None = None
    owner_email: Email | None = Field(None, description=EMAIL_USE)
    alert_channel: AlertChannel | None = Field(None, description=CHANNEL_USE)
    timeout_s: float | None = Field(None, ge=1, le=30)
    rate_per_s: float | None = Field(None, ge=0.01, le=10_000)
    max_in_flight: InFlight | None = None
    ordered: bool | None = None
    retry_schedule_s: Schedule | None = None


class EndpointState(StrEnum):
    """`active` takes deliveries; `failing` ones too, but nothing went well for long. `paused` and `disabled` hold them."""

    ACTIVE = "active"
    FAILING = "failing"
    PAUSED = "paused"
    DISABLED = "disabled"


class EndpointFilter(Page):
    """Which endpoints."""

    state: EndpointState | None = None
    search: Search | None = Field(None, description="part of the URL or the description; or the whole id")


class EndpointOut(Out):
    """An endpoint, without its secrets and the values of its headers."""

    id: EndpointId
    url: str
    description: str
    event_types: list[str]
    filter: str | None
    channels: list[str]
    header_names: list[str]
    auth: AuthOut | None
    client_certificate: CertificateOut | None
    private_ca: CertificateOut | None
    owner_email: str
    alert_channel: str
    timeout_s: float
    rate_per_s: float | None
    max_in_flight: int
    ordered: bool
    retry_schedule_s: list[float] | None
    paused_at: Instant | None
    disabled_at: Instant | None
    disabled_reason: str
    failing_since: Instant | None = Field(description="set once the owner has been warned")
    version: int
    created_at: Instant
    updated_at: Instant


class EndpointDetail(EndpointOut):
    """An endpoint with what it has not been sent."""

    held: int = Field(description="deliveries kept for when it is resumed")


class EndpointWithSecret(EndpointOut):
    """A new endpoint with its secret."""

    secret: str = Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])


class SecretOut(Out):
    """A secret that signs now."""

    secret: str
    expires_at: Instant | None = Field(description="null for the newest")


class Secrets(Out):
    """Every secret that signs now, the newest first."""

    data: list[SecretOut]


class Rotation(In):
    """How to rotate."""

    overlap_s: Overlap = 24 * 3600
    secret: Secret | None = Field(None, description="`whsec_…` or `whsk_…`; made when left out")


class Release(StrEnum):
    """What becomes of what was held."""

    ALL = "all"
    NEWEST = "newest"
    DISCARD = "discard"


class Resumption(In):
    """How to resume."""

    release: Release = Field(Release.ALL, strict=False)
    newest: Annotated[int, Field(ge=1, le=1_000_000), WHOLE] | None = Field(
        None, description="with `newest`, and only then: release so many, 1 when it is left out; cancel the rest"
    )


class PublicKeyOut(Out):
    """A key that receivers verify `v1a` signatures with."""

    public_key: str = Field(examples=["whpk_1ZKNmZrFPfuTmJ0vYq3v2mXGsrm7kqOPDkGL7vnRSRM="])
    expires_at: Instant | None = Field(description="null for the newest")


class PublicKeys(Out):
    """One for every Ed25519 secret that signs now, the newest first; HMAC secrets have none."""

    data: list[PublicKeyOut]


class FilterTrial(In):
    """A filter and what to try it on."""

    filter: Filter
    event_id: EventId | None = Field(None, description="a stored event; else `sample` is tried")
    sample: dict[str, Any] = Field(default_factory=dict, description="a body: `type`, `timestamp` and `data`")


class FilterVerdict(Out):
    """What the filter says."""

    matches: bool
    filter: str = Field(description="as it is understood")


class TestSent(Out):
    """The test event."""

    event_id: EventId
