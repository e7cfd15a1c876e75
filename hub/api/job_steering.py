"""/jobs/{job_id}/…: what people do to a job, and what an outside system answered."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Body, Query, Router

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import JobId
from hub.api.job_schemas import CallbackOut, JobChangeOut, JobOut, Resolved, Why
from hub.api.job_shapes import job_shape
from hub.api.operation import operation
from hub.api.schemas import Listing, Page
from hub.jobs import reads, steering
from hub.rules.ids import require_id

router = Router(tags=["jobs"])
BODY_SHOWN = 16_384
READ, WRITE = "jobs:read", "jobs:write"


@operation(
    router,
    "POST",
    "/jobs/{job_id}/cancel",
    scope=WRITE,
    returns={200: JobOut},
    refuses=(409,),
    examples={"no reason": {}, "why": {"reason": "ordered twice"}},
    audit=Within("job.cancelled"),
)
def cancel_job(request: HttpRequest, job_id: JobId, why: Body[Why | None] = None) -> JobOut:
    """Cancel a job.

    One that has not begun is cancelled. A running call is stopped within about a second (`cancel_requested_at`); whether a
    write that was stopped has had an effect is looked for before the job becomes `cancelled` or `succeeded`.
    """
    caller = caller_of(request)
    steering.cancel(caller.tenant_id, _id(job_id), by=caller.subject, reason=why.reason if why else "")
    return job_shape(reads.get_job(caller.tenant_id, _id(job_id)))


@operation(
    router,
    "POST",
    "/jobs/{job_id}/resolve",
    scope=WRITE,
    returns={200: JobOut},
    refuses=(409,),
    examples={
        "it is there": {"decision": "succeeded", "output": {"id": 4711}, "reason": "seen in the ERP"},
        "it is not": {"decision": "run_again", "reason": "no such order in the ERP"},
        "leave it": {"decision": "failed", "message": "The customer withdrew the order."},
    },
    audit=Within("job.resolved"),
)
def resolve_job(request: HttpRequest, job_id: JobId, found: Resolved) -> JobOut:
    """Resolve a job.

    For one that is `reconciling`: a call's answer was lost, and nobody but a person can find out what it has done. Who
    decided and why is kept with the job (`/changes`) and told as `job.resolved`.
    """
    caller = caller_of(request)
    resolution = steering.Resolution(
        decision=found.decision,
        by=caller.subject,
        reason=found.reason,
        output=found.output,
        message=found.message,
    )
    steering.resolve(caller.tenant_id, _id(job_id), resolution)
    return job_shape(reads.get_job(caller.tenant_id, _id(job_id)))


@operation(router, "GET", "/jobs/{job_id}/callbacks", scope=READ, returns={200: Listing[CallbackOut]})
def list_job_callbacks(request: HttpRequest, job_id: JobId, page: Query[Page]) -> Listing[CallbackOut]:
    """List the answers that came for a job, newest first.

    What the outside system sent to the job's callback address, or through a source: early, late, repeated and refused ones,
    too.
    """
    rows = reads.list_callbacks(
        caller_of(request).tenant_id, _id(job_id), before=pagination.before(page), limit=page.limit + 1
    )
    return pagination.listing(rows, page, shape=_callback)


@operation(router, "GET", "/jobs/{job_id}/changes", scope=READ, returns={200: Listing[JobChangeOut]})
def list_job_changes(request: HttpRequest, job_id: JobId, page: Query[Page]) -> Listing[JobChangeOut]:
    """List what people did to a job, newest first."""
    rows = reads.list_changes(
        caller_of(request).tenant_id, _id(job_id), before=pagination.before(page), limit=page.limit + 1
    )
    return pagination.listing(rows, page, shape=JobChangeOut.model_validate)


def _id(job_id: str) -> UUID:
    return require_id("job", job_id, field="path.job_id")


def _callback(row: Any) -> CallbackOut:
    names = ("verdict", "reason", "early", "via", "content_type", "at")
    text = bytes(row.body).decode(errors="replace")[:BODY_SHOWN]
    return CallbackOut(body=text, **{name: getattr(row, name) for name in names})
