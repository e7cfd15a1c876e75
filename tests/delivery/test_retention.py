"""What is past its time goes, what anybody still needs stays, and who comes back too late is told."""

import json
import random
import threading
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction

from hub import db
from hub.accounts import keys
from hub.delivery import endpoints, policies, retention
from hub.delivery.models import Replay, ReplayItem
from hub.eventlog import horizon, partitions, read
from hub.eventlog.partitions import first_id_at
from hub.jobs import retention as job_retention
from hub.rules import cursor
from hub.rules.cursor import START, Position
from hub.rules.ids import public_id
from tests.api.conftest import Api
from tests.delivery.conftest import states

# Unpartitioned and partitioned tables are not flushed: each test works on tenants of its own.
EVENT = """
INSERT INTO event (id, tenant_id, epoch, type, body) VALUES (%s, %s, (SELECT max(epoch) FROM event_epoch), 'order.created',
    convert_to('{"type":"order.created","timestamp":"2026-01-01T00:00:00Z","data":{}}', 'UTF8'))
"""
DELIVERY = """
INSERT INTO delivery (id, tenant_id, lane_id, endpoint_id, event_id, event_type, status, created_at, finished_at)
VALUES (%s, %s, %s, %s, %s, 'order.created', %s, %s, %s)
"""
ATTEMPT = """
INSERT INTO attempt (id, tenant_id, delivery_id, endpoint_id, started_at, duration_ms, status_code)
VALUES (%s, %s, %s, %s, %s, 5, 200)
"""


def now():
    return db.row("SELECT now()")[0]


def id_at(at):
    return UUID(int=first_id_at(at).int | 0x7 << 76 | 0b10 << 62 | random.getrandbits(62))


def has(table, row_id):
    return db.row(f"SELECT true FROM {table} WHERE id = %s", (row_id,)) is not None


def tables(parent):
    found = db.rows("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = %s::text::regclass", (parent,))
    return {row[0] for row in found}


def day_of(at, parent="event"):
    """The day's table; made when it is missing."""
    partitions.ensure(parent, at.date(), days=0)
    return f"{parent}_{at:%Y%m%d}"


class Old:
    """An event of some days ago with its delivery and its attempt."""

    def __init__(self, endpoint, days, status="delivered", *, finished_days=None):
        at = now() - timedelta(days=days)
        ended = None if status in ("pending", "held") else now() - timedelta(days=finished_days or days)
        self.table, self.attempts = day_of(at), day_of(at, "attempt")
        self.event, self.delivery, self.attempt = (id_at(at) for _ in range(3))
        tenant_id, lane = endpoint.tenant_id, endpoint.lane_id
        db.execute(EVENT, (self.event, tenant_id))
        db.execute(DELIVERY, (self.delivery, tenant_id, lane, endpoint.id, self.event, status, at, ended))
        db.execute(ATTEMPT, (self.attempt, tenant_id, self.delivery, endpoint.id, at))

    @property
    def left(self):
        """What of it is still there."""
        things = {"event": self.event, "delivery": self.delivery, "attempt": self.attempt}
        return {table for table, row_id in things.items() if has(table, row_id)}


@pytest.fixture
def endpoint(make_endpoint):
    return make_endpoint()


@pytest.fixture
def make_old(endpoint):
    """Days ago, status; 60 days are past every retention here, 10 past that of a tenant with seven days."""
    return lambda days, status="delivered", **more: Old(endpoint, days, status, **more)


def forget():
    """A whole pass."""
    db.execute("DELETE FROM retention_progress")
    for _ in range(50):
        retention.slice_of_pass(budget_s=30)
        if db.row("SELECT passed_at IS NOT NULL FROM retention_progress") == (True,):
            return
    pytest.fail("the pass does not end")


@pytest.fixture(autouse=True)
def nothing_old(tenant):
    """The days that an earlier test has left."""
    forget()


def test_whole_days_past_their_time_are_dropped_by_partition(make_old):
    old, young = make_old(60), make_old(5)

    forget()

    assert old.left == set()
    assert young.left == {"event", "delivery", "attempt"}
    assert {old.table, old.table + "_kept"} & tables("event") == set()
    assert old.attempts not in tables("attempt")


