"""Applying a source's mappings to what it published: after the answer, at a sweep that a hint hurries.

What a mapping has done for an event is claimed in the transaction that does it, so a second look, a repeat or a replay finds
it done. What goes wrong is written on the request, for people to see and to replay once it is right.
"""

import json
import time
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, NamedTuple
from uuid import UUID

import structlog
from django.db import OperationalError, transaction

from hub import db
from hub.delivery import payload_filters
from hub.delivery.alone import alone
from hub.inbound import hints
from hub.inbound.keeping import Mapping as MappingState
from hub.inbound.models import Source
from hub.jobs import callbacks, connections, submit
from hub.jobs.submit import JobRequest
from hub.rules.callbacks import understand
from hub.rules.errors import HubError
from hub.rules.ids import parse_id, public_id
from hub.rules.inbound import mapping as rules
from hub.rules.inbound.mapping import Answering, Mapping
from hub.rules.status import JOB_FINAL

log = structlog.get_logger()

# The sweeps of jobs and deliveries wait in the same queue.
BUDGET_S = 1.5
MAPPING = 0x68756210
BATCH = 100
MOST = 20

PENDING = """
SELECT id, source_id, event_ids, event_keys FROM inbound_request WHERE mapping = 'pending' AND id > %s ORDER BY id LIMIT %s
"""
EVENTS = "SELECT id, type, body FROM event WHERE id = ANY(%s)"
CLAIM = """
INSERT INTO inbound_done (source_id, mapping, key, tenant_id) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING true
"""
TAGGED = "SELECT id FROM job WHERE tenant_id = %s AND tags @> %s::text[] AND tags <> '{}' AND status <> ALL(%s) LIMIT 2"
DONE = "SELECT job_id FROM inbound_done WHERE source_id = %s AND mapping = %s AND key = %s"
NAME_JOB = "UPDATE inbound_done SET job_id = %s WHERE source_id = %s AND mapping = %s AND key = %s"
SETTLE = "UPDATE inbound_request SET mapping = %s, outcomes = %s::jsonb WHERE id = %s AND mapping = 'pending'"


class Event(NamedTuple):
    """An event that a request became. key: what its sender knows it by, hashed."""

    id: UUID
    type: str
    data: dict[str, Any]
    key: bytes


def check(tenant_id: UUID, mappings: list[Mapping]) -> None:
    """Raise HubError naming `mappings.<n>.…`.

    `invalid_mapping`, `invalid_event_type`, `invalid_pointer`, `invalid_filter`, `costly_filter`; `not_found` (connection).
    """
    names = [mapping.name for mapping in mappings]
    for place, mapping in enumerate(mappings):
        field = f"mappings.{place}"
        rules.check(mapping, field=field)
        if mapping.name in names[:place]:
            raise HubError("invalid_mapping", "Another mapping has this name.", field=f"{field}.name")
        if mapping.filter is not None:
            payload_filters.check(mapping.filter, field=f"{field}.filter")
        if mapping.answer is None:
            _check_connection(tenant_id, mapping.connection_id, field=f"{field}.connection_id")


def _check_connection(tenant_id: UUID, connection_id: str, *, field: str) -> None:
    try:
        connections.get(tenant_id, UUID(connection_id))
    except HubError as error:
        raise HubError(error.code, error.detail, field=field) from error


def stored(mappings: Sequence[Mapping]) -> list[dict[str, Any]]:
    """As `of` reads them."""
    return [asdict(mapping) for mapping in mappings]


def of(source: Source) -> list[Mapping]:
    """The source's mappings in their order."""
    return [_mapping(one) for one in source.mappings]


def _mapping(one: dict[str, Any]) -> Mapping:
    answer = one["answer"]
    if answer is not None:
        lists = {name: tuple(answer[name]) for name in ("succeeded", "failed", "progress")}
        answer = Answering(**{**answer, **lists})
    return Mapping(**{**one, "tags": tuple(one["tags"]), "answer": answer})


def work_off(*, budget_s: float = BUDGET_S) -> int:
    """Apply what is pending, oldest first, for that long; how many requests. Nothing while another process is at it."""
    with alone(MAPPING) as mine:
        return _work_off(time.monotonic() + budget_s) if mine else 0


