"""/jobs: ask for operations and follow them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic_core import to_json

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.events import EventsOut, IdempotencyHeader, LogPage, answer, start_of
from hub.api.ids import JobId
from hub.api.job_schemas import (
    AcceptedOut,
    BatchOut,
    Explanation,
    ItemOut,
    JobFilter,
    JobOut,
    NewBatch,
    NewJob,
    NewJobs,
    RefusedOut,
    RunOut,
    links,
    poll_after_ms,
)
from hub.api.job_shapes import job_shape
from hub.api.operation import operation
from hub.api.schemas import Listing, Page
from hub.idempotency.keep import body_hash
from hub.jobs import reads, retries, submit
from hub.jobs.batches import BatchRequest
from hub.jobs.explain import explain
from hub.rules.errors import HubError
from hub.rules.ids import public_id, require_id
from hub.rules.status import JobStatus

router = Router(tags=["jobs"])

READ, WRITE = "jobs:read", "jobs:write"
ORDER = {
    "connection_id": "con_01jd8x2qcxe7atpw9q0k5m4n3r",
    "operation": "create_sale_order",
    "input": {"reference": "web-17", "customer": {"reference": "crm-1"}, "lines": [{"product": "P1", "quantity": 2}]},
    "tags": ["web"],
}


@operation(
    router,
    "POST",
    "/jobs",
    scope=WRITE,
    returns={202: AcceptedOut},
    refuses=(404, 409),
    examples={"a sales order": ORDER},
    headers={"Location": "the job", "Idempotent-Replayed": "`true` when this is the first answer again"},
)
def submit_job(request: HttpRequest, new: NewJob, idempotency_key: IdempotencyHeader = None) -> HttpResponse:
    """Submit a job.

    Accepted means kept: the job survives whatever happens to the hub. The answer to an `Idempotency-Key` that came
    before is the first one, with `Idempotent-Replayed: true`.
    """
    key = _key("jobs", idempotency_key, request)
    accepted = submit.submit(caller_of(request).tenant_id, _request(new, "body"), key=key)
    return _accepted(accepted)


@operation(
    router,
    "POST",
    "/jobs/batch",
    scope=WRITE,
    returns={202: BatchOut},
    refuses=(404, 409),
    examples={
        "two orders": {"jobs": [ORDER, {**ORDER, "tags": []}]},
        "as a batch": {"jobs": [ORDER], "batch": {"tags": ["import"], "metadata": {"file": "orders.csv"}}},
    },
    headers={"Idempotent-Replayed": "`true` when this is the first answer again"},
)
def submit_jobs(request: HttpRequest, new: NewJobs, idempotency_key: IdempotencyHeader = None) -> HttpResponse:
    """Submit up to 1,000 jobs.

    Each item has a result of its own: what is wrong with one does not stop the others. Only a malformed body is
    refused as a whole.
    """
    requests = [_request(job, f"body.jobs.{place}") for place, job in enumerate(new.jobs)]
    key = _key("jobs/batch", idempotency_key, request)
    many = submit.submit_many(caller_of(request).tenant_id, requests, key=key, batch=_batch(new.batch))
    items = [_item(result, f"body.jobs.{place}") for place, result in enumerate(many.results)]
    refused = sum(item.error is not None for item in items)
    batch_id = public_id("batch", many.batch_id) if many.batch_id else None
    body = BatchOut(data=items, accepted=len(items) - refused, refused=refused, batch_id=batch_id)
    headers = {"Idempotent-Replayed": "true"} if many.replayed else {}
    return HttpResponse(to_json(body), status=202, content_type="application/json", headers=headers)


@operation(router, "GET", "/jobs", scope=READ, returns={200: Listing[JobOut]}, refuses=(404,))
def list_jobs(request: HttpRequest, where: Query[JobFilter]) -> Listing[JobOut]:
    """List jobs, newest first."""
    connection_id = None
    if where.connection_id is not None:
        connection_id = require_id("connection", where.connection_id, field="query.connection_id")
    batch_id = None
    if where.batch_id is not None:
        batch_id = require_id("batch", where.batch_id, field="query.batch_id")
    given = where.model_dump(exclude={"limit", "cursor", "connection_id", "batch_id"})
    chosen = reads.JobFilter(**given, connection_id=connection_id, batch_id=batch_id)
    rows = reads.list_jobs(caller_of(request).tenant_id, chosen, before=pagination.before(where), limit=where.limit + 1)
    return pagination.listing(rows, where, shape=job_shape)


@operation(
    router,
    "GET",
    "/jobs/{job_id}",
    scope=READ,
    returns={200: JobOut, 304: None},
    headers={"ETag": "send it back as If-None-Match"},
)
def get_job(request: HttpRequest, job_id: JobId) -> JobOut | HttpResponse:
    """Get a job.

    Answers at once. Send the `ETag` back as `If-None-Match`: an unchanged job is a 304 without a body.
    """
    job = reads.get_job(caller_of(request).tenant_id, _id(job_id))
    etag = f'"{job.version}"'
    headers = {"ETag": etag, "Cache-Control": "private, no-cache"}
    if etag in _etags(request):
        return HttpResponse(status=304, headers=headers)
    return HttpResponse(to_json(job_shape(job)), content_type="application/json", headers=headers)


@operation(router, "GET", "/jobs/{job_id}/runs", scope=READ, returns={200: Listing[RunOut]})
def list_runs(request: HttpRequest, job_id: JobId, page: Query[Page]) -> Listing[RunOut]:
    """List a job's runs, newest first."""
    rows = reads.list_runs(
        caller_of(request).tenant_id, _id(job_id), before=pagination.before(page), limit=page.limit + 1
    )
    return pagination.listing(rows, page, shape=_run)


