"""/endpoints, /events, /deliveries and /replays."""

import pytest
from standardwebhooks import Webhook

from hub import db
from hub.delivery.models import Delivery, Replay

URL = "https://partner.example.com/hooks"


@pytest.fixture
def make_endpoint(api):
    def make(**changes):
        return api.post("/endpoints", {"url": URL, **changes})

    return make


@pytest.fixture
def dead(api, make_endpoint, tenant):
    """An event whose delivery has used up its attempts."""
    make_endpoint()
    api.post("/events", {"type": "order.made", "data": {"total": 5}})
    delivery = Delivery.objects.get(tenant_id=tenant.id)
    db.execute(
        "UPDATE delivery SET status = 'dead', status_code = 503, reason = 'gave up' WHERE id = %s", (delivery.id,)
    )
    return api.get("/deliveries").data["data"][0]


def test_new_endpoints_secret_verifies_with_the_library(make_endpoint):
    created = make_endpoint()

    assert created.status_code == 201
    Webhook(created.data["secret"])


def test_secrets_and_header_values_are_shown_to_nobody_else(tenant, api, make_endpoint, api_of):
    created = make_endpoint(headers={"Authorization": "Bearer partner-token"}).data

    text = api.get(f"/endpoints/{created['id']}").content.decode() + api.get("/endpoints").content.decode()

    assert created["secret"] not in text
    assert "partner-token" not in text
    assert api.get(f"/endpoints/{created['id']}").data["header_names"] == ["Authorization"]
    assert api_of(tenant, "endpoints:read").get(f"/endpoints/{created['id']}/secret").status_code == 403


def test_rotated_secret_signs_beside_the_old_one_until_the_overlap_ends(api, make_endpoint):
    created = make_endpoint().data

    rotated = api.post(f"/endpoints/{created['id']}/secret", {"overlap_s": 3600}).data["data"]
    at_once = api.post(f"/endpoints/{created['id']}/secret", {"overlap_s": 0}).data["data"]

    assert rotated[1]["secret"] == created["secret"]
    assert rotated[0]["expires_at"] is None
    assert rotated[1]["expires_at"] is not None
    assert len(at_once) == 1
    assert at_once == api.get(f"/endpoints/{created['id']}/secret").data["data"]


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"url": "http://partner.example.com"}, "body.url", "invalid_url"),
        ({"url": "https://127.0.0.1/x"}, "body.url", "forbidden_target"),
        ({"url": "https://169.254.169.254/latest"}, "body.url", "forbidden_target"),
        ({"event_types": ["job.*", "a b"]}, "body.event_types.1", "string_pattern_mismatch"),
        ({"filter": "$.a ==="}, "body.filter", "invalid_filter"),
        ({"headers": {"webhook-id": "1"}}, "body.headers.webhook-id", "invalid_header"),
        ({"secret": "short"}, "body.secret", "invalid_secret"),
    ],
)
def test_wrong_endpoints_are_refused(make_endpoint, changes, field, code):
    refused = make_endpoint(**changes)

    assert refused.status_code == 422
    assert (refused.data["errors"][0]["field"], refused.data["errors"][0]["code"]) == (field, code)


def test_change_keeps_what_it_leaves_out_and_null_empties(api, make_endpoint):
    path = f"/endpoints/{make_endpoint(filter='$.data.total > 1', description='Partner').data['id']}"

    kept = api.patch(path, {"ordered": True}).data
    emptied = api.patch(path, {"filter": None}).data

    # PostgreSQL keeps what it has read, not how it was written.
    assert (kept["filter"], kept["ordered"]) == ('($."data"."total" > 1)', True)
    assert (emptied["filter"], emptied["description"]) == (None, "Partner")


def test_paused_endpoint_holds_what_comes_and_releases_it(api, make_endpoint, django_capture_on_commit_callbacks):
    path = f"/endpoints/{make_endpoint().data['id']}"

    assert api.post(f"{path}/pause").data["paused_at"] is not None
    api.post("/events", {"type": "order.made", "data": {}})
    held = api.get("/deliveries?status=held").data["data"]
    with django_capture_on_commit_callbacks(execute=True):
        api.post(f"{path}/resume")

    assert len(held) == 1
    assert [each["id"] for each in api.get("/deliveries?status=pending").data["data"]] == [held[0]["id"]]


