"""Saying that there is something to do for the mappings; a sweep finds what such a hint did not reach."""

from collections.abc import Collection
from uuid import UUID

from celery import current_app

from hub import queue

TASK = "inbound.sweep"


def map_after_commit(request_id: UUID) -> None:
    """Have the mappings looked at soon after the commit; many requests share one message."""
    queue.send_after_commit(_send, [request_id])


def _send(_: Collection[UUID]) -> None:
    queue.quietly(
        lambda: current_app.send_task(TASK, queue="maintenance", expires=queue.WAKE_S, retry=False, ignore_result=True)
    )
