"""The two requests of an authorization code grant: what the browser is sent to, and the exchange of the code."""

import asyncio
import hashlib
import hmac
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from ipaddress import ip_network
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings

from hub.connectors.credentials import Token
from hub.connectors.manifest.auth import AuthorizationCode
from hub.connectors.manifest.authorizers import filled_url, request_token
from hub.connectors.outbound import Outbound, RemoteFailure
from hub.connectors.templates import render_text

SECRET_BYTES = 32
EXCHANGE_S = 20.0


class Refused(Exception):
    """The vendor gave no token. error: {"code", "message"}, without secrets."""

    def __init__(self, error: dict[str, str]) -> None:
        super().__init__(error["code"])
        self.error = error


@dataclass(frozen=True, slots=True)
class Consent:
    """Who asks for consent, and how. credentials: the client's. config: the connection's."""

    kind: AuthorizationCode
    credentials: Mapping[str, Any] = field(repr=False)
    config: Mapping[str, Any]

    @property
    def values(self) -> dict[str, Any]:
        """What templates know."""
        return {"credentials": self.credentials, "config": self.config}


def secret() -> str:
    """256 bits, as text that fits into a URL; 43 characters, as a verifier needs (RFC 7636 4.1)."""
    return secrets.token_urlsafe(SECRET_BYTES)


def hashed(text: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(text.encode()).digest()


def same(kept: bytes | None, text: str) -> bool:
    """Whether the text is the secret that was kept; in constant time."""
    return kept is not None and hmac.compare_digest(bytes(kept), hashed(text))


def base_url() -> str:
    """Where people's browsers reach us."""
    return (settings.HUB.callback_url or settings.HUB.api_url).rstrip("/")


def redirect_uri() -> str:
    """The address to be registered with each vendor."""
    return f"{base_url()}/connect/callback"


def authorize_url(consent: Consent, *, state: str, verifier: str) -> str:
    """The vendor's page that asks for consent (RFC 6749 4.1.1), with a challenge where the vendor knows PKCE."""
    kind = consent.kind
    params = {
        "response_type": "code",
        "client_id": str(consent.credentials["client_id"]),
        "redirect_uri": redirect_uri(),
        "state": state,
    }
    if kind.scopes:
        params["scope"] = kind.scope_separator.join(kind.scopes)
    if kind.pkce:
        params |= {"code_challenge": challenge(verifier), "code_challenge_method": "S256"}
    params |= {name: render_text(text, consent.values) for name, text in kind.authorize.items()}
    url = filled_url(kind.authorize_url, consent.values)
    return f"{url}{'&' if '?' in url else '?'}{urlencode(params, quote_via=quote)}"


def challenge(verifier: str) -> str:
    """RFC 7636 4.2, S256."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def exchange(consent: Consent, base: str, *, code: str, verifier: str) -> tuple[dict[str, Any], datetime | None]:
    """Credentials with what the code was worth, and when the consent ends, if that is known. Raises Refused.

    A real request: never inside a transaction.
    """
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri()}
    if consent.kind.pkce:
        form["code_verifier"] = verifier
    try:
        token = asyncio.run(_ask(consent, base, form))
    except TimeoutError:
        text = f"The system's token endpoint gave no answer within {EXCHANGE_S:g} s."
        raise Refused({"code": "unavailable", "message": text}) from None
    except RemoteFailure as failure:
        outcome = failure.outcome
        raise Refused({"code": outcome.provider_code or outcome.category, "message": outcome.message}) from None
    if not token.refresh_token:
        text = "The system gave no refresh token: the connection would end with its first access token."
        raise Refused({"code": "no_refresh_token", "message": text})
    given = {"access_token": token.value, "refresh_token": token.refresh_token, "token_extra": dict(token.extra)}
    if token.expires_at is not None:
        given["expires_at"] = token.expires_at.isoformat()
    return {**consent.credentials, **given}, token.grant_ends_at


async def _ask(consent: Consent, base: str, form: Mapping[str, str]) -> Token:
    allow = [ip_network(network) for network in settings.HUB.connection_allow]
    outbound = Outbound(base, allow=allow)
    try:
        async with asyncio.timeout(EXCHANGE_S):
            return await request_token(consent.kind, form, values=consent.values, outbound=outbound)
    finally:
        await outbound.aclose()
