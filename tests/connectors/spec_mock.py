"""Prism over a vendor's own OpenAPI document: it refuses each request that the document does not allow.

Installed once into .hub/prism from the lock file beside this module. The documents are data of the machine, not of the
repository: HUB_TEST_SPECS names their folder, by default the one beside the checkout.
"""

import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from hub.local.processes import free_port
from tests.stacks import until

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(__file__).with_name("prism")
CACHE = ROOT / ".hub" / "prism"
SPECS = Path(os.environ.get("HUB_TEST_SPECS", ROOT.parent / "shared" / "specs"))


def spec(name: str) -> Path:
    """A vendor's document; skips the test where it is not there."""
    path = SPECS / name
    if not path.exists():
        pytest.skip(f"{name} is not in {SPECS.name}/ (HUB_TEST_SPECS names the folder)")
    return path


@contextmanager
def mock(document: Path) -> Iterator[str]:
    """A running mock of the document; its base URL. Skips where node or its packages are not to be had."""
    program = _installed()
    port = free_port()
    with (CACHE / "prism.log").open("wb") as log:
        process = subprocess.Popen(
            ["node", str(program), "mock", "--errors", "-h", "127.0.0.1", "-p", str(port), str(document)],
            stdout=log,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )
        try:
            until(lambda: _listens(port) or process.poll() is not None, "the mock to listen", timeout_s=45)
            if process.poll() is not None:
                pytest.skip(f"the mock does not start here (node ended with {process.returncode})")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _installed() -> Path:
    """Prism's program, installed from the lock file if it is not there in this version yet."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("there is no node on this machine")
    program = CACHE / "node_modules" / "@stoplight" / "prism-cli" / "dist" / "index.js"
    lock = (PACKAGE / "package-lock.json").read_bytes()
    mark = CACHE / "installed"
    wanted = hashlib.sha256(lock).hexdigest()
    if program.exists() and mark.exists() and mark.read_text() == wanted:
        return program
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as only:
        fcntl.flock(only, fcntl.LOCK_EX)
        if not (program.exists() and mark.exists() and mark.read_text() == wanted):
            _install()
            mark.write_text(wanted)
    return program


def _install() -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(PACKAGE / name, CACHE / name)
    command = ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        done = subprocess.run(command, cwd=CACHE, capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("npm cannot install the mock here within 60 s")
    if done.returncode:
        pytest.skip(f"npm cannot install the mock here: {done.stderr.decode(errors='replace').strip()[-200:]}")
