"""Shapes of /endpoints."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from hub.api.ids import EndpointId, EventId
from hub.api.schemas import WHOLE, In, InFlight, Instant, Label, Out
from hub.delivery.endpoints import FORBIDDEN_HEADERS
from hub.rules import filters

PATTERN = r"^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$"


def _any_case(text: str) -> str:
    return "".join(f"[{char.upper()}{char}]" if char.isalpha() else char for char in text)


# What endpoints._check_headers lets through: a token of RFC 9110, 5.6.2, and none of those that the hub sets itself.
OURS = "|".join(_any_case(name) for name in sorted(FORBIDDEN_HEADERS))
HEADER_NAME = rf"^(?!({OURS})$)(?!{_any_case('webhook-')})[A-Za-z0-9!#$%&'*+.^_`|~-]+$"

Url = Annotated[
    str,
    Field(max_length=2048, examples=["https://partner.example.com/hooks"]),
    WithJsonSchema({"type": "string", "format": "hub-url"}),
]
EventPattern = Annotated[str, Field(max_length=filters.MAX_LENGTH, pattern=PATTERN)]
Filter = Annotated[
    str,
    WithJsonSchema({"type": "string", "format": "hub-jsonpath"}),
    Field(max_length=2000),
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
    int, Field(ge=0, le=30 * 24 * 3600, description="how long the older secrets sign along, in s"), WHOLE
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
    timeout_s: float = Field(15, ge=1, le=30)
    rate_per_s: float | None = Field(None, ge=0.01, le=10_000, description="null for no limit")
    max_in_flight: InFlight = 100
    ordered: bool = Field(False, description="one at a time, oldest first, waiting out retries")
    retry_schedule_s: Schedule | None = Field(None, description="null for 5 s to 10 h in seven steps")
    secret: Secret | None = Field(None, description="`whsec_…` or `whsk_…`; made when left out")


class EndpointChange(In):
    """What to change; what is left out stays. Null empties `filter`, `rate_per_s` and `retry_schedule_s`."""

    url: Url | None = None
    description: str | None = Field(None, max_length=1000)
    event_types: list[EventPattern] | None = Field(None, max_length=100)
    filter: Filter | None = Field(None, description=FILTER_USE)
    channels: list[Label] | None = Field(None, max_length=50)
    headers: Headers | None = None
    timeout_s: float | None = Field(None, ge=1, le=30)
    rate_per_s: float | None = Field(None, ge=0.01, le=10_000)
    max_in_flight: InFlight | None = None
    ordered: bool | None = None
    retry_schedule_s: Schedule | None = None


class EndpointOut(Out):
    """An endpoint, without its secrets and the values of its headers."""

    id: EndpointId
    url: str
    description: str
    event_types: list[str]
    filter: str | None
    channels: list[str]
    header_names: list[str]
    timeout_s: float
    rate_per_s: float | None
    max_in_flight: int
    ordered: bool
    retry_schedule_s: list[float] | None
    paused_at: Instant | None
    disabled_at: Instant | None
    disabled_reason: str
    version: int
    created_at: Instant
    updated_at: Instant


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


class TestSent(Out):
    """The test event."""

    event_id: EventId
