"""Servers that the tests share: started at first use, so that `-m pure` starts none."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import django
import pytest

from hub.local.postgres import Postgres
from hub.local.valkey import Valkey

HERE = Path(__file__).parent
# Django reads its settings while pytest collects, before any fixture: the addresses are fixed here, the servers come later.
FOLDER = Path(tempfile.mkdtemp(prefix="hub-tests-"))
POSTGRES = Postgres(FOLDER / "pg")
VALKEY = Valkey(FOLDER / "valkey")
os.environ |= {
    "DJANGO_SETTINGS_MODULE": "hub.settings",
    "HUB_DATABASE_URL": POSTGRES.url(),
    "HUB_REDIS_URL": VALKEY.url,
    "HUB_LOG_JSON": "false",
}
# The conftests below import models, and pytest loads them before pytest-django would set Django up.
django.setup()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With `-n 2 --dist loadgroup` a folder's tests stay together: they share servers and caches."""
    for item in items:
        item.add_marker(pytest.mark.xdist_group(item.path.relative_to(HERE).parts[0]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes() -> None:
    """Each worker of xdist has servers of its own: its settings must not be read before its conftest has named them."""
    del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_unconfigure() -> None:
    """The servers are stopped by their fixtures; their files go last."""
    shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A running PostgreSQL with an empty database `hub`; the address is in HUB_DATABASE_URL."""
    POSTGRES.start()
    yield POSTGRES
    POSTGRES.stop()


@pytest.fixture(scope="session")
def valkey() -> Iterator[Valkey]:
    """A running Valkey; the address is in HUB_REDIS_URL."""
    VALKEY.start()
    yield VALKEY
    VALKEY.stop()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres: Postgres, valkey: Valkey) -> None:
    """pytest-django asks for this before it makes the test database: the servers must run by then."""


@pytest.fixture
def quick_hashes(settings) -> None:
    """Real hashes of passwords, of few rounds: for tests that make many of them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
