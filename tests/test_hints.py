"""Hints that are sent later, from a thread of their own."""

import threading
from collections.abc import Collection
from uuid import UUID, uuid4

import pytest

from hub.queue import Later

pytestmark = pytest.mark.pure


class Recorder:
    """Notes what it is asked to send, and waits in the first call until it is let go."""

    def __init__(self) -> None:
        self.sent: list[set[UUID]] = []
        self.called = threading.Event()
        self.go = threading.Event()

    def __call__(self, ids: Collection[UUID]) -> None:
        self.sent.append(set(ids))
        self.called.set()
        assert self.go.wait(5)


def test_what_comes_while_a_send_is_under_way_goes_out_together():
    later, send = Later(), Recorder()
    first, second, third = uuid4(), uuid4(), uuid4()

    later.add(send, [first])
    assert send.called.wait(5)
    later.add(send, [second])
    later.add(send, [second, third])
    send.go.set()

    assert later.flush(5)
    assert send.sent == [{first}, {second, third}]


def test_adding_does_not_wait_for_the_send():
    later, send = Later(), Recorder()

    later.add(send, [uuid4()])

    assert not later.flush(0)
    send.go.set()
    assert later.flush(5)


def test_senders_keep_their_ids_apart():
    later = Later()
    one, other = uuid4(), uuid4()
    sent: dict[str, set[UUID]] = {"lanes": set(), "tenants": set()}

    later.add(sent["lanes"].update, [one])
    later.add(sent["tenants"].update, [other])

    assert later.flush(5)
    assert sent == {"lanes": {one}, "tenants": {other}}
