"""The only enqueueing: hints about lanes, and waking a drain.

Everything here may be lost at any moment (a flushed or dead Redis): a sweep over the rows finds the work anyway, a few
seconds later. So a failure here is logged and never fails the caller, whose rows are committed.
"""

import atexit
import os
import threading
import time
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

import redis
import structlog
from celery import current_app
from django.conf import settings
from django.db import transaction
from kombu.exceptions import OperationalError

from hub.redis_url import connect

log = structlog.get_logger()

# A drain renews its wake well within this; a dead one's is gone after it and the next sweep wakes another.
WAKE_S = 10
# After a failure Redis is left alone for this long: a request must not pay for a dead server's timeout again and again.
PAUSE_S = 1.0
LANES_PER_TAKE = 200
# How long a drain's word that it is full, or would help, counts.
FULL_S = 2
# Between two rounds of sending: a round costs 170 µs, and a busy process would spend one for nearly each request.
GAP_S = 0.004
# What a process that ends in order still gives its hints.
FLUSH_S = 1.0

_silent_until = 0.0

Send = Callable[[Collection[UUID]], object]


class Later:
    """Sends hints from a thread of its own, so that no request waits for Redis, and many share a round trip.

    Waiting costs a thread more than the round trip: three waits a request instead of one were a fifth of accepting a job.
    """

    def __init__(self) -> None:
        self._pending: dict[Send, set[UUID]] = {}
        self._sending = False
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None

    def add(self, send: Send, ids: Collection[UUID]) -> None:
        """Have `send` called soon, with these ids and what else has come for it by then; it must not raise."""
        with self._change:
            self._pending.setdefault(send, set()).update(ids)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="hints", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def flush(self, timeout_s: float) -> bool:
        """Wait until everything has been sent; False at the timeout."""
        with self._change:
            return self._change.wait_for(lambda: not self._pending and not self._sending, timeout_s)

    def _run(self) -> None:
        while True:
            with self._change:
                self._sending = False
                self._change.notify_all()
                self._change.wait_for(lambda: bool(self._pending))
                pending, self._pending = self._pending, {}
                self._sending = True
            for send, ids in pending.items():
                send(ids)
            # Whatever comes within this time shares the next round trips; the first hint after a pause goes at once.
            time.sleep(GAP_S)


_later = Later()


def _forked() -> None:
    """Threads do not survive a fork."""
    global _later
    _later = Later()


os.register_at_fork(after_in_child=_forked)


@lru_cache(maxsize=1)
def client() -> redis.Redis:
    """This process's Redis client, made at first use; times out fast, for it only carries hints."""
    return connect(settings.HUB.redis_url, timeout_s=0.5)


def wake_after_commit(queue: str, lane_ids: Collection[UUID]) -> None:
    """Hint at these lanes and wake a drain soon after the current transaction has committed (soon, outside of one)."""
    send_after_commit(_waker(queue), lane_ids)


def send_after_commit(send: Send, ids: Collection[UUID]) -> None:
    """Have another thread call `send` soon after the commit, with these ids and others. send: the same object each time."""
    if ids:
        transaction.on_commit(lambda: _later.add(send, ids))


def flush() -> bool:
    """Wait until what was to be sent later has been sent; False when that takes more than FLUSH_S."""
    return _later.flush(FLUSH_S)


atexit.register(flush)


@lru_cache
def _waker(queue: str) -> Send:
    return partial(wake, queue)


def wake(queue: str, lane_ids: Iterable[UUID] = ()) -> None:
    """Add hints and start a drain unless one has been asked for already. One round trip; a Celery message only if needed."""
    members = [lane.bytes for lane in lane_ids]

    def send() -> None:
        with client().pipeline(transaction=False) as pipe:
            if members:
                pipe.sadd(f"hub:lanes:{queue}", *members)
            pipe.set(f"hub:wake:{queue}", b"1", nx=True, ex=WAKE_S)
            asked = pipe.execute()[-1]
        if asked:
            send_drain(queue)

    quietly(send)


