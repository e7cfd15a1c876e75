"""Cursor pagination: every listing is newest first by its UUIDv7, and a cursor is the last id that was shown."""

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar
from uuid import UUID

from hub.api.schemas import Listing, Page
from hub.rules.errors import HubError
from hub.rules.ids import parse_id, public_id


class Identified(Protocol):
    """A row with its id."""

    id: UUID


Row = TypeVar("Row", bound=Identified)
Shape = TypeVar("Shape")


def before(page: Page, kind: str) -> UUID | None:
    """The id that the page's rows must be older than. HubError `invalid_cursor`."""
    if page.cursor is None:
        return None
    value = parse_id(kind, page.cursor)
    if value is None:
        raise HubError("invalid_cursor", "This is not a cursor of this listing.", field="query.cursor")
    return value


def listing(rows: Sequence[Row], page: Page, *, kind: str, shape: Callable[[Row], Shape]) -> Listing[Shape]:
    """One page. rows: up to `page.limit + 1` of them; the one too many tells that there is more."""
    shown = rows[: page.limit]
    more = len(rows) > page.limit
    return Listing(
        data=[shape(row) for row in shown],
        next_cursor=public_id(kind, shown[-1].id) if more and shown else None,
    )
