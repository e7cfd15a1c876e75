"""Replays: a frozen set, released at a pace, steered at any moment, told as it goes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from standardwebhooks import Webhook

from hub import db
from hub.delivery import endpoints, policies, replay
from hub.delivery.models import Delivery
from hub.delivery.replay import Asked, Selection, creation, motion
from hub.delivery.replay.forgetting import forget_old
from hub.delivery.replay.progress import progress
from hub.realtime import snapshots
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from tests.delivery.conftest import make_due, states
from tests.receiver import Answer

ME = Asked(by="key_me", reason="the receiver was down")
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture
def dead(make_endpoint, publish) -> Callable[..., Any]:
    """An endpoint for events of its own type with so many dead deliveries; its receiver is well."""

    def make(path: str = "/hook", *, count: int = 5, **changes: Any) -> Any:
        type = f"order.{path[1:]}"
        endpoint = make_endpoint(path, **{"retry_schedule_s": [], "event_types": [type]} | changes)
        publish(type, count=count)
        gone = "UPDATE delivery SET status = 'dead', status_code = 503, tried = 1, finished_at = now()"
        db.execute(f"{gone} WHERE endpoint_id = %s", (endpoint.id,))
        return endpoint

    return make


def by_state(tenant, made) -> dict[str, int]:
    return progress(replay.get(tenant.id, made.id)).by_state


def state(tenant, made) -> str:
    return replay.get(tenant.id, made.id).state


def told(tenant, made) -> list[tuple[str, str]]:
    """The replay's events as (type, state)."""
    query = "SELECT type, body FROM event WHERE tenant_id = %s AND subject_id = %s ORDER BY id"
    found = db.rows(query, (tenant.id, made.id))
    return [(type, json.loads(bytes(body))["data"]["state"]) for type, body in found]


def bodies(requests) -> list[int]:
    return [json.loads(request.body)["data"]["n"] for request in requests]


def test_a_small_replay_has_its_deliveries_at_once_and_tells_how_it_goes(tenant, dead, drain, receiver):
    endpoint = dead(count=20)

    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)
    at_once = by_state(tenant, made)
    drain()
    motion.move_all()

    assert at_once == {"pending": 20}
    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 20})
    assert states(endpoint) == {"dead": 20, "delivered": 20}
    assert told(tenant, made) == [("replay.started", "running"), ("replay.finished", "finished")]
    assert bodies(receiver.received("/hook")) == list(range(20))


def test_what_dies_later_or_was_delivered_since_is_not_part_of_it(tenant, dead, publish, drain):
    endpoint = dead(count=3)
    source = Delivery.objects.filter(endpoint_id=endpoint.id).first()
    replay.replay_one(tenant.id, source.id, ME)
    drain()

    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)

    assert made.total == 2


def test_the_set_is_what_it_was_when_it_was_asked_for_however_long_it_takes(tenant, dead, publish, monkeypatch):
    monkeypatch.setattr(creation, "FIRST_PAGE", 2)
    endpoint = dead(count=5)

    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)
    early = (made.state, made.total)
    publish("order.hook", count=3)
    died = "UPDATE delivery SET status = 'dead', finished_at = clock_timestamp()"
    db.execute(f"{died} WHERE endpoint_id = %s AND status = 'pending'", (endpoint.id,))
    motion.move_all()  # as the periodic task does after whoever asked has died

    assert early == ("preparing", 2)
    assert (state(tenant, made), by_state(tenant, made)) == ("running", {"pending": 5})


def test_a_process_that_dies_within_a_step_has_changed_nothing(tenant, dead, drain, monkeypatch):
    endpoint = dead(count=5)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=2))
    drain()
    motion.move_all()
    monkeypatch.setattr(motion.progress, "count", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        replay.resume(tenant.id, made.id, by="op_me")
    monkeypatch.undo()
    between = by_state(tenant, made)

    motion.move_all()
    drain()
    motion.move_all()

    assert between == {"delivered": 2, "waiting": 3}
    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 5})


def test_what_is_delivered_before_its_turn_is_skipped_and_says_so(tenant, dead, drain):
    endpoint = dead(count=3)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=1))
    drain()
    motion.move_all()
    last = Delivery.objects.filter(endpoint_id=endpoint.id, status="dead").order_by("event_id").last()
    replay.replay_one(tenant.id, last.id, ME)
    drain()

    replay.resume(tenant.id, made.id, by="op_me")
    drain()
    motion.move_all()

    assert by_state(tenant, made) == {"delivered": 2, "skipped": 1}
    (skipped,) = replay.items(tenant.id, made.id, status="skipped", after=None, limit=10)
    assert (skipped.source_id, skipped.reason, skipped.delivery_id) == (last.id, "delivered_since", None)


