"""What becomes of jobs: done, again, looked for, taken over; each state with its event."""

import time
from datetime import timedelta

import pytest

from hub import db
from hub.jobs import connections, lifecycle, retries, steering, submit
from hub.jobs.connections import ConnectionFields
from hub.jobs.submit import JobRequest
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from tests.connectors.records import RECORD, TOKEN
from tests.jobs.conftest import history, make_due, runs, soon
from tests.receiver import Receiver


def test_a_job_runs_and_its_history_is_in_the_log(echo, submit_job, drain):
    job = submit_job(echo, "echo", {"message": "hello"}, tags=("web",), metadata={"order": 7})

    assert drain() == 1

    job.refresh_from_db()
    assert (job.status, job.version, job.tried) == ("succeeded", 3, 1)
    assert job.output == {"message": "hello", "reference": public_id("job", job.id)}
    assert history(job) == ["job.queued", "job.running", "job.succeeded"]
    assert runs(job) == [("call", "succeeded")]
    topics = db.row("SELECT topics FROM event WHERE subject_id = %s AND type = 'job.succeeded'", (job.id,))
    assert topics == ([public_id("connection", echo.id).join(("connection:", "")), "tag:web"],)


def test_a_retryable_failure_is_retried_until_its_runs_are_used_up(echo, submit_job, drain):
    job = submit_job(echo, "echo", {"fail": "unavailable"}, max_runs=2)

    drain()
    job.refresh_from_db()
    assert job.status == "retrying"
    assert timedelta(seconds=1) < job.due_at - soon() + timedelta(seconds=1) < timedelta(seconds=4)
    make_due(job)
    drain()

    job.refresh_from_db()
    assert (job.status, job.tried) == ("failed", 2)
    assert job.error["category"] == "unavailable"
    assert history(job) == ["job.queued", "job.running", "job.retrying", "job.running", "job.failed"]


def test_a_validation_error_is_not_retried(echo, submit_job, drain):
    job = submit_job(echo, "echo", {"fail": "validation"})

    drain()

    job.refresh_from_db()
    assert (job.status, job.tried) == ("failed", 1)


def test_a_lost_answer_is_looked_for_and_makes_no_second_record(rest, system, proxy, submit_job, drain):
    proxy.lose(b"POST /api/records", how="cut")
    job = submit_job(rest, "request", RECORD)

    drain()
    job.refresh_from_db()
    assert job.status == "reconciling"
    make_due(job)
    drain()

    job.refresh_from_db()
    assert job.status == "succeeded"
    assert runs(job) == [("call", "unknown"), ("find", "succeeded")]
    assert len(system.rows) == 1
    assert job.output["result"]["external_id"] == public_id("job", job.id)


def test_a_call_that_was_lost_before_it_had_any_effect_is_made_again(rest, system, submit_job, drain):
    system.answers.append((500, {}, b'{"error": {"text": "down"}}'))  # it did nothing, but nobody knows
    job = submit_job(rest, "request", RECORD)

    drain()
    job.refresh_from_db()
    assert job.status == "reconciling"
    for _ in range(3):
        make_due(job)
        drain()

    job.refresh_from_db()
    assert job.status == "succeeded"
    assert runs(job) == [("call", "unknown"), ("find", "succeeded"), ("find", "succeeded"), ("call", "succeeded")]
    assert len(system.rows) == 1


def test_an_unsafe_operation_waits_for_a_person(rest, system, proxy, submit_job, drain):
    proxy.lose(b"POST /api/records", how="cut")
    job = submit_job(
        rest, "request", {"method": "POST", "path": "/records", "body": {"name": "Ada"}, "safety": "unsafe"}
    )

    drain()

    job.refresh_from_db()
    assert job.status == "reconciling"
    assert job.due_at.year == 9999
    drain()
    assert len(system.rows) == 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [(RECORD, "reconciling"), ({"method": "GET", "path": "/records"}, "retrying")],
    ids=["a write is reconciled", "a read is simply done again"],
)
def test_a_job_left_running_by_a_lost_worker(rest, submit_job, drain, given, expected):
    job = submit_job(rest, "request", given)
    db.execute(
        "UPDATE job SET status = 'running', tried = 1, lane_token = 3, started_at = now() WHERE id = %s", (job.id,)
    )
    db.execute(
        "INSERT INTO run (id, job_id, tenant_id, kind, status, started_at) VALUES"
        " (uuidv7(), %s, %s, 'call', 'running', now())",
        (job.id, job.tenant_id),
    )
    db.execute("UPDATE lane SET token = 3, leased_until = now() - interval '1 s' WHERE id = %s", (rest.id,))

    drain()

    job.refresh_from_db()
    assert job.status == expected
    assert runs(job)[0] == ("call", "abandoned")
    assert f"job.{expected}" in history(job)


def test_a_result_under_an_old_token_changes_nothing(echo, submit_job):
    job = submit_job(echo, "echo", {})
    db.execute("UPDATE job SET status = 'running', lane_token = 9 WHERE id = %s", (job.id,))

    from hub.rules.progress import Step
    from hub.rules.status import JobStatus

    assert lifecycle.move([lifecycle.Move(job.id, Step(JobStatus.SUCCEEDED, output={}), token=8)]) == []

    job.refresh_from_db()
    assert job.status == "running"


