"""An OAuth 2.0 server over real sockets: codes with PKCE, refresh tokens that are good for one use, an API behind it.

Its rules are those of RFC 6749, RFC 7636 and RFC 9700 (4.14.2, a rotated refresh token that comes a second time is refused).
"""

import base64
import hashlib
import json
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

CLIENT = {"client_id": "hub-app", "client_secret": "s3cret/with+signs"}


class Server(ThreadingHTTPServer):
    """access: valid access tokens. refresh: valid refresh tokens. codes: code → what it was issued for."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.access: set[str] = set()
        self.refresh: set[str] = set()
        self.codes: dict[str, dict[str, str]] = {}
        self.redirect_uris: set[str] = set()
        self.expires_in: float | None = 3600
        self.answer_more: dict[str, Any] = {}
        # Each request for a token by its grant type; of the API: the tokens that came.
        self.grants: list[str] = []
        self.calls: list[str] = []
        # Set to keep token requests waiting; cleared answers them.
        self.hold = threading.Event()
        self.hold.set()
        self.lock = threading.Lock()
        self.broken = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def new_grant(self) -> str:
        """A refresh token, as consent gives one."""
        token = secrets.token_urlsafe(12)
        self.refresh.add(token)
        return token

    def issue(self, refresh: str | None) -> dict[str, Any]:
        """The answer of the token endpoint; the old refresh token is used up."""
        value = secrets.token_urlsafe(12)
        self.access.add(value)
        self.refresh.discard(refresh or "")
        document = {
            "access_token": value,
            "token_type": "Bearer",
            "refresh_token": self.new_grant(),
            **self.answer_more,
        }
        return document | ({"expires_in": self.expires_in} if self.expires_in is not None else {})


class Handler(BaseHTTPRequestHandler):
    """`GET /authorize`, `POST /token`, `GET /things`."""

    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet."""

    def answer(self, status: int, document: Any, **headers: str) -> None:
        body = json.dumps(document).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/authorize":
            return self.authorize({name: values[0] for name, values in parse_qs(parts.query).items()})
        token = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
        self.server.calls.append(token)
        return self.answer(200, {"ok": True}) if token in self.server.access else self.answer(401, {})

    def authorize(self, asked: dict[str, str]) -> None:
        """Consent at once; an unknown client or redirect URI is told to the person, everything else to the client."""
        back = asked.get("redirect_uri", "")
        if asked.get("client_id") != CLIENT["client_id"] or back not in self.server.redirect_uris:
            return self.answer(400, {"error": "unknown client or redirect_uri"})
        if asked.get("scope") == "denied":
            refused = {"error": "access_denied", "error_description": "The person said no.", "state": asked["state"]}
            return self.answer(302, {}, Location=f"{back}?{urlencode(refused)}")
        code = secrets.token_urlsafe(12)
        self.server.codes[code] = asked
        return self.answer(302, {}, Location=f"{back}?{urlencode({'code': code, 'state': asked['state']})}")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.server.grants.append(form.get("grant_type", ""))
        self.server.hold.wait(30)
        if self.server.broken:
            return self.answer(503, {})
        if {name: form.get(name) for name in CLIENT} != CLIENT:
            return self.answer(401, {"error": "invalid_client"})
        with self.server.lock:
            return self.token(form)

    def token(self, form: dict[str, str]) -> None:
        refresh = None
        if form["grant_type"] == "refresh_token":
            refresh = form.get("refresh_token", "")
            if refresh not in self.server.refresh:
                return self.answer(400, {"error": "invalid_grant"})
        if form["grant_type"] == "authorization_code" and not self.proves(form):
            return self.answer(400, {"error": "invalid_grant"})
        return self.answer(200, self.server.issue(refresh))

    def proves(self, form: dict[str, str]) -> bool:
        """RFC 6749 4.1.3 and RFC 7636 4.6: the code is used once, with its redirect URI and the verifier of its challenge."""
        asked = self.server.codes.pop(form.get("code", ""), None)
        if asked is None or asked.get("redirect_uri") != form.get("redirect_uri"):
            return False
        if asked.get("code_challenge_method") != "S256":
            return "code_challenge" not in asked
        digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == asked["code_challenge"]


@contextmanager
def running() -> Iterator[Server]:
    """A running server; stopped at the end."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.hold.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


def manifest(server: Server, **auth: Any) -> dict[str, Any]:
    """A connector to the API behind the server, authorized by code."""
    kind = {
        "kind": "oauth2_authorization_code",
        "authorize_url": f"{server.url}/authorize",
        "token_url": f"{server.url}/token",
        "pkce": True,
    }
    return {
        "name": "things",
        "title": "Things",
        "description": "Things behind an authorization server.",
        "docs": [{"title": "none", "url": "https://things.example.com"}],
        "tested_against": [{"kind": "shape", "against": "a server of the tests"}],
        "auth": {"oauth": kind | auth},
        "check": {"path": "/things"},
        "operations": {
            "thing.read": {
                "title": "Read",
                "description": "Reads a thing.",
                "safety": "idempotent",
                "request": {"path": "/things"},
                "returns": {"kind": "none"},
                "examples": [{}],
            }
        },
    }
