"""Bodies, headers and queries of an exchange as they may be shown to a person."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote_plus

from hub.rules.redaction import HIDDEN, Values, hide_form, hide_json_text, hide_members, hide_text

# Shown of each body.
BODY_BYTES = 4 * 1024
# Longer ones are not read as a whole: what is shown is their beginning.
READ_WHOLE_BYTES = 16 * 1024
HEADERS = 40
HEADER_CHARS = 200
FORM = "application/x-www-form-urlencoded"
# What HTTP itself needs, and what the hub always says.
FRAMING = {
    "host",
    "connection",
    "accept-encoding",
    "content-encoding",
    "content-length",
    "date",
    "keep-alive",
    "server",
    "transfer-encoding",
    "user-agent",
}
SHOWN_HEADERS = {
    "accept",
    "cf-ray",
    "content-type",
    "etag",
    "idempotency-key",
    "if-match",
    "request-id",
    "retry-after",
    "sforce-request-id",
    "x-amzn-requestid",
    "x-correlation-id",
    "x-request-id",
}
# Where in a list, how much of a record, in which form: what is searched for is shown as a body is.
SHOWN_QUERY = {
    *(
        "limit",
        "offset",
        "page",
        "page_size",
        "pagesize",
        "per_page",
        "start",
        "top",
        "skip",
        "sort",
        "order",
        "order_by",
    ),
    *(
        "fields",
        "select",
        "expand",
        "include",
        "count",
        "format",
        "filter",
        "q",
        "query",
        "search",
        "version",
        "api-version",
    ),
}


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of one side. content: None when they did not come to their end."""

    content: bytes | None
    kind: str
    secrets: Values

    def shown(self) -> dict[str, Any]:
        """`content_type`, `bytes`, and `body` with `truncated`: None for what is no text."""
        text, cut = self._text() if self.content else (None, False)
        return {
            "content_type": self.secrets.hide(self.kind)[:HEADER_CHARS] or None,
            "bytes": None if self.content is None else len(self.content),
            "body": text,
            "truncated": cut,
        }

    def _text(self) -> tuple[str | None, bool]:
        assert self.content is not None  # noqa: S101 asked for above
        whole = len(self.content) <= READ_WHOLE_BYTES
        text = _decoded(self.content[:READ_WHOLE_BYTES], whole=whole)
        if text is None:
            return None, False
        shown = self.secrets.hide(self._redacted(text, whole=whole))
        if not whole:
            # What is left of a secret at the cut is not known for one.
            shown = shown[: max(0, len(shown) - self.secrets.longest)]
        excerpt = shown.encode(errors="replace")[:BODY_BYTES].decode(errors="ignore")
        return excerpt, not whole or len(excerpt) < len(shown)

    def _redacted(self, text: str, *, whole: bool) -> str:
        if self.kind.partition(";")[0].strip().lower() == FORM:
            return hide_form(text, self.secrets.hide)
        if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
            return hide_text(text)
        if not whole:
            return hide_json_text(text)
        try:
            document = hide_members(json.loads(text))
        except (ValueError, RecursionError):
            return hide_json_text(text)
        shown = json.dumps(document, ensure_ascii=False)
        # Mostly there is none of them, and the document needs no second walk.
        return json.dumps(self._valueless(document), ensure_ascii=False) if self.secrets.may_be_in(shown) else shown

    def _valueless(self, document: Any) -> Any:
        """Without known values in its texts, before these are escaped again."""
        if isinstance(document, str):
            return self.secrets.hide(document)
        if isinstance(document, dict):
            return {self.secrets.hide(name): self._valueless(each) for name, each in document.items()}
        return [self._valueless(each) for each in document] if isinstance(document, list) else document


def content_type(headers: Mapping[str, str]) -> str:
    """As the side says; empty when it does not."""
    return headers.get("content-type") or ""


def headers_of(headers: Mapping[str, str], hide: Callable[[str], str]) -> list[dict[str, str | None]]:
    """Name and value of each header but HTTP's own; None for a value that is not shown."""
    named = [(name.lower(), value) for name, value in headers.items() if name.lower() not in FRAMING]
    return [
        {
            "name": hide(name)[:HEADER_CHARS],
            "value": hide(value)[:HEADER_CHARS] if name in SHOWN_HEADERS else None,
        }
        for name, value in named[:HEADERS]
    ]


def query_of(query: str, hide: Callable[[str], str]) -> str:
    """A query with its `?`: the names, and the values of those in SHOWN_QUERY. Empty when there is none."""
    if not query:
        return ""
    return "?" + "&".join(_parameter(*pair.partition("=")[::2], hide) for pair in query.split("&"))


def _parameter(name: str, value: str, hide: Callable[[str], str]) -> str:
    name = hide(unquote_plus(name))
    if name.removeprefix("$").lower() not in SHOWN_QUERY:
        return f"{quote(name, safe='$[]•')}={HIDDEN}"
    return f"{name}={hide(hide_text(unquote_plus(hide(value))))}"


def _decoded(content: bytes, *, whole: bool) -> str | None:
    """UTF-8; None for anything else. A character that the cut goes through is left out."""
    for missing in range(1 if whole else 4):
        try:
            text = content[: len(content) - missing].decode()
        except UnicodeDecodeError:
            continue
        return None if "\x00" in text else text
    return None