def test_scheduled_expired_and_cancelled_jobs_are_not_called(tenant, echo, submit_job, drain):
    later = submit_job(echo, "echo", {}, run_at=soon() + timedelta(hours=1))
    expired = submit_job(echo, "echo", {}, expires_at=soon() + timedelta(milliseconds=1))
    cancelled = submit_job(echo, "echo", {})
    steering.cancel(tenant.id, cancelled.id, by="key_1")

    drain()

    for job in (later, expired, cancelled):
        job.refresh_from_db()
        assert job.tried == 0
    assert (later.status, expired.status, cancelled.status) == ("scheduled", "expired", "cancelled")
    with pytest.raises(HubError, match="ended"):
        steering.cancel(tenant.id, cancelled.id, by="key_1")


def test_priority_goes_before_age(echo, submit_job, drain, tenant):
    connections.change(tenant.id, echo.id, ConnectionFields(max_in_flight=1))
    late = submit_job(echo, "echo", {"message": "low"}, priority=9)
    first = submit_job(echo, "echo", {"message": "high"}, priority=0)

    drain()

    late.refresh_from_db()
    first.refresh_from_db()
    assert first.started_at < late.started_at


def test_many_slow_jobs_are_held_at_once(tenant, submit_job, drain):
    wide = connections.create(tenant.id, "echo", ConnectionFields(name="wide", max_in_flight=100))
    submit.submit_many(tenant.id, [JobRequest(wide.id, "echo", {"sleep_ms": 300})] * 60)

    began = time.monotonic()
    drain()

    # One after another would take 18 s.
    assert time.monotonic() - began < 6
    assert db.row("SELECT count(*) FROM job WHERE status = 'succeeded'") == (60,)


def test_a_connection_takes_no_more_than_its_limit_at_once(tenant, system, submit_job, drain, settings):
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": ["127.0.0.0/8"]})
    narrow = connections.create(
        tenant.id,
        "http",
        ConnectionFields(name="narrow", base_url=system.url, credentials={"bearer": TOKEN}, max_in_flight=2),
    )
    submit.submit_many(tenant.id, [JobRequest(narrow.id, "request", {"method": "GET", "path": "/records"})] * 10)

    drain()

    overlaps = db.row(
        "SELECT max(n) FROM (SELECT (SELECT count(*) FROM run b WHERE b.started_at <= a.started_at"
        " AND b.finished_at > a.started_at) AS n FROM run a) counted"
    )
    assert overlaps is not None
    assert overlaps[0] <= 2


def test_a_jobs_own_callback_gets_the_final_event_and_nothing_else(tenant, echo, submit_job, drain, settings):
    settings.HUB = settings.HUB.model_copy(update={"target_allow": ["127.0.0.0/8"], "target_http": True})
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    with Receiver() as receiver:
        for _ in range(2):
            submit_job(echo, "echo", {}, callback_url=receiver.url("/mine"), callback_secret=secret)
        drain()
        owed = db.rows("SELECT d.event_type, d.lane_id, p.kind FROM delivery d JOIN endpoint p ON p.id = d.endpoint_id")
    assert [(type, kind) for type, _, kind in owed] == [("job.succeeded", "callback")] * 2
    assert len({lane for _, lane, _ in owed}) == 1
    assert db.row("SELECT count(*) FROM endpoint") == (1,)


def test_the_same_key_gives_the_first_answer_and_another_body_a_conflict(tenant, echo):
    request = JobRequest(echo.id, "echo", {})
    key = submit.IdempotencyKey("jobs", "k1", b"hash-1")

    first = submit.submit(tenant.id, request, key=key)
    again = submit.submit(tenant.id, request, key=key)

    assert (again.id, again.replayed) == (first.id, True)
    assert db.row("SELECT count(*) FROM job") == (1,)
    with pytest.raises(HubError) as refused:
        submit.submit(tenant.id, request, key=submit.IdempotencyKey("jobs", "k1", b"hash-2"))
    assert refused.value.code == "idempotency_key_reused"


def test_a_retry_is_a_new_job_and_a_success_cannot_be_retried(tenant, echo, submit_job, drain):
    failed, done = submit_job(echo, "echo", {"fail": "validation"}), submit_job(echo, "echo", {})
    drain()

    again = retries.retry(tenant.id, failed.id)

    assert db.row("SELECT retry_of FROM job WHERE id = %s", (again.id,)) == (failed.id,)
    with pytest.raises(HubError) as refused:
        retries.retry(tenant.id, done.id)
    assert refused.value.code == "job_succeeded"


def test_a_deleted_connection_cancels_what_waits_and_takes_no_more(tenant, echo, submit_job):
    waiting = submit_job(echo, "echo", {}, run_at=soon() + timedelta(hours=1))

    connections.delete(tenant.id, echo.id)

    waiting.refresh_from_db()
    assert waiting.status == "cancelled"
    submit._connectors.clear()
    with pytest.raises(HubError) as refused:
        submit_job(echo, "echo", {})
    assert (refused.value.code, refused.value.field) == ("not_found", "connection_id")
