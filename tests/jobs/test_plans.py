"""What PostgreSQL makes of the hot statement of jobs when it does not know how much it is given."""

import re
from collections.abc import Callable, Iterator

import pytest

from hub.jobs import lifecycle
from hub.jobs.models import Connection
from tests.planning import KNOWN, Planner, planner

# With one row a page a table is read whole until it has some hundred, which costs nothing.
STATES = [state for state in KNOWN if state != "had-a-row"]


@pytest.fixture(params=STATES)
def planned(request: pytest.FixtureRequest, submit_job: Callable, echo: Connection) -> Iterator[Planner]:
    for n in range(20):
        submit_job(echo, "echo", {"message": str(n)})
    with planner() as planned:
        planned.as_drains()
        planned.state("job", known=KNOWN[request.param])
        yield planned


def test_jobs_are_moved_by_a_whole_key(planned: Planner) -> None:
    """Indexes that merely end with the id are read whole, or page after page."""
    plan = planned.generic(lifecycle.MOVE)

    condition = re.search(r"Index Scan using (\w+) on job j .*\n\s+Index Cond: (.*)", plan)
    assert condition, plan
    assert (condition[1], condition[2]) == ("job_pkey", "(id = m.id)")
