"""A webhook receiver for tests and benchmarks, on loopback.

`Receiver` runs in a thread, records what it gets and answers as it is told, path by path. `FastReceiver` is a
process of its own that only counts, for benchmarks: `python tests/receiver.py [--delay SECONDS]` prints its
port.
"""

import asyncio
import http.client
import json
import ssl
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self, cast

Play = Callable[[asyncio.StreamWriter], Awaitable[None]]
FOREVER_S = 3600.0


@dataclass(frozen=True)
class Received:
    """A request as it came. connection: counts from 1. headers: names in lower case. at: time.monotonic()."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int
    at: float


@dataclass(frozen=True)
class Answer:
    """What to answer. delay_s: before the first byte. play: writes whatever it likes instead of an answer."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b"ok"
    delay_s: float = 0.0
    close: bool = False
    play: Play | None = None

    def head(self) -> bytes:
        """Status line and headers, with the body's length."""
        lines = [f"HTTP/1.1 {self.status} Answer", f"Content-Length: {len(self.body)}"]
        lines += [f"{name}: {value}" for name, value in self.headers.items()]
        return "\r\n".join([*lines, "\r\n"]).encode("latin-1")


async def close_early(writer: asyncio.StreamWriter) -> None:
    """Hang up without a byte of an answer."""


async def reset(writer: asyncio.StreamWriter) -> None:
    """Hang up rudely, with a TCP reset."""
    writer.transport.abort()


async def hang(writer: asyncio.StreamWriter) -> None:
    """Never answer."""
    await asyncio.sleep(FOREVER_S)


async def cut_body(writer: asyncio.StreamWriter) -> None:
    """Promise 100 bytes, send 7 and hang up."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\npartial")
    await writer.drain()


async def drip_body(writer: asyncio.StreamWriter) -> None:
    """A 200 whose body never ends, a byte at a time."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    await _repeat(writer, b"x", every_s=0.02)


async def drip_headers(writer: asyncio.StreamWriter) -> None:
    """A head that never ends, a header at a time."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _repeat(writer, b"X-More: y\r\n", every_s=0.02)


async def endless_headers(writer: asyncio.StreamWriter) -> None:
    """Headers as fast as they are taken."""
    writer.write(b"HTTP/1.1 200 OK\r\n")
    await _repeat(writer, b"X-Endless: " + b"y" * 1000 + b"\r\n", every_s=0)


async def interim_flood(writer: asyncio.StreamWriter) -> None:
    """Interim answers (1xx) as fast as they are taken, and never a final one."""
    await _repeat(writer, b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" * 10, every_s=0)


async def endless_body(writer: asyncio.StreamWriter) -> None:
    """A 200 with a chunked body as fast as it is taken."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    await _repeat(writer, b"1000\r\n" + b"z" * 4096 + b"\r\n", every_s=0)


async def garbage(writer: asyncio.StreamWriter) -> None:
    """Not HTTP."""
    writer.write(b"\x00\x01\x02 no such protocol\r\n\r\n")
    await writer.drain()


async def _repeat(writer: asyncio.StreamWriter, data: bytes, *, every_s: float) -> None:
    while True:
        writer.write(data)
        await writer.drain()
        await asyncio.sleep(every_s)


