"""Thousands of clients in one process: `python -m tests.bench.sockets_crowd PORT PATH`.

Told what to do by JSON lines on standard input, each answered by a line on standard output; ends with its input. Of each
event as much is looked at as tells a gap, a repetition or a wrong cursor.
"""

import asyncio
import json
import os
import random
import re
import sys
import time
from array import array
from collections import Counter
from typing import Any

import uvloop

from tests.bench.figures import percentile
from tests.bench.sockets_client import Client

CURSOR = b'"cursor":"'
CURSOR_BYTES = 39
N = re.compile(rb'"n": ?(\d+)')
AT = re.compile(rb'"at": ?(\d+)')
HANDSHAKE = (
    "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
# At once on the way to being subscribed, while all connect for the first time.
ABREAST = 100
# After a loss that nobody announced.
BACK_WITHIN_S = 5.0
LINE_BYTES = 2**24


class Crowd:
    """All clients, and what they have heard together."""

    def __init__(self, port: int, path: str) -> None:
        self.port = port
        self.handshake = HANDSHAKE.format(path=path, port=port).encode()
        self.tickets: list[str] = []
        self.clients: list[Client] = []
        # Events carry a number that goes up by one; else they are jobs' events, kept as they come.
        self.numbered = True
        self.jobs: list[tuple[float, bytes]] = []
        self._took_ms = array("d")
        self._heard: Counter[int] = Counter()
        self._cursors: dict[int, bytes] = {}
        self._away: set[Client] = set()
        self._lost = False
        self._change = asyncio.Event()

    def fail(self, what: str) -> None:
        """Something is wrong with what a client was told: say so instead of the next answer, and end."""
        print(json.dumps({"wrong": what}), flush=True)
        os._exit(1)

    def heard(self, client: Client, payload: bytes) -> None:
        """An event: for numbered ones, is it the next, and has it the cursor that everybody else got?"""
        now = time.perf_counter_ns()
        if not self.numbered:
            self.jobs.append((now / 1e9, payload))
            self._change.set()
            return
        n = _number(N, payload)
        if client.n is not None and n != client.n + 1:
            self.fail(f"client {client.place} heard {n} after {client.n}")
        client.n = n
        place = payload.find(CURSOR)
        if place > 0:
            client.cursor = payload[place + 10 : place + 10 + CURSOR_BYTES]
            if self._cursors.setdefault(n, client.cursor) != client.cursor:
                self.fail(f"client {client.place} got another cursor with {n}")
        self._took_ms.append((now - _number(AT, payload)) / 1e6)
        self._heard[n] += 1
        if self._heard[n] == len(self.clients):
            self._change.set()

    def subscribed(self, client: Client) -> None:
        """It hears events from now on."""
        self._away.discard(client)
        if client.ready is not None and not client.ready.done():
            client.ready.set_result(None)
        if not self._away:
            self._change.set()

    def lost(self, client: Client) -> None:
        """Come back when the server said, or some time soon."""
        self._lost = True
        self._away.add(client)
        pause_s = random.uniform(0, BACK_WITHIN_S) if client.pause_s is None else client.pause_s
        client.pause_s = None
        asyncio.get_running_loop().call_later(pause_s, lambda: asyncio.ensure_future(self._open(client)))

    async def answer(self, do: str, **members: Any) -> None:
        """Carry out a command and print what came of it."""
        try:
            print(json.dumps(await getattr(self, do)(**members)), flush=True)
        except Exception as error:  # noqa: BLE001 whatever it is, the other process waits for an answer
            self.fail(repr(error))

    async def connect(self, count: int, tickets: list[str]) -> dict[str, Any]:
        """All of them, ABREAST at once. tickets: one each, none for a server that asks for none."""
        self.tickets = tickets
        self.clients = [Client(self, place) for place in range(count)]
        began, turns = time.perf_counter(), asyncio.Semaphore(ABREAST)

        async def one(client: Client) -> None:
            async with turns:
                client.ready = asyncio.get_running_loop().create_future()
                await self._open(client)
                await client.ready

        await asyncio.gather(*map(one, self.clients))
        return {"seconds": time.perf_counter() - began}

    async def wait_heard(self, n: int) -> dict[str, Any]:
        """Until every client has heard the event with that number."""
        await self._until(lambda: self._heard[n] == len(self.clients))
        return {}

    async def wait_back(self, n: int) -> dict[str, Any]:
        """Until everybody is back from a loss and has heard that event: when that was (perf_counter)."""
        await self._until(lambda: self._lost and not self._away and self._heard[n] == len(self.clients))
        return {"caught_up_at": time.perf_counter()}

    async def figures(self) -> dict[str, Any]:
        """Of numbered events since the last call."""
        took_ms, self._took_ms = self._took_ms, array("d")
        ordered = sorted(took_ms)
        return {"pushes": len(ordered), "p50_ms": percentile(ordered, 0.5), "p99_ms": percentile(ordered, 0.99)}

    async def state(self) -> dict[str, Any]:
        """For who waits in vain: how many are away, and the last numbers heard with how many clients stand there."""
        return {"away": len(self._away), "last_heard": Counter(client.n for client in self.clients).most_common(5)}

    async def own(self) -> dict[str, Any]:
        """From now on each hears only its own tag: `tag:bench-<place>`."""
        self.numbered = False
        self._away = set(self.clients)
        for client in self.clients:
            client.send(op="unsubscribe", sid="s")
            client.send(op="subscribe", sid="s", topic=f"tag:bench-{client.place}")
        await self._until(lambda: not self._away)
        return {}

    async def wait_jobs(self, count: int) -> dict[str, Any]:
        """Until so many jobs have succeeded: when (perf_counter) each job's first and last event came."""
        await self._until(lambda: sum(b'"type":"job.succeeded"' in payload for _, payload in self.jobs) >= count)
        first: dict[str, float] = {}
        last: dict[str, float] = {}
        for at, payload in self.jobs:
            event = json.loads(payload)
            first.setdefault(event["data"]["id"], at)
            if event["type"] == "job.succeeded":
                last[event["data"]["id"]] = at
        return {"first": first, "last": last}

    async def _open(self, client: Client) -> None:
        try:
            await asyncio.get_running_loop().create_connection(lambda: client, "127.0.0.1", self.port)
        except OSError:
            client.pause_s = random.uniform(0.2, 0.6)
            self.lost(client)

    async def _until(self, done: Any) -> None:
        while not done():
            self._change.clear()
            await self._change.wait()


def _number(pattern: re.Pattern[bytes], payload: bytes) -> int:
    found = pattern.search(payload)
    assert found, payload
    return int(found[1])


async def main(port: int, path: str) -> None:
    """Until the input ends."""
    crowd = Crowd(port, path)
    lines = asyncio.StreamReader(limit=LINE_BYTES)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    answers = set()
    # Read on while a command is at work: an end of the input ends us at any time.
    while line := await lines.readline():
        answers.add(asyncio.ensure_future(crowd.answer(**json.loads(line))))


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1]), sys.argv[2]))
