"""The `webhooks` section of the OpenAPI document: what an endpoint receives."""

from typing import Any

from hub.api.schemas import id_schema

JOB_EVENTS = {
    "job.scheduled": "A job was accepted and waits for its time.",
    "job.queued": "A job was accepted and waits for its connection.",
    "job.running": "A run of the job has begun.",
    "job.retrying": "A run failed in a way that may pass; the job waits for its next run.",
    "job.waiting": "The job waits for the outside system to call back.",
    "job.reconciling": "A write's answer was lost; the hub looks for its effect before it does anything again.",
    "job.succeeded": "The operation was done; `data.output` holds its result.",
    "job.failed": "The operation will not be done; `data.error` says why.",
    "job.cancelled": "Somebody cancelled the job.",
    "job.expired": "The job was not done before `expires_at`.",
}
HEADERS = {
    "webhook-id": "the event's id, the same on every attempt: drop what you have seen",
    "webhook-timestamp": "seconds since 1970; refuse what is older than five minutes",
    "webhook-signature": "`v1,<base64>` HMAC-SHA256 of `id.timestamp.body`, one per live secret, separated by spaces",
}


def webhooks() -> dict[str, Any]:
    """OpenAPI 3.1 `webhooks`: one path item per event type of jobs."""
    return {event_type: {"post": _receive(event_type, meaning)} for event_type, meaning in JOB_EVENTS.items()}


def _receive(event_type: str, meaning: str) -> dict[str, Any]:
    return {
        "operationId": f"on_{event_type.replace('.', '_')}",
        "summary": meaning,
        "tags": ["events"],
        "security": [],
        "parameters": [
            {"in": "header", "name": name, "required": True, "description": use, "schema": {"type": "string"}}
            for name, use in HEADERS.items()
        ],
        "requestBody": {"required": True, "content": {"application/json": {"schema": _body(event_type)}}},
        "responses": {"2XX": {"description": "Delivered. Anything else, redirects too, is tried again."}},
    }


def _job(event_type: str) -> dict[str, Any]:
    """The job in events (lifecycle.public_job): without its input, which receivers may have no business with."""
    instant = {"type": "string", "format": "date-time"}
    properties: dict[str, Any] = {
        "id": id_schema("job"),
        "status": {"const": event_type.removeprefix("job.")},
        "version": {"type": "integer", "description": "higher is newer: drop what comes late"},
        "connection_id": id_schema("connection"),
        "connector": {"type": "string"},
        "operation": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "metadata": {"type": "object"},
        "runs": {"type": "integer"},
        "output": {"type": ["object", "null"]},
        "error": {"type": ["object", "null"]},
        "created_at": instant,
        "started_at": instant | {"type": ["string", "null"]},
        "finished_at": instant | {"type": ["string", "null"]},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _body(event_type: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": event_type},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": _job(event_type),
        },
    }
