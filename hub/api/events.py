"""/events: the tenant's log, read by cursor; applications publish their own events into it."""

from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Header, Query, Router, Status
from pydantic import Field, WithJsonSchema

from hub.api.auth import caller_of
from hub.api.event_type_schemas import OwnType
from hub.api.ids import EventId
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, Instant, Label, Out, Parameters
from hub.delivery import publish
from hub.eventlog import horizon, read
from hub.idempotency.keep import body_hash
from hub.rules import cursor, filters
from hub.rules.ids import public_id

router = Router(tags=["events"])
IdempotencyHeader = Annotated[
    str | None,
    Header(
        None,
        alias="Idempotency-Key",
        pattern=r"^[!-~]{1,255}$",
        description="the same key with the same body gets the first answer again, for 7 days",
    ),
]


class LogPage(Parameters):
    """Where to read on."""

    after: Annotated[str, WithJsonSchema({"type": "string", "format": "hub-event-cursor"})] | None = Field(
        None, description="the cursor of the last event seen; without it from where `start` says"
    )
    start: Literal["oldest", "now"] = Field(
        "oldest", description="without `after`: from the oldest event that is kept, or only what follows"
    )
    limit: int = Field(50, ge=1, le=200, description="events in one answer")


class LogFilter(LogPage):
    """Which events."""

    type: str | None = Field(
        None,
        max_length=filters.MAX_LENGTH,
        pattern=r"^(\*|[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?)$",
        description="only this type, or `job.*`",
    )


class EventOut(Out):
    """An event, as webhooks carry it, with its id and its place."""

    id: EventId
    cursor: str = Field(description="pass it as `after` to read on behind this event")
    type: str = Field(examples=["job.succeeded"])
    timestamp: Instant
    data: dict[str, Any]


class EventsOut(Out):
    """Events in the log's order, oldest first."""

    data: list[EventOut]
    next_cursor: str = Field(description="pass it as `after`, now or later: also behind the newest event")


class NewEvent(In):
    """An event of the application's own."""

    type: OwnType
    type_version: Annotated[int, Field(ge=1, le=1000), WHOLE] | None = Field(
        None, description="of the registered type, for checking `data`; null for the newest"
    )
    data: dict[str, Any]
    channels: list[Label] = Field(default_factory=list, max_length=50)
    tags: list[Label] = Field(default_factory=list, max_length=50, description="stream topics `tag:<tag>`")


class Warned(Out):
    """What does not fit the event's registered type."""

    field: str = Field(examples=["body.data.lines.0.qty"])
    detail: str


class Published(Out):
    """A published event."""

    id: EventId
    type: str
    timestamp: Instant
    warnings: list[Warned] = Field(description="what would be refused were the tenant's `event_types` set to `strict`")


@operation(router, "GET", "/events", scope="events:read", returns={200: EventsOut}, refuses=(410,))
def list_events(request: HttpRequest, where: Query[LogFilter]) -> HttpResponse:
    """Read the event log.

    In the same order as the stream, without gaps: an event that commits late still comes after every cursor given out.
    A cursor from before the retention is refused (410) with the `oldest_cursor` that misses nothing.
    """
    tenant_id, start = caller_of(request).tenant_id, start_of(request, where)
    found = read.after(tenant_id, start, limit=where.limit, patterns=[where.type] if where.type else None)
    return answer(found, start)


def start_of(request: HttpRequest, where: LogPage) -> cursor.Position:
    """The position to read on from. HubError `invalid_cursor`, `cursor_expired`."""
    if where.after is None:
        return read.now() if where.start == "now" else cursor.START
    start = cursor.decode(where.after, field="query.after")
    horizon.require_kept(caller_of(request).tenant_id, start, field="query.after")
    return start


def answer(found: list[read.Entry], start: cursor.Position) -> HttpResponse:
    """Events as EventsOut, their stored bytes untouched."""
    rows = b",".join(_event(entry) for entry in found)
    last = cursor.encode(found[-1].position if found else start).encode()
    return HttpResponse(b'{"data":[%b],"next_cursor":"%b"}' % (rows, last), content_type="application/json")


def _event(entry: read.Entry) -> bytes:
    event_id, place = public_id("event", entry.position.id), cursor.encode(entry.position)
    # The body is an object with members: ours go before them.
    return f'{{"id":"{event_id}","cursor":"{place}",'.encode() + entry.body[1:]


@operation(
    router,
    "POST",
    "/events",
    scope="events:write",
    returns={202: Published},
    refuses=(409,),
    examples={"a shipment": {"type": "shipment.sent", "data": {"order": "SO-17"}, "tags": ["web"]}},
)
def publish_event(request: HttpRequest, new: NewEvent, idempotency_key: IdempotencyHeader = None) -> Status:
    """Publish an event.

    Into the tenant's log, its stream, and to every endpoint that wants it. The hub's own types (`job.*`,
    `endpoint.*`, `delivery.*`, `replay.*`, `hub.*`) are refused. Whether the type must be registered, and `data` fit its
    schema, is the tenant's `event_types` at /settings.
    """
    made = publish.publish_own(
        caller_of(request).tenant_id,
        new.type,
        new.data,
        channels=tuple(new.channels),
        tags=tuple(new.tags),
        type_version=new.type_version,
        at=datetime.now(UTC),
        key=(idempotency_key, body_hash(request.body)) if idempotency_key else None,
    )
    warnings = [Warned(field=f"body.{each['field']}", detail=each["detail"]) for each in made.warnings]
    return Status(202, Published(id=public_id("event", made.id), type=new.type, timestamp=made.at, warnings=warnings))
