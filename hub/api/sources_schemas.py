"""Shapes of /sources."""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema

from hub.api.endpoint_schemas import FILTER_USE, EventPattern, Filter
from hub.api.ids import ConnectionId, SourceId
from hub.api.schemas import WHOLE, In, Instant, Label, Out
from hub.inbound import mappings
from hub.rules import pointers
from hub.rules.inbound import presets, types

Preset = StrEnum("Preset", {name.upper(): name for name in presets.NAMES})  # type: ignore[misc]
WORD = r"^[A-Za-z0-9_-]{1,40}$"
Word = Annotated[str, Field(pattern=WORD)]
Pointer = Annotated[str, Field(max_length=pointers.MAX_LENGTH, pattern=r"^(/([^~/]|~[01])*)*$")]
HeaderName = Annotated[str, Field(pattern=r"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$")]
SourceSecret = Annotated[str, Field(min_length=1, max_length=500)]
Window = Annotated[
    int,
    Field(
        ge=0, le=30 * 24 * 3600, description="an event that comes again within this time is dropped, in s; 0 drops none"
    ),
    WHOLE,
]
Template = Annotated[str | dict[str, Any], WithJsonSchema({"type": ["string", "object"]})]
Values = Annotated[list[str | bool | int | float], Field(max_length=50)]
DescribedText = Annotated[str, Field(max_length=1000)]


class SourceOptions(In):
    """What the preset needs to know, and where it looks for what an event is. Which ones count depends on the preset."""

    type: str | None = Field(
        None, max_length=100, description="the type of every event, where the request does not say it"
    )
    type_header: HeaderName | None = Field(None, description="holds the type")
    type_pointer: Pointer | None = Field(None, description="JSON pointer to the type")
    id_header: HeaderName | None = Field(None, description="holds the sender's id, by which repeats are known")
    id_pointer: Pointer | None = Field(None, description="JSON pointer to the sender's id")
    items_pointer: Pointer | None = Field(None, description="JSON pointer to a list, each item of which is an event")
    tolerance_s: (
        Annotated[int, Field(ge=1, le=24 * 3600, description="how old or new a timestamp may be"), WHOLE] | None
    ) = None
    header: HeaderName | None = Field(None, description="`hmac`: holds the signature")
    prefix: str | None = Field(None, max_length=50, description="`hmac`: what stands before it")
    encoding: Literal["hex", "base64"] | None = Field(None, description="`hmac`: of the signature")
    algorithm: Literal["sha256", "sha512", "sha1"] | None = Field(None, description="`hmac`")
    template: str | None = Field(
        None, max_length=500, description="`hmac`: what is signed, of `{method}`, `{url}`, `{timestamp}` and `{body}`"
    )
    timestamp_header: HeaderName | None = Field(None, description="`hmac`: holds the time")
    timestamp_unit: Literal["s", "ms", "iso"] | None = Field(
        None, description="`hmac`: of the time, since 1970 or RFC 3339"
    )
    secret_encoding: Literal["text", "hex", "base64"] | None = Field(None, description="`hmac`: of the secret")
    organization_id: str | None = Field(None, max_length=18, description="`salesforce`: the only one that may send")
    webhook_id: str | None = Field(None, max_length=100, description="`espocrm`: the only one that may send")


class Answering(In):
    """Which waiting job an event answers, and what it says. Pointers lead into the event's `data`."""

    job: Template = Field(description="template of the job's id, or of a tag that only one open job has")
    outcome_pointer: Pointer | None = Field(
        None, description="where it says what came of it; without one, it succeeded"
    )
    succeeded: Values = Field(default_factory=list, description="what stands there then; empty for anything else")
    failed: Values = Field(default_factory=list)
    progress: Values = Field(default_factory=list)
    result_pointer: Pointer = Field("/payload", description="the job's output")
    message_pointer: Pointer | None = None


class MappingIn(In):
    """A rule: which events start a job (`connection_id`, `operation`, `input`), or complete one that waits (`answer`).

    In templates `{"$pointer": "/payload/id"}` stands for what a JSON pointer leads to in the event's `data`, and
    `{"$text": "shop-{/payload/id}"}` for a text with such values; `default` and `as` (`text`, `number`, `integer`) go with
    `$pointer`.
    """

    name: Word = Field(description="what it has done for an event is remembered by it")
    event_type: EventPattern = Field(
        "*", description="of what follows `source.<name>.`: `orders.create`, `orders.*`, `*`"
    )
    filter: Filter | None = Field(None, description=FILTER_USE.replace("delivered", "mapped"))
    connection_id: ConnectionId | None = None
    operation: str = Field("", max_length=100)
    input: dict[str, Any] = Field(default_factory=dict, description="template of the operation's input")
    tags: list[Label] = Field(default_factory=list, max_length=20)
    answer: Answering | None = None


Mappings = Annotated[list[MappingIn], Field(max_length=mappings.MOST)]


class NewSource(In):
    """A source to make."""

    name: Word = Field(description=f"a word of its events' type: `{types.PREFIX}.<name>.<type>`")
    preset: Preset = Field(strict=False)
    description: DescribedText = ""
    options: SourceOptions = Field(default_factory=SourceOptions)
    secret: SourceSecret | None = Field(None, description="the sender's; made when left out, where it is ours to make")
    channels: list[Label] = Field(default_factory=list, max_length=20, description="of its events")
    repeat_window_s: Window | None = Field(None, description="null for a week")
    mappings: Mappings = Field(default_factory=list)


class SourceChange(In):
    """What to change; what is left out or null stays. `options` and `mappings` are replaced as a whole."""

    name: Word | None = None
    description: DescribedText | None = None
    options: SourceOptions | None = None
    channels: list[Label] | None = Field(None, max_length=20)
    repeat_window_s: Window | None = None
    mappings: Mappings | None = None


class MappingOut(Out):
    """A rule of the source."""

    name: str
    event_type: str
    filter: str | None
    connection_id: ConnectionId | None
    operation: str
    input: dict[str, Any]
    tags: list[str]
    answer: dict[str, Any] | None


class SourceOut(Out):
    """A source, without its address and secrets."""

    id: SourceId
    name: str
    preset: Preset
    description: str
    options: dict[str, Any]
    channels: list[str]
    repeat_window_s: int
    mappings: list[MappingOut]
    has_secret: bool = Field(description="until it has one, what must be signed is refused")
    paused_at: Instant | None
    version: int
    created_at: Instant
    updated_at: Instant


class CountOut(Out):
    """How many requests of one kind came."""

    state: str
    reason: str = Field(description="why they were refused; empty otherwise")
    count: int


class SourceDetail(SourceOut):
    """A source with what came in the last day."""

    last_day: list[CountOut]


class SourceSecretOut(Out):
    """A secret that verifies now."""

    secret: str
    expires_at: Instant | None = Field(description="null for the newest")


class SourceAddress(Out):
    """What the sender is told. Whoever knows the address can send to it."""

    address: str = Field(examples=["https://hub.example.com/in/3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
    secrets: list[SourceSecretOut] = Field(description="every one that verifies now, the newest first")


class SourceWithAddress(SourceOut, SourceAddress):
    """A new source with its address and secrets."""


class SourceRotation(In):
    """How to rotate."""

    overlap_s: Annotated[
        int, Field(ge=0, le=7 * 24 * 3600, description="how long the older secrets verify along, in s"), WHOLE
    ] = 24 * 3600
    secret: SourceSecret | None = Field(None, description="the sender's; made when left out, where it is ours to make")
