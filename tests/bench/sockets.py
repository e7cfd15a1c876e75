"""The stream with thousands of real sockets, and Channels' groups beside it (docs/performance.md)."""

import contextlib
import json
import resource
import select
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Self

import httpx
import psutil

from hub.local.processes import Process, StackError, free_port, wait_until
from hub.local.programs import answers
from hub.rules.ids import public_id
from tests.bench.bed import PATIENCE_S, Bed, Size
from tests.bench.cpu import Meter
from tests.bench.figures import Sample, percentile
from tests.bench.work import CONNECTIONS, IN_FLIGHT

TICKET_S = 3600
# Beside the sockets: the servers', the log's, Python's.
OTHER_FILES = 200
ENOUGH_FILES = 100_000
FILLER = "x" * 500
JOBS_PER_S = 500
BATCH = 10
# Of the jobs' seconds: processes that have just been idle, and tables that were just emptied.
WARM_UP_S = 2
SUBMITTERS = 4
# While everybody comes back.
EVENTS_PER_S = 2

Publish = Callable[[dict[str, Any]], None]


class Clients:
    """The process with the clients; a context manager."""

    def __init__(self, port: int) -> None:
        command = [sys.executable, "-m", "tests.bench.sockets_crowd", str(port), "/ws/v1"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if exc[0] is not None:
            self._process.kill()
        with contextlib.suppress(BrokenPipeError):
            self._process.communicate(timeout=30)

    def ask(self, do: str, **members: Any) -> dict[str, Any]:
        """One command and its answer; fails when a client has missed something, heard it twice or was refused."""
        self._tell(do, **members)
        answer = self._answer(PATIENCE_S)
        if answer is None:
            self._tell("state")
            raise TimeoutError(f"{do}: not all clients have heard what they should; {self._answer(PATIENCE_S)}")
        assert "wrong" not in answer, answer["wrong"]
        return answer

    def _tell(self, do: str, **members: Any) -> None:
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"do": do, **members}) + "\n")
        self._process.stdin.flush()

    def _answer(self, patience_s: float) -> dict[str, Any] | None:
        assert self._process.stdout
        if not select.select([self._process.stdout], [], [], patience_s)[0]:
            return None
        line = self._process.stdout.readline()
        assert line, "the clients' process has ended"
        return json.loads(line)


class Numbered:
    """Publishes events that carry their number and the time."""

    def __init__(self, publish: Publish) -> None:
        self._publish = publish
        self.n = 0

    def one(self) -> int:
        """The next one; its number."""
        self.n += 1
        self._publish({"n": self.n, "at": time.perf_counter_ns(), "filler": FILLER})
        return self.n


def sockets(bed: Bed, size: Size) -> dict[str, Sample]:
    """`sockets_push`, `sockets_back`, `sockets_submit`, `sockets_done`; `sockets_channels` with as many clients."""
    check_files(size.sockets)
    bed.clear()
    bed.stack.restart("realtime")
    publish = bed.publisher()
    numbered = Numbered(lambda data: publish("bench.push", data, at=datetime.now(UTC)))
    with Clients(bed.stack.stream_port) as clients:
        pushed = _fan_out(clients, numbered, bed.stack.processes["realtime"], size, tickets=_tickets(bed, size.sockets))
        back = _come_back(bed, clients, numbered)
        clients.ask("own")
        submitted, done = _jobs(bed, clients, size)
    with channels(bed) as (process, port, send), Clients(port) as clients:
        usual = _fan_out(clients, Numbered(send), process, size, tickets=[])
    assert pushed.cpu_us
    assert usual.cpu_us
    return {
        "sockets_push": replace(pushed, ratio_to_usual=usual.cpu_us / pushed.cpu_us),
        "sockets_channels": usual,
        "sockets_back": back,
        "sockets_submit": submitted,
        "sockets_done": done,
    }


