"""A coroutine begun at once, in the caller's step of the event loop; it becomes a task only when it has to wait."""

import asyncio
import types
from collections.abc import Callable, Coroutine, Generator
from typing import Any

from hub.realtime import tasks


def start(work: Coroutine[Any, None, None], waits: Callable[[asyncio.Task[None]], None]) -> None:
    """Run `work` until it ends or first waits; `waits` gets the task that carries on. Raises what it raises until then.

    Almost every push ends without waiting, and making a task costs as much as the push (Python 3.12 has eager tasks).
    `work` must not ask for the current task before it has waited.
    """
    try:
        waited = work.send(None)
    except StopIteration:
        return
    waits(tasks.start(_carry_on(work, waited)))


async def _carry_on(work: Coroutine[Any, None, None], waited: Any) -> None:
    await _resumed(work, waited)


@types.coroutine
def _resumed(work: Coroutine[Any, None, None], waited: Any) -> Generator[Any, None, None]:
    # What the coroutine has yielded is a future that says it is waited for, just as a task wants to get it.
    try:
        while True:
            try:
                yield waited
            except BaseException as error:  # noqa: BLE001 a cancellation, too, is the coroutine's to handle
                waited = work.throw(error)
            else:
                waited = work.send(None)
    except StopIteration:
        return
