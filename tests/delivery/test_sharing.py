"""Two drains side by side share a few busy lanes."""

import threading
import time
from ipaddress import ip_network
from uuid import UUID

from django.db import connection

from hub import db, queue
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.wire import Wire
from tests.delivery.conftest import states
from tests.receiver import Answer, hang
from tests.stacks import until


def in_a_thread(done: dict[str, int], owner: str, go: threading.Event | None = None) -> threading.Thread:
    """A drain; with `go` it takes what it is hinted at, and begins to work when it is told to."""

    def work() -> None:
        wire = Wire(allow=[ip_network("127.0.0.0/8")], allow_http=True)
        drain = Drain(Sending(wire, room=20), owner=owner, budget_s=20, lease_s=30)
        if go:
            # Hints come from a thread of their own, a moment after the commit.
            until(lambda: drain.hold.take(time.monotonic()) or drain.lanes, "a hint", timeout_s=10, every_s=0.01)
            done[owner] = len(drain.lanes)
            assert go.wait(20)
        done[owner] = drain.run()
        wire.close()
        connection.close()

    thread = threading.Thread(target=work)
    thread.start()
    return thread


def until_full() -> None:
    until(lambda: queue.is_full("deliveries"), "the first drain says that it is full", timeout_s=10, every_s=0.01)


def test_a_full_drain_gives_lanes_to_one_that_has_none(make_endpoint, publish, receiver):
    endpoints = [make_endpoint(f"/{n}") for n in range(4)]
    for n in range(4):
        receiver.answer(f"/{n}", Answer(delay_s=0.05))
    publish(count=300)
    done: dict[str, int] = {}

    first = in_a_thread(done, "first")
    until_full()
    second = in_a_thread(done, "second")
    first.join(60)
    second.join(60)

    assert [states(endpoint) for endpoint in endpoints] == [{"delivered": 300}] * 4
    assert db.row("SELECT max(tried) FROM delivery") == (1,)
    assert done["first"] > 100
    assert done["second"] > 100


def test_a_full_drain_gives_lanes_to_one_that_only_waits_for_a_receiver_that_hangs(make_endpoint, publish, receiver):
    receiver.answer("/hangs", Answer(play=hang))
    make_endpoint("/hangs", event_types=["hangs"], timeout_s=10)
    endpoints = [make_endpoint(f"/{n}", event_types=["order.*"]) for n in range(4)]
    for n in range(4):
        receiver.answer(f"/{n}", Answer(delay_s=0.05))
    done: dict[str, int] = {}
    go = threading.Event()

    publish("hangs")
    waits = in_a_thread(done, "waits", go)
    until(lambda: done.get("waits") == 1, "the lane of the hanging endpoint is taken", timeout_s=10, every_s=0.01)
    publish(count=500)
    busy = in_a_thread(done, "busy")
    until_full()
    go.set()
    busy.join(60)
    waits.join(60)

    assert [states(endpoint) for endpoint in endpoints] == [{"delivered": 500}] * 4
    assert db.row("SELECT max(tried) FROM delivery") == (1,)
    assert done["waits"] > 300
    assert done["busy"] > 300


def test_a_hint_that_another_drain_took_reaches_the_owner(make_endpoint, sending):
    endpoint = make_endpoint()
    owner = Drain(sending, owner="owner", budget_s=20, lease_s=30)
    queue.take_hints("deliveries", "nobody")
    queue.wake("deliveries", [endpoint.id])
    owner.hold.take(0)
    assert endpoint.id in owner.lanes
    owner.lanes[endpoint.id].hungry = False

    other = Drain(sending, owner="other", budget_s=20, lease_s=30)
    queue.wake("deliveries", [endpoint.id])
    other.hold.take(0)
    owner.hold.take(1)

    assert other.lanes == {}
    assert owner.lanes[endpoint.id].hungry


def test_what_is_hinted_at_is_taken_before_the_table_is_looked_through_for_more(make_endpoint, publish, sending):
    hinted, other = make_endpoint("/hinted"), make_endpoint("/other")
    publish()
    taken: set[UUID] = set()
    until(
        lambda: taken.update(queue.take_hints("deliveries", "nobody")) or len(taken) == 2,
        "hints for both",
        timeout_s=10,
    )
    queue.wake("deliveries", [hinted.id])
    drain = Drain(sending, owner="owner", budget_s=20, lease_s=30)

    until(lambda: drain.hold.take(time.monotonic()) or drain.lanes, "the hint", timeout_s=10)
    first = set(drain.lanes)
    drain.run()

    assert first == {hinted.id}
    assert states(hinted) == states(other) == {"delivered": 1}
