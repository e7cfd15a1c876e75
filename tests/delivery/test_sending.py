"""From a published event to a signed request, and what follows from the answer."""

import json
import threading
import time
from datetime import UTC, datetime, timedelta

from standardwebhooks import Webhook as StandardWebhook
from svix.webhooks import Webhook as SvixWebhook

from hub import db
from hub.delivery import endpoints
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.rules.ids import public_id
from tests.delivery.conftest import make_due, states
from tests.receiver import Answer, close_early, drip_body
from tests.stacks import until

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def until_answered(sending: Sending) -> Drain:
    """A drain that has answers and has not written them down."""
    owner = Drain(sending, owner="test", budget_s=20, lease_s=30)
    owner.hold.take(time.monotonic(), look=True)
    owner._feed(time.monotonic())
    deadline = time.monotonic() + 10
    while not owner.unrecorded:
        assert time.monotonic() < deadline, "no answer came"
        owner._gather()
    return owner


def test_a_delivery_is_verified_by_both_libraries_and_carries_the_stored_bytes(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(secret=SECRET)
    (event_id,) = publish(customer="Ada")

    assert drain() == 1

    (request,) = receiver.received("/hook")
    StandardWebhook(SECRET).verify(request.body, request.headers)
    SvixWebhook(SECRET).verify(request.body, request.headers)
    assert request.headers["webhook-id"] == public_id("event", event_id)
    assert json.loads(request.body)["data"] == {"n": 0, "customer": "Ada"}
    stored = db.row("SELECT body FROM event WHERE id = %s", (event_id,))
    assert stored is not None
    assert bytes(stored[0]) == request.body
    assert states(endpoint) == {"delivered": 1}


def test_what_was_committed_late_is_found_before_its_lane_rests(make_endpoint, publish, sending):
    endpoint = make_endpoint()
    publish(count=20)
    owner = Drain(sending, owner="test", budget_s=20, lease_s=30)
    owner.hold.take(time.monotonic(), look=True)
    owner._feed(time.monotonic())
    assert owner.lanes[endpoint.id].since is not None
    (late,) = publish()
    db.execute("UPDATE delivery SET due_at = now() - interval '1 hour' WHERE event_id = %s", (late,))

    owner.run()

    assert states(endpoint) == {"delivered": 21}


def test_only_matching_endpoints_are_owed(make_endpoint, publish, drain, receiver):
    make_endpoint("/all")
    make_endpoint("/orders", event_types=["order.*"])
    make_endpoint("/exact", event_types=["order.created"])
    make_endpoint("/other", event_types=["invoice.*"])
    make_endpoint("/big", filter="$.data.total > 100")

    publish("order.created", total=50)
    publish("order.shipped", total=500)
    drain()

    got = {path: len(receiver.received(path)) for path in ("/all", "/orders", "/exact", "/other", "/big")}
    assert got == {"/all": 2, "/orders": 2, "/exact": 1, "/other": 0, "/big": 1}


def test_every_live_secret_signs_during_a_rotation(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(secret=SECRET)
    _, newer = endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(hours=1))

    publish()
    drain()

    (request,) = receiver.received("/hook")
    for secret in (SECRET, newer):
        StandardWebhook(secret).verify(request.body, request.headers)


def test_a_rotation_without_overlap_ends_the_old_secret(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(secret=SECRET)
    endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(0))

    publish()
    drain()

    (request,) = receiver.received("/hook")
    assert len(request.headers["webhook-signature"].split()) == 1


def test_a_failure_is_retried_under_the_same_id_and_then_delivered(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=503), Answer(status=200))

    publish()
    drain()
    make_due(endpoint)
    drain()

    first, second = receiver.received("/hook")
    assert first.headers["webhook-id"] == second.headers["webhook-id"]
    assert first.body == second.body
    assert states(endpoint) == {"delivered": 1}
    codes = db.rows("SELECT status_code FROM attempt WHERE endpoint_id = %s ORDER BY id", (endpoint.id,))
    assert codes == [(503,), (200,)]


