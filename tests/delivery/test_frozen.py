"""A sender that slept through its lease and wakes while another one sends in its place."""

import json
import time

import pytest

from hub import db
from tests.delivery.conftest import states
from tests.frozen import LEASE_S, Frozen


@pytest.mark.parametrize(("ordered", "place"), [(True, "fetch"), (True, "start"), (False, "fetch")])
def test_what_was_about_to_leave_does_not_leave_any_more(
    postgres, make_endpoint, publish, drain, receiver, ordered, place
):
    endpoint = make_endpoint(ordered=ordered)
    publish(count=20)

    with Frozen("deliveries", place, database_url=postgres.url(db.connection.settings_dict["NAME"])) as sender:
        assert receiver.requests == []
        time.sleep(LEASE_S)
        drain()
        assert states(endpoint) == {"delivered": 20}
        sender.wake()

    assert [json.loads(request.body)["data"]["n"] for request in receiver.received("/hook")] == [*range(20)]
    assert db.row("SELECT count(*), bool_or(stale) FROM attempt WHERE endpoint_id = %s", (endpoint.id,)) == (20, False)


@pytest.mark.parametrize("ordered", [True, False])
def test_what_nobody_else_has_taken_is_sent_by_whoever_slept(postgres, make_endpoint, publish, receiver, ordered):
    endpoint = make_endpoint(ordered=ordered)
    publish(count=20)

    with Frozen("deliveries", "fetch", database_url=postgres.url(db.connection.settings_dict["NAME"])) as sender:
        time.sleep(LEASE_S)
        sender.wake()

    assert len(receiver.received("/hook")) == 20
    assert states(endpoint) == {"delivered": 20}
    assert db.row("SELECT max(tried) FROM delivery WHERE endpoint_id = %s", (endpoint.id,)) == (1,)