def test_a_canary_goes_first_and_the_rest_waits_for_somebody(tenant, dead, drain, receiver):
    endpoint = dead(count=10)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=2))
    first = state(tenant, made)
    drain()
    motion.move_all()
    motion.move_all()
    sent = bodies(receiver.received("/hook"))
    waiting = (state(tenant, made), by_state(tenant, made))

    replay.resume(tenant.id, made.id, by="op_me", reason="looks good")
    drain()
    motion.move_all()

    assert (first, sent) == ("canary", [0, 1])
    assert waiting == ("waiting", {"delivered": 2, "waiting": 8})
    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 10})
    seen = [(each.state, each.by, each.reason) for each in replay.changes(tenant.id, made.id, before=None, limit=20)]
    assert seen[::-1] == [
        ("preparing", "key_me", ""),
        ("canary", "hub", ""),
        ("waiting", "hub", "canary_delivered"),
        ("running", "op_me", "looks good"),
        ("finished", "hub", ""),
    ]


def test_the_rest_follows_by_itself_only_when_all_of_the_canary_was_delivered(tenant, dead, drain, receiver):
    good, bad = dead("/good"), dead("/bad")
    receiver.answer("/bad", Answer(status=500))
    asked = Asked(by="key_me", canary=2, canary_goes_on=True)

    well = replay.create(tenant.id, Selection(endpoint_id=good.id), asked)
    ill = replay.create(tenant.id, Selection(endpoint_id=bad.id), asked)
    for _ in range(3):
        drain()
        motion.move_all()

    assert (state(tenant, well), by_state(tenant, well)) == ("finished", {"delivered": 5})
    assert (state(tenant, ill), by_state(tenant, ill)) == ("waiting", {"dead": 2, "waiting": 3})
    assert len(receiver.received("/bad")) == 2


def test_paused_nothing_more_is_released_and_cancelled_the_rest_is_cancelled(tenant, dead, drain):
    endpoint = dead(count=10)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=4))
    drain()
    motion.move_all()
    replay.resume(tenant.id, made.id, by="op_me")  # six are pending now

    replay.pause(tenant.id, made.id, by="op_me", reason="wait")
    motion.move_all()
    paused = state(tenant, made)
    replay.cancel(tenant.id, made.id, by="op_me", reason="enough")
    drain()

    assert paused == "paused"
    assert (state(tenant, made), by_state(tenant, made)) == ("cancelled", {"cancelled": 6, "delivered": 4})
    reasons = set(Delivery.objects.filter(replay_id=made.id, status="cancelled").values_list("reason", flat=True))
    assert reasons == {"replay_cancelled"}
    assert told(tenant, made)[-1] == ("replay.finished", "cancelled")
    with pytest.raises(HubError, match="This replay is cancelled"):
        replay.resume(tenant.id, made.id, by="op_me")


def test_the_end_of_what_was_under_way_is_told_once_though_the_replay_is_paused(tenant, dead, drain):
    endpoint = dead(count=4)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me"))

    replay.pause(tenant.id, made.id, by="op_me")
    motion.move_all()
    paused = told(tenant, made)
    drain()
    motion.move_all()
    motion.move_all()

    assert paused == [("replay.started", "running"), ("replay.progress", "paused")]
    assert told(tenant, made) == [*paused, ("replay.progress", "paused")]
    (body,) = db.row("SELECT body FROM event WHERE type = 'replay.progress' ORDER BY id DESC")
    last = json.loads(bytes(body))["data"]
    assert (last["pending"], last["delivered"]) == (0, 4)


def test_items_that_never_had_their_turn_are_cancelled_too(tenant, dead, drain):
    endpoint = dead(count=5)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=2))
    drain()

    replay.cancel(tenant.id, made.id, by="op_me")

    assert by_state(tenant, made) == {"cancelled": 3, "delivered": 2}
    cancelled = replay.items(tenant.id, made.id, status="cancelled", after=None, limit=10)
    assert [item.reason for item in cancelled] == ["replay_cancelled"] * 3


