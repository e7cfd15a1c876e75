"""Postgres from an event loop: one thread with one connection, so that connections stay few and nobody blocks the loop."""

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from django.db import Error, InterfaceError, OperationalError, connection

T = TypeVar("T")


class LogAway(Exception):
    """Postgres cannot be reached, or not now; nothing was lost, try again."""


class LogThread:
    """Runs functions one after the other on a thread of its own."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._shared: dict[Hashable, asyncio.Future[Any]] = {}

    async def run(self, function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """The function's result. Raises LogAway."""
        call = partial(_guarded, function, *args, **kwargs)
        return await asyncio.get_running_loop().run_in_executor(self._pool, call)

    async def share(self, function: Callable[..., T], *args: Hashable) -> T:
        """As `run`, but once for all who ask for the same before it begins: thousands come back at the same moment.

        Everybody gets the same object. Raises LogAway.
        """
        key = (function, args)
        waited = self._shared.get(key)
        if waited is None:
            waited = self._shared[key] = asyncio.ensure_future(self.run(self._begin, key))
            # Those who asked may all have gone when it fails.
            waited.add_done_callback(lambda done: done.cancelled() or done.exception())
        return await asyncio.shield(waited)

    def _begin(self, key: tuple[Callable[..., T], tuple[Hashable, ...]]) -> T:
        # On the thread: who asks from here on wants something newer. Gone already when a lost connection was renewed.
        self._shared.pop(key, None)
        function, args = key
        return function(*args)

    def close(self) -> None:
        """Drop the connection and end the thread, after what it is doing."""
        self._pool.submit(connection.close)
        self._pool.shutdown(wait=False)


def _guarded(function: Callable[..., T], *args: Any, **kwargs: Any) -> T:
    kept = connection.connection is not None
    try:
        return function(*args, **kwargs)
    except (OperationalError, InterfaceError) as error:
        _drop_connection()
        if not kept:
            raise LogAway from error
    # The connection was one from before, and Postgres may be back by now. What runs here may run twice.
    return _guarded(function, *args, **kwargs)


def _drop_connection() -> None:
    try:
        connection.close()
    except Error:
        # Closing what is broken may fail as well; the next statement must open a new one all the same.
        connection.connection = None
