"""A receiver that fails: what the hub tries again by itself, and what an operator replays."""

import pytest

from tests.receiver import Answer
from tests.stacks import until

pytestmark = pytest.mark.journey

DOWN = Answer(503)


def publish(account, count: int, type: str = "order.created") -> list[str]:
    return [account.post("/events", {"type": type, "data": {"n": n}})["id"] for n in range(count)]


def orders(account, receiver, path: str = "/hook", **fields) -> str:
    """An endpoint for the application's own events that gives up after one retry."""
    wanted = {"event_types": ["order.*"], "retry_schedule_s": [0.2], **fields}
    return account.endpoint(receiver.url(path), **wanted)["id"]


def ids(requests) -> list[str]:
    return [request.headers["webhook-id"] for request in requests]


def settled(account, endpoint: str, **states: int) -> None:
    until(lambda: account.deliveries(endpoint) == states, f"{endpoint}: {states}")


def test_a_receiver_that_recovers_gets_the_same_message_again(account, receiver):
    receiver.answer("/hook", DOWN, Answer())
    endpoint = orders(account, receiver)

    (event,) = publish(account, 1)

    settled(account, endpoint, delivered=1)
    first, second = receiver.wait_for(2, path="/hook")
    assert ids([first, second]) == [event, event]
    assert first.body == second.body
    (delivery,) = account.get("/deliveries", endpoint_id=endpoint)["data"]
    attempts = account.get(f"/deliveries/{delivery['id']}/attempts")["data"]
    assert [(each["status_code"], each["stale"]) for each in attempts] == [(200, False), (503, False)]


def test_a_dead_delivery_is_replayed_under_the_same_id_and_history_stays(account, receiver):
    receiver.answer("/hook", DOWN)
    endpoint = orders(account, receiver)
    (event,) = publish(account, 1)
    settled(account, endpoint, dead=1)
    (dead,) = account.get("/deliveries", endpoint_id=endpoint, status="dead")["data"]
    receiver.answer("/hook", Answer())

    replay = account.post(f"/deliveries/{dead['id']}/replay", {"reason": "the receiver was down"})

    settled(account, endpoint, dead=1, delivered=1)
    requests = receiver.wait_for(3, path="/hook")
    assert ids(requests) == [event] * 3
    assert len({request.body for request in requests}) == 1
    assert account.get(f"/replays/{replay['id']}")["progress"] == {"delivered": 1}
    assert account.get(f"/deliveries/{dead['id']}") == dead


def test_a_replay_by_filter_counts_first_and_then_delivers_just_those(account, receiver):
    for path in ("/a", "/b"):
        receiver.answer(path, DOWN)
    first, second = orders(account, receiver, "/a"), orders(account, receiver, "/b", event_types=["order.created"])
    created, shipped = publish(account, 3), publish(account, 1, "order.shipped")
    settled(account, first, dead=4)
    settled(account, second, dead=3)
    for path in ("/a", "/b"):
        receiver.answer(path, Answer())
    everything = {"status": "dead", "status_code": "5xx"}

    counted = account.post("/replays", {"filter": everything, "dry_run": True})
    only_created = account.post("/replays", {"filter": {**everything, "event_type": "order.created"}, "dry_run": True})

    assert counted["total"] == 7
    assert {(each["endpoint_id"], each["reason"], each["count"]) for each in counted["counts"]} == {
        (first, "http_503", 4),
        (second, "http_503", 3),
    }
    assert only_created["total"] == 6
    assert account.deliveries(first) == {"dead": 4}

    replay = account.post("/replays", {"filter": {**everything, "endpoint_id": first}, "reason": "back again"})

    assert replay["total"] == 4
    settled(account, first, dead=4, delivered=4)
    assert account.get(f"/replays/{replay['id']}")["progress"] == {"delivered": 4}
    assert set(ids(receiver.received("/a")[8:])) == {*created, *shipped}
    assert account.deliveries(second) == {"dead": 3}
    left = account.post("/replays", {"filter": everything, "dry_run": True})
    assert [(each["endpoint_id"], each["count"]) for each in left["counts"]] == [(second, 3)]
