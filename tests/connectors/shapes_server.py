"""A system of another vendor over a real socket, made from its documentation: what all such doubles have in common."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

Reply = tuple[int, dict[str, str], Any]


@dataclass(frozen=True)
class Asked:
    """A request. path: unescaped. query: the first value of each. body: of JSON or of a form."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any


class Shaped(ThreadingHTTPServer):
    """The double. answers: to come instead of the usual ones. seen: every request. always: headers of every answer."""

    daemon_threads = True
    always: dict[str, str] = {}

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[Reply] = []
        self.seen: list[Asked] = []
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, asked: Asked) -> Reply:
        """What it answers: status, headers and document."""
        raise NotImplementedError

    def instead(self) -> Reply | None:
        """The next answer that a test has put there; a double asks for it before or after it looks at the credentials."""
        return self.answers.pop(0) if self.answers else None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Shaped

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def handle_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with self.server.lock:
            asked = self._asked(body)
            self.server.seen.append(asked)
            status, headers, document = self.server.answer(asked)
        content = b"" if document is None else json.dumps(document).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/json"} | self.server.always | headers).items():
            self.send_header(name, value)
        if status not in {204, 304}:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if status not in {204, 304}:
            self.wfile.write(content)

    def _asked(self, body: bytes) -> Asked:
        parts = urlsplit(self.path)
        given: Any = None
        if "form" in self.headers.get("Content-Type", ""):
            given = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        elif body:
            given = json.loads(body)
        query = {name: values[0] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        return Asked(self.command, unquote(parts.path), query, headers, given)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_request


S = TypeVar("S", bound=Shaped)


@contextmanager
def running(server: S) -> Iterator[S]:
    """The double at work; stopped at the end."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
