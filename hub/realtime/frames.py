"""The frames of `hub.v1` (docs/realtime.md) as text: a client's, checked, and those that clients are sent."""

import json
from typing import Annotated

from pydantic import BaseModel, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from hub.realtime.item import Item
from hub.realtime.protocol import SID_MAX, ClientFrame, ErrorFrame, LaggedFrame
from hub.rules import cursor
from hub.rules.cursor import Position
from hub.rules.errors import HubError

PING = '{"op":"ping"}'
PONG = '{"op":"pong"}'

_CLIENT: TypeAdapter[ClientFrame] = TypeAdapter(Annotated[ClientFrame, Field(discriminator="op")])


def parse(text: str) -> ClientFrame:
    """A client's frame; members that it does not have are ignored. HubError `bad_frame`."""
    try:
        return _CLIENT.validate_json(text, strict=True)
    except ValidationError as error:
        raise _bad(error.errors(include_url=False, include_context=False)[0]) from None


def _bad(first: ErrorDetails) -> HubError:
    path = first["loc"][1:]
    if first["type"].startswith("union_tag"):
        return HubError("bad_frame", "`op` is one of auth, subscribe, unsubscribe, ping, pong.", field="op")
    if not path:
        return HubError("bad_frame", "A frame is a JSON object.")
    name = str(path[0])
    rule = f"has 1 to {SID_MAX} characters" if first["type"].startswith("string_too") else "must be a text"
    return HubError("bad_frame", f"`{name}` {rule}.", field=name)


def text_of(frame: BaseModel) -> str:
    """A frame as compact JSON."""
    return frame.model_dump_json()


def error(code: str, detail: str, sid: str | None = None) -> str:
    """An `error` frame; sid: when it is about a subscription. ValidationError for a code that is not in the protocol."""
    told = ErrorFrame.model_validate({"op": "error", "code": code, "detail": detail, "sid": sid})
    return told.model_dump_json(exclude_none=True)


class SocketFraming:
    """Events of one subscription as frames."""

    __slots__ = ("_head", "sid")

    def __init__(self, sid: str) -> None:
        self.sid = sid
        self._head = f'{{"op":"event","sid":{json.dumps(sid)},'

    def event(self, item: Item) -> str:
        """An EventFrame, put together around the text that all clients share."""
        return self._head + item.members

    def lagged(self, position: Position) -> str:
        """A LaggedFrame."""
        return text_of(LaggedFrame(op="lagged", sid=self.sid, cursor=cursor.encode(position)))
