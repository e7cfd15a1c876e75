"""Writing down, reading and forgetting what people and keys did."""

import time
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from hub import db
from hub.accounts import reads as accounts
from hub.audit.models import Entry

BATCH = 5_000
FORGET = """
DELETE FROM audit WHERE id = ANY(ARRAY(
    SELECT id FROM audit WHERE tenant_id = %s AND id < %s ORDER BY id LIMIT %s
))
"""


@dataclass(frozen=True, slots=True)
class Act:
    """What was done. actor, subject: public ids. action: `endpoint.paused`."""

    actor: str
    action: str
    subject: str
    reason: str = ""
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which entries; None takes all. action: its beginning."""

    actor: str | None = None
    action: str | None = None
    subject: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None


def write(tenant_id: UUID, act: Act) -> None:
    """Note the act, in the caller's transaction if there is one; the actor's name is looked up."""
    Entry.objects.create(
        id=db.new_id(),
        tenant_id=tenant_id,
        actor=act.actor,
        actor_name=accounts.name_of(act.actor),
        action=act.action,
        subject=act.subject,
        reason=act.reason,
        request_id=act.request_id,
    )


def listed(tenant_id: UUID, chosen: Chosen, *, before: UUID | None, limit: int) -> list[Entry]:
    """Entries, newest first, those older than `before` when it is given."""
    where = Q(tenant_id=tenant_id)
    lookups = {
        "actor": chosen.actor,
        "action__startswith": chosen.action,
        "subject": chosen.subject,
        "at__gt": chosen.created_after,
        "at__lt": chosen.created_before,
        "id__lt": before,
    }
    where &= Q(**{name: value for name, value in lookups.items() if value is not None})
    return list(Entry.objects.filter(where).order_by("-id")[:limit])


def forget(tenant_id: UUID, before: UUID, *, deadline: float) -> int:
    """Delete the tenant's entries below that id, in batches until `deadline` (time.monotonic()); how many."""
    total = 0
    while time.monotonic() < deadline:
        gone = db.execute(FORGET, (tenant_id, before, BATCH))
        total += gone
        if gone < BATCH:
            break
    return total
