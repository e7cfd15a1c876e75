"""Writing accepted jobs: one statement for them, their events and what endpoints are owed; then the drain is woken."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from hub import db
from hub.delivery import outbox
from hub.jobs import after
from hub.jobs.after import AfterPolicy
from hub.jobs.lifecycle import JobRow, event_of, release_waiting, wake
from hub.rules.status import JobStatus

ACCEPT = f"""
WITH {outbox.APPEND_AND_FAN_OUT}, jobs AS (
    INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, run_at,
        expires_at, timeout_s, max_runs, tags, metadata, callback_endpoint_id, version, tried, finds, retry_of, created_at,
        concurrency_key, concurrency_limit, gate, after_policy, batch_id, schedule_id)
    SELECT id, %(tenant)s, connection_id, connector, operation, input::jsonb, status, priority, due_at, run_at,
        expires_at, timeout_s, max_runs, string_to_array(tags, E'\\x1f'), metadata::jsonb, callback_id, 1, 0, 0, retry_of,
        %(now)s, concurrency_key, concurrency_limit, gate, after_policy, batch_id, schedule_id
    FROM unnest(%(ids)b::uuid[], %(connections)b::uuid[], %(connectors)b::text[], %(operations)b::text[],
        %(inputs)b::text[], %(statuses)b::text[], %(priorities)b::smallint[], %(dues)b::timestamptz[],
        %(run_ats)b::timestamptz[], %(expires)b::timestamptz[], %(timeouts)b::float8[], %(max_runs)b::smallint[],
        %(tags)b::text[], %(metadata)b::text[], %(callbacks)b::uuid[], %(retries)b::uuid[], %(keys)b::text[],
        %(limits)b::smallint[], %(gates)b::text[], %(policies)b::text[], %(batches)b::uuid[], %(schedules)b::uuid[])
        AS j(id, connection_id, connector, operation, input, status, priority, due_at, run_at, expires_at, timeout_s,
             max_runs, tags, metadata, callback_id, retry_of, concurrency_key, concurrency_limit, gate, after_policy,
             batch_id, schedule_id)
)
SELECT DISTINCT lane_id FROM owed WHERE status = 'pending'
"""
ACCEPT_ONE = db.for_one(ACCEPT)


@dataclass(frozen=True, slots=True)
class JobRequest:
    """A job as a client asks for it. priority: 0 first to 9 last. max_runs: calls before it fails for good.

    concurrency_limit: of the tenant's jobs with the same key, so many are under way at once. after: jobs to wait for.
    """

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
    concurrency_key: str | None = None
    concurrency_limit: int = 1
    after: tuple[UUID, ...] = ()
    after_policy: AfterPolicy = AfterPolicy.CANCEL
    schedule_id: UUID | None = None


def write(tenant_id: UUID, accepted: Sequence[tuple[JobRow, JobRequest]], *, batch_id: UUID | None = None) -> None:
    """Write prepared jobs with their events, and wake the drain."""
    waits = {job.id: request.after for job, request in accepted if request.after}
    if not waits:
        _insert(tenant_id, accepted, batch_id=batch_id)
        return
    with transaction.atomic():
        after.wait_for(tenant_id, waits)
        _insert(tenant_id, accepted, batch_id=batch_id)
        # Some of what they wait for may have ended before.
        release_waiting(list(waits))


def _insert(tenant_id: UUID, accepted: Sequence[tuple[JobRow, JobRequest]], *, batch_id: UUID | None) -> None:
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
        "keys": [job.concurrency_key for job in jobs],
        "limits": [job.concurrency_limit for job in jobs],
        "gates": [job.gate for job in jobs],
        "policies": [str(request.after_policy) if request.after else None for request in requests],
        "batches": [batch_id] * len(jobs),
        "schedules": [request.schedule_id for request in requests],
    }
    found = db.rows(ACCEPT_ONE, db.only(params)) if len(jobs) == 1 else db.rows(ACCEPT, params)
    lanes = [row[0] for row in found]
    outbox.announce(events, lanes)
    wake(list({job.connection_id for job in jobs if job.status == JobStatus.QUEUED}))
