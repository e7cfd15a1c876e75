"""The stream as a command follows it: a WebSocket that comes back by itself and goes on where it was."""

import json
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import click
from websockets.exceptions import InvalidHandshake, WebSocketException
from websockets.sync.client import ClientConnection, connect

from hub.cli.http import Api
from hub.rules import filters

SID = "listen"
TICKET_S = 3600
PATIENCE_S = 60.0
# Between tries: doubling, up to the last.
PAUSES_S = (0.5, 1.0, 2.0, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Event:
    """An event as it came. body: the very bytes that webhooks carry. cursor: to go on behind it."""

    id: str
    type: str
    cursor: str
    body: bytes


def event_of(text: str) -> Event:
    """The event in a frame: behind the frame's own members its text is the stored body without the opening brace."""
    frame = json.loads(text)
    return Event(frame["id"], frame["type"], frame["cursor"], ("{" + text[text.index('"type":') :]).encode())


class Stream:
    """Follows the tenant's log until the process ends; `run` is for a thread of its own.

    put: gets each Event, and the error that ends it. note: gets a line when the connection is lost or back.
    """

    def __init__(
        self,
        api: Api,
        *,
        types: str | None,
        cursor: str | None,
        put: Callable[[object], None],
        note: Callable[[str], None],
    ) -> None:
        self._api = api
        self._wanted = None if types is None else {each.strip() for each in types.split(",") if each.strip()}
        self._cursor = cursor
        self._put = put
        self._note = note
        self._failures = 0

    def run(self) -> None:
        """Connect, listen, and connect again. A refusal that will not pass is put and ends it."""
        while True:
            try:
                self._listen()
            except click.ClickException as refusal:
                if self._cursor is None:
                    self._put(refusal)
                    return
                self._note(f"{refusal.message}; trying again")
            except (OSError, WebSocketException, TimeoutError) as error:
                if self._failures == 0:
                    self._note(f"the stream is away ({type(error).__name__}); trying again")
            time.sleep(PAUSES_S[min(self._failures, len(PAUSES_S) - 1)])
            self._failures += 1

    def _listen(self) -> None:
        ticket = self._ticket()
        with ExitStack() as opened:
            socket = opened.enter_context(
                connect(
                    ticket["stream_url"],
                    subprotocols=["hub.v1"],  # type: ignore[list-item]
                    compression=None,
                    proxy=None,
                    max_size=None,
                )
            )
            self._send(socket, op="auth", ticket=ticket["ticket"])
            since = {} if self._cursor is None else {"since": self._cursor}
            self._send(socket, op="subscribe", sid=SID, topic="tenant", **since)
            while True:
                text = socket.recv(timeout=PATIENCE_S)
                if not isinstance(text, str) or not self._take(socket, text):
                    return

    def _take(self, socket: ClientConnection, text: str) -> bool:
        """What a frame says; False when the server ends the stream."""
        frame = json.loads(text)
        op = frame["op"]
        if op == "ping":
            self._send(socket, op="pong")
        elif op == "subscribed":
            if self._cursor is not None and not frame["recovered"]:
                self._note("the log has a new history: events start now")
            self._cursor = frame["cursor"]
            self._note("listening" if self._failures == 0 else "listening again")
            self._failures = 0
        elif op == "event":
            event = event_of(text)
            self._cursor = event.cursor
            if self._wanted is None or not self._wanted.isdisjoint(filters.patterns(event.type)):
                self._put(event)
        elif op == "error" and frame["code"] == "ticket_expired":
            self._send(socket, op="auth", ticket=self._ticket()["ticket"])
        elif op == "error":
            raise InvalidHandshake(frame["detail"])
        return op != "closing"

    def _ticket(self) -> dict[str, Any]:
        return self._api.post("/tickets", {"topics": ["tenant"], "lifetime_s": TICKET_S})

    def _send(self, socket: ClientConnection, **frame: str) -> None:
        socket.send(json.dumps(frame))