def test_a_delivery_is_dead_when_its_attempts_are_used_up(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))

    publish()
    for _ in range(4):
        make_due(endpoint)
        drain()

    assert len(receiver.received("/hook")) == 3
    assert states(endpoint) == {"dead": 1}


def test_retry_after_is_waited_for(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[5.0])
    receiver.answer("/hook", Answer(status=503, headers={"Retry-After": "120"}))

    before = datetime.now(UTC)
    publish()
    drain()

    found = db.row("SELECT due_at FROM delivery WHERE endpoint_id = %s", (endpoint.id,))
    assert found is not None
    assert timedelta(seconds=119) < found[0] - before < timedelta(seconds=130)


def test_gone_endpoint_is_disabled_and_not_retried(make_endpoint, publish, drain, receiver, tenant):
    endpoint = make_endpoint(event_types=["order.*"], max_in_flight=1)
    receiver.answer("/hook", Answer(status=410))

    publish(count=3)
    drain()

    assert len(receiver.received("/hook")) == 1
    assert states(endpoint) == {"dead": 1, "held": 2}
    endpoint.refresh_from_db()
    assert endpoint.disabled_at is not None
    told = db.rows("SELECT type FROM event WHERE tenant_id = %s AND type LIKE 'endpoint.%%'", (tenant.id,))
    assert told == [("endpoint.disabled",)]


def test_redirects_are_failures_and_are_not_followed(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=302, headers={"Location": receiver.url("/elsewhere")}))

    publish()
    drain()

    assert receiver.received("/elsewhere") == []
    assert states(endpoint) == {"pending": 1}


def test_errors_have_names(make_endpoint, publish, drain, receiver):
    closing, dripping = make_endpoint("/close"), make_endpoint("/drip", timeout_s=1.0)
    receiver.answer("/close", Answer(play=close_early))
    receiver.answer("/drip", Answer(play=drip_body))

    publish()
    drain()

    found = dict(
        db.rows("SELECT endpoint_id, error FROM attempt WHERE endpoint_id = ANY(%s)", ([closing.id, dripping.id],))
    )
    assert found == {closing.id: "early_close", dripping.id: "timeout"}


