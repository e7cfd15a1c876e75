"""What an endpoint still misses, and why."""

from datetime import UTC, datetime, timedelta

import pytest

from hub import db
from hub.delivery import endpoints, replay
from hub.delivery.outcomes import disable
from hub.delivery.replay import Asked, LeftOut, Selection, filtered, motion
from hub.delivery.undelivered import Window, undelivered
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from tests.receiver import Answer

LONG_AGO = datetime.now(UTC) - timedelta(hours=1)
ME = Asked(by="key_me", reason="they need it")


def counts(tenant, endpoint, **window):
    return undelivered(tenant.id, endpoint.id, Window(**window), behind=None, limit=50).counts


def test_dead_ones_are_missed_until_a_replay_delivers_them(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[], event_types=["order.*"])
    receiver.answer("/hook", Answer(status=503), Answer(status=503), Answer(status=404), Answer())
    publish(count=4)
    drain()
    missed = counts(tenant, endpoint)

    replay.create(tenant.id, Selection(endpoint_id=endpoint.id, code="5xx"), Asked(by="key_me"))
    on_its_way = counts(tenant, endpoint)
    drain()

    assert missed == [("dead", "http_503", 2), ("dead", "http_404", 1)]
    assert on_its_way == counts(tenant, endpoint) == [("dead", "http_404", 1)]


def test_held_says_whether_somebody_paused_it_or_it_was_disabled(tenant, make_endpoint, publish):
    paused, disabled = make_endpoint("/a", event_types=["order.*"]), make_endpoint("/b", event_types=["order.*"])
    endpoints.pause(tenant.id, paused.id)
    disable(disabled.id, reason="gone")

    publish(count=2)

    assert counts(tenant, paused) == [("held", "endpoint_paused", 2)]
    assert counts(tenant, disabled) == [("disabled", "endpoint_disabled", 2)]


def test_what_the_filters_left_out_is_told_on_request_with_the_one_that_did(tenant, make_endpoint, publish):
    endpoint = make_endpoint(event_types=["order.*", "bill.sent"], filter="$.data.total > 100")
    publish("order.created", total=500)
    publish("order.created", count=2, total=5)
    publish("invoice.sent", total=500)
    publish("bill.sent", total=500)
    publish("ordered", total=500)

    left_out = counts(tenant, endpoint, filtered_after=LONG_AGO)

    assert left_out == [("filtered", "event_type", 2), ("filtered", "filter", 2)]
    assert counts(tenant, endpoint) == []
    assert counts(tenant, endpoint, filtered_after=datetime.now(UTC) + timedelta(minutes=1)) == []


def test_pages_go_by_event_from_the_newest(tenant, make_endpoint, publish):
    endpoint = make_endpoint(event_types=["order.*"])
    events = publish(count=5)
    db.execute("UPDATE delivery SET status = 'dead', reason = 'gave up', finished_at = now()")

    first = undelivered(tenant.id, endpoint.id, Window(), behind=None, limit=3)
    rest = undelivered(tenant.id, endpoint.id, Window(), behind=first.items[-1].event_id, limit=3)

    assert [item.event_id for item in first.items + rest.items] == events[::-1]
    assert first.complete
    assert rest.counts == first.counts == [("dead", "gave up", 5)]


def test_states_and_times_narrow_it(tenant, make_endpoint, publish):
    endpoint = make_endpoint(event_types=["order.*"])
    publish(count=2)
    db.execute("UPDATE delivery SET status = 'cancelled', reason = 'replay_cancelled', finished_at = now()")

    assert counts(tenant, endpoint, state="dead") == []
    assert counts(tenant, endpoint, state="cancelled") == [("cancelled", "replay_cancelled", 2)]
    assert counts(tenant, endpoint, created_before=LONG_AGO) == []


