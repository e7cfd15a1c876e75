"""A tenant whose events really go out: the drain of this process, libcurl, and receivers on loopback."""

import secrets
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import Any
from uuid import UUID

import pytest

import hub.celery  # noqa: F401 hints ask for drains through it
from hub import db, queue
from hub.accounts import tenants
from hub.accounts.models import Tenant
from hub.delivery import endpoints, outbox
from hub.delivery.endpoints import EndpointFields
from hub.delivery.models import Endpoint
from hub.delivery.send import Sending
from hub.drain import Drain
from hub.eventlog import epochs
from hub.wire import Wire
from tests.receiver import Receiver

LOOPBACK = ip_network("127.0.0.0/8")


@pytest.fixture(autouse=True)
def no_hints(transactional_db: None) -> None:
    """Nothing that an earlier test said in Redis."""
    queue.client().flushall()


@pytest.fixture
def tenant(transactional_db: None) -> Tenant:
    epochs.settle()  # flushed with the other tables after each test
    slug = f"t{secrets.token_hex(6)}"
    return tenants.create_tenant(slug, slug)


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


@pytest.fixture
def sending() -> Iterator[Sending]:
    wire = Wire(allow=[LOOPBACK], allow_http=True)
    yield Sending(wire, room=100)
    wire.close()


@pytest.fixture
def drain(sending: Sending) -> Callable[..., int]:
    """Run one drain to its end; how many attempts it recorded."""
    return lambda **changes: Drain(sending, **{"owner": "test", "budget_s": 20.0, "lease_s": 30.0} | changes).run()


@pytest.fixture
def make_endpoint(tenant: Tenant, receiver: Receiver, settings: Any) -> Callable[..., Endpoint]:
    """An endpoint at a path of the receiver; retries are far away unless a test lets the time pass."""
    settings.HUB = settings.HUB.model_copy(update={"target_allow": ["127.0.0.0/8"], "target_http": True})

    def make(path: str = "/hook", **changes: Any) -> Endpoint:
        secret = changes.pop("secret", None)
        wanted = {"url": receiver.url(path), "retry_schedule_s": [1000.0, 1000.0]} | changes
        return endpoints.create(tenant.id, EndpointFields(**wanted), secret=secret)[0]

    return make


@pytest.fixture
def publish(tenant: Tenant) -> Callable[..., list[UUID]]:
    """Publish some events of a type; their ids."""

    def send(type: str = "order.created", *, count: int = 1, **data: Any) -> list[UUID]:
        now = datetime.now(UTC)
        events = [outbox.new_event(tenant.id, type, {"n": n, **data}, at=now) for n in range(count)]
        outbox.publish(events)
        return [event.id for event in events]

    return send


def states(endpoint: Endpoint) -> dict[str, int]:
    """How many of the endpoint's deliveries are in which state."""
    return dict(db.rows("SELECT status, count(*) FROM delivery WHERE endpoint_id = %s GROUP BY status", (endpoint.id,)))


def make_due(endpoint: Endpoint) -> None:
    """Let the time until the next tries pass."""
    db.execute("UPDATE delivery SET due_at = now() WHERE endpoint_id = %s AND status = 'pending'", (endpoint.id,))
    db.execute("UPDATE lane SET blocked_until = NULL WHERE id = %s", (endpoint.id,))
