"""Reading a list that comes in pages: a bounded number of them, and a cursor for whoever wants more."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from hub.connectors.http_shapes import check_path
from hub.connectors.manifest.parts import Paging, Request, Returns
from hub.connectors.manifest.session import ManifestSession, Sent
from hub.connectors.outbound import Answer, RemoteFailure
from hub.connectors.templates import place
from hub.rules.outcomes import Category, failed
from hub.rules.pointers import resolve

LINK = re.compile(r"<([^>]*)>\s*((?:;[^,<]*)*)")
NEXT = re.compile(r"""rel\s*=\s*"?[^";,]*\bnext\b""", re.IGNORECASE)
NUMBER = re.compile(r"[0-9]{1,18}")

FOREIGN = "The cursor is none that this operation has given."


async def read_pages(
    session: ManifestSession, request: Request, returns: Returns, *, paging: Paging, values: Mapping[str, Any]
) -> tuple[list[Any], str | None, Answer]:
    """(records, cursor, last answer): up to the input's `limit`, from its `cursor`.

    The cursor is what the next call takes as `cursor`; None at the end. It may lie within a page only where the
    system counts records; elsewhere whole pages are given, so that `limit` is rounded up to them.
    """
    given = values["input"]
    limit, cursor = given.get("limit", paging.size), given.get("cursor")
    records: list[Any] = []
    for _ in range(paging.max_pages):
        size = min(paging.size, max(1, limit - len(records)))
        sent = _page(session, request, paging, values={**values, "cursor": cursor, "size": size})
        answer = await session.send(sent)
        document = session.document(answer)
        if session.refused(request, answer, document):
            raise RemoteFailure(session.meaning(answer, document, wrote=False, values=values))
        found = resolve(document, returns.pointer)
        page = found if isinstance(found, list) else []
        records += page
        cursor = _next(paging, answer, document, at=(cursor, len(page), size), session=session, path=sent.path)
        if cursor is None or not page or len(records) >= limit:
            break
    return records, cursor if records else None, answer


def _page(session: ManifestSession, request: Request, paging: Paging, *, values: Mapping[str, Any]) -> Sent:
    """The request for one page. values: with `cursor` and `size`."""
    cursor = values["cursor"]
    if cursor is not None and paging.style in {"next_url", "link"}:
        _check_cursor(str(cursor))
        base = session.build(request, values, writes=False)
        return Sent(base.method, str(cursor), False, base.headers)
    asked: dict[str, Any] = {paging.size_parameter: values["size"]} if paging.size_parameter else {}
    first = paging.first if paging.style == "cursor" else paging.first or 0
    if paging.parameter and (start := first if cursor is None else cursor) is not None:
        asked[paging.parameter] = start if paging.style == "cursor" else _count(start)
    if paging.into == "body":
        body = request.body
        for name, value in asked.items():
            body = place(body, f"/{name}", value)
        return session.build(request.model_copy(update={"body": body}), values, writes=False)
    query = {**request.query, **{name: str(value) for name, value in asked.items()}}
    return session.build(request.model_copy(update={"query": query}), values, writes=False)


def _next(
    paging: Paging, answer: Answer, document: Any, *, at: tuple[Any, int, int], session: ManifestSession, path: str
) -> str | None:
    """Where the next page begins. at: (cursor, records, records asked for) of this one."""
    cursor, count, size = at
    if paging.more is not None and not resolve(document, paging.more):
        return None
    if paging.style == "cursor":
        found = resolve(document, str(paging.next))
        return str(found) if found not in (None, "") else None
    if paging.style in {"next_url", "link"}:
        url = _linked(answer.headers.get("link", "")) if paging.style == "link" else resolve(document, str(paging.next))
        return _below(session.outbound.base_url, path, url) if isinstance(url, str) and url else None
    if count < size and paging.more is None:
        return None
    start = int(cursor or paging.first or 0)
    return str(start + (count if paging.style == "offset" else 1))


def _linked(header: str) -> str | None:
    """The URL with rel=next of a Link header. Source: RFC 8288, 3."""
    return next((url for url, rest in LINK.findall(header) if NEXT.search(rest)), None)


def _below(base_url: str, path: str, url: str) -> str:
    """A page's URL as a path below the base URL, with its query. RemoteFailure for one that leads elsewhere."""
    full = urlsplit(urljoin(base_url + path, url))
    base = urlsplit(base_url)
    below = full.path.startswith(base.path + "/") and (full.scheme, full.netloc) == (base.scheme, base.netloc)
    if not below:
        text = "The system's next page lies outside the connection's address."
        raise RemoteFailure(failed(Category.VALIDATION, text, provider_code="page_elsewhere"))
    rest = full.path.removeprefix(base.path)
    return f"{rest}?{full.query}" if full.query else rest


def _count(cursor: Any) -> int:
    """A cursor is text; what counts records or pages is a number, also in a JSON body."""
    if not NUMBER.fullmatch(str(cursor)):
        raise RemoteFailure(failed(Category.VALIDATION, FOREIGN, field_errors={"cursor": FOREIGN}))
    return int(cursor)


def _check_cursor(cursor: str) -> None:
    path, _, query = cursor.partition("?")
    try:
        check_path(path)
        if not query.isascii() or re.search(r"[\x00-\x20\x7f#]", query):
            raise ValueError("A cursor's query is ASCII.")
    except ValueError as error:
        raise RemoteFailure(failed(Category.VALIDATION, FOREIGN, field_errors={"cursor": FOREIGN})) from error
