"""/overview: everything at once, in numbers that stay bounded."""

import json

import pytest

from hub import db
from hub.delivery import statistics as delivery_statistics
from hub.delivery import trouble
from hub.jobs import figures, statistics
from hub.rules.ids import require_id
from tests.planning import planner

URL = "https://partner.example.com/hooks"


@pytest.fixture
def connection(api):
    return api.post("/connections", {"name": "Echo", "connector": "echo"}).data["id"]


@pytest.fixture
def make_job(api, connection):
    body = {"connection_id": connection, "operation": "echo", "input": {"message": "hello"}}
    return lambda: api.post("/jobs", body).data["id"]


def test_a_tenant_that_has_nothing_sees_zeros_and_empty_lists(api):
    found = api.get("/overview")

    assert found.status_code == 200, found.data
    assert len(found.data["jobs"]["series"]) == len(found.data["deliveries"]["series"]) == 60
    assert found.data["jobs"]["oldest_due"] is found.data["deliveries"]["oldest_due"] is None
    assert set(found.data["jobs"]["open"]) == {"scheduled", "queued", "retrying", "running", "waiting", "reconciling"}
    assert found.data["deliveries"]["success_rate"] is None
    assert found.data["endpoints"] == {"total": 0, "failing": 0, "disabled": 0, "paused": 0, "worst": []}
    assert found.data["replays"] == found.data["bulk_actions"] == []


def test_jobs_are_shown_by_the_minute_by_state_and_by_the_oldest_that_waits(api, make_job):
    oldest, other, _ = make_job(), make_job(), make_job()
    db.execute("UPDATE job SET due_at = now() - interval '90 s' WHERE id = %s", (require_id("job", oldest, field="f"),))
    api.post(f"/jobs/{other}/cancel")

    statistics.count()
    statistics.count()

    jobs = api.get("/overview").data["jobs"]
    assert [sum(point[name] for point in jobs["series"]) for name in ("accepted", "cancelled", "succeeded")] == [
        3,
        1,
        0,
    ]
    assert jobs["open"]["queued"] == {"count": 2, "more": False}
    assert jobs["oldest_due"]["job_id"] == oldest
    assert 90 <= jobs["oldest_due"]["age_s"] < 300
    assert jobs["counted_to"] is not None


def test_what_is_counted_now_is_counted_so_far_and_no_farther(api, make_job, monkeypatch):
    monkeypatch.setattr(figures, "COUNTED", 2)
    monkeypatch.setattr(figures, "BY_STATE", figures.BY_STATE.replace("10001", "3"))
    for _ in range(4):
        make_job()

    assert api.get("/overview").data["jobs"]["open"]["queued"] == {"count": 2, "more": True}


def test_endpoints_that_fail_or_take_nothing_are_listed_with_the_worst_first(api, tenant):
    good, paused, disabled, failing = (
        api.post("/endpoints", {"url": f"{URL}/{name}", "description": name}).data
        for name in ("good", "paused", "disabled", "failing")
    )
    api.post(f"/endpoints/{paused['id']}/pause")
    api.post("/events", {"type": "order.made", "data": {}})
    db.execute(
        "UPDATE endpoint SET disabled_at = now(), disabled_reason = 'The endpoint answered 410 Gone.' WHERE id = %s",
        (require_id("endpoint", disabled["id"], field="f"),),
    )
    state = {
        "failing": {"since": 1_700_000_000.5, "last": 0.0, "version": failing["version"], "with": "HTTP 503"},
        "breaker": {"state": "open"},
    }
    db.execute(
        "UPDATE lane SET state = jsonb_set(%s::jsonb, '{failing,last}', to_jsonb(extract(epoch FROM now()))) WHERE id = %s",
        (json.dumps(state), require_id("endpoint", failing["id"], field="f")),
    )
    db.execute("UPDATE delivery SET due_at = now() - interval '1 hour' WHERE status = 'pending'")

    found = api.get("/overview").data

    assert [(one["id"], one["trouble"]) for one in found["endpoints"]["worst"]] == [
        (failing["id"], "failing"),
        (disabled["id"], "disabled"),
        (paused["id"], "paused"),
    ]
    assert {name: found["endpoints"][name] for name in ("total", "failing", "disabled", "paused")} == {
        "total": 4,
        "failing": 1,
        "disabled": 1,
        "paused": 1,
    }
    assert (found["endpoints"]["worst"][0]["reason"], found["endpoints"]["worst"][0]["breaker"]) == ("HTTP 503", "open")
    assert found["endpoints"]["worst"][1]["reason"] == "The endpoint answered 410 Gone."
    assert found["deliveries"]["held"] == {"count": 1, "more": False}
    assert found["deliveries"]["oldest_due"]["endpoint_id"] in (good["id"], failing["id"], disabled["id"])
    assert found["deliveries"]["oldest_due"]["age_s"] >= 3600


