"""Shapes of replays."""

from enum import StrEnum
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, WithJsonSchema

from hub.api.ids import DeliveryId, EndpointId, EventId, ReplayId
from hub.api.schemas import WHOLE, ErrorClass, In, Instant, Out, Page
from hub.delivery.models import Replay, ReplayChange
from hub.delivery.replay.progress import progress
from hub.delivery.replay.reads import Item
from hub.delivery.replay.selection import Selection
from hub.rules import filters
from hub.rules.ids import public_id, require_id
from hub.rules.replays import ReplayState

PATTERN = r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?$"
Pace = Annotated[float, Field(ge=0.01, le=10_000, description="at most so many a second; null for no pace")]
Reason = Annotated[str, Field(max_length=1000, description="kept with the replay")]
# The same text as an endpoint's URL; the hub looks at it more closely than a pattern can.
TargetUrl = Annotated[str, Field(max_length=2000, json_schema_extra={"format": "hub-url"})]


class Ended(StrEnum):
    """States of deliveries that can be made again; held ones only to another address."""

    DEAD = "dead"
    CANCELLED = "cancelled"
    DELIVERED = "delivered"
    HELD = "held"


class ReplayItemStatus(StrEnum):
    """What became of one item of a replay."""

    WAITING = "waiting"
    SKIPPED = "skipped"
    PENDING = "pending"
    HELD = "held"
    DELIVERED = "delivered"
    DEAD = "dead"
    CANCELLED = "cancelled"


# As many as one selects by hand; more than that is a filter.
MOST_IDS = 1000
State = Annotated[Ended, Field(strict=False)]


class ReplayFilter(In):
    """Which deliveries. Those delivered since, or on their way, are left out: now, and again when their turn comes."""

    status: State | Annotated[list[State], Field(min_length=1, max_length=4)] = Field(
        Ended.DEAD, description="one state or several"
    )
    endpoint_id: EndpointId | None = None
    event_id: EventId | None = None
    delivery_ids: Annotated[list[DeliveryId], Field(min_length=1, max_length=MOST_IDS)] | None = Field(
        None, description="only these, still in one of the states of `status`"
    )
    replay_id: ReplayId | None = Field(None, description="deliveries that this replay made")
    event_type: str | None = Field(None, max_length=filters.MAX_LENGTH, pattern=PATTERN, description="or `job.*`")
    status_code: str | None = Field(None, pattern=r"^[1-5]([0-9][0-9]|xx)$", description="`503` or `5xx`")
    error: ErrorClass | None = Field(None, description="class of failure of the last attempt: `timeout`")
    created_after: Instant | None = None
    created_before: Instant | None = None

    def selection(self) -> Selection:
        """What it selects. Errors: `not_found` for an id that cannot exist."""
        several = self.status if isinstance(self.status, list) else [self.status]
        return Selection(
            statuses=tuple(dict.fromkeys(str(status) for status in several)),
            endpoint_id=_known("endpoint", self.endpoint_id),
            event_id=_known("event", self.event_id),
            delivery_ids=self._chosen(),
            replay_id=_known("replay", self.replay_id),
            event_type=self.event_type,
            code=self.status_code,
            error=self.error,
            since=self.created_after,
            until=self.created_before,
        )

    def _chosen(self) -> tuple[UUID, ...] | None:
        if self.delivery_ids is None:
            return None
        return tuple(require_id("delivery", each, field="body.filter.delivery_ids") for each in self.delivery_ids)


class HowToReplay(In):
    """How it goes out."""

    reason: Reason = ""
    per_s: Pace | None = None
    canary: Annotated[int, Field(ge=1, le=100_000), WHOLE] | None = Field(
        None, description="so many go out first, the rest waits for what becomes of them"
    )
    canary_goes_on: bool = Field(
        False, description="the rest follows by itself when all of the canary was delivered; else it waits for `resume`"
    )


class NewReplay(HowToReplay):
    """What to deliver again."""

    filter: ReplayFilter = Field(default_factory=ReplayFilter)
    url: TargetUrl | None = Field(
        None,
        description="for a test: everything goes here instead, signed with the secrets of `filter.endpoint_id`, and does"
        " not count as delivered",
    )
    dry_run: bool = Field(False, description="only count")


class Steering(In):
    """Why."""

    reason: Reason = ""


