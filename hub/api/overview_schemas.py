"""Shapes of /overview."""

from typing import Literal

from pydantic import Field

from hub.api.bulk_actions import BulkOut
from hub.api.ids import ConnectionId, DeliveryId, EndpointId, JobId
from hub.api.replay_schemas import ReplayOut
from hub.api.schemas import Instant, Out
from hub.api.statistics import Latency, PointOut
from hub.rules.status import JobStatus


class Counted(Out):
    """A number that is counted so far and no farther."""

    count: int = Field(description="at most 10,000", examples=[10000])
    more: bool = Field(description="there are more: show `10,000+`")


class JobPointOut(Out):
    """One minute of jobs."""

    at: Instant
    accepted: int
    succeeded: int
    failed: int
    cancelled: int
    expired: int


class OldestJobOut(Out):
    """The job that has been due the longest."""

    job_id: JobId
    connection_id: ConnectionId
    age_s: float = Field(examples=[3.2])


class JobsOverview(Out):
    """How jobs go."""

    counted_to: Instant | None = Field(description="what came after is counted within two minutes")
    step_s: int = 60
    series: list[JobPointOut] = Field(description="the last 60 minutes, the running one last")
    open: dict[JobStatus, Counted] = Field(description="now, by every state that is not an end")
    oldest_due: OldestJobOut | None = Field(description="null when nothing waits that could begin")


class OldestDeliveryOut(Out):
    """The delivery that has been due the longest."""

    delivery_id: DeliveryId
    endpoint_id: EndpointId
    age_s: float = Field(examples=[0.4])


class DeliveriesOverview(Out):
    """How deliveries go: the last hour unless a name says otherwise."""

    counted_to: Instant | None = Field(description="what came after is counted within two minutes")
    step_s: int = 60
    series: list[PointOut] = Field(description="attempts of the last 60 minutes, the running one last")
    attempts: int
    delivered: int
    failed: int = Field(description="attempts; most are tried again")
    success_rate: float | None = Field(description="delivered among all attempts, 0 to 1; null without attempts")
    latency_ms: Latency
    dead_24h: int = Field(description="deliveries that used up their attempts within 24 hours")
    held: Counted = Field(description="now: they wait until their endpoint is resumed")
    oldest_due: OldestDeliveryOut | None = Field(description="null when nothing waits that could go out")


class EndpointTroubleOut(Out):
    """An endpoint that needs somebody's eyes."""

    id: EndpointId
    url: str
    description: str
    trouble: Literal["failing", "disabled", "paused"]
    reason: str = Field(description="how the latest attempt ended, or why it was disabled", examples=["HTTP 503"])
    since: Instant | None
    breaker: Literal["closed", "open", "half_open"] | None = Field(description="of a failing one")


class EndpointsOverview(Out):
    """Endpoints, and which of them do not do well."""

    total: int
    failing: int = Field(description="nothing but failures since some moment of the last 24 hours, and more than one")
    disabled: int
    paused: int
    worst: list[EndpointTroubleOut] = Field(description="20 at most: failing, disabled, paused")


class ConnectionTroubleOut(Out):
    """A connection that needs somebody's eyes."""

    id: ConnectionId
    name: str
    connector: str
    trouble: Literal["broken", "parked", "expiring", "disabled"]
    reason: str
    since: Instant | None = Field(description="when it began, of broken and disabled ones")
    until: Instant | None = Field(description="when a parked one goes on, or the consent of an expiring one ends")


class ConnectionsOverview(Out):
    """Connections, and which of them do not do well."""

    total: int
    broken: int = Field(description="their credentials are not accepted any more")
    parked: int = Field(description="spent quota, open breaker, or the system asked for a pause")
    expiring: int = Field(description="their consent ends within 7 days")
    disabled: int
    worst: list[ConnectionTroubleOut] = Field(description="20 at most: broken, parked, expiring, disabled")


class OverviewOut(Out):
    """Is everything all right?"""

    at: Instant
    jobs: JobsOverview
    deliveries: DeliveriesOverview
    endpoints: EndpointsOverview
    connections: ConnectionsOverview
    replays: list[ReplayOut] = Field(description="20 at most of those that are not over, newest first")
    bulk_actions: list[BulkOut] = Field(description="20 at most of those that run, newest first")
