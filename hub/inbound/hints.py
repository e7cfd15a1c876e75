"""Saying that there is something to do for the mappings; a sweep finds what such a hint did not reach."""

from collections.abc import Collection
from uuid import UUID

from celery import current_app

from hub import queue

TASK = "inbound.sweep"
ASKED = "hub:wake:inbound"
# As often as the sweep comes by itself: a message that was lost costs no more.
ASKED_S = 2


def map_after_commit(request_id: UUID) -> None:
    """Have the mappings looked at soon after the commit; many requests share one message."""
    queue.send_after_commit(_send, [request_id])


def take() -> None:
    """From now on a hint asks again; call before looking."""
    queue.quietly(lambda: queue.client().delete(ASKED))


def ask() -> None:
    """Have what is left looked at in a while."""

    def send() -> None:
        if queue.client().set(ASKED, b"1", nx=True, ex=ASKED_S):
            current_app.send_task(TASK, queue="maintenance", expires=queue.WAKE_S, retry=False, ignore_result=True)

    queue.quietly(send)


def _send(_: Collection[UUID]) -> None:
    ask()
