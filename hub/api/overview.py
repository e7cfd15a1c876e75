"""/overview: what an operator looks at first, in one answer."""

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from hub.api.auth import caller_of
from hub.api.bulk_actions import bulk_shape
from hub.api.operation import operation
from hub.api.overview_schemas import (
    ConnectionsOverview,
    ConnectionTroubleOut,
    Counted,
    DeliveriesOverview,
    EndpointsOverview,
    EndpointTroubleOut,
    JobPointOut,
    JobsOverview,
    OldestDeliveryOut,
    OldestJobOut,
    OverviewOut,
)
from hub.api.replay_schemas import replay_shape
from hub.api.statistics import Latency, PointOut
from hub.delivery import figures, replay
from hub.delivery import trouble as delivery_trouble
from hub.jobs import bulk
from hub.jobs import figures as job_figures
from hub.jobs import trouble as job_trouble
from hub.rules.ids import public_id
from hub.rules.status import JobStatus

router = Router(tags=["overview"])
LISTED = 20


def _counted(number: int, most: int) -> Counted:
    return Counted(count=min(number, most), more=number > most)


def _jobs(tenant_id: UUID) -> JobsOverview:
    hour, oldest = job_figures.last_hour(tenant_id), job_figures.oldest_due(tenant_id)
    states = job_figures.by_state(tenant_id)
    return JobsOverview(
        counted_to=hour.counted_to,
        series=[JobPointOut(**point._asdict()) for point in hour.series],
        open={JobStatus(state): _counted(number, job_figures.COUNTED) for state, number in states.items()},
        oldest_due=oldest
        and OldestJobOut(
            job_id=public_id("job", oldest.id),
            connection_id=public_id("connection", oldest.connection_id),
            age_s=round(oldest.age_s, 3),
        ),
    )


def _deliveries(tenant_id: UUID) -> DeliveriesOverview:
    hour, day = (figures.of_tenant(tenant_id, window) for window in ("1h", "24h"))
    oldest = delivery_trouble.oldest_due(tenant_id)
    return DeliveriesOverview(
        counted_to=hour.counted_to,
        series=[PointOut(**point._asdict()) for point in hour.series],
        attempts=hour.attempts,
        delivered=hour.delivered,
        failed=hour.failed,
        success_rate=round(hour.delivered / hour.attempts, 4) if hour.attempts else None,
        latency_ms=Latency(p50=hour.p50_ms, p95=hour.p95_ms, p99=hour.p99_ms),
        dead_24h=day.dead,
        held=_counted(delivery_trouble.held(tenant_id), delivery_trouble.COUNTED),
        oldest_due=oldest
        and OldestDeliveryOut(
            delivery_id=public_id("delivery", oldest.id),
            endpoint_id=public_id("endpoint", oldest.endpoint_id),
            age_s=round(oldest.age_s, 3),
        ),
    )


def _endpoints(tenant_id: UUID) -> EndpointsOverview:
    found = delivery_trouble.endpoints(tenant_id)
    worst = [EndpointTroubleOut(**one._asdict() | {"id": public_id("endpoint", one.id)}) for one in found.worst]
    named = {name: found.counts.get(name, 0) for name in ("failing", "disabled", "paused")}
    return EndpointsOverview(total=found.total, worst=worst, **named)


def _connections(tenant_id: UUID) -> ConnectionsOverview:
    found = job_trouble.connections(tenant_id)
    worst = [ConnectionTroubleOut(**one._asdict() | {"id": public_id("connection", one.id)}) for one in found.worst]
    named = {name: found.counts.get(name, 0) for name in ("broken", "parked", "expiring", "disabled")}
    return ConnectionsOverview(total=found.total, worst=worst, **named)


@operation(router, "GET", "/overview", scope="overview:read", returns={200: OverviewOut})
def get_overview(request: HttpRequest) -> OverviewOut:
    """Get the overview.

    Rates of the last hour, what waits and for how long, what fails, and what people have set going. Cheap however much there
    is: rates come from numbers that are counted once a minute, and what is counted now is counted up to 10,000.
    """
    tenant_id = caller_of(request).tenant_id
    return OverviewOut(
        at=datetime.now(UTC),
        jobs=_jobs(tenant_id),
        deliveries=_deliveries(tenant_id),
        endpoints=_endpoints(tenant_id),
        connections=_connections(tenant_id),
        replays=[replay_shape(row) for row in replay.under_way(tenant_id, limit=LISTED)],
        bulk_actions=[bulk_shape(row) for row in bulk.under_way(tenant_id, limit=LISTED)],
    )