def test_own_event_goes_only_where_it_is_wanted(api, make_endpoint):
    wanted = make_endpoint(event_types=["order.*"], filter="$.data.total > 3").data["id"]
    make_endpoint(event_types=["job.*"])
    make_endpoint(event_types=["order.*"], filter="$.data.total > 30")

    published = api.post("/events", {"type": "order.made", "data": {"total": 5}})

    assert published.status_code == 202
    owed = api.get("/deliveries").data["data"]
    assert [(each["endpoint_id"], each["event_id"]) for each in owed] == [(wanted, published.data["id"])]


@pytest.mark.parametrize("event_type", ["job.succeeded", "job", "hub.test", "endpoint.disabled"])
def test_nobody_speaks_for_the_hub(api, event_type):
    assert api.post("/events", {"type": event_type, "data": {}}).data["code"] == "reserved_event_type"


def test_event_with_the_same_key_is_published_once(api, make_endpoint):
    make_endpoint()
    event = {"type": "order.made", "data": {"total": 5}}

    first = api.post("/events", event, Idempotency_Key="a")
    again = api.post("/events", event, Idempotency_Key="a")

    assert first.data == again.data
    assert len(api.get("/deliveries").data["data"]) == 1


def test_dead_delivery_is_delivered_again_as_a_new_one(api, dead):
    made = api.post(f"/deliveries/{dead['id']}/replay", {"reason": "receiver was down"})

    assert made.status_code == 201, made.data
    assert (made.data["total"], made.data["progress"], made.data["reason"]) == (1, {"pending": 1}, "receiver was down")
    new, old = api.get("/deliveries").data["data"]
    assert (old["id"], old["status"]) == (dead["id"], "dead")
    assert (new["event_id"], new["replay_id"], new["attempts"]) == (dead["event_id"], made.data["id"], 0)


def test_delivery_on_its_way_is_not_replayed(api, make_endpoint):
    make_endpoint()
    api.post("/events", {"type": "order.made", "data": {}})
    delivery = api.get("/deliveries").data["data"][0]

    assert api.post(f"/deliveries/{delivery['id']}/replay", {}).data["code"] == "delivery_pending"


def test_dry_run_counts_and_makes_nothing(api, dead, tenant):
    counted = api.post("/replays", {"filter": {"status_code": "5xx"}, "dry_run": True})

    assert counted.status_code == 200
    assert counted.data == {
        "total": 1,
        "counts": [{"endpoint_id": dead["endpoint_id"], "reason": "gave up", "count": 1}],
        "sample": [dead["id"]],
        "complete": True,
    }
    assert not Replay.objects.filter(tenant_id=tenant.id).exists()


@pytest.mark.parametrize(
    ("chosen", "total"),
    [
        ({}, 1),
        ({"status_code": "503", "event_type": "order.*"}, 1),
        ({"status_code": "4xx"}, 0),
        ({"event_type": "job.*"}, 0),
        ({"created_after": "2099-01-01T00:00:00Z"}, 0),
        ({"status": "delivered"}, 0),
    ],
)
def test_replay_takes_what_its_filter_selects(api, dead, chosen, total):
    made = api.post("/replays", {"filter": chosen, "reason": "again"})

    assert (made.status_code, made.data["total"]) == (201, total)
    assert api.get(f"/replays/{made.data['id']}").data == made.data


def test_replay_takes_deliveries_that_are_named_and_what_another_replay_made(api, dead):
    other = "dlv_01jd8x2qcxe7atpw9q0k5m4n3r"
    chosen = {"status": ["dead", "cancelled"], "delivery_ids": [dead["id"], other]}

    assert api.post("/replays", {"filter": {"delivery_ids": [other]}, "dry_run": True}).data["total"] == 0
    made = api.post("/replays", {"filter": chosen}).data
    db.execute("UPDATE delivery SET status = 'dead' WHERE replay_id IS NOT NULL")
    again = api.post("/replays", {"filter": {"replay_id": made["id"]}}).data

    assert (made["total"], made["filter"]["delivery_ids"]) == (1, chosen["delivery_ids"])
    assert (again["total"], again["filter"]["replay_id"]) == (1, made["id"])
    assert (
        api.post("/replays", {"filter": {"delivery_ids": ["dlv_9"]}})
        .data["errors"][0]["field"]
        .startswith("body.filter.delivery_ids")
    )


