"""What of a kept request nobody is shown: credentials that came along with it."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

HIDDEN = "[redacted]"
_CREDENTIAL = re.compile(
    r"(^|[-_])(authorization|cookie|token|secret|password|passwd|api[-_]?key|apikey|session)s?([-_]|$)", re.IGNORECASE
)
# Salesforce sends one along when it is told to.
_SESSION = re.compile(rb"(<(?:[\w.-]+:)?SessionId[^>]*>)[^<]+(</)")


def redacted_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers without the values of those that carry credentials. Signatures stay: they are good for one body only."""
    return {name: HIDDEN if _CREDENTIAL.search(name) else value for name, value in headers.items()}


def redacted_query(query: str) -> str:
    """A query without the values of parameters that are named like credentials."""
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    return urlencode([(name, HIDDEN if _CREDENTIAL.search(name) else value) for name, value in pairs], safe="[]")


def redacted_body(body: bytes, secrets: Iterable[str]) -> bytes:
    """A body without the source's own secrets (Microsoft sends one back in each notification) and Salesforce's session."""
    for secret in secrets:
        body = body.replace(secret.encode(), HIDDEN.encode())
    return _SESSION.sub(rb"\g<1>[redacted]\g<2>", body)
