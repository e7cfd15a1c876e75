"""The kinds of authentication of auth.py at work: from credentials to what goes along with a request."""

import re
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode, urlsplit
from uuid import uuid4

import jwt

from hub.connectors.base import Access
from hub.connectors.credentials import Authorizer, Proof, Token
from hub.connectors.manifest.auth import (
    ApiKey,
    AuthorizationCode,
    Basic,
    Bearer,
    ClientCredentials,
    JwtBearer,
    NoAuth,
    TokenKind,
)
from hub.connectors.outbound import Answer, Outbound, RemoteFailure
from hub.connectors.templates import render_text
from hub.rules.outcomes import Category, failed
from hub.rules.pointers import resolve

GRANT_LIFETIMES = ("refresh_token_expires_in", "refresh_expires_in")
# What RFC 6749, 5.2 says about the client or the grant: asking again will not help.
# invalid_code: Zoho's word for invalid_grant, with status 200.
REFUSED = {"invalid_grant", "invalid_client", "unauthorized_client", "invalid_scope", "access_denied", "invalid_code"}
# Longer lives than this are none: whoever says so means something else.
LONGEST_S = 10 * 365 * 86400.0
BEGINNING = re.compile(r"\{\{[^{}]*\}\}")


def authorizer(kind: Any, access: Access, outbound: Outbound) -> Authorizer:
    """The authorizer for a connection. kind: one of auth.py's. outbound: the connection's, for token requests."""
    if isinstance(kind, TokenKind):
        return Fetched(kind, access, outbound)
    return Static(_static(kind, {"credentials": access.credentials, "config": access.config}))


