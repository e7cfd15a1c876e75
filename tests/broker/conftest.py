"""A real worker on a given Redis, a publisher of our own, and a way to see what ran."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from celery import Celery

from hub.broker import broker
from hub.local.processes import Process, wait_until
from hub.redis_url import connect

NOTED_S = 20


class Broker:
    """A worker that consumes from `url`, and a publisher as long-lived as an API process."""

    def __init__(self, url: str, worker: Process) -> None:
        self.worker = worker
        self._url = url
        self._app = Celery("publisher", fixups=[], set_as_current=False)
        self._app.conf.update(broker(url), task_default_exchange="", task_ignore_result=True)

    def publish(self, word: str, *, task: str = "probe.note") -> None:
        """As hub.queue does it: no retry."""
        self._app.send_task(task, args=[word], queue="deliveries", retry=False)

    def ran(self, word: str) -> bool:
        """Whether the worker has run the task within the deadline."""
        deadline = time.monotonic() + NOTED_S
        with connect(self._url, timeout_s=5) as client:
            while time.monotonic() < deadline:
                if word.encode() in client.lrange("probe", 0, -1):
                    return True
                time.sleep(0.02)
        return False

    def close(self) -> None:
        """Gives the publisher's connections back."""
        self._app.close()


@pytest.fixture(scope="session")
def broker_at(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], AbstractContextManager[Broker]]:
    """`with broker_at(url) as broker`: a worker that is ready."""

    @contextmanager
    def start(url: str) -> Iterator[Broker]:
        folder = tmp_path_factory.mktemp("worker")
        ready = folder / "ready"
        argv = [sys.executable, "-m", "celery", "--quiet", "--workdir", str(Path(__file__).parent), "-A", "probe"]
        argv += ["worker", "-Q", "deliveries", "-c", "1", "--without-mingle", "--without-gossip", "--without-heartbeat"]
        env = {**os.environ, "HUB_REDIS_URL": url, "HUB_READY_PATH": str(ready)}
        process = Process("worker", argv, log=folder / "worker.log", env=env)
        process.start()
        wait_until(ready.exists, process, timeout_s=60)
        broker = Broker(url, process)
        yield broker
        broker.close()
        process.stop()

    return start
