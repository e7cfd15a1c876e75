"""/deliveries: what is owed to endpoints, and one more try."""

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import DeliveryId, EndpointId, EventId, JobId, ReplayId
from hub.api.operation import operation
from hub.api.replay_schemas import ReplayOut, replay_shape
from hub.api.schemas import ErrorClass, In, Instant, Listing, Out, Page, Several
from hub.delivery import reads, replay, retrying
from hub.delivery.models import Delivery
from hub.rules import filters
from hub.rules.ids import public_id, require_id
from hub.rules.status import DeliveryStatus

router = Router(tags=["deliveries"])
SCOPE = "deliveries:read"


class DeliveryFilter(Page):
    """Which deliveries."""

    endpoint_id: EndpointId | None = None
    event_id: EventId | None = None
    replay_id: ReplayId | None = None
    job_id: JobId | None = Field(None, description="deliveries of the job's events")
    event_type: str | None = Field(None, max_length=filters.MAX_LENGTH, pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$")
    status: Several[DeliveryStatus] = Field(None, description="one of these")
    status_code: str | None = Field(
        None, pattern=r"^[1-5]([0-9][0-9]|xx)$", description="of the last attempt's response: `503` or `5xx`"
    )
    error: ErrorClass | None = Field(None, description="class of the last attempt's failure, as in `error`")
    created_after: Instant | None = None
    created_before: Instant | None = None


class DeliveryOut(Out):
    """One event owed to one endpoint."""

    id: DeliveryId
    endpoint_id: EndpointId
    event_id: EventId = Field(description="also the `webhook-id` of every attempt")
    event_type: str
    replay_id: ReplayId | None
    status: DeliveryStatus
    attempts: int
    next_attempt_at: Instant | None = Field(description="null unless pending")
    status_code: int | None = Field(description="of the last attempt's response")
    error: str | None = Field(description="class of the last attempt's failure: `timeout`, `connect`, `dns`, `tls`, …")
    reason: str | None = Field(description="what follows from the last attempt")
    created_at: Instant
    finished_at: Instant | None


class Why(In):
    """Why it is delivered again."""

    reason: str = Field("", max_length=1000)


def _shape(row: Delivery) -> DeliveryOut:
    same = ("event_type", "status", "status_code", "error", "reason", "created_at", "finished_at")
    return DeliveryOut(
        **{name: getattr(row, name) for name in same},
        id=public_id("delivery", row.id),
        endpoint_id=public_id("endpoint", row.endpoint_id),
        event_id=public_id("event", row.event_id),
        replay_id=public_id("replay", row.replay_id) if row.replay_id else None,
        attempts=row.tried,
        next_attempt_at=row.due_at if row.status == DeliveryStatus.PENDING else None,
    )


@operation(router, "GET", "/deliveries", scope=SCOPE, returns={200: Listing[DeliveryOut]}, refuses=(404,))
def list_deliveries(request: HttpRequest, where: Query[DeliveryFilter]) -> Listing[DeliveryOut]:
    """List deliveries, newest first."""
    given = where.model_dump(exclude={"limit", "cursor"})
    for kind in ("endpoint", "event", "replay", "job"):
        name = f"{kind}_id"
        if given[name] is not None:
            given[name] = require_id(kind, given[name], field=f"query.{name}")
    rows = reads.list_deliveries(
        caller_of(request).tenant_id,
        reads.DeliveryFilter(**given),
        before=pagination.before(where),
        limit=where.limit + 1,
    )
    return pagination.listing(rows, where, shape=_shape)


@operation(router, "GET", "/deliveries/{delivery_id}", scope=SCOPE, returns={200: DeliveryOut})
def get_delivery(request: HttpRequest, delivery_id: DeliveryId) -> DeliveryOut:
    """Get a delivery."""
    return _shape(reads.get_delivery(caller_of(request).tenant_id, _id(delivery_id)))


@operation(
    router,
    "POST",
    "/deliveries/{delivery_id}/replay",
    scope="replays:write",
    returns={201: ReplayOut},
    refuses=(409,),
    examples={"why": {"reason": "the receiver was down"}, "no reason": {}},
    audit=Within("replay.created"),
)
def replay_delivery(request: HttpRequest, delivery_id: DeliveryId, why: Why) -> Status:
    """Replay a delivery.

    Makes a new delivery of the same event with a fresh budget of attempts; history stays.
    """
    caller = caller_of(request)
    asked = replay.Asked(by=caller.subject, reason=why.reason)
    made = replay.replay_one(caller.tenant_id, _id(delivery_id), asked)
    return Status(201, replay_shape(made))


@operation(
    router,
    "POST",
    "/deliveries/{delivery_id}/retry",
    scope="replays:write",
    returns={200: DeliveryOut},
    refuses=(409,),
    audit=Within("delivery.retried"),
)
def retry_delivery(request: HttpRequest, delivery_id: DeliveryId) -> DeliveryOut:
    """Try a pending delivery now.

    Instead of when its next attempt is due; an open breaker of its endpoint is closed. `resume` does so for all of an
    endpoint's. What has ended is sent again by a replay.
    """
    return _shape(retrying.retry_now(caller_of(request).tenant_id, _id(delivery_id)))


def _id(delivery_id: str) -> UUID:
    return require_id("delivery", delivery_id, field="path.delivery_id")
