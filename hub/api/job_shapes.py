"""Jobs as clients know them."""

from typing import Any

from hub.api.job_schemas import JobOut, links, poll_after_ms
from hub.jobs.models import Job
from hub.rules.ids import public_id


def job_shape(job: Job) -> JobOut:
    """The job as clients know it."""
    ours = {"id", "connection_id", "retry_of", "batch_id", "schedule_id", "runs", "links", "poll_after_ms"}
    facts: dict[str, Any] = {name: getattr(job, name) for name in JobOut.model_fields if name not in ours}
    job_id = public_id("job", job.id)
    return JobOut(
        **facts,
        id=job_id,
        connection_id=public_id("connection", job.connection_id),
        retry_of=public_id("job", job.retry_of) if job.retry_of else None,
        batch_id=public_id("batch", job.batch_id) if job.batch_id else None,
        schedule_id=public_id("schedule", job.schedule_id) if job.schedule_id else None,
        runs=job.tried,
        links=links(job_id),
        poll_after_ms=poll_after_ms(job.status),
    )
