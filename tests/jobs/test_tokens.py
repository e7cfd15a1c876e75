"""Access tokens in rows: fetched once whoever asks, rotated without loss, and declared dead only when they are."""

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from hub import db
from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.credentials import Token
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Manifest
from hub.connectors.outbound import RemoteFailure
from hub.jobs import connections, parking, token_rows
from hub.jobs.accesses import open_credentials
from hub.jobs.connections import ConnectionFields
from hub.jobs.explain import explain
from hub.jobs.models import Connection
from hub.jobs.tokens import RowTokens
from hub.rules.ids import public_id
from hub.rules.outcomes import Category, Done, failed
from tests import oauth
from tests.jobs.conftest import LOOPBACK, history, soon

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def server():
    with oauth.running() as running:
        yield running


@pytest.fixture
def things(tenant, server, monkeypatch, settings):
    """A connection whose consent the server has given."""
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    register(server, monkeypatch.setitem)
    fields = ConnectionFields(
        name="things", base_url=server.url, credentials=oauth.CLIENT | {"refresh_token": server.new_grant()}
    )
    return connections.create(tenant.id, "things", fields)


def register(server, setitem):
    made = ManifestConnector(Manifest.model_validate(oauth.manifest(server)))
    setitem(registry.connectors(), "things", made)


def access_to(connection):
    row = Connection.objects.get(id=connection.id)
    opened = open_credentials(row.id, row.credentials)
    return Access(public_id("connection", row.id), row.version, row.base_url, row.config, opened)


def read(connection, *, times=1):
    """So many reads at once, on an event loop and with a store of their own, as in another process."""

    async def run():
        tokens = RowTokens()
        sessions = registry.Sessions(allow=LOOPBACK, tokens=tokens)
        try:
            about = {"reference": "job_1", "timeout_s": 30}
            one = (registry.perform(sessions, "things", access, "thing.read", {}, **about) for _ in range(times))
            return await asyncio.gather(*one)
        finally:
            await sessions.aclose()
            tokens.close()

    access = access_to(connection)
    try:
        return asyncio.run(run())
    finally:
        db.connection.close()


def in_threads(count, work):
    with ThreadPoolExecutor(count) as pool:
        return [future.result() for future in [pool.submit(work) for _ in range(count)]]


def stored(connection):
    return db.row(
        "SELECT version, sealed, claimed_by, expires_at FROM connection_token WHERE connection_id = %s",
        (connection.id,),
    )


def events(connection):
    found = db.rows("SELECT type, body FROM event WHERE subject_id = %s ORDER BY id", (connection.id,))
    return [(event_type, json.loads(bytes(body))["data"]) for event_type, body in found]


def wait_until(condition):
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_many_workers_fetch_one_token_and_all_use_it(server, things):
    results = in_threads(6, partial(read, things, times=5))

    assert all(isinstance(result, Done) for many in results for result in many)
    assert server.grants == ["refresh_token"]
    assert len(set(server.calls)) == 1
    assert len(server.calls) == 30


def test_no_transaction_is_open_while_the_token_endpoint_thinks(server, things):
    server.hold.clear()
    worker = threading.Thread(target=partial(read, things))
    worker.start()
    wait_until(lambda: server.grants)

    # Another process can lock the row meanwhile, and sees the claim.
    with db.connection.cursor() as cursor:
        cursor.execute(
            "SELECT claimed_by FROM connection_token WHERE connection_id = %s FOR UPDATE NOWAIT", [things.id]
        )
        claimed_by = cursor.fetchone()[0]
    idle = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%%' AND datname = current_database()"
    assert claimed_by is not None
    assert db.row(idle) == (0,)
    server.hold.set()
    worker.join()
    assert stored(things)[2] is None


