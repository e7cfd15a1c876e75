"""A worker that slept through its lease and wakes when another one has done its job."""

import time

from hub import db
from hub.rules.ids import public_id
from tests.connectors.records import RECORD
from tests.frozen import LEASE_S, LOOPBACK, Frozen
from tests.jobs.conftest import make_due, runs
from tests.stacks import until


def test_a_call_that_was_about_to_be_made_makes_no_second_record(postgres, rest, system, submit_job, drain):
    job = submit_job(rest, "request", RECORD, timeout_s=1)
    url = postgres.url(db.connection.settings_dict["NAME"])

    with Frozen("jobs", "fetch", database_url=url, HUB_CONNECTION_ALLOW=LOOPBACK) as worker:
        time.sleep(LEASE_S)

        def done() -> bool:
            make_due(job)
            drain()
            job.refresh_from_db()
            return job.status == "succeeded"

        until(done, "another worker has done it", timeout_s=20)
        worker.wake()

    assert [row["external_id"] for row in system.rows] == [public_id("job", job.id)]
    first, *searches, last = runs(job)
    # What became of the first call is known after all: nothing.
    assert (first, last) == (("call", "failed"), ("call", "succeeded"))
    assert {*searches} == {("find", "succeeded")}
    (told,) = db.rows("SELECT outcome ->> 'message' FROM run WHERE job_id = %s ORDER BY id LIMIT 1", (job.id,))
    assert told[0] == "No answer: the worker had stood still for so long that another one may have the job."
