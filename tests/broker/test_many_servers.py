"""Celery works through Sentinel and on a Cluster, not only on a single Redis."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import redis
from kombu.exceptions import OperationalError
from redis.crc import key_slot

from hub.broker import PREFIX
from hub.local.processes import Process, free_port
from hub.local.valkey import Valkey

SLOTS = 16384
PASSWORD = "broker-tests"


def ask(node: Valkey, *command: object) -> bytes:
    with redis.Redis.from_url(node.url) as client:
        client.response_callbacks.clear()
        return client.execute_command(*command)


def until(condition: Callable[[], bool], *, timeout_s: float = 20) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)


@pytest.fixture
def sentinel_url(valkey: Valkey, tmp_path: Path) -> Iterator[str]:
    port = free_port()
    configuration = tmp_path / "sentinel.conf"
    configuration.write_text(
        f"port {port}\nbind 127.0.0.1\nsentinel monitor orders 127.0.0.1 {valkey.port} 1\n"
        f"sentinel auth-pass orders {valkey.password}\n"
    )
    argv = [valkey.process.argv[0], str(configuration), "--sentinel"]
    sentinel = Process("sentinel", argv, log=tmp_path / "sentinel.log")
    sentinel.start()

    def knows_the_master() -> bool:
        try:
            with redis.Redis(port=port) as client:
                return client.execute_command("SENTINEL", "CKQUORUM", "orders") is not None
        except redis.RedisError:
            return False

    until(knows_the_master)
    yield f"sentinel://:{valkey.password}@127.0.0.1:{port}/0?service=orders"
    sentinel.stop()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[Valkey, Valkey]]:
    """Two masters with half of the slots each."""
    ports = [free_port(), free_port()]
    nodes = [
        Valkey(
            tmp_path / str(bus),
            password=PASSWORD,
            settings={"cluster-enabled": "yes", "cluster-port": str(bus), "cluster-node-timeout": "2000"},
        )
        for bus in ports
    ]
    for node in nodes:
        node.start()
    one, two = nodes
    ask(one, "CLUSTER", "ADDSLOTSRANGE", 0, SLOTS // 2 - 1)
    ask(two, "CLUSTER", "ADDSLOTSRANGE", SLOTS // 2, SLOTS - 1)
    ask(one, "CLUSTER", "MEET", "127.0.0.1", two.port, ports[1])
    for node in nodes:
        until(lambda node=node: b"cluster_state:ok" in ask(node, "CLUSTER", "INFO"))
        until(lambda node=node: b"cluster_known_nodes:2" in ask(node, "CLUSTER", "INFO"))
    yield one, two
    for node in nodes:
        node.stop()


def by_ownership(nodes: tuple[Valkey, Valkey]) -> tuple[Valkey, Valkey]:
    """The node that owns the slot of Celery's keys, and the other."""
    one, two = nodes
    return (one, two) if key_slot(PREFIX.encode()) < SLOTS // 2 else (two, one)


def test_a_worker_and_a_publisher_meet_through_sentinel(sentinel_url: str, broker_at) -> None:
    with broker_at(sentinel_url) as broker:
        broker.publish("sentinel")

        assert broker.ran("sentinel")


def test_a_worker_and_a_publisher_meet_on_a_cluster_and_follow_their_slot(
    cluster: tuple[Valkey, Valkey], broker_at
) -> None:
    owner, other = by_ownership(cluster)
    # Only the node that does not own the slot is named: the owner has to be asked for.
    with broker_at(f"redis+cluster://:{PASSWORD}@127.0.0.1:{other.port}") as broker:
        broker.publish("cluster")
        assert broker.ran("cluster")
        pid = broker.worker.pid

        move_slot(key_slot(PREFIX.encode()), owner, other)
        until(lambda: published(broker, "moved"))

        assert broker.ran("moved")
        assert broker.worker.pid == pid


def move_slot(slot: int, source: Valkey, target: Valkey) -> None:
    """Hands an empty slot over, as `valkey-cli --cluster reshard` does."""
    ask(source, "FLUSHALL")
    target_id = ask(target, "CLUSTER", "MYID").decode()
    ask(target, "CLUSTER", "SETSLOT", slot, "NODE", target_id)
    ask(source, "CLUSTER", "SETSLOT", slot, "NODE", target_id)


def published(broker, word: str) -> bool:
    """Whether the word went out; a publisher's first try after a move may fail, its next connects anew."""
    try:
        broker.publish(word)
    except OperationalError:
        return False
    return True
