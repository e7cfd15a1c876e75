"""Workers killed with SIGKILL in the middle of what they do."""

import os
import signal
import time
from collections import Counter

import psutil
import pytest

from tests.chaos import ledger
from tests.chaos.conftest import LEASE_S
from tests.connectors.records import RECORD, TOKEN
from tests.receiver import Answer
from tests.stacks import until, uuid

pytestmark = pytest.mark.chaos

# A lost job is found again after the lease, and looked for after its call's own timeout (4 s) at the earliest; then a
# second until the search, and as long again for a program to start on a busy machine.
RESUMED_S = LEASE_S + 4 + 20


def owner_of(account, lane: str, kind: str = "connection") -> int:
    """The process that owns the lane now."""
    ((owner,),) = account.sql("SELECT owner FROM lane WHERE id = %s", uuid(kind, lane))
    return int(owner.split(":")[1])


@pytest.mark.parametrize("victim", ["the worker", "one child"])
def test_a_worker_killed_mid_call_makes_no_second_record(stack, account, rest, system, receiver, victim):
    account.endpoint(receiver.url("/hook"))
    system.before_s = 1.0
    accepted = account.submit_many(rest, "request", [RECORD] * 40, timeout_s=4)
    system.wait_for(20)

    if victim == "the worker":
        stack.kill("jobs")
    else:
        os.kill(owner_of(account, rest), signal.SIGKILL)
    killed_at = time.monotonic()
    ledger.settle(account)

    assert time.monotonic() - killed_at < RESUMED_S
    assert system.records_per_job() == Counter(accepted)
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]
    abandoned = "SELECT count(*) FROM run WHERE tenant_id = %(tenant)s AND status = 'abandoned'"
    assert account.sql(abandoned)[0][0] > 0
    ledger.balance(account, accepted, receiver.requests)


def test_a_write_that_is_done_long_after_its_caller_died_is_found_and_not_made_again(stack, account, rest, system):
    # Longer than the lease and the first look after it, within the call's own timeout.
    system.before_s = LEASE_S + 4
    job_id = account.submit(rest, "request", RECORD, timeout_s=LEASE_S + 6)
    system.wait_for(1)

    os.kill(owner_of(account, rest), signal.SIGKILL)

    assert account.wait_for(job_id, timeout_s=60)["status"] == "succeeded"
    assert system.records_per_job() == {job_id: 1}
    assert account.runs(job_id) == [("call", "abandoned"), ("find", "succeeded")]


def test_an_order_survives_a_silent_erp_and_a_killed_worker_once(stack, account, erp, tryton, proxy):
    customer = account.wait_for(account.submit(erp, "customer.create", {"name": "Ada"}))["output"]
    loss = proxy.lose(b"model.sale.sale.create", how="hang")
    order = {"customer_code": customer["code"], "lines": [{"product": "WIDGET", "quantity": 1}]}

    job_id = account.submit(erp, "sale_order.create", order, timeout_s=8)
    loss.wait()
    assert account.job(job_id)["status"] == "running"
    stack.kill("jobs")

    job = account.wait_for(job_id, timeout_s=60)
    assert job["status"] == "succeeded"
    assert account.runs(job_id)[0] == ("call", "abandoned")
    assert "job.reconciling" in account.history(job_id)
    assert tryton.orders_with_reference(job_id) == [job["output"]["number"]]


@pytest.mark.parametrize("victim", ["the worker", "one child"])
def test_a_sender_killed_mid_batch_loses_nothing_and_repeats_under_the_same_id(stack, account, receiver, victim):
    receiver.answer("/slow", Answer(delay_s=0.4))
    slow = account.endpoint(receiver.url("/slow"), event_types=["job.succeeded"])
    account.endpoint(receiver.url("/fast"), event_types=["job.succeeded"])
    echo = account.connect(max_in_flight=200)
    accepted = account.submit_many(echo, "echo", ({"message": n} for n in range(400)))
    receiver.wait_for(30, path="/slow", timeout_s=30)

    if victim == "the worker":
        stack.kill("deliveries")
    else:
        os.kill(owner_of(account, slow["id"], "endpoint"), signal.SIGKILL)
    killed_at = time.monotonic()
    seen = len(receiver.requests)
    until(lambda: len(receiver.requests) > seen + 200, "sending goes on", timeout_s=RESUMED_S)
    assert time.monotonic() - killed_at < RESUMED_S
    ledger.settle(account)

    # In flight at once to both: at most what one drain holds.
    ledger.balance(account, accepted, receiver.requests, killed=200)
    assert {len(receiver.received(path)) >= 400 for path in ("/slow", "/fast")} == {True}
    assert ledger.repeats(receiver.requests) <= 200


def test_a_worker_that_is_stopped_in_order_cuts_no_call_off_and_begins_none(stack, account, system):
    system.before_s = 1.0
    few = account.connect("http", base_url=system.url, credentials={"bearer": TOKEN}, max_in_flight=5)
    accepted = account.submit_many(few, "request", [RECORD] * 100, timeout_s=10)
    system.wait_for(5)

    stack.stop("jobs")
    left = dict(account.sql("SELECT status, count(*) FROM job WHERE tenant_id = %(tenant)s GROUP BY 1"))
    runs = dict(account.sql("SELECT status, count(*) FROM run WHERE tenant_id = %(tenant)s GROUP BY 1"))
    stack.start("jobs")
    ledger.settle(account)

    # Two rounds of calls of a second each are about what passes until the signal is heard.
    assert left["queued"] > 60
    assert left.keys() == {"succeeded", "queued"}
    assert runs.keys() == {"succeeded"}
    assert system.records_per_job() == Counter(accepted)
    abandoned = "SELECT count(*) FROM run WHERE tenant_id = %(tenant)s AND status = 'abandoned'"
    assert account.sql(abandoned) == [(0,)]


def test_beat_and_maintenance_killed_are_back_and_what_is_scheduled_is_done(stack, account):
    before = stack.processes["beat"].pid
    echo = account.connect()
    failing = account.submit(echo, "echo", {"fail": "unavailable"}, max_runs=2)
    account.wait_for(failing, "retrying")

    stack.kill("beat")
    stack.kill("maintenance")

    assert account.wait_for(failing, timeout_s=45)["runs"] == 2
    assert stack.processes["beat"].pid != before
    assert psutil.pid_exists(stack.processes["beat"].pid)