class Static:
    """Credentials that go along as they are."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof

    async def prove(self, *, refused: Proof | None = None) -> Proof:
        """Always the same."""
        return self._proof


class Fetched:
    """An access token that is fetched and, when it has ended or is refused, fetched again."""

    def __init__(self, kind: TokenKind, access: Access, outbound: Outbound) -> None:
        self._kind, self._access, self._outbound = kind, access, outbound

    async def prove(self, *, refused: Proof | None = None) -> Proof:
        """The token as header. RemoteFailure `auth` when the token endpoint refuses, `unavailable` when it is away."""
        instead_of = refused.token if refused else None
        token = await self._outbound.tokens.current(self._access, self._renew, instead_of=instead_of)
        if refused is not None and token is instead_of:
            return refused
        return Proof({"Authorization": f"{self._kind.scheme} {token.value}"}, token=token)

    async def _renew(self, credentials: Mapping[str, Any]) -> Token:
        values = {"credentials": credentials, "config": self._access.config}
        return await request_token(self._kind, grant(self._kind, credentials), values=values, outbound=self._outbound)


def grant(kind: TokenKind, credentials: Mapping[str, Any]) -> dict[str, str]:
    """The form fields that say what is asked for; a JWT kind says it in its own `form`."""
    if isinstance(kind, AuthorizationCode):
        return {"grant_type": "refresh_token", "refresh_token": str(credentials.get("refresh_token") or "")}
    fields = {"grant_type": "client_credentials"} if isinstance(kind, ClientCredentials) else {}
    return fields | ({"scope": " ".join(kind.scopes)} if kind.scopes else {})


async def request_token(
    kind: TokenKind, fields: Mapping[str, str], *, values: Mapping[str, Any], outbound: Outbound
) -> Token:
    """Ask the token endpoint. fields: the grant. values: `credentials` and `config`, for the kind's templates.

    RemoteFailure: `auth` when it refuses, else as any other answer.
    """
    if isinstance(kind, JwtBearer):
        values = {**values, "assertion": assertion(kind, values)}
    form = {**fields, **{name: render_text(text, values) for name, text in kind.form.items()}}
    headers = {"Accept": "application/json", "Content-Type": "application/x-www-form-urlencoded"}
    if kind.client_auth == "basic":
        headers["Authorization"] = _basic(
            *(quote(str(_credential(values, f"client_{part}"))) for part in ("id", "secret"))
        )
    elif kind.client_auth == "body":
        form |= {name: str(_credential(values, name)) for name in ("client_id", "client_secret")}
    parts = urlsplit(filled_url(kind.token_url, values))
    path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    endpoint = outbound.at(f"{parts.scheme}://{parts.netloc}").hushed()
    answer = await endpoint.send("POST", path, writes=False, headers=headers, content=urlencode(form).encode())
    return read_token(kind, answer, now=datetime.now(UTC))


def read_token(kind: TokenKind, answer: Answer, *, now: datetime) -> Token:
    """The token in an answer of the token endpoint; RemoteFailure when there is none."""
    document = answer.json()
    error = resolve(document, "/error")
    if not answer.ok or not isinstance(document, dict) or not isinstance(document.get("access_token"), str):
        if (isinstance(error, str) and error in REFUSED) or answer.status in {400, 401}:
            text = "The system gives no access token for these credentials."
            code = error if isinstance(error, str) else f"http_{answer.status}"
            raise RemoteFailure(failed(Category.AUTH, text, provider_code=code, provider_request_id=answer.request_id))
        if answer.ok:
            raise RemoteFailure(failed(Category.UNAVAILABLE, "What answers at the token endpoint gives no token."))
        raise RemoteFailure(answer.outcome(wrote=False))
    lifetime_s = _seconds(document.get("expires_in")) or kind.lifetime_s
    refresh = document.get("refresh_token")
    return Token(
        document["access_token"],
        now + timedelta(seconds=lifetime_s) if lifetime_s else None,
        refresh if isinstance(refresh, str) else None,
        {name: document[name] for name in kind.keep if name in document},
        _grant_end(document, now),
    )


def _grant_end(document: Mapping[str, Any], now: datetime) -> datetime | None:
    """When the refresh token ends, where the answer says: no standard has a name for it, so these are the vendors' own.

    Sources: https://www.keycloak.org/docs-api/latest/rest-api/index.html (AccessTokenResponse);
    https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/refreshing-user-access-tokens
    """
    lifetime_s = next((s for name in GRANT_LIFETIMES if (s := _seconds(document.get(name)))), None)
    return now + timedelta(seconds=lifetime_s) if lifetime_s else None


def assertion(kind: JwtBearer, values: Mapping[str, Any]) -> str:
    """The signed assertion. RemoteFailure `auth` when the key cannot sign."""
    now = int(datetime.now(UTC).timestamp())
    times = {"iat": now, "exp": now + kind.assertion_lifetime_s, "jti": str(uuid4())}
    claims = times | {name: render_text(text, values) for name, text in kind.claims.items()}
    headers = {name: render_text(text, values) for name, text in kind.header.items()}
    try:
        return jwt.encode(claims, _credential(values, "private_key"), algorithm=kind.algorithm, headers=headers)
    except (ValueError, TypeError, jwt.PyJWTError) as error:
        text = f"The private key cannot be used with {kind.algorithm}."
        raise RemoteFailure(failed(Category.AUTH, text, provider_code="private_key")) from error


def filled_url(template: str, values: Mapping[str, Any]) -> str:
    """A URL with its values; each stays within its place, except one that the template begins with: an address itself."""
    address = BEGINNING.match(template)
    head = render_text(address[0], values).rstrip("/") if address else ""
    rest = template[address.end() :] if address else template
    return head + render_text(rest, values, escape=lambda text: quote(text, safe=""))


def _static(kind: Any, values: Mapping[str, Any]) -> Proof:
    if isinstance(kind, Bearer):
        return Proof({"Authorization": f"Bearer {_credential(values, 'token')}"})
    if isinstance(kind, Basic):
        return Proof({"Authorization": _basic(render_text(kind.username, values), render_text(kind.password, values))})
    if isinstance(kind, ApiKey):
        value = render_text(kind.value, values)
        return Proof({kind.header: value}) if kind.header else Proof(params={str(kind.query): value})
    if isinstance(kind, NoAuth):
        return Proof()
    raise TypeError(f"{type(kind).__name__} is no kind of authentication")


def _basic(username: str, password: str) -> str:
    return f"Basic {b64encode(f'{username}:{password}'.encode()).decode()}"


def _credential(values: Mapping[str, Any], name: str) -> Any:
    found = values["credentials"].get(name)
    if not found:
        text = f"The connection's credentials have no {name}."
        raise RemoteFailure(failed(Category.AUTH, text, provider_code="credentials_incomplete"))
    return found


def _seconds(value: Any) -> float | None:
    try:
        seconds = float(value) if value is not None else None
    except (TypeError, ValueError, OverflowError):
        return None
    return min(seconds, LONGEST_S) if seconds is not None and seconds > 0 else None
