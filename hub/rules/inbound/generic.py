"""An HMAC in a header, over a template: what most senders do, each a little differently.

Presets whose signature is no more than that are rows of this (presets.py).
"""

import re
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Sequence
from datetime import datetime

from hub.rules.errors import HubError
from hub.rules.inbound import signatures
from hub.rules.inbound.received import Options, Received, Refusal

_FIELD = re.compile(r"\{([a-z]*)\}")
FIELDS = ("method", "url", "timestamp", "body")
HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when the header holds the HMAC of the template under a live secret, and the timestamp is recent."""
    if not secrets:
        return signatures.no_secret()
    given = signatures.header(received, options.header)
    if isinstance(given, Refusal):
        return given
    mac = None
    if given.startswith(options.prefix):
        mac = signatures.decoded(given[len(options.prefix) :], options.encoding)
    if mac is None:
        return signatures.malformed(options.header)
    at, at_s = "", 0.0
    if options.timestamp_header:
        found = signatures.header(received, options.timestamp_header)
        if isinstance(found, Refusal):
            return found
        parsed = signatures.seconds(found, options.timestamp_unit)
        if parsed is None:
            return signatures.malformed(options.timestamp_header)
        at, at_s = found, parsed
    keys = [_key(secret, options.secret_encoding) for secret in secrets]
    if not signatures.signed([mac], keys, message(received, options.template, at), algorithm=options.algorithm):
        return signatures.wrong_signature()
    # After the signature: a time is stale only when the sender has really said it.
    return signatures.stale(at_s, now, tolerance_s=options.tolerance_s) if options.timestamp_header else None


def message(received: Received, template: str, timestamp: str) -> bytes:
    """The bytes that were signed: the template with `{method}`, `{url}`, `{timestamp}` and `{body}` filled in."""
    values = {
        "method": received.method.encode(),
        "url": received.url.encode(),
        "timestamp": timestamp.encode(),
        "body": received.body,
    }
    parts = _FIELD.split(template)
    return b"".join(values[part] if place % 2 else part.encode() for place, part in enumerate(parts))


def check(options: Options) -> None:
    """Raise HubError `invalid_options`, naming the field, for what could not verify or would leave something unsigned."""
    for name in ("header", "timestamp_header"):
        value = getattr(options, name)
        if (value or name == "header") and not HEADER_NAME.fullmatch(value):
            raise _invalid("Name the header that holds it.", name)
    for name, known in (("encoding", signatures.ENCODINGS), ("algorithm", signatures.ALGORITHMS)):
        if getattr(options, name) not in known:
            raise _invalid(f"One of {', '.join(known)}.", name)
    used = _FIELD.findall(options.template)
    if any(name not in FIELDS for name in used) or "body" not in used:
        raise _invalid("A template holds {body}, and may hold {method}, {url} and {timestamp}.", "template")
    if bool(options.timestamp_header) != ("timestamp" in used):
        raise _invalid("A timestamp counts only when it is signed: name its header, and {timestamp} here.", "template")


def check_secret(secret: str, options: Options) -> None:
    """Raise HubError `invalid_secret` for one that is not of the form that the options name."""
    try:
        key = _key(secret, options.secret_encoding)
    except (Base64Error, ValueError):
        raise HubError("invalid_secret", f"This secret is not {options.secret_encoding}.", field="secret") from None
    if not key:
        raise HubError("invalid_secret", "An empty secret verifies nothing.", field="secret")


def _key(secret: str, encoding: str) -> bytes:
    if encoding == "hex":
        return bytes.fromhex(secret)
    return a2b_base64(secret, strict_mode=True) if encoding == "base64" else secret.encode()


def _invalid(detail: str, name: str) -> HubError:
    return HubError("invalid_options", detail, field=f"options.{name}")
