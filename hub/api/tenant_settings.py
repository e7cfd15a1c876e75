"""/settings: what a tenant chooses for itself."""

from typing import Annotated

from django.conf import settings
from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from hub.api.auth import caller_of
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, Out
from hub.delivery import policies
from hub.delivery.policies import Checking, Policy

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


class SettingsOut(Out):
    """The tenant's settings."""

    event_types: Checking = Field(description=CHECKING)
    retention_days: int = Field(description="of events, deliveries and attempts; what is still owed is kept longer")
    job_retention_days: int = Field(description="of finished jobs and their runs")
    retention_days_max: int = Field(description="the installation's limit")


def _shape(policy: Policy) -> SettingsOut:
    return SettingsOut(
        event_types=policy.event_types,
        retention_days=policy.days,
        job_retention_days=policy.job_days,
        retention_days_max=settings.HUB.retention_days_max,
    )


@operation(router, "GET", "/settings", scope="events:read", returns={200: SettingsOut})
def get_settings(request: HttpRequest) -> SettingsOut:
    """Get the tenant's settings."""
    return _shape(policies.get(caller_of(request).tenant_id))


@operation(
    router,
    "PATCH",
    "/settings",
    scope="settings:admin",
    returns={200: SettingsOut},
    examples={"only registered types": {"event_types": "strict"}, "a week": {"retention_days": 7}},
)
def change_settings(request: HttpRequest, change: SettingsChange) -> SettingsOut:
    """Change the tenant's settings.

    Every process goes by them within five seconds.
    """
    wanted = change.model_dump(exclude_unset=True)
    if wanted.get("event_types", Checking.OPEN) is None:
        del wanted["event_types"]
    return _shape(policies.change(caller_of(request).tenant_id, wanted))