class Receiver:
    """A scriptable receiver in a thread of its own; a context manager."""

    def __init__(self, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.requests: list[Received] = []
        self.connections = 0
        self._answers: defaultdict[str, list[Answer]] = defaultdict(lambda: [Answer()])
        self._arrived = threading.Condition()
        self._writers: set[asyncio.StreamWriter] = set()
        self._host = host
        self._tls = tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._server = self._call(asyncio.start_server(self._serve, host, 0, ssl=tls, backlog=1024))
        self.port: int = self._server.sockets[0].getsockname()[1]

    def url(self, path: str = "/", *, host: str | None = None) -> str:
        """The address of a path; host: another name for this machine."""
        shown = host or (f"[{self._host}]" if ":" in self._host else self._host)
        return f"{'https' if self._tls else 'http'}://{shown}:{self.port}{path}"

    def answer(self, path: str, *answers: Answer) -> None:
        """Answer this path with these, one after the other; the last one stays."""
        self._answers[path] = list(answers)

    def answer_to(self, request: Received) -> Answer:
        """The next answer of the request's path, in the receiver's own thread."""
        answers = self._answers[request.path]
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def received(self, path: str) -> list[Received]:
        """The requests to one path, oldest first."""
        return [request for request in self.requests if request.path == path]

    def wait_for(self, count: int, *, path: str | None = None, timeout_s: float = 10) -> list[Received]:
        """The requests (to a path), once there are that many; AssertionError at the deadline."""

        def enough() -> bool:
            return len(self.received(path) if path else self.requests) >= count

        with self._arrived:
            assert self._arrived.wait_for(enough, timeout_s), f"{len(self.requests)} of {count} requests came"
        return self.received(path) if path else list(self.requests)

    def close(self) -> None:
        """Stop, with every connection."""
        self._call(self._stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    async def _stop(self) -> None:
        self._server.close()
        conversations = asyncio.all_tasks() - {asyncio.current_task()}
        for task in conversations:
            task.cancel()
        for (
            writer
        ) in self._writers:  # else TLS says goodbye to a sender that keeps its connection, and waits for the answer
            writer.transport.abort()
        await asyncio.gather(*conversations, return_exceptions=True)
        for _ in range(5):  # aborted transports close in the loop's next rounds, TLS ones take a few
            await asyncio.sleep(0)

    def _call(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        self.connections += 1
        # How a sender that hangs up ends the conversation, and how `close` does.
        with suppress(OSError, EOFError, asyncio.CancelledError):
            await self._converse(reader, writer, self.connections)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
        self._writers.discard(writer)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, number: int) -> None:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, path, _ = first.split(" ", 2)
            request = Received(method, path, headers, body, number, time.monotonic())
            with self._arrived:
                self.requests.append(request)
                self._arrived.notify_all()
            answer = self.answer_to(request)
            await asyncio.sleep(answer.delay_s)
            if answer.play is not None:
                await answer.play(writer)
                return
            writer.write(answer.head() + answer.body)
            await writer.drain()
            if answer.close:
                return


class FastReceiver:
    """A counting receiver in its own process, for benchmarks; a context manager."""

    def __init__(self, *, delay_s: float = 0.0) -> None:
        command = [sys.executable, __file__, "--delay", str(delay_s)]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def url(self, path: str = "/") -> str:
        """The address of a path; every path is the same."""
        return f"http://127.0.0.1:{self.port}{path}"

    def counts(self) -> dict[str, int]:
        """`requests` (POSTs) and `connections` so far."""
        client = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        client.request("GET", "/counts")
        counts = json.loads(client.getresponse().read())
        client.close()
        return counts

    def close(self) -> None:
        """Stop the process."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()


class Counter(asyncio.Protocol):
    """The least HTTP/1.1 that a sender accepts: finds the end of each request, answers 200."""

    COUNTS = {"requests": 0, "connections": 0}
    ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    delay_s = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.COUNTS["connections"] += 1
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is none by inheritance
        self.rest = b""

    def data_received(self, data: bytes) -> None:
        data = self.rest + data
        complete = 0
        while (end := data.find(b"\r\n\r\n")) >= 0:
            if data.startswith(b"GET"):
                counts = json.dumps(self.COUNTS).encode()
                self.transport.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(counts), counts))
                return
            at = data.lower().find(b"content-length:", 0, end)
            size = end + 4 + (int(data[at + 15 : data.index(b"\r\n", at)]) if at >= 0 else 0)
            if len(data) < size:
                break
            complete += 1
            data = data[size:]
        self.rest = data
        self.COUNTS["requests"] += complete
        if complete and self.delay_s:
            asyncio.get_running_loop().call_later(self.delay_s, self.transport.write, self.ANSWER * complete)
        elif complete:
            self.transport.write(self.ANSWER * complete)


async def count(delay_s: float) -> None:
    """Serve `Counter` until killed; prints the port first."""
    Counter.delay_s = delay_s
    server = await asyncio.get_running_loop().create_server(Counter, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    import uvloop

    uvloop.run(count(float(sys.argv[2]) if len(sys.argv) > 2 else 0.0))
