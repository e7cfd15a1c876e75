"""`hub listen` and `hub replay` as a developer uses them, against a running hub."""

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from standardwebhooks import Webhook

from tests.receiver import Answer, Receiver
from tests.stacks import Account, uuid

pytestmark = pytest.mark.journey
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


class Terminal:
    """A command on a terminal of its own."""

    def __init__(self, account: Account, *arguments: str) -> None:
        self.master, slave = pty.openpty()
        env = {**os.environ, "HUB_URL": account.stack.url, "HUB_API_KEY": account.key}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hub.cli", *arguments], stdin=slave, stdout=slave, stderr=slave, env=env
        )
        os.close(slave)
        self.text = ""

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def shows(self, wanted: str, *, times: int = 1, timeout_s: float = 20) -> None:
        """Until it has shown that so often."""
        deadline = time.monotonic() + timeout_s
        while self.text.count(wanted) < times:
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self.master], [], [], max(0, left))
            assert ready, f"{wanted!r} was not shown {times} times:\n{self.text}"
            self.text += os.read(self.master, 65536).decode()

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
        self.process.wait(timeout=10)
        os.close(self.master)


@contextmanager
def terminal(account: Account, *arguments: str) -> Iterator[Terminal]:
    opened = Terminal(account, *arguments)
    try:
        yield opened
    finally:
        opened.close()


def dead(account: Account, receiver: Receiver, count: int) -> str:
    """An endpoint with so many deliveries that died of a 503; its receiver is well."""
    endpoint = account.endpoint(receiver.url("/hook"), event_types=["order.created"])["id"]
    account.post(f"/endpoints/{endpoint}/pause", {})
    for n in range(count):
        account.post("/events", {"type": "order.created", "data": {"n": n}})
    died = "UPDATE delivery SET status = 'dead', status_code = 503, finished_at = now() WHERE endpoint_id = %s RETURNING id"
    assert len(account.sql(died, uuid("endpoint", endpoint))) == count
    account.post(f"/endpoints/{endpoint}/resume", {})
    return endpoint


def test_events_are_forwarded_as_in_production_and_sent_again_by_a_key(account, receiver):
    receiver.answer("/dev", Answer(), Answer(status=500), Answer())
    forward = ("listen", "--forward", receiver.url("/dev"), "--secret", SECRET, "--types", "order.*")
    with terminal(account, *forward) as shown:
        shown.shows("listening")

        first = account.post("/events", {"type": "order.created", "data": {"name": "Zoë", "n": 1.50}})["id"]
        account.post("/events", {"type": "invoice.sent", "data": {}})
        second = account.post("/events", {"type": "order.shipped", "data": {"n": 2}})["id"]
        shown.shows("order.shipped")
        shown.type("2")
        shown.shows("(again)")

        requests = receiver.wait_for(3, path="/dev")
    assert [request.headers["webhook-id"] for request in requests] == [first, second, first]
    for request in requests:
        Webhook(SECRET).verify(request.body, request.headers)
    (stored,) = account.sql("SELECT body FROM event WHERE tenant_id = %(tenant)s AND type = 'order.created'")
    assert requests[0].body == requests[2].body == bytes(stored[0])
    assert "500" in shown.text
    assert "invoice.sent" not in shown.text


def test_listening_goes_on_behind_a_cursor(account, receiver):
    before = account.get("/events")["next_cursor"]
    account.post("/events", {"type": "order.created", "data": {}})

    with terminal(account, "listen", "--since", before) as shown:
        shown.shows("order.created")
        account.post("/events", {"type": "order.shipped", "data": {}})
        shown.shows("order.shipped")
        shown.process.terminate()
        shown.shows("hub listen --since")


def test_a_replay_is_counted_watched_and_paced_from_the_command_line(account, receiver):
    endpoint = dead(account, receiver, 30)
    choose = ("replay", "--since", "2h", "--endpoint", endpoint, "--status", "5xx")

    with terminal(account, *choose, "--dry-run") as counted:
        counted.shows('"total": 30')
    with terminal(account, *choose, "--per-s", "10", "--reason", "back again") as watched:
        watched.shows("running")
        watched.shows('"state": "finished"')

    (replay,) = account.get("/replays")["data"]
    assert (replay["delivered"], replay["reason"], replay["per_s"]) == (30, "back again", 10.0)
    assert account.deliveries(endpoint) == {"dead": 30, "delivered": 30}
    arrived = [request.at for request in receiver.received("/hook")]
    assert 2.0 < arrived[-1] - arrived[0] < 10
    told = account.get("/events", type="replay.*")["data"]
    assert (told[0]["type"], told[-1]["type"]) == ("replay.started", "replay.finished")
    assert {each["type"] for each in told[1:-1]} == {"replay.progress"}
    assert told[-1]["data"]["delivered"] == 30


def test_a_replay_is_paused_resumed_and_cancelled_from_the_command_line(account, receiver):
    endpoint = dead(account, receiver, 10)
    replay = account.post("/replays", {"filter": {"endpoint_id": endpoint}, "per_s": 0.1})["id"]

    for verb, state in (("pause", "paused"), ("resume", "running"), ("cancel", "cancelled"), ("show", "cancelled")):
        with terminal(account, "replay", verb, replay) as shown:
            shown.shows(f'"state": "{state}"')

    assert account.get(f"/replays/{replay}")["pending"] == 0
