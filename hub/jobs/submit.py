"""Accepting jobs: one statement writes them, their events and what endpoints are owed; then the drain is woken."""

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.connectors import registry
from hub.delivery import endpoints, outbox
from hub.idempotency import keep
from hub.jobs.lifecycle import JobRow, event_of, wake
from hub.rules.errors import HubError
from hub.rules.status import JobStatus

ACCEPT = f"""
WITH {outbox.APPEND_AND_FAN_OUT}, jobs AS (
    INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, run_at,
        expires_at, timeout_s, max_runs, tags, metadata, callback_endpoint_id, version, tried, finds, retry_of, created_at)
    SELECT id, %(tenant)s, connection_id, connector, operation, input::jsonb, status, priority, due_at, run_at,
        expires_at, timeout_s, max_runs, string_to_array(tags, E'\\x1f'), metadata::jsonb, callback_id, 1, 0, 0, retry_of,
        %(now)s
    FROM unnest(%(ids)b::uuid[], %(connections)b::uuid[], %(connectors)b::text[], %(operations)b::text[],
        %(inputs)b::text[], %(statuses)b::text[], %(priorities)b::smallint[], %(dues)b::timestamptz[],
        %(run_ats)b::timestamptz[], %(expires)b::timestamptz[], %(timeouts)b::float8[], %(max_runs)b::smallint[],
        %(tags)b::text[], %(metadata)b::text[], %(callbacks)b::uuid[], %(retries)b::uuid[])
        AS j(id, connection_id, connector, operation, input, status, priority, due_at, run_at, expires_at, timeout_s,
             max_runs, tags, metadata, callback_id, retry_of)
)
SELECT DISTINCT lane_id FROM owed WHERE status = 'pending'
"""
CONNECTION = "SELECT connector FROM connection WHERE id = %s AND tenant_id = %s AND deleted_at IS NULL"
ACCEPT_ONE = db.for_one(ACCEPT)
AGAIN = """
SELECT status, callback_endpoint_id, connection_id, operation, input, priority, timeout_s, max_runs, tags, metadata
FROM job WHERE id = %s AND tenant_id = %s
"""
# A connection's connector never changes; that it was deleted may be noticed this much later, and the job then fails.
CONNECTION_KEPT_S = 5.0

_connectors: dict[tuple[UUID, UUID], tuple[str, float]] = {}


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A job as a client asks for it. priority: 0 first to 9 last. max_runs: calls before it fails for good."""

    connection_id: UUID
    operation: str
    input: dict[str, Any]
    priority: int = 5
    run_at: datetime | None = None
    expires_at: datetime | None = None
    timeout_s: float = 30
    max_runs: int = 6
    tags: tuple[str, ...] = ()
    metadata: dict[str, Any] = field(default_factory=dict)
    callback_url: str | None = None
    callback_secret: str | None = None
    retry_of: UUID | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the client is told. replayed: the first answer to the same Idempotency-Key."""

    id: UUID
    status: str
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class IdempotencyKey:
    """The client's key with the hash of the body it came with. scope: the route."""

    scope: str
    key: str
    hashed: bytes


def submit(tenant_id: UUID, request: JobRequest, *, key: IdempotencyKey | None = None) -> Accepted:
    """Accept one job.

    Errors: `not_found` (connection, operation), `invalid_input`, `invalid_url`, `idempotency_key_reused`.
    """
    job = _job(tenant_id, request, now=datetime.now(UTC))
    if key is None:
        _write(tenant_id, [(job, request)])
        return Accepted(job.id, job.status)
    answer = {"id": str(job.id), "status": job.status}
    with transaction.atomic():
        first = keep.claim(tenant_id, scope=key.scope, key=key.key, hashed=key.hashed, answer=answer)
        if first is None:
            _write(tenant_id, [(job, request)])
            return Accepted(job.id, job.status)
    return Accepted(UUID(first["id"]), first["status"], replayed=True)


def submit_many(
    tenant_id: UUID, requests: Sequence[JobRequest], *, key: IdempotencyKey | None = None
) -> tuple[list[Accepted | HubError], bool]:
    """Accept those that are valid, in one transaction: (a result for each request, whether all is a first answer again)."""
    now = datetime.now(UTC)
    results: list[Accepted | HubError] = []
    valid: list[tuple[JobRow, JobRequest]] = []
    for request in requests:
        try:
            job = _job(tenant_id, request, now=now)
        except HubError as error:
            results.append(error)
        else:
            results.append(Accepted(job.id, job.status))
            valid.append((job, request))
    if key is None:
        _write(tenant_id, valid)
        return results, False
    answer = {"items": [_remember(result) for result in results]}
    with transaction.atomic():
        first = keep.claim(tenant_id, scope=key.scope, key=key.key, hashed=key.hashed, answer=answer)
        if first is None:
            _write(tenant_id, valid)
            return results, False
    return [_recall(item) for item in first["items"]], True


