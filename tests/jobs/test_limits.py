"""Limits of connected systems: what their headers say is kept to, spent quotas park, breakers probe; all of it can be seen."""

import json
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from hub import db
from hub.connectors import registry
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Manifest
from hub.jobs import connection_health, connections, parking
from hub.jobs.connections import ConnectionFields
from hub.jobs.explain import explain
from hub.jobs.models import Job
from hub.rules.errors import HubError
from tests.connectors import records
from tests.jobs.conftest import LOOPBACK, soon

MANIFEST = {
    "name": "metered",
    "title": "Metered",
    "description": "A system that tells its limits.",
    "docs": [{"title": "none", "url": "https://metered.example.com"}],
    "tested_against": [{"kind": "shape", "against": "a server of the tests"}],
    "auth": {"none": {"kind": "none"}},
    "limits": [
        {"name": "day", "window_s": 86400, "remaining": {"name": "X-Day-Left"}, "limit": {"name": "X-Day"}},
        {
            "name": "burst",
            "window_s": 2,
            "remaining": {"name": "X-Burst-Left"},
            "reset": {"name": "X-Burst-Reset", "unit": "seconds"},
        },
    ],
    "check": {"path": "/check"},
    "operations": {
        "thing.read": {
            "title": "Read",
            "description": "Reads a thing.",
            "safety": "idempotent",
            "request": {"path": "/things"},
            "returns": {"kind": "none"},
            "examples": [{}],
        }
    },
}


@pytest.fixture
def system():
    with records.running() as server:
        yield server


@pytest.fixture
def metered(tenant, system, monkeypatch, settings):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    made = ManifestConnector(Manifest.model_validate(MANIFEST))
    monkeypatch.setitem(registry.connectors(), "metered", made)
    return connections.create(
        tenant.id, "metered", ConnectionFields(name="metered", base_url=system.url, max_in_flight=1)
    )


def ok(**headers):
    return 200, {name.replace("_", "-"): str(value) for name, value in headers.items()}, b"{}"


def refused(status, **headers):
    return status, {name.replace("_", "-"): str(value) for name, value in headers.items()}, b"{}"


def statuses():
    return dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1"))


def test_a_spent_daily_quota_parks_the_connection_and_spends_no_runs(tenant, system, metered, submit_job, drain):
    system.answers += [ok(X_Day=1000, X_Day_Left=1), ok(X_Day=1000, X_Day_Left=0)] + [ok()] * 10
    jobs = [submit_job(metered, "thing.read", {}, max_runs=1) for _ in range(5)]

    drain()
    drain()

    assert statuses() == {"succeeded": 2, "queued": 3}
    assert len(system.seen) == 2
    health = connection_health.health(tenant.id, metered.id)
    assert (health.state, health.parked_because) == ("parked", "quota:day")
    assert health.parked_until > soon() + timedelta(hours=23)
    (quota,) = health.quotas
    assert (quota.name, quota.limit, quota.remaining) == ("day", 1000, 0)
    assert health.jobs == {"queued": 3}
    jobs[-1].refresh_from_db()
    assert (jobs[-1].tried, jobs[-1].version) == (0, 1)
    assert "takes nothing before" in explain(tenant.id, jobs[-1].id, now=soon()).sentence

    parking.resume(tenant.id, metered.id)
    drain()

    assert statuses() == {"succeeded": 5}
    assert connection_health.health(tenant.id, metered.id).parked_because is None


def test_no_more_calls_are_in_flight_than_the_system_has_left(tenant, system, metered, submit_job, drain):
    connections.change(tenant.id, metered.id, ConnectionFields(max_in_flight=50))
    db.execute(
        "UPDATE lane SET state = %s::jsonb WHERE id = %s",
        (
            json.dumps({"fresh_starts": 0, "quotas": {"day": {"at": time.time(), "remaining": 3, "window_s": 86400}}}),
            metered.id,
        ),
    )
    arrived, go = [], threading.Event()

    class Slow(records.Handler):
        def handle_request(self):
            arrived.append(self.path)
            go.wait(20)
            left = max(0, 3 - len(arrived))
            return self.answer(200, {}, {"X-Day-Left": str(left)})

        do_GET = handle_request

    system.RequestHandlerClass = Slow
    for _ in range(10):
        submit_job(metered, "thing.read", {})
    worker = threading.Thread(target=lambda: (drain(budget_s=3.0), db.connection.close()))
    worker.start()
    deadline = time.monotonic() + 30
    while len(arrived) < 3:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    go.set()
    worker.join()

    assert len(arrived) == 3
    assert statuses() == {"succeeded": 3, "queued": 7}


