"""The real ERP beside the hub: prepared once, started quickly, gone when stopped."""

import sqlite3
import time
from contextlib import closing

import psutil
import pytest

from hub.local import tryton as module
from hub.local.processes import StackError
from hub.local.tryton import Tryton
from tests.erp import CACHE


@pytest.fixture
def server(tmp_path):
    made = Tryton(CACHE, data=tmp_path)
    made.prepare()
    yield made
    made.stop()


def test_what_is_prepared_is_not_prepared_again(server: Tryton):
    steps: list[str] = []

    server.prepare(steps.append)

    assert steps == []
    assert server.prepared.stat().st_size > 1_000_000


def test_it_answers_within_seconds_and_ends_when_stopped(server: Tryton):
    began = time.monotonic()
    server.start()
    assert time.monotonic() - began < 10

    process = psutil.Process(server.process.pid)
    assert server.answers()
    server.stop()

    assert not process.is_running()
    assert not server.answers()


def test_its_data_survives_a_stop_unless_it_starts_afresh(server: Tryton):
    server.start()
    server.stop()
    with closing(sqlite3.connect(server.data / f"{server.database}.sqlite")) as database:
        database.execute("CREATE TABLE marked (id)")

    server.start()
    server.stop()
    assert "marked" in tables(server)

    server.start(fresh=True)
    assert "marked" not in tables(server)


def tables(server: Tryton) -> set[str]:
    with closing(sqlite3.connect(server.data / f"{server.database}.sqlite")) as database:
        return {name for (name,) in database.execute("SELECT name FROM sqlite_master")}


def test_a_failed_preparation_says_why_and_leaves_nothing_half_done(tmp_path, monkeypatch):
    lock = tmp_path / "broken.lock"
    lock.write_text("no-such-package-of-the-hub @ file:///nowhere\n")
    monkeypatch.setattr(module, "LOCK", lock)
    server = Tryton(tmp_path / "cache")

    with pytest.raises(StackError, match="failed preparing Tryton"):
        server.prepare()

    assert not server.prepared.exists()
