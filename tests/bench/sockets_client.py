"""One WebSocket client, as cheap as can be: it shares the machine with what it measures."""

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tests.bench.sockets_crowd import Crowd

EVENT = re.compile(rb'\{"op": ?"event"')


class Client(asyncio.Protocol):
    """One socket, which comes back when it is lost. n: of the last numbered event; cursor: its cursor."""

    __slots__ = ("buffer", "crowd", "cursor", "n", "pause_s", "place", "ready", "transport", "upgraded")

    def __init__(self, crowd: "Crowd", place: int) -> None:
        self.crowd = crowd
        self.place = place
        self.n: int | None = None
        self.cursor = b""
        self.pause_s: float | None = None
        self.ready: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self.upgraded = False
        self.buffer = b""
        self.transport.write(self.crowd.handshake)

    def data_received(self, data: bytes) -> None:
        data = self.buffer + data if self.buffer else data
        at, size = 0, len(data)
        if not self.upgraded:
            at = data.find(b"\r\n\r\n") + 4
            if at == 3:
                self.buffer = data
                return
            self._upgrade(data)
        while size - at >= 2:
            length, start = data[at + 1], at + 2
            if length == 126:
                length, start = int.from_bytes(data[at + 2 : at + 4], "big"), at + 4
            elif length == 127:
                length, start = int.from_bytes(data[at + 2 : at + 10], "big"), at + 10
            if start + length > size:
                break
            self._frame(data[at] & 15, data[start : start + length])
            at = start + length
        self.buffer = data[at:]

    def connection_lost(self, exc: Exception | None) -> None:
        self.crowd.lost(self)

    def send(self, **frame: str) -> None:
        """A text frame; the mask is all zeros, which leaves it as it is."""
        self._write(0x81, json.dumps(frame).encode())

    def _write(self, head: int, payload: bytes) -> None:
        size = bytes([0x80 | len(payload)]) if len(payload) < 126 else b"\xfe" + len(payload).to_bytes(2, "big")
        self.transport.write(bytes([head]) + size + b"\0\0\0\0" + payload)

    def _upgrade(self, data: bytes) -> None:
        if not data.startswith(b"HTTP/1.1 101"):
            self.transport.close()
            return
        self.upgraded = True
        if self.crowd.tickets:
            self.send(op="auth", ticket=self.crowd.tickets[self.place])
        else:
            self.crowd.subscribed(self)

    def _frame(self, opcode: int, payload: bytes) -> None:
        if opcode == 1:
            if EVENT.match(payload):
                self.crowd.heard(self, payload)
            else:
                self._told(json.loads(payload))
        elif opcode == 9:
            self._write(0x8A, payload)
        elif opcode == 8:
            self.transport.close()

    def _told(self, frame: dict[str, Any]) -> None:
        if frame["op"] == "ready":
            since = {"since": self.cursor.decode()} if self.cursor else {}
            self.send(op="subscribe", sid="s", topic="tenant", **since)
        elif frame["op"] == "subscribed":
            if self.cursor and self.crowd.numbered and not frame["recovered"]:
                self.crowd.fail(f"client {self.place} was not recovered")
            self.crowd.subscribed(self)
        elif frame["op"] == "closing":
            self.pause_s = frame["reconnect_after_ms"] / 1000
        elif frame["op"] != "ping":
            self.crowd.fail(json.dumps(frame))
