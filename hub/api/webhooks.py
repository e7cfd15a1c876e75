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
    "job.progress": "A running operation told how far it is: at most about once a second.",
    "job.resolved": "A person said what became of a call whose answer was lost; the state that follows is an event of its own.",
}
# Of events that are not about a new state: the states that a job may be in then.
STATES = {
    "job.progress": ["running", "waiting", "queued", "retrying", "reconciling"],
    "job.resolved": ["succeeded", "failed", "retrying"],
}
TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
COUNT = {"type": "integer", "minimum": 0}
MAYBE_NUMBER = {"type": ["number", "null"]}
ABOUT_ENDPOINT = {"endpoint_id": id_schema("endpoint"), "url": TEXT}
DEAD = {
    "id": id_schema("delivery"),
    "event_id": id_schema("event"),
    "event_type": TEXT,
    "attempts": COUNT,
    "status_code": {"type": ["integer", "null"]},
    "reason": TEXT,
}
REPLAY = {
    "id": id_schema("replay"),
    "state": TEXT,
    "reason": TEXT,
    "requested_by": TEXT,
    **dict.fromkeys(("total", "pending", "delivered", "dead", "cancelled", "skipped"), COUNT),
    "per_s": MAYBE_NUMBER,
    "eta_s": MAYBE_NUMBER,
}
ABOUT_CONNECTION = {"connection_id": id_schema("connection"), "name": TEXT, "connector": TEXT}
BULK = {
    "id": id_schema("bulk"),
    **dict.fromkeys(("action", "state", "reason", "requested_by"), TEXT),
    **dict.fromkeys(("total", "done", "skipped"), COUNT),
}
# Type: (meaning, members of `data`).
OPERATIONAL_EVENTS: dict[str, tuple[str, dict[str, Any]]] = {
    "endpoint.failing": (
        "An endpoint does nothing but fail; how much of the time until it is disabled is over.",
        {
            **ABOUT_ENDPOINT,
            "failing_since": {"type": "string", "format": "date-time"},
            "percent": COUNT,
            "disabled_at": {"type": ["string", "null"], "format": "date-time"},
            "owner_email": MAYBE_TEXT,
        },
    ),
    "endpoint.disabled": (
        "An endpoint takes nothing any more; what it is owed is held.",
        {**ABOUT_ENDPOINT, "reason": TEXT, "owner_email": MAYBE_TEXT},
    ),
    "delivery.dead": (
        "Deliveries to one endpoint have used up their attempts.",
        {
            "endpoint_id": {**id_schema("endpoint"), "type": ["string", "null"]},
            "url": TEXT,
            "deliveries": {
                "type": "array",
                "items": {"type": "object", "required": list(DEAD), "properties": DEAD},
            },
        },
    ),
    "replay.started": ("A replay begins to deliver.", REPLAY),
    "replay.progress": ("A replay has come further, or was steered.", REPLAY),
    "replay.finished": ("A replay is over.", REPLAY),
    "batch.finished": (
        "All jobs of a batch have ended; how many in which state.",
        {
            "id": id_schema("batch"),
            "tags": {"type": "array", "items": TEXT},
            "metadata": {"type": "object"},
            **dict.fromkeys(("total", "refused"), COUNT),
            "counts": {"type": "object", "additionalProperties": COUNT},
            "created_at": {"type": "string", "format": "date-time"},
            "finished_at": {"type": "string", "format": "date-time"},
        },
    ),
    "schedule.refused": (
        "A schedule's time came, and its job could not be made.",
        {
            "id": id_schema("schedule"),
            "name": TEXT,
            "fire_at": {"type": "string", "format": "date-time"},
            "reason": TEXT,
        },
    ),
    "connection.broken": (
        "A system accepts a connection's credentials no more: its jobs wait until it is reconnected.",
        {**ABOUT_CONNECTION, "error": {"type": "object", "description": "category, message and the system's own code"}},
    ),
    "connection.expiring": (
        "A connection's consent ends within a week, or has ended, and only a person can renew it.",
        {
            **ABOUT_CONNECTION,
            "expires_at": {"type": "string", "format": "date-time"},
            "expired": {"type": "boolean"},
        },
    ),
    "bulk.progress": ("Another tenth of many jobs was retried or cancelled.", BULK),
    "bulk.finished": ("Retrying or cancelling many jobs is over.", BULK),
    "hub.test": ("Somebody asked for a test.", {"endpoint_id": id_schema("endpoint"), "message": TEXT}),
}
HEADERS = {
    "webhook-id": "the event's id, the same on every attempt: drop what you have seen",
    "webhook-timestamp": "seconds since 1970; refuse what is older than five minutes",
    "webhook-signature": "`v1,<base64>` HMAC-SHA256 of `id.timestamp.body`, one per live secret, separated by spaces",
}