def test_paused_endpoint_holds_and_resume_releases(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    publish()
    endpoints.pause(tenant.id, endpoint.id)
    publish()
    drain()
    assert states(endpoint) == {"held": 2}
    assert receiver.received("/hook") == []

    endpoints.resume(tenant.id, endpoint.id)
    drain()

    assert states(endpoint) == {"delivered": 2}


def test_deleted_endpoint_is_owed_nothing_more(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    publish()
    endpoints.delete(tenant.id, endpoint.id)
    publish()
    drain()

    assert states(endpoint) == {"cancelled": 1}
    assert receiver.received("/hook") == []


def test_rate_limit_is_kept(make_endpoint, publish, drain, receiver):
    make_endpoint(rate_per_s=20.0)
    publish(count=50)

    began = time.monotonic()
    drain()

    # The first second's worth goes at once, the other 30 take 1.5 s at 20 a second.
    assert len(receiver.received("/hook")) == 50
    assert time.monotonic() - began > 1.4


def test_most_in_flight_is_kept(make_endpoint, publish, drain, receiver):
    make_endpoint(max_in_flight=3)
    receiver.answer("/hook", Answer(delay_s=0.05))
    publish(count=12)

    drain()

    assert len({request.connection for request in receiver.received("/hook")}) <= 3
    assert len(receiver.received("/hook")) == 12


def test_ordered_endpoint_sees_its_order_through_failures(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(ordered=True)
    receiver.answer("/hook", Answer(), Answer(status=500), Answer())
    publish(count=4)

    for _ in range(3):
        make_due(endpoint)
        drain()

    numbers = [json.loads(request.body)["data"]["n"] for request in receiver.received("/hook")]
    assert numbers == [0, 1, 1, 2, 3]


def test_a_hanging_receiver_does_not_stop_the_others(make_endpoint, publish, drain, receiver):
    make_endpoint("/slow", timeout_s=3.0)
    make_endpoint("/quick")
    receiver.answer("/slow", Answer(delay_s=30))
    publish(count=300)

    began = time.monotonic()
    drain(budget_s=1.5)

    quick = receiver.received("/quick")
    assert len(quick) == 300
    assert quick[-1].at - began < 2.5
    # It had not earned more than the first window.
    assert len([request for request in receiver.received("/slow") if request.at < quick[-1].at]) <= 8


def test_what_is_published_beside_a_request_that_hangs_past_the_budget_does_not_wait(
    make_endpoint, publish, drain, receiver
):
    make_endpoint(timeout_s=6.0)
    receiver.answer("/hook", Answer(delay_s=30), Answer())
    publish()
    worker = threading.Thread(target=lambda: (drain(budget_s=0.5), db.connection.close()))
    worker.start()
    until(lambda: receiver.received("/hook"), "the first request hangs")
    time.sleep(3)

    began = time.monotonic()
    publish()
    until(lambda: len(receiver.received("/hook")) == 2, "the second one is sent")
    waited = time.monotonic() - began
    worker.join()

    # No longer than a drain waits for its end before it goes on.
    assert waited < 2


def test_a_breaker_opens_and_lets_one_probe_through(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[1000.0])
    receiver.answer("/hook", Answer(status=500))
    publish(count=60)

    drain()
    sent = len(receiver.received("/hook"))
    assert sent < 60
    untried = db.row("SELECT count(*) FROM delivery WHERE endpoint_id = %s AND tried = 0", (endpoint.id,))
    assert untried == (60 - sent,)

    # The cool-down passes: one probe, which fails, and nothing else.
    db.execute(
        "UPDATE lane SET blocked_until = NULL, state = jsonb_set(state, '{breaker,until}', '1') WHERE id = %s",
        (endpoint.id,),
    )
    drain()
    assert len(receiver.received("/hook")) == sent + 1


def test_after_a_good_probe_the_rest_follows_at_once(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[1000.0])
    receiver.answer("/hook", Answer(status=500))
    publish(count=60)
    drain()
    sent = len(receiver.received("/hook"))

    receiver.answer("/hook", Answer(delay_s=0.1))
    db.execute(
        "UPDATE lane SET blocked_until = NULL, state = jsonb_set(state, '{breaker,until}', '1') WHERE id = %s",
        (endpoint.id,),
    )
    drain()

    assert states(endpoint) == {"delivered": 60 - sent, "pending": sent}


def test_a_stale_owner_changes_nothing_but_its_attempt_is_kept(make_endpoint, publish, sending, receiver):
    endpoint = make_endpoint()
    publish()
    owner = until_answered(sending)
    db.execute("UPDATE lane SET token = token + 1 WHERE id = %s", (endpoint.id,))
    owner._record()

    assert states(endpoint) == {"pending": 1}
    assert db.rows("SELECT stale FROM attempt WHERE endpoint_id = %s", (endpoint.id,)) == [(True,)]


def test_writing_a_batch_twice_counts_it_once(make_endpoint, publish, sending, receiver):
    """After a lost COMMIT answer the drain writes the same results again."""
    endpoint = make_endpoint()
    receiver.answer("/hook", Answer(status=500))
    publish()
    owner = until_answered(sending)
    results = list(owner.unrecorded)
    sending.record(results, owner.lanes)
    sending.record(results, owner.lanes)

    assert db.rows("SELECT tried FROM delivery WHERE endpoint_id = %s", (endpoint.id,)) == [(1,)]
    assert db.row("SELECT count(*) FROM attempt WHERE endpoint_id = %s", (endpoint.id,)) == (1,)


def test_many_hanging_receivers_leave_room_for_the_others(make_endpoint, publish, drain, receiver):
    for n in range(30):  # 30 first windows of 8 are more than the room of 100
        make_endpoint(f"/slow{n}", timeout_s=6.0)
        receiver.answer(f"/slow{n}", Answer(delay_s=30))
    publish(count=10)

    make_endpoint("/quick")
    publish(count=10)
    began = time.monotonic()
    drain(budget_s=3.0)

    quick = receiver.received("/quick")
    assert len(quick) == 10
    assert quick[-1].at - began < 5
