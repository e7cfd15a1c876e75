"""PostgreSQL stopped, or read-only, for five seconds under load: what was accepted is done, and everybody recovers alone."""

import signal
import threading
import time

import httpx
import psycopg
import pytest

from tests.chaos import ledger
from tests.connectors.records import RECORD
from tests.receiver import Answer
from tests.stacks import hears, job, seeded, until

pytestmark = pytest.mark.chaos

AWAY_S = 5.0
PROGRAMS = ("jobs", "deliveries", "maintenance", "beat", "api", "realtime")


class Clients:
    """Submits jobs one after the other, four at once, until it is stopped; remembers every answer."""

    def __init__(self, account, connections) -> None:
        self.account, self.connections = account, connections
        self.accepted: list[str] = []
        self.refused: list[httpx.Response] = []
        self.broken: list[str] = []
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._submit) for _ in range(4)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _submit(self) -> None:
        chance = seeded("clients")
        while not self._over.wait(chance.uniform(0, 0.05)):
            connection, operation, given = chance.choice(self.connections)
            try:
                answer = self.account.http.post("/jobs", json=job(connection, operation, given, timeout_s=4))
            except httpx.TransportError as error:
                self.broken.append(type(error).__name__)
                continue
            if answer.status_code == 202:
                self.accepted.append(answer.json()["id"])
            else:
                self.refused.append(answer)


def stop_now(stack) -> None:
    """Kill the server and keep the supervisor from starting it again."""
    stack.processes["postgres"].kill(signal.SIGKILL)
    stack.stop("postgres")


def take_writes(account, value: bool) -> None:
    """Whether the server does, as before and after a standby takes over."""
    with psycopg.connect(account.stack.database_url, autocommit=True) as server:
        server.execute(f"ALTER SYSTEM SET default_transaction_read_only = {'off' if value else 'on'}")
        server.execute("SELECT pg_reload_conf()")


@pytest.mark.parametrize("how", ["fast", "killed"])
def test_a_database_that_goes_away_loses_nothing_and_nobody_has_to_be_restarted(
    stack, account, rest, system, receiver, how
):
    system.before_s = 0.2
    receiver.answer("/hook", Answer(delay_s=0.1))
    account.endpoint(receiver.url("/hook"), event_types=["job.succeeded", "job.reconciling"])
    echo = account.connect(max_in_flight=50)
    before = {name: stack.processes[name].pid for name in PROGRAMS}

    with Clients(account, [(echo, "echo", {"message": 1}), (rest, "request", RECORD)]) as clients:
        until(lambda: len(clients.accepted) > 50, "jobs are accepted")
        stop_now(stack) if how == "killed" else stack.stop("postgres")
        gone_at = time.monotonic()
        until(lambda: time.monotonic() - gone_at > AWAY_S, "it is away for a while")
        stack.start("postgres")
        again = len(clients.accepted)
        until(lambda: len(clients.accepted) > again + 20, "jobs are accepted again", timeout_s=15)
    ledger.settle(account)

    assert clients.refused
    for answer in clients.refused:
        assert answer.status_code == 503
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["code"] == "unavailable"
    assert clients.broken == []
    assert {name: stack.processes[name].pid for name in PROGRAMS} == before
    ledger.balance(account, clients.accepted, receiver.requests)
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]
    counts = system.records_per_job()
    assert set(counts.values()) == {1}
    written = "SELECT count(*) FROM job WHERE tenant_id = %(tenant)s AND connector = 'http'"
    assert account.sql(written) == [(len(counts),)]
    hears(account, echo)


def test_a_database_that_takes_no_writes_for_a_while_has_nothing_sent_twice(stack, account, rest, system, receiver):
    system.before_s = 0.2
    receiver.answer("/hook", Answer(delay_s=0.1))
    account.endpoint(receiver.url("/hook"), event_types=["job.succeeded", "job.reconciling"])
    echo = account.connect(max_in_flight=50)
    before = {name: stack.processes[name].pid for name in PROGRAMS}

    with Clients(account, [(echo, "echo", {"message": 1}), (rest, "request", RECORD)]) as clients:
        until(lambda: len(clients.accepted) > 50 and len(receiver.requests) > 20, "jobs are done")
        take_writes(account, False)
        try:
            stopped_at = time.monotonic()
            until(lambda: time.monotonic() - stopped_at > AWAY_S, "it is so for a while")
        finally:
            take_writes(account, True)
        again = len(clients.accepted)
        until(lambda: len(clients.accepted) > again + 20, "jobs are accepted again", timeout_s=15)
    ledger.settle(account)

    assert {(answer.status_code, answer.json()["code"]) for answer in clients.refused} == {(503, "unavailable")}
    assert {name: stack.processes[name].pid for name in PROGRAMS} == before
    ledger.balance(account, clients.accepted, receiver.requests)
    assert ledger.repeats(receiver.requests) == 0
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]
    assert set(system.records_per_job().values()) == {1}
    hears(account, echo)
