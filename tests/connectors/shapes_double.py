"""The part that all doubles made from a vendor's pages have in common: a socket, a lock, and answers to come instead."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

Given = tuple[int, dict[str, str], Any]


@dataclass(frozen=True)
class Asked:
    """A request. path: decoded. query: the first value of each. body: the JSON, else the text."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: Any


class ShapesDouble(ThreadingHTTPServer):
    """A small stand-in. answers: (status, headers, document) to come instead of the usual ones. asked: all requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[Given] = []
        self.asked: list[Asked] = []
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def respond(self, asked: Asked) -> Given:
        """The usual answer to a request."""
        raise NotImplementedError


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: ShapesDouble

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def handle_request(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, unquote(parts.path), query, headers, _read(content))
        with self.server.lock:
            self.server.asked.append(asked)
            status, more, document = self.server.answers.pop(0) if self.server.answers else self.server.respond(asked)
        body = json.dumps(document).encode() if document is not None else b""
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **more}.items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if status != 204:
            self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_request


def _read(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content.decode()


T = TypeVar("T", bound=ShapesDouble)


@contextmanager
def running(server: T) -> Iterator[T]:
    """The double, running; stopped at the end."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
