"""The realtime plane of this process: its feeds, what tails the log for them, and the clients that are connected."""

import asyncio
import random
import signal
import time
from typing import Protocol
from uuid import UUID

import structlog
from django.conf import settings

from hub.eventlog import read
from hub.realtime.feed import Feed
from hub.realtime.limits import Streams
from hub.realtime.logthread import LogThread
from hub.realtime.nudges import Nudges
from hub.realtime.tailer import Tailer
from hub.rules.errors import HubError

log = structlog.get_logger("hub.realtime")

# A tenant's feed outlives its last listener: a polling client comes back soon and is served from memory.
LINGER_S = 30.0
TICK_S = 1.0
# All clients of this process come back within this, the first ones soon.
RECONNECT_MIN_MS = 250
RECONNECT_MS_PER_CLIENT = 0.6
RECONNECT_MAX_MS = 30_000
GOODBYE_S = 1.0


class Client(Protocol):
    """A connected client, whatever it speaks."""

    def tick(self, now: float) -> None:
        """Once a second. now: time.time()."""

    def say_goodbye(self, reconnect_after_ms: int) -> None:
        """The process ends: tell the client and finish."""


class Plane:
    """Started and stopped with the process; clients join feeds and register themselves."""

    def __init__(self) -> None:
        hub = settings.HUB
        self.feeds: dict[UUID, Feed] = {}
        self.clients: dict[Client, None] = {}
        self.streams = Streams(
            per_process=hub.stream_limit,
            per_tenant=hub.stream_limit_per_tenant,
            per_address=hub.stream_limit_per_address,
        )
        self.closing = False
        # Catching up must not hold up what is new: each has its thread and connection.
        self.thread = LogThread("catch-up")
        self._tail_thread = LogThread("tail")
        self._tasks: list[asyncio.Task[None]] = []
        self._tailer = Tailer(self.feeds, self._tail_thread)
        self._nudges = Nudges(hub.redis_url, self._tailer.nudge)

    def start(self) -> None:
        """Begin to tail the log; on the event loop."""
        self._nudges.start(asyncio.get_running_loop())
        self._tasks = [asyncio.create_task(self._tailer.run()), asyncio.create_task(self._tick())]
        for task in self._tasks:
            task.add_done_callback(_end_of_task)

    async def say_goodbye(self) -> None:
        """Take no new clients, tell those that are here when to come back, and wait a moment until they have heard."""
        self.closing = True
        most_ms = min(RECONNECT_MAX_MS, RECONNECT_MIN_MS * 4 + round(RECONNECT_MS_PER_CLIENT * len(self.clients)))
        for client in list(self.clients):
            client.say_goodbye(random.randint(RECONNECT_MIN_MS, most_ms))  # noqa: S311 jitter, not a secret
        deadline = time.monotonic() + GOODBYE_S
        while self.clients and time.monotonic() < deadline:
            await asyncio.sleep(0.02)

    async def stop(self) -> None:
        """Stop tailing and let go of Postgres and Redis."""
        self._nudges.stop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.thread.close()
        self._tail_thread.close()

    def connect(self, place: str | None) -> None:
        """Count a connection in; `streams.disconnect` counts it out. HubError `unavailable`, `too_many_streams`."""
        if self.closing:
            raise HubError("unavailable", "This process is restarting.", extra={"retry_after_s": 2})
        self.streams.connect(place)

    async def join(self, tenant_id: UUID) -> Feed:
        """The tenant's feed; attach a reader to it before waiting for anything else. Raises LogAway."""
        feed = self.feeds.get(tenant_id)
        if feed is None:
            position = await self.thread.share(read.now)
            feed = self.feeds.setdefault(tenant_id, Feed(tenant_id, position))
        return feed

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            now = time.time()
            for client in list(self.clients):
                client.tick(now)
            self._forget(time.monotonic())

    def _forget(self, now: float) -> None:
        for tenant_id, feed in list(self.feeds.items()):
            feed.forget(now)
            if not feed.readers and feed.idle_since < now - LINGER_S:
                del self.feeds[tenant_id]


def _end_of_task(task: asyncio.Task[None]) -> None:
    """Without one of these tasks the process would look alive and serve nobody: it ends, and is started again."""
    if not task.cancelled():
        log.critical("stream.broken", exc_info=task.exception())
        signal.raise_signal(signal.SIGTERM)