class NewPace(In):
    """From now on."""

    per_s: Pace | None
    reason: Reason = ""


class ReplayCountOut(Out):
    """How many of one endpoint ended for one reason."""

    endpoint_id: EndpointId
    reason: str
    count: int


class DryRun(Out):
    """What a replay would deliver."""

    total: int
    counts: list[ReplayCountOut]
    sample: list[DeliveryId] = Field(description="some of the deliveries, of the newest events")
    complete: bool = Field(description="false when there were more than were counted")


class ReplayOut(Out):
    """A replay and how far it is."""

    id: ReplayId
    state: ReplayState
    filter: dict[str, Any]
    reason: str
    requested_by: str = Field(description="id of the key or operator")
    url: str | None = Field(description="the address that everything goes to instead of the endpoint's")
    per_s: float | None
    canary: int | None
    canary_goes_on: bool
    total: int = Field(description="still growing while `preparing`")
    pending: int = Field(description="what has no end yet")
    delivered: int
    dead: int
    cancelled: int
    skipped: int = Field(description="delivered or on their way when their turn came, or their endpoint was gone")
    progress: dict[str, int] = Field(description="the same by state, `waiting` ones have no delivery yet")
    speed_per_s: float | None
    eta_s: float | None
    created_at: Instant
    started_at: Instant | None
    finished_at: Instant | None


class ReplayItemOut(Out):
    """One event that a replay owes one endpoint, and what became of it."""

    endpoint_id: EndpointId
    event_id: EventId
    event_type: str
    source_id: DeliveryId | None = Field(
        description="the delivery that was selected; null for an event that filters left out"
    )
    delivery_id: DeliveryId | None = Field(description="null before its turn, and when skipped")
    status: ReplayItemStatus
    reason: str | None
    status_code: int | None
    attempts: int | None
    finished_at: Instant | None


class ChangeOut(Out):
    """A state that somebody, or the hub itself, brought a replay into."""

    state: ReplayState
    per_s: float | None
    by: str = Field(description="id of the key or operator, or `hub`")
    reason: str
    at: Instant


class ReplayPage(Page):
    """Which replays."""

    state: ReplayState | None = None


class ItemPage(Page):
    """Which items."""

    cursor: Annotated[str, WithJsonSchema({"type": "string", "format": "hub-item-cursor"})] | None = Field(
        None, description="`next_cursor` of the answer before; opaque"
    )
    status: ReplayItemStatus | None = None


def replay_shape(row: Replay) -> ReplayOut:
    """The replay as clients know it, counted now."""
    same = ("state", "reason", "requested_by", "per_s", "canary", "canary_goes_on", "total")
    times = ("created_at", "started_at", "finished_at")
    seen = progress(row)
    return ReplayOut(
        **{name: getattr(row, name) for name in same + times},
        id=public_id("replay", row.id),
        filter=_filter(row.selection),
        url=row.stand_in_url,
        pending=seen.pending,
        **{name: seen.of(name) for name in ("delivered", "dead", "cancelled", "skipped")},
        progress=seen.by_state,
        speed_per_s=seen.speed_per_s,
        eta_s=seen.eta_s,
    )


def item_shape(item: Item) -> ReplayItemOut:
    """An item as clients know it."""
    same = ("event_type", "status", "reason", "status_code", "attempts", "finished_at")
    return ReplayItemOut(
        **{name: getattr(item, name) for name in same},
        endpoint_id=public_id("endpoint", item.endpoint_id),
        event_id=public_id("event", item.event_id),
        source_id=public_id("delivery", item.source_id) if item.source_id else None,
        delivery_id=public_id("delivery", item.delivery_id) if item.delivery_id else None,
    )


def change_shape(row: ReplayChange) -> ChangeOut:
    """A change as clients know it."""
    return ChangeOut.model_validate(row)


def _filter(selection: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in selection.items() if value is not None}
    for kind in ("endpoint", "event", "delivery", "replay"):
        if f"{kind}_id" in shown:
            shown[f"{kind}_id"] = public_id(kind, UUID(shown[f"{kind}_id"]))
        if f"{kind}_ids" in shown:
            shown[f"{kind}_ids"] = [public_id(kind, UUID(each)) for each in shown[f"{kind}_ids"]]
    return shown


def _known(kind: str, given: str | None) -> UUID | None:
    return None if given is None else require_id(kind, given, field=f"body.filter.{kind}_id")
