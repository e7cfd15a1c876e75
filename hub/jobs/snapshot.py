"""A job's present state, as the stream's subscribers get it first."""

from typing import Any
from uuid import UUID

from hub import db
from hub.jobs.lifecycle import COLUMNS, JobRow, public_job

PRESENT = f"SELECT {COLUMNS} FROM job j WHERE j.tenant_id = %s AND j.id = %s"


def of_job(tenant_id: UUID, job_id: UUID) -> dict[str, Any] | None:
    """The job as its events show it, or None when the tenant has no such job."""
    found = db.row(PRESENT, (tenant_id, job_id))
    return None if found is None else public_job(JobRow(*found))
