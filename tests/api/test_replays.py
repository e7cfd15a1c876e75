"""/replays and /endpoints/{id}/undelivered over the API."""

import pytest

from hub import db
from hub.delivery.replay import motion

URL = "https://partner.example.com/hooks"


@pytest.fixture
def endpoint(api):
    return api.post("/endpoints", {"url": URL, "event_types": ["order.*"]}).data["id"]


@pytest.fixture
def dead(api, endpoint):
    """Ten events whose deliveries have used up their attempts."""
    for n in range(10):
        api.post("/events", {"type": "order.made", "data": {"n": n}})
    db.execute("UPDATE delivery SET status = 'dead', status_code = 503, reason = 'http_503', finished_at = now()")
    return endpoint


def test_a_replay_is_steered_and_says_who_did(api, dead):
    made = api.post("/replays", {"filter": {"endpoint_id": dead}, "canary": 3, "reason": "down"}).data
    path = f"/replays/{made['id']}"

    paused = api.post(f"{path}/pause", {"reason": "lunch"}).data
    resumed = api.post(f"{path}/resume", {}).data
    paced = api.call("PATCH", path, {"per_s": 2.5}).data
    cancelled = api.post(f"{path}/cancel", {"reason": "enough"}).data

    assert (made["state"], made["total"], made["progress"]) == ("canary", 10, {"pending": 3, "waiting": 7})
    assert (paused["state"], resumed["state"], paced["per_s"]) == ("paused", "canary", 2.5)
    assert (cancelled["state"], cancelled["cancelled"], cancelled["pending"]) == ("cancelled", 10, 0)
    changes = api.get(f"{path}/changes").data["data"]
    assert [each["state"] for each in changes][::-1] == [
        *("preparing", "canary", "paused", "canary", "canary", "cancelling", "cancelled")
    ]
    assert [each["reason"] for each in changes if each["reason"]] == ["enough", "lunch", "down"]


def test_what_is_over_is_not_steered_any_more(api, dead):
    path = f"/replays/{api.post('/replays', {'filter': {'event_type': 'no.such'}}).data['id']}"

    for call, body in (("pause", {}), ("resume", {}), ("cancel", {})):
        refused = api.post(f"{path}/{call}", body)
        assert (refused.status_code, refused.data["code"], refused.data["state"]) == (409, "replay_state", "finished")
    assert api.call("PATCH", path, {"per_s": 1.0}).status_code == 409


def test_items_come_in_pages_and_by_outcome(api, dead):
    made = api.post("/replays", {"filter": {"endpoint_id": dead}, "canary": 4}).data
    path = f"/replays/{made['id']}/items"

    first = api.get(f"{path}?limit=6").data
    rest = api.get(f"{path}?limit=6&cursor={first['next_cursor']}").data

    assert [each["status"] for each in first["data"] + rest["data"]] == ["pending"] * 4 + ["waiting"] * 6
    assert rest["next_cursor"] is None
    assert len(api.get(f"{path}?status=waiting").data["data"]) == 6
    assert len(api.get(f"{path}?status=pending").data["data"]) == 4
    assert api.get(f"{path}?status=skipped").data["data"] == []


def test_replays_are_listed_by_state(api, dead):
    running = api.post("/replays", {"filter": {"endpoint_id": dead}}).data["id"]
    over = api.post("/replays", {"filter": {"event_type": "no.such"}}).data["id"]

    assert [each["id"] for each in api.get("/replays").data["data"]] == [over, running]
    assert [each["id"] for each in api.get("/replays?state=running").data["data"]] == [running]


