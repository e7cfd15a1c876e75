"""Batches: counted together, and told once when the last job has ended."""

import json
import threading

import pytest

from hub import db
from hub.jobs import batches, lifecycle, submit
from hub.jobs.batches import BatchRequest
from hub.jobs.models import JobBatch
from hub.jobs.submit import IdempotencyKey, JobRequest
from hub.rules.errors import HubError
from hub.rules.progress import Step
from hub.rules.status import JobStatus


def told(batch_id):
    """The data of the batch's events."""
    rows = db.rows("SELECT body FROM event WHERE subject_id = %s AND type = 'batch.finished'", (batch_id,))
    return [json.loads(bytes(row[0]))["data"] for row in rows]


def test_a_batch_is_told_once_when_its_last_job_has_ended(tenant, echo, drain):
    requests = [JobRequest(echo.id, "echo", {})] * 30 + [JobRequest(echo.id, "echo", {"fail": "validation"})] * 2
    requests.append(JobRequest(echo.id, "no_such_operation", {}))
    batch = BatchRequest(tags=("import",), metadata={"file": "orders.csv"})

    many = submit.submit_many(tenant.id, requests, batch=batch)
    row = batches.get(tenant.id, many.batch_id)
    assert batches.counts([row])[row.id] == {"queued": 32}
    assert told(row.id) == []
    drain()

    (event,) = told(row.id)
    assert event["counts"] == {"succeeded": 30, "failed": 2}
    assert (event["total"], event["refused"], event["metadata"]) == (32, 1, {"file": "orders.csv"})
    assert batches.settle_left_over() == 0
    assert len(told(row.id)) == 1


def test_jobs_that_end_at_once_finish_a_batch_exactly_once(tenant, echo):
    many = submit.submit_many(tenant.id, [JobRequest(echo.id, "echo", {})] * 8, batch=BatchRequest())
    ids = [result.id for result in many.results]
    db.execute("UPDATE job SET status = 'running', lane_token = 1 WHERE id = ANY(%s)", (ids,))
    together = threading.Barrier(len(ids))

    def end(job_id):
        together.wait()
        lifecycle.move([lifecycle.Move(job_id, Step(JobStatus.SUCCEEDED, output={}), token=1)])
        db.connection.close()

    threads = [threading.Thread(target=end, args=(job_id,)) for job_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    batches.settle_left_over()

    assert len(told(many.batch_id)) == 1


def test_an_open_batch_takes_more_and_is_not_finished_before_it_is_closed(tenant, echo, drain):
    first = submit.submit_many(tenant.id, [JobRequest(echo.id, "echo", {})], batch=BatchRequest(open=True))
    drain()
    assert told(first.batch_id) == []
    second = submit.submit_many(
        tenant.id, [JobRequest(echo.id, "echo", {})], batch=BatchRequest(id=first.batch_id, open=True)
    )
    drain()
    assert second.batch_id == first.batch_id

    batches.close(tenant.id, first.batch_id)

    (event,) = told(first.batch_id)
    assert event["counts"] == {"succeeded": 2}
    with pytest.raises(HubError) as refused:
        submit.submit_many(tenant.id, [JobRequest(echo.id, "echo", {})], batch=BatchRequest(id=first.batch_id))
    assert refused.value.code == "batch_closed"


def test_the_same_key_makes_one_batch(tenant, echo):
    key = IdempotencyKey("jobs/batch", "k", b"hash")
    requests = [JobRequest(echo.id, "echo", {})]

    first = submit.submit_many(tenant.id, requests, key=key, batch=BatchRequest())
    again = submit.submit_many(tenant.id, requests, key=key, batch=BatchRequest())

    assert (again.batch_id, again.replayed) == (first.batch_id, True)
    assert JobBatch.objects.count() == 1
    assert db.row("SELECT count(*) FROM job") == (1,)


def test_a_batch_of_nothing_is_finished_at_once(tenant, echo):
    many = submit.submit_many(tenant.id, [JobRequest(echo.id, "nothing", {})], batch=BatchRequest())

    assert told(many.batch_id)[0]["counts"] == {}
