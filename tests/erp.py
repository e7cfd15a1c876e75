"""A real Tryton for the tests. Import the fixture into the conftest of the folder that needs it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.local.tryton import ROOT, Tryton

CACHE = ROOT / ".hub" / "tryton"


@pytest.fixture(scope="session")
def tryton(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tryton]:
    """A running server with a database of its own; what is slow to make is kept in `.hub/tryton`."""
    server = Tryton(CACHE, data=Path(tmp_path_factory.mktemp("tryton")))
    server.prepare()
    server.start()
    yield server
    server.stop()
