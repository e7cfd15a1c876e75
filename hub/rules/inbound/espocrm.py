"""EspoCRM: base64 of `<webhook id>:<HMAC-SHA256 of the body>` in `Signature`; the body is always a list of records.

Source: https://docs.espocrm.com/administration/webhooks/ ("Signature checking"). From 9.0 on the HMAC within is written in hex;
before that it went raw into `X-Signature`, which is sent along until 11.0 (application/Espo/Core/Webhook/Sender.php of 7.x).
The body does not say which event it is: one webhook has one, so the source's `type` names it.
"""

from collections.abc import Sequence
from datetime import datetime

from hub.rules.inbound import signatures
from hub.rules.inbound.received import Options, Reason, Received, Refusal

HEADER = "Signature"
OLD_HEADER = "X-Signature"


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when the body was signed with the webhook's secret key; webhook_id: refuse any other webhook's."""
    if not secrets:
        return signatures.no_secret()
    name = OLD_HEADER if HEADER.lower() not in received.headers and OLD_HEADER.lower() in received.headers else HEADER
    text = signatures.header(received, name)
    if isinstance(text, Refusal):
        return text
    webhook_id, colon, rest = (signatures.decoded(text, "base64") or b"").partition(b":")
    mac = _hex(rest) if name == HEADER else rest
    if not colon or not mac:
        return signatures.malformed(name)
    if not signatures.signed([mac], [secret.encode() for secret in secrets], received.body):
        return signatures.wrong_signature()
    if options.webhook_id and webhook_id != options.webhook_id.encode():
        return Refusal(Reason.WRONG_SENDER, "This is signed for another webhook.")
    return None


def _hex(text: bytes) -> bytes | None:
    try:
        return signatures.decoded(text.decode("ascii"), "hex")
    except UnicodeDecodeError:
        return None
