"""Redis holds only hints: when it is emptied or gone for a while, nobody has to be restarted."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis
from kombu.exceptions import OperationalError

from hub.celery import app
from hub.local.processes import Process, wait_until
from hub.local.valkey import Valkey


@pytest.fixture(scope="module")
def worker(valkey: Valkey, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    folder = tmp_path_factory.mktemp("worker")
    ready = folder / "ready"
    argv = [sys.executable, "-m", "celery", "--quiet", "--workdir", str(Path(__file__).parent), "-A", "probe", "worker"]
    argv += ["-Q", "deliveries", "-c", "1", "--without-mingle", "--without-gossip", "--without-heartbeat"]
    env = {**os.environ, "HUB_READY_PATH": str(ready), "C_FORCE_ROOT": "1"}
    process = Process("worker", argv, log=folder / "worker.log", env=env)
    process.start()
    wait_until(ready.exists, process, timeout_s=60)
    yield process
    process.stop()


@pytest.fixture
def redis_client(valkey: Valkey) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(valkey.url) as client:
        yield client


def publish(word: str) -> None:
    app.send_task("probe.note", args=[word], queue="deliveries", retry=False)


def noted(client: redis.Redis, word: str, *, timeout_s: float = 20) -> bool:
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        if word.encode() in client.lrange("probe", 0, -1):
            return True
        time.sleep(0.02)
    return False


def test_after_a_flush_the_same_publisher_and_the_same_worker_go_on(worker: Process, redis_client: redis.Redis) -> None:
    pid = worker.pid
    publish("before")
    assert noted(redis_client, "before")

    redis_client.flushall()
    publish("after")

    assert noted(redis_client, "after")
    assert worker.alive()
    assert worker.pid == pid


def test_routing_keeps_no_state_in_redis(worker: Process, redis_client: redis.Redis) -> None:
    publish("routed")
    assert noted(redis_client, "routed")

    assert redis_client.keys("_kombu.binding.*") == []


def test_after_an_outage_the_same_worker_goes_on(worker: Process, valkey: Valkey, redis_client: redis.Redis) -> None:
    pid = worker.pid
    publish("first")
    assert noted(redis_client, "first")

    valkey.stop()
    with pytest.raises(OperationalError):
        publish("lost")
    wait_until(lambda: "Connection to broker lost" in worker.last_lines(50), worker, timeout_s=20)
    valkey.start()
    publish("second")

    assert noted(redis_client, "second")
    assert worker.pid == pid
