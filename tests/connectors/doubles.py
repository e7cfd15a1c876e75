"""A stand-in for any system that a manifest describes: over a real socket, it answers as the manifest says it does.

It proves that each operation can be sent and its answer be read, not that the vendor agrees: that is for the tests
that hold a connector against the vendor's system, document or pages.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from hub.connectors.credentials import Renew, Token
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import OperationSpec
from hub.connectors.manifest.parts import Find, Returns
from hub.connectors.manifest.results import pointer_of
from hub.connectors.registry import Access, validate_config, validate_credentials
from hub.connectors.templates import place, render_text
from tests.connectors.samples import sample

SECRET = "s3cr3t-in-no-log"


@dataclass(frozen=True)
class Reply:
    """An answer. hang: none at all, until the double ends."""

    status: int = 200
    document: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    hang: bool = False


@dataclass(frozen=True)
class Heard:
    """A request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def csrf_token(heard: Heard) -> Reply | None:
    """SAP gives a token to whoever asks for one with a GET."""
    return Reply(headers={"x-csrf-token": "t1"}) if heard.headers.get("x-csrf-token") == "Fetch" else None


def odoo_login(heard: Heard) -> Reply | None:
    """Odoo's `authenticate` gives the user's id."""
    login = heard.path == "/jsonrpc" and b'"service": "common"' in heard.body
    return Reply(document={"jsonrpc": "2.0", "id": 1, "result": 2}) if login else None


# For systems whose hooks talk before the operation does: connector → a reply to such a request, None for others.
TALK: dict[str, Callable[[Heard], Reply | None]] = {"sap_s4hana": csrf_token, "odoo": odoo_login}


class Double(ThreadingHTTPServer):
    """The stand-in. reply: what it answers next and from then on. heard: all requests."""

    daemon_threads = True

    def __init__(self, talk: Callable[[Heard], Reply | None] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.heard: list[Heard] = []
        self.reply = Reply()
        self.talk = talk or (lambda heard: None)
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        """Base URL."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Double

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def handle_request(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        heard = Heard(self.command, self.path, {name.lower(): value for name, value in self.headers.items()}, body)
        aside = self.server.talk(heard)
        reply = aside or self.server.reply
        if aside is None:
            self.server.heard.append(heard)
        if reply.hang:
            self.server.ended.wait(30)
            self.close_connection = True
            return
        content = b"" if reply.document is None else json.dumps(reply.document).encode()
        self.send_response(reply.status)
        for name, value in {"Content-Type": "application/json", **reply.headers}.items():
            self.send_header(name, value)
        if reply.status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if reply.status != 204 and self.command != "HEAD":
            self.wfile.write(content)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = handle_request


@contextmanager
def running(connector: str) -> Iterator[Double]:
    """A running stand-in; stopped at the end."""
    server = Double(TALK.get(connector))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


class GivenTokens:
    """Tokens without a token endpoint. renewed: how often one was asked for after a refusal."""

    def __init__(self) -> None:
        self.renewed = 0

    async def current(self, access: Access, renew: Renew, *, instead_of: Token | None = None) -> Token:
        """Always another token than the refused one."""
        self.renewed += instead_of is not None
        return Token(f"{SECRET}-{self.renewed}")


def access_to(connector: ManifestConnector, url: str, *, auth: str | None = None) -> Access:
    """A connection to the stand-in with made up credentials of the kind `auth`, by default the first."""
    kinds = connector.manifest.auth
    name = auth or next(iter(kinds))
    fields = kinds[name].secrets() | kinds[name].fields
    wanted = {key: each for key, each in fields.items() if not each.get("x-optional")}
    credentials = {key: _secret(each) for key, each in wanted.items()} | ({"auth": name} if len(kinds) > 1 else {})
    return Access(
        connection_id=f"con_{connector.name}_{name}",
        version=1,
        base_url=url,
        config=validate_config(connector.name, sample(connector.config.schema)),
        credentials=validate_credentials(connector.name, credentials),
    )


def _secret(schema: dict[str, Any]) -> Any:
    plain = schema.get("type") == "string" and not schema.keys() & {"enum", "pattern", "examples", "default", "format"}
    return SECRET if plain else sample(schema)


def answer_to(spec: OperationSpec, values: dict[str, Any]) -> Reply:
    """What the system answers to the operation, by the manifest's own word."""
    status = (spec.request.success if spec.request else None) or [200]
    document, headers = _document(spec.returns, spec.returns.pointer, values=values)
    return Reply(status[0], document, headers)


def found_by(find: Find, returns: Returns, values: dict[str, Any]) -> Reply:
    """What the system answers to `find` when the effect is there."""
    record, headers = _document(find.returns or returns, "", values=values)
    for match in find.match:
        record = place(record, pointer_of(match.pointer, values), render_text(match.equals, values))
    items = pointer_of(find.items, values)
    # A list of one, unless `items` is the record itself.
    return Reply(200, place(None, items, [record]) if items else record, headers)


def _document(returns: Returns, pointer: str, *, values: dict[str, Any]) -> tuple[Any, dict[str, str]]:
    record = sample({**returns.record, "$defs": values["schemas"]})
    headers: dict[str, str] = {}
    for part in (returns.id, returns.version):
        if part is not None and part.pointer is not None:
            at = pointer_of(part.pointer, values)
            record = place(record if isinstance(record, dict) else {}, at, "4711") if at else "4711"
        if part is not None and part.header is not None:
            headers[part.header] = "https://system.example.com/records/4711"
    if returns.kind == "none":
        return record if record else None, headers
    value = [record] if returns.kind == "list" else record
    tokens = pointer_of(pointer, values).split("/")[1:]
    for token in reversed(tokens):
        value = [value] if token == "0" else {token: value}
    return value, headers
