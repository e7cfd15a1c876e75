"""A realtime process beside real servers, on a database of its own: what the tests write is committed and stays."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import psycopg
import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker
from websockets.sync.client import ClientConnection, connect

from hub import celery, db  # noqa: F401 the app that queue.py sends wakes through
from hub.accounts import keys, tenants, tickets
from hub.delivery import outbox
from hub.jobs import connections, submit
from hub.local.postgres import Postgres
from hub.local.processes import Process, free_port, wait_until
from hub.local.programs import base_environment, programs
from hub.local.valkey import Valkey
from hub.rules.ids import public_id
from tests.realtime.schema import checked

DATABASE = "realtime"
PATIENCE_S = 10.0


class Socket:
    """A client of `hub.v1`; answers the server's pings."""

    def __init__(self, url: str, **options: Any) -> None:
        self._stack = ExitStack()
        self.raw: ClientConnection = self._stack.enter_context(connect(url, **options))

    def send(self, op: str, **members: Any) -> None:
        self.raw.send(json.dumps({"op": op, **members}))

    def next(self, *, timeout_s: float = PATIENCE_S) -> dict[str, Any]:
        """The next frame that is not a ping; each one is what docs/asyncapi.json says."""
        while True:
            frame = checked("ServerFrame", json.loads(self.raw.recv(timeout=timeout_s)))
            if frame["op"] != "ping":
                return frame

    def ask(self, op: str, **members: Any) -> dict[str, Any]:
        """Send, and the next frame."""
        self.send(op, **members)
        return self.next()

    def quiet(self, *, timeout_s: float = 0.3) -> bool:
        """Whether nothing comes, for a moment: what must not happen has no condition to wait for."""
        try:
            self.next(timeout_s=timeout_s)
        except TimeoutError:
            return True
        return False

    def close(self) -> None:
        self._stack.close()


class Server:
    """The realtime process; `stop` and `start` keep its port."""

    def __init__(self, directory: Path, **settings: str) -> None:
        self.port = free_port()
        env = base_environment() | {"HUB_DATABASE_URL": os.environ["REALTIME_DATABASE_URL"]} | settings
        found = programs(directory, api_port=0, stream_port=self.port, env=env)
        self.program = next(program for program in found if program.name == "realtime")
        self.url = f"http://127.0.0.1:{self.port}"

    @property
    def process(self) -> Process:
        return self.program.process

    def start(self) -> None:
        self.program.start()
        wait_until(self.program.ready, self.process, timeout_s=30)

    def stop(self) -> None:
        self.program.stop()

    def socket(self, **options: Any) -> Socket:
        """A connected client that has said nothing yet; whoever asks for it closes it."""
        # Without a limit the client always reads on: it would not see the end of the handshake of closing otherwise.
        options = {"subprotocols": ["hub.v1"], "max_queue": None} | options
        path = options.pop("path", "/ws/v1")
        return Socket(f"ws://127.0.0.1:{self.port}{path}", **options)


@pytest.fixture(scope="session")
def database(postgres: Postgres, valkey: Valkey) -> str:
    """The URL of a migrated database that only these tests use."""
    postgres.create_database(DATABASE)
    url = os.environ["REALTIME_DATABASE_URL"] = postgres.url(DATABASE)
    argv = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(argv, check=True, env={**os.environ, "HUB_DATABASE_URL": url})
    return url


@pytest.fixture
def committed(database: str, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The hub's own functions write to that database, for real."""
    name = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = DATABASE
        yield
        connection.close()
        connection.settings_dict["NAME"] = name


@pytest.fixture(scope="module")
def server(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A realtime process that the tests of a module share."""
    running = Server(tmp_path_factory.mktemp("realtime"))
    running.start()
    yield running
    running.stop()


@pytest.fixture
def own_server(database: str, tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Realtime processes with settings of their own: `own_server(HUB_STREAM_LIMIT="1")`."""
    started: list[Server] = []

    def make(**settings: str) -> Server:
        running = Server(tmp_path / str(len(started)), **settings)
        started.append(running)
        running.start()
        return running

    yield make
    for running in started:
        running.stop()


class Owner:
    """A tenant and what its back end can do."""

    def __init__(self) -> None:
        slug = f"t{db.new_id().hex[-12:]}"
        self.id: UUID = tenants.create_tenant(slug.upper(), slug).id

    def ticket(self, *topics: str, lifetime_s: int = 60) -> str:
        return tickets.issue(self.id, list(topics) or ["tenant"], subject="test", lifetime_s=lifetime_s)[0]

    def key(self, *scopes: str) -> str:
        return keys.create_key(self.id, name="test", scopes=list(scopes) or ["*"])[1]

    @cached_property
    def connection_id(self) -> UUID:
        """Of a connection to a system that only echoes."""
        return connections.create(self.id, "echo", connections.ConnectionFields(name="echo")).id

    def submit(self, **fields: Any) -> UUID:
        """A job that nobody performs."""
        request = submit.JobRequest(connection_id=self.connection_id, operation="echo", input={}, **fields)
        return submit.submit(self.id, request).id

    def publish(
        self, type: str = "order.placed", *, subject: UUID | None = None, topics: tuple[str, ...] = (), **data: Any
    ) -> UUID:
        """Append an event with that data."""
        event = outbox.new_event(self.id, type, data, at=datetime.now(UTC), subject_id=subject, topics=topics)
        outbox.publish([event])
        return event.id


@pytest.fixture
def owner(committed: None) -> Owner:
    return Owner()


@pytest.fixture
def make_owner(committed: None) -> Callable[[], Owner]:
    return Owner


class Subject(NamedTuple):
    id: UUID
    topic: str


@pytest.fixture
def make_subject() -> Callable[[str], Subject]:
    """The id of something of that kind, and its topic."""

    def make(kind: str) -> Subject:
        id_ = db.new_id()
        return Subject(id_, f"{kind}:{public_id(kind, id_)}")

    return make


@pytest.fixture
def joined(server: Server, owner: Owner) -> Iterator[Callable[..., Socket]]:
    """Clients with a ticket of the owner's: `joined()`, `joined("job:…")`, `joined(server=other)`."""
    opened: list[Socket] = []

    def make(*topics: str, server: Server = server, ticket: str | None = None) -> Socket:
        socket = server.socket()
        opened.append(socket)
        ready = socket.ask("auth", ticket=ticket or owner.ticket(*topics))
        assert ready["op"] == "ready", ready
        return socket

    yield make
    for socket in opened:
        socket.close()


@pytest.fixture
def elder(database: str) -> Iterator[psycopg.Connection]:
    """A transaction that stays open and hides every later event from all readers, until it ends."""
    with psycopg.connect(database) as held:
        held.execute("SELECT pg_current_xact_id()")
        yield held