def send_drain(queue: str) -> None:
    """One Celery message that asks for a drain. Expires: a later one will be asked for anyway."""
    current_app.send_task(f"{queue}.drain", queue=queue, expires=WAKE_S * 3, retry=False, ignore_result=True)


def ask_for_another(queue: str) -> None:
    """A drain whose lanes are full sees more: ask for a second one, at most every second."""

    def send() -> None:
        if _ask(client(), queue):
            send_drain(queue)

    quietly(send)


def _ask(server: redis.Redis, queue: str) -> Any:
    """Whether nobody else has asked within the second; in a pipeline the answer comes with the others."""
    return server.set(f"hub:more:{queue}", b"1", nx=True, ex=1)


def take_hints(queue: str, owner: str, *, only_ours: bool = False) -> list[UUID]:
    """Lanes that were forwarded to this owner and, unless `only_ours`, those that writers hinted at; they are taken off.

    Empty without Redis.
    """

    def take() -> list[bytes]:
        with client().pipeline(transaction=False) as pipe:
            if not only_ours:
                pipe.spop(f"hub:lanes:{queue}", LANES_PER_TAKE)
            pipe.spop(f"hub:lanes:{queue}:{owner}", LANES_PER_TAKE)
            return [member for members in pipe.execute() for member in members or []]

    return [UUID(bytes=member) for member in quietly(take) or [] if len(member) == 16]


def forward_hints(queue: str, owner: str, lane_ids: Iterable[UUID]) -> None:
    """Pass hints on to the drain that owns the lanes; forgotten when it does not take them soon."""

    def send() -> None:
        with client().pipeline(transaction=False) as pipe:
            pipe.sadd(f"hub:lanes:{queue}:{owner}", *[lane.bytes for lane in lane_ids])
            pipe.expire(f"hub:lanes:{queue}:{owner}", WAKE_S)
            pipe.execute()

    quietly(send)


def say_full(queue: str) -> None:
    """This drain has more to do than room: have another one started, and let it know when it finds nothing free."""

    def send() -> None:
        with client().pipeline(transaction=False) as pipe:
            pipe.set(f"hub:full:{queue}", b"1", ex=FULL_S)
            _ask(pipe, queue)
            _, first = pipe.execute()
        if first:
            send_drain(queue)

    quietly(send)


def is_full(queue: str) -> bool:
    """Whether some drain has said so lately."""
    return bool(quietly(lambda: client().exists(f"hub:full:{queue}")))


def offer_help(queue: str, owner: str) -> None:
    """This drain has nothing to do and would take lanes of a full one."""
    quietly(lambda: client().set(f"hub:help:{queue}", owner, ex=FULL_S))


def take_offer(queue: str) -> str | None:
    """The drain that offers help, or None; the offer is taken."""
    found = quietly(lambda: client().getdel(f"hub:help:{queue}"))
    return None if found is None else found.decode()


def hold_wake(queue: str) -> None:
    """A drain is at work: writers need not ask for one. Renewed while it lasts."""
    quietly(lambda: client().set(f"hub:wake:{queue}", b"1", ex=WAKE_S))


def is_awake(queue: str) -> bool:
    """Whether a drain is at work or has been asked for, as far as is known: asking for one now would do nothing."""
    return bool(quietly(lambda: client().exists(f"hub:wake:{queue}")))


def give_wake_back(queue: str) -> None:
    """From now on a writer's hint asks for a drain again; call before the last look, never after it."""
    quietly(lambda: client().delete(f"hub:wake:{queue}"))


def quietly(command: Callable[[], Any]) -> Any:
    """Run a command that only carries hints; None when Redis is away, which is then left alone for a moment."""
    global _silent_until
    if time.monotonic() < _silent_until:
        return None
    try:
        return command()
    except (redis.RedisError, OperationalError) as error:
        _silent_until = time.monotonic() + PAUSE_S
        log.warning("hint.lost", error=type(error).__name__)
        return None
