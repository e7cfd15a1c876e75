"""Tasks that nobody waits for."""

import asyncio
from collections.abc import Coroutine

import structlog

log = structlog.get_logger("hub.realtime")


def start(work: Coroutine[None, None, None]) -> asyncio.Task[None]:
    """A task whose failure, which is a bug of ours, is logged at once. Keep the task: the event loop does not."""
    task = asyncio.get_running_loop().create_task(work)
    task.add_done_callback(_show)
    return task


def _show(task: asyncio.Task[None]) -> None:
    if not task.cancelled() and (error := task.exception()):
        log.error("stream.failed", exc_info=error)
