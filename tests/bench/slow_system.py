"""A system that takes two seconds for each answer but that to `/quick`: `python -m tests.bench.slow_system`.

Prints its port. At the end of its input it prints the most requests that it held at once, and ends.
"""

import asyncio
import sys

ANSWER_S = 2.0
REPLY = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"done": "yes"}'


class Held:
    """How many requests are being held, and the most there were."""

    now = most = 0


async def hold() -> None:
    """Take the time."""
    Held.now += 1
    Held.most = max(Held.most, Held.now)
    await asyncio.sleep(ANSWER_S)
    Held.now -= 1


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, request by request."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            length = next(
                (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
            )
            await reader.readexactly(length)
            if not head.startswith(b"GET /quick"):
                await hold()
            writer.write(REPLY)
            await writer.drain()
    except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
        writer.close()


async def main() -> None:
    """Serve until standard input ends."""
    server = await asyncio.start_server(serve, "127.0.0.1", 0, backlog=2048)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(Held.most, flush=True)
    server.close()


if __name__ == "__main__":
    asyncio.run(main())
