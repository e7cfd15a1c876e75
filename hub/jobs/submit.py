"""Submitting jobs: checked, numbered, and kept once for each Idempotency-Key."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import endpoints
from hub.idempotency import keep
from hub.jobs import after, batches, operations
from hub.jobs.accept import JobRequest, write
from hub.jobs.batches import BatchRequest
from hub.jobs.lifecycle import JobRow
from hub.rules.errors import HubError
from hub.rules.progress import NEVER
from hub.rules.status import JobStatus

CONNECTION = "SELECT connector FROM connection WHERE id = %s AND tenant_id = %s AND deleted_at IS NULL"
# A connection's connector never changes; that it was deleted may be noticed this much later, and the job then fails.
CONNECTION_KEPT_S = 5.0

_connectors: dict[tuple[UUID, UUID], tuple[str, float]] = {}


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
    job = prepare(tenant_id, request, now=datetime.now(UTC))
    if key is None:
        write(tenant_id, [(job, request)])
        return Accepted(job.id, job.status)
    answer = {"id": str(job.id), "status": job.status}
    with transaction.atomic():
        first = keep.claim(tenant_id, scope=key.scope, key=key.key, hashed=key.hashed, answer=answer)
        if first is None:
            write(tenant_id, [(job, request)])
            return Accepted(job.id, job.status)
    return Accepted(UUID(first["id"]), first["status"], replayed=True)


@dataclass(frozen=True, slots=True)
class Many:
    """A result for each request. replayed: all of it is a first answer again."""

    results: list[Accepted | HubError]
    batch_id: UUID | None = None
    replayed: bool = False


def submit_many(
    tenant_id: UUID,
    requests: Sequence[JobRequest],
    *,
    key: IdempotencyKey | None = None,
    batch: BatchRequest | None = None,
) -> Many:
    """Accept those that are valid, in one transaction, as part of a batch if one is named.

    Errors: `idempotency_key_reused`; `not_found` and `batch_closed` for the batch.
    """
    results, valid = _sorted_out(tenant_id, requests)
    if key is None and batch is None:
        write(tenant_id, valid)
        return Many(results)
    with transaction.atomic():
        batch_id = None
        if batch is not None:
            batch_id = batches.join(tenant_id, batch, accepted=len(valid), refused=len(results) - len(valid))
        if key is not None:
            answer = {
                "items": [_remember(result) for result in results],
                "batch_id": str(batch_id) if batch_id else None,
            }
            first = keep.claim(tenant_id, scope=key.scope, key=key.key, hashed=key.hashed, answer=answer)
            if first is not None:
                transaction.set_rollback(True)
                return _first(first)
        write(tenant_id, valid, batch_id=batch_id)
    return Many(results, batch_id)


def _sorted_out(
    tenant_id: UUID, requests: Sequence[JobRequest]
) -> tuple[list[Accepted | HubError], list[tuple[JobRow, JobRequest]]]:
    """A result for each request, and the jobs that are to be written."""
    now = datetime.now(UTC)
    unknown = after.unknown(tenant_id, {after_id for request in requests for after_id in request.after})
    results: list[Accepted | HubError] = []
    valid: list[tuple[JobRow, JobRequest]] = []
    for request in requests:
        try:
            after.require_known(request.after, unknown)
            job = prepare(tenant_id, request, now=now)
        except HubError as error:
            results.append(error)
        else:
            results.append(Accepted(job.id, job.status))
            valid.append((job, request))
    return results, valid


def _first(answer: dict[str, Any]) -> Many:
    batch_id = answer.get("batch_id")
    results = [_recall(item) for item in answer["items"]]
    return Many(results, UUID(batch_id) if batch_id else None, replayed=True)


def _remember(result: Accepted | HubError) -> dict[str, Any]:
    if isinstance(result, Accepted):
        return {"id": str(result.id), "status": result.status}
    return {"code": result.code, "detail": result.detail, "field": result.field, "extra": result.extra}


def _recall(item: dict[str, Any]) -> Accepted | HubError:
    if "id" in item:
        return Accepted(UUID(item["id"]), item["status"], replayed=True)
    return HubError(item["code"], item["detail"], field=item["field"], extra=item["extra"])


def prepare(tenant_id: UUID, request: JobRequest, *, now: datetime) -> JobRow:
    """The job that a request makes; nothing is written. Errors: as `submit`."""
    connector = _connector_of(tenant_id, request.connection_id)
    given = operations.validate(connector, request.connection_id, request.operation, request.input)
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
        status=JobStatus.SCHEDULED if later or request.after else JobStatus.QUEUED,
        priority=request.priority,
        due_at=NEVER if request.after else request.run_at if later and request.run_at else now,
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
        concurrency_key=request.concurrency_key,
        concurrency_limit=request.concurrency_limit,
        gate="after" if request.after else None,
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
