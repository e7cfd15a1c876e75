"""Lanes of deleted endpoints go; those that anybody needs stay."""

import pytest

from hub import db
from hub.delivery import endpoints, old_lanes
from hub.delivery.models import Endpoint
from tests.delivery.conftest import states

LONG_AGO = "UPDATE endpoint SET deleted_at = now() - interval '25 hours' WHERE id = %s"


def has_lane(endpoint: Endpoint) -> bool:
    return db.row("SELECT 1 FROM lane WHERE id = %s", (endpoint.id,)) is not None


@pytest.fixture
def deleted(tenant, make_endpoint):
    def make(path: str) -> Endpoint:
        endpoint = make_endpoint(path)
        endpoints.delete(tenant.id, endpoint.id)
        return endpoint

    return make


def test_a_lane_goes_a_day_after_its_endpoint(make_endpoint, deleted, publish, drain):
    live, lately, long_ago = make_endpoint("/live"), deleted("/lately"), deleted("/long-ago")
    db.execute(LONG_AGO, (long_ago.id,))

    forgotten = old_lanes.forget_old()
    publish()
    drain()

    assert forgotten == 1
    assert [has_lane(each) for each in (live, lately, long_ago)] == [True, True, False]
    assert states(live) == {"delivered": 1}


def test_a_lane_with_an_owner_or_something_pending_stays(make_endpoint, publish, deleted):
    owned, owes = deleted("/owned"), make_endpoint("/owes")
    publish()
    db.execute("UPDATE lane SET leased_until = now() + interval '1 minute' WHERE id = %s", (owned.id,))
    for endpoint in (owned, owes):
        db.execute(LONG_AGO, (endpoint.id,))

    assert old_lanes.forget_old() == 0
    assert has_lane(owned)
    assert has_lane(owes)