def test_a_pace_spreads_the_deliveries_and_can_be_changed(tenant, dead):
    endpoint = dead(count=40)

    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", per_s=10))
    slow = list(Delivery.objects.filter(replay_id=made.id).order_by("due_at").values_list("due_at", flat=True))
    motion.move_all()
    motion.move_all()
    unhurried = Delivery.objects.filter(replay_id=made.id).count()
    replay.set_pace(tenant.id, made.id, None, by="op_me")
    motion.move_all()

    # 1.5 s ahead, and both ends.
    assert len(slow) == 16
    assert {round((later - sooner).total_seconds(), 3) for sooner, later in pairwise(slow)} == {0.1}
    assert unhurried < 30
    assert Delivery.objects.filter(replay_id=made.id).count() == 40


def test_an_ordered_endpoint_gets_a_replay_in_the_order_of_events(tenant, dead, drain, receiver):
    endpoint = dead(count=30, ordered=True)

    replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", per_s=10_000))
    drain()

    assert bodies(receiver.received("/hook")) == sorted(bodies(receiver.received("/hook")))
    assert len(receiver.received("/hook")) == 30


def test_to_another_address_it_is_signed_with_the_same_secrets_and_counts_for_nothing(tenant, dead, drain, receiver):
    endpoint = dead(count=2, secret=SECRET, headers={"Authorization": "Bearer for-the-partner"})
    _, newer = endpoints.rotate(tenant.id, endpoint.id, overlap=timedelta(hours=1))
    asked = Asked(by="key_me", url=receiver.url("/try"))

    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), asked)
    drain()
    motion.move_all()

    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 2})
    for request in receiver.received("/try"):
        assert "authorization" not in request.headers
        assert request.headers["hub-replay"] == public_id("replay", made.id)
        for secret in (SECRET, newer):
            Webhook(secret).verify(request.body, request.headers)
    assert states(endpoint) == {"dead": 2}
    assert receiver.received("/hook") == []
    items = replay.items(tenant.id, made.id, status="delivered", after=None, limit=10)
    assert [(item.endpoint_id, item.status) for item in items] == [(endpoint.id, "delivered")] * 2
    assert replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME).total == 2


def test_what_failed_at_another_address_is_not_replayed(tenant, dead, drain, receiver):
    endpoint = dead(count=2)
    receiver.answer("/try", Answer(status=500))
    replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", url=receiver.url("/try")))
    drain()

    assert [each["count"] for each in replay.count(tenant.id, Selection()).counts] == [2]
    assert replay.create(tenant.id, Selection(), ME).total == 2


def test_another_address_is_checked_like_any_and_needs_an_endpoint(tenant, dead, settings):
    endpoint = dead(count=1)
    settings.HUB = settings.HUB.model_copy(update={"target_allow": []})

    with pytest.raises(HubError) as refused:
        replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="me", url="https://127.0.0.1/x"))
    with pytest.raises(HubError) as missing:
        replay.create(tenant.id, Selection(), Asked(by="me", url="https://example.com/x"))

    assert (refused.value.code, missing.value.code) == ("forbidden_target", "endpoint_missing")


def test_items_show_their_outcomes_by_state_and_page(tenant, dead, drain, receiver):
    endpoint = dead(count=6)
    receiver.answer("/hook", Answer(), Answer(), Answer(status=500))
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me"))
    drain()

    first = replay.items(tenant.id, made.id, status=None, after=None, limit=4)
    place = (first[-1].endpoint_id, first[-1].event_id)
    rest = replay.items(tenant.id, made.id, status=None, after=place, limit=4)

    outcomes = sorted(item.status for item in first + rest)
    assert outcomes == ["dead"] * 4 + ["delivered"] * 2
    events = [item.event_id for item in first + rest]
    assert events == sorted(events)
    dead_ones = replay.items(tenant.id, made.id, status="dead", after=None, limit=10)
    assert [(item.status_code, item.attempts) for item in dead_ones] == [(500, 1)] * 4


