"""Hears Redis: a thread that passes on which tenants' logs have grown. Redis may be away; it comes back by itself.

A thread and not a task: redis-py's Sentinel and Cluster clients are then the same ones as everywhere else.
"""

import asyncio
import threading
from collections.abc import Callable
from uuid import UUID

import redis
import structlog

from hub.realtime.push import CHANNEL
from hub.redis_url import connect

log = structlog.get_logger("hub.realtime")

LISTEN_S = 0.5
AWAY_S = 1.0
TIMEOUT_S = 5.0


class Nudges:
    """Calls `heard` on the event loop, many publications at once when they come fast."""

    def __init__(self, url: str, heard: Callable[[set[UUID]], None]) -> None:
        self._url = url
        self._heard = heard
        self._stopped = threading.Event()
        self._lock = threading.Lock()
        self._waiting: set[UUID] = set()

    def start(self, loop: asyncio.AbstractEventLoop) -> None:
        """Begin to listen. The thread ends with the process, or within LISTEN_S of `stop`."""
        threading.Thread(target=self._run, args=(loop,), name="nudges", daemon=True).start()

    def stop(self) -> None:
        """Listen no more; does not wait."""
        self._stopped.set()

    def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        while not self._stopped.is_set():
            try:
                self._listen(loop)
            except redis.RedisError as error:
                log.warning("stream.redis_away", error=type(error).__name__)
                self._stopped.wait(AWAY_S)

    def _listen(self, loop: asyncio.AbstractEventLoop) -> None:
        client = connect(self._url, timeout_s=TIMEOUT_S)
        with client, client.pubsub(ignore_subscribe_messages=True) as channel:
            channel.subscribe(CHANNEL)
            while not self._stopped.is_set():
                message = channel.get_message(timeout=LISTEN_S)
                if message is not None:
                    self._pass_on(message["data"], loop)

    def _pass_on(self, data: bytes, loop: asyncio.AbstractEventLoop) -> None:
        ids = {UUID(bytes=data[start : start + 16]) for start in range(0, len(data) - 15, 16)}
        with self._lock:
            asleep = not self._waiting
            self._waiting |= ids
        if asleep and not self._stopped.is_set():
            loop.call_soon_threadsafe(self._hand_over)

    def _hand_over(self) -> None:
        with self._lock:
            ids, self._waiting = self._waiting, set()
        self._heard(ids)
