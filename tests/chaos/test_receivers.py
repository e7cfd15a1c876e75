"""Receivers that misbehave harm nobody but themselves."""

import pytest

from tests.chaos import ledger
from tests.receiver import Answer, drip_body, drip_headers, hang
from tests.stacks import until

pytestmark = pytest.mark.chaos


def test_receivers_that_drip_and_hang_do_not_stop_the_others(account, receiver):
    for path, play in (("/drips", drip_body), ("/creeps", drip_headers), ("/hangs", hang)):
        receiver.answer(path, Answer(play=play))
        account.endpoint(receiver.url(path), event_types=["job.succeeded"], retry_schedule_s=[], timeout_s=8)
    good = account.endpoint(receiver.url("/good"), event_types=["job.succeeded"])
    echo = account.connect(max_in_flight=100)
    accepted = account.submit_many(echo, "echo", ({"message": n} for n in range(60)))

    # Before the first of the others has been given up.
    until(lambda: account.deliveries(good["id"]) == {"delivered": 60}, "the good one has all", timeout_s=7)

    assert account.sql("SELECT count(*) FROM delivery WHERE tenant_id = %(tenant)s AND status = 'dead'") == [(0,)]
    assert len(receiver.received("/good")) == len(accepted)
    assert ledger.repeats(receiver.requests) == 0