def _work_off(deadline: float) -> int:
    after, settled = UUID(int=0), 0
    while page := db.rows(PENDING, (after, BATCH)):
        for request_id, source_id, event_ids, event_keys in page:
            if time.monotonic() > deadline:
                hints.ask()
                return settled
            after = request_id
            _settle(request_id, source_id, dict(zip(event_ids, event_keys, strict=True)))
            settled += 1
    return settled


def _settle(request_id: UUID, source_id: UUID, keys: dict[UUID, bytes]) -> None:
    try:
        source = Source.objects.get(id=source_id)
        events = [
            Event(row[0], row[1], json.loads(bytes(row[2]))["data"], bytes(keys[row[0]]))
            for row in db.rows(EVENTS, (list(keys),))
        ]
        outcomes = [_outcome(source, mapping, event) for event in sorted(events) for mapping in of(source)]
    except OperationalError:
        raise
    except Exception:  # a fault of ours in one request must not keep all others waiting for ever
        log.exception("source.mapping_broke", request=str(request_id))
        outcomes = [{"result": "failed", "code": "internal", "detail": "Something went wrong on our side."}]
    found = [outcome for outcome in outcomes if outcome is not None]
    failed = any(outcome["result"] == "failed" for outcome in found)
    db.execute(SETTLE, (MappingState.FAILED if failed else MappingState.DONE, json.dumps(found), request_id))
    log.info("source.mapped", source=str(source_id), request=str(request_id), failed=failed, outcomes=len(found))


def _outcome(source: Source, mapping: Mapping, event: Event) -> dict[str, Any] | None:
    """What the mapping did for the event, None when it is not for it."""
    said = {"mapping": mapping.name, "event_id": public_id("event", event.id)}
    try:
        if not rules.matches(mapping, source.name, event.type):
            return None
        if mapping.filter and not payload_filters.try_on_event(source.tenant_id, mapping.filter, event.id).matches:
            return None
        return {**said, **_apply(source, mapping, event)}
    except HubError as error:
        failure = {"result": "failed", "code": error.code, "detail": error.detail, "field": error.field}
        return {**said, **failure}


def _apply(source: Source, mapping: Mapping, event: Event) -> dict[str, Any]:
    claim = (source.id, mapping.name, event.key)
    with transaction.atomic():
        if db.row(CLAIM, (*claim, source.tenant_id)) is None:
            first = db.row(DONE, claim)
            job_id = first[0] if first else None
            return {"result": "done_before", "job_id": public_id("job", job_id) if job_id else None}
        result, job_id = _answer(source, mapping.answer, event) if mapping.answer else _start(source, mapping, event)
        db.execute(NAME_JOB, (job_id, *claim))
    return {"result": result, "job_id": public_id("job", job_id)}


def _start(source: Source, mapping: Mapping, event: Event) -> tuple[str, UUID]:
    request = JobRequest(
        connection_id=UUID(mapping.connection_id),
        operation=mapping.operation,
        input=rules.render(mapping.input or {}, event.data, place="input"),
        tags=mapping.tags,
        metadata={"source_id": public_id("source", source.id), "event_id": public_id("event", event.id)},
    )
    return "job_started", submit.submit(source.tenant_id, request).id


def _answer(source: Source, answering: Answering, event: Event) -> tuple[str, UUID]:
    """What became of the answer, e.g. `answer_accepted`, `answer_late`; the job keeps each as evidence."""
    job_id = _job(source.tenant_id, str(rules.render(answering.job, event.data, place="answer.job")))
    understood = understand(answering.terms, event.data)
    if understood is None:
        raise HubError(
            "unknown_outcome", "The event's outcome is none that the mapping names.", field="answer.outcome_pointer"
        )
    body = json.dumps(event.data["payload"]).encode()
    came = callbacks.Came(via=f"source:{source.name}", body=body, content_type="application/json")
    return f"answer_{callbacks.answer(source.tenant_id, job_id, understood, came)}", job_id


def _job(tenant_id: UUID, named: str) -> UUID:
    """The job with that id, or the only open one with that tag. Errors: `not_found`, `ambiguous`."""
    job_id = parse_id("job", named)
    if job_id is not None:
        return job_id
    found = db.rows(TAGGED, (tenant_id, [named], sorted(JOB_FINAL)))
    if len(found) > 1:
        raise HubError("ambiguous", "More than one open job has this tag.", field="answer.job")
    if not found:
        raise HubError("not_found", "No open job has this tag.", field="answer.job")
    return found[0][0]
