"""The API killed between its commit and its hint: what a client was told is true, and what is in the table is done."""

import threading

import httpx
import pytest

from hub.local.processes import Process, free_port, wait_until
from hub.local.programs import answers
from tests.chaos import ledger
from tests.stacks import job, seeded, until

pytestmark = pytest.mark.chaos


def test_an_api_killed_at_any_moment_forgets_no_accepted_job(stack, account, receiver):
    chance = seeded("kills")
    account.endpoint(receiver.url("/hook"), event_types=["job.succeeded"])
    body = job(account.connect(max_in_flight=100), "echo", {"message": 1})
    accepted: list[str] = []
    over = threading.Event()

    def submit() -> None:
        while not over.is_set():
            try:
                answer = account.http.post("/jobs", json=body)
            except httpx.TransportError:
                over.wait(0.02)
                continue
            assert answer.status_code == 202
            accepted.append(answer.json()["id"])

    threads = [threading.Thread(target=submit) for _ in range(8)]
    for thread in threads:
        thread.start()
    for _ in range(2):
        wanted = len(accepted) + chance.randint(20, 200)
        until(lambda wanted=wanted: len(accepted) > wanted, "jobs are accepted", timeout_s=40, every_s=0.001)
        stack.kill("api")
    again = len(accepted)
    until(lambda: len(accepted) > again + 20, "the API is back", timeout_s=40)
    over.set()
    for thread in threads:
        thread.join()
    ledger.settle(account)

    ledger.balance(account, accepted, receiver.requests)
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]


def test_a_job_whose_hint_never_left_is_found_by_the_sweep(stack, account, receiver, tmp_path):
    account.endpoint(receiver.url("/hook"), event_types=["job.*"])
    body = job(account.connect(), "echo", {"message": 1})
    port, nobody = free_port(), f"redis://127.0.0.1:{free_port()}/0"
    argv = [str(port) if part == str(stack.api_port) else part for part in stack.processes["api"].argv]
    # One more API, which commits and then finds no Redis to tell; and which is killed as soon as it has answered.
    deaf = Process("deaf", argv, log=tmp_path / "deaf.log", env={**stack.env, "HUB_REDIS_URL": nobody})
    deaf.start()
    try:
        wait_until(lambda: answers(port, "/healthz"), deaf, timeout_s=40)
        url, headers = f"http://127.0.0.1:{port}/api/v1/jobs", {"Authorization": f"Bearer {account.key}"}
        told = [httpx.post(url, json=body, headers=headers, trust_env=False) for _ in range(5)]
        deaf.kill()
    finally:
        deaf.stop()
    ledger.settle(account, timeout_s=30)

    assert {answer.status_code for answer in told} == {202}
    ledger.balance(account, [answer.json()["id"] for answer in told], receiver.requests)
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]
