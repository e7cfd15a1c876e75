"""HubSpot, signature version 3: base64 of HMAC-SHA256 over method, URI, body and timestamp, one behind the other.

Source: https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation: the URI is the
whole one that HubSpot was told to call, with the query; some of its encoded characters are decoded; older than five minutes is
refused. One request holds up to 100 events (https://developers.hubspot.com/docs/api/webhooks).
"""

import re
from collections.abc import Sequence
from datetime import datetime

from hub.rules.inbound import signatures
from hub.rules.inbound.received import Options, Received, Refusal

SIGNATURE = "X-HubSpot-Signature-v3"
TIMESTAMP = "X-HubSpot-Request-Timestamp"
# The page's own table; whatever else is encoded stays so.
DECODED = {f"%{ord(char):02X}": char for char in ":/?@!$'()*,;"}
_ENCODED = re.compile("|".join(DECODED), re.IGNORECASE)


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when the request was signed with the app's client secret within the tolerance."""
    if not secrets:
        return signatures.no_secret()
    text, timestamp = signatures.header(received, SIGNATURE), signatures.header(received, TIMESTAMP)
    if isinstance(text, Refusal):
        return text
    if isinstance(timestamp, Refusal):
        return timestamp
    mac = signatures.decoded(text, "base64")
    if mac is None:
        return signatures.malformed(SIGNATURE)
    at_s = signatures.seconds(timestamp, "ms")
    if at_s is None:
        return signatures.malformed(TIMESTAMP)
    message = received.method.encode() + signed_uri(received.url).encode() + received.body + timestamp.encode()
    if not signatures.signed([mac], [secret.encode() for secret in secrets], message):
        return signatures.wrong_signature()
    return signatures.stale(at_s, now, tolerance_s=options.tolerance_s)


def signed_uri(url: str) -> str:
    """The URL as HubSpot signs it."""
    return _ENCODED.sub(lambda match: DECODED[match.group().upper()], url)
