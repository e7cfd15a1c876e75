"""Reading connections, jobs and runs; every function is told the tenant."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from hub.eventlog import read
from hub.idempotency import keep
from hub.jobs.models import Callback, Connection, Job, JobChange, Run
from hub.rules.cursor import Position
from hub.rules.errors import HubError
from hub.rules.ids import parse_id


@dataclass(frozen=True, slots=True)
class JobFilter:
    """Which jobs; None takes all. search: a public id, or the Idempotency-Key that a job was submitted with."""

    search: str | None = None
    status: Sequence[str] | None = None
    connection_id: UUID | None = None
    batch_id: UUID | None = None
    operation: str | None = None
    tag: str | None = None
    created_after: datetime | None = None
    created_before: datetime | None = None


LOOKUPS = {
    "status": "status__in",
    "tag": "tags__contains",
    "created_after": "created_at__gt",
    "created_before": "created_at__lt",
}


def list_connections(
    tenant_id: UUID, *, search: str | None = None, before: UUID | None, limit: int
) -> list[Connection]:
    """Connections that are not deleted, newest first, those older than `before` when it is given.

    search: a part of the name, connector or base URL in any case, or the whole public id.
    """
    found = Connection.objects.filter(_older(before), tenant_id=tenant_id, deleted_at=None)
    if search is not None:
        named = Q(id=parse_id("connection", search)) | Q(name__icontains=search)
        found = found.filter(named | Q(connector__icontains=search) | Q(base_url__icontains=search))
    return list(found.order_by("-id")[:limit])


def list_jobs(tenant_id: UUID, chosen: JobFilter, *, before: UUID | None, limit: int) -> list[Job]:
    """Jobs, newest first, those older than `before` when it is given."""
    wanted = {each.name: getattr(chosen, each.name) for each in fields(chosen)}
    found = Job.objects.filter(_older(before), tenant_id=tenant_id)
    if (search := wanted.pop("search")) is not None:
        found = found.filter(id=_named(tenant_id, search))
    if wanted["tag"] is not None:
        wanted["tag"] = [wanted["tag"]]
        found = found.exclude(tags=[])  # so that the planner knows that the index of tags holds them all
    where = {LOOKUPS.get(name, name): value for name, value in wanted.items() if value is not None}
    return list(found.filter(**where).order_by("-id")[:limit])


def get_connection(tenant_id: UUID, connection_id: UUID) -> Connection:
    """The tenant's connection that a body names. Errors: `not_found`."""
    found = Connection.objects.filter(id=connection_id, tenant_id=tenant_id, deleted_at=None).first()
    if found is None:
        raise HubError("not_found", "There is no connection with this id.", field="connection_id")
    return found


def get_job(tenant_id: UUID, job_id: UUID) -> Job:
    """The tenant's job. Errors: `not_found`."""
    job = Job.objects.filter(id=job_id, tenant_id=tenant_id).first()
    if job is None:
        raise HubError("not_found", "There is no job with this id.", field="path.job_id")
    return job


def list_runs(tenant_id: UUID, job_id: UUID, *, before: UUID | None, limit: int) -> list[Run]:
    """The job's runs, newest first. Errors: `not_found`."""
    get_job(tenant_id, job_id)
    return list(Run.objects.filter(_older(before), tenant_id=tenant_id, job_id=job_id).order_by("-id")[:limit])


def list_changes(tenant_id: UUID, job_id: UUID, *, before: UUID | None, limit: int) -> list[JobChange]:
    """What people did to the job, newest first. Errors: `not_found`."""
    get_job(tenant_id, job_id)
    return list(JobChange.objects.filter(_older(before), tenant_id=tenant_id, job_id=job_id).order_by("-id")[:limit])


def list_callbacks(tenant_id: UUID, job_id: UUID, *, before: UUID | None, limit: int) -> list[Callback]:
    """Answers that came for the job, newest first. Errors: `not_found`."""
    get_job(tenant_id, job_id)
    return list(Callback.objects.filter(_older(before), tenant_id=tenant_id, job_id=job_id).order_by("-id")[:limit])


def events(tenant_id: UUID, job_id: UUID, position: Position, *, limit: int) -> list[read.Entry]:
    """The job's events after that position, oldest first. Errors: `not_found`."""
    get_job(tenant_id, job_id)
    return read.after(tenant_id, position, limit=limit, subject_id=job_id)


def _named(tenant_id: UUID, search: str) -> UUID | None:
    """The id of the job that the text names, if it does."""
    job_id = parse_id("job", search)
    first = None if job_id else keep.first_answer(tenant_id, scope="jobs", key=search)
    return UUID(first["id"]) if first else job_id


def _older(before: UUID | None) -> Q:
    return Q() if before is None else Q(id__lt=before)