def test_deliveries_that_died_and_their_rate_come_from_the_statistics(api, tenant):
    api.post("/endpoints", {"url": URL})
    api.post("/events", {"type": "order.made", "data": {}})
    db.execute("UPDATE delivery SET status = 'dead', tried = 1, finished_at = now()")
    for status in (200, 200, 200, 503):
        db.execute(
            "INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code)"
            " SELECT uuidv7(), tenant_id, id, endpoint_id, now(), 12.5, %s FROM delivery",
            (status,),
        )

    delivery_statistics.count()

    found = api.get("/overview").data["deliveries"]
    assert (found["attempts"], found["delivered"], found["success_rate"], found["dead_24h"]) == (4, 3, 0.75, 1)
    assert found["latency_ms"]["p50"] == pytest.approx(12.5, rel=0.05)


def test_connections_that_are_broken_parked_or_expiring_are_listed_with_the_worst_first(api):
    for name in ("fine", "broken", "parked", "expiring", "disabled"):
        api.post("/connections", {"name": name, "connector": "echo"})
    db.execute(
        "UPDATE connection SET broken_at = now(), last_error = '{\"message\": \"no access\"}' WHERE name = 'broken'"
    )
    db.execute("UPDATE connection SET credentials_end_at = now() + interval '1 day' WHERE name = 'expiring'")
    db.execute("UPDATE connection SET disabled_at = now() WHERE name = 'disabled'")
    db.execute(
        "UPDATE lane SET blocked_until = now() + interval '1 hour', state = '{\"why\": \"quota:daily\"}'"
        " WHERE id = (SELECT id FROM connection WHERE name = 'parked')"
    )

    found = api.get("/overview").data["connections"]

    assert [(one["name"], one["trouble"]) for one in found["worst"]] == [
        (name, name) for name in ("broken", "parked", "expiring", "disabled")
    ]
    assert (found["total"], found["broken"], found["parked"], found["expiring"], found["disabled"]) == (5, 1, 1, 1, 1)
    assert [one["reason"] for one in found["worst"]][:2] == ["no access", "The system's quota 'daily' is spent."]


def test_replays_and_bulk_actions_that_run_are_shown(api, make_job):
    first = make_job()
    api.post(f"/jobs/{first}/cancel")
    bulk = api.post("/bulk-actions", {"action": "retry", "filter": {"status": ["cancelled"]}}).data
    db.execute("UPDATE job_bulk SET state = 'running', finished_at = NULL")
    over = api.post("/replays", {"filter": {}}).data
    open_one = api.post("/replays", {"filter": {}}).data
    db.execute("UPDATE replay SET state = 'waiting' WHERE id = %s", (require_id("replay", open_one["id"], field="f"),))

    found = api.get("/overview").data

    assert over["state"] == "finished"
    assert [one["id"] for one in found["replays"]] == [open_one["id"]]
    assert [one["id"] for one in found["bulk_actions"]] == [bulk["id"]]


def test_overview_needs_its_own_scope_and_viewers_have_it(tenant, api_of):
    assert api_of(tenant, "jobs:read", "deliveries:read").get("/overview").data["scope"] == "overview:read"
    assert api_of(tenant, "overview:read").get("/overview").status_code == 200


def test_queries_of_the_overview_go_along_indexes(tenant, api, make_job):
    """With sequential scans forbidden a plan that has one has no index to take."""
    make_job()
    params = {"tenant": tenant.id, "statuses": [str(status) for status in figures.DUE]}
    with planner() as planned:
        planned.forbid("enable_seqscan")
        planned.state("job", "delivery", known=(1, 1_000_000))
        for sql, given in ((figures.BY_STATE, params), (figures.OLDEST, params), (trouble.OLDEST, (tenant.id,))):
            plan = planned.plan(sql, given)
            assert "Seq Scan" not in plan, plan
            assert "job_open_by_state" in plan or "delivery_due" in plan, plan
