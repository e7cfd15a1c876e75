"""One whole stack for all journeys: real PostgreSQL, Valkey, API, stream and Celery workers, and a real Tryton."""

from collections.abc import Iterator

import pytest

from hub.local.supervisor import Stack
from hub.local.tryton import Tryton
from tests.erp import tryton  # noqa: F401 a fixture
from tests.proxies import Proxy
from tests.receiver import Receiver
from tests.stacks import Account


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("journeys") / "hub") as running:
        yield running


@pytest.fixture
def account(stack: Stack) -> Iterator[Account]:
    with Account(stack) as fresh:
        yield fresh


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


@pytest.fixture
def proxy(tryton: Tryton) -> Iterator[Proxy]:  # noqa: F811
    """On the way to Tryton, and able to lose answers."""
    with Proxy(tryton.url) as running:
        yield running


@pytest.fixture
def erp(account: Account, tryton: Tryton, proxy: Proxy) -> str:  # noqa: F811
    """A connection to Tryton through the proxy."""
    return account.connect(
        "tryton",
        base_url=proxy.url,
        config={"database": tryton.database},
        credentials={"username": tryton.username, "password": tryton.password},
    )
