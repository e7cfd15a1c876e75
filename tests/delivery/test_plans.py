"""What PostgreSQL makes of the hot statements when it does not know how much they are given, as drains ask it to plan."""

import re
from collections.abc import Callable, Iterator

import pytest

from hub.delivery import fetching, outcomes
from tests.planning import KNOWN, Planner, planner

TABLES = ("delivery", "endpoint", "lane", "event", "attempt")


@pytest.fixture(params=KNOWN.values(), ids=KNOWN.keys())
def planned(request: pytest.FixtureRequest, make_endpoint: Callable, publish: Callable) -> Iterator[Planner]:
    """Of tables that have some pages, as whoever fetches or writes finds them."""
    make_endpoint()
    publish(count=300)
    with planner() as planned:
        planned.as_drains()
        planned.state(*TABLES, known=request.param)
        yield planned


def test_results_are_written_without_comparing_each_attempt_with_each(planned: Planner) -> None:
    plan = planned.generic(outcomes.WRITE)

    assert "hashed SubPlan" in plan
    assert "Join Filter" not in plan


@pytest.mark.parametrize("dropped", ["", "delivery_pkey", "delivery_page"])
def test_deliveries_are_written_by_a_whole_key_of_whatever_index_is_taken(planned: Planner, dropped: str) -> None:
    """Statistics that are behind make any of them look best."""
    if dropped:
        planned.drop(dropped)
    plan = planned.generic(outcomes.WRITE)

    condition = re.search(r"Index Scan using (\w+) on delivery d .*\n\s+Index Cond: (.*)", plan)
    assert condition, plan
    assert condition[1] != dropped
    columns = {"delivery_pkey": 1, "delivery_page": 2, "delivery_endpoint_page": 2}
    assert condition[2].count(" = ") == columns[condition[1]]


def test_lanes_are_read_once_whatever_is_known_of_endpoints_and_events(planned: Planner) -> None:
    planned.state("endpoint", known=(1, 1))
    plan = planned.generic(fetching.FETCH)

    assert "Join Filter" not in plan
    assert plan.index("Scan using delivery_due on delivery d") < plan.index(" on endpoint p") < plan.index(" on event")
    assert "(id = d.endpoint_id)" in plan