def allow_files() -> None:
    """As many open files as this machine allows us; what is started from here inherits it."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    soft = ENOUGH_FILES if hard == resource.RLIM_INFINITY else hard
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def check_files(count: int) -> None:
    """StackError when a process here may not have so many sockets."""
    allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != resource.RLIM_INFINITY and allowed < count + OTHER_FILES:
        raise StackError(
            f"`sockets` needs {count + OTHER_FILES} open files a process and this machine allows {allowed}: "
            f"raise the hard limit (`ulimit -Hn`) or use --quick"
        )


def _tickets(bed: Bed, count: int) -> list[str]:
    from hub.accounts import tickets

    return [tickets.issue(bed.tenant, ["tenant"], subject="bench", lifetime_s=TICKET_S)[0] for _ in range(count)]


def _fan_out(clients: Clients, numbered: Numbered, process: Process, size: Size, *, tickets: list[str]) -> Sample:
    """Each event goes to everybody; the next is published when all have heard it. A process that serves nobody yet."""
    empty_bytes = psutil.Process(process.pid).memory_info().rss
    clients.ask("connect", count=size.sockets, tickets=tickets)
    for _ in range(3):
        clients.ask("wait_heard", n=numbered.one())
    full_bytes = psutil.Process(process.pid).memory_info().rss
    clients.ask("figures")
    meter, began = Meter([process.pid]), time.perf_counter()
    for _ in range(size.pushes):
        clients.ask("wait_heard", n=numbered.one())
    took_s, cpu_us = time.perf_counter() - began, meter.used_us()
    found = clients.ask("figures")
    assert found["pushes"] == size.pushes * size.sockets
    return Sample(
        per_s=found["pushes"] / took_s,
        p50_ms=found["p50_ms"],
        p99_ms=found["p99_ms"],
        cpu_us=cpu_us / found["pushes"],
        kib_each=(full_bytes - empty_bytes) / 1024 / size.sockets,
    )


def _come_back(bed: Bed, clients: Clients, numbered: Numbered) -> Sample:
    """The realtime process is restarted while events are published; from when it serves
    again until all clients are back and have caught up."""
    over = threading.Event()

    def publish() -> None:
        while not over.wait(1 / EVENTS_PER_S):
            numbered.one()

    publisher = threading.Thread(target=publish)
    publisher.start()
    try:
        bed.stack.restart("realtime")
        up_at = time.perf_counter()
        clients.ask("wait_back", n=numbered.n)
    finally:
        over.set()
        publisher.join()
    found = clients.ask("wait_back", n=numbered.n)
    return Sample(wall_s=found["caught_up_at"] - up_at)


def _jobs(bed: Bed, clients: Clients, size: Size) -> tuple[Sample, Sample]:
    """Echo jobs in batches of BATCH, each with one client's tag: from the request to the push of the first and last event."""
    count = int((WARM_UP_S + size.jobs_s) * JOBS_PER_S)
    lanes = [public_id("connection", lane) for lane in bed.connections(CONNECTIONS, max_in_flight=IN_FLIGHT)]
    sent_at: dict[str, float] = {}
    began = time.perf_counter() + 0.1

    def submit(first: int) -> None:
        with httpx.Client(base_url=bed.http.base_url, headers=bed.http.headers) as http:
            for place in range(first, count // BATCH, SUBMITTERS):
                # From when it was due: a submitter that cannot keep up does not make the hub look quicker.
                due = began + place * BATCH / JOBS_PER_S
                time.sleep(max(0.0, due - time.perf_counter()))
                tags = [f"bench-{(place * BATCH + more) % size.sockets}" for more in range(BATCH)]
                job = {"connection_id": lanes[place % CONNECTIONS], "operation": "echo", "input": {"message": "hello"}}
                answer = http.post("jobs/batch", json={"jobs": [{**job, "tags": [tag]} for tag in tags]})
                assert answer.is_success, answer.text
                sent_at.update((one["id"], due) for one in answer.json()["data"])

    with ThreadPoolExecutor(SUBMITTERS) as submitters:
        list(submitters.map(submit, range(SUBMITTERS)))
    per_s = count / (time.perf_counter() - began)
    heard = clients.ask("wait_jobs", count=count)
    assert heard["last"].keys() == sent_at.keys()
    warm = [id_ for id_, at in sent_at.items() if at >= began + WARM_UP_S]
    first, last = ([(heard[which][id_] - sent_at[id_]) * 1000 for id_ in warm] for which in ("first", "last"))
    return (
        Sample(per_s=per_s, p50_ms=percentile(first, 0.5), p99_ms=percentile(first, 0.99)),
        Sample(per_s=per_s, p50_ms=percentile(last, 0.5), p99_ms=percentile(last, 0.99)),
    )


@contextmanager
def channels(bed: Bed) -> Iterator[tuple[Process, int, Publish]]:
    """A process that serves Channels' groups as ours is served: it, its port, and how an event is sent."""
    from asgiref.sync import async_to_sync
    from channels_redis.core import RedisChannelLayer

    port, ours = free_port(), bed.stack.processes["realtime"]
    replaced = {
        "hub.asgi:application": "tests.bench.sockets_channels:application",
        str(bed.stack.stream_port): str(port),
    }
    argv = [replaced.get(word, word) for word in ours.argv]
    process = Process("channels", argv, log=ours.log.with_name("channels.log"), env=bed.stack.env)
    process.start()
    try:
        wait_until(lambda: answers(port, "/"), process, timeout_s=30)
        layer = RedisChannelLayer(hosts=[bed.stack.redis_url])

        def send(data: dict[str, Any]) -> None:
            event = {"op": "event", "type": "bench.push", "data": data}
            async_to_sync(layer.group_send)("bench", {"type": "push", "event": event})

        yield process, port, send
    finally:
        process.stop()
