"""Jobs that belong together: counted when somebody asks, and one event when the last of them has ended.

Nothing is counted as jobs end: a row that each of 10,000 jobs writes would be waited for by all. Whoever ends a job of a batch
looks, after its commit, whether one is open still (one step in an index); a sweep looks again for what fell between two.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs.models import JobBatch
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.status import JOB_NOT_ENDED

NOT_ENDED = db.listed(JOB_NOT_ENDED)
ALL_ENDED = f"""
NOT b.open AND b.finished_at IS NULL
    AND (SELECT 1 FROM job j WHERE j.batch_id = b.id AND j.status IN ({NOT_ENDED}) LIMIT 1) IS NULL
"""
ENDED = f"SELECT b.id FROM job_batch b WHERE b.id = ANY(%b) AND {ALL_ENDED}"
LEFT_OVER = f"SELECT b.id FROM job_batch b WHERE {ALL_ENDED} LIMIT 1000"
LOCK = f"SELECT b.id FROM job_batch b WHERE b.id = %s AND {ALL_ENDED} FOR UPDATE SKIP LOCKED"
COUNT = "SELECT batch_id, status, count(*) FROM job WHERE batch_id = ANY(%b) GROUP BY 1, 2"


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """A batch as a client names it. id: of one that is still open; None makes one. open: more jobs may come."""

    id: UUID | None = None
    tags: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    open: bool = False


def join(tenant_id: UUID, request: BatchRequest, *, accepted: int, refused: int) -> UUID:
    """Add so many jobs to the batch, in the transaction that makes them; its id.

    Errors: `not_found`; `batch_closed` when no more jobs may come to it.
    """
    if request.id is None:
        batch = JobBatch(id=db.new_id(), tenant_id=tenant_id, tags=list(request.tags), metadata=request.metadata)
        batch.created_at = datetime.now(UTC)
    else:
        batch = _open(tenant_id, request.id, field="batch.id")
    batch.total += accepted
    batch.refused += refused
    batch.open = request.open
    batch.save(force_insert=request.id is None)
    settle_after_commit([batch.id])
    return batch.id


def close(tenant_id: UUID, batch_id: UUID) -> JobBatch:
    """No more jobs come to it. Errors: `not_found`; `batch_closed`."""
    with transaction.atomic():
        batch = _open(tenant_id, batch_id, field="path.batch_id")
        batch.open = False
        batch.save(update_fields=["open"])
        settle_after_commit([batch.id])
    return get(tenant_id, batch_id)


def get(tenant_id: UUID, batch_id: UUID) -> JobBatch:
    """The tenant's batch. Errors: `not_found`."""
    found = JobBatch.objects.filter(id=batch_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no batch with this id.", field="path.batch_id")
    return found


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[JobBatch]:
    """The tenant's batches, newest first, those older than `before` when it is given."""
    found = JobBatch.objects.filter(tenant_id=tenant_id)
    return list((found.filter(id__lt=before) if before else found).order_by("-id")[:limit])


def counts(batches: Collection[JobBatch]) -> dict[UUID, dict[str, int]]:
    """Each batch's jobs by state: as they are now, or as they were when it was finished."""
    found: dict[UUID, dict[str, int]] = {batch.id: dict(batch.counts or {}) for batch in batches}
    unfinished = [batch.id for batch in batches if batch.counts is None]
    for batch_id, status, number in db.rows(COUNT, (unfinished,)) if unfinished else []:
        found[batch_id][status] = number
    return found


def settle_after_commit(batch_ids: Collection[UUID]) -> None:
    """After the commit: finish those of the batches whose jobs have all ended."""
    ids = list(batch_ids)
    if ids:
        transaction.on_commit(lambda: settle(ids))


def settle(batch_ids: Collection[UUID]) -> int:
    """Finish those of the batches whose jobs have all ended; how many."""
    return sum(_finish(row[0]) for row in db.rows(ENDED, (list(batch_ids),)))


def settle_left_over() -> int:
    """The same for every batch: two that ended the last two jobs at once may each have seen the other's still open."""
    return sum(_finish(row[0]) for row in db.rows(LEFT_OVER))


def _finish(batch_id: UUID) -> bool:
    """Exactly once: whoever has the row's lock while it is not finished."""
    with transaction.atomic():
        if db.row(LOCK, (batch_id,)) is None:
            return False
        batch = JobBatch.objects.get(id=batch_id)
        batch.counts = counts([batch])[batch_id]
        batch.finished_at = datetime.now(UTC)
        batch.save(update_fields=["counts", "finished_at"])
        event = outbox.new_event(
            batch.tenant_id,
            "batch.finished",
            facts(batch),
            at=batch.finished_at,
            subject_id=batch.id,
            topics=tuple(f"tag:{tag}" for tag in batch.tags),
        )
        outbox.publish([event])
    return True


def facts(batch: JobBatch) -> dict[str, Any]:
    """The batch as its event shows it."""
    return {
        "id": public_id("batch", batch.id),
        "tags": batch.tags,
        "metadata": batch.metadata,
        "total": batch.total,
        "refused": batch.refused,
        "counts": batch.counts,
        "created_at": batch.created_at.isoformat(),
        "finished_at": batch.finished_at.isoformat() if batch.finished_at else None,
    }


def _open(tenant_id: UUID, batch_id: UUID, *, field: str) -> JobBatch:
    """The tenant's batch under its row lock, while more jobs may come."""
    found = JobBatch.objects.select_for_update().filter(id=batch_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no batch with this id.", field=field)
    if not found.open:
        raise HubError("batch_closed", "No more jobs may come to this batch.", field=field)
    return found
