"""A partner system for the demo: a small receiver that verifies every webhook with the `standardwebhooks` library."""

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from standardwebhooks import Webhook, WebhookVerificationError


@dataclass(frozen=True, slots=True)
class Arrival:
    """A webhook as it came. at: monotonic seconds. answered: the status it got."""

    at: float
    webhook_id: str
    type: str
    data: dict[str, Any]
    verified: bool
    answered: int


class Partner:
    """Listens on loopback. `refuse(n)` makes it fail the next n webhooks; `arrived` has all of them, oldest first."""

    def __init__(self, tell: Callable[[Arrival], None]) -> None:
        self.arrived: list[Arrival] = []
        self.secret = ""
        self._tell = tell
        self._to_refuse = 0
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, name="partner", daemon=True).start()

    @property
    def url(self) -> str:
        """Where webhooks go."""
        return f"http://127.0.0.1:{self._server.server_port}/webhooks"

    def refuse(self, count: int) -> None:
        """Answer the next `count` webhooks with 503."""
        self._to_refuse = count

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()

    def take(self, headers: dict[str, str], body: bytes) -> int:
        """Verify and remember one webhook; the status to answer with."""
        try:
            Webhook(self.secret).verify(body, headers)
            verified = True
        except WebhookVerificationError:
            verified = False
        status = 204 if verified else 401
        if verified and self._to_refuse > 0:
            self._to_refuse -= 1
            status = 503
        event = json.loads(body)
        arrival = Arrival(
            time.monotonic(), headers.get("webhook-id", ""), event["type"], event["data"], verified, status
        )
        self.arrived.append(arrival)
        self._tell(arrival)
        return status

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        partner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                status = partner.take({name.lower(): value for name, value in self.headers.items()}, body)
                self.send_response(status)
                self.send_header("content-length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                """The demo tells what arrived; the server's own lines would be noise."""

        return Handler
