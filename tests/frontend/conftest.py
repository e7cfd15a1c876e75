"""The front end's own tools, run by pytest so that one command runs everything. What is missing is installed once."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hub.local import console_build

OFFLINE = Path(__file__).with_name("offline.py")
# Where a browser may be already; a machine of its own (CI's) gets Debian's.
BROWSERS = ("chromium", "google-chrome", "chromium-browser")

Npm = Callable[..., None]


def missing(what: str) -> None:
    """Fails where the run is to be complete (`.ci/run` sets HUB_TEST_COMPLETE), else skips."""
    if os.environ.get("HUB_TEST_COMPLETE"):
        pytest.fail(what, pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def npm() -> Npm:
    """Runs an npm command in frontend/; when it fails, so does the test, with the end of what it printed."""
    if why := console_build.obstacle():
        missing(f"the front end cannot be tested here: {why}")
    console_build.install(print)

    def run(*arguments: str, timeout_s: float = 300, **env: str) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("HUB_")}
        done = subprocess.run(
            ["npm", "--silent", *arguments],
            cwd=console_build.FRONTEND,
            env=environment | {"NEXT_TELEMETRY_DISABLED": "1", "CI": "1", "NO_COLOR": "1"} | env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        print(done.stdout)
        if done.returncode:
            pytest.fail(f"npm {' '.join(arguments)}:\n{done.stdout[-8000:]}", pytrace=False)

    return run


@pytest.fixture(scope="session")
def build(npm: Npm, tmp_path_factory: pytest.TempPathFactory) -> Iterator[console_build.Build]:
    """The console's production build, made by an npm without a network (unless these sources were built before)."""
    folder = tmp_path_factory.mktemp("offline")
    script = folder / "npm"
    script.write_text(f'#!/bin/sh\nexec {" ".join(_without_network())} "{shutil.which("npm")}" "$@"\n')
    script.chmod(0o755)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", str(folder), prepend=os.pathsep)
        made = console_build.Build(print)
    yield made
    made.close()


def _without_network() -> list[str]:
    """A network namespace with nothing but a loopback device, where that is allowed; else proxies that nobody serves."""
    for options in (["-n"], ["-rn"]):
        if subprocess.run(["unshare", *options, "true"], capture_output=True, check=False).returncode == 0:
            return ["unshare", *options, "python3", str(OFFLINE)]
    return ["env", "HTTP_PROXY=http://127.0.0.1:9", "HTTPS_PROXY=http://127.0.0.1:9", "NODE_USE_ENV_PROXY=1"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; on a Debian where we are root, it is installed."""
    named = os.environ.get("HUB_CHROMIUM")
    if found := named or _browser() or _installed_browser():
        return found
    missing("there is no Chromium here: install it, or name one by HUB_CHROMIUM")
    raise AssertionError


def _browser() -> str | None:
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def _installed_browser() -> str | None:
    if os.geteuid() or not shutil.which("apt-get"):
        return None
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "chromium"]):
        subprocess.run(["apt-get", *command], env=env, capture_output=True, check=False, timeout=300)
    return _browser()