def _remember(result: Accepted | HubError) -> dict[str, Any]:
    if isinstance(result, Accepted):
        return {"id": str(result.id), "status": result.status}
    return {"code": result.code, "detail": result.detail, "field": result.field, "extra": result.extra}


def _recall(item: dict[str, Any]) -> Accepted | HubError:
    if "id" in item:
        return Accepted(UUID(item["id"]), item["status"], replayed=True)
    return HubError(item["code"], item["detail"], field=item["field"], extra=item["extra"])


def _job(tenant_id: UUID, request: JobRequest, *, now: datetime) -> JobRow:
    connector = _connector_of(tenant_id, request.connection_id)
    given = registry.validate_input(connector, request.operation, request.input)
    if request.expires_at is not None and request.expires_at <= max(now, request.run_at or now):
        raise HubError("invalid_input", "It would expire before it may run.", field="expires_at")
    later = request.run_at is not None and request.run_at > now
    callback_id = None
    if request.callback_url is not None:
        callback_id = endpoints.callback(tenant_id, request.callback_url, request.callback_secret)
    return JobRow(
        id=db.new_id(),
        tenant_id=tenant_id,
        connection_id=request.connection_id,
        connector=connector,
        operation=request.operation,
        input=given,
        status=JobStatus.SCHEDULED if later else JobStatus.QUEUED,
        priority=request.priority,
        due_at=request.run_at if later and request.run_at else now,
        expires_at=request.expires_at,
        timeout_s=request.timeout_s,
        max_runs=request.max_runs,
        tags=list(request.tags),
        metadata=request.metadata,
        callback_endpoint_id=callback_id,
        version=1,
        tried=0,
        finds=0,
        lane_token=None,
        output=None,
        error=None,
        cancel_requested_at=None,
        created_at=now,
        started_at=None,
        finished_at=None,
    )


def _connector_of(tenant_id: UUID, connection_id: UUID) -> str:
    known = _connectors.get((tenant_id, connection_id))
    if known is not None and known[1] > time.monotonic():
        return known[0]
    found = db.row(CONNECTION, (connection_id, tenant_id))
    if found is None:
        raise HubError("not_found", "There is no connection with this id.", field="connection_id")
    if len(_connectors) > 10_000:
        _connectors.clear()
    _connectors[tenant_id, connection_id] = (found[0], time.monotonic() + CONNECTION_KEPT_S)
    return found[0]


def _write(tenant_id: UUID, accepted: Sequence[tuple[JobRow, JobRequest]]) -> None:
    if not accepted:
        return
    jobs = [job for job, _ in accepted]
    requests = [request for _, request in accepted]
    now = jobs[0].created_at
    events = [event_of(job, at=now) for job in jobs]
    params = {
        **outbox.params(events),
        "tenant": tenant_id,
        "now": now,
        "ids": [job.id for job in jobs],
        "connections": [job.connection_id for job in jobs],
        "connectors": [job.connector for job in jobs],
        "operations": [job.operation for job in jobs],
        "inputs": [json.dumps(job.input) for job in jobs],
        "statuses": [str(job.status) for job in jobs],
        "priorities": [job.priority for job in jobs],
        "dues": [job.due_at for job in jobs],
        "run_ats": [request.run_at for request in requests],
        "expires": [job.expires_at for job in jobs],
        "timeouts": [job.timeout_s for job in jobs],
        "max_runs": [job.max_runs for job in jobs],
        "tags": [outbox.SEPARATOR.join(job.tags) for job in jobs],
        "metadata": [json.dumps(job.metadata) for job in jobs],
        "callbacks": [job.callback_endpoint_id for job in jobs],
        "retries": [request.retry_of for request in requests],
    }
    found = db.rows(ACCEPT_ONE, db.only(params)) if len(jobs) == 1 else db.rows(ACCEPT, params)
    lanes = [row[0] for row in found]
    outbox.announce(events, lanes)
    wake(list({job.connection_id for job in jobs if job.status == JobStatus.QUEUED}))


def retry(tenant_id: UUID, job_id: UUID) -> Accepted:
    """A new job like one that has ended without success; history stays as it is.

    Errors: `not_found`; `job_not_final` while it is under way, `job_succeeded` when there is nothing to repeat.
    """
    row = db.row(AGAIN, (job_id, tenant_id))
    if row is None:
        raise HubError("not_found", "There is no job with this id.", field="path.job_id")
    status, callback_id, *facts = row
    if status == JobStatus.SUCCEEDED:
        raise HubError("job_succeeded", "This job has succeeded; a second run would do it twice.", field="path.job_id")
    if status not in (JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.EXPIRED):
        raise HubError("job_not_final", f"This job is {status}; it has not ended yet.", field="path.job_id")
    connection_id, operation, given, priority, timeout_s, max_runs, tags, metadata = facts
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
    )
    job = _job(tenant_id, request, now=datetime.now(UTC))._replace(callback_endpoint_id=callback_id)
    _write(tenant_id, [(job, request)])
    return Accepted(job.id, job.status)
