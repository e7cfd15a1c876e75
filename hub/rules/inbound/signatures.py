"""Signatures taken apart and compared: strictly decoded, in constant time, under each live secret."""

import hmac
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Iterable, Sequence
from datetime import datetime

from hub.rules.inbound.received import Reason, Received, Refusal

ALGORITHMS = ("sha256", "sha512", "sha1")
ENCODINGS = ("hex", "base64")
# Seconds since 1970 for the year 9999: whatever is larger is not a time.
LATEST_S = 253_402_300_799


def header(received: Received, name: str) -> str | Refusal:
    """The header's value, or the refusal that says that it is missing."""
    value = received.headers.get(name.lower(), "").strip()
    return value or Refusal(Reason.MISSING_HEADER, f"The request has no {name} header.")


def decoded(text: str, encoding: str) -> bytes | None:
    """The bytes behind hex or base64; None for anything else: nothing at all, blanks within, base64 not padded rightly."""
    try:
        raw = a2b_base64(text, strict_mode=True) if encoding == "base64" else bytes.fromhex(text)
    except (Base64Error, ValueError):
        return None
    return raw if raw and not any(char.isspace() for char in text) else None


def signed(given: Iterable[bytes], keys: Sequence[bytes], message: bytes, *, algorithm: str = "sha256") -> bool:
    """Whether any of the given MACs is the message's under any of the keys. Each comparison takes constant time."""
    right = [hmac.digest(key, message, algorithm) for key in keys]
    return any(hmac.compare_digest(one, mac) for one in given for mac in right)


def wrong_signature() -> Refusal:
    """What is said about every signature that does not match, whatever the cause."""
    return Refusal(Reason.WRONG_SIGNATURE, "The signature is not of this request under any live secret.")


def no_secret() -> Refusal:
    """What is said while a source has no secret yet."""
    return Refusal(Reason.NO_SECRET, "This source has no secret yet: nothing can be verified.")


def malformed(name: str) -> Refusal:
    """What is said about a header that is not of its form."""
    return Refusal(Reason.MALFORMED_HEADER, f"The {name} header is not of the expected form.")


def seconds(text: str, unit: str) -> float | None:
    """Seconds since 1970 of a header: `s` and `ms` are digits only, `iso` is RFC 3339 with its offset."""
    if unit == "iso":
        try:
            at = datetime.fromisoformat(text)
        except ValueError:
            return None
        return at.timestamp() if at.tzinfo else None
    if not (text.isascii() and text.isdigit() and len(text) <= 16):
        return None
    value = int(text) / (1000 if unit == "ms" else 1)
    return value if value <= LATEST_S else None


def stale(at_s: float, now: datetime, *, tolerance_s: int) -> Refusal | None:
    """A refusal when the sender's time and ours differ by more than the tolerance, in either direction."""
    if abs(now.timestamp() - at_s) <= tolerance_s:
        return None
    return Refusal(Reason.STALE_TIMESTAMP, f"The timestamp is more than {tolerance_s} s away from ours.")
