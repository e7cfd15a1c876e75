"""What people do to jobs: cancelling reaches the running call, and what the hub cannot know a person says."""

import threading
import time

import pytest

from hub import db
from hub.jobs import steering
from hub.jobs.explain import explain
from hub.jobs.models import JobChange
from hub.jobs.steering import Decision, Resolution
from hub.rules.errors import HubError
from tests.connectors.records import RECORD
from tests.jobs.conftest import history, make_due, runs, soon

UNSAFE = {"method": "POST", "path": "/records", "body": {"name": "Ada"}, "safety": "unsafe"}


def until(found, what, *, timeout_s=20.0):
    """Wait until `found()` is true."""
    deadline = time.monotonic() + timeout_s
    while not found():
        assert time.monotonic() < deadline, what
        time.sleep(0.01)


def cancel_when_running(tenant, job):
    """Cancel the job from another thread once it runs."""

    def act():
        try:
            until(lambda: db.row("SELECT 1 FROM job WHERE id = %s AND status = 'running'", (job.id,)), "it runs")
            steering.cancel(tenant.id, job.id, by="key_1", reason="not needed")
        finally:
            db.connection.close()

    thread = threading.Thread(target=act)
    thread.start()
    return thread


@pytest.fixture
def lost(rest, proxy, submit_job, drain):
    """A job with an unsafe operation whose answer was lost."""
    proxy.lose(b"POST /api/records", how="cut")
    job = submit_job(rest, "request", UNSAFE)
    drain()
    job.refresh_from_db()
    assert job.status == "reconciling"
    return job


def test_a_running_call_is_stopped_long_before_it_would_have_ended(tenant, echo, submit_job, drain):
    job = submit_job(echo, "echo", {"sleep_ms": 60_000}, timeout_s=100)
    thread = cancel_when_running(tenant, job)
    began = time.monotonic()

    drain()

    thread.join()
    assert time.monotonic() - began < 20
    job.refresh_from_db()
    assert job.status == "cancelled"
    assert history(job) == ["job.queued", "job.running", "job.cancelled"]
    change = JobChange.objects.get(job_id=job.id)
    assert (change.action, change.by, change.reason) == ("cancel", "key_1", "not needed")


@pytest.mark.parametrize("arrived", [True, False], ids=["it has had its effect", "it has not"])
def test_a_write_that_is_stopped_is_looked_for_before_it_counts_as_cancelled(
    arrived, tenant, rest, system, proxy, submit_job, drain
):
    proxy.lose(b"POST /api/records", how="hang")
    job = submit_job(rest, "request", RECORD, timeout_s=100)
    thread = cancel_when_running(tenant, job)

    drain()
    thread.join()
    job.refresh_from_db()
    assert job.status == "reconciling"
    if not arrived:
        system.rows.clear()
    for _ in range(2):
        make_due(job)
        drain()

    job.refresh_from_db()
    assert job.status == ("succeeded" if arrived else "cancelled")
    assert runs(job)[:2] == [("call", "unknown"), ("find", "succeeded")]


def test_what_may_be_called_twice_is_not_called_again_after_it_was_stopped(tenant, rest, proxy, submit_job, drain):
    proxy.lose(b"PUT /api/records", how="hang")
    given = {"method": "PUT", "path": "/records/1", "body": {"name": "Ada"}}
    job = submit_job(rest, "request", given, timeout_s=100)
    thread = cancel_when_running(tenant, job)

    drain()
    thread.join()
    make_due(job)
    drain()

    job.refresh_from_db()
    assert (job.status, job.tried, job.due_at.year) == ("reconciling", 1, 9999)


def test_a_person_says_that_it_has_happened(tenant, lost, system):
    assert "resolve" in explain(tenant.id, lost.id, now=soon()).sentence

    steering.resolve(
        tenant.id, lost.id, Resolution(Decision.SUCCEEDED, "op_7", reason="seen in the ERP", output={"id": 1})
    )

    lost.refresh_from_db()
    assert (lost.status, lost.output) == ("succeeded", {"id": 1})
    assert history(lost)[-3:] == ["job.reconciling", "job.resolved", "job.succeeded"]
    change = JobChange.objects.get(job_id=lost.id)
    assert (change.action, change.by, change.reason) == ("resolve:succeeded", "op_7", "seen in the ERP")
    assert len(system.rows) == 1


def test_a_person_says_that_it_has_not_happened(tenant, lost):
    steering.resolve(tenant.id, lost.id, Resolution(Decision.FAILED, "op_7", message="The customer withdrew."))

    lost.refresh_from_db()
    assert (lost.status, lost.error["message"]) == ("failed", "The customer withdrew.")
    assert lost.finished_at is not None


def test_a_person_has_it_done_again(tenant, lost, system, drain):
    system.rows.clear()

    steering.resolve(tenant.id, lost.id, Resolution(Decision.RUN_AGAIN, "op_7"))
    drain()

    lost.refresh_from_db()
    assert (lost.status, lost.tried) == ("succeeded", 2)
    assert len(system.rows) == 1


def test_only_an_open_question_can_be_resolved(tenant, echo, submit_job, lost):
    queued = submit_job(echo, "echo", {})
    db.execute("UPDATE job SET lane_token = 7 WHERE id = %s", (lost.id,))  # somebody looks for its effect now

    for job in (queued, lost):
        with pytest.raises(HubError) as refused:
            steering.resolve(tenant.id, job.id, Resolution(Decision.FAILED, "op_7"))
        assert refused.value.code == "job_not_unresolved"

    assert JobChange.objects.count() == 0


def test_progress_is_told_without_a_write_for_each_word(echo, submit_job, drain):
    job = submit_job(echo, "echo", {"sleep_ms": 2500, "steps": 1000})

    drain()

    job.refresh_from_db()
    assert job.status == "succeeded"
    told = [each for each in history(job) if each == "job.progress"]
    assert 1 <= len(told) <= 10
    assert job.version == 3 + len(told)
    assert 0 < job.progress["fraction"] < 1
    assert job.progress["message"].endswith("of 1000")


def test_a_lost_lane_writes_no_progress(echo, submit_job):
    from hub.jobs.watch import write_progress

    job = submit_job(echo, "echo", {})
    db.execute("UPDATE job SET status = 'running', lane_token = 9 WHERE id = %s", (job.id,))

    class Stale:
        id, token = job.id, 8

    write_progress([(Stale, (0.5, "half"))])

    job.refresh_from_db()
    assert job.progress is None
    assert history(job) == ["job.queued"]
