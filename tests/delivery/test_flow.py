"""Flow control: rates, breakers, pause and resume, failing endpoints, and what the tenant is told of it."""

import json
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from hub import db, queue
from hub.delivery import endpoints, holding, outbox, watch
from hub.delivery.endpoints import EndpointFields
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.rules.ids import public_id
from hub.wire import Wire
from tests.delivery.conftest import LOOPBACK, make_due, states
from tests.receiver import Answer, drip_body

DAY = timedelta(days=1)


def events_of(tenant, type):
    """The bodies of the tenant's events of a type, oldest first."""
    found = db.rows("SELECT body FROM event WHERE tenant_id = %s AND type = %s ORDER BY id", (tenant.id, type))
    return [json.loads(bytes(body)) for (body,) in found]


def reasons(endpoint):
    """(status, reason) of every delivery, oldest event first."""
    return db.rows("SELECT status, reason FROM delivery WHERE endpoint_id = %s ORDER BY event_id, id", (endpoint.id,))


def numbers(requests):
    return [json.loads(request.body)["data"]["n"] for request in requests]


@pytest.mark.parametrize("rate", [5.0, 20.0, 100.0])
def test_a_rate_holds_across_lane_releases_and_burns_no_attempt(rate, make_endpoint, publish, drain, receiver):
    """In any span of time no more than the rate times the span, and one second's worth at once."""
    endpoint = make_endpoint(rate_per_s=rate)
    count = int(rate * 2)
    publish(count=count)

    while states(endpoint) != {"delivered": count}:
        drain(budget_s=0.2)  # every lease starts from what the last one left
        db.execute("UPDATE lane SET blocked_until = NULL WHERE id = %s", (endpoint.id,))

    at = [request.at for request in receiver.received("/hook")]
    worst = max(
        (last + 1 - first) - rate * (at[last] - at[first]) for first in range(count) for last in range(first, count)
    )
    # Requests arrive a little closer together than they were sent.
    assert worst <= rate + 1 + rate * 0.05
    assert db.row("SELECT max(tried) FROM delivery WHERE endpoint_id = %s", (endpoint.id,)) == (1,)


