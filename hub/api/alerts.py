"""/endpoints/{id}/alerts: what an endpoint's owner was told by e-mail."""

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auth import caller_of
from hub.api.ids import EndpointId
from hub.api.operation import operation
from hub.api.schemas import Instant, Listing, Out, Page
from hub.delivery import alerts
from hub.delivery.alert_models import Alert, AlertState, Stage
from hub.rules.ids import require_id

router = Router(tags=["endpoints"])


class AlertOut(Out):
    """One e-mail to the endpoint's owner."""

    stage: Stage
    reason: str = Field(description="what failed, or what ended it")
    outage_at: Instant = Field(description="since when it had been failing; each stage is told once in an outage")
    state: AlertState = Field(description="`failed`: given up")
    attempts: int
    error: str | None = Field(description="class of error of the last try")
    created_at: Instant
    sent_at: Instant | None


@operation(
    router,
    "GET",
    "/endpoints/{endpoint_id}/alerts",
    scope="endpoints:read",
    returns={200: Listing[AlertOut]},
)
def list_endpoint_alerts(request: HttpRequest, endpoint_id: EndpointId, page: Query[Page]) -> Listing[AlertOut]:
    """List what an endpoint's owner was told, newest first.

    E-mails to its `owner_email` that it fails, was disabled or works again; none when the installation sends no e-mail.
    """
    found = alerts.owners(
        caller_of(request).tenant_id,
        require_id("endpoint", endpoint_id, field="path.endpoint_id"),
        before=pagination.before(page),
        limit=page.limit + 1,
    )
    return pagination.listing(found, page, shape=_shape)


def _shape(row: Alert) -> AlertOut:
    same = ("stage", "reason", "outage_at", "state", "error", "created_at", "sent_at")
    return AlertOut(**{name: getattr(row, name) for name in same}, attempts=row.tried)
