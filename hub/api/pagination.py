"""Cursor pagination: every listing is newest first by its UUIDv7, and a cursor holds the last id that was shown."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from hub.api.schemas import Listing, Page
from hub.rules import cursor


class Identified(Protocol):
    """A row with its id."""

    id: UUID


Row = TypeVar("Row", bound=Identified)
Shape = TypeVar("Shape")


def before(page: Page) -> UUID | None:
    """The id that the page's rows must be older than, or None for the first page. HubError `invalid_cursor`."""
    if page.cursor is None:
        return None
    return cursor.decode_page(page.cursor, field="query.cursor", types=[UUID])[0]


def listing(rows: Sequence[Row], page: Page, *, shape: Callable[[Row], Shape]) -> Listing[Shape]:
    """One page. rows: up to `page.limit + 1` of them; the one too many tells that there is more."""
    shown = rows[: page.limit]
    more = len(rows) > page.limit
    return Listing(
        data=[shape(row) for row in shown],
        next_cursor=cursor.encode_page([shown[-1].id]) if more else None,
    )
