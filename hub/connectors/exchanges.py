"""What a call has asked of the outside system and what that said, kept for whoever looks into the run later.

Only what may be shown is ever held: each exchange is stripped of its secrets when it ends (`hub/rules/redaction.py`), so
that a run holds some hundred KiB at most, whatever it sends. docs/jobs.md, "What was asked and answered".
"""

import json
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from urllib.parse import unquote

import httpx
import structlog

from hub.connectors.readable import BODY_BYTES, Body, content_type, headers_of, query_of
from hub.rules.keepable import keepable_text
from hub.rules.outcomes import Outcome
from hub.rules.redaction import Values, hide_text, is_secret, texts_of, texts_of_header

log = structlog.get_logger()

# Of a run with many exchanges: those that it begins with, and those that it ends with.
FIRST = LAST = 10
TOTAL_BYTES = 64 * 1024
# Of each body, until all of them have their place; at last there are no headers either.
SHORTER = (BODY_BYTES, 2048, 1024, 512, 128, 0)
PATH_CHARS = 500
REQUEST_IDS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "sforce-request-id", "cf-ray")
# Members of credentials that say how, not what.
OPEN_CREDENTIALS = {"auth", "expires_at", "header_name", "token_extra", "scope", "algorithm"}
# And those that say who: an `admin` is found in half of all texts, so that only longer ones are hidden.
NAMES = {"username", "user", "login", "email", "client_id"}
LONG = 8
PROOFS = {"authorization", "proxy-authorization", "cookie"}


class Keep(StrEnum):
    """Of which runs exchanges are kept; of the others only how many there were (`HUB_KEEP_EXCHANGES`)."""

    ALL = "all"
    FAILURES = "failures"
    NONE = "none"


@dataclass(slots=True)
class Exchange:
    """A request and what has come back so far. body: once it is complete. error: why it is not, see no_answer.py."""

    request: httpx.Request
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    error: str | None = None
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    began: float = field(default_factory=time.monotonic)


class Exchanges:
    """Of one run; costs next to nothing before the first exchange."""

    def __init__(
        self, credentials: Mapping[str, Any], *, callback_url: str | None = None, keep: Keep = Keep.ALL
    ) -> None:
        """credentials, callback_url: of the run; none of them is ever kept."""
        self._credentials, self._callback_url, self._keep = credentials, callback_url, keep
        self._secrets = Values()
        self._first: list[dict[str, Any]] = []
        self._last: deque[dict[str, Any]] = deque(maxlen=LAST)
        self._count = 0

    def add(self, exchange: Exchange, *, hushed: bool) -> None:
        """Keep what may be shown of an exchange that has ended. hushed: neither bodies nor headers."""
        if self._keep == Keep.NONE:
            self._count += 1
            return
        try:
            if not self._count:
                self._know_own()
            self._secrets.add(_proofs(exchange.request.headers))
            kept = self._line(exchange) | ({"confidential": True} if hushed else self._sides(exchange))
        except (ValueError, RecursionError) as error:
            # Whatever a stranger's bytes do to this, the call itself has to go on; its words might hold those bytes.
            log.error("exchange.not_kept", error=type(error).__name__)
            return
        self._count += 1
        (self._first if len(self._first) < FIRST else self._last).append(kept)

    def settle(self, result: object) -> None:
        """The run has this result: of one that did not fail, `failures` forgets all but the number. See Outcome."""
        if self._keep == Keep.FAILURES and not isinstance(result, Outcome):
            self._first.clear()
            self._last.clear()

    def as_json(self) -> str | None:
        """For the run's row: `{"left_out", "kept"}` of at most TOTAL_BYTES; None when there was no exchange."""
        if not self._count:
            return None
        # A proof that was met later may stand in what was kept before it was known.
        kept = [_each_text(one, self._secrets.hide) for one in (*self._first, *self._last)]
        for limit in SHORTER:
            document = {"left_out": self._count - len(kept), "kept": [_shortened(one, limit) for one in kept]}
            text = json.dumps(document, ensure_ascii=False)
            if len(text.encode()) <= TOTAL_BYTES:
                break
        return text

    def _know_own(self) -> None:
        own = ((name, text) for name, value in self._credentials.items() for text in texts_of(value))
        self._secrets.add(
            text for name, text in own if name not in OPEN_CREDENTIALS and (len(text) >= LONG or name not in NAMES)
        )
        if self._callback_url:
            self._secrets.add([self._callback_url, self._callback_url.rpartition("/")[2]])

    def _line(self, exchange: Exchange) -> dict[str, Any]:
        url, hide = exchange.request.url, self._secrets.hide
        path, _, query = url.raw_path.decode("ascii", "replace").partition("?")
        request_id = request_id_of(exchange.headers)
        return {
            "at": exchange.at.isoformat(),
            "method": exchange.request.method,
            "host": url.netloc.decode("ascii", "replace"),
            "path": (hide_text(hide(unquote(hide(path)))) + query_of(query, hide))[:PATH_CHARS],
            "status": exchange.status,
            "error": exchange.error,
            "duration_ms": round((time.monotonic() - exchange.began) * 1000, 1),
            "request_id": hide(request_id) if request_id else None,
            "confidential": False,
            "request": None,
            "response": None,
        }

    def _sides(self, exchange: Exchange) -> dict[str, Any]:
        asked = exchange.request
        sides = {"request": self._side(asked.headers, asked.content)}
        if exchange.status is not None:
            sides["response"] = self._side(exchange.headers, exchange.body)
        return sides

    def _side(self, headers: Mapping[str, str], body: bytes | None) -> dict[str, Any]:
        shown = Body(body, content_type(headers), self._secrets).shown()
        return {"headers": headers_of(headers, self._secrets.hide)} | shown


def request_id_of(headers: Mapping[str, str]) -> str | None:
    """What the other system calls a request, from the headers of its answer."""
    return next((value[:200] for name in REQUEST_IDS if (value := headers.get(name))), None)


def _proofs(headers: Mapping[str, str]) -> Iterator[str]:
    for name, value in headers.items():
        if name in PROOFS or is_secret(name):
            # Shorter ones are words such as Fetch.
            yield from (text for text in texts_of_header(value) if len(text) >= LONG)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return keepable_text(change(value))
    if isinstance(value, dict):
        return {name: _each_text(each, change) for name, each in value.items()}
    return [_each_text(each, change) for each in value] if isinstance(value, list) else value


def _shortened(one: dict[str, Any], limit: int) -> dict[str, Any]:
    """The exchange with bodies of at most `limit` bytes; without headers when that is 0."""
    short = dict(one)
    for side in ("request", "response"):
        if one[side] is None:
            continue
        body = one[side]["body"]
        if body is not None and len(body.encode()) > limit:
            cut = body.encode()[:limit].decode(errors="ignore")
            short[side] = one[side] | {"body": cut or None, "truncated": True}
        if not limit:
            short[side] = short[side] | {"headers": []}
    return short
