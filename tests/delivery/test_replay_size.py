"""Large replays: quick to ask for, made in short transactions, and little in the way of fresh events."""

import threading
import time
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from hub import db
from hub.delivery import replay
from hub.delivery.models import Delivery
from hub.delivery.replay import Asked, Selection, motion
from hub.delivery.replay.progress import progress
from hub.delivery.replay.releasing import BATCH, MOST_ROOM
from hub.delivery.send import Sending
from hub.drain import Drain
from tests.receiver import FastReceiver

EVENTS = """
INSERT INTO event (id, tenant_id, epoch, type, body)
SELECT uuidv7(), %(tenant)s, (SELECT max(epoch) FROM event_epoch), 'order.created',
    convert_to('{"type":"order.created","timestamp":"2026-01-01T00:00:00Z","data":{"n":' || n || '}}', 'UTF8')
FROM generate_series(1, %(count)s::int) AS n
"""
DEAD = """
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status, status_code, reason, tried, finished_at)
SELECT %(tenant)s, %(endpoint)s, %(endpoint)s, id, type, 'dead', 503, 'http_503', 8, now()
FROM event WHERE tenant_id = %(tenant)s
"""
# A transaction of a replay's, on a machine that is busy with other things, too.
SHORT_S = 3.0


def make_dead(tenant_id: UUID, endpoint_id: UUID, count: int) -> None:
    db.execute(EVENTS, {"tenant": tenant_id, "count": count})
    db.execute(DEAD, {"tenant": tenant_id, "endpoint": endpoint_id})
    db.execute("ANALYZE delivery")


def timed(work: Any) -> tuple[float, Any]:
    began = time.monotonic()
    result = work()
    return time.monotonic() - began, result


@pytest.mark.timeout(300)
def test_two_hundred_thousand_are_asked_for_at_once_and_made_in_short_transactions(tenant, make_endpoint):
    endpoint = make_endpoint(event_types=["order.*"])
    make_dead(tenant.id, endpoint.id, 200_000)

    asked_s, made = timed(lambda: replay.create(tenant.id, Selection(), Asked(by="key_me")))
    early = made.state
    steps = []
    while replay.get(tenant.id, made.id).state == "preparing":
        steps.append(timed(lambda: motion.step(made.id))[0])
    for _ in range(5):
        steps.append(timed(lambda: motion.step(made.id))[0])
    looked_s, _ = timed(lambda: progress(replay.get(tenant.id, made.id)))
    cancelled_s, ended = timed(lambda: replay.cancel(tenant.id, made.id, by="key_me"))

    print(f"asked {asked_s:.3f} s, longest step {max(steps):.3f} s of {len(steps)}, progress {looked_s:.3f} s")
    print(f"cancelled {cancelled_s:.3f} s")
    assert (early, asked_s < 2.0) == ("preparing", True)
    assert max(steps) < SHORT_S
    assert (ended.state, ended.total) == ("cancelled", 200_000)
    # The receiver takes nothing here: no more is made than waits for it.
    assert Delivery.objects.filter(replay_id=made.id).count() <= min(MOST_ROOM, BATCH)


@pytest.mark.timeout(300)
def test_fresh_events_pass_a_large_replay_of_the_same_endpoint(tenant, make_endpoint, publish, sending: Sending):
    with FastReceiver() as fast:
        endpoint = make_endpoint(url=fast.url("/hook"), event_types=["order.*"])
        make_dead(tenant.id, endpoint.id, 60_000)
        made = replay.create(tenant.id, Selection(), Asked(by="key_me"))
        ended = threading.Event()
        drains = threading.Thread(target=_drain_until, args=(ended, sending))
        drains.start()
        waits = []
        try:
            while replay.get(tenant.id, made.id).state != "finished" and len(waits) < 30:
                motion.move_all()
                (event,) = publish(type="order.fresh")
                waits.append(timed(lambda event=event: _until_delivered(event))[0])
        finally:
            ended.set()
            drains.join()

    delivered = progress(replay.get(tenant.id, made.id)).of("delivered")
    print(f"{delivered} replayed beside {len(waits)} fresh ones, which took up to {max(waits):.2f} s")
    assert delivered > 1_000
    assert max(waits) < 10


def _until_delivered(event_id: UUID) -> None:
    deadline = time.monotonic() + 30
    while not Delivery.objects.filter(event_id=event_id, status="delivered").exists():
        assert time.monotonic() < deadline, "a fresh event was not delivered"
        time.sleep(0.005)


def _drain_until(ended: threading.Event, sending: Sending) -> None:
    try:
        while not ended.is_set():
            Drain(sending, owner="test", budget_s=5.0, lease_s=30.0).run()
    finally:
        connection.close()
