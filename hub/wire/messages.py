"""What goes into the wire and what comes out of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

# Every value of `Response.error`; part of the public contract, since attempts show it.
ERRORS = frozenset(
    [
        "dns",
        "forbidden_address",
        "connect",
        "connect_timeout",
        "tls",
        "timeout",
        "early_close",
        "protocol",
        "headers_too_large",
        "invalid_url",
        "invalid_header",
        # Of an endpoint's access token (delivery/tokens.py); nothing was sent to the endpoint itself.
        "token_unreachable",
        "token_refused",
        "token_invalid",
        # The hub cannot decrypt what the endpoint keeps sealed (delivery/targets.py); nothing was sent.
        "secrets_unreadable",
    ]
)


# A response's error as well, of what its request's `may_send` kept back: no attempt was made.
NOT_SENT = "not_sent"


@dataclass(frozen=True, slots=True)
class Tls:
    """What differs from the usual: PEM, each None for the usual. ca: the receiver is verified by these and no others."""

    certificate: bytes | None = None
    key: bytes | None = field(default=None, repr=False)
    ca: bytes | None = None


@dataclass(slots=True)
class Request:
    """One POST.

    key: anything, comes back with the response. headers: `Name: value` lines, ASCII. connect_timeout_s: for
    the name, the connection and TLS. timeout_s: for everything, the answer's body included. may_send: asked when the
    connection is there, right before the first byte leaves; when it says no the response is NOT_SENT.
    """

    key: object
    url: str
    headers: list[str]
    body: bytes
    connect_timeout_s: float
    timeout_s: float
    tls: Tls | None = None
    may_send: Callable[[], bool] | None = None


@dataclass(slots=True)
class Response:
    """What became of a request.

    status: of the final answer, also when its body was cut off; None when none came. error: one of ERRORS, NOT_SENT, or
    None when the exchange was complete. headers: names in lower case, repeated ones joined by `, `; at most
    64 and 8 KiB are kept. excerpt: the first 16 KiB of the body, as sent.
    """

    key: object
    status: int | None = None
    error: str | None = None
    error_detail: str = ""
    duration_ms: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    excerpt: bytes = b""