def test_a_429_holds_the_whole_lane_for_as_long_as_it_says(tenant, system, metered, submit_job, drain):
    system.answers += [refused(429, Retry_After=7200)] + [ok()] * 5
    for _ in range(4):
        submit_job(metered, "thing.read", {}, max_runs=1)

    drain()
    drain()

    assert statuses() == {"retrying": 1, "queued": 3}
    assert len(system.seen) == 1
    health = connection_health.health(tenant.id, metered.id)
    assert health.parked_because == "asked_to_wait"
    assert soon() + timedelta(minutes=119) < health.parked_until < soon() + timedelta(minutes=121)
    assert health.errors[0]["category"] == "quota_exhausted"

    assert parking.resume(tenant.id, metered.id) == 1
    drain()
    assert statuses() == {"succeeded": 4}


def test_a_short_window_is_waited_out_and_the_rest_goes_on(system, metered, submit_job, drain):
    system.answers += [ok(X_Burst_Left=0, X_Burst_Reset=1), ok(X_Burst_Left=5), ok()]
    for _ in range(3):
        submit_job(metered, "thing.read", {})
    began = time.monotonic()

    while statuses() != {"succeeded": 3}:
        assert time.monotonic() < began + 60
        drain()

    assert time.monotonic() - began >= 0.9
    assert len(system.seen) == 3


def test_a_failing_system_is_left_alone_and_probed_with_one_call(tenant, system, metered, submit_job, drain):
    system.answers += [refused(503)] * 60
    for _ in range(30):
        submit_job(metered, "thing.read", {})
    drain()
    sent = len(system.seen)
    assert sent == 10
    health = connection_health.health(tenant.id, metered.id)
    assert (health.breaker, health.parked_because) == ("open", "breaker")
    drain()
    assert len(system.seen) == sent

    system.answers = [refused(503)] + [ok()] * 60
    cool_down_over(metered)
    drain()
    assert len(system.seen) == sent + 1
    assert connection_health.health(tenant.id, metered.id).breaker == "open"

    system.answers = [ok()] * 100
    cool_down_over(metered)
    drain()
    assert connection_health.health(tenant.id, metered.id).breaker == "closed"
    assert statuses().get("queued") is None


def cool_down_over(connection):
    db.execute(
        "UPDATE lane SET blocked_until = NULL, state = jsonb_set(state, '{breaker,until}', '0') WHERE id = %s",
        (connection.id,),
    )


def test_the_tenants_own_rate_is_kept_to(tenant, system, metered, submit_job, drain):
    rate = {"requests": 20, "window_s": 2}
    connections.change(tenant.id, metered.id, ConnectionFields(max_in_flight=50, rate_limit=rate))
    system.answers += [ok()] * 12
    for _ in range(12):
        submit_job(metered, "thing.read", {})
    began = time.monotonic()

    while statuses() != {"succeeded": 12}:
        assert time.monotonic() < began + 60
        drain()

    # Two at once, then ten a second.
    starts = [row[0] for row in db.rows("SELECT started_at FROM run ORDER BY started_at")]
    assert (starts[-1] - starts[0]).total_seconds() >= 0.8
    connections.change(tenant.id, metered.id, ConnectionFields(rate_limit={}))
    assert connections.get(tenant.id, metered.id).rate_limit is None


def test_a_word_of_limits_that_comes_late_changes_nothing(metered, performing):
    from hub.jobs import lane_memory
    from hub.lanes.work import Lane
    from hub.rules.outcomes import Done
    from hub.rules.quotas import Limits, Quota

    lane = Lane(metered.id, metered.tenant_id, 1, {})
    lane.config = lane_memory.remember(performing.accesses.load([metered.id])[metered.id], {})
    now = datetime.now(UTC)
    newer = Limits(now, {"day": Quota("day", remaining=0, window_s=86400)})
    older = Limits(now - timedelta(seconds=1), {"day": Quota("day", remaining=7, window_s=86400)})

    for limits in (newer, older):
        lane_memory.learn(lane, Done({}, limits=limits), wall_s=time.time(), now=time.monotonic())

    assert lane_memory.room(lane, time.monotonic()) == 0
    assert lane.config.why == "quota:day"


def test_health_of_what_nobody_has_used_is_unknown(tenant, metered):
    health = connection_health.health(tenant.id, metered.id)

    assert (health.state, health.breaker, health.quotas, health.jobs, health.errors) == (
        "unknown",
        "closed",
        [],
        {},
        [],
    )
    connections.change(tenant.id, metered.id, ConnectionFields(disabled=True))
    assert connection_health.health(tenant.id, metered.id).parked_because == "disabled"
    with pytest.raises(HubError):
        connection_health.health(metered.id, metered.id)
    assert Job.objects.count() == 0
