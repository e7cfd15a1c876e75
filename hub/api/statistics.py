"""/statistics: how deliveries go, by endpoint and for the tenant."""

from enum import StrEnum
from typing import Literal

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auth import caller_of
from hub.api.ids import EndpointId
from hub.api.operation import operation
from hub.api.schemas import Instant, Out, Page, Parameters, id_pattern
from hub.delivery import endpoints, figures, reads
from hub.delivery.figures import Figures, Line
from hub.delivery.trouble import COUNTED, Condition, conditions
from hub.rules.ids import public_id, require_id

router = Router(tags=["deliveries"])
MOST_IDS = 100
ONE_ID = id_pattern("endpoint").strip("^$")


class Window(StrEnum):
    """How far back."""

    HOUR = "1h"
    DAY = "24h"
    WEEK = "7d"


class Chosen(Parameters):
    """Which window."""

    window: Window = Field(Window.DAY, description="`1h` by minutes, `24h` and `7d` by hours")


class ChosenEndpoints(Page):
    """Which endpoints, and which window."""

    window: Window = Field(Window.DAY, description="`1h` by minutes, `24h` and `7d` by hours")
    ids: str | None = Field(
        None,
        pattern=f"^{ONE_ID}(,{ONE_ID}){{0,{MOST_IDS - 1}}}$",
        description=f"up to {MOST_IDS} ids, separated by commas; without them, the same pages as `GET /endpoints`",
        examples=["ep_01jd8x2qcxe7atpw9q0k5m4n3r,ep_01jd8x2qcxe7atpw9q0k5m4n3s"],
    )


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


class LineOut(Out):
    """One endpoint."""

    endpoint_id: EndpointId
    trouble: Literal["failing", "disabled", "paused"] | None = Field(
        description="now; failing as soon as nothing but failures is seen, before `failing_since` of the endpoint says so"
    )
    breaker: Literal["closed", "open", "half_open"] | None = Field(description="of a failing one")
    reason: str = Field(description="what the latest failure of a failing one was, empty otherwise")
    held: int = Field(description=f"deliveries that wait until it is resumed; {COUNTED} says so many or more")
    attempts: int
    delivered: int
    failed: int
    dead: int = Field(description="deliveries that used up their attempts")
    success_rate: float | None = Field(description="delivered among all attempts, 0 to 1; null without attempts")
    p95_ms: float | None
    series_attempts: list[int] = Field(description="one number for each span of the window, the running one last")
    series_failed: list[int]


class LinesOut(Out):
    """Many endpoints."""

    window: Window
    since: Instant = Field(description="where the first span begins")
    counted_to: Instant | None = Field(description="attempts after that are counted within two minutes")
    step_s: int = Field(description="how long one span is")
    data: list[LineOut]
    next_cursor: str | None = Field(description="pass it as `cursor` for the next page; null on the last one")


def _line(line: Line, now: Condition) -> LineOut:
    facts = line._asdict() | now._asdict() | {"endpoint_id": public_id("endpoint", line.endpoint_id)}
    return LineOut(**facts, success_rate=round(line.delivered / line.attempts, 4) if line.attempts else None)


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


# Before /endpoints/{endpoint_id}, which would take its address.
@operation(router, "GET", "/endpoints/statistics", scope="deliveries:read", returns={200: LinesOut}, refuses=(404,))
def list_endpoint_statistics(request: HttpRequest, where: Query[ChosenEndpoints]) -> LinesOut:
    """List endpoints' delivery statistics.

    Totals, a small series and the present condition of each: a list of endpoints needs one call. Ids that are not there are
    left out. The figures are counted once a minute.
    """
    tenant_id = caller_of(request).tenant_id
    next_cursor = None
    if where.ids is not None:
        wanted = [require_id("endpoint", one, field="query.ids") for one in where.ids.split(",")]
        chosen = reads.existing(tenant_id, wanted)
    else:
        rows = reads.list_endpoints(tenant_id, before=pagination.before(where), limit=where.limit + 1)
        page = pagination.listing(rows, where, shape=lambda row: row.id)
        chosen, next_cursor = page.data, page.next_cursor
    found = figures.of_endpoints(tenant_id, chosen, where.window)
    now = conditions(tenant_id, chosen)
    return LinesOut(
        window=where.window,
        since=found.since,
        counted_to=found.counted_to,
        step_s=found.step_s,
        data=[_line(line, now[line.endpoint_id]) for line in found.lines if line.endpoint_id in now],
        next_cursor=next_cursor,
    )


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
