"""A real BottleCRM 1.35 on loopback, with its own Python environment and its own PostgreSQL.

What is slow to make (environment 30 s, filled database 20 s, once) stays in `.hub/bottlecrm`; a server works on a copy.
"""

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from hub.local.postgres import Postgres
from hub.local.processes import Process, free_port, wait_until

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
CACHE = ROOT / ".hub" / "bottlecrm"
LOCK = HERE / "requirements.lock"
MADE_FROM = [LOCK, HERE / "prepare.py", HERE / "tables.py"]
# It is thrown away at the end; no power cut has to be survived.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "32MB"}
SECONDS_TO_INSTALL = 90
SECONDS_TO_FILL = 60
ROLE = "crm"


@dataclass(frozen=True)
class BottleCRM:
    """A running server. token: an administrator's. reader: of a token that may only read contacts. database: its URL."""

    url: str
    token: str
    reader: str
    org: str
    database: str

    def count(self, table: str, where: str, *values: str) -> int:
        """How many rows of a table, asked of the database as somebody whom the policies do not bind."""
        query = psycopg.sql.SQL("select count(*) from {} where " + where).format(psycopg.sql.Identifier(table))
        with psycopg.connect(self.database) as connection:
            found = connection.execute(query, values).fetchone()
        return int(found[0]) if found else 0


@contextmanager
def running() -> Iterator[BottleCRM]:
    """A running server with an organisation that has no records. Skips where there is no Python for it, or no packages."""
    prepared, known = _prepared()
    folder = Path(tempfile.mkdtemp(prefix="hub-bottlecrm-"))
    folder.chmod(0o711)
    try:
        # With its owners: PostgreSQL may run as somebody else.
        subprocess.run(["cp", "-a", str(prepared / "pg"), str(folder / "pg")], check=True)
        postgres = Postgres(folder / "pg", settings=CARELESS)
        postgres.start()
        try:
            yield from _served(postgres, folder, known)
        finally:
            postgres.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def bottlecrm() -> Iterator[BottleCRM]:
    """For the tests. Import it where it is needed."""
    with running() as server:
        yield server


def _served(postgres: Postgres, folder: Path, known: dict[str, str]) -> Iterator[BottleCRM]:
    port = free_port()
    command = [str(_python()), "-m", "gunicorn", "crm.wsgi", "--bind", f"127.0.0.1:{port}", "--threads", "4"]
    # It writes its logs where it stands.
    command += ["--chdir", str(folder)]
    env = _environment(postgres) | {"DJANGO_SETTINGS_MODULE": "crm.settings"}
    server = Process("bottlecrm", command, log=folder / "bottlecrm.log", env=env, stage=1)
    server.start()
    try:
        url = f"http://127.0.0.1:{port}"
        wait_until(lambda: _answers(url), server, timeout_s=60)
        yield BottleCRM(url, known["token"], known["reader"], known["org"], postgres.url("crm"))
    finally:
        server.stop()


def _prepared() -> tuple[Path, dict[str, str]]:
    """The folder with the filled database, made unless it is there, and what prepare.py has told."""
    made_from = hashlib.sha256(b"".join(path.read_bytes() for path in MADE_FROM)).hexdigest()[:12]
    prepared = CACHE / f"prepared-{made_from}"
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as only:
        fcntl.flock(only, fcntl.LOCK_EX)
        if not (prepared / "known.json").exists():
            _install(made_from)
            for outdated in CACHE.glob("prepared-*"):
                shutil.rmtree(outdated)
            prepared.mkdir(mode=0o711)
            _fill(prepared)
    return prepared, json.loads((prepared / "known.json").read_text())


def _install(made_from: str) -> None:
    mark = CACHE / "installed"
    if mark.exists() and mark.read_text() == made_from and _python().exists():
        return
    uv = [sys.executable, "-m", "uv"]
    _run([*uv, "venv", "--quiet", "--clear", "--python", _interpreter(), str(CACHE / "venv")])
    sync = [*uv, "pip", "sync", "--quiet", "--require-hashes", "--python", str(CACHE / "venv"), str(LOCK)]
    _run(sync)
    mark.write_text(made_from)


def _interpreter() -> str:
    """A Python of 3.12 or later: HUB_TEST_BOTTLECRM_PYTHON, on the path, or one of pyenv's."""
    named = os.environ.get("HUB_TEST_BOTTLECRM_PYTHON")
    paths = [named] if named else [shutil.which(f"python3.{minor}") for minor in (12, 13, 14)]
    paths += [str(path) for path in sorted(Path.home().glob(".pyenv/versions/3.1[2-9]*/bin/python"))]
    for path in paths:
        if path and not subprocess.run([path, "-c", "import ensurepip"], capture_output=True, check=False).returncode:
            return path
    pytest.skip(
        "BottleCRM 1.35 needs Python 3.12 or later, and there is none here (HUB_TEST_BOTTLECRM_PYTHON names one)"
    )


def _run(command: list[str]) -> None:
    added = {"UV_SYSTEM_CERTS": "1"} | ({} if os.access(Path.home(), os.W_OK) else {"UV_NO_CACHE": "1"})
    try:
        done = subprocess.run(
            command, env=dict(os.environ) | added, capture_output=True, timeout=SECONDS_TO_INSTALL, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"BottleCRM cannot be installed here within {SECONDS_TO_INSTALL} s")
    if done.returncode:
        pytest.skip(f"BottleCRM cannot be installed here: {done.stderr.decode(errors='replace').strip()[-200:]}")


def _fill(prepared: Path) -> None:
    postgres = Postgres(prepared / "pg", settings=CARELESS)
    postgres.start()
    try:
        with psycopg.connect(postgres.url("postgres"), autocommit=True) as connection:
            # Its policies bind the owner of the tables, but no superuser.
            connection.execute(f"create role {ROLE} login nosuperuser password '{ROLE}'")
            connection.execute(f"create database {ROLE} owner {ROLE}")
        env = _environment(postgres) | {"DJANGO_SETTINGS_MODULE": "tables", "PYTHONPATH": str(HERE)}
        told = subprocess.run(
            [str(_python()), str(HERE / "prepare.py")],
            env=env,
            cwd=prepared,
            capture_output=True,
            timeout=SECONDS_TO_FILL,
            check=False,
        )
    finally:
        postgres.stop()
    assert told.returncode == 0, told.stderr.decode(errors="replace")[-2000:]
    (prepared / "known.json").write_bytes(told.stdout.splitlines()[-1])


def _environment(postgres: Postgres) -> dict[str, str]:
    """Nothing of the caller's own Django or Python settings reaches it; mails go nowhere, tasks to no worker."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTHON", "HUB_"))}
    return kept | {
        "DBNAME": ROLE,
        "DBUSER": ROLE,
        "DBPASSWORD": ROLE,
        "DBHOST": "127.0.0.1",
        "DBPORT": str(postgres.port),
        "SECRET_KEY": "known-to-everybody-and-good-for-nothing-but-tests",
        "CELERY_BROKER_URL": "memory://",
        "CELERY_RESULT_BACKEND": "cache+memory://",
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",
    }


def _python() -> Path:
    return CACHE / "venv" / "bin" / "python"


def _answers(url: str) -> bool:
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"{url}/healthz/", timeout=5) as answer:
            return bool(answer.status == 200)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