def test_a_breaker_stays_open_for_the_next_worker(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish(count=40)
    drain()
    sent = len(receiver.received("/hook"))

    wire = Wire(allow=[LOOPBACK], allow_http=True)
    other = Sending(wire, room=100)
    db.execute("UPDATE lane SET blocked_until = NULL WHERE id = %s", (endpoint.id,))
    Drain(other, owner="another worker", budget_s=5, lease_s=30).run()
    wire.close()

    assert len(receiver.received("/hook")) == sent
    blocked = db.row("SELECT blocked_until > now() FROM lane WHERE id = %s", (endpoint.id,))
    assert blocked == (True,)


def test_a_probe_that_succeeds_lets_the_rest_through(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish(count=40)
    drain()
    receiver.answer("/hook", Answer())

    db.execute(
        "UPDATE lane SET blocked_until = NULL, state = jsonb_set(state, '{breaker,until}', '1') WHERE id = %s",
        (endpoint.id,),
    )
    make_due(endpoint)
    drain()

    assert states(endpoint) == {"delivered": 40}


def test_a_date_to_retry_after_is_waited_for(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[1.0])
    until = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=10)
    receiver.answer("/hook", Answer(status=503, headers={"Retry-After": format_datetime(until, usegmt=True)}))

    publish()
    drain()

    found = db.row("SELECT due_at FROM delivery WHERE endpoint_id = %s", (endpoint.id,))
    assert found is not None
    assert abs(found[0] - until) < timedelta(seconds=2)


@pytest.mark.parametrize(
    ("release", "newest", "sent", "discarded"),
    [
        ("all", 0, [0, 1, 2, 3, 4], 0),
        ("newest", 2, [3, 4], 3),
        ("newest", 9, [0, 1, 2, 3, 4], 0),
        ("discard", 0, [], 5),
    ],
)
def test_resume_releases_what_it_is_asked_to(
    release, newest, sent, discarded, tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint()
    endpoints.pause(tenant.id, endpoint.id)
    publish(count=5)
    assert holding.count(endpoint.id) == 5

    endpoints.resume(tenant.id, endpoint.id, release=release, newest=newest)
    drain()

    assert sorted(numbers(receiver.received("/hook"))) == sent
    assert holding.count(endpoint.id) == 0
    wanted = [("cancelled", "discarded_on_resume")] * discarded + [("delivered", "ok")] * len(sent)
    assert sorted(reasons(endpoint)) == sorted(wanted)


def test_what_no_request_got_to_is_settled_later(tenant, make_endpoint, publish, drain, receiver, monkeypatch):
    """Thousands are moved in batches; and a publisher may write under the state before."""
    monkeypatch.setattr(holding, "BATCH", 2)
    monkeypatch.setattr(holding, "REQUEST_BUDGET_S", 0.0)
    endpoint, other = make_endpoint(), make_endpoint("/other")
    publish(count=5)
    for each in (endpoint, other):
        endpoints.pause(tenant.id, each.id)
    db.execute("UPDATE delivery SET status = 'pending' WHERE endpoint_id = %s", (endpoint.id,))

    drain()
    assert receiver.requests == []
    assert holding.settle_all() >= 1
    assert (states(endpoint), states(other)) == ({"held": 5}, {"held": 5})

    db.execute("UPDATE endpoint SET paused_at = NULL WHERE id = %s", (endpoint.id,))
    endpoints.delete(tenant.id, other.id)
    db.execute("UPDATE delivery SET status = 'held' WHERE endpoint_id = %s", (other.id,))
    holding.settle_all()
    drain()

    assert states(endpoint) == {"delivered": 5}
    assert reasons(other) == [("cancelled", "endpoint_deleted")] * 5
    assert receiver.received("/other") == []
    assert holding.settle_all() == 0


def test_an_ordered_endpoint_sees_what_was_held_before_what_came_after(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(ordered=True)
    endpoints.pause(tenant.id, endpoint.id)
    publish(count=3)
    endpoints.resume(tenant.id, endpoint.id)
    publish("order.shipped")
    drain()

    assert [json.loads(request.body)["type"] for request in receiver.received("/hook")] == [
        *["order.created"] * 3,
        "order.shipped",
    ]


def test_an_ordered_endpoint_keeps_its_order_when_owners_die_and_race(tenant, make_endpoint, publish, receiver):
    """Three drains that are told of the lane at the same time, while a dead one's lease still runs out."""
    endpoint = make_endpoint(ordered=True)
    receiver.answer("/hook", Answer(delay_s=0.002))
    publish(count=5)
    # An owner that has taken the lane and died: a token and a lease, and nothing else.
    db.execute(
        "UPDATE lane SET token = token + 1, owner = 'dead', leased_until = now() + interval '0.3 s' WHERE id = %s",
        (endpoint.id,),
    )

    def run(name):
        wire = Wire(allow=[LOOPBACK], allow_http=True)
        deadline = time.monotonic() + 20
        while states(endpoint) != {"delivered": 40} and time.monotonic() < deadline:
            Drain(Sending(wire, room=100), owner=name, budget_s=0.05, lease_s=30).run()
        wire.close()
        db.connection.close()

    threads = [threading.Thread(target=run, args=(f"worker {n}",)) for n in range(3)]
    for thread in threads:
        thread.start()
    for start in range(5, 40, 5):
        now = datetime.now(UTC)
        outbox.publish([outbox.new_event(tenant.id, "order.created", {"n": start + n}, at=now) for n in range(5)])
    for thread in threads:
        thread.join()

    assert states(endpoint) == {"delivered": 40}
    assert numbers(receiver.received("/hook"))[:5] == [0, 1, 2, 3, 4]
    assert numbers(receiver.received("/hook"))[5:] == list(range(5, 40))


OWNER = """
import django, sys
django.setup()
from ipaddress import ip_network
from hub.delivery.endpoints import EndpointFields
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.wire import Wire
sending = Sending(Wire(allow=[ip_network("127.0.0.0/8")], allow_http=True), room=100)
while True:
    Drain(sending, owner="to be killed", budget_s=20, lease_s=1).run()
"""


def test_an_ordered_endpoint_keeps_its_order_when_its_owner_is_killed(
    postgres, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(ordered=True)
    receiver.answer("/hook", Answer(delay_s=0.01))
    publish(count=60)
    env = os.environ | {"HUB_DATABASE_URL": postgres.url(db.connection.settings_dict["NAME"])}

    for kills in (1, 2):
        owner = subprocess.Popen([sys.executable, "-c", OWNER], env=env)
        receiver.wait_for(15 * kills, path="/hook")
        owner.kill()
        owner.wait()
    deadline = time.monotonic() + 20
    while states(endpoint) != {"delivered": 60} and time.monotonic() < deadline:
        drain()

    seen = numbers(receiver.received("/hook"))
    # What was under way when its owner died is sent again, right after itself; nothing overtakes.
    assert seen == sorted(seen)
    assert list(dict.fromkeys(seen)) == list(range(60))
    assert len(seen) <= 62


def fail_for(endpoint, span):
    """What the senders have kept: nothing but failures for so long, the last one just now."""
    now = time.time()
    db.execute(
        "UPDATE lane SET state = jsonb_set(state, '{failing}', jsonb_build_object('since', %s::float8, 'last', %s::float8,"
        " 'version', %s::int)) WHERE id = %s",
        (now - span.total_seconds(), now, endpoint.version, endpoint.id),
    )


def test_the_senders_keep_since_when_an_endpoint_does_nothing_but_fail(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish()
    drain()
    first = db.row("SELECT state #> '{failing}' FROM lane WHERE id = %s", (endpoint.id,))
    make_due(endpoint)
    drain()
    second = db.row("SELECT state #> '{failing}' FROM lane WHERE id = %s", (endpoint.id,))
    receiver.answer("/hook", Answer())
    make_due(endpoint)
    drain()

    assert first is not None
    assert second is not None
    assert second[0]["since"] == first[0]["since"]
    assert second[0]["last"] > first[0]["last"]
    assert db.row("SELECT state ? 'failing' FROM lane WHERE id = %s", (endpoint.id,)) == (False,)


def test_the_owner_is_warned_twice_and_then_the_endpoint_is_disabled(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint("/failing", event_types=["order.*"], owner_email="ops@example.com", alert_channel="alerts")
    make_endpoint("/alerts", channels=["alerts"])
    receiver.answer("/failing", Answer(status=500))
    publish()
    drain()

    told = []
    for days in (1, 2.5, 2.6, 3.75, 4.9, 5):
        # The same run of failures, later and later.
        since = db.row("SELECT state #> '{failing,since}' FROM lane WHERE id = %s", (endpoint.id,))
        assert since is not None
        last = since[0] + timedelta(days=days).total_seconds() + 1
        db.execute(
            "UPDATE lane SET state = jsonb_set(state, '{failing,last}', to_jsonb(%s::float8)) WHERE id = %s",
            (last, endpoint.id),
        )
        told.append(watch.watch(5 * DAY))
    drain()

    assert told == [0, 1, 0, 1, 0, 1]
    failing = events_of(tenant, "endpoint.failing")
    assert [event["data"]["percent"] for event in failing] == [50, 75, 100]
    assert {event["data"]["owner_email"] for event in failing} == {"ops@example.com"}
    (disabled,) = events_of(tenant, "endpoint.disabled")
    assert disabled["data"]["reason"] == "Nothing but failures for 5 days."
    assert states(endpoint) == {"held": 1}
    assert len(receiver.received("/alerts")) == 4


def test_a_resumed_endpoint_begins_anew(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish()
    drain()
    fail_for(endpoint, 5 * DAY)
    assert watch.watch(5 * DAY) == 1
    assert endpoints.get(tenant.id, endpoint.id).disabled_at is not None

    endpoints.resume(tenant.id, endpoint.id)
    assert watch.watch(5 * DAY) == 0
    make_due(endpoint)
    drain()

    assert len(receiver.received("/hook")) == 2
    assert watch.watch(5 * DAY) == 0
    resumed = endpoints.get(tenant.id, endpoint.id)
    assert (resumed.disabled_at, resumed.failing_since) == (None, None)


def test_time_in_which_nothing_was_tried_is_no_failure(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish()
    drain()
    db.execute(
        'UPDATE lane SET state = state || \'{"failing": {"since": 1000, "last": 2000, "version": 1}}\' WHERE id = %s',
        (endpoint.id,),
    )

    assert watch.watch(5 * DAY) == 0
    assert events_of(tenant, "endpoint.failing") == []


def test_a_success_that_a_dead_sender_took_with_it_still_counts(tenant, make_endpoint, publish, drain):
    endpoint = make_endpoint()
    publish()
    drain()
    fail_for(endpoint, 6 * DAY)

    assert watch.watch(5 * DAY) == 0
    assert endpoints.get(tenant.id, endpoint.id).disabled_at is None


def test_warnings_begin_anew_with_a_new_run_of_failures(tenant, make_endpoint):
    endpoint = make_endpoint()
    fail_for(endpoint, 3 * DAY)
    assert watch.watch(5 * DAY) == 1
    db.execute("UPDATE lane SET state = state - 'failing' WHERE id = %s", (endpoint.id,))
    assert watch.watch(5 * DAY) == 0
    assert endpoints.get(tenant.id, endpoint.id).failing_since is None
    fail_for(endpoint, 3 * DAY)

    assert watch.watch(5 * DAY) == 1
    assert [event["data"]["percent"] for event in events_of(tenant, "endpoint.failing")] == [50, 50]


def test_dead_deliveries_are_told_once_for_each_endpoint_and_never_of_themselves(
    tenant, make_endpoint, publish, drain, receiver
):
    """Two endpoints that take everything and fail: each is told of the other's loss, and then there is silence."""
    failing = make_endpoint("/one", retry_schedule_s=[]), make_endpoint("/two", retry_schedule_s=[])
    for path in ("/one", "/two"):
        receiver.answer(path, Answer(status=500))
    event_ids = publish(count=3)

    for _ in range(5):
        drain()

    told = events_of(tenant, "delivery.dead")
    lost = [(event["data"]["endpoint_id"], each["event_id"]) for event in told for each in event["data"]["deliveries"]]
    assert sorted(lost) == sorted(
        (public_id("endpoint", endpoint.id), public_id("event", event_id))
        for endpoint in failing
        for event_id in event_ids
    )
    for mine, other in (failing, failing[::-1]):
        heard = {
            json.loads(request.body)["data"]["endpoint_id"]
            for request in receiver.received(f"/{'one' if mine is failing[0] else 'two'}")
            if json.loads(request.body)["type"] == "delivery.dead"
        }
        assert heard == {public_id("endpoint", other.id)}


@pytest.mark.parametrize("bad", [Answer(play=drip_body), Answer(delay_s=30)], ids=["dripping", "dead"])
def test_a_bad_endpoint_takes_little_from_the_others(bad, make_endpoint, publish, drain, receiver):
    """19 good endpoints beside a bad one, against the same 19 alone."""
    good = [make_endpoint(f"/good{n}") for n in range(19)]

    def seconds():
        before = sum(states(endpoint).get("delivered", 0) for endpoint in good)
        publish(count=40)
        began = time.monotonic()
        drain(budget_s=1.0)
        took = max(request.at for request in receiver.requests if request.path.startswith("/good")) - began
        assert sum(states(endpoint)["delivered"] for endpoint in good) == before + 19 * 40
        return took

    seconds()
    alone = min(seconds() for _ in range(3))
    make_endpoint("/bad", timeout_s=2.0)
    receiver.answer("/bad", bad)
    beside = min(seconds() for _ in range(3))

    print(f"alone {alone:.3f} s, beside one that is {bad} {beside:.3f} s")
    # Not the 2 s that each of its requests takes; a busy machine's noise is allowed for.
    assert beside < 2 * alone + 0.1


def opened_breaker(endpoint, publish, drain, receiver):
    """40 owed, the breaker open after some failures; how many requests that took."""
    receiver.answer("/hook", Answer(status=500))
    publish(count=40)
    drain()
    assert db.row("SELECT blocked_until > now() FROM lane WHERE id = %s", (endpoint.id,)) == (True,)
    return len(receiver.received("/hook"))


@pytest.mark.parametrize("how", ["resumed", "elsewhere"])
def test_an_endpoint_that_is_resumed_or_led_elsewhere_waits_for_no_breaker(
    how, tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint()
    sent = opened_breaker(endpoint, publish, drain, receiver)
    lane = db.row("SELECT * FROM lane WHERE id = %s", (endpoint.id,))

    if how == "resumed":
        endpoints.resume(tenant.id, endpoint.id)
    else:
        endpoints.change(tenant.id, endpoint.id, EndpointFields(url=receiver.url("/elsewhere")))
    assert db.row("SELECT * FROM lane WHERE id = %s", (endpoint.id,)) == lane  # only drains write lanes
    queue.client().flushall()  # whatever was said in Redis
    receiver.answer("/hook", Answer())
    drain()

    assert states(endpoint) == ({"delivered": 40} if how == "resumed" else {"delivered": 40 - sent, "pending": sent})
    assert db.row("SELECT state -> 'breaker' ->> 'state' FROM lane WHERE id = %s", (endpoint.id,)) == (None,)


def test_a_resumed_endpoint_that_still_fails_opens_its_breaker_again_and_is_left_alone(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint()
    before = opened_breaker(endpoint, publish, drain, receiver)
    endpoints.resume(tenant.id, endpoint.id)
    drain()
    after = len(receiver.received("/hook"))
    drain()

    assert after > before
    assert len(receiver.received("/hook")) == after
    assert db.row("SELECT blocked_until > now() FROM lane WHERE id = %s", (endpoint.id,)) == (True,)


def test_an_endpoint_that_is_resumed_under_its_owners_hands_is_taken_up_again(
    tenant, make_endpoint, publish, drain, receiver
):
    """The owner gives the lane back as it knew it; whoever looks next finds that it began anew."""
    endpoint = make_endpoint()
    sent = opened_breaker(endpoint, publish, drain, receiver)
    db.execute("UPDATE lane SET leased_until = now() + interval '30 s', owner = 'busy' WHERE id = %s", (endpoint.id,))
    endpoints.resume(tenant.id, endpoint.id)
    drain()
    assert len(receiver.received("/hook")) == sent

    db.execute("UPDATE lane SET leased_until = NULL, owner = '' WHERE id = %s", (endpoint.id,))
    receiver.answer("/hook", Answer())
    drain()

    assert states(endpoint) == {"delivered": 40}