@pytest.mark.parametrize("status", ["held", "pending"])
def test_what_is_still_owed_keeps_its_event_however_old_and_is_delivered_with_the_same_bytes(
    tenant, endpoint, make_old, drain, receiver, status
):
    owed, other = make_old(60, status), make_old(60)
    body = bytes(db.row("SELECT body FROM event WHERE id = %s", (owed.event,))[0])

    forget()
    forget()

    assert "event" in owed.left
    assert "delivery" in owed.left
    assert other.left == set()
    assert owed.table not in tables("event")
    assert owed.table + "_kept" in tables("event")
    endpoints.resume(tenant.id, endpoint.id)
    drain()
    assert [request.body for request in receiver.received("/hook")] == [body]
    assert states(endpoint) == {"delivered": 1}


def test_a_day_that_was_kept_for_a_delivery_goes_when_that_is_done_with(make_old):
    held = make_old(60, "held")
    forget()

    db.execute("UPDATE delivery SET status = 'cancelled', finished_at = created_at WHERE id = %s", (held.delivery,))
    forget()

    assert held.left == set()
    assert {held.table, held.table + "_kept"} & tables("event") == set()


def test_a_delivery_that_ended_late_stays_replayable_for_the_whole_retention(make_old):
    late = make_old(60, finished_days=2)

    forget()

    assert {"event", "delivery"} <= late.left


@pytest.mark.parametrize(
    ("state", "stays"), [("paused", True), ("waiting", True), ("preparing", True), ("finished", False)]
)
def test_what_an_unfinished_replay_still_has_to_deliver_stays(tenant, endpoint, make_old, state, stays):
    old = make_old(60)
    made = Replay.objects.create(
        id=db.new_id(), tenant_id=tenant.id, requested_by="test", selection={}, total=1, state=state, finished_at=now()
    )
    ReplayItem.objects.create(
        replay_id=made.id,
        endpoint_id=endpoint.id,
        event_id=old.event,
        tenant_id=tenant.id,
        event_type="order.created",
        source_id=old.delivery,
    )

    forget()

    assert ({"event", "delivery"} <= old.left) is stays


def test_a_tenant_with_a_shorter_retention_loses_its_own_and_nobody_elses(tenant, endpoint, make_old, request):
    stranger = request.getfixturevalue("other_endpoint")
    mine, held, theirs = make_old(10), make_old(10, "held"), Old(stranger, 10)
    policies.change(tenant.id, {"retention_days": 7})

    forget()

    assert mine.left == set()
    assert held.left == {"event", "delivery", "attempt"}
    assert theirs.left == {"event", "delivery", "attempt"}
    assert mine.table in tables("event")


@pytest.fixture
def other_endpoint(make_endpoint):
    from hub.accounts import tenants
    from hub.delivery.endpoints import EndpointFields

    other = tenants.create_tenant("Other", f"t{random.getrandbits(48):x}")
    return endpoints.create(other.id, EndpointFields(url="https://partner.example.com/"))[0]


def test_a_tenant_with_a_longer_retention_keeps_its_days(tenant, make_old):
    old = make_old(60)
    policies.change(tenant.id, {"retention_days": 90})

    forget()

    assert old.left == {"event", "delivery", "attempt"}


def test_a_slice_that_ran_out_of_time_is_gone_on_with(tenant, make_old):
    policies.change(tenant.id, {"retention_days": 7})
    olds = [make_old(10) for _ in range(3)]
    db.execute("DELETE FROM retention_progress")

    slices = 0
    while retention.slice_of_pass(budget_s=0.02) is not None:
        slices += 1
        assert slices < 500

    assert [one.left for one in olds] == [set()] * 3
    assert retention.slice_of_pass() is None


def test_a_day_in_use_is_left_for_later_and_nobody_waits_behind_it(make_old, publish):
    old = make_old(60)
    reading, done = threading.Event(), threading.Event()

    def read_on():
        with transaction.atomic():
            db.rows(f"SELECT count(*) FROM {old.table}")
            reading.set()
            assert done.wait(20)
        connection.close()

    thread = threading.Thread(target=read_on)
    thread.start()
    assert reading.wait(10)
    forget()
    still = old.table in tables("event")
    done.set()
    thread.join()
    publish()
    forget()

    assert still
    assert old.table not in tables("event")


