"""Doing again what has ended without success: a new job each time, history stays as it is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from hub import db
from hub.jobs import submit
from hub.jobs.accept import JobRequest, write
from hub.jobs.lifecycle import JobRow
from hub.jobs.submit import Accepted
from hub.rules.errors import HubError
from hub.rules.status import JobStatus

LIKE = """
SELECT id, status, callback_endpoint_id, connection_id, operation, input, priority, timeout_s, max_runs, tags, metadata,
    concurrency_key, concurrency_limit
FROM job WHERE id = ANY(%b) AND tenant_id = %s ORDER BY id
"""
REPEATABLE = (JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED)


def retry(tenant_id: UUID, job_id: UUID) -> Accepted:
    """A new job like that one.

    Errors: `not_found`; `job_not_final` while it is under way, `job_succeeded` when there is nothing to repeat.
    """
    row = db.row(LIKE, ([job_id], tenant_id))
    if row is None:
        raise HubError("not_found", "There is no job with this id.", field="path.job_id")
    status = row[1]
    if status == JobStatus.SUCCEEDED:
        raise HubError("job_succeeded", "This job has succeeded; a second run would do it twice.", field="path.job_id")
    if status not in REPEATABLE:
        raise HubError("job_not_final", f"This job is {status}; it has not ended yet.", field="path.job_id")
    job, request = _again(tenant_id, row)
    write(tenant_id, [(job, request)])
    return Accepted(job.id, job.status)


def retry_many(tenant_id: UUID, job_ids: Sequence[UUID]) -> list[UUID]:
    """New jobs like those of these that can be repeated, in one transaction; whose place they take.

    One whose connection is gone, or whose input the operation takes no more, is left out.
    """
    made, taken = [], []
    for row in db.rows(LIKE, (list(job_ids), tenant_id)) if job_ids else []:
        if row[1] not in REPEATABLE:
            continue
        try:
            made.append(_again(tenant_id, row))
        except HubError:
            continue
        taken.append(row[0])
    write(tenant_id, made)
    return taken


def _again(tenant_id: UUID, row: tuple[Any, ...]) -> tuple[JobRow, JobRequest]:
    (
        job_id,
        _,
        callback_id,
        connection_id,
        operation,
        given,
        priority,
        timeout_s,
        max_runs,
        tags,
        metadata,
        key,
        limit,
    ) = row
    request = JobRequest(
        connection_id=connection_id,
        operation=operation,
        input=given,
        priority=priority,
        timeout_s=timeout_s,
        max_runs=max_runs,
        tags=tuple(tags),
        metadata=metadata,
        retry_of=job_id,
        concurrency_key=key,
        concurrency_limit=limit,
    )
    job = submit.prepare(tenant_id, request, now=datetime.now(UTC))
    return job._replace(callback_endpoint_id=callback_id), request
