"""An event whose publisher still saw its endpoint paused, and committed when it had been resumed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from django.db import connection, transaction

from hub.delivery import endpoints, outbox
from tests.delivery.conftest import states
from tests.delivery.test_flow import numbers


@contextmanager
def publishing(tenant, n: int) -> Iterator[None]:
    """An event that is in the table when the block begins, and committed when it has ended."""
    written, commit = threading.Event(), threading.Event()

    def publish() -> None:
        with transaction.atomic():
            outbox.publish([outbox.new_event(tenant.id, "order.created", {"n": n}, at=datetime.now(UTC))])
            written.set()
            commit.wait(20)
        connection.close()

    thread = threading.Thread(target=publish)
    thread.start()
    assert written.wait(20)
    yield
    commit.set()
    thread.join()


def test_an_ordered_endpoint_gets_first_what_a_late_publisher_left_held(
    tenant, make_endpoint, publish, drain, receiver
):
    endpoint = make_endpoint(ordered=True)
    endpoints.pause(tenant.id, endpoint.id)
    with publishing(tenant, 1):
        endpoints.resume(tenant.id, endpoint.id)
    publish(count=1, n=2)

    drain()

    assert numbers(receiver.received("/hook")) == [1, 2]
    assert states(endpoint) == {"delivered": 2}


def test_any_other_endpoint_waits_for_none(tenant, make_endpoint, publish, drain, receiver):
    endpoint = make_endpoint()
    endpoints.pause(tenant.id, endpoint.id)
    with publishing(tenant, 1):
        endpoints.resume(tenant.id, endpoint.id)
    publish(count=1, n=2)

    drain()

    assert numbers(receiver.received("/hook")) == [2]
    assert states(endpoint) == {"delivered": 1, "held": 1}