def test_another_tenants_endpoint_is_not_found(tenant, make_endpoint):
    endpoint = make_endpoint()

    with pytest.raises(HubError, match="no endpoint"):
        undelivered(endpoint.id, endpoint.id, Window(), behind=None, limit=1)


def left_out(endpoint, **changes):
    return LeftOut(endpoint_id=endpoint.id, **{"since": LONG_AGO} | changes)


def test_what_filters_left_out_is_sent_as_a_replay_when_somebody_asks_for_it(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(event_types=["order.*"], filter="$.data.total > 100")
    publish("order.created", total=500)
    small = publish("order.created", count=3, total=5)
    invoices = publish("invoice.sent", count=2, total=500)
    drain()
    usual = replay.count(tenant.id, Selection(endpoint_id=endpoint.id, statuses=("dead", "cancelled")))

    made = replay.create_filtered(tenant.id, left_out(endpoint), ME)
    drain()
    motion.move_all()

    assert usual.total == 0
    assert (made.total, made.requested_by, made.reason) == (5, "key_me", "they need it")
    items = replay.items(tenant.id, made.id, status=None, after=None, limit=10)
    assert [(item.event_id, item.source_id, item.status) for item in items] == [
        (event_id, None, "delivered") for event_id in small + invoices
    ]
    assert replay.get(tenant.id, made.id).state == "finished"
    assert len(receiver.received("/hook")) == 6
    assert counts(tenant, endpoint, filtered_after=LONG_AGO) == [("filtered", "event_type", 2)]  # of the replay itself


def test_only_the_chosen_events_reasons_and_times_are_sent(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(event_types=["order.*"], channels=["eu"])
    orders, bills = publish("order.created", count=3), publish("bill.sent", count=2)
    endpoints.change(tenant.id, endpoint.id, endpoints.EndpointFields(channels=[]))

    one = replay.create_filtered(tenant.id, left_out(endpoint, event_ids=(orders[1], bills[0])), ME)
    wanted_now = replay.create_filtered(tenant.id, left_out(endpoint, left_out_by=("changed",)), ME)
    too_old = replay.create_filtered(tenant.id, left_out(endpoint, until=LONG_AGO), ME)
    drain()

    assert (one.total, wanted_now.total, too_old.total) == (2, 2, 0)
    sent = [request.headers["webhook-id"] for request in receiver.received("/hook")]
    assert sorted(sent) == sorted(public_id("event", event_id) for event_id in [*orders, bills[0]])


def test_neither_what_befell_the_endpoint_itself_nor_anothers_test_is_ever_sent(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint, other = make_endpoint(), make_endpoint("/other")
    publish()
    disable(endpoint.id, reason="gone")
    endpoints.send_test(tenant.id, other.id)
    endpoints.resume(tenant.id, endpoint.id)

    assert counts(tenant, endpoint, filtered_after=LONG_AGO) == []
    assert replay.create_filtered(tenant.id, left_out(endpoint), ME).total == 0


def test_a_long_log_is_looked_through_page_by_page_and_what_came_later_is_not_in_the_set(
    tenant, make_endpoint, publish, monkeypatch
):
    monkeypatch.setattr(filtered.freeze_filtered, "__kwdefaults__", {"page": 2})
    endpoint = make_endpoint(event_types=["order.*"], ordered=True)
    early = publish("bill.sent", count=5)

    made = replay.create_filtered(tenant.id, left_out(endpoint), ME)
    first = (made.state, made.total)
    publish("bill.sent", count=3)
    motion.move_all()

    assert first == ("preparing", 2)
    items = replay.items(tenant.id, made.id, status=None, after=None, limit=10)
    assert [item.event_id for item in items] == early
    assert {item.status for item in items} == {"pending"}


def test_another_tenants_endpoint_is_sent_nothing(tenant, make_endpoint):
    endpoint = make_endpoint()

    with pytest.raises(HubError, match="no endpoint"):
        replay.create_filtered(endpoint.id, left_out(endpoint), ME)
