"""A drain in a process of its own that stands still (SIGSTOP) at a chosen place, as on a machine that is moved.

`python -m tests.frozen deliveries fetch`: after its first fetch that found something.
"""

import os
import signal
import subprocess
import sys
import time
from ipaddress import ip_network
from types import TracebackType
from typing import Any, Self

import psutil

from tests.stacks import until

LEASE_S = 1.0
AWAKE_S = 1.5
LOOPBACK = "127.0.0.0/8"


class Frozen:
    """The process, frozen. A context manager; killed at its end."""

    def __init__(self, queue: str, place: str, *, database_url: str, **env: str) -> None:
        """place: the method of the queue's work after which it freezes."""
        command = [sys.executable, "-m", "tests.frozen", queue, place]
        self._process = subprocess.Popen(command, env=os.environ | {"HUB_DATABASE_URL": database_url} | env)

    def __enter__(self) -> Self:
        process = psutil.Process(self._process.pid)
        until(lambda: process.status() == psutil.STATUS_STOPPED, "the process has something to do", timeout_s=30)
        return self

    def wake(self) -> None:
        """Let it go on, to its end."""
        self._process.send_signal(signal.SIGCONT)
        assert self._process.wait(30) == 0

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()


def _freezing(work: Any, place: str) -> None:
    """After the first time that the work's method is given or gives rows the process stops itself."""
    inner = getattr(work, place)
    slept = False

    def act(first: Any, *more: Any) -> Any:
        nonlocal slept
        found = inner(first, *more)
        if not slept and (found if place == "fetch" else first):
            slept = True
            os.kill(os.getpid(), signal.SIGSTOP)
        return found

    setattr(work, place, act)


def main(queue: str, place: str) -> None:
    """A drain that freezes, and some more."""
    import django

    django.setup()
    from hub.delivery.send import Sending
    from hub.drain import Drain
    from hub.jobs.engine import Engine
    from hub.jobs.run import Performing
    from hub.wire import Wire

    work: Any
    if queue == "deliveries":
        wire = Wire(allow=[ip_network(LOOPBACK)], allow_http=True)
        work, close = Sending(wire, room=100), wire.close
    else:
        engine = Engine(allow=[LOOPBACK])
        work, close = Performing(engine, room=100), engine.close
    _freezing(work, place)
    Drain(work, owner="asleep", budget_s=5, lease_s=LEASE_S).run()
    # A worker lives on: what was under way comes back to its next drains.
    ends = time.monotonic() + AWAKE_S
    while time.monotonic() < ends:
        Drain(work, owner="awake", budget_s=5, lease_s=LEASE_S).run()
        time.sleep(0.05)
    close()


if __name__ == "__main__":
    main(*sys.argv[1:])
