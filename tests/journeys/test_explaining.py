"""`GET /jobs/{id}/explain` tells the truth in every state."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.connectors import records
from tests.connectors.records import RECORD
from tests.proxies import Proxy

pytestmark = pytest.mark.journey


def explained(account, job_id: str) -> tuple[str, str]:
    answer = account.get(f"/jobs/{job_id}/explain")
    return answer["status"], answer["sentence"]


def in_s(seconds: float) -> str:
    return (datetime.now(UTC) + timedelta(seconds=seconds)).isoformat()


def test_jobs_that_wait_say_for_what(account):
    narrow = account.connect(max_in_flight=1)
    running = account.submit(narrow, "echo", {"sleep_ms": 4000}, max_runs=3)
    account.wait_for(running, "running")
    waiting = account.submit(narrow, "echo", {"message": 1}, priority=1)
    behind = account.submit(narrow, "echo", {"message": 2})
    later = account.submit(narrow, "echo", {"message": 3}, run_at=in_s(3600))

    assert explained(account, running) == ("running", "Call 1 of at most 3 is under way.")
    assert explained(account, waiting) == (
        "queued",
        "It is due, but its connection is at its limit of 1 calls at once.",
    )
    assert account.get(f"/jobs/{behind}/explain")["facts"]["jobs_ahead"] == 1
    status, sentence = explained(account, later)
    assert status == "scheduled"
    assert sentence.startswith("It waits for its time, ")
    account.post(f"/jobs/{later}/cancel", {})
    assert explained(account, later) == ("cancelled", "It was cancelled.")
    account.post(f"/jobs/{running}/cancel", {})
    assert explained(account, running) == ("running", "Call 1 of at most 3 is under way and was asked to stop.")


def test_jobs_that_have_ended_say_how(account):
    echo = account.connect()
    narrow = account.connect(max_in_flight=1)
    account.submit(narrow, "echo", {"sleep_ms": 2500})
    expired = account.submit(narrow, "echo", {"message": 1}, expires_at=in_s(1))
    good = account.submit(echo, "echo", {"message": 1})
    bad = account.submit(echo, "echo", {"fail": "validation"})

    for job_id in (good, bad, expired):
        account.wait_for(job_id)

    assert explained(account, good) == ("succeeded", "It succeeded with call 1.")
    assert explained(account, bad) == (
        "failed",
        "It failed after 1 of at most 6 calls: The echo was asked to fail like this.",
    )
    status, sentence = explained(account, expired)
    assert status == "expired"
    assert sentence.startswith("It had not begun by ")


def test_a_retry_says_when(account):
    echo = account.connect()
    job_id = account.submit(echo, "echo", {"fail": "unavailable"}, max_runs=2)

    account.wait_for(job_id, "retrying")
    status, sentence = explained(account, job_id)

    assert status in ("retrying", "running", "failed")
    if status == "retrying":
        assert sentence.startswith(("It waits for its next call, ", "It is due"))


def test_a_lost_answer_says_who_looks(account):
    with records.running() as system, Proxy(system.url) as proxy:
        rest = account.connect("http", base_url=proxy.url, credentials={"bearer": records.TOKEN})
        proxy.lose(b"POST /api/records", how="cut")
        unsafe = account.submit(rest, "request", {**RECORD, "find": None})
        account.wait_for(unsafe, "reconciling")
        # The search is answered 500 as long as the test looks.
        system.answers += [(500, {}, b"{}")] * 3
        proxy.lose(b"POST /api/records", how="cut")
        searched = account.submit(rest, "request", RECORD)
        account.wait_for(searched, "reconciling")

        status, sentence = explained(account, unsafe)
        assert status == "reconciling"
        assert sentence.startswith(
            "A call's answer was lost, and there is no safe way to find out what it has done: a person"
        )
        assert sentence.endswith(f"(POST /jobs/{unsafe}/resolve).")
        status, sentence = explained(account, searched)
        assert status == "reconciling"
        assert sentence.startswith("A call's answer was lost; after ")
