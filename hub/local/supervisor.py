"""The whole hub on one machine: starts everything in order, restarts what dies, stops everything in order."""

import signal
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from hub.local import firsts
from hub.local.files import lock, make_folder, read_private, secrets_of, write_private
from hub.local.postgres import Postgres
from hub.local.processes import Process, StackError, free_port, wait_until
from hub.local.programs import HOST, Program, base_environment, listens, programs
from hub.local.valkey import Valkey

START_S = 60
# A program that dies is started again after this, doubled each time until it has lived for a minute.
FIRST_BACKOFF_S = 0.5
LONGEST_BACKOFF_S = 30.0
SETTLED_S = 60.0
# What stops first is what brings new work; what everybody needs stops last.
STOP_ORDER = (
    ("console",),
    ("api",),
    ("beat", "jobs", "deliveries", "maintenance"),
    ("realtime",),
    ("valkey",),
    ("postgres",),
)

Unit = Program | Postgres | Valkey


class Stack:
    """One hub in one folder. `with Stack(folder) as stack:` has it up and leaves nothing behind.

    ports: API and stream, free ones when None. database_url, redis_url: real servers instead of the embedded ones.
    env: more `HUB_…` variables for the programs. tell: gets a line in plain words for each step.
    """

    def __init__(
        self,
        directory: Path,
        *,
        ports: tuple[int, int] | None = None,
        database_url: str | None = None,
        redis_url: str | None = None,
        env: Mapping[str, str] | None = None,
        tell: Callable[[str], None] = lambda line: None,
    ) -> None:
        self.directory = directory.resolve()
        self.api_port, self.stream_port = ports or (free_port(), free_port())
        self.url = f"http://{HOST}:{self.api_port}"
        self.stream_url = f"http://{HOST}:{self.stream_port}"
        self.database_url = database_url or ""
        self.redis_url = redis_url or ""
        # Of the tenant `demo`, once it is up: an API key that may do everything, and a connection to the echo connector.
        self.api_key = ""
        self.connection = ""
        self.env: dict[str, str] = {}
        self._extra = dict(env or {})
        self._tell = tell
        self._units: dict[str, Unit] = {}
        # Names that are meant to run: what was stopped on purpose is not restarted.
        self._wanted: set[str] = set()
        self._change = threading.RLock()
        self._over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self.up()
        return self

    def __exit__(self, *_: object) -> None:
        self.down()

    @property
    def processes(self) -> dict[str, Process]:
        """Name → process: postgres, valkey, api, realtime, jobs, deliveries, maintenance, beat, and what was added."""
        return {name: unit.process for name, unit in self._units.items()}

    def up(self) -> None:
        """Starts everything and waits until it is ready. Raises StackError, after stopping what had started."""
        make_folder(self.directory)
        self._lock = lock(self.directory)
        try:
            self._check_ports()
            self._start_servers()
            self._prepare()
            self._start_programs()
            if not firsts.are_there(self.firsts, self.api_port):
                self._make_firsts()
        except BaseException:
            self.down()
            raise
        self._watcher.start()

    def down(self) -> None:
        """Stops everything in order; whatever does not end in time is killed."""
        self._over.set()
        if self._watcher.is_alive():
            self._watcher.join()
        for names in STOP_ORDER:
            units = [self._units[name] for name in names if name in self._units]
            if any(unit.alive() for unit in units):
                self._tell(f"Stopping {' '.join(unit.name for unit in units)} ...")
            with ThreadPoolExecutor(max_workers=len(names)) as pool:
                list(pool.map(lambda unit: unit.stop(), units))
        self._lock.close()

    def kill(self, name: str, number: int = signal.SIGKILL) -> None:
        """Signals a program and its children; it is started again as after any other death."""
        self.processes[name].kill(number)

    def stop(self, name: str) -> None:
        """Stops one and leaves it stopped."""
        with self._change:
            self._wanted.discard(name)
            self._units[name].stop()

    def start(self, name: str) -> None:
        """Starts one that was stopped, on the same port, and waits until it is ready."""
        with self._change:
            unit = self._units[name]
            unit.start()
            wait_until(unit.ready, unit.process, timeout_s=START_S)
            self._wanted.add(name)

    def add(self, program: Program) -> None:
        """Starts one more, waits until it is ready, and watches it like the others. Raises StackError, and leaves it out."""
        with self._change:
            self._begin(program)
            try:
                wait_until(program.ready, program.process, timeout_s=START_S)
            except BaseException:
                self.stop(program.name)
                del self._units[program.name]
                raise

    def restart(self, name: str) -> None:
        """`stop` and `start`."""
        self.stop(name)
        self.start(name)

    def _check_ports(self) -> None:
        for port, option in ((self.api_port, "--port"), (self.stream_port, "--stream-port")):
            if listens(port):
                raise StackError(f"port {port} is taken by another program; choose another one with {option}")

    def _start_servers(self) -> None:
        if not self.database_url:
            postgres = Postgres(self.directory / "pg")
            self._tell("Starting PostgreSQL ...")
            self._begin(postgres)
            self.database_url = postgres.url()
        if not self.redis_url:
            valkey = Valkey(self.directory / "valkey")
            self._tell("Starting Valkey ...")
            self._begin(valkey)
            self.redis_url = valkey.url
        self.env = self._environment()

    def _environment(self) -> dict[str, str]:
        own = {"HUB_DATABASE_URL": self.database_url, "HUB_REDIS_URL": self.redis_url}
        own |= {"HUB_API_URL": self.url, "HUB_STREAM_URL": self.stream_url}
        # A local hub is for trying things out: receivers and ERPs on this machine are what it is to reach.
        given = {"HUB_TARGET_ALLOW": "127.0.0.0/8,::1/128", "HUB_CONNECTION_ALLOW": "127.0.0.0/8,::1/128"}
        # The console's server is on this machine, and tells by whom it is asked.
        given |= {"HUB_TARGET_HTTP": "true", "HUB_LOG_JSON": "false", "HUB_TRUSTED_PROXIES": "127.0.0.0/8,::1/128"}
        if "postgres" in self._units:
            given |= secrets_of(self.directory)
        return {**given, **base_environment(), **own, **self._extra}

    def _prepare(self) -> None:
        """Migrates unless this folder's notes say that it was done for these migrations."""
        known = self.local()
        noted = firsts.Firsts.noted(known)
        if "postgres" in self._units and noted.complete and known.get("migrations") == firsts.version():
            self._take(noted)
        else:
            self._make_firsts()

    def _make_firsts(self) -> None:
        self._tell("Migrating the database ...")
        self._take(firsts.make(self.env, firsts.Firsts.noted(self.local())))

    def _take(self, made: firsts.Firsts) -> None:
        self.firsts = made
        self.api_key, self.connection = made.api_key, made.connection
        values = {"url": self.url, "stream_url": self.stream_url, **asdict(made), "migrations": firsts.version()}
        servers = {"database_url": self.database_url, "redis_url": self.redis_url}
        write_private(self.directory / "local.json", values | servers)

    def local(self) -> dict[str, str]:
        """What `up` has left for the other commands: url, stream_url, database_url, redis_url, and the fields of Firsts."""
        return read_private(self.directory / "local.json")

    def _start_programs(self) -> None:
        started = programs(self.directory, api_port=self.api_port, stream_port=self.stream_port, env=self.env)
        self._tell(f"Starting {' '.join(program.name for program in started)} ...")
        for program in started:
            self._begin(program)
        for program in started:
            wait_until(program.ready, program.process, timeout_s=START_S)

    def _begin(self, unit: Unit) -> None:
        self._units[unit.name] = unit
        unit.start()
        self._wanted.add(unit.name)

    def _watch(self) -> None:
        deaths: dict[str, Death] = {}
        while not self._over.wait(0.1):
            with self._change:
                for unit in self._units.values():
                    if unit.name in self._wanted and not unit.alive():
                        self._revive(unit, deaths)

    def _revive(self, unit: Unit, deaths: dict[str, "Death"]) -> None:
        """Notes a new death, and starts the dead one again once its wait is over."""
        now = time.monotonic()
        death = deaths.get(unit.name)
        if death is None or death.revived_at:
            wait_s = FIRST_BACKOFF_S
            if death and now - death.revived_at < SETTLED_S:
                wait_s = min(death.wait_s * 2, LONGEST_BACKOFF_S)
            deaths[unit.name] = Death(wait_s, due_at=now + wait_s)
            self._tell(f"{unit.name} died (exit code {unit.process.returncode}); starting it again in {wait_s:g} s")
        elif now >= death.due_at:
            # Children of a killed program may still hold its port.
            unit.process.stop(timeout_s=0)
            death.revived_at = now
            try:
                unit.start()
            except StackError as error:
                self._tell(str(error))


@dataclass(slots=True)
class Death:
    """A program's last death (monotonic seconds). revived_at: 0 until it was started again."""

    wait_s: float
    due_at: float
    revived_at: float = 0.0
