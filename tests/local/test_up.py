"""`hub up` as a person meets it: one command, a line to paste, clear errors, and nothing left behind."""

import json
import os
import re
import shlex
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from hub.local.files import lock
from hub.local.processes import free_port

# PATH and the like, but nothing that would send the stack to the tests' own servers.
ENV = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}


def hub_up(folder: Path, *more: str, port: int | None = None) -> list[str]:
    ports = ["--port", str(port or free_port()), "--stream-port", str(free_port())]
    return [sys.executable, "-m", "hub.cli", "up", "--dir", str(folder), *ports, *more]


def until(condition: Callable[[], bool], *, timeout_s: float) -> None:
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.05)


class Up:
    """A running `hub up` and what it has printed so far."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._output = folder.with_name("output")
        with self._output.open("wb") as sink:
            self.process = subprocess.Popen(hub_up(folder), stdout=sink, stderr=subprocess.STDOUT, env=ENV)
        until(lambda: "Ctrl-C stops everything" in self.output or self.process.poll() is not None, timeout_s=90)
        assert self.process.poll() is None, self.output
        self.everybody = psutil.Process(self.process.pid).children(recursive=True)

    @property
    def output(self) -> str:
        return self._output.read_text()

    @property
    def left(self) -> list[psutil.Process]:
        return [p for p in self.everybody if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]


@pytest.fixture
def up(tmp_path: Path) -> Iterator[Up]:
    running = Up(tmp_path / "hub")
    yield running
    running.process.terminate()
    running.process.wait()


def test_the_printed_line_works_and_ctrl_c_stops_everything_in_order(up: Up) -> None:
    pasted = re.search(r"Try: +(curl .*)", up.output)
    assert pasted
    answer = subprocess.run(shlex.split(pasted[1]), capture_output=True, check=True)
    assert json.loads(answer.stdout)["data"]

    up.process.send_signal(signal.SIGINT)

    assert up.process.wait(60) == 0
    assert up.left == []
    stops = re.findall(r"Stopping (\w+)", up.output)
    assert stops[0] == "api"
    assert stops[-2:] == ["valkey", "postgres"]
    assert "Traceback" not in up.output


def test_killed_with_sigkill_it_leaves_no_process_behind(up: Up) -> None:
    assert len(up.everybody) > 8

    up.process.kill()
    up.process.wait()

    until(lambda: up.left == [], timeout_s=30)


def test_a_killed_worker_is_started_again_and_says_so(up: Up) -> None:
    victim = next(p for p in psutil.Process(up.process.pid).children() if "jobs@local" in p.cmdline())

    victim.kill()

    until(lambda: "jobs died (exit code -9); starting it again" in up.output, timeout_s=20)
    children = psutil.Process(up.process.pid).children
    until(lambda: any("jobs@local" in p.cmdline() and p.pid != victim.pid for p in children()), timeout_s=20)
    up.everybody = psutil.Process(up.process.pid).children(recursive=True)


def test_the_key_is_kept_for_its_owner_only_and_survives_a_restart(up: Up) -> None:
    file = up.folder / "local.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(up.folder.stat().st_mode) == 0o700
    key = json.loads(file.read_text())["api_key"]
    up.process.terminate()
    assert up.process.wait(60) == 0

    again = Up(up.folder)

    assert key in again.output
    again.process.terminate()
    again.process.wait()


def refused(command: list[str], **changes: str) -> str:
    done = subprocess.run(command, env=ENV | changes, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()[-1]


def test_a_taken_port_is_named_with_the_option_that_changes_it(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        line = refused(hub_up(tmp_path / "hub", port=port))

    assert line == f"Error: port {port} is taken by another program; choose another one with --port"


def test_a_second_hub_in_one_folder_is_refused_and_names_the_first(tmp_path: Path) -> None:
    with lock(tmp_path):
        line = refused(hub_up(tmp_path))
        reset = refused(hub_up(tmp_path, "--reset"))

    expected = f"Error: a hub is running in {tmp_path} already (process {os.getpid()}); stop it, or use --dir"
    assert line == expected
    assert reset == expected


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    line = refused(hub_up(tmp_path / "file" / "hub"))

    assert line == f"Error: {tmp_path}/file/hub cannot be used: Not a directory; choose another folder with --dir"


def test_a_database_that_does_not_answer_is_one_line_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://hub:pa55word@127.0.0.1:{free_port()}/hub"

    done = subprocess.run(hub_up(tmp_path), env=ENV | {"HUB_DATABASE_URL": url}, capture_output=True, text=True)

    assert done.returncode == 1
    assert "Error: the database could not be migrated" in done.stderr
    assert "pa55word" not in done.stderr
