"""HTTP on the realtime plane: one request, its parameters, its answers and errors."""

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qsl
from uuid import uuid4

from hub.realtime import origins
from hub.rules import cursor, filters, problem
from hub.rules.cursor import Position
from hub.rules.errors import HubError

Headers = list[tuple[bytes, bytes]]
JSON = b"application/json"
FIXED: Headers = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]


class Request:
    """A request. answer: sends a whole response, once."""

    def __init__(self, scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[..., Any]) -> None:
        self.method: str = scope["method"]
        self.path: str = scope["path"]
        self.id = uuid4().hex
        self.receive = receive
        self.send = send
        self.scope = scope

    def header(self, name: bytes) -> str | None:
        """A header's value. name: in lower case."""
        return origins.header(self.scope, name)

    @property
    def bearer(self) -> str:
        """The token of `Authorization: Bearer …`. HubError `unauthenticated`."""
        kind, _, token = (self.header(b"authorization") or "").partition(" ")
        if kind.lower() != "bearer" or not token.strip():
            raise HubError("unauthenticated", "Send a valid API key or ticket as `Authorization: Bearer …`.")
        return token.strip()

    def query(self, known: frozenset[str]) -> dict[str, str]:
        """The query parameters. HubError `unknown_parameter`, `repeated_parameter`, `invalid_request`."""
        found: dict[str, str] = {}
        try:
            pairs = parse_qsl(self.scope["query_string"].decode("ascii"), keep_blank_values=True, errors="strict")
        except ValueError:
            raise HubError("invalid_request", "The query cannot be understood.") from None
        for name, value in pairs:
            if name not in known:
                raise HubError("unknown_parameter", "There is no such query parameter.", field=f"query.{name}")
            if name in found:
                raise HubError("repeated_parameter", "Name this query parameter once.", field=f"query.{name}")
            found[name] = value
        return found

    async def gone(self) -> None:
        """Returns when the client has gone; what it sends before that is not for us."""
        while (await self.receive())["type"] != "http.disconnect":
            pass

    async def start(self, status: int, headers: Headers) -> None:
        """The response's head, with what every response has."""
        mine = [(b"x-request-id", self.id.encode()), *origins.cors(self.header(b"origin"))]
        all_headers = [*headers, *mine, *FIXED]
        await self.send({"type": "http.response.start", "status": status, "headers": all_headers})

    async def answer(self, status: int, body: bytes = b"", headers: Headers | None = None) -> None:
        """A whole response."""
        length = (b"content-length", str(len(body)).encode())
        await self.start(status, [length, *(headers or [])])
        await self.send({"type": "http.response.body", "body": body if self.method != "HEAD" else b""})

    async def problem(self, fault: HubError) -> None:
        """An error as RFC 9457 wants it, as the API plane does."""
        errors, extra = problem.members_of(fault)
        members = {"errors": errors, **extra}
        status, body = problem.of(fault.code, fault.detail, self.path, self.id, members)
        headers: Headers = [(b"content-type", problem.MEDIA_TYPE.encode())]
        if status == 401:
            headers.append((b"www-authenticate", b'Bearer realm="hub"'))
        if "retry_after_s" in extra:
            headers.append((b"retry-after", str(extra["retry_after_s"]).encode()))
        if status == 405:
            headers.append((b"allow", b"GET, OPTIONS"))
        await self.answer(status, json.dumps(body).encode(), headers)


def place(text: str | None, name: str) -> Position | None:
    """The position behind a cursor, None without one. HubError `invalid_cursor`."""
    return None if not text else cursor.decode(text, field=name)


def whole(text: str | None, name: str, *, default: int, least: int, most: int) -> int:
    """A number in its limits. HubError `invalid_fields`."""
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal() and len(text) <= 6 and least <= int(text) <= most):
        raise HubError("invalid_fields", f"`{name}` is a whole number from {least} to {most}.", field=f"query.{name}")
    return int(text)


def patterns(text: str | None) -> frozenset[str] | None:
    """Event types, comma separated (`job.*,replay.done`); None for all. HubError `invalid_event_type`."""
    if not text:
        return None
    found = text.split(",")
    for pattern in found:
        filters.check_pattern(pattern, field="query.types")
    return frozenset(found)
