"""Redis only hints, and Postgres comes back: clients stay connected and miss nothing."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest
import redis
from websockets.exceptions import ConnectionClosed

from hub import db
from hub.local.postgres import Postgres
from hub.local.processes import wait_until
from hub.local.valkey import Valkey
from hub.realtime.push import CHANNEL
from hub.realtime.tailer import LOOK_S


@pytest.fixture
def own_valkey(tmp_path: Path):
    server = Valkey(tmp_path / "valkey")
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_postgres(tmp_path: Path):
    server = Postgres(tmp_path / "pg")
    server.start()
    argv = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(argv, check=True, env={**os.environ, "HUB_DATABASE_URL": server.url()})
    yield server
    server.stop()


@pytest.fixture
def following(owner):
    """A client of that server that follows everything of the owner's."""
    opened = []

    def follow(server):
        socket = server.socket()
        opened.append(socket)
        assert socket.ask("auth", ticket=owner.ticket(lifetime_s=600))["op"] == "ready"
        assert socket.ask("subscribe", sid="s", topic="tenant")["op"] == "subscribed"
        return socket

    yield follow
    for socket in opened:
        socket.close()


def listeners(valkey: Valkey) -> int:
    with redis.Redis.from_url(valkey.url) as client:
        return client.pubsub_numsub(CHANNEL)[0][1]


def nudged_delay_s(owner, socket, valkey: Valkey) -> float:
    """How long an event takes that this Redis is told of."""
    began = time.monotonic()
    owner.publish(n=0)
    with redis.Redis.from_url(valkey.url) as client:
        client.publish(CHANNEL, owner.id.bytes)
    socket.next()
    return time.monotonic() - began


def test_without_redis_events_come_with_the_next_look_and_fast_again_after(
    own_server, own_valkey: Valkey, owner, following
) -> None:
    server = own_server(HUB_REDIS_URL=own_valkey.url)
    socket = following(server)
    wait_until(lambda: listeners(own_valkey) == 1, server.process, timeout_s=10)
    before_s = min(nudged_delay_s(owner, socket, own_valkey) for _ in range(5))

    own_valkey.stop()
    began = time.monotonic()
    owner.publish(n=1)
    event = socket.next()
    away_s = time.monotonic() - began
    own_valkey.start()
    wait_until(lambda: listeners(own_valkey) == 1, server.process, timeout_s=10)
    after_s = min(nudged_delay_s(owner, socket, own_valkey) for _ in range(5))

    assert before_s < 0.3
    assert event["data"] == {"n": 1}
    assert away_s < LOOK_S + 1
    assert after_s < 0.3


def test_a_flushed_redis_changes_nothing(own_server, own_valkey: Valkey, owner, following) -> None:
    server = own_server(HUB_REDIS_URL=own_valkey.url)
    socket = following(server)
    wait_until(lambda: listeners(own_valkey) == 1, server.process, timeout_s=10)

    with redis.Redis.from_url(own_valkey.url) as client:
        client.flushall()

    assert min(nudged_delay_s(owner, socket, own_valkey) for _ in range(5)) < 0.3


def test_while_postgres_is_away_clients_stay_and_afterwards_hear_everything(
    own_server, own_postgres: Postgres, owner, following
) -> None:
    insert = """
    INSERT INTO event (id, tenant_id, epoch, type, body) VALUES
        (%s, %s, (SELECT max(epoch) FROM event_epoch), 'some', '{"type":"some","timestamp":"-","data":{}}')
    """

    def write() -> str:
        with psycopg.connect(own_postgres.url()) as connection:
            return str(connection.execute(f"{insert} RETURNING id", (db.new_id(), owner.id)).fetchone()[0])

    server = own_server(HUB_DATABASE_URL=own_postgres.url())
    socket = following(server)
    write()
    first = socket.next()

    own_postgres.stop()
    refused = socket.ask("subscribe", sid="job", topic="tenant")
    alive = socket.ask("ping")
    own_postgres.start()
    write()
    write()
    heard = [socket.next() for _ in range(2)]
    again = following(server)
    again.send("unsubscribe", sid="s")
    again.ask("subscribe", sid="t", topic="tenant", since=first["cursor"])

    assert refused["code"] == "unavailable"
    assert alive == {"op": "pong"}
    assert [again.next()["id"] for _ in range(2)] == [event["id"] for event in heard]
    assert len({first["id"], *(event["id"] for event in heard)}) == 3


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_server_says_goodbye_to_all_and_is_gone_within_5_s(own_server, following, number: int) -> None:
    server = own_server()
    sockets = [following(server) for _ in range(10)]
    began = time.monotonic()

    server.process.signal(number)
    goodbyes = [socket.next() for socket in sockets]
    for socket in sockets:
        with pytest.raises(ConnectionClosed):
            socket.next()
    while server.process.alive():
        assert time.monotonic() - began < 5

    assert {goodbye["op"] for goodbye in goodbyes} == {"closing"}
    assert len({goodbye["reconnect_after_ms"] for goodbye in goodbyes}) > 1
    assert {socket.raw.close_code for socket in sockets} == {1012}
