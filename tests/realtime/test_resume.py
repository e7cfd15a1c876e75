"""Whoever comes back with a cursor misses nothing and hears nothing twice, whatever happened meanwhile."""

import random
import threading
from uuid import UUID

import psycopg
import pytest
from websockets.exceptions import ConnectionClosed

from hub import db
from hub.realtime import push
from hub.rules import cursor
from hub.rules.cursor import START, Position
from hub.rules.ids import parse_id

BEGINNING = cursor.encode(START)
INSERT = """
INSERT INTO event (id, tenant_id, epoch, type, body) VALUES (%s, %s, (SELECT max(epoch) FROM event_epoch), %s,
    convert_to('{"type":"' || %s || '","timestamp":"2026-01-01T00:00:00Z","data":{}}', 'UTF8'))
"""
LOG = "SELECT id FROM event WHERE tenant_id = %s ORDER BY epoch, txid, id"


def subscribe(socket, since: str | None = None, topic: str = "tenant") -> dict:
    answer = socket.ask("subscribe", sid="s", topic=topic, since=since)
    assert answer["op"] == "subscribed", answer
    return answer


def hear(socket, count: int) -> list[int]:
    return [socket.next()["data"]["n"] for _ in range(count)]


def test_what_was_missed_is_replayed_in_order_and_then_goes_on_live(joined, owner) -> None:
    first = joined()
    start = subscribe(first)["cursor"]
    first.close()
    for n in range(5):
        owner.publish(n=n)

    back = joined()
    answer = subscribe(back, start)
    owner.publish(n=5)

    assert (answer["recovered"], answer["cursor"], answer["snapshot"]) == (True, start, None)
    assert hear(back, 6) == list(range(6))
    assert back.quiet()


def test_every_events_cursor_resumes_right_behind_it(joined, owner) -> None:
    socket = joined()
    subscribe(socket)
    for n in range(4):
        owner.publish(n=n)
    cursors = [socket.next()["cursor"] for _ in range(4)]

    for n, place in enumerate(cursors):
        back = joined()
        subscribe(back, place)
        assert hear(back, 3 - n) == list(range(n + 1, 4))
        assert back.quiet(timeout_s=0.1)


def test_more_than_memory_holds_is_replayed_from_the_log(joined, owner, own_server) -> None:
    """Twice: by a process that saw the events come, and by one that did not."""
    live = joined()
    subscribe(live)
    for n in range(700):
        owner.publish(n=n)
    assert hear(live, 700) == list(range(700))

    for server in ({}, {"server": own_server()}):
        back = joined(**server)
        subscribe(back, BEGINNING)
        assert hear(back, 700) == list(range(700))
        assert back.quiet(timeout_s=0.1)


def test_a_job_topic_is_resumed_without_the_others(joined, owner, make_subject) -> None:
    endpoint = make_subject("endpoint")
    for n in range(500):
        owner.publish(n=n, subject=endpoint.id if n % 100 == 0 else None)

    back = joined()
    subscribe(back, BEGINNING, endpoint.topic)

    assert hear(back, 5) == [0, 100, 200, 300, 400]
    assert back.quiet()


def test_a_restart_of_the_server_leaves_no_gap(own_server, owner) -> None:
    server = own_server()
    socket = server.socket()
    socket.ask("auth", ticket=owner.ticket())
    subscribe(socket)
    owner.publish(n=0)
    seen = socket.next()

    server.stop()
    goodbye = socket.next()
    with pytest.raises(ConnectionClosed):
        socket.next()
    owner.publish(n=1)
    server.start()
    owner.publish(n=2)
    back = server.socket()
    back.ask("auth", ticket=owner.ticket())
    subscribe(back, seen["cursor"])
    owner.publish(n=3)

    assert goodbye["op"] == "closing"
    assert 250 <= goodbye["reconnect_after_ms"] <= 30_000
    assert socket.raw.close_code == 1012
    assert hear(back, 3) == [1, 2, 3]
    back.close()


def test_a_cursor_of_another_history_is_not_taken_for_recovered(joined, owner) -> None:
    future = cursor.encode(Position(9, 2**40, UUID(int=0)))

    socket = joined()
    answer = subscribe(socket, future)
    owner.publish(n=1)

    assert answer["recovered"] is False
    assert hear(socket, 1) == [1]


def test_an_event_behind_an_older_transaction_comes_as_soon_as_that_ends(joined, owner, elder) -> None:
    socket = joined()
    subscribe(socket)

    owner.publish(n=1)
    assert socket.quiet(timeout_s=1)
    elder.commit()

    assert hear(socket, 1) == [1]


class Writers:
    """Transactions that begin, write and commit in a random order, many of them open at once."""

    def __init__(self, url: str, tenant_id: UUID, *, seed: int) -> None:
        self._url = url
        self._tenant = tenant_id
        self._random = random.Random(seed)

    def run(self, events: int, *, at_once: int = 8) -> None:
        """Write that many events; then a last one, after all."""
        idle = [psycopg.connect(self._url) for _ in range(at_once)]
        busy: list[psycopg.Connection] = []
        while events or busy:
            step = self._random.random()
            if events and idle and (not busy or step < 0.4):
                busy.append(idle.pop())
                events -= self._write(busy[-1], most=min(3, events))
            elif events and step < 0.6:
                events -= self._write(self._random.choice(busy), most=min(3, events))
            else:
                done = busy.pop(self._random.randrange(len(busy)))
                done.commit()
                push.nudge([self._tenant])
                idle.append(done)
        idle[0].execute(INSERT, (db.new_id(), self._tenant, "last", "last"))
        idle[0].commit()
        push.nudge([self._tenant])
        for connection in idle:
            connection.close()

    def _write(self, writer: psycopg.Connection, *, most: int) -> int:
        count = self._random.randint(1, most)
        for _ in range(count):
            writer.execute(INSERT, (db.new_id(), self._tenant, "some", "some"))
        return count


class Wanderer(threading.Thread):
    """Reads the log to its end, coming and going with its cursor."""

    def __init__(self, join, *, seed: int) -> None:
        super().__init__()
        self._join = join
        self._random = random.Random(seed)
        self.heard: list[str] = []
        self.visits = 0

    def run(self) -> None:
        place, last = BEGINNING, False
        while not last:
            socket = self._join()
            subscribe(socket, place)
            self.visits += 1
            for _ in range(self._random.randint(1, 60)):
                event = socket.next(timeout_s=30)
                self.heard.append(event["id"])
                place, last = event["cursor"], event["type"] == "last"
                if last:
                    break
            socket.close()


@pytest.mark.parametrize("seed", range(3))
def test_the_seam_holds_under_transactions_that_commit_out_of_order(server, owner, database, seed: int) -> None:
    def join():
        socket = server.socket()
        assert socket.ask("auth", ticket=owner.ticket())["op"] == "ready"
        return socket

    wanderers = [Wanderer(join, seed=seed * 100 + number) for number in range(6)]
    for wanderer in wanderers:
        wanderer.start()
    Writers(database, owner.id, seed=seed).run(1500)
    for wanderer in wanderers:
        wanderer.join(60)

    with psycopg.connect(database) as connection:
        log = [row[0] for row in connection.execute(LOG, (owner.id,))]
    heard = [[parse_id("event", text) for text in wanderer.heard] for wanderer in wanderers]
    assert len(log) == 1501
    assert log != sorted(log)  # the ids tell when an event was written
    assert heard == [log] * 6
    assert all(wanderer.visits > 10 for wanderer in wanderers)
