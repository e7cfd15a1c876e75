"""/statistics: how deliveries go, by endpoint and for the tenant."""

from enum import StrEnum

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api.auth import caller_of
from hub.api.ids import EndpointId
from hub.api.operation import operation
from hub.api.schemas import Instant, Out, Parameters
from hub.delivery import endpoints, figures
from hub.delivery.figures import Figures
from hub.rules.ids import require_id

router = Router(tags=["deliveries"])


class Window(StrEnum):
    """How far back."""

    HOUR = "1h"
    DAY = "24h"
    WEEK = "7d"


class Chosen(Parameters):
    """Which window."""

    window: Window = Field(Window.DAY, description="`1h` by minutes, `24h` and `7d` by hours")


class Latency(Out):
    """In ms, off by 4.4 % at most; null without an answer."""

    p50: float | None
    p95: float | None
    p99: float | None


class PointOut(Out):
    """One minute or hour."""

    at: Instant
    attempts: int
    delivered: int
    failed: int
    dead: int
    p95_ms: float | None


class StatisticsOut(Out):
    """What became of the attempts that began in the window."""

    window: Window
    since: Instant
    counted_to: Instant | None = Field(description="attempts after that are counted within two minutes")
    attempts: int
    delivered: int = Field(description="answered 2xx and taken")
    failed: int = Field(description="anything else; most are tried again")
    dead: int = Field(description="deliveries that used up their attempts")
    by_class: dict[str, int] = Field(description="attempts by `2xx`, `5xx`, …; `error` without a whole answer")
    by_code: dict[str, int] = Field(description="attempts by HTTP status or error class, the most frequent first")
    latency_ms: Latency = Field(description="of attempts that were answered, until the answer's end")
    step_s: int = Field(description="how long one point of the series is")
    series: list[PointOut] = Field(description="every span of the window, the running one last")


def _shape(found: Figures, window: Window) -> StatisticsOut:
    same = ("since", "counted_to", "attempts", "delivered", "failed", "dead", "step_s")
    return StatisticsOut(
        window=window,
        **{name: getattr(found, name) for name in same},
        by_class=figures.classes(found.codes),
        by_code=found.codes,
        latency_ms=Latency(p50=found.p50_ms, p95=found.p95_ms, p99=found.p99_ms),
        series=[PointOut(**point._asdict()) for point in found.series],
    )


@operation(router, "GET", "/statistics", scope="deliveries:read", returns={200: StatisticsOut})
def get_statistics(request: HttpRequest, chosen: Query[Chosen]) -> StatisticsOut:
    """Get the tenant's delivery statistics.

    All of its endpoints together, counted once a minute.
    """
    return _shape(figures.of_tenant(caller_of(request).tenant_id, chosen.window), chosen.window)


@operation(
    router,
    "GET",
    "/endpoints/{endpoint_id}/statistics",
    scope="deliveries:read",
    returns={200: StatisticsOut},
)
def get_endpoint_statistics(request: HttpRequest, endpoint_id: EndpointId, chosen: Query[Chosen]) -> StatisticsOut:
    """Get an endpoint's delivery statistics.

    Counted once a minute.
    """
    tenant_id = caller_of(request).tenant_id
    wanted = require_id("endpoint", endpoint_id, field="path.endpoint_id")
    endpoints.get(tenant_id, wanted)
    return _shape(figures.of_endpoint(tenant_id, wanted, chosen.window), chosen.window)
