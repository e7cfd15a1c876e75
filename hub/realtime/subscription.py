"""A client's subscription to one topic: live, or catching up because it came back or because it is slow."""

import asyncio

from hub.realtime import tasks
from hub.realtime.catchup import Page, next_page
from hub.realtime.feed import Feed
from hub.realtime.item import Item, newest_per_job
from hub.realtime.logthread import LogAway, LogThread
from hub.realtime.outbox import Framing, Outbox
from hub.rules.cursor import Position
from hub.rules.topics import Topic

AWAY_S = 0.5


class Subscription:
    """position: everything up to here has been put into the outbox, or was not for this topic."""

    __slots__ = ("_framing", "_lagging", "_live", "_outbox", "_task", "_thread", "_types", "feed", "position", "topic")

    def __init__(
        self,
        feed: Feed,
        topic: Topic,
        framing: Framing,
        *,
        outbox: Outbox,
        thread: LogThread,
        types: frozenset[str] | None = None,
    ) -> None:
        self.feed = feed
        self.topic = topic
        self.position = feed.position
        self._types = types
        self._framing = framing
        self._outbox = outbox
        self._thread = thread
        self._live = False
        self._lagging = False
        self._task: asyncio.Task[None] | None = None
        feed.attach(self)

    def offer(self, item: Item, before: Position) -> None:
        """A new event. With a full outbox the subscription falls behind, and catches up when the client has."""
        if not self._live or item.position <= self.position or not item.fits(self.topic, self._types):
            return
        if not self._outbox.full:
            self.position = item.position
            self._outbox.put_event(self._framing, item)
            return
        self._live = False
        self.position = max(self.position, before)
        if not self._outbox.held:
            self._lagging = True
            self._outbox.put(self._framing.lagged(self.position))
        self.catch_up()

    def catch_up(self) -> None:
        """Send what is missing and then go live, in a task of its own."""
        self._task = tasks.start(self._catch_up())

    def end(self) -> None:
        """No further events."""
        self._live = False
        if self._task is not None:
            self._task.cancel()
        self.feed.detach(self)

    async def _catch_up(self) -> None:
        while not self._live:
            await self._outbox.drained()
            if self._outbox.closed:
                return
            try:
                page = await next_page(self.feed, self.topic, self.position, thread=self._thread, patterns=self._types)
            except LogAway:
                await asyncio.sleep(AWAY_S)
                continue
            self._take(page)
        self._lagging = False
        self._task = None

    def _take(self, page: Page) -> None:
        """As much of the page as the outbox holds; the rest is read again when the client has taken that."""
        for item in newest_per_job(page.items) if self._lagging else page.items:
            if self._outbox.full:
                return
            self._outbox.put_event(self._framing, item)
            self.position = item.position
        self.position = page.position
        self._live = page.live
