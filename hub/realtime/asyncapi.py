"""The AsyncAPI 3 document of the stream, made from hub/realtime/protocol.py.

`python -m hub.realtime.asyncapi > docs/asyncapi.json`. Source of its form: https://www.asyncapi.com/docs/reference/specification/v3.0.0
"""

import json
import sys
from functools import cache
from typing import Any, get_args
from urllib.parse import urlsplit

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from hub.realtime import protocol
from hub.realtime.asyncapi_http import HTTP_CHANNELS, HTTP_MESSAGES, HTTP_OPERATIONS
from hub.realtime.protocol import CLOSE_CODES, ClientFrame, ServerFrame

SCHEMAS = "#/components/schemas/"
# What a client may get in return; everything may also be answered by `error`.
ANSWERS = {"auth": "ready", "subscribe": "subscribed", "ping": "pong"}
DESCRIPTION = """\
The tenant's event log as it grows. docs/realtime.md explains it; tickets come from `POST /api/v1/tickets` of the OpenAPI
document, whose webhooks section also describes `data` of each event type. Ignore members and frames that you do not know."""


def document(stream_url: str) -> dict[str, Any]:
    """The document. stream_url: where clients reach the realtime plane, http or https."""
    return {
        "asyncapi": "3.0.0",
        "info": {"title": "Hub stream", "version": "1", "description": DESCRIPTION},
        "defaultContentType": "application/json",
        "servers": _servers(stream_url),
        "channels": {"socket": _socket(), **HTTP_CHANNELS},
        "operations": {**_operations(), **HTTP_OPERATIONS},
        "components": {
            "schemas": schemas(),
            "messages": {**_messages(), **HTTP_MESSAGES},
            "securitySchemes": {
                "bearer": {"type": "http", "scheme": "bearer", "description": "a ticket or an API key (`hub_sk_…`)"}
            },
        },
    }


@cache
def schemas() -> dict[str, Any]:
    """Name → JSON Schema of every frame and body, with `ClientFrame` and `ServerFrame` as unions told apart by `op`."""
    models = [one for one in vars(protocol).values() if isinstance(one, type) and issubclass(one, BaseModel)]
    public = [(one, "validation") for one in models if not one.__name__.startswith("_") and one is not BaseModel]
    found = models_json_schema(public, ref_template=SCHEMAS + "{model}")[1]["$defs"]  # type: ignore[arg-type]
    unions = {"ClientFrame": _union(ClientFrame), "ServerFrame": _union(ServerFrame)}
    return {name: _plain(schema) for name, schema in sorted((found | unions).items())}


def op_of(frame: type[BaseModel]) -> str:
    """The value of `op` in this kind of frame."""
    (op,) = get_args(frame.model_fields["op"].annotation)
    return op


def _union(union: Any) -> dict[str, Any]:
    return {"discriminator": "op", "oneOf": [{"$ref": SCHEMAS + one.__name__} for one in get_args(union)]}


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Without pydantic's titles, which only repeat names."""
    members = {
        name: {key: value for key, value in member.items() if key != "title"}
        for name, member in schema.get("properties", {}).items()
    }
    kept = {key: value for key, value in schema.items() if key != "title"}
    return {**kept, "properties": members} if members else kept


def _servers(stream_url: str) -> dict[str, Any]:
    url = urlsplit(stream_url)
    secure = url.scheme == "https"
    path = {"pathname": url.path} if url.path.strip("/") else {}
    return {
        "socket": {"host": url.netloc, "protocol": "wss" if secure else "ws", **path},
        "http": {
            "host": url.netloc,
            "protocol": url.scheme,
            "security": [{"$ref": "#/components/securitySchemes/bearer"}],
            **path,
        },
    }


def _socket() -> dict[str, Any]:
    codes = "".join(f"\n- {code}: {meaning}" for code, meaning in CLOSE_CODES.items())
    return {
        "address": "/ws/v1",
        "title": "hub.v1",
        "description": f"WebSocket, subprotocol `{protocol.SUBPROTOCOL}`; each frame is one text message. Close codes:{codes}",
        "servers": [{"$ref": "#/servers/socket"}],
        "messages": {op: {"$ref": f"#/components/messages/{op}"} for op in _frames()},
        "bindings": {"ws": {"method": "GET", "bindingVersion": "0.1.0"}},
        "x-subprotocol": protocol.SUBPROTOCOL,
        "x-close-codes": {str(code): meaning for code, meaning in CLOSE_CODES.items()},
    }


def _frames() -> dict[str, type[BaseModel]]:
    return {op_of(one): one for one in (*get_args(ClientFrame), *get_args(ServerFrame))}


def _messages() -> dict[str, Any]:
    return {
        op: {
            "name": op,
            "summary": frame.__doc__,
            "payload": {"$ref": SCHEMAS + frame.__name__},
            "examples": [{"payload": example_of(frame)}],
        }
        for op, frame in _frames().items()
    }


def example_of(frame: type[BaseModel]) -> dict[str, Any]:
    """A frame made of its members' examples."""
    schema = schemas()[frame.__name__]
    if "examples" in schema:
        return schema["examples"][0]
    told = {"recovered": False, "snapshot": protocol.JOB, "code": "not_found"}
    return {
        name: member["const"] if "const" in member else told[name] if name in told else member["examples"][0]
        for name, member in schema["properties"].items()
    }


def _operations() -> dict[str, Any]:
    """From the hub's side: it receives what clients send."""
    received = {f"receive_{op}": _operation("receive", op) for op in map(op_of, get_args(ClientFrame))}
    sent = {f"send_{op}": _operation("send", op) for op in map(op_of, get_args(ServerFrame))}
    return received | sent


def _operation(action: str, op: str) -> dict[str, Any]:
    channel = {"$ref": "#/channels/socket"}
    made = {"action": action, "channel": channel, "messages": [{"$ref": f"#/channels/socket/messages/{op}"}]}
    if action == "receive" and op in ANSWERS:
        answers = [{"$ref": f"#/channels/socket/messages/{one}"} for one in (ANSWERS[op], "error")]
        made["reply"] = {"channel": channel, "messages": answers}
    return made


if __name__ == "__main__":
    # Nobody's installation in particular: the address is one of those that are kept for documents.
    json.dump(document("https://hub.example"), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
