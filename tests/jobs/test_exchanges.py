"""What operators can read of a run: what was asked of the real system and what it said, and no secret."""

import json

import pytest

from hub import db
from hub.api.jobs import _run
from hub.connectors import registry
from hub.connectors.exchanges import Keep
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Manifest
from hub.jobs import connections, reads
from hub.jobs.connections import ConnectionFields
from tests import oauth
from tests.connectors.records import RECORD, TOKEN
from tests.jobs.conftest import LOOPBACK, make_due


def exchanges(job):
    """Of each run, the oldest first."""
    runs = reads.list_runs(job.tenant_id, job.id, before=None, limit=50)
    return [[each.model_dump(mode="json") for each in _run(run).exchanges] for run in reversed(runs)]


def stored(job):
    """All that the job's runs hold, as text."""
    return json.dumps(db.rows("SELECT row_to_json(r)::text FROM run r WHERE job_id = %s", (job.id,)))


def test_a_run_shows_what_was_asked_and_answered(rest, submit_job, drain):
    job = submit_job(rest, "request", {**RECORD, "body": {"name": "Ada", "password": "hidden-4711", "note": TOKEN}})

    drain()

    ((one,),) = exchanges(job)
    assert (one["method"], one["path"], one["status"], one["error"]) == ("POST", "/api/records", 201, None)
    assert one["host"] == rest.base_url.split("/")[2]
    assert one["request_id"] == "r-1"
    assert one["duration_ms"] > 0
    assert {"name": "authorization", "value": None} in one["request"]["headers"]
    asked, said = json.loads(one["request"]["body"]), json.loads(one["response"]["body"])
    assert (asked["name"], asked["password"], asked["note"]) == ("Ada", "•••", "•••")
    assert said["record"]["id"] == 1
    assert TOKEN not in stored(job)


def test_a_lost_answer_and_the_look_for_its_effect_are_shown(rest, proxy, submit_job, drain):
    proxy.lose(b"POST /api/records", how="cut")
    job = submit_job(rest, "request", RECORD)

    drain()
    make_due(job)
    drain()

    (lost,), (look,) = exchanges(job)
    assert (lost["status"], lost["error"], lost["response"]) == (None, "connection_lost", None)
    assert json.loads(lost["request"]["body"])["name"] == "Ada"
    assert (look["method"], look["path"], look["status"]) == ("GET", "/api/records?external_id=•••", 200)
    assert json.loads(look["response"]["body"])["records"][0]["name"] == "Ada"
    assert TOKEN not in stored(job)


def test_a_call_whose_time_is_up_shows_its_request(rest, proxy, submit_job, drain):
    proxy.lose(b"GET /api/records", how="hang")
    job = submit_job(rest, "request", {"method": "GET", "path": "/records"}, timeout_s=0.5)

    drain()

    ((one,),) = exchanges(job)
    assert (one["method"], one["status"], one["error"]) == ("GET", None, "stopped")


def test_an_error_answer_is_shown_in_the_systems_own_words(rest, system, submit_job, drain):
    body = json.dumps({"error": {"text": f"Bearer {TOKEN} is tired", "code": "E42"}}).encode()
    system.answers.append((422, {"Content-Type": "application/json", "X-Trace": "1"}, body))
    job = submit_job(rest, "request", RECORD)

    drain()

    ((one,),) = exchanges(job)
    assert one["status"] == 422
    assert json.loads(one["response"]["body"]) == {"error": {"text": "Bearer ••• is tired", "code": "E42"}}
    assert {"name": "x-trace", "value": None} in one["response"]["headers"]
    assert TOKEN not in json.dumps(db.rows("SELECT exchanges::text FROM run WHERE job_id = %s", (job.id,)))


def test_a_refused_connection_is_shown(rest, proxy, submit_job, drain):
    proxy.stop()
    job = submit_job(rest, "request", {"method": "GET", "path": "/records"})

    drain()

    ((one,),) = exchanges(job)
    assert (one["status"], one["error"]) == (None, "connect_failed")


def test_a_job_that_sends_nothing_keeps_nothing(echo, submit_job, drain):
    job = submit_job(echo, "echo", {"message": 1})

    drain()

    assert db.rows("SELECT exchanges FROM run WHERE job_id = %s", (job.id,)) == [(None,)]
    assert exchanges(job) == [[]]


@pytest.mark.parametrize("keep", [Keep.FAILURES, Keep.NONE])
def test_what_the_installation_does_not_want_is_counted_and_not_kept(rest, engine, submit_job, drain, keep):
    engine.keep = keep
    job = submit_job(rest, "request", RECORD)

    drain()

    (run,) = reads.list_runs(job.tenant_id, job.id, before=None, limit=50)
    assert run.exchanges == {"left_out": 1, "kept": []}
    assert (_run(run).exchanges, _run(run).exchanges_left_out) == ([], 1)


@pytest.mark.parametrize(("keep", "kept"), [(Keep.FAILURES, ["POST"]), (Keep.NONE, [])])
def test_of_failures_they_are_kept_unless_none_are(rest, engine, proxy, submit_job, drain, keep, kept):
    engine.keep = keep
    proxy.lose(b"POST /api/records", how="cut")
    job = submit_job(rest, "request", RECORD)

    drain()
    make_due(job)
    drain()

    lost, look = exchanges(job)
    assert [one["method"] for one in lost] == kept
    assert look == []


def test_events_and_what_is_sent_of_them_hold_no_exchange(rest, submit_job, drain):
    job = submit_job(rest, "request", {**RECORD, "body": {"name": "a-name-to-look-for"}})

    drain()

    told = json.dumps(db.rows("SELECT to_jsonb(e)::text FROM event e WHERE type = 'job.succeeded'"))
    assert "exchanges" not in told
    assert stored(job).count("a-name-to-look-for") >= 1


def test_of_a_token_endpoint_nothing_is_kept_but_that_it_was_asked(tenant, submit_job, drain, settings, monkeypatch):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    with oauth.running() as server:
        made = ManifestConnector(Manifest.model_validate(oauth.manifest(server)))
        monkeypatch.setitem(registry.connectors(), made.name, made)
        fields = ConnectionFields(
            name="things", base_url=server.url, credentials=oauth.CLIENT | {"refresh_token": server.new_grant()}
        )
        job = submit_job(connections.create(tenant.id, made.name, fields), next(iter(made.operations)), {})
        drain()
        secrets = {*server.access, *server.refresh, *oauth.CLIENT.values()} - {oauth.CLIENT["client_id"]}

    ((token, call),) = exchanges(job)
    assert (token["method"], token["status"], token["confidential"]) == ("POST", 200, True)
    assert (token["request"], token["response"]) == (None, None)
    assert (call["status"], call["confidential"]) == (200, False)
    assert not [secret for secret in secrets if secret in stored(job)]


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (200, b"%PDF\x00\xff", "succeeded"),
        (200, rb'{"record": "\u0000 \ud800"}', "succeeded"),
        (200, b'{"record": [NaN, 1e999]}', "succeeded"),
        (422, rb'{"error": {"text": "no \u0000", "code": "\ud800"}}', "failed"),
    ],
)
def test_an_answer_that_the_database_cannot_hold_harms_nobody(rest, system, submit_job, drain, status, body, expected):
    system.answers.append((status, {}, body))
    job = submit_job(rest, "request", {"method": "GET", "path": "/records"})
    other = submit_job(rest, "request", {"method": "GET", "path": "/records"})

    drain()

    job.refresh_from_db()
    other.refresh_from_db()
    assert {job.status, other.status} == {expected, "succeeded"}
