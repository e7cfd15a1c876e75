"""The whole stack ended in the middle of its work, with the default lease of 30 s, and started again in its folder."""

import time

import pytest

from hub.local.supervisor import Stack
from tests.chaos import ledger
from tests.connectors.records import RECORD, TOKEN
from tests.stacks import Account

pytestmark = pytest.mark.chaos

LEASE_S = 30


@pytest.mark.timeout(240)
def test_a_stack_killed_at_work_goes_on_within_the_lease_when_it_is_started_again(tmp_path, system, receiver):
    system.before_s = 1.5
    with Stack(tmp_path / "hub") as first:
        account = Account(first)
        account.endpoint(receiver.url("/hook"))
        rest = account.connect("http", base_url=system.url, credentials={"bearer": TOKEN}, max_in_flight=20)
        accepted = account.submit_many(rest, "request", [RECORD] * 40, timeout_s=5)
        system.wait_for(10)
        for name in ("jobs", "deliveries", "beat", "maintenance", "api"):
            first.kill(name)
        killed_at = time.monotonic()

    with Stack(tmp_path / "hub", ports=(first.api_port, first.stream_port)) as second:
        account.stack = second
        ledger.settle(account, timeout_s=90)
        took_s = time.monotonic() - killed_at
        ledger.balance(account, accepted, receiver.requests, killed=200)

    account.http.close()
    assert set(system.records_per_job().values()) == {1}
    assert set(system.records_per_job()) == set(accepted)
    # The lease, a sweep, the search for what was under way, and starting everything on a busy machine.
    assert took_s < LEASE_S + 40
