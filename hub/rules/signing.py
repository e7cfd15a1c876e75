"""Signatures of outgoing webhooks.

Source: Standard Webhooks 1.0 (https://www.standardwebhooks.com/): `v1` is HMAC-SHA256 and `v1a` Ed25519, both
over `{id}.{timestamp}.{body}`; the header holds one signature for each live secret, separated by spaces.
"""

import hmac
from base64 import b64encode
from binascii import Error as Base64Error
from binascii import a2b_base64, b2a_base64
from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hub.rules.errors import HubError

SYMMETRIC = "whsec_"
PRIVATE = "whsk_"
PUBLIC = "whpk_"
SECRET_BYTES = range(24, 65)
SEED_BYTES = 32
# An Ed25519 secret also circulates as seed followed by its public key (libsodium, NaCl).
PAIR_BYTES = 64
CACHED_SIGNERS = 10_000


class Signer(Protocol):
    """Signs one message under one secret."""

    def sign(self, message: bytes) -> str:
        """`v1,<base64>` or `v1a,<base64>` for the bytes `{id}.{timestamp}.{body}`."""
        ...


class _Hmac:
    def __init__(self, key: bytes) -> None:
        # Copied for each message: the key schedule is two of the four SHA-256 blocks of a short message.
        self._keyed = hmac.new(key, digestmod="sha256")

    def sign(self, message: bytes) -> str:
        mac = self._keyed.copy()
        mac.update(message)
        return "v1," + b2a_base64(mac.digest(), newline=False).decode()


class _Ed25519:
    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)

    def sign(self, message: bytes) -> str:
        return "v1a," + b2a_base64(self._key.sign(message), newline=False).decode()


@lru_cache(maxsize=CACHED_SIGNERS)
def signer(secret: str) -> Signer:
    """The signer of a `whsec_…` or `whsk_…` secret, kept for the next message.

    Raises HubError `invalid_secret`.
    """
    if secret.startswith(SYMMETRIC):
        return _Hmac(_symmetric_key(secret, field=None))
    return _Ed25519(_seed(secret, field=None))


def sign(secrets: Sequence[str], message_id: str, timestamp_s: int, body: bytes) -> str:
    """The `webhook-signature` header: one signature for each live secret, in their order.

    message_id and timestamp_s are the `webhook-id` and `webhook-timestamp` (Unix seconds) headers of the same
    request.
    """
    message = b"%b.%d.%b" % (message_id.encode(), timestamp_s, body)
    return " ".join([signer(secret).sign(message) for secret in secrets])


def new_secret(random_bytes: bytes) -> str:
    """A `whsec_…` secret from 24 to 64 random bytes, drawn by the caller."""
    if len(random_bytes) not in SECRET_BYTES:
        raise ValueError("a webhook secret has 24 to 64 bytes")
    return SYMMETRIC + b64encode(random_bytes).decode()


def check_secret(text: str, *, field: str | None = "secret") -> None:
    """Raise HubError `invalid_secret` unless the text is a usable `whsec_…` or `whsk_…` secret."""
    if text.startswith(SYMMETRIC):
        _symmetric_key(text, field=field)
    else:
        _seed(text, field=field)


def public_key(secret: str) -> str:
    """The `whpk_…` that receivers verify with, of a `whsk_…`. Raises HubError `invalid_secret`."""
    key = Ed25519PrivateKey.from_private_bytes(_seed(secret, field=None))
    return PUBLIC + b64encode(key.public_key().public_bytes_raw()).decode()


def _symmetric_key(secret: str, *, field: str | None) -> bytes:
    key = _decoded(secret, SYMMETRIC, field=field)
    if len(key) not in SECRET_BYTES:
        raise _invalid("A whsec_ secret holds 24 to 64 bytes.", field)
    return key


def _seed(secret: str, *, field: str | None) -> bytes:
    if not secret.startswith(PRIVATE):
        raise _invalid("A secret starts with whsec_ (HMAC-SHA256) or whsk_ (Ed25519).", field)
    raw = _decoded(secret, PRIVATE, field=field)
    if len(raw) not in (SEED_BYTES, PAIR_BYTES):
        raise _invalid("A whsk_ secret holds 32 bytes, or 64 with its public key.", field)
    seed, public = raw[:SEED_BYTES], raw[SEED_BYTES:]
    if public and Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw() != public:
        raise _invalid("The two halves of this whsk_ secret do not belong together.", field)
    return seed


def _decoded(secret: str, prefix: str, *, field: str | None) -> bytes:
    try:
        return a2b_base64(secret[len(prefix) :], strict_mode=True)
    except (Base64Error, ValueError):
        raise _invalid(f"What follows {prefix} is not base64.", field) from None


def _invalid(detail: str, field: str | None) -> HubError:
    return HubError("invalid_secret", detail, field=field)
