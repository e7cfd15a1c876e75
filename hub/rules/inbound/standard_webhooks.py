"""Standard Webhooks 1.0: `v1` (HMAC-SHA256, `whsec_…`) and `v1a` (Ed25519, `whpk_…`), over `{id}.{timestamp}.{body}`.

Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md. Svix sends the same under
`svix-…` names (https://docs.svix.com/receiving/verifying-payloads/how-manual).
"""

import hmac
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterator, Sequence
from datetime import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from hub.rules import signing
from hub.rules.errors import HubError
from hub.rules.inbound import signatures
from hub.rules.inbound.received import Options, Received, Refusal

PREFIXES = ("webhook", "svix")
PUBLIC_BYTES = 32
SIGNATURES_MAX = 20


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when one of the header's signatures is the message's under a live secret or public key."""
    if not secrets:
        return signatures.no_secret()
    family = next((name for name in PREFIXES if f"{name}-signature" in received.headers), PREFIXES[0])
    names = [f"{family}-{part}" for part in ("id", "timestamp", "signature")]
    found = [signatures.header(received, name) for name in names]
    for value in found:
        if isinstance(value, Refusal):
            return value
    message_id, timestamp, text = (str(value) for value in found)
    at_s = signatures.seconds(timestamp, "s")
    if at_s is None:
        return signatures.malformed(names[1])
    given = list(_given(text))
    if not given:
        return signatures.malformed(names[2])
    message = b"%b.%b.%b" % (message_id.encode(), timestamp.encode(), received.body)
    if not any(_fits(secret, version, mac, message) for secret in secrets for version, mac in given):
        return signatures.wrong_signature()
    return signatures.stale(at_s, now, tolerance_s=options.tolerance_s)


def check_secret(secret: str) -> None:
    """Raise HubError `invalid_secret` unless it is a `whsec_…` or a `whpk_…`."""
    if secret.startswith(signing.PUBLIC):
        usable = len(_key(secret)) == PUBLIC_BYTES
    else:
        usable = secret.startswith(signing.SYMMETRIC) and len(_key(secret)) > 0
    if not usable:
        raise HubError("invalid_secret", "A secret is whsec_ or whpk_ (a public key), then base64.", field="secret")


def _given(text: str) -> Iterator[tuple[str, bytes]]:
    """(version, signature) of each entry that is one; versions that nobody knows are passed by."""
    for entry in text.split(" ")[:SIGNATURES_MAX]:
        version, _, encoded = entry.partition(",")
        mac = signatures.decoded(encoded, "base64")
        if version in ("v1", "v1a") and mac is not None:
            yield version, mac


def _fits(secret: str, version: str, mac: bytes, message: bytes) -> bool:
    if secret.startswith(signing.PUBLIC):
        return version == "v1a" and _is_signed(_key(secret), mac, message)
    return version == "v1" and hmac.compare_digest(mac, hmac.digest(_key(secret), message, "sha256"))


def _is_signed(public_key: bytes, signature: bytes, message: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _key(secret: str) -> bytes:
    """Without padding, too: the senders' libraries make such secrets."""
    text = secret.partition("_")[2]
    try:
        return b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (Base64Error, ValueError):
        return b""
