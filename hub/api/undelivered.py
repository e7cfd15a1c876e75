"""/endpoints/{id}/undelivered: what an endpoint still misses, and why; and sending it again."""

from enum import StrEnum
from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import DeliveryId, EndpointId, EventId
from hub.api.operation import operation
from hub.api.replay_schemas import HowToReplay, ReplayOut, replay_shape
from hub.api.schemas import Instant, Out, Page
from hub.delivery import endpoints, replay, undelivered
from hub.rules import cursor
from hub.rules.ids import public_id, require_id

router = Router(tags=["endpoints"])


class MissedState(StrEnum):
    """Why an endpoint has not got an event."""

    DEAD = "dead"
    HELD = "held"
    DISABLED = "disabled"
    CANCELLED = "cancelled"
    FILTERED = "filtered"


class LeftOutBy(StrEnum):
    """What left an event out; `changed`: nothing would by now."""

    EVENT_TYPE = "event_type"
    CHANNEL = "channel"
    FILTER = "filter"
    CHANGED = "changed"


class Redrivable(StrEnum):
    """What can be sent again; held ones follow when the endpoint is resumed, filtered ones have an operation of their own."""

    DEAD = "dead"
    CANCELLED = "cancelled"


class UndeliveredPage(Page):
    """Which."""

    state: MissedState | None = None
    created_after: Instant | None = None
    created_before: Instant | None = None
    filtered_after: Instant | None = Field(
        None, description="also what the endpoint's filters left out since then: of the 10,000 newest events"
    )


class MissedCount(Out):
    """How many events for one reason."""

    state: MissedState
    reason: str
    count: int


class MissedOut(Out):
    """An event that the endpoint has not got."""

    event_id: EventId
    event_type: str
    state: MissedState
    reason: str = Field(description="for filtered ones `event_type`, `channel`, `filter`, or `changed`: wanted by now")
    delivery_id: DeliveryId | None = Field(description="the latest; null when filtered")
    status_code: int | None
    error: str | None
    attempts: int
    created_at: Instant


class UndeliveredOut(Out):
    """What an endpoint misses."""

    endpoint_id: EndpointId
    total: int
    counts: list[MissedCount]
    complete: bool = Field(description="false when there is more than the 100,000 newest that were looked through")
    data: list[MissedOut] = Field(description="by event, newest first")
    next_cursor: str | None = Field(description="pass it as `cursor` for the next page; null on the last one")


class Redrive(HowToReplay):
    """What to send again, and how."""

    states: list[Annotated[Redrivable, Field(strict=False)]] = Field(
        default_factory=lambda: [Redrivable.DEAD, Redrivable.CANCELLED], min_length=1, max_length=2
    )
    created_after: Instant | None = None
    created_before: Instant | None = None


class RedriveFiltered(HowToReplay):
    """Which of the events that the filters left out, and how."""

    created_after: Instant = Field(description="events since then")
    created_before: Instant | None = None
    event_ids: Annotated[list[EventId], Field(min_length=1, max_length=1000)] | None = Field(
        None, description="only these"
    )
    left_out_by: (
        Annotated[list[Annotated[LeftOutBy, Field(strict=False)]], Field(min_length=1, max_length=4)] | None
    ) = Field(None, description="only what was left out for one of these reasons")


@operation(
    router,
    "GET",
    "/endpoints/{endpoint_id}/undelivered",
    scope="deliveries:read",
    returns={200: UndeliveredOut},
)
def list_undelivered(request: HttpRequest, endpoint_id: EndpointId, where: Query[UndeliveredPage]) -> UndeliveredOut:
    """List what an endpoint still misses, and why.

    Events that were neither delivered nor are on their way: dead, held, cancelled; and those that its filters left out.
    """
    window = undelivered.Window(
        state=where.state,
        created_after=where.created_after,
        created_before=where.created_before,
        filtered_after=where.filtered_after,
    )
    found = undelivered.undelivered(
        caller_of(request).tenant_id,
        _id(endpoint_id),
        window,
        behind=pagination.before(where),
        limit=where.limit + 1,
    )
    shown = found.items[: where.limit]
    more = len(found.items) > where.limit
    return UndeliveredOut(
        endpoint_id=endpoint_id,
        total=sum(number for _, _, number in found.counts),
        counts=[MissedCount(state=state, reason=reason, count=number) for state, reason, number in found.counts],
        complete=found.complete,
        data=[_shape(item) for item in shown],
        next_cursor=cursor.encode_page([shown[-1].event_id]) if more else None,
    )


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/undelivered",
    scope="replays:write",
    returns={201: ReplayOut},
    examples={"all of it": {"reason": "the receiver was down"}, "slowly": {"states": ["dead"], "per_s": 5.0}},
    audit=Within("replay.created"),
)
def redrive_undelivered(request: HttpRequest, endpoint_id: EndpointId, wanted: Redrive) -> Status:
    """Send again what an endpoint misses.

    Makes a replay of what is dead or cancelled. Held deliveries follow when the endpoint is resumed.
    """
    caller = caller_of(request)
    endpoint = endpoints.get(caller.tenant_id, _id(endpoint_id))
    selection = replay.Selection(
        statuses=tuple(dict.fromkeys(str(state) for state in wanted.states)),
        endpoint_id=endpoint.id,
        since=wanted.created_after,
        until=wanted.created_before,
    )
    return Status(201, replay_shape(replay.create(caller.tenant_id, selection, _asked(caller.subject, wanted))))


@operation(
    router,
    "POST",
    "/endpoints/{endpoint_id}/undelivered/filtered",
    scope="replays:write",
    returns={201: ReplayOut},
    examples={
        "what it wants by now": {"created_after": "2026-07-01T00:00:00Z", "left_out_by": ["changed"]},
        "these": {"created_after": "2026-07-01T00:00:00Z", "event_ids": ["evt_01jd8x2qcxe7atpw9q0k5m4n3r"]},
    },
    audit=Within("replay.created"),
)
def redrive_filtered(request: HttpRequest, endpoint_id: EndpointId, wanted: RedriveFiltered) -> Status:
    """Send what an endpoint's filters left out.

    Makes a replay of events that the endpoint was never owed: they go out although its filters, as they are now, do not
    want them. Nothing from before the endpoint was created, and nothing about the endpoint itself.
    """
    caller = caller_of(request)
    chosen = wanted.event_ids
    selection = replay.LeftOut(
        endpoint_id=_id(endpoint_id),
        since=wanted.created_after,
        until=wanted.created_before,
        event_ids=tuple(require_id("event", one, field="body.event_ids") for one in chosen) if chosen else None,
        left_out_by=tuple(str(one) for one in wanted.left_out_by) if wanted.left_out_by else None,
    )
    made = replay.create_filtered(caller.tenant_id, selection, _asked(caller.subject, wanted))
    return Status(201, replay_shape(made))


def _asked(by: str, how: HowToReplay) -> replay.Asked:
    return replay.Asked(by=by, reason=how.reason, per_s=how.per_s, canary=how.canary, canary_goes_on=how.canary_goes_on)


def _shape(item: undelivered.Missed) -> MissedOut:
    same = ("event_type", "state", "reason", "status_code", "error", "attempts", "created_at")
    return MissedOut(
        **{name: getattr(item, name) for name in same},
        event_id=public_id("event", item.event_id),
        delivery_id=public_id("delivery", item.delivery_id) if item.delivery_id else None,
    )


def _id(endpoint_id: str) -> UUID:
    return require_id("endpoint", endpoint_id, field="path.endpoint_id")