def test_events_written_while_days_are_exchanged_are_all_there(tenant, make_old, publish):
    for days in (50, 51, 52):
        make_old(days, "held")
    stop, written = threading.Event(), []

    def write():
        while not stop.is_set():
            written.extend(publish())
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    forget()
    stop.set()
    thread.join()

    assert written
    found = {row[0] for row in db.rows("SELECT id FROM event WHERE tenant_id = %s", (tenant.id,))}
    assert set(written) <= found


def test_a_pending_delivery_without_its_event_ends_and_says_why(make_old):
    old = make_old(60, "pending")
    db.execute("DELETE FROM event WHERE id = %s", (old.event,))

    forget()

    assert db.row("SELECT status, reason FROM delivery WHERE id = %s", (old.delivery,)) == (
        "cancelled",
        "event_expired",
    )


def test_a_cursor_from_before_the_retention_is_told_so_and_where_to_go_on(tenant, make_old, publish):
    make_old(60)
    (first,) = read.after(tenant.id, START, limit=1)
    before = Position(first.position.epoch, first.position.txid - 1, UUID(int=1))
    (event_id,) = publish()
    forget()
    api = Api(keys.create_key(tenant, name="test", scopes=["*"])[1])

    refused = api.get(f"/events?after={cursor.encode(before)}")
    after_it = api.get(f"/events?after={cursor.encode(first.position)}")
    whole = api.get("/events")

    assert (refused.status_code, refused.data["code"]) == (410, "cursor_expired")
    assert refused.data["errors"][0]["field"] == "query.after"
    oldest = api.get(f"/events?after={refused.data['oldest_cursor']}")
    for answer in (oldest, after_it, whole):
        assert answer.status_code == 200
        assert [json.loads(json.dumps(each["type"])) for each in answer.data["data"]] == ["order.created"]
        assert len(answer.data["data"]) == 1
    assert has("event", event_id)


def test_the_log_can_be_read_from_now_on_without_reading_it_all(tenant, publish):
    publish()
    api = Api(keys.create_key(tenant, name="test", scopes=["*"])[1])

    end = api.get("/events?start=now")
    (event_id,) = publish()
    behind = api.get(f"/events?after={end.data['next_cursor']}")

    assert end.data["data"] == []
    assert [each["id"] for each in behind.data["data"]] == [public_id("event", event_id)]


def test_a_short_retention_moves_the_horizon_with_what_it_removes(tenant, make_old):
    old = make_old(10)
    place = read.after(tenant.id, START, limit=1)[0].position
    policies.change(tenant.id, {"retention_days": 7})

    forget()

    assert old.left == set()
    before = Position(place.epoch, place.txid - 1, UUID(int=1))
    assert horizon.missed_since(tenant.id, before) == place
    assert horizon.missed_since(tenant.id, place) is None
    assert horizon.missed_since(tenant.id, START) is None


def test_finished_jobs_past_their_retention_go_with_their_runs_and_others_stay(tenant):
    at = now() - timedelta(days=100)
    ids = {}
    for status in ("succeeded", "failed", "waiting", "reconciling"):
        ids[status] = id_at(at)
        ended = at if status in ("succeeded", "failed") else None
        db.execute(
            "INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, timeout_s,"
            " max_runs, tags, metadata, version, tried, finds, finished_at)"
            " VALUES (%s, %s, %s, 'echo', 'echo', '{}', %s, 5, now(), 5, 1, '{}', '{}', 1, 1, 0, %s)",
            (ids[status], tenant.id, UUID(int=1), status, ended),
        )
        db.execute(
            "INSERT INTO run (id, job_id, tenant_id, kind, status, started_at) VALUES (%s, %s, %s, 'call', 'failed', now())",
            (id_at(at), ids[status], tenant.id),
        )

    assert job_retention.forget() == 2

    left = {row[0] for row in db.rows("SELECT job_id FROM run WHERE tenant_id = %s", (tenant.id,))}
    assert left == {ids["waiting"], ids["reconciling"]}
    assert not has("job", ids["succeeded"])
    assert has("job", ids["reconciling"])
