"""A receiver that asks to be left alone for a time is: by everything that it is owed, and until a person wants otherwise."""

import time

import pytest

from hub import db
from hub.delivery import endpoints, replay
from hub.delivery.endpoints import EndpointFields
from tests.delivery.conftest import states
from tests.receiver import Answer


def blocked_s(endpoint):
    """For how long its lane is not looked at, in seconds; None when it is free."""
    return db.row("SELECT extract(epoch FROM blocked_until - now())::float8 FROM lane WHERE id = %s", (endpoint.id,))[0]


def busy(endpoint, publish, drain, receiver, *, wish="60", status=429):
    """The endpoint has asked to be left alone; how many requests it got."""
    receiver.answer("/hook", Answer(status=status, headers={"Retry-After": wish}))
    publish(count=2)
    drain()
    return len(receiver.received("/hook"))


@pytest.mark.parametrize("status", [429, 503])
def test_a_receiver_that_asks_for_time_gets_nothing_meanwhile(status, make_endpoint, publish, drain, receiver):
    endpoint, other = make_endpoint(max_in_flight=1), make_endpoint("/other")

    sent = busy(endpoint, publish, drain, receiver, status=status)
    publish(count=20)
    drain()

    assert sent == len(receiver.received("/hook")) == 1
    assert 40 < blocked_s(endpoint) <= 60
    assert states(other) == {"delivered": 22}
    untried = db.row("SELECT count(*) FROM delivery WHERE endpoint_id = %s AND tried = 0", (endpoint.id,))
    assert untried == (21,)


def test_when_its_time_is_over_everything_goes_on(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[0.0])
    receiver.answer("/hook", Answer(status=429, headers={"Retry-After": "1"}), Answer())
    publish(count=1)
    drain()
    publish(count=9)

    deadline = time.monotonic() + 20
    while states(endpoint) != {"delivered": 10}:
        assert time.monotonic() < deadline
        drain()

    first, second, *_ = receiver.received("/hook")
    assert second.at - first.at > 0.9


@pytest.mark.parametrize(("wish", "least", "most"), [("86400", 3500, 3600), ("0", None, None), ("soon", None, None)])
def test_it_is_believed_for_an_hour_at_most(wish, least, most, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()

    busy(endpoint, publish, drain, receiver, wish=wish)

    found = blocked_s(endpoint)
    assert found is None if least is None else least < found <= most


def test_other_failures_speak_of_one_request(make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(max_in_flight=1)

    assert busy(endpoint, publish, drain, receiver, status=500) == 2


@pytest.mark.parametrize("how", ["resume", "another address", "test event", "replay"])
def test_a_person_who_wants_otherwise_is_heard(how, tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(max_in_flight=1)
    sent = busy(endpoint, publish, drain, receiver)
    receiver.answer("/hook", Answer())

    if how == "replay":
        dead = "UPDATE delivery SET status = 'dead' WHERE endpoint_id = %s AND tried = 1 RETURNING id"
        ((delivery_id,),) = db.rows(dead, (endpoint.id,))
        replay.replay_one(tenant.id, delivery_id, replay.Asked(by="key_1", reason="repaired"))
    elif how == "resume":
        endpoints.resume(tenant.id, endpoint.id)
    elif how == "test event":
        endpoints.send_test(tenant.id, endpoint.id)
    else:
        endpoints.change(tenant.id, endpoint.id, EndpointFields(url=receiver.url("/hook?")))
    drain()

    assert states(endpoint)["delivered"] >= 1
    assert sent == 1


def test_a_test_event_does_not_forget_for_how_long_an_endpoint_has_failed(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(max_in_flight=1)
    busy(endpoint, publish, drain, receiver)
    since = "SELECT state #>> '{failing,since}' FROM lane WHERE id = %s"
    before = db.row(since, (endpoint.id,))

    endpoints.send_test(tenant.id, endpoint.id)
    drain()

    assert before != (None,)
    assert db.row(since, (endpoint.id,)) == before
