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

import httpx
import psutil
import pytest

from hub.local.files import lock
from hub.local.processes import free_port

# PATH and the like, but nothing that would send the stack to the tests' own servers.
ENV = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}
HUB = [sys.executable, "-m", "hub.cli"]


def hub_up(folder: Path, *more: str, port: int | None = None) -> list[str]:
    ports = ["--port", str(port or free_port()), "--stream-port", str(free_port())]
    return [*HUB, "up", "--dir", str(folder), "--no-console", *ports, *more]


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
    def key(self) -> str:
        return json.loads((self.folder / "local.json").read_text())["api_key"]

    @property
    def left(self) -> list[psutil.Process]:
        return [p for p in self.everybody if p.is_running() and p.status() != psutil.STATUS_ZOMBIE]

    def end(self) -> None:
        self.process.terminate()
        self.process.wait()


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Up]:
    """In a folder named .hub, where the other commands look."""
    running = Up(tmp_path_factory.mktemp("local") / ".hub")
    yield running
    running.end()


def hub(up: Up, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A command run beside the folder of that hub."""
    return subprocess.run(
        [*HUB, *arguments], cwd=up.folder.parent, env=ENV | env, capture_output=True, text=True, timeout=60
    )


def test_the_line_to_paste_submits_a_job_and_the_commands_show_it(up: Up) -> None:
    pasted = re.search(r"Try: +(curl .*)", up.output)
    assert pasted
    accepted = json.loads(subprocess.run(shlex.split(pasted[1]), capture_output=True, check=True).stdout)

    until(lambda: json.loads(hub(up, "jobs", "--json").stdout)["status"] == "succeeded", timeout_s=20)

    assert accepted["id"] in hub(up, "jobs", "--status", "succeeded").stdout
    assert "job.succeeded" in hub(up, "events").stdout


def test_submit_waits_for_the_outcome_and_says_it_by_its_exit_code(up: Up) -> None:
    good = hub(up, "submit", "echo", "echo", '{"message": "hello"}')
    bad = hub(up, "submit", "echo", "echo", '{"fail": "validation"}')
    unknown = hub(up, "submit", "nothing", "echo")

    assert json.loads(good.stdout)["output"]["message"] == "hello"
    assert good.returncode == 0
    assert json.loads(bad.stdout)["status"] == "failed"
    assert bad.returncode == 1
    assert (
        unknown.stderr.splitlines()[-1] == "Error: Invalid value for CONNECTION: there is no connection named 'nothing'"
    )


def test_the_operator_of_the_summary_signs_in_as_admin_and_only_the_owner_reads_the_password(up: Up) -> None:
    shown = re.search(r"Operator +(\S+) +password (\S+)", up.output)
    assert shown
    noted = up.folder / "local.json"
    values = json.loads(noted.read_text())
    credentials = {"email": shown[1], "password": shown[2]}
    session = httpx.post(f"{values['url']}/api/v1/operators/token", json=credentials).raise_for_status().json()

    assert (session["role"], session["tenant"]["slug"]) == ("admin", "demo")
    assert (values["operator_email"], values["operator_password"]) == shown.groups()
    assert noted.stat().st_mode & 0o777 == 0o600


def test_keys_are_created_and_revoked_and_a_refusal_is_one_line(up: Up) -> None:
    assert hub(up, "tenant", "create", "Acme Inc").stdout == "acme-inc\n"
    key_id, token = hub(up, "key", "create", "--tenant", "acme-inc", "--scopes", "jobs:read").stdout.split()

    assert hub(up, "jobs", HUB_API_KEY=token).returncode == 0
    forbidden = hub(up, "deliveries", HUB_API_KEY=token)
    assert forbidden.returncode == 1
    assert forbidden.stderr.startswith("Error: 403 forbidden: ")
    assert forbidden.stderr.count("\n") == 1
    assert hub(up, "key", "revoke", key_id, "--tenant", "acme-inc").returncode == 0
    assert hub(up, "key", "revoke", key_id, "--tenant", "nobody").stderr == (
        "Error: There is no tenant with the slug 'nobody'.\n"
    )
    assert hub(up, "migrate").returncode == 0


def test_a_killed_worker_is_started_again_and_says_so(up: Up) -> None:
    children = psutil.Process(up.process.pid).children
    victim = next(p for p in children() if "jobs@local" in p.cmdline())

    victim.kill()

    until(lambda: "jobs died (exit code -9); starting it again" in up.output, timeout_s=20)
    until(lambda: any("jobs@local" in p.cmdline() and p.pid != victim.pid for p in children()), timeout_s=20)
    assert hub(up, "submit", "echo", "echo", '{"message": "again"}').returncode == 0


def test_ctrl_c_stops_in_order_a_second_start_keeps_the_key_and_sigkill_leaves_nothing(tmp_path: Path) -> None:
    first = Up(tmp_path / "hub")
    key = first.key
    assert stat.S_IMODE((first.folder / "local.json").stat().st_mode) == 0o600
    assert stat.S_IMODE(first.folder.stat().st_mode) == 0o700

    first.process.send_signal(signal.SIGINT)

    assert first.process.wait(60) == 0
    assert first.left == []
    stops = re.findall(r"Stopping (\w+)", first.output)
    assert stops[0] == "api"
    assert stops[-2:] == ["valkey", "postgres"]
    assert "Traceback" not in first.output

    second = Up(tmp_path / "hub")
    assert second.key == key
    assert len(second.everybody) > 8

    second.process.kill()
    second.process.wait()

    until(lambda: second.left == [], timeout_s=30)


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


def test_a_database_that_does_not_answer_is_one_error_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://hub:pa55word@127.0.0.1:{free_port()}/hub"

    done = subprocess.run(hub_up(tmp_path), env=ENV | {"HUB_DATABASE_URL": url}, capture_output=True, text=True)

    assert done.returncode == 1
    assert "Error: the database could not be migrated" in done.stderr
    assert "pa55word" not in done.stderr


def test_a_hub_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    url = f"http://127.0.0.1:{free_port()}"

    assert refused([*HUB, "jobs"], HUB_URL=url, HUB_API_KEY="hub_sk_x") == (
        f"Error: no hub answers at {url}; start one with `hub up`, or set HUB_URL"
    )
