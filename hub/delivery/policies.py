"""What a tenant has chosen for its events: how types are checked, how long things are kept."""

import time
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.conf import settings

from hub import db
from hub.rules.errors import HubError

# As long as other processes may go by what they have read, like keys (accounts/callers.py).
TRUST_S = 5.0
REMEMBERED = 10_000

READ = "SELECT event_types, retention_days, job_retention_days FROM tenant_policy WHERE tenant_id = %s"
WRITE = """
INSERT INTO tenant_policy (tenant_id, event_types, retention_days, job_retention_days) VALUES (%s, %s, %s, %s)
ON CONFLICT (tenant_id) DO UPDATE SET event_types = excluded.event_types, retention_days = excluded.retention_days,
    job_retention_days = excluded.job_retention_days
"""


class Checking(StrEnum):
    """What happens to an application's event whose type is unknown or whose data does not fit."""

    OPEN = "open"  # nobody looks
    RECORDED = "recorded"  # it goes out, with warnings in the answer
    STRICT = "strict"  # it is refused


@dataclass(frozen=True, slots=True)
class Policy:
    """A tenant's choices; None takes the installation's."""

    event_types: Checking = Checking.OPEN
    retention_days: int | None = None
    job_retention_days: int | None = None

    @property
    def days(self) -> int:
        """How long events, deliveries and attempts are kept."""
        return min(self.retention_days or settings.HUB.retention_days, settings.HUB.retention_days_max)

    @property
    def job_days(self) -> int:
        """How long finished jobs and their runs are kept."""
        return min(self.job_retention_days or settings.HUB.job_retention_days, settings.HUB.retention_days_max)


_known: dict[UUID, tuple[float, Checking]] = {}


def get(tenant_id: UUID) -> Policy:
    """As it is in the table now."""
    found = db.row(READ, (tenant_id,))
    return Policy(Checking(found[0]), *found[1:]) if found else Policy()


def checking(tenant_id: UUID) -> Checking:
    """How the tenant's types are checked, remembered in this process for TRUST_S seconds."""
    now = time.monotonic()
    known = _known.get(tenant_id)
    if known is not None and known[0] > now:
        return known[1]
    return _remember(tenant_id, get(tenant_id).event_types)


def change(tenant_id: UUID, wanted: dict[str, Any]) -> Policy:
    """Set the given fields of Policy. Errors: `invalid_retention` for days beyond what the installation allows."""
    present = get(tenant_id)
    policy = Policy(**{name: wanted.get(name, getattr(present, name)) for name in Policy.__dataclass_fields__})
    most = settings.HUB.retention_days_max
    for name in ("retention_days", "job_retention_days"):
        days = getattr(policy, name)
        if days is not None and not 1 <= days <= most:
            raise HubError("invalid_retention", f"This installation keeps for 1 to {most} days.", field=name)
    db.execute(WRITE, (tenant_id, str(policy.event_types), policy.retention_days, policy.job_retention_days))
    _remember(tenant_id, policy.event_types)
    return policy


def forget() -> None:
    """Forget what this process remembers."""
    _known.clear()


def _remember(tenant_id: UUID, found: Checking) -> Checking:
    if len(_known) >= REMEMBERED:
        _known.clear()
    _known[tenant_id] = (time.monotonic() + TRUST_S, found)
    return found
