"""Secrets and signed tokens: making, hashing, signing, verifying.

Each purpose signs with its own key derived from the installation's secret key, so a token of one purpose is never
accepted for another.
"""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import jwt
from django.conf import settings

ISSUER = "hub"
OPERATOR = "hub.operator"
STREAM = "hub.stream"
API_KEY_PREFIX = "hub_sk_"
REFRESH_PREFIX = "hub_rt_"
INVITE_PREFIX = "hub_inv_"


def new_secret(prefix: str) -> str:
    """`prefix` and 43 characters of URL-safe base64: 256 random bits."""
    return prefix + secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """SHA-256 of a token. A plain hash is enough for 256 random bits; passwords are hashed differently."""
    return hashlib.sha256(token.encode()).digest()


@cache
def _signing_key(secret: str, purpose: str) -> bytes:
    return hmac.digest(secret.encode(), f"hub token {purpose}".encode(), "sha256")


def sign(purpose: str, claims: dict[str, Any], *, lifetime: timedelta) -> tuple[str, datetime]:
    """A JWT (HS256) for `purpose` with these claims, and the instant when it expires (whole seconds, UTC)."""
    now = datetime.now(UTC).replace(microsecond=0)
    expires_at = now + lifetime
    body = {**claims, "iss": ISSUER, "aud": purpose, "iat": now, "exp": expires_at}
    return jwt.encode(body, _signing_key(settings.SECRET_KEY, purpose), algorithm="HS256"), expires_at


def verify(purpose: str, token: str) -> dict[str, Any] | None:
    """The claims of a token signed by `sign` for this purpose, or None when it is forged, expired or something else."""
    try:
        return jwt.decode(
            token,
            _signing_key(settings.SECRET_KEY, purpose),
            algorithms=["HS256"],
            audience=purpose,
            issuer=ISSUER,
            options={"require": ["exp", "iat", "aud", "iss", "sub", "tid"]},
        )
    except jwt.InvalidTokenError:
        return None
