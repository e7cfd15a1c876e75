"""Starts the plane with the server, and says goodbye to its clients before the server closes them."""

import asyncio
import resource
import signal
import threading
from types import FrameType
from typing import Any

import structlog
from django.conf import settings

from hub.garbage import collect_rarely
from hub.realtime.plane import Plane

log = structlog.get_logger("hub.realtime")

# Beside the streams.
OTHER_FILES = 200
SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Lifespan:
    """ASGI's lifespan protocol.

    uvicorn 0.54 closes all connections before it tells of the shutdown here: its handlers of SIGTERM and SIGINT are
    therefore called only after the clients have been told when to come back. The second signal goes to them directly.
    """

    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._goodbye: asyncio.Task[None] | None = None

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        """From start to stop."""
        await receive()
        self._plane.start()
        _allow_files(settings.HUB.stream_limit + OTHER_FILES)
        # A full collection looks at all objects of all sockets: half a second with 5,000, during which nobody hears anything.
        collect_rarely()
        if threading.current_thread() is threading.main_thread():
            for number in SIGNALS:
                self._take_over(number)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._plane.stop()
        await send({"type": "lifespan.shutdown.complete"})

    def _take_over(self, number: int) -> None:
        loop = asyncio.get_running_loop()
        servers = signal.getsignal(number)

        def handle(number: int, frame: FrameType | None) -> None:
            signal.signal(number, servers)
            loop.call_soon_threadsafe(self._begin, number)

        if callable(servers):
            signal.signal(number, handle)

    def _begin(self, number: int) -> None:
        if self._goodbye is None:
            self._goodbye = asyncio.get_running_loop().create_task(self._leave(number))

    async def _leave(self, number: int) -> None:
        await self._plane.say_goodbye()
        signal.raise_signal(number)


def _allow_files(count: int) -> None:
    """Each stream is an open file, of which shells and service managers often allow 1,024 until asked for more."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard != resource.RLIM_INFINITY and hard < count:
        log.warning("stream.few_files", allowed=hard, wanted=count)
        count = hard
    if soft != resource.RLIM_INFINITY and soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))
