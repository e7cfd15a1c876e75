"""Stripe: `Stripe-Signature: t=<s>,v1=<hex>[,v1=<hex>]`, HMAC-SHA256 over `{t}.{body}`.

Source: https://docs.stripe.com/webhooks/signatures ("Verify webhook signatures manually"): several `v1` while a secret is
being rolled; every other scheme is ignored, so that nobody is led back to a weaker one.
"""

from collections.abc import Sequence
from datetime import datetime

from hub.rules.inbound import signatures
from hub.rules.inbound.received import Options, Received, Refusal

HEADER = "Stripe-Signature"
SIGNATURES_MAX = 20


def verify(received: Received, secrets: Sequence[str], options: Options, now: datetime) -> Refusal | None:
    """None when a `v1` is the body's under a live secret, at the time that the header says."""
    if not secrets:
        return signatures.no_secret()
    text = signatures.header(received, HEADER)
    if isinstance(text, Refusal):
        return text
    pairs = [part.strip().partition("=")[::2] for part in text.split(",")]
    times = [value for name, value in pairs if name == "t"]
    macs = [signatures.decoded(value, "hex") for name, value in pairs if name == "v1"][:SIGNATURES_MAX]
    at_s = signatures.seconds(times[0], "s") if len(times) == 1 else None
    given = [mac for mac in macs if mac is not None]
    if at_s is None or not given:
        return signatures.malformed(HEADER)
    message = b"%b.%b" % (times[0].encode(), received.body)
    if not signatures.signed(given, [secret.encode() for secret in secrets], message):
        return signatures.wrong_signature()
    return signatures.stale(at_s, now, tolerance_s=options.tolerance_s)
