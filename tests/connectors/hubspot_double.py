"""A small HubSpot over a real socket, for what its document does not say: duplicates, unique properties, limits.

Made from https://developers.hubspot.com/docs/guides/api/crm/objects/contacts,
https://developers.hubspot.com/docs/api-reference/error-handling and https://developers.hubspot.com/docs/api/usage-details.
"""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "pat-na1-hub"
CORRELATION = "aeb5f871-7f07-4993-9211-075dc63e7cbf"
UNIQUE = {"hub_reference", "email", "erp_number"}
RATE_HEADERS = {
    "X-HubSpot-RateLimit-Daily": "250000",
    "X-HubSpot-RateLimit-Daily-Remaining": "249900",
    "X-HubSpot-RateLimit-Interval-Milliseconds": "10000",
    "X-HubSpot-RateLimit-Max": "100",
    "X-HubSpot-RateLimit-Remaining": "97",
}


class HubSpot(ThreadingHTTPServer):
    """The account. records: by type, then id. answers: to come instead of the usual ones: (status, headers, document)."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.records: dict[str, dict[str, dict[str, Any]]] = {"contacts": {}, "companies": {}, "deals": {}}
        self.associated: set[tuple[str, str]] = set()
        self.answers: list[tuple[int, dict[str, str], Any]] = []
        self.lock = threading.Lock()

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def bearing(self, reference: str) -> int:
        """How many records bear a reference."""
        every = [record for kind in self.records.values() for record in kind.values()]
        return sum(record["properties"].get("hub_reference") == reference for record in every)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: HubSpot

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def handle_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        with self.server.lock:
            status, headers, document = self._answer(json.loads(body) if body else {})
        content = json.dumps(document).encode() if document is not None else b""
        self.send_response(status)
        for name, value in (RATE_HEADERS | headers).items():
            self.send_header(name, value)
        if status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if status != 204:
            self.wfile.write(content)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = handle_request

    def _answer(self, body: Any) -> tuple[int, dict[str, str], Any]:
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return 401, {}, _error("INVALID_AUTHENTICATION", "Authentication credentials not found.")
        if self.server.answers:
            return self.server.answers.pop(0)
        parts = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if found := re.fullmatch(r"/crm/v4/objects/\w+/([^/]+)/associations/default/\w+/([^/]+)", parts.path):
            self.server.associated.add((found[1], found[2]))
            return 200, {}, {"status": "COMPLETE", "results": []}
        found = re.fullmatch(r"/crm/v3/objects/(contacts|companies|deals)(/.*)?", parts.path)
        if found is None:
            return 404, {}, _error("OBJECT_NOT_FOUND", "There is nothing here.")
        return self._object(self.server.records[found[1]], unquote(found[2] or ""), query, body)

    def _object(self, kept: dict[str, Any], rest: str, query: dict[str, str], body: Any) -> tuple[int, dict, Any]:
        if self.command == "POST" and not rest:
            return _create(kept, body["properties"])
        if rest == "/search":
            return self._search(kept, body)
        if rest == "/batch/upsert":
            return 200, {}, _batch([_upsert(kept, each) for each in body["inputs"]])
        if not rest:
            return 200, {}, {"results": list(kept.values())[: int(query.get("limit", 10))]}
        record = _by(kept, rest[1:], query.get("idProperty"))
        if record is None:
            return 404, {}, _error("OBJECT_NOT_FOUND", "Object not found.")
        if self.command == "DELETE":
            kept.pop(record["id"])
            return 204, {}, None
        if self.command == "PATCH":
            record["properties"].update(body["properties"])
        return 200, {}, record

    def _search(self, kept: dict[str, Any], body: Any) -> tuple[int, dict, Any]:
        groups = [group["filters"] for group in body["filterGroups"]]
        found = [
            record
            for record in kept.values()
            if not groups
            or any(all(record["properties"].get(f["propertyName"]) == f["value"] for f in each) for each in groups)
        ]
        start, size = int(body["after"]), body["limit"]
        paging = {"paging": {"next": {"after": str(start + size)}}} if start + size < len(found) else {}
        return 200, {}, {"total": len(found), "results": found[start : start + size], **paging}


def _create(kept: dict[str, Any], properties: dict[str, str]) -> tuple[int, dict[str, str], Any]:
    for name in UNIQUE & properties.keys():
        if (other := _by(kept, properties[name], name)) is not None:
            text = f"Contact already exists. Existing ID: {other['id']}"
            return 409, {}, _error("CONFLICT", text) | {"errors": [{"message": text, "in": name}]}
    if properties.get("email") == "nonsense":
        text = "Property values were not valid"
        detail = {"message": "Email address nonsense is invalid", "context": {"propertyName": ["email"]}}
        return 400, {}, _error("VALIDATION_ERROR", text) | {"errors": [detail]}
    record = {
        "id": str(500 + len(kept) + 1),
        "properties": dict(properties),
        "createdAt": "2026-11-22T10:00:00.000Z",
        "updatedAt": "2026-11-22T10:00:00.000Z",
        "archived": False,
    }
    kept[record["id"]] = record
    return 201, {}, record


def _upsert(kept: dict[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    record = _by(kept, given["id"], given["idProperty"])
    if record is not None:
        record["properties"].update(given["properties"])
        return record | {"new": False}
    _, _, made = _create(kept, given["properties"] | {given["idProperty"]: given["id"]})
    return made | {"new": True}


def _by(kept: dict[str, Any], value: str, name: str | None) -> dict[str, Any] | None:
    if name is None:
        return kept.get(value)
    return next((record for record in kept.values() if record["properties"].get(name) == value), None)


def _batch(results: list[Any]) -> dict[str, Any]:
    times = {"startedAt": "2026-11-22T10:00:00.000Z", "completedAt": "2026-11-22T10:00:01.000Z"}
    return {"status": "COMPLETE", "results": results, **times}


def _error(category: str, message: str) -> dict[str, Any]:
    return {"status": "error", "message": message, "correlationId": CORRELATION, "category": category}


@contextmanager
def running() -> Iterator[HubSpot]:
    """A running account without records; stopped at the end."""
    server = HubSpot()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
