"""Long polling: `GET /stream/v1/events?after=&wait=20`. Waiting costs a future, no thread."""

import asyncio
from typing import Any

from hub.eventlog.horizon import expired
from hub.realtime.access import Access
from hub.realtime.catchup import next_page
from hub.realtime.feed import Feed
from hub.realtime.item import Item
from hub.realtime.plane import Plane
from hub.realtime.protocol import LIMIT, LIMIT_MAX, WAIT_MAX_S, WAIT_S
from hub.realtime.start import start_of
from hub.realtime.web import JSON, Request, patterns, place, whole
from hub.rules import cursor
from hub.rules.cursor import Position
from hub.rules.topics import Topic, topic_of

PARAMETERS = frozenset({"after", "wait", "types", "topic", "limit"})


class Poll:
    """One request that looks, and waits for the first event when there is none."""

    def __init__(self, feed: Feed, topic: Topic, types: frozenset[str] | None) -> None:
        self.topic = topic
        self._feed = feed
        self._types = types
        self._position = feed.position
        self._found: list[Item] = []
        self._live = False
        self._came = asyncio.Event()

    def offer(self, item: Item, before: Position) -> None:
        """See Reader."""
        if self._live and item.position > self._position:
            self._position = item.position
            if item.fits(self.topic, self._types):
                self._found.append(item)
                self._came.set()

    def tick(self, now: float) -> None:
        """Nothing runs out: the request has its own end."""

    def say_goodbye(self, reconnect_after_ms: int) -> None:
        """Answer at once; the client asks again anyway."""
        self._came.set()

    async def read(self, position: Position, *, limit: int, plane: Plane) -> None:
        """From the position on, until something is found or nothing is missing. Raises LogAway."""
        self._position = position
        while not self._live and len(self._found) < limit:
            page = await next_page(self._feed, self.topic, self._position, thread=plane.thread, patterns=self._types)
            self._found += page.items
            self._position, self._live = page.position, page.live

    async def wait(self, wait_s: float, gone: "asyncio.Future[Any]") -> None:
        """Until an event comes, the time is up, or the client has gone."""
        if self._found:
            return
        came = asyncio.ensure_future(self._came.wait())
        await asyncio.wait({came, gone}, timeout=wait_s, return_when=asyncio.FIRST_COMPLETED)
        came.cancel()

    def body(self, limit: int) -> bytes:
        """The answer."""
        shown = self._found[:limit]
        if len(self._found) > limit:
            last = shown[-1].position
        else:
            # Live, everything up to the feed's place has been offered: the next request need not look at it again.
            last = max(self._position, self._feed.position) if self._live else self._position
        events = ",".join("{" + item.members for item in shown)
        return f'{{"data":[{events}],"next_cursor":"{cursor.encode(last)}"}}'.encode()


async def poll(request: Request, access: Access, plane: Plane) -> None:
    """Answer a long-polling request. Raises HubError and LogAway."""
    query = request.query(PARAMETERS)
    after = place(query.get("after"), "query.after")
    wait_s = whole(query.get("wait"), "wait", default=WAIT_S, least=0, most=WAIT_MAX_S)
    limit = whole(query.get("limit"), "limit", default=LIMIT, least=1, most=LIMIT_MAX)
    types, topic = patterns(query.get("types")), query.get("topic", "tenant")
    access.require(topic)
    feed = await plane.join(access.tenant_id)
    waiting = Poll(feed, topic_of(topic), types)
    feed.attach(waiting)
    plane.clients[waiting] = None
    gone = asyncio.ensure_future(request.gone())
    try:
        start = await start_of(feed, waiting.topic, after, thread=plane.thread)
        if start.horizon is not None:
            raise expired(start.horizon, field="query.after")
        await waiting.read(start.position, limit=limit, plane=plane)
        if wait_s and not plane.closing:
            await waiting.wait(wait_s, gone)
        if not gone.done():
            await request.answer(200, waiting.body(limit), [(b"content-type", JSON)])
    finally:
        gone.cancel()
        del plane.clients[waiting]
        feed.detach(waiting)
