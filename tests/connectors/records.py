"""A small REST system over real sockets that keeps records: what the generic connector is proven against."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

TOKEN = "records-token"
# The input of `request` for a record, made so that a lost answer can be looked for.
RECORD = {
    "method": "POST",
    "path": "/records",
    "body": {"name": "Ada"},
    "reference_pointer": "/external_id",
    "result_pointer": "/record",
    "find": {
        "path": "/records",
        "query": {"external_id": "{{reference}}"},
        "items_pointer": "/records",
        "reference_pointer": "/external_id",
    },
}


class Records(ThreadingHTTPServer):
    """The system. rows: what was created. seen: every request as (method, path with query, headers, body)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.rows: list[dict[str, Any]] = []
        self.seen: list[tuple[str, str, dict[str, str], bytes]] = []
        # Answers to come instead of the usual ones: (status, headers, body).
        self.answers: list[tuple[int, dict[str, str], bytes]] = []

    @property
    def url(self) -> str:
        """Base URL, with a path below which everything is."""
        return f"http://127.0.0.1:{self.server_address[1]}/api"


class Handler(BaseHTTPRequestHandler):
    """`POST /api/records`, `GET /api/records?external_id=`, `GET /api/records/<n>`; all with the bearer token."""

    protocol_version = "HTTP/1.1"
    server: Records

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def answer(self, status: int, document: Any, headers: dict[str, str] | None = None) -> None:
        body = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def handle_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.seen.append((self.command, self.path, dict(self.headers), body))
        if self.server.answers:
            status, headers, content = self.server.answers.pop(0)
            return self.answer(status, content, headers)
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return self.answer(401, {"error": {"text": "Who are you?", "code": "token"}})
        parts = urlsplit(self.path)
        if self.command == "POST" and parts.path == "/api/records":
            row = json.loads(body) | {"id": len(self.server.rows) + 1}
            self.server.rows.append(row)
            return self.answer(201, {"record": row}, {"Location": f"/api/records/{row['id']}", "X-Request-Id": "r-1"})
        if parts.path == "/api/records":
            wanted = parse_qs(parts.query).get("external_id", [None])[0]
            rows = [row for row in self.server.rows if wanted in (None, row.get("external_id"))]
            return self.answer(200, {"records": rows})
        number = parts.path.removeprefix("/api/records/")
        if number.isdigit() and 0 < int(number) <= len(self.server.rows):
            return self.answer(200, self.server.rows[int(number) - 1])
        return self.answer(404, {"error": {"text": "No such record.", "code": "missing"}})

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request


@contextmanager
def running() -> Iterator[Records]:
    """A running system; stopped at the end."""
    server = Records()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
