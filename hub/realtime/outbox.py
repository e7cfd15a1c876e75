"""What one client is still to be sent: a bounded queue, written at once, or by a task while the client's buffers are full."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol

from hub.realtime import eager
from hub.realtime.item import Item
from hub.rules.cursor import Position

# Beyond these a client counts as slow: what it is owed further is read from the log again, when it has caught up.
EVENTS_MAX = 256
EVENT_BYTES = 1024 * 1024
# Whoever asks for more answers than it reads is no client of ours.
ENTRIES_MAX = 1024


class Framing(Protocol):
    """How a client is told."""

    def event(self, item: Item) -> str:
        """The text of an event."""

    def lagged(self, position: Position) -> str:
        """From that place on, states of a job that a newer one has overtaken may be missing."""


Entry = str | tuple[Framing, Item] | None


class Outbox:
    """send: writes one text (None: ends the stream), waits while the client's buffers are full; OSError when it is gone."""

    __slots__ = ("_bytes", "_events", "_queue", "_send", "_task", "_waiter", "_writing", "closed", "held", "sent")

    def __init__(self, send: Callable[[str | None], Awaitable[None]]) -> None:
        self._send = send
        self._queue: deque[Entry] = deque()
        self._events = 0
        self._bytes = 0
        self._writing = False
        self._task: asyncio.Task[None] | None = None
        self._waiter: asyncio.Future[None] | None = None
        self.sent = 0
        self.closed = False
        # No further events for now (an expired ticket); answers still go out.
        self.held = False

    @property
    def full(self) -> bool:
        """Whether no further event may be put in now."""
        return self.held or self._events >= EVENTS_MAX or self._bytes >= EVENT_BYTES

    @property
    def stuck(self) -> bool:
        """Whether answers pile up because the client does not read them."""
        return len(self._queue) >= ENTRIES_MAX

    def put(self, text: str) -> None:
        """An answer or a notice."""
        if not self.closed:
            self._queue.append(text)
            self._start()

    def put_event(self, framing: Framing, item: Item) -> None:
        """An event; its text is made when it is sent."""
        if self.closed:
            return
        self._queue.append((framing, item))
        self._events += 1
        self._bytes += item.size
        self._start()

    async def drained(self) -> None:
        """Wait until nothing is queued and events may be put in, or the client is gone."""
        while not self.closed and (self._queue or self.held):
            if self._waiter is None:
                self._waiter = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._waiter)

    def release(self) -> None:
        """Events may flow again after `held`."""
        self.held = False
        self._wake()

    def end(self) -> None:
        """End the stream after what is queued; nothing more is put in."""
        if not self.closed:
            self._queue.append(None)
            self._start()
            self.closed = True

    def close(self) -> None:
        """The client is gone: forget what it was owed."""
        self.closed = True
        self._queue.clear()
        if self._task is not None:
            self._task.cancel()
        self._wake()

    def _start(self) -> None:
        if not self._writing:
            self._writing = True
            eager.start(self._write(), self._keep)

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._task = task

    async def _write(self) -> None:
        try:
            while self._queue:
                await self._send(self._next())
        except OSError:
            self.closed = True
            self._queue.clear()
        finally:
            self._writing = False
            self._task = None
            self._wake()

    def _next(self) -> str | None:
        entry = self._queue.popleft()
        if entry is None or isinstance(entry, str):
            return entry
        framing, item = entry
        self._events -= 1
        self._bytes -= item.size
        self.sent += 1
        return framing.event(item)

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
        self._waiter = None
