"""A load generator of its own process: `python -m tests.bench.load` posts one body again and again.

Prints `{"requests", "seconds", "p50_ms", "p99_ms"}`. Raw HTTP/1.1 on keep-alive connections, one request in flight on
each: it shares the machine with what it measures and has to be cheap.
"""

import argparse
import asyncio
import json
import sys
import time
from typing import cast

import uvloop

from tests.bench.figures import percentile

WARM_UP_S = 1.0


class Client(asyncio.Protocol):
    """One connection."""

    def __init__(self, request: bytes, tally: "Tally") -> None:
        self.request = request
        self.tally = tally

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        self._send()

    def data_received(self, data: bytes) -> None:
        self.answer += data
        end = self.answer.find(b"\r\n\r\n")
        if end < 0:
            return
        at = self.answer.lower().index(b"content-length:", 0, end)
        if len(self.answer) < end + 4 + int(self.answer[at + 15 : self.answer.index(b"\r\n", at)]):
            return
        if not self.answer.startswith(b"HTTP/1.1 202"):
            sys.exit(self.answer.decode(errors="replace"))
        self.tally.add(self.sent_at)
        self._send()

    def _send(self) -> None:
        self.answer = b""
        self.sent_at = time.perf_counter()
        self.transport.write(self.request)


class Tally:
    """Answers that came after the warm-up."""

    def __init__(self) -> None:
        self.began = time.perf_counter() + WARM_UP_S
        self.took_ms: list[float] = []

    def add(self, sent_at: float) -> None:
        now = time.perf_counter()
        if sent_at >= self.began:
            self.took_ms.append((now - sent_at) * 1000)


async def run(port: int, request: bytes, *, connections: int, seconds: float) -> dict[str, float]:
    """Posts for `seconds` after a warm-up."""
    tally = Tally()
    loop = asyncio.get_running_loop()
    for _ in range(connections):
        await loop.create_connection(lambda: Client(request, tally), "127.0.0.1", port)
    await asyncio.sleep(WARM_UP_S)
    print("warm", file=sys.stderr, flush=True)
    await asyncio.sleep(seconds)
    took_ms = tally.took_ms
    p50_ms, p99_ms = percentile(took_ms, 0.5), percentile(took_ms, 0.99)
    return {"requests": len(took_ms), "seconds": seconds, "p50_ms": p50_ms, "p99_ms": p99_ms}


def main() -> None:
    """Body on standard input."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int)
    parser.add_argument("--path")
    parser.add_argument("--key")
    parser.add_argument("--connections", type=int)
    parser.add_argument("--seconds", type=float)
    given = parser.parse_args()
    body = sys.stdin.buffer.read()
    head = f"POST {given.path} HTTP/1.1\r\nHost: 127.0.0.1:{given.port}\r\nAuthorization: Bearer {given.key}\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    request = head.encode() + body
    print(json.dumps(uvloop.run(run(given.port, request, connections=given.connections, seconds=given.seconds))))


if __name__ == "__main__":
    main()
