"""One tenant's log as this process has read it: its newest events in memory, and who wants to hear of more."""

import time
from collections import deque
from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from hub.eventlog.read import Entry
from hub.realtime.item import Item
from hub.realtime.stretches import Stretches
from hub.rules.cursor import Position
from hub.rules.topics import EVERYTHING, Topic

# Whoever comes back within these is served without a look into the database; per tenant with listeners.
RECENT_MAX = 256
RECENT_BYTES = 256 * 1024
RECENT_S = 30.0

Key = str | UUID


class Reader(Protocol):
    """Somebody who follows a topic."""

    topic: Topic

    def offer(self, item: Item, before: Position) -> None:
        """A new event of the topic, perhaps twice. before: the place of the tenant's previous event. Must not wait."""


class Feed:
    """Everything in (floor, position] is in `_recent`; readers get what comes after position."""

    __slots__ = (
        "_bytes",
        "_readers",
        "_recent",
        "floor",
        "idle_since",
        "position",
        "readers",
        "stretches",
        "tenant_id",
    )

    def __init__(self, tenant_id: UUID, position: Position) -> None:
        self.tenant_id = tenant_id
        self.position = self.floor = position
        self.readers = 0
        self.stretches = Stretches()
        self.idle_since = time.monotonic()
        self._recent: deque[tuple[float, Item]] = deque()
        self._bytes = 0
        self._readers: dict[Key, dict[Reader, None]] = {}

    def attach(self, reader: Reader) -> None:
        """From now on the reader is offered what is new."""
        for key in _keys(reader.topic):
            self._readers.setdefault(key, {})[reader] = None
        self.readers += 1

    def detach(self, reader: Reader) -> None:
        """No more offers; a reader is detached once."""
        for key in _keys(reader.topic):
            group = self._readers[key]
            del group[reader]
            if not group:
                del self._readers[key]
        self.readers -= 1
        self.idle_since = time.monotonic()

    def publish(self, entries: Iterable[Entry]) -> None:
        """Offer what the log has after `position`, in its order; what was read twice is left out."""
        now = time.monotonic()
        for entry in entries:
            if entry.position <= self.position:
                continue
            item = Item(entry)
            before, self.position = self.position, item.position
            self._recent.append((now, item))
            self._bytes += item.size
            for key in (EVERYTHING, item.subject_id, *item.topics):
                for reader in self._readers.get(key, ()) if key is not None else ():
                    reader.offer(item, before)
        self.forget(now)

    def since(self, position: Position) -> list[Item] | None:
        """What came after that place, or None when memory does not reach back to it."""
        if position < self.floor:
            return None
        return [item for _, item in self._recent if item.position > position]

    def forget(self, now: float) -> None:
        """Drop what is too old or too much to keep. now: time.monotonic()."""
        recent = self._recent
        while recent and (len(recent) > RECENT_MAX or self._bytes > RECENT_BYTES or recent[0][0] < now - RECENT_S):
            _, item = recent.popleft()
            self._bytes -= item.size
            self.floor = item.position
        self.stretches.forget(now)


def _keys(topic: Topic) -> tuple[Key, ...]:
    return (topic.text,) if topic.subject_id is None else (topic.text, topic.subject_id)
