"""/bulk-actions: retry or cancel every job that a filter selects."""

from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import BatchId, BulkId, ConnectionId, JobId
from hub.api.job_schemas import Reason
from hub.api.operation import operation
from hub.api.schemas import In, Instant, Listing, Out, Page
from hub.jobs import bulk
from hub.jobs.bulk import Action, Selection
from hub.jobs.bulk_models import Bulk
from hub.rules.ids import public_id, require_id
from hub.rules.outcomes import Category
from hub.rules.status import JobStatus

router = Router(tags=["jobs"])
READ, WRITE = "jobs:read", "jobs:write"
State = Annotated[JobStatus, Field(strict=False)]


class BulkFilter(In):
    """Which jobs; those that have been retried already are left out of a retry."""

    status: list[State] = Field(
        default_factory=list, max_length=6, description="empty: all that the action is possible for"
    )
    connection_id: ConnectionId | None = None
    operation: str | None = Field(None, max_length=100, pattern=r"^[^\x00]*$")
    category: Category | None = Field(None, strict=False, description="of the error")
    tag: Annotated[str | None, Field(pattern=r"^[A-Za-z0-9_.:/-]{1,64}$")] = None
    batch_id: BatchId | None = None
    created_after: Instant | None = None
    created_before: Instant | None = None


class NewBulk(In):
    """What to do, and with which jobs."""

    action: Action = Field(
        strict=False, description="`retry` what ended without success, or `cancel` what has not ended"
    )
    filter: BulkFilter = Field(default_factory=BulkFilter)
    reason: Reason = ""
    dry_run: bool = Field(False, description="only count")


class JobCountOut(Out):
    """How many jobs of one operation are in one state for one reason."""

    connection_id: ConnectionId
    operation: str
    status: JobStatus
    category: str = Field(description="of the error; empty without one")
    count: int


class BulkDryRun(Out):
    """What it would be done with."""

    total: int
    counts: list[JobCountOut]
    sample: list[JobId] = Field(description="the newest of them")
    complete: bool = Field(description="false when there are more jobs than one wish may look through")


class BulkOut(Out):
    """A bulk action and how far it is."""

    id: BulkId
    action: Action
    state: str = Field(description="running, finished or cancelled")
    filter: dict[str, Any]
    reason: str
    requested_by: str = Field(description="id of the key or operator")
    total: int
    done: int = Field(description="retried, or cancelled or asked to stop")
    skipped: int = Field(description="had changed when their turn came, or cannot be repeated any more")
    created_at: Instant
    finished_at: Instant | None
    cancelled_by: str


@operation(
    router,
    "POST",
    "/bulk-actions",
    scope=WRITE,
    returns={200: BulkDryRun, 201: BulkOut},
    refuses=(404,),
    examples={
        "count first": {"action": "retry", "filter": {"category": "unavailable"}, "dry_run": True},
        "retry what failed": {"action": "retry", "filter": {"status": ["failed"]}, "reason": "the ERP was down"},
        "cancel an import": {"action": "cancel", "filter": {"tag": "import"}, "reason": "the wrong file"},
    },
    audit=Within("bulk_action.created"),
)
def create_bulk_action(request: HttpRequest, new: NewBulk) -> Status:
    """Retry or cancel many jobs.

    The set is what the filter selects now; it is worked through in the background, a slice at a time. With `dry_run` it is only
    counted. What is done to each job is kept with the job (`/jobs/{id}/changes`).
    """
    caller = caller_of(request)
    selection = _selection(new.filter)
    if new.dry_run:
        found = bulk.count(caller.tenant_id, selection, new.action)
        counts = [JobCountOut(**each) for each in found.counts]
        return Status(200, BulkDryRun(total=found.total, counts=counts, sample=found.sample, complete=found.complete))
    made = bulk.create(caller.tenant_id, selection, new.action, by=caller.subject, reason=new.reason)
    return Status(201, bulk_shape(made))


@operation(router, "GET", "/bulk-actions", scope=READ, returns={200: Listing[BulkOut]})
def list_bulk_actions(request: HttpRequest, page: Query[Page]) -> Listing[BulkOut]:
    """List bulk actions, newest first."""
    rows = bulk.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(rows, page, shape=bulk_shape)


@operation(router, "GET", "/bulk-actions/{bulk_id}", scope=READ, returns={200: BulkOut})
def get_bulk_action(request: HttpRequest, bulk_id: BulkId) -> BulkOut:
    """Get a bulk action."""
    return bulk_shape(bulk.get(caller_of(request).tenant_id, _id(bulk_id)))


@operation(
    router,
    "POST",
    "/bulk-actions/{bulk_id}/cancel",
    scope=WRITE,
    returns={200: BulkOut},
    refuses=(409,),
    audit=Within("bulk_action.cancelled"),
)
def cancel_bulk_action(request: HttpRequest, bulk_id: BulkId) -> BulkOut:
    """Cancel a bulk action.

    What was done stays done; the rest is left as it is.
    """
    caller = caller_of(request)
    return bulk_shape(bulk.cancel(caller.tenant_id, _id(bulk_id), by=caller.subject))


def _id(bulk_id: str) -> UUID:
    return require_id("bulk", bulk_id, field="path.bulk_id")


def _selection(chosen: BulkFilter) -> Selection:
    connection_id, batch_id = (
        require_id(kind, given, field=f"body.filter.{kind}_id") if given is not None else None
        for kind, given in (("connection", chosen.connection_id), ("batch", chosen.batch_id))
    )
    return Selection(
        statuses=tuple(dict.fromkeys(str(status) for status in chosen.status)),
        connection_id=connection_id,
        operation=chosen.operation,
        category=chosen.category,
        tag=chosen.tag,
        batch_id=batch_id,
        since=chosen.created_after,
        until=chosen.created_before,
    )


def bulk_shape(row: Bulk) -> BulkOut:
    """The bulk action as clients know it."""
    same = ("action", "state", "reason", "requested_by", "total", "done", "skipped", "created_at", "finished_at")
    chosen = {name: value for name, value in row.selection.items() if value not in (None, [])}
    for kind in ("connection", "batch"):
        if f"{kind}_id" in chosen:
            chosen[f"{kind}_id"] = public_id(kind, UUID(chosen[f"{kind}_id"]))
    return BulkOut(
        **{name: getattr(row, name) for name in same},
        id=public_id("bulk", row.id),
        filter=chosen,
        cancelled_by=row.cancelled_by,
    )
