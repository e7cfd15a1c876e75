"""/settings: what a tenant chooses for itself."""

from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, Out
from hub.delivery import policies
from hub.delivery.policies import Checking, Policy
from hub.jobs import policies as job_policies

router = Router(tags=["account"])

Days = Annotated[int, Field(ge=1, le=settings.HUB.retention_days_max), WHOLE]
CHECKING = "`open`: any type of event is taken; `recorded`: with warnings; `strict`: only registered ones that fit"


class SettingsChange(In):
    """What to change; what is left out stays. Null days take the installation's."""

    event_types: Checking | None = Field(None, strict=False, description=CHECKING)
    retention_days: Days | None = Field(
        None, description="of events, deliveries and attempts; less deletes what is older"
    )
    job_retention_days: Days | None = Field(None, description="of finished jobs and their runs")
    jobs_in_flight: Annotated[int, Field(ge=1, le=100_000), WHOLE] | None = Field(
        None, description="calls at once over all connections; null for no limit"
    )


class SettingsOut(Out):
    """The tenant's settings."""

    event_types: Checking = Field(description=CHECKING)
    retention_days: int = Field(description="of events, deliveries and attempts; what is still owed is kept longer")
    job_retention_days: int = Field(description="of finished jobs and their runs")
    retention_days_max: int = Field(description="the installation's limit")
    jobs_in_flight: int | None = Field(description="calls at once over all connections; null without a limit")


def _shape(tenant_id: UUID, policy: Policy) -> SettingsOut:
    return SettingsOut(
        event_types=policy.event_types,
        retention_days=policy.days,
        job_retention_days=policy.job_days,
        retention_days_max=settings.HUB.retention_days_max,
        jobs_in_flight=job_policies.in_flight(tenant_id),
    )


@operation(router, "GET", "/settings", scope="events:read", returns={200: SettingsOut})
def get_settings(request: HttpRequest) -> SettingsOut:
    """Get the tenant's settings."""
    tenant_id = caller_of(request).tenant_id
    return _shape(tenant_id, policies.get(tenant_id))


@operation(
    router,
    "PATCH",
    "/settings",
    scope="settings:admin",
    returns={200: SettingsOut},
    examples={
        "only registered types": {"event_types": "strict"},
        "a week": {"retention_days": 7},
        "ten at once": {"jobs_in_flight": 10},
    },
    audit=Within("settings.changed"),
)
def change_settings(request: HttpRequest, change: SettingsChange) -> SettingsOut:
    """Change the tenant's settings.

    Every process goes by them within five seconds.
    """
    tenant_id = caller_of(request).tenant_id
    wanted = change.model_dump(exclude_unset=True)
    if "jobs_in_flight" in wanted:
        job_policies.set_in_flight(tenant_id, wanted.pop("jobs_in_flight"))
    if wanted.get("event_types", Checking.OPEN) is None:
        del wanted["event_types"]
    return _shape(tenant_id, policies.change(tenant_id, wanted))
