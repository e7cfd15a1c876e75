"""A stack that is broken on purpose. Its leases last 6 s instead of 30: everything that waits for one is five times as quick.

test_restart.py does without that and shows the default's bound.
"""

from collections.abc import Iterator

import pytest

from hub.local.programs import answers
from hub.local.supervisor import Stack
from hub.local.tryton import Tryton
from tests.chaos.systems import SlowRecords, running
from tests.connectors.records import TOKEN
from tests.erp import tryton  # noqa: F401 a fixture
from tests.proxies import Proxy
from tests.receiver import Receiver
from tests.stacks import Account, until

LEASE_S = 6


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("chaos") / "hub", env={"HUB_LEASE_S": str(LEASE_S)}) as running_stack:
        yield running_stack


@pytest.fixture
def account(stack: Stack) -> Iterator[Account]:
    """A tenant of its own, once the stack is whole again after an earlier test."""
    whole = [process for name, process in stack.processes.items() if name != "api"]
    until(
        lambda: all(process.alive() for process in whole) and answers(stack.api_port, "/readyz"),
        "the stack is whole",
        timeout_s=60,
    )
    with Account(stack) as fresh:
        yield fresh


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as listening:
        yield listening


@pytest.fixture
def system() -> Iterator[SlowRecords]:
    """A REST system that keeps records, as slowly as it is told to."""
    with running() as server:
        yield server


@pytest.fixture
def rest(account: Account, system: SlowRecords) -> str:
    """A connection to it that takes 50 calls at once."""
    return account.connect("http", base_url=system.url, credentials={"bearer": TOKEN}, max_in_flight=50)


@pytest.fixture
def proxy(tryton: Tryton) -> Iterator[Proxy]:  # noqa: F811
    """On the way to Tryton, and able to lose answers."""
    with Proxy(tryton.url) as between:
        yield between


@pytest.fixture
def erp(account: Account, tryton: Tryton, proxy: Proxy) -> str:  # noqa: F811
    """A connection to Tryton through the proxy."""
    return account.connect(
        "tryton",
        base_url=proxy.url,
        config={"database": tryton.database},
        credentials={"username": tryton.username, "password": tryton.password},
    )
