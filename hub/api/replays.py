"""/replays: deliver again what a filter selects."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from hub.api.auth import caller_of
from hub.api.ids import EndpointId, EventId, ReplayId
from hub.api.operation import operation
from hub.api.schemas import In, Instant, Out
from hub.delivery import replay
from hub.delivery.models import Replay
from hub.rules import filters
from hub.rules.ids import public_id, require_id

router = Router(tags=["replays"])

PATTERN = r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(\.\*)?$"


class Ended(StrEnum):
    """States of deliveries that can be made again."""

    DEAD = "dead"
    CANCELLED = "cancelled"
    DELIVERED = "delivered"


class ReplayFilter(In):
    """Which deliveries. Those delivered since, or on their way, are left out."""

    status: Ended = Field(Ended.DEAD, strict=False)
    endpoint_id: EndpointId | None = None
    event_id: EventId | None = None
    event_type: str | None = Field(None, max_length=filters.MAX_LENGTH, pattern=PATTERN, description="or `job.*`")
    status_code: str | None = Field(None, pattern=r"^[1-5]([0-9][0-9]|xx)$", description="`503` or `5xx`")
    created_after: Instant | None = None
    created_before: Instant | None = None


class NewReplay(In):
    """What to deliver again."""

    filter: ReplayFilter = Field(default_factory=ReplayFilter)
    reason: str = Field("", max_length=1000, description="kept with the replay")
    per_s: float | None = Field(None, ge=0.01, le=10_000, description="at most so many a second; null for no pace")
    dry_run: bool = Field(False, description="only count")


class CountOut(Out):
    """How many of one endpoint ended for one reason."""

    endpoint_id: EndpointId
    reason: str
    count: int


class DryRun(Out):
    """What a replay would deliver."""

    total: int
    counts: list[CountOut]


class ReplayOut(Out):
    """A replay and how far it is."""

    id: ReplayId
    filter: dict[str, Any]
    reason: str
    requested_by: str = Field(description="id of the key or operator")
    per_s: float | None
    total: int
    progress: dict[str, int] = Field(description="its deliveries by state")
    created_at: Instant


def replay_shape(row: Replay, progress: dict[str, int]) -> ReplayOut:
    """The replay as clients know it."""
    same = ("reason", "requested_by", "per_s", "total", "created_at")
    return ReplayOut(
        **{name: getattr(row, name) for name in same},
        id=public_id("replay", row.id),
        filter=_filter(row.selection),
        progress=progress,
    )


def _filter(selection: dict[str, Any]) -> dict[str, Any]:
    shown = {name: value for name, value in selection.items() if value is not None}
    for kind in ("endpoint", "event", "delivery"):
        if f"{kind}_id" in shown:
            shown[f"{kind}_id"] = public_id(kind, UUID(shown[f"{kind}_id"]))
    return shown


@operation(
    router,
    "POST",
    "/replays",
    scope="replays:write",
    returns={200: DryRun, 201: ReplayOut},
    refuses=(404,),
    examples={
        "count first": {"filter": {"status_code": "5xx"}, "dry_run": True},
        "slowly": {"filter": {"event_type": "job.*"}, "reason": "the receiver was down", "per_s": 10.0},
    },
)
def create_replay(request: HttpRequest, new: NewReplay) -> Status:
    """Replay deliveries.

    The set is frozen now; each gets a new delivery with a fresh budget of attempts. With `dry_run` it is only counted,
    per endpoint and reason, and nothing is made.
    """
    caller = caller_of(request)
    selection = _selection(new.filter)
    if new.dry_run:
        counts = replay.count(caller.tenant_id, selection)
        return Status(
            200, DryRun(total=sum(each["count"] for each in counts), counts=[CountOut(**each) for each in counts])
        )
    asked = replay.Asked(by=caller.subject, reason=new.reason, per_s=new.per_s)
    made = replay.create(caller.tenant_id, selection, asked)
    return Status(201, replay_shape(*replay.get(caller.tenant_id, made.id)))


@operation(router, "GET", "/replays/{replay_id}", scope="deliveries:read", returns={200: ReplayOut})
def get_replay(request: HttpRequest, replay_id: ReplayId) -> ReplayOut:
    """Get a replay.

    With how many of its deliveries are in which state.
    """
    wanted = require_id("replay", replay_id, field="path.replay_id")
    return replay_shape(*replay.get(caller_of(request).tenant_id, wanted))


def _selection(chosen: ReplayFilter) -> replay.Selection:
    return replay.Selection(
        statuses=(str(chosen.status),),
        endpoint_id=_known("endpoint", chosen.endpoint_id),
        event_id=_known("event", chosen.event_id),
        event_type=chosen.event_type,
        code=chosen.status_code,
        since=chosen.created_after,
        until=chosen.created_before,
    )


def _known(kind: str, given: str | None) -> UUID | None:
    return None if given is None else require_id(kind, given, field=f"body.filter.{kind}_id")
