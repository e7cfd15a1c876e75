"""Pages of a tenant's log that were read for one client, kept a moment for those that come back to about the same place.

After a restart thousands of clients resume at a handful of cursors: without this each would read the same pages.
"""

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from hub.realtime.item import Item
from hub.rules.cursor import Position

KEPT_MAX = 8
KEPT_BYTES = 256 * 1024
KEPT_S = 5.0

# Everything of the tenant behind a position, at most a page of it, and how far that reaches.
Read = Callable[[Position], Awaitable[tuple[list[Item], Position]]]


class Stretch(NamedTuple):
    """items: all of the log in (begin, end]. read_at: time.monotonic()."""

    begin: Position
    end: Position
    items: list[Item]
    read_at: float


class Stretches:
    """One tenant's. What lies below the log's visible end does not change any more, so a stretch is never wrong."""

    __slots__ = ("_kept", "_turn")

    def __init__(self) -> None:
        self._kept: deque[Stretch] = deque(maxlen=KEPT_MAX)
        self._turn = asyncio.Lock()

    async def after(self, position: Position, read: Read) -> tuple[list[Item], Position]:
        """What follows the position and how far that reaches; read only when nobody has just done so."""
        async with self._turn:
            found = next((one for one in self._kept if one.begin <= position < one.end), None)
            if found is None:
                items, end = await read(position)
                found = Stretch(position, end, items, time.monotonic())
                if sum(item.size for item in items) <= KEPT_BYTES:
                    self._kept.append(found)
        return [item for item in found.items if item.position > position], found.end

    def forget(self, now: float) -> None:
        """Drop what was read too long ago. now: time.monotonic()."""
        while self._kept and self._kept[0].read_at < now - KEPT_S:
            self._kept.popleft()
