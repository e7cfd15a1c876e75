"""The embedded PostgreSQL keeps its promises through stops, kills and leftovers."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from hub.local.postgres import SOCKET_DIR_BYTES, Postgres, shared_buffers_mib
from hub.local.processes import StackError


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Postgres]:
    postgres = Postgres(tmp_path / "pg")
    postgres.start()
    yield postgres
    postgres.stop()


def remember(server: Postgres, word: str) -> None:
    with psycopg.connect(server.url()) as connection:
        connection.execute("create table if not exists words (word text)")
        connection.execute("insert into words values (%s)", [word])


def remembered(server: Postgres) -> list[str]:
    with psycopg.connect(server.url()) as connection:
        return [row[0] for row in connection.execute("select word from words order by word")]


@pytest.mark.pure
@pytest.mark.parametrize(("memory_gib", "mib"), [(0.5, 128), (2, 256), (8, 1024), (64, 1024)])
def test_cache_is_an_eighth_of_the_memory_within_bounds(memory_gib: float, mib: int) -> None:
    assert shared_buffers_mib(int(memory_gib * 2**30)) == mib


def test_data_port_and_password_survive_a_restart(server: Postgres) -> None:
    url = server.url()
    remember(server, "kept")

    server.stop()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url)
    server.start()

    assert server.url() == url
    assert remembered(server) == ["kept"]


def test_a_killed_server_starts_again_with_what_was_committed(server: Postgres) -> None:
    remember(server, "committed")

    server.process.kill(signal.SIGKILL)
    server.process.stop()
    assert (server.data / "postmaster.pid").exists()
    server.start()

    assert remembered(server) == ["committed"]


def test_a_lock_file_whose_number_belongs_to_somebody_else_is_no_obstacle(server: Postgres) -> None:
    server.stop()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as somebody:
        (server.data / "postmaster.pid").write_text(f"{somebody.pid}\n{server.data}\n1\n{server.port}\n\n\n")

        server.start()

        assert server.ready()
        assert somebody.poll() is None
        somebody.communicate(b"\n")


def test_a_server_that_outlived_its_supervisor_is_replaced(server: Postgres) -> None:
    remember(server, "kept")
    first = server.process.pid

    second = Postgres(server.directory)
    second.start()

    assert second.process.pid != first
    assert remembered(second) == ["kept"]
    second.stop()


def test_nobody_gets_in_without_the_password(server: Postgres) -> None:
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://hub@127.0.0.1:{server.port}/hub")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://hub@/hub?host={server.directory}&port={server.port}")
    assert stat.S_IMODE((server.directory / "password").stat().st_mode) == 0o600


def test_a_folder_too_deep_for_a_socket_is_reached_by_tcp(tmp_path: Path) -> None:
    deep = Postgres(tmp_path / ("deep" * (SOCKET_DIR_BYTES // 4)))
    deep.start()

    assert "127.0.0.1" in deep.url()
    assert deep.ready()
    deep.stop()


def test_durability_is_on_and_version_is_18_or_newer(server: Postgres) -> None:
    with psycopg.connect(server.url()) as connection:
        assert connection.execute("show fsync").fetchone() == ("on",)
        assert connection.execute("show synchronous_commit").fetchone() == ("on",)
        assert connection.info.server_version >= 180000


def test_a_server_that_cannot_start_says_why_in_its_own_words(tmp_path: Path) -> None:
    broken = Postgres(tmp_path / "pg", settings={"shared_buffers": "plenty"})

    with pytest.raises(StackError, match="shared_buffers"):
        broken.start()

    broken.stop()
    assert not broken.alive()


ONE_START = """
import pathlib, sys
from hub.local.postgres import Postgres
server = Postgres(pathlib.Path(sys.argv[1]))
try:
    server.start()
    print("ready" if server.ready() else "not ready")
finally:
    server.stop()
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to become somebody else")
@pytest.mark.parametrize("reachable", [True, False])
def test_root_without_user_namespaces_becomes_nobody_or_says_what_is_in_the_way(reachable: bool) -> None:
    """As in most containers. Not in pytest's folder: that is closed to everybody else on purpose."""
    with tempfile.TemporaryDirectory() as tools, tempfile.TemporaryDirectory() as place:
        for tool in ("setpriv", "true", "test"):
            Path(tools, tool).symlink_to(shutil.which(tool) or "")
        Path(place).chmod(0o711 if reachable else 0o700)
        folder = Path(place) / "hub" / "pg"
        folder.parent.mkdir(mode=0o700)

        done = subprocess.run(
            [sys.executable, "-c", ONE_START, str(folder)], env={"PATH": tools}, capture_output=True, text=True
        )

        if reachable:
            assert done.stdout == "ready\n", done.stderr
        else:
            assert f"who cannot reach {folder}" in done.stderr
