"""How many jobs may be under way at once, and jobs that wait for other jobs."""

import threading
import time
from datetime import timedelta

import pytest

from hub import db
from hub.accounts import tenants
from hub.drain import Drain
from hub.jobs import connections, lifecycle, steering, submit, sweeps
from hub.jobs.after import AfterPolicy
from hub.jobs.connections import ConnectionFields
from hub.jobs.engine import Engine
from hub.jobs.explain import explain
from hub.jobs.models import Job
from hub.jobs.run import Performing
from hub.jobs.submit import JobRequest
from hub.rules.errors import HubError
from tests.jobs.conftest import LOOPBACK, history, soon

OVERLAP = """
SELECT max(n) FROM (
    SELECT (SELECT count(*) FROM run b JOIN job k ON k.id = b.job_id WHERE k.concurrency_key = j.concurrency_key
        AND b.started_at <= a.started_at AND b.finished_at > a.started_at) AS n
    FROM run a JOIN job j ON j.id = a.job_id WHERE j.concurrency_key IS NOT NULL
) counted
"""


def drain_in_two(budget_s=20.0):
    """Two worker processes' worth of drains at once, each with an engine of its own, until nothing is due."""

    def one(name):
        engine = Engine(allow=LOOPBACK)
        try:
            Drain(Performing(engine, room=100), owner=name, budget_s=budget_s, lease_s=30.0).run()
        finally:
            engine.close()
            db.connection.close()

    threads = [threading.Thread(target=one, args=(f"owner-{number}",)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def states():
    return dict(db.rows("SELECT status, count(*) FROM job GROUP BY 1"))


@pytest.mark.parametrize("limit", [1, 3])
def test_jobs_of_one_key_take_turns_over_all_connections_and_owners(tenant, limit):
    lanes = [connections.create(tenant.id, "echo", ConnectionFields(name=f"e{n}", max_in_flight=50)) for n in range(3)]
    submit.submit_many(
        tenant.id,
        [
            JobRequest(lane.id, "echo", {"sleep_ms": 20}, concurrency_key="customer-17", concurrency_limit=limit)
            for lane in lanes
            for _ in range(8)
        ]
        + [JobRequest(lane.id, "echo", {}) for lane in lanes],
    )

    drain_in_two()

    assert states() == {"succeeded": 27}
    assert db.row(OVERLAP) == (limit,)


def test_parked_jobs_cost_no_polling_and_run_in_the_order_of_their_age(tenant, echo, submit_job, drain):
    jobs = [submit_job(echo, "echo", {"message": n}, concurrency_key="one") for n in range(20)]

    drain()

    started = [Job.objects.get(id=job.id).started_at for job in jobs]
    assert started == sorted(started)
    assert states() == {"succeeded": 20}
    assert db.row("SELECT max(version), count(*) FROM job") == (3, 20)
    assert all(history(job) == ["job.queued", "job.running", "job.succeeded"] for job in jobs[-3:])


def test_a_parked_job_says_so_and_can_be_cancelled_and_expires(tenant, echo, submit_job, drain):
    holder = submit_job(echo, "echo", {"fail": "unavailable"}, concurrency_key="k")
    db.execute("UPDATE job SET status = 'waiting', due_at = now() + interval '1 day' WHERE id = %s", (holder.id,))
    parked = [submit_job(echo, "echo", {}, concurrency_key="k") for _ in range(2)]
    expiring = submit_job(echo, "echo", {}, concurrency_key="k", expires_at=soon() + timedelta(seconds=1))
    drain()
    parked[0].refresh_from_db()
    assert parked[0].gate == "key"
    assert "concurrency key" in explain(tenant.id, parked[0].id, now=soon()).sentence

    steering.cancel(tenant.id, parked[0].id, by="key_1")
    deadline = time.monotonic() + 20
    while not sweeps.expire():
        assert time.monotonic() < deadline
        time.sleep(0.05)

    expiring.refresh_from_db()
    assert expiring.status == "expired"
    steering.cancel(tenant.id, holder.id, by="key_1")
    drain()
    parked[1].refresh_from_db()
    assert parked[1].status == "succeeded"


def test_a_sweep_brings_back_what_is_parked_for_nothing(tenant, echo, submit_job, drain):
    job = submit_job(echo, "echo", {}, concurrency_key="k")
    db.execute("UPDATE job SET gate = 'key', due_at = '9999-01-01Z' WHERE id = %s", (job.id,))
    assert drain() == 0

    assert sweeps.catch_up() == 1
    drain()

    job.refresh_from_db()
    assert job.status == "succeeded"


def test_a_tenant_has_no_more_calls_under_way_than_it_may_and_leaves_the_others_alone(tenant):
    other = tenants.create_tenant("other", "other")
    db.execute("INSERT INTO job_policy (tenant_id, in_flight) VALUES (%s, 3)", (tenant.id,))
    for each in (tenant, other):
        for number in range(3):
            lane = connections.create(each.id, "echo", ConnectionFields(name=f"e{number}", max_in_flight=50))
            submit.submit_many(each.id, [JobRequest(lane.id, "echo", {"sleep_ms": 30})] * 10)

    drain_in_two()
    while states() != {"succeeded": 60}:
        drain_in_two()

    overlap = """
        SELECT a.tenant_id, max((SELECT count(*) FROM run b WHERE b.tenant_id = a.tenant_id
            AND b.started_at <= a.started_at AND b.finished_at > a.started_at)) FROM run a GROUP BY 1
    """
    found = dict(db.rows(overlap))
    assert found[tenant.id] <= 3
    assert found[other.id] > 3


def test_a_full_tenants_lanes_are_not_looked_at_again_and_again(tenant, echo, submit_job, drain):
    db.execute("INSERT INTO job_policy (tenant_id, in_flight) VALUES (%s, 1)", (tenant.id,))
    elsewhere = connections.create(tenant.id, "echo", ConnectionFields(name="elsewhere"))
    running = submit_job(elsewhere, "echo", {})
    db.execute(
        "UPDATE job SET status = 'running', lane_token = 1, due_at = now() + interval '1 day' WHERE id = %s",
        (running.id,),
    )
    job = submit_job(echo, "echo", {})
    began = time.monotonic()

    assert drain() == 0

    assert time.monotonic() - began < 10
    job.refresh_from_db()
    assert job.status == "queued"
    assert db.row("SELECT token FROM lane WHERE id = %s", (echo.id,))[0] <= 3


def test_a_job_waits_until_the_jobs_that_it_names_have_succeeded(tenant, echo, submit_job, drain):
    first, second = submit_job(echo, "echo", {}), submit_job(echo, "echo", {"sleep_ms": 100})
    last = submit_job(echo, "echo", {}, after=(first.id, second.id))
    assert (last.status, last.gate) == ("scheduled", "after")
    assert "wait" in explain(tenant.id, last.id, now=soon()).sentence
    assert len(explain(tenant.id, last.id, now=soon()).facts["waits_for"]) == 2

    drain()

    last.refresh_from_db()
    second.refresh_from_db()
    assert last.status == "succeeded"
    assert last.started_at >= second.finished_at
    assert history(last) == ["job.scheduled", "job.queued", "job.running", "job.succeeded"]


@pytest.mark.parametrize(("policy", "expected"), [(AfterPolicy.CANCEL, "cancelled"), (AfterPolicy.RUN, "succeeded")])
def test_when_one_fails_the_policy_decides_down_the_whole_chain(tenant, echo, submit_job, drain, policy, expected):
    failing = submit_job(echo, "echo", {"fail": "validation"})
    chain = [submit_job(echo, "echo", {}, after=(failing.id,), after_policy=policy)]
    for _ in range(3):
        chain.append(submit_job(echo, "echo", {}, after=(chain[-1].id,)))

    drain()

    for job in chain:
        job.refresh_from_db()
    assert [job.status for job in chain] == [expected] * 4
    if expected == "cancelled":
        assert chain[0].error["provider_code"] == "after_failed"


def test_waiting_for_what_has_ended_is_no_waiting(tenant, echo, submit_job, drain):
    done, failed = submit_job(echo, "echo", {}), submit_job(echo, "echo", {"fail": "validation"})
    drain()

    assert submit_job(echo, "echo", {}, after=(done.id,)).status == "queued"
    assert submit_job(echo, "echo", {}, after=(done.id, failed.id)).status == "cancelled"
    later = submit_job(echo, "echo", {}, after=(done.id,), run_at=soon() + timedelta(hours=1))
    assert (later.status, later.gate) == ("scheduled", None)
    assert later.due_at == later.run_at


def test_only_the_tenants_own_jobs_can_be_waited_for(tenant, echo, submit_job):
    other = tenants.create_tenant("other", "other")
    lane = connections.create(other.id, "echo", ConnectionFields(name="e"))
    theirs = submit.submit(other.id, JobRequest(lane.id, "echo", {}))

    with pytest.raises(HubError) as refused:
        submit_job(echo, "echo", {}, after=(theirs.id,))
    assert (refused.value.code, refused.value.field) == ("not_found", "after.0")
    many = submit.submit_many(
        tenant.id, [JobRequest(echo.id, "echo", {}, after=(theirs.id,)), JobRequest(echo.id, "echo", {})]
    )
    assert [isinstance(result, HubError) for result in many.results] == [True, False]


def test_two_that_end_at_once_release_the_third_once(tenant, echo, submit_job):
    from hub.rules.progress import Step
    from hub.rules.status import JobStatus

    parents = [submit_job(echo, "echo", {}) for _ in range(6)]
    child = submit_job(echo, "echo", {}, after=tuple(parent.id for parent in parents))
    db.execute("UPDATE job SET status = 'running', lane_token = 1 WHERE id = ANY(%s)", ([p.id for p in parents],))
    together = threading.Barrier(len(parents))

    def end(parent):
        together.wait()
        lifecycle.move([lifecycle.Move(parent.id, Step(JobStatus.SUCCEEDED, output={}), token=1)])
        db.connection.close()

    threads = [threading.Thread(target=end, args=(parent,)) for parent in parents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    child.refresh_from_db()
    assert child.status == "queued"
    assert history(child) == ["job.scheduled", "job.queued"]
