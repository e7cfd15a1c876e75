"""/audit: who did what, when and why."""

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auth import caller_of
from hub.api.ids import AuditId
from hub.api.operation import operation
from hub.api.schemas import Instant, Listing, Out, Page
from hub.audit import record
from hub.audit.models import Entry
from hub.audit.record import Chosen
from hub.rules.ids import public_id

router = Router(tags=["account"])
TEXT = r"^[A-Za-z0-9_.-]{1,200}$"


class AuditFilter(Page):
    """Which entries."""

    actor: str | None = Field(
        None, pattern=TEXT, description="id of a key or operator", examples=["key_01jd8x2qcxe7atpw9q0k5m4n3r"]
    )
    action: str | None = Field(None, pattern=TEXT, description="the action's beginning", examples=["endpoint."])
    subject: str | None = Field(
        None, pattern=TEXT, description="id of what it was done to", examples=["ep_01jd8x2qcxe7atpw9q0k5m4n3r"]
    )
    created_after: Instant | None = None
    created_before: Instant | None = None


class AuditOut(Out):
    """One thing that somebody did."""

    id: AuditId
    at: Instant
    actor: str = Field(
        description="id of the key or operator; empty when a password was refused",
        examples=["op_01jd8x2qcxe7atpw9q0k5m4n3r"],
    )
    actor_name: str = Field(
        description="the key's name or the operator's e-mail, as it was then; the e-mail that a refused password was for"
    )
    action: str = Field(examples=["endpoint.paused"])
    subject: str = Field(
        description="id of what it was done to; an event type's name; the tenant's id for settings, "
        "and for a refused password when the e-mail is no operator's",
        examples=["ep_01jd8x2qcxe7atpw9q0k5m4n3r"],
    )
    reason: str = Field(
        description="as it was given with the request; of a refused password, why and from which address"
    )
    request_id: str = Field(description="the `X-Request-Id` of the request; log lines have it, too")


def _shape(row: Entry) -> AuditOut:
    same = ("at", "actor", "actor_name", "action", "subject", "reason", "request_id")
    return AuditOut(id=public_id("audit", row.id), **{name: getattr(row, name) for name in same})


@operation(router, "GET", "/audit", scope="audit:read", returns={200: Listing[AuditOut]})
def list_audit(request: HttpRequest, where: Query[AuditFilter]) -> Listing[AuditOut]:
    """List what people and keys did, newest first.

    Changes, secrets that were read, and sign-ins, also refused ones; not what is submitted, published or read. Kept as long
    as the tenant's events.
    """
    chosen = Chosen(**where.model_dump(exclude={"limit", "cursor"}))
    rows = record.listed(caller_of(request).tenant_id, chosen, before=pagination.before(where), limit=where.limit + 1)
    return pagination.listing(rows, where, shape=_shape)