def test_the_rotated_refresh_token_is_kept_and_used_next(server, things):
    read(things)
    first = db.row("SELECT credentials FROM connection WHERE id = %s", (things.id,))

    for _ in range(3):
        server.access.clear()
        assert isinstance(read(things)[0], Done)

    assert server.grants == ["refresh_token"] * 4
    assert len(server.refresh) == 1
    assert stored(things)[0] == 5
    assert db.row("SELECT credentials FROM connection WHERE id = %s", (things.id,)) == first


def test_a_refused_token_is_renewed_once_for_all_who_met_the_refusal(server, things):
    read(things)
    server.access.clear()

    results = in_threads(5, partial(read, things, times=3))

    assert all(isinstance(result, Done) for many in results for result in many)
    assert server.grants == ["refresh_token"] * 2


def test_a_token_that_ends_soon_is_used_by_others_while_one_renews_it(server, things):
    server.expires_in = 30
    read(things)
    server.expires_in = 3600
    server.hold.clear()
    renewing = threading.Thread(target=partial(read, things))
    renewing.start()
    wait_until(lambda: len(server.grants) == 2)

    (meanwhile,) = read(things)

    assert isinstance(meanwhile, Done)
    assert len(server.grants) == 2
    server.hold.set()
    renewing.join()
    assert stored(things)[3] > soon() + timedelta(minutes=50)


def test_a_call_that_is_given_up_does_not_lose_the_refresh_token(server, things):
    server.hold.clear()

    async def run():
        tokens = RowTokens()
        sessions = registry.Sessions(allow=LOOPBACK, tokens=tokens)
        call = registry.perform(
            sessions, "things", access_to_things, "thing.read", {}, reference="job_1", timeout_s=0.2
        )
        task = asyncio.create_task(call)
        await asyncio.to_thread(wait_until, lambda: server.grants)
        await asyncio.sleep(0.3)
        server.hold.set()
        result = await task
        await sessions.aclose()
        tokens.close()
        return result

    access_to_things = access_to(things)
    result = asyncio.run(run())

    assert result.category is Category.UNAVAILABLE
    assert stored(things)[0] == 2
    assert isinstance(read(things)[0], Done)
    assert server.grants == ["refresh_token"]


def test_a_refusal_counts_only_when_nobody_has_rotated_meanwhile(server, things):
    ahead = Token("t-ahead", datetime.now(UTC) + timedelta(hours=1), server.new_grant())
    server.access.add("t-ahead")

    async def run():
        tokens = RowTokens()

        async def renew(credentials):
            # Another process, whose claim had run out, comes back with the token that it got.
            claim = token_rows.Claim(1, {}, None)
            await asyncio.to_thread(keep_and_close, things.id, ahead, claim, tokens.owner)
            raise RemoteFailure(failed(Category.AUTH, "invalid_grant"))

        try:
            return await tokens.current(access_to_things, renew)
        finally:
            tokens.close()

    access_to_things = access_to(things)
    token = asyncio.run(run())

    assert token.value == "t-ahead"
    assert events(things) == []
    assert Connection.objects.get(id=things.id).broken_at is None


def keep_and_close(connection_id, token, claim, owner):
    token_rows.keep(connection_id, token, claim=claim, owner=owner)
    db.connection.close()


def test_what_was_fetched_with_replaced_credentials_is_thrown_away(tenant, server, things):
    server.hold.clear()
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(read, things)
        wait_until(lambda: server.grants)
        renewed = oauth.CLIENT | {"refresh_token": server.new_grant()}
        connections.change(tenant.id, things.id, ConnectionFields(credentials=renewed))
        server.hold.set()
        (result,) = reading.result()

    assert isinstance(result, Done)
    assert server.grants == ["refresh_token"] * 2
    assert renewed["refresh_token"] not in server.refresh


