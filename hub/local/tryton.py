"""A real Tryton 8.2 ERP, in its own Python environment, with a small company in a SQLite file.

What is prepared (`prepare`, once, about 10 s) stays in `directory`: `venv/` and `prepared-….sqlite`, which is
named after what it was made from. A server works on its own copy of that database.
"""

import base64
import fcntl
import hashlib
import json
import os
import shutil
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hub.local.processes import Process, StackError, free_port, wait_until

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements-tryton.lock"
SETUP = Path(__file__).with_name("tryton_setup.py")


class Tryton:
    """One Tryton server on loopback.

    directory: the cache that all share. data: its own database and log, by default `directory/data`.
    """

    name = "tryton"
    database = "hub"
    username = "hub"
    # Known to everybody: this ERP listens on loopback only and holds nothing but what the demo puts there.
    password = "hub-demo-password"  # noqa: S105

    def __init__(self, directory: Path, *, data: Path | None = None, port: int | None = None) -> None:
        self.directory = directory.resolve()
        self.data = (data or self.directory / "data").resolve()
        self.port = port or free_port()
        self.process = Process(
            self.name,
            [str(self._python), "-m", "trytond.cli.__main__", "-d", self.database],
            log=self.data / "tryton.log",
            env=self._environment(),
            stage=1,
        )

    @property
    def url(self) -> str:
        """Base URL of the server, without the database."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def prepared(self) -> Path:
        """The prepared database; its name changes with the lock and the setup script."""
        made_from = hashlib.sha256(LOCK.read_bytes() + SETUP.read_bytes()).hexdigest()[:12]
        return self.directory / f"prepared-{made_from}.sqlite"

    def prepare(self, progress: Callable[[str], None] = lambda text: None) -> None:
        """Make the environment and the database unless they are there; tells `progress` each step.

        Raises StackError with the end of the failed program's output.
        """
        self.directory.mkdir(parents=True, exist_ok=True)
        with (self.directory / "lock").open("w") as lock:
            # A demo and a test run may start at the same moment.
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (self.prepared.exists() and self._python.exists()):
                self._make(progress)

    def start(self, *, fresh: bool = False, timeout_s: float = 30) -> None:
        """Start the server and wait until it answers. fresh: forget what an earlier one wrote in `data`."""
        self.data.mkdir(parents=True, exist_ok=True)
        database = self.data / f"{self.database}.sqlite"
        if fresh or not database.exists():
            for stale in self.data.glob(f"{self.database}.sqlite*"):
                stale.unlink()
            shutil.copyfile(self.prepared, database)
        self.process.start()
        wait_until(self.answers, self.process, timeout_s=timeout_s)

    def stop(self) -> None:
        """Stop the server; its database stays in `data`."""
        self.process.stop()

    def answers(self) -> bool:
        """Whether the server answers calls now."""
        try:
            return bool(self._ask("/rpc/", "common.server.version", []))
        except (OSError, ValueError):
            return False

    def orders_with_reference(self, reference: str) -> list[str]:
        """Numbers of the sales orders that carry this reference, asked of Tryton itself and not through the hub."""
        path = f"/{self.database}/rpc/"
        user, session, *_ = self._ask(path, "common.db.login", [self.username, {"password": self.password}])
        token = base64.b64encode(f"{self.username}:{user}:{session}".encode()).decode()
        domain = [["reference", "ilike", f"%{reference}%"]]
        params = [domain, 0, None, None, ["number"], {}]
        found = self._ask(path, "model.sale.sale.search_read", params, authorization=f"Session {token}")
        return [order["number"] for order in found]

    def _ask(self, path: str, method: str, params: list[Any], **headers: str) -> Any:
        """The result of one JSON-RPC call; OSError or ValueError when there is none."""
        call = json.dumps({"id": 0, "method": method, "params": params}).encode()
        request = urllib.request.Request(  # noqa: S310 our own loopback URL
            f"{self.url}{path}", data=call, headers={"Content-Type": "application/json", **headers}
        )
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            found = json.load(answer)
        if found.get("error"):
            raise ValueError(f"Tryton refused {method}: {found['error']}")
        return found["result"]

    @property
    def _python(self) -> Path:
        return self.directory / "venv" / "bin" / "python"

    def _environment(self) -> dict[str, str]:
        """Nothing of the caller's own Tryton or Python settings reaches the server."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("TRYTOND_", "PYTHON"))}
        return kept | {
            "TRYTOND_DATABASE__URI": "sqlite://",
            "TRYTOND_DATABASE__PATH": str(self.data),
            "TRYTOND_WEB__LISTEN": f"127.0.0.1:{self.port}",
            "TRYTOND_WEB__ROOT": "",
        }

    def _make(self, progress: Callable[[str], None]) -> None:
        progress("installing Tryton 8.2 into its own environment")
        uv = [sys.executable, "-m", "uv"]
        venv = str(self.directory / "venv")
        _run([*uv, "venv", "--quiet", "--clear", "--python", sys.executable, venv], env=_uv_environment())
        sync = [*uv, "pip", "sync", "--quiet", "--require-hashes", "--python", venv, str(LOCK)]
        _run(sync, env=_uv_environment())
        for outdated in self.directory.glob("prepared-*.sqlite"):
            outdated.unlink()
        self._fill(progress)

    def _fill(self, progress: Callable[[str], None]) -> None:
        """Build the database beside its final place: an interrupted run leaves nothing half done there."""
        work = self.directory / f"filling-{os.getpid()}"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            _run(
                [str(self._python), str(SETUP), str(work), self.database, self.username, self.password],
                env=self._environment(),
                progress=progress,
            )
            os.replace(work / f"{self.database}.sqlite", self.prepared)
        finally:
            shutil.rmtree(work, ignore_errors=True)


def _uv_environment() -> dict[str, str]:
    """As scripts/_bootstrap: the system's certificates count, and a home that is not ours gets no cache."""
    added = {}
    if ssl.get_default_verify_paths().cafile:
        added["UV_SYSTEM_CERTS"] = "1"
    if not os.access(Path.home(), os.W_OK):
        added["UV_NO_CACHE"] = "1"
    return dict(os.environ) | added


def _run(
    command: Sequence[str],
    *,
    env: dict[str, str] | None = None,
    progress: Callable[[str], None] = lambda text: None,
) -> None:
    """Run a program to its end, each line printed to `progress`; StackError with the last ones if it fails."""
    lines: list[str] = []
    with subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as child:
        assert child.stdout  # noqa: S101 a pipe was asked for
        for line in child.stdout:
            lines.append(line.rstrip())
            progress(lines[-1])
    if child.returncode:
        raise StackError(f"{Path(command[0]).name} failed preparing Tryton:\n" + "\n".join(lines[-15:]))
