"""Shapes of /event-types."""

from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from hub.api.ids import EventId
from hub.api.schemas import In, Instant, Out
from hub.delivery.event_types import RESERVED
from hub.rules import filters

OWN_TYPE = rf"^(?!({'|'.join(RESERVED)})(\.|$))[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$"
OwnType = Annotated[str, WithJsonSchema({"type": "string", "pattern": OWN_TYPE, "maxLength": filters.MAX_LENGTH})]
DataSchema = Annotated[
    dict[str, Any],
    Field(
        description="JSON Schema (2020-12) of the event's `data`; references only to its own `$defs`, patterns in RE2's syntax"
    ),
    WithJsonSchema({"type": "object"}),
]
Examples = Annotated[list[dict[str, Any]], Field(max_length=10, description="`data` that fits the schema")]


class NewEventType(In):
    """A type to register."""

    name: OwnType
    description: str = Field("", max_length=2000)
    data_schema: DataSchema = Field(default_factory=dict)
    examples: Examples = Field(default_factory=list)


class EventTypeChange(In):
    """What to change; what is left out or null stays. Schemas are never changed: add a version."""

    description: str | None = Field(None, max_length=2000)
    deprecated: bool | None = Field(None, description="true warns its readers; events of it are taken all the same")


class NewEventTypeVersion(In):
    """The next schema of a type."""

    data_schema: DataSchema
    examples: Examples = Field(default_factory=list)


class EventTypeSummary(Out):
    """A type of events."""

    name: str = Field(examples=["shipment.sent"])
    description: str
    own: bool = Field(description="true for the tenant's, false for the hub's own types")
    version: int = Field(description="the newest; the hub's own types have one")
    deprecated_at: Instant | None


class MisfitOut(Out):
    """What does not fit in events of one type that were taken all the same."""

    type: str = Field(description="as published, registered or not")
    field: str = Field(examples=["body.data.lines.*.qty"], description="`body.type`: there is no such type")
    detail: str = Field(description="of the latest such event")
    events: int
    first_at: Instant
    last_at: Instant
    last_event_id: EventId


class EventTypes(Out):
    """All types: the hub's own, then the tenant's, by name."""

    data: list[EventTypeSummary]
    misfits: list[MisfitOut] = Field(
        description="with `event_types` set to `recorded` at /settings: what `strict` would refuse, the latest first; of the"
        " 10,000 newest such events, up to 200 lines"
    )


class EventTypeVersionOut(Out):
    """A schema of a type's data."""

    version: int
    data_schema: dict[str, Any] = Field(description="JSON Schema (2020-12) of the event's `data`")
    examples: list[dict[str, Any]]
    created_at: Instant | None = Field(description="null for the hub's own types")


class EventTypeOut(EventTypeSummary):
    """A type of events with its schemas, the newest first."""

    versions: list[EventTypeVersionOut]
    misfits: list[MisfitOut] = Field(description="as in the listing, of this type only")
