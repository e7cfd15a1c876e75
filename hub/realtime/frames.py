"""The frames of `hub.v1` (docs/realtime.md): what clients may send, checked, and what they are sent, as text."""

import json
from datetime import UTC, datetime
from typing import Any

from hub.realtime.item import Item
from hub.rules import cursor
from hub.rules.cursor import Position
from hub.rules.errors import HubError

SUBPROTOCOL = "hub.v1"
FRAME_BYTES = 16 * 1024
SID_MAX = 64
# Members of each frame that a client may send: name → whether it must be there. All are texts.
INCOMING = {
    "auth": {"ticket": True},
    "subscribe": {"sid": True, "topic": True, "since": False},
    "unsubscribe": {"sid": True},
    "ping": {},
    "pong": {},
}
PING = '{"op":"ping"}'
PONG = '{"op":"pong"}'


def parse(text: str) -> dict[str, str]:
    """A client's frame: `op` and that operation's members, null ones left out; unknown ones are ignored.

    HubError `bad_frame`.
    """
    try:
        frame = json.loads(text)
    except (ValueError, RecursionError):
        raise HubError("bad_frame", "A frame is a JSON object.") from None
    op = frame.get("op") if isinstance(frame, dict) else None
    if not isinstance(op, str) or op not in INCOMING:
        raise HubError("bad_frame", "`op` is one of " + ", ".join(INCOMING) + ".")
    found = {"op": op}
    for name, needed in INCOMING[op].items():
        value = frame.get(name)
        if isinstance(value, str) and _writable(value):
            found[name] = value
        elif needed or value is not None:
            raise HubError("bad_frame", f"`{name}` must be a text.", field=name)
    if not 0 < len(found.get("sid", "-")) <= SID_MAX:
        raise HubError("bad_frame", f"`sid` has 1 to {SID_MAX} characters.", field="sid")
    return found


def _writable(text: str) -> bool:
    """JSON can escape half a surrogate pair, which no UTF-8 can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def frame(op: str, **members: Any) -> str:
    """A frame as compact JSON."""
    return json.dumps({"op": op, **members}, ensure_ascii=False, separators=(",", ":"))


def error(code: str, detail: str, sid: str | None = None) -> str:
    """An `error` frame; sid: when it is about a subscription."""
    about = {} if sid is None else {"sid": sid}
    return frame("error", code=code, detail=detail, **about)


def instant(at: datetime) -> str:
    """RFC 3339, UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


class SocketFraming:
    """Events of one subscription as frames."""

    __slots__ = ("_head", "sid")

    def __init__(self, sid: str) -> None:
        self.sid = sid
        self._head = f'{{"op":"event","sid":{json.dumps(sid)},'

    def event(self, item: Item) -> str:
        """`{"op":"event","sid",…}` with the event's members."""
        return self._head + item.members

    def lagged(self, position: Position) -> str:
        """`{"op":"lagged","sid","cursor"}`."""
        return frame("lagged", sid=self.sid, cursor=cursor.encode(position))
