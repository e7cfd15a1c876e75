"""What waits for another try is sent at once when its endpoint is resumed, or when somebody asks for the one delivery."""

import pytest

from hub import db
from hub.delivery import endpoints, holding, retrying
from hub.delivery.models import Delivery
from hub.rules.errors import HubError
from tests.delivery.conftest import states
from tests.receiver import Answer


@pytest.fixture
def waiting(make_endpoint, publish, drain, receiver):
    """An endpoint whose three deliveries failed and are tried again much later, although it is repaired by now."""

    def make(**changes):
        endpoint = make_endpoint(**changes)
        receiver.answer("/hook", *[Answer(status=503)] * 3, Answer())
        publish(count=3)
        drain()
        return endpoint

    return make


def ids(endpoint):
    return list(Delivery.objects.filter(endpoint_id=endpoint.id).order_by("id").values_list("id", flat=True))


def refusal(tenant, delivery_id):
    with pytest.raises(HubError) as refused:
        retrying.retry_now(tenant.id, delivery_id)
    return refused.value.code, refused.value.field


def test_a_resume_sends_what_waits_for_another_try(tenant, waiting, drain, monkeypatch):
    monkeypatch.setattr(holding, "BATCH", 2)
    endpoint = waiting()
    assert states(endpoint) == {"pending": 3}

    endpoints.resume(tenant.id, endpoint.id)
    drain()

    assert states(endpoint) == {"delivered": 3}
    assert db.row("SELECT retries_from FROM endpoint WHERE id = %s", (endpoint.id,)) == (None,)


def test_what_no_request_got_to_is_made_due_later_and_each_only_once(waiting, drain, receiver):
    endpoint = waiting()
    receiver.answer("/hook", Answer(status=503))
    db.execute("UPDATE endpoint SET retries_from = now() + interval '1 day' WHERE id = %s", (endpoint.id,))

    for _ in range(3):
        holding.settle_all()
        drain()

    assert len(receiver.received("/hook")) == 6
    assert states(endpoint) == {"pending": 3}


def test_a_resume_after_a_pause_sends_retries_too(tenant, waiting, drain):
    endpoint = waiting()

    endpoints.pause(tenant.id, endpoint.id)
    endpoints.resume(tenant.id, endpoint.id)
    drain()

    assert states(endpoint) == {"delivered": 3}


def test_one_delivery_is_tried_at_once_and_the_others_wait(tenant, waiting, drain, receiver):
    endpoint = waiting()
    first = ids(endpoint)[0]

    shown = retrying.retry_now(tenant.id, first)
    drain()

    assert (shown.id, shown.status) == (first, "pending")
    assert Delivery.objects.get(id=first).status == "delivered"
    assert states(endpoint) == {"delivered": 1, "pending": 2}
    assert len(receiver.received("/hook")) == 4


def test_an_open_breaker_and_an_ordered_lane_hold_up_no_retry_that_was_asked_for(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(ordered=True)
    receiver.answer("/hook", Answer(status=503, headers={"Retry-After": "3600"}), Answer())
    publish(count=2)
    drain()
    before = len(receiver.received("/hook"))

    retrying.retry_now(tenant.id, ids(endpoint)[0])
    drain()

    assert before == 1
    assert states(endpoint) == {"delivered": 2}


def test_what_is_held_or_over_or_anothers_is_not_tried(tenant, waiting, publish, drain):
    endpoint = waiting()
    delivered, held, _ = ids(endpoint)
    retrying.retry_now(tenant.id, delivered)
    drain()
    endpoints.pause(tenant.id, endpoint.id)

    assert refusal(tenant, delivered) == ("delivery_final", "path.delivery_id")
    assert refusal(tenant, held) == ("delivery_held", "path.delivery_id")
    assert refusal(tenant, endpoint.id) == ("not_found", "path.delivery_id")
