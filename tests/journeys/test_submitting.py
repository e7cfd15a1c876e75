"""What a client may ask for when it submits, and what it can rely on."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from standardwebhooks import Webhook as StandardWebhook
from standardwebhooks import WebhookVerificationError

from tests.connectors import records
from tests.connectors.records import RECORD
from tests.stacks import FINAL, job, until

pytestmark = pytest.mark.journey

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def started(account, job_id: str) -> datetime:
    return datetime.fromisoformat(account.job(job_id)["started_at"])


def test_a_waiting_job_is_cancelled_and_a_running_one_is_asked_to_stop(account):
    narrow = account.connect(max_in_flight=1)
    running = account.submit(narrow, "echo", {"sleep_ms": 1500, "fail": "unavailable"})
    account.wait_for(running, "running")
    waiting = account.submit(narrow, "echo", {"message": 1})

    account.post(f"/jobs/{waiting}/cancel", {})
    asked = account.post(f"/jobs/{running}/cancel", {})

    assert account.job(waiting)["status"] == "cancelled"
    assert asked["status"] == "running"
    assert asked["cancel_requested_at"]
    assert account.wait_for(running)["status"] == "cancelled"
    assert account.runs(running) == [("call", "failed")]
    assert account.runs(waiting) == []
    refused = account.http.post(f"/jobs/{waiting}/cancel")
    assert (refused.status_code, refused.json()["code"]) == (409, "job_final")


def test_a_cancelled_job_whose_answer_was_lost_is_looked_for_and_not_called_again(account):
    with records.running() as system:
        rest = account.connect("http", base_url=system.url, credentials={"bearer": records.TOKEN})
        system.answers.append((500, {}, b"{}"))  # it did nothing, but nobody knows
        job_id = account.submit(rest, "request", RECORD)
        account.wait_for(job_id, "reconciling")

        account.post(f"/jobs/{job_id}/cancel", {})

        assert account.wait_for(job_id)["status"] == "cancelled"
        assert account.runs(job_id) == [("call", "unknown"), ("find", "succeeded"), ("find", "succeeded")]
        assert system.rows == []


def test_a_scheduled_job_starts_at_its_time_and_not_before(account):
    echo = account.connect()
    run_at = datetime.now(UTC) + timedelta(seconds=3)

    job_id = account.submit(echo, "echo", {"message": 1}, run_at=run_at.isoformat())

    assert account.job(job_id)["status"] == "scheduled"
    account.wait_for(job_id)
    late = started(account, job_id) - run_at
    assert timedelta(0) <= late < timedelta(seconds=8)
    assert account.history(job_id) == ["job.scheduled", "job.running", "job.succeeded"]


def test_priority_goes_before_age(account):
    narrow = account.connect(max_in_flight=1)
    first = account.submit(narrow, "echo", {"sleep_ms": 1500})
    account.wait_for(first, "running")
    waiting = [account.submit(narrow, "echo", {"message": n}, priority=n) for n in (9, 5, 0)]

    for job_id in waiting:
        account.wait_for(job_id)

    assert sorted(waiting, key=lambda job_id: started(account, job_id)) == waiting[::-1]


def test_a_callback_gets_the_outcome_signed_with_its_own_secret(account, receiver):
    account.endpoint(receiver.url("/endpoint"), event_types=["job.succeeded"])
    echo = account.connect()

    more = {"callback_url": receiver.url("/callback"), "callback_secret": SECRET}
    job_id = account.submit(echo, "echo", {"message": 7}, **more)

    (called,) = receiver.wait_for(1, path="/callback")
    (told,) = receiver.wait_for(1, path="/endpoint")
    event = StandardWebhook(SECRET).verify(called.body, called.headers)
    assert (event["type"], event["data"]["id"]) == ("job.succeeded", job_id)
    assert called.body == told.body
    with pytest.raises(WebhookVerificationError):
        StandardWebhook(SECRET).verify(told.body, told.headers)


def test_a_batch_of_a_thousand_takes_the_good_and_names_the_bad(account, receiver):
    endpoint = account.endpoint(receiver.url("/hook"), event_types=["job.succeeded"])
    echo = account.connect(max_in_flight=200)
    jobs = [job(echo, "echo", {"message": n}) for n in range(1000)]
    for place in (0, 500, 999):
        jobs[place]["operation"] = "shout"
    jobs[17]["input"] = {"sleep_ms": -1}

    answer = account.post("/jobs/batch", {"jobs": jobs})

    assert (answer["accepted"], answer["refused"]) == (996, 4)
    bad = {place: item["error"] for place, item in enumerate(answer["data"]) if item["error"]}
    assert list(bad) == [0, 17, 500, 999]
    assert bad[500]["field"].startswith("body.jobs.500.")
    assert bad[17]["field"].startswith("body.jobs.17.")
    query = "SELECT status, count(*) FROM job WHERE tenant_id = %(tenant)s GROUP BY 1"
    until(lambda: account.sql(query) == [("succeeded", 996)], "all succeed", timeout_s=30)
    until(lambda: account.deliveries(endpoint["id"]) == {"delivered": 996}, "all are delivered", timeout_s=30)
    assert len({request.headers["webhook-id"] for request in receiver.received("/hook")}) == 996


def test_twenty_threads_with_one_idempotency_key_make_one_job(account):
    body = job(account.connect(), "echo", {"message": "once"})

    with ThreadPoolExecutor(20) as pool:
        answers = list(
            pool.map(lambda _: account.http.post("/jobs", json=body, headers={"Idempotency-Key": "k-1"}), range(20))
        )

    assert {answer.status_code for answer in answers} == {202}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert sorted(answer.headers.get("idempotent-replayed", "") for answer in answers) == ["", *["true"] * 19]
    assert account.sql("SELECT count(*) FROM job WHERE tenant_id = %(tenant)s") == [(1,)]
    other = account.http.post("/jobs", json={**body, "priority": 1}, headers={"Idempotency-Key": "k-1"})
    assert (other.status_code, other.json()["code"]) == (409, "idempotency_key_reused")


def test_a_retry_of_a_failed_job_is_a_new_job(account):
    echo = account.connect()
    failed = account.submit(echo, "echo", {"fail": "validation"})
    assert account.wait_for(failed)["status"] == "failed"

    again = account.post(f"/jobs/{failed}/retry", {})["id"]

    assert account.wait_for(again)["retry_of"] == failed
    assert account.job(failed)["status"] in FINAL


def test_what_becomes_due_does_not_wait_for_a_slow_call_of_its_connection(account):
    echo = account.connect(max_in_flight=10)
    slow = account.submit(echo, "echo", {"sleep_ms": 12_000})
    account.wait_for(slow, "running")

    retried = account.submit(echo, "echo", {"fail": "unavailable"}, max_runs=2)
    later = account.submit(echo, "echo", {"message": 1}, run_at=(datetime.now(UTC) + timedelta(seconds=1)).isoformat())

    assert account.wait_for(later)["status"] == "succeeded"
    assert account.wait_for(retried)["runs"] == 2
    assert account.job(slow)["status"] == "running"