def test_selections_narrow_by_code_error_state_and_time(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(retry_schedule_s=[], timeout_s=1.0, event_types=["order.*"])
    receiver.answer("/hook", Answer(status=503), Answer(status=404), Answer(delay_s=3.0))
    publish(count=3)
    drain()

    def total(**chosen: Any) -> int:
        return replay.count(tenant.id, Selection(endpoint_id=endpoint.id, **chosen)).total

    now = datetime.now(UTC)
    assert total() == 3
    assert (total(code="5xx"), total(code="404"), total(error="timeout")) == (1, 1, 1)
    assert (total(statuses=("delivered",)), total(statuses=("dead", "cancelled"))) == (0, 3)
    assert (total(since=now + timedelta(minutes=1)), total(until=now + timedelta(minutes=1))) == (0, 3)
    assert (total(event_type="order.*"), total(event_type="invoice.*")) == (3, 0)


def test_held_ones_go_only_to_another_address(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint(event_types=["order.*"])
    endpoints.pause(tenant.id, endpoint.id)
    publish(count=2)
    held = Selection(statuses=("held",), endpoint_id=endpoint.id)

    with pytest.raises(HubError) as refused:
        replay.create(tenant.id, held, ME)
    made = replay.create(tenant.id, held, Asked(by="key_me", url=receiver.url("/try")))
    drain()

    assert refused.value.code == "held_delivery"
    assert (by_state(tenant, made), states(endpoint)) == ({"delivered": 2}, {"held": 2})


def test_a_paused_endpoint_holds_up_only_its_own_part(tenant, dead, drain):
    well, ill = dead("/well", count=60), dead("/ill", count=60)
    endpoints.pause(tenant.id, ill.id)
    made = replay.create(tenant.id, Selection(), Asked(by="key_me", canary=1))
    db.execute("UPDATE replay_share SET room = 20 WHERE replay_id = %s", (made.id,))
    drain()
    motion.move_all()

    replay.resume(tenant.id, made.id, by="op_me")
    for _ in range(3):
        drain()
        motion.move_all()

    assert states(well) == {"dead": 60, "delivered": 60}
    assert states(ill)["held"] < 60
    assert by_state(tenant, made)["waiting"] == 60 - states(ill)["held"]


def test_a_replayed_event_whose_endpoint_was_deleted_is_skipped(tenant, dead, drain):
    endpoint = dead(count=2)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), Asked(by="key_me", canary=1))
    drain()
    motion.move_all()
    endpoints.delete(tenant.id, endpoint.id)

    replay.resume(tenant.id, made.id, by="op_me")

    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 1, "skipped": 1})


def test_retries_of_a_replay_are_under_way_until_they_end(tenant, dead, drain, receiver):
    endpoint = dead(count=1, retry_schedule_s=[1000.0])
    receiver.answer("/hook", Answer(status=503), Answer())
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)

    drain()
    motion.move_all()
    under_way = (state(tenant, made), by_state(tenant, made))
    make_due(endpoint)
    drain()
    motion.move_all()

    assert under_way == ("running", {"pending": 1})
    assert (state(tenant, made), by_state(tenant, made)) == ("finished", {"delivered": 1})


def test_sets_of_replays_long_over_are_forgotten_and_their_counts_stay(tenant, dead, drain):
    endpoint = dead(count=3)
    old = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)
    drain()
    motion.move_all()
    recent = replay.create(tenant.id, Selection(endpoint_id=endpoint.id, statuses=("delivered",)), ME)
    db.execute("UPDATE replay SET finished_at = now() - interval '31 days' WHERE id = %s", (old.id,))

    assert forget_old() == 3

    assert by_state(tenant, old) == {"delivered": 3}
    assert replay.items(tenant.id, old.id, status=None, after=None, limit=10) == []
    assert len(replay.items(tenant.id, recent.id, status=None, after=None, limit=10)) == 3


def test_a_tenants_own_retention_decides_how_long_sets_are_kept(tenant, dead, drain, settings):
    endpoint = dead(count=2)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)
    drain()
    motion.move_all()

    def forgotten_after(days, **wanted):
        policies.change(tenant.id, wanted)
        db.execute("UPDATE replay SET finished_at = now() - make_interval(days => %s) WHERE id = %s", (days, made.id))
        return forget_old()

    assert forgotten_after(100, retention_days=200) == 0
    settings.HUB = settings.HUB.model_copy(update={"retention_days_max": 120})
    assert forgotten_after(119, retention_days=120) == 0
    assert forgotten_after(6, retention_days=7) == 0
    assert forgotten_after(8, retention_days=7) == 2


def test_the_topic_begins_with_how_far_it_is(tenant, dead, drain):
    endpoint = dead(count=3)
    made = replay.create(tenant.id, Selection(endpoint_id=endpoint.id), ME)

    seen = snapshots.of("replay")(tenant.id, made.id)

    assert (seen["id"], seen["state"], seen["total"], seen["pending"]) == (
        public_id("replay", made.id),
        "running",
        3,
        3,
    )
    assert snapshots.of("replay")(endpoint.id, made.id) is None
