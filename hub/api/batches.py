"""/batches: jobs that belong together."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import BatchId
from hub.api.operation import operation
from hub.api.schemas import Instant, Listing, Out, Page
from hub.jobs import batches
from hub.jobs.models import JobBatch
from hub.rules.ids import public_id, require_id

router = Router(tags=["jobs"])
READ, WRITE = "jobs:read", "jobs:write"


class JobBatchOut(Out):
    """A batch and how far it is."""

    id: BatchId
    tags: list[str]
    metadata: dict[str, Any]
    open: bool = Field(description="more jobs may come")
    total: int = Field(description="jobs that were accepted")
    refused: int
    counts: dict[str, int] = Field(description="its jobs by state")
    created_at: Instant
    finished_at: Instant | None = Field(
        description="when the last of its jobs had ended: `batch.finished` was told then"
    )


@operation(router, "GET", "/batches", scope=READ, returns={200: Listing[JobBatchOut]})
def list_batches(request: HttpRequest, page: Query[Page]) -> Listing[JobBatchOut]:
    """List batches, newest first."""
    rows = batches.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    counted = batches.counts(rows)
    return pagination.listing(rows, page, shape=lambda row: _shape(row, counted[row.id]))


@operation(router, "GET", "/batches/{batch_id}", scope=READ, returns={200: JobBatchOut})
def get_batch(request: HttpRequest, batch_id: BatchId) -> JobBatchOut:
    """Get a batch.

    With how many of its jobs are in which state. The jobs themselves: `GET /jobs?batch_id=`.
    """
    return _counted(batches.get(caller_of(request).tenant_id, _id(batch_id)))


@operation(
    router,
    "POST",
    "/batches/{batch_id}/close",
    scope=WRITE,
    returns={200: JobBatchOut},
    refuses=(409,),
    audit=Within("batch.closed"),
)
def close_batch(request: HttpRequest, batch_id: BatchId) -> JobBatchOut:
    """Close a batch.

    No more jobs come to it; it is finished once those that it has have ended.
    """
    return _counted(batches.close(caller_of(request).tenant_id, _id(batch_id)))


def _id(batch_id: str) -> UUID:
    return require_id("batch", batch_id, field="path.batch_id")


def _counted(row: JobBatch) -> JobBatchOut:
    return _shape(row, batches.counts([row])[row.id])


def _shape(row: JobBatch, counts: dict[str, int]) -> JobBatchOut:
    same = ("tags", "metadata", "open", "total", "refused", "created_at", "finished_at")
    return JobBatchOut(**{name: getattr(row, name) for name in same}, id=public_id("batch", row.id), counts=counts)
