"""`hub up` with the console, as an operator meets it."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import psutil
import pytest

from hub.local.console_build import Build
from hub.local.processes import free_port
from tests.stacks import until

pytestmark = pytest.mark.timeout(900)
ENV = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}


def of_port(port: int) -> psutil.Process | None:
    """The process that listens there."""
    found = (each for each in psutil.net_connections("tcp") if each.status == "LISTEN" and each.laddr.port == port)
    pid = next((each.pid for each in found), None)
    return psutil.Process(pid) if pid else None


def test_its_operator_signs_in_a_killed_console_comes_back_and_keeps_the_session(build: Build, tmp_path: Path) -> None:
    port = free_port()
    ports = ["--port", str(free_port()), "--stream-port", str(free_port()), "--console-port", str(port)]
    output = tmp_path / "output"
    with output.open("wb") as sink:
        command = [sys.executable, "-m", "hub.cli", "up", "--dir", str(tmp_path / "hub"), *ports]
        hub = subprocess.Popen(command, stdout=sink, stderr=subprocess.STDOUT, env=ENV)
    try:
        until(lambda: "Ctrl-C stops everything" in output.read_text() or hub.poll() is not None, "up", timeout_s=90)
        shown = re.search(r"Console +(\S+)\n[\s\S]*Operator +(\S+) +password (\S+)", output.read_text())
        assert shown, output.read_text()
        with httpx.Client(base_url=shown[1], trust_env=False, timeout=30) as browser:
            credentials = {"email": shown[2], "password": shown[3]}
            signed_in = browser.post("/session", json=credentials, headers={"Origin": shown[1]})
            assert signed_in.status_code == 204
            server = of_port(port)
            assert server is not None
            assert server.memory_info().rss < 300_000_000

            server.kill()

            until(lambda: "console died (exit code -9)" in output.read_text(), "it is said", timeout_s=30)
            until(lambda: of_port(port), "the console is back", timeout_s=30)
            assert browser.get("/api/v1/me").json()["email"] == shown[2]
    finally:
        hub.send_signal(signal.SIGINT)
        hub.wait(60)
    assert re.findall(r"Stopping (\w+)", output.read_text())[0] == "console"
    assert of_port(port) is None
