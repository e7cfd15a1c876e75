"""The demo's own client: the public API over HTTP, and the stream over a WebSocket."""

import json
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import httpx
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from hub.local.processes import StackError


class Client:
    """The API, with every refusal as a StackError in the problem's own words."""

    def __init__(self, url: str, api_key: str) -> None:
        self._http = httpx.Client(
            base_url=f"{url}/api/v1",
            headers={"Authorization": f"Bearer {api_key}"},
            timeout=30,
            trust_env=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, path: str, **query: Any) -> Any:
        """The JSON answer of a GET."""
        return self._ask("GET", path, params=query)

    def post(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON answer of a POST."""
        return self._ask("POST", path, json=body)

    def patch(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON answer of a PATCH."""
        return self._ask("PATCH", path, json=body)

    def _ask(self, method: str, path: str, **options: Any) -> Any:
        answer = self._http.request(method, path, **options)
        if answer.is_success:
            return answer.json()
        raise StackError(f"{method} {path} was answered {answer.status_code}: {answer.text[:300]}")


class Listener:
    """A WebSocket on the whole tenant; `tell` gets each event, in a thread of its own."""

    def __init__(self, stream_url: str, ticket: str, tell: Callable[[dict[str, Any]], None]) -> None:
        self.events: list[dict[str, Any]] = []
        self._tell = tell
        self._open = ExitStack()
        wanted = connect(stream_url, subprotocols=["hub.v1"], compression=None, proxy=None)  # type: ignore[list-item]
        self._socket = self._open.enter_context(wanted)
        self._send(op="auth", ticket=ticket)
        self._send(op="subscribe", sid="demo", topic="tenant")
        self._expect("subscribed")
        threading.Thread(target=self._listen, name="websocket", daemon=True).start()

    def close(self) -> None:
        """Hang up."""
        self._open.close()

    def wait_for(self, job_id: str, type: str, *, timeout_s: float) -> None:
        """Until the event has been pushed. Raises StackError when it is not in time."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            if any(event["type"] == type and job_id in json.dumps(event["data"]) for event in self.events):
                return
            time.sleep(0.01)
        raise StackError(f"{type} of {job_id} was not pushed within {timeout_s:g} s")

    def _send(self, **frame: str) -> None:
        self._socket.send(json.dumps(frame))

    def _expect(self, op: str) -> None:
        while True:
            frame = json.loads(self._socket.recv(timeout=10))
            if frame["op"] == op:
                return
            if frame["op"] == "error":
                raise StackError(f"the stream refused: {frame['detail']}")

    def _listen(self) -> None:
        try:
            for text in self._socket:
                frame = json.loads(text)
                if frame["op"] == "ping":
                    self._send(op="pong")
                elif frame["op"] == "event":
                    self.events.append(frame)
                    self._tell(frame)
        except ConnectionClosed:
            return