def test_attempts_show_what_the_receiver_said(api, dead):
    db.execute(
        "INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code,"
        " response_headers, response_excerpt)"
        ' SELECT uuidv7(), tenant_id, id, endpoint_id, now(), 12.5, 503, \'{"retry-after": "5"}\', %s FROM delivery',
        (b"no \xff luck",),
    )

    attempt = api.get(f"/deliveries/{dead['id']}/attempts").data["data"][0]

    assert (attempt["status_code"], attempt["response_excerpt"]) == (503, "no � luck")
    assert attempt["response_headers"] == {"retry-after": "5"}


def test_deliveries_are_found_by_endpoint_type_state_and_code(api, dead):
    def count(query):
        return len(api.get(f"/deliveries?{query}").data["data"])

    assert count(f"endpoint_id={dead['endpoint_id']}&event_type=order.made&status=dead&status_code=503") == 1
    assert count("status=delivered") == 0
    assert count("status=delivered,dead") == 1
    assert count("status_code=500") == 0
    assert (count("status_code=5xx"), count("status_code=4xx")) == (1, 0)
    assert count(f"event_id={dead['event_id']}") == 1


def test_deliveries_are_found_by_the_class_of_their_failure(api, dead):
    db.execute("UPDATE delivery SET error = 'timeout', status_code = NULL")

    assert [each["id"] for each in api.get("/deliveries?error=timeout").data["data"]] == [dead["id"]]
    assert api.get("/deliveries?error=dns").data["data"] == []
    assert api.get("/deliveries?error=No%20class").data["errors"][0]["field"] == "query.error"


def test_deliveries_of_a_jobs_events_are_found_by_the_job(api, make_endpoint, make_tenant, api_of):
    wanted = make_endpoint().data["id"]
    connection = api.post("/connections", {"name": "Echo", "connector": "echo"}).data["id"]
    job = {"connection_id": connection, "operation": "echo", "input": {"message": "hello"}}
    first, _ = (api.post("/jobs", job).data["id"] for _ in range(2))

    owed = api.get(f"/deliveries?job_id={first}").data["data"]

    assert [(each["endpoint_id"], each["event_type"]) for each in owed] == [(wanted, "job.queued")]
    assert len(api.get("/deliveries").data["data"]) == 2
    assert api_of(make_tenant()).get(f"/deliveries?job_id={first}").data["data"] == []


def test_test_event_ignores_filters_and_goes_to_this_endpoint_only(api, make_endpoint):
    chosen = make_endpoint(event_types=["job.failed"]).data["id"]
    make_endpoint()

    sent = api.post(f"/endpoints/{chosen}/test")

    assert sent.status_code == 202
    owed = api.get("/deliveries").data["data"]
    assert [(each["endpoint_id"], each["event_id"]) for each in owed] == [(chosen, sent.data["event_id"])]


def test_a_pending_delivery_is_tried_now_and_what_has_ended_is_replayed(api, make_endpoint, dead):
    api.post("/events", {"type": "order.made", "data": {"total": 6}})
    pending = api.get("/deliveries?status=pending").data["data"][0]["id"]
    db.execute("UPDATE delivery SET tried = 1, due_at = now() + interval '1 hour' WHERE status = 'pending'")

    waits = api.post(f"/deliveries/{pending}/replay", {})
    tried = api.post(f"/deliveries/{pending}/retry")
    over = api.post(f"/deliveries/{dead['id']}/retry")

    assert (waits.status_code, waits.data["code"]) == (409, "delivery_pending")
    assert "retry" in waits.data["detail"]
    assert (tried.status_code, tried.data["status"]) == (200, "pending")
    assert db.row("SELECT due_at <= now() FROM delivery WHERE status = 'pending'") == (True,)
    assert (over.status_code, over.data["code"]) == (409, "delivery_final")