def own_types() -> dict[str, tuple[str, dict[str, Any]]]:
    """The hub's own types of events: (meaning, JSON Schema of `data`)."""
    jobs = {event_type: (meaning, _job(event_type)) for event_type, meaning in JOB_EVENTS.items()}
    others = {name: (meaning, _object(members)) for name, (meaning, members) in OPERATIONAL_EVENTS.items()}
    return jobs | others


def webhooks() -> dict[str, Any]:
    """OpenAPI 3.1 `webhooks`: one path item for each of the hub's own event types."""
    return {name: receive(name, meaning, data) for name, (meaning, data) in own_types().items()}


def receive(
    event_type: str, meaning: str, data: dict[str, Any], *, examples: list[Any] | None = None, deprecated: bool = False
) -> dict[str, Any]:
    """The path item of one type. data: JSON Schema; with references of its own it needs an `$id`. examples: of `data`."""
    body: dict[str, Any] = {"schema": _body(event_type, data)}
    if examples:
        at = "2026-01-02T03:04:05.678901Z"
        named = {"type": event_type, "timestamp": at}
        body["examples"] = {str(n): {"value": {**named, "data": each}} for n, each in enumerate(examples, 1)}
    return {
        "post": {
            "operationId": f"on_{event_type.replace('.', '_')}",
            "summary": meaning or event_type,
            "tags": ["events"],
            "deprecated": deprecated,
            "security": [],
            "parameters": [
                {"in": "header", "name": name, "required": True, "description": use, "schema": {"type": "string"}}
                for name, use in HEADERS.items()
            ],
            "requestBody": {"required": True, "content": {"application/json": body}},
            "responses": {"2XX": {"description": "Delivered. Anything else, redirects too, is tried again."}},
        }
    }


def _object(members: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(members), "properties": members}


def _job(event_type: str) -> dict[str, Any]:
    """The job in events (lifecycle.public_job): without its input, which receivers may have no business with."""
    instant = {"type": "string", "format": "date-time"}
    properties: dict[str, Any] = {
        "id": id_schema("job"),
        "status": {"enum": STATES.get(event_type, [event_type.removeprefix("job.")])},
        "version": {"type": "integer", "description": "higher is newer: drop what comes late"},
        "connection_id": id_schema("connection"),
        "connector": {"type": "string"},
        "operation": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "metadata": {"type": "object"},
        "runs": {"type": "integer"},
        "progress": {
            "type": ["object", "null"],
            "properties": {"fraction": MAYBE_NUMBER, "message": TEXT, "at": instant},
        },
        "output": {"type": ["object", "null"]},
        "error": {"type": ["object", "null"]},
        "created_at": instant,
        "started_at": instant | {"type": ["string", "null"]},
        "finished_at": instant | {"type": ["string", "null"]},
    }
    if event_type == "job.resolved":
        properties["resolution"] = _object({"decision": TEXT, "by": TEXT, "reason": TEXT})
    return _object(properties)


def _body(event_type: str, data: dict[str, Any]) -> dict[str, Any]:
    instant = {"type": "string", "format": "date-time"}
    return _object({"type": {"const": event_type}, "timestamp": instant, "data": data})