def test_several_states_and_another_address_are_checked(api, dead):
    several = {"status": ["dead", "cancelled"], "endpoint_id": dead}

    assert api.post("/replays", {"filter": several, "dry_run": True}).data["total"] == 10
    refused = api.post("/replays", {"filter": {"status": ["held"]}})
    no_endpoint = api.post("/replays", {"filter": {"status": "dead"}, "url": "https://example.com/x"})
    bad_url = api.post("/replays", {"filter": several, "url": "https://127.0.0.1/x"})

    assert [each.data["code"] for each in (refused, no_endpoint, bad_url)] == [
        *("held_delivery", "endpoint_missing", "forbidden_target")
    ]
    elsewhere = api.post("/replays", {"filter": several, "url": "https://test.example.com/x"}).data
    assert (elsewhere["url"], elsewhere["progress"]) == ("https://test.example.com/x", {"pending": 10})
    assert [each["id"] for each in api.get("/endpoints").data["data"]] == [dead]


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_dry_run_refuses_what_the_replay_would_be_refused_for(api, dead, dry_run):
    one = {"endpoint_id": dead}
    asked = [
        ({"filter": {"status": "held"}}, "held_delivery", "body.filter.status"),
        ({"filter": {}, "url": "https://example.com/x"}, "endpoint_missing", "body.filter.endpoint_id"),
        ({"filter": one, "url": "https://10.0.0.1/"}, "forbidden_target", "body.url"),
        ({"filter": one, "url": "nonsense"}, "invalid_url", "body.url"),
        ({"filter": {"endpoint_id": "ep_01jd8x2qcxe7atpw9q0k5m4n3r"}}, "not_found", "body.filter.endpoint_id"),
        ({"filter": {"event_id": "evt_01jd8x2qcxe7atpw9q0k5m4n3r"}}, "not_found", "body.filter.event_id"),
        ({"filter": {"replay_id": "rpl_01jd8x2qcxe7atpw9q0k5m4n3r"}}, "not_found", "body.filter.replay_id"),
    ]

    answers = [api.post("/replays", {**body, "dry_run": dry_run}) for body, _, _ in asked]

    assert [(one.data["code"], one.data["errors"][0]["field"]) for one in answers] == [
        (code, field) for _, code, field in asked
    ]


def test_what_an_endpoint_misses_is_counted_listed_and_sent_again(api, dead):
    path = f"/endpoints/{dead}/undelivered"

    missed = api.get(f"{path}?limit=3").data
    rest = api.get(f"{path}?limit=20&cursor={missed['next_cursor']}").data
    redriven = api.post(path, {"reason": "they are back", "per_s": 100.0})

    assert (missed["total"], missed["complete"]) == (10, True)
    assert missed["counts"] == [{"state": "dead", "reason": "http_503", "count": 10}]
    assert len(missed["data"]) + len(rest["data"]) == 10
    assert (redriven.status_code, redriven.data["total"], redriven.data["per_s"]) == (201, 10, 100.0)
    assert api.get(path).data["total"] == 0


def test_the_task_moves_what_goes(api, dead):
    made = api.post("/replays", {"filter": {"endpoint_id": dead}, "per_s": 0.5}).data

    db.execute("UPDATE replay SET next_at = now() - interval '1 hour', per_s = NULL")
    motion.move_all()

    assert api.get(f"/replays/{made['id']}").data["progress"] == {"pending": 10}


def test_what_filters_left_out_is_sent_only_by_an_operation_of_its_own(api, dead):
    path = f"/endpoints/{dead}/undelivered"
    api.patch(f"/endpoints/{dead}", {"event_types": ["order.*"]})
    event = api.post("/events", {"type": "bill.sent", "data": {}}).data["id"]
    asked = {"created_after": "2020-01-01T00:00:00Z", "reason": "they need the bill", "event_ids": [event]}

    usual = api.post(path, {"states": ["filtered"]})
    vague = api.post(f"{path}/filtered", {})
    redriven = api.post(f"{path}/filtered", asked)

    assert (usual.status_code, vague.status_code, redriven.status_code) == (422, 422, 201)
    assert vague.data["errors"][0]["field"] == "body.created_after"
    assert (redriven.data["total"], redriven.data["reason"]) == (1, "they need the bill")
    assert redriven.data["filter"]["event_ids"] == [event]
    (item,) = api.get(f"/replays/{redriven.data['id']}/items").data["data"]
    assert (item["event_id"], item["source_id"], item["status"]) == (event, None, "pending")