def test_a_dead_consent_breaks_the_connection_once_and_parks_its_jobs(tenant, server, things, submit_job, drain):
    server.refresh.clear()
    jobs = [submit_job(things, "thing.read", {}, max_runs=1) for _ in range(20)]

    drain()
    drain()

    row = Connection.objects.get(id=things.id)
    assert (row.health, row.last_error["provider_code"]) == ("broken", "invalid_grant")
    ((event_type, about),) = events(things)
    assert event_type == "connection.broken"
    assert about["connection_id"] == public_id("connection", things.id)
    assert about["error"]["category"] == "auth"
    for job in jobs:
        job.refresh_from_db()
        assert job.status in ("queued", "retrying")
        assert job.tried <= 1
    waiting = next(job for job in jobs if job.status == "queued")
    assert "reconnected" in explain(tenant.id, waiting.id, now=soon()).sentence
    grants = len(server.grants)
    assert drain() == 0
    assert len(server.grants) == grants

    credentials = oauth.CLIENT | {"refresh_token": server.new_grant()}
    connections.change(tenant.id, things.id, ConnectionFields(credentials=credentials))
    db.execute("UPDATE job SET due_at = now() WHERE status = 'retrying'")
    drain()

    assert dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1")) == {"succeeded": 20}
    assert Connection.objects.get(id=things.id).broken_at is None


def test_a_token_endpoint_that_is_away_breaks_nothing(server, things):
    server.broken = True

    (result,) = read(things)

    assert (result.category, result.retryable) == (Category.UNAVAILABLE, True)
    assert Connection.objects.get(id=things.id).broken_at is None
    assert stored(things)[2] is None
    server.broken = False
    assert isinstance(read(things)[0], Done)


def test_a_check_that_succeeds_mends_a_broken_connection(tenant, server, things):
    parking.declare_broken(things.id, failed(Category.AUTH, "No."))

    assert isinstance(connections.check(tenant.id, things.id), Done)

    row = Connection.objects.get(id=things.id)
    assert (row.health, row.broken_at, row.fresh_starts) == ("ok", None, 1)


def test_keys_that_are_refused_three_times_in_a_row_break_the_connection(tenant, rest, system, submit_job, drain):
    connections.change(tenant.id, rest.id, ConnectionFields(credentials={"bearer": "wrong"}, max_in_flight=1))
    jobs = [submit_job(rest, "request", {"method": "GET", "path": "/records"}) for _ in range(10)]

    drain()

    for job in jobs:
        job.refresh_from_db()
    assert [job.status for job in jobs] == ["failed"] * 3 + ["queued"] * 7
    assert len(system.seen) == 3
    assert [event_type for event_type, _ in events(rest)] == ["connection.broken"]


def test_a_disabled_connection_spends_no_runs(tenant, echo, submit_job, drain):
    connections.change(tenant.id, echo.id, ConnectionFields(disabled=True))
    job = submit_job(echo, "echo", {})
    assert drain() == 0

    connections.change(tenant.id, echo.id, ConnectionFields(disabled=False))
    drain()

    assert history(job) == ["job.queued", "job.running", "job.succeeded"]


def test_a_consent_that_ends_within_a_week_is_told_once(server, things):
    server.answer_more = {"refresh_token_expires_in": 3 * 86400}
    read(things)

    assert parking.warn_of_endings() == 1
    assert parking.warn_of_endings() == 0

    ((event_type, about),) = events(things)
    assert (event_type, about["expired"]) == ("connection.expiring", False)
    server.answer_more = {"refresh_token_expires_in": 90 * 86400}
    server.access.clear()
    read(things)
    assert parking.warn_of_endings() == 0


def test_processes_share_one_refresh(server, things):
    database = urlsplit(os.environ["HUB_DATABASE_URL"])._replace(path=f"/{db.connection.settings_dict['NAME']}")
    environment = os.environ | {"HUB_DATABASE_URL": urlunsplit(database)}
    command = [sys.executable, "-m", "tests.jobs.token_worker", server.url, str(things.id)]
    workers = [
        subprocess.Popen(command, env=environment, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]

    found = [worker.communicate(timeout=90)[0].split() for worker in workers]

    assert found == [["Done"] * 3] * 2
    assert server.grants == ["refresh_token"]