@operation(router, "GET", "/jobs/{job_id}/events", scope=READ, returns={200: EventsOut}, refuses=(410,))
def list_job_events(request: HttpRequest, job_id: JobId, where: Query[LogPage]) -> HttpResponse:
    """Read a job's events, oldest first."""
    start = start_of(request, where)
    found = reads.events(caller_of(request).tenant_id, _id(job_id), start, limit=where.limit)
    return answer(found, start)


@operation(
    router,
    "POST",
    "/jobs/{job_id}/retry",
    scope=WRITE,
    returns={202: AcceptedOut},
    refuses=(409,),
    headers={"Location": "the new job"},
    audit=Within("job.retried"),
)
def retry_job(request: HttpRequest, job_id: JobId) -> HttpResponse:
    """Retry a job.

    Makes a new job like one that has ended without success; history stays.
    """
    return _accepted(retries.retry(caller_of(request).tenant_id, _id(job_id)))


@operation(router, "GET", "/jobs/{job_id}/explain", scope=READ, returns={200: Explanation})
def explain_job(request: HttpRequest, job_id: JobId) -> Explanation:
    """Explain a job.

    Why it is where it is, in one sentence with the facts behind it.
    """
    found = explain(caller_of(request).tenant_id, _id(job_id), now=datetime.now(UTC))
    return Explanation(status=JobStatus(found.status), sentence=found.sentence, facts=found.facts)


def _id(job_id: str) -> UUID:
    return require_id("job", job_id, field="path.job_id")


def _key(scope: str, given: str | None, request: HttpRequest) -> submit.IdempotencyKey | None:
    return submit.IdempotencyKey(scope, given, body_hash(request.body)) if given else None


def _request(new: NewJob, field: str) -> submit.JobRequest:
    facts = {name: getattr(new, name) for name in NewJob.model_fields}
    facts["connection_id"] = require_id("connection", new.connection_id, field=f"{field}.connection_id")
    facts["tags"] = tuple(new.tags)
    facts["after"] = tuple(require_id("job", each, field=f"{field}.after.{n}") for n, each in enumerate(new.after))
    return submit.JobRequest(**facts)


def _batch(new: NewBatch | None) -> BatchRequest | None:
    if new is None:
        return None
    batch_id = require_id("batch", new.id, field="body.batch.id") if new.id is not None else None
    return BatchRequest(batch_id, tuple(new.tags), new.metadata, new.open)


def _accepted(accepted: submit.Accepted) -> HttpResponse:
    job_id = public_id("job", accepted.id)
    where = links(job_id)
    body = AcceptedOut(
        id=job_id, status=JobStatus(accepted.status), links=where, poll_after_ms=poll_after_ms(accepted.status)
    )
    headers = {"Location": where.self}
    if accepted.replayed:
        headers["Idempotent-Replayed"] = "true"
    return HttpResponse(to_json(body), status=202, content_type="application/json", headers=headers)


def _item(result: submit.Accepted | HubError, field: str) -> ItemOut:
    if isinstance(result, HubError):
        where = f"{field}.{result.field}" if result.field else field
        return ItemOut(id=None, status=None, error=RefusedOut(code=result.code, detail=result.detail, field=where))
    return ItemOut(id=public_id("job", result.id), status=JobStatus(result.status), error=None)


def _run(run: Any) -> RunOut:
    names = ("kind", "status", "outcome", "provider_request_id", "started_at", "finished_at")
    kept = run.exchanges or {"kept": [], "left_out": 0}
    return RunOut(
        id=public_id("run", run.id),
        exchanges=kept["kept"],
        exchanges_left_out=kept["left_out"],
        **{name: getattr(run, name) for name in names},
    )


def _etags(request: HttpRequest) -> list[str]:
    given = request.META.get("HTTP_IF_NONE_MATCH", "")
    return [tag.strip().removeprefix("W/") for tag in given.split(",")]
