"""A tenant whose jobs really run: the drain of this process and the connectors' event loop."""

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

import hub.celery  # noqa: F401 hints ask for drains through it
from hub import db
from hub.accounts import tenants
from hub.accounts.models import Tenant
from hub.drain import Drain
from hub.eventlog import epochs
from hub.jobs import connections, submit
from hub.jobs.connections import ConnectionFields
from hub.jobs.engine import Engine
from hub.jobs.models import Connection, Job
from hub.jobs.run import Performing
from hub.jobs.submit import JobRequest
from tests.connectors import records
from tests.connectors.records import Records
from tests.proxies import Proxy

LOOPBACK = ["127.0.0.0/8"]


@pytest.fixture
def tenant(transactional_db: None) -> Tenant:
    epochs.settle()  # flushed with the other tables after each test
    slug = f"t{secrets.token_hex(6)}"
    return tenants.create_tenant(slug, slug)


@pytest.fixture
def engine() -> Iterator[Engine]:
    running = Engine(allow=LOOPBACK)
    yield running
    running.close()


@pytest.fixture
def performing(engine: Engine) -> Performing:
    return Performing(engine, room=100)


@pytest.fixture
def drain(performing: Performing) -> Callable[..., int]:
    """Run one drain to its end; how many runs it recorded."""
    return lambda **changes: Drain(performing, **{"owner": "test", "budget_s": 20.0, "lease_s": 30.0} | changes).run()


@pytest.fixture
def echo(tenant: Tenant) -> Connection:
    return connections.create(tenant.id, "echo", ConnectionFields(name="echo", max_in_flight=50))


@pytest.fixture
def system() -> Iterator[Records]:
    """A REST system that keeps records."""
    with records.running() as server:
        yield server


@pytest.fixture
def proxy(system: Records) -> Iterator[Proxy]:
    """On the way to it, and able to lose answers."""
    with Proxy(system.url) as running:
        yield running


@pytest.fixture
def rest(tenant: Tenant, proxy: Proxy, settings: Any) -> Connection:
    """A connection to that system through the proxy."""
    settings.HUB = settings.HUB.model_copy(update={"connection_allow": LOOPBACK})
    fields = ConnectionFields(
        name="rest", base_url=proxy.url, config={"check_path": "/records"}, credentials={"bearer": records.TOKEN}
    )
    return connections.create(tenant.id, "http", fields)


@pytest.fixture
def submit_job(tenant: Tenant) -> Callable[..., Job]:
    """Accept a job: `submit_job(connection, "echo", {"message": 1}, priority=1)`."""

    def accept(connection: Connection, operation: str, given: dict[str, Any], **more: Any) -> Job:
        accepted = submit.submit(tenant.id, JobRequest(connection.id, operation, given, **more))
        return Job.objects.get(id=accepted.id)

    return accept


def history(job: Job) -> list[str]:
    """The job's events, oldest first."""
    return [row[0] for row in db.rows("SELECT type FROM event WHERE subject_id = %s ORDER BY id", (job.id,))]


def runs(job: Job) -> list[tuple[str, str]]:
    """The job's runs as (kind, status), oldest first."""
    return db.rows("SELECT kind, status FROM run WHERE job_id = %s ORDER BY id", (job.id,))


def make_due(job: Job) -> None:
    """Let the time until its next run pass."""
    db.execute("UPDATE job SET due_at = now() WHERE id = %s", (job.id,))
    db.execute("UPDATE lane SET blocked_until = NULL WHERE id = %s", (job.connection_id,))


def soon() -> datetime:
    """Now, with a zone."""
    return datetime.now(UTC)
