"""The AsyncAPI document's part about plain HTTP: server-sent events and long protocol."""

from typing import Any

from hub.realtime import protocol
from hub.rules.problem import MEDIA_TYPE

TEXT = {"type": "string"}
AFTER = {**TEXT, "description": "a cursor; left out: from now on", "examples": [protocol.CURSOR]}
TYPES = {**TEXT, "description": "event types and prefixes, comma separated", "examples": ["job.succeeded,replay.*"]}
TOPIC = {**TEXT, "default": "tenant", "examples": ["tag:orders"]}
SSE_QUERY = {"after": AFTER, "types": TYPES, "topic": TOPIC}
POLL_QUERY = {
    **SSE_QUERY,
    "wait": {"type": "integer", "minimum": 0, "maximum": protocol.WAIT_MAX_S, "default": protocol.WAIT_S},
    "limit": {"type": "integer", "minimum": 1, "maximum": protocol.LIMIT_MAX, "default": protocol.LIMIT},
}
PROBLEM = f"Errors are `{MEDIA_TYPE}` (RFC 9457) as in the OpenAPI document; 429 and 503 carry Retry-After."
CURSOR_ONLY = {"cursor": protocol.CURSOR}
# Named events of the SSE stream; one without a name is an event of the log.
NAMED = {
    "ready": ("SseReady", {"recovered": False, "snapshot": None}),
    "lagged": ("SseLagged", CURSOR_ONLY),
    "closing": ("SseClosing", {"reconnect_after_ms": 1830}),
}


def _channel(address: str, messages: list[str], description: str) -> dict[str, Any]:
    return {
        "address": address,
        "description": f"{description} {PROBLEM}",
        "servers": [{"$ref": "#/servers/http"}],
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
    }


def _message(schema: str, example: Any, content_type: str, summary: str) -> dict[str, Any]:
    return {
        "summary": summary,
        "contentType": content_type,
        "payload": {"$ref": f"#/components/schemas/{schema}"},
        "examples": [{"payload": example}],
    }


def _operation(channel: str, messages: list[str], query: dict[str, Any]) -> dict[str, Any]:
    return {
        "action": "send",
        "channel": {"$ref": f"#/channels/{channel}"},
        "messages": [{"$ref": f"#/channels/{channel}/messages/{name}"} for name in messages],
        "bindings": {
            "http": {"method": "GET", "query": {"type": "object", "properties": query}, "bindingVersion": "0.3.0"}
        },
    }


SSE_MESSAGES = ["sse_event", *(f"sse_{name}" for name in NAMED)]
HTTP_CHANNELS = {
    "sse": _channel(
        "/stream/v1/sse",
        SSE_MESSAGES,
        f"Server-sent events; `id` is the cursor, `Last-Event-ID` resumes behind it. A comment every {protocol.PING_S:.0f} s.",
    ),
    "poll": _channel(
        "/stream/v1/events", ["poll_answer"], "Long polling: answers with the first events after the cursor."
    ),
}
HTTP_MESSAGES = {
    "sse_event": _message("LogEvent", protocol.EVENT, "text/event-stream", "The data of an event without a name."),
    **{
        f"sse_{name}": _message(schema, example, "text/event-stream", f"The data of the event `{name}`.")
        for name, (schema, example) in NAMED.items()
    },
    "poll_answer": _message(
        "PollAnswer", {"data": [protocol.EVENT], "next_cursor": protocol.CURSOR}, "application/json", "What was found."
    ),
}
HTTP_OPERATIONS = {
    "send_sse": _operation("sse", SSE_MESSAGES, SSE_QUERY),
    "send_poll_answer": _operation("poll", ["poll_answer"], POLL_QUERY),
}
