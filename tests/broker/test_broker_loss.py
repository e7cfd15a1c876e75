"""Redis holds only hints: when it is emptied or gone for a while, nobody has to be restarted."""

from collections.abc import Iterator

import pytest
import redis
from kombu.exceptions import OperationalError

from hub.local.processes import wait_until
from hub.local.valkey import Valkey


@pytest.fixture(scope="module")
def broker(valkey: Valkey, broker_at) -> Iterator:
    with broker_at(valkey.url) as started:
        yield started


@pytest.fixture
def client(valkey: Valkey) -> Iterator[redis.Redis]:
    with redis.Redis.from_url(valkey.url) as connected:
        yield connected


def test_after_a_flush_the_same_publisher_and_the_same_worker_go_on(broker, client: redis.Redis) -> None:
    pid = broker.worker.pid
    broker.publish("before")
    assert broker.ran("before")

    client.flushall()
    broker.publish("after")

    assert broker.ran("after")
    assert broker.worker.alive()
    assert broker.worker.pid == pid


def test_routing_keeps_no_state_in_redis(broker, client: redis.Redis) -> None:
    broker.publish("routed")

    assert broker.ran("routed")
    assert client.keys("_kombu.binding.*") == []


def test_after_an_outage_the_same_publisher_and_the_same_worker_go_on(broker, valkey: Valkey) -> None:
    pid = broker.worker.pid
    broker.publish("first")
    assert broker.ran("first")

    valkey.stop()
    with pytest.raises(OperationalError):
        broker.publish("lost")
    wait_until(lambda: "Connection to broker lost" in broker.worker.last_lines(50), broker.worker, timeout_s=20)
    valkey.start()
    broker.publish("second")

    assert broker.ran("second")
    assert broker.worker.pid == pid


def test_a_worker_whose_every_child_was_at_work_during_an_outage_goes_on(broker, valkey: Valkey) -> None:
    broker.publish("at work", task="probe.linger")
    assert broker.ran("at work")

    valkey.stop()
    wait_until(lambda: "Couldn't ack" in broker.worker.last_lines(200), broker.worker, timeout_s=20)
    valkey.start()
    broker.publish("afterwards")

    assert broker.ran("afterwards")
