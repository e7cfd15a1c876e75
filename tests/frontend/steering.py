"""How tests that are written in TypeScript run and steer a hub: a program of Python holds it, and takes orders by HTTP."""

import json
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from hub.local.supervisor import Stack

Order = Callable[..., None]


def hold(facts: Mapping[str, object]) -> None:
    """Prints one line of JSON that says how to reach what runs, and waits until standard input ends."""
    print(json.dumps(facts), flush=True)
    sys.stdin.read()


@contextmanager
def steered(stack: Stack, **orders: Order) -> Iterator[str]:
    """An address that takes orders: `POST /<kill|stop|start>/<program>`, and `POST /<name>/<argument>/…` for each of orders."""
    known: dict[str, Order] = {"kill": _killer(stack), "stop": stack.stop, "start": _starter(stack), **orders}
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(known))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _killer(stack: Stack) -> Order:
    def kill(program: str) -> None:
        stack.kill(program)
        # It stays away until it is started: else it is back before anybody has noticed.
        stack.stop(program)

    return kill


def _starter(stack: Stack) -> Order:
    def start(program: str) -> None:
        if not stack.processes[program].alive():
            stack.start(program)

    return start


def _handler(orders: Mapping[str, Order]) -> type[BaseHTTPRequestHandler]:
    class Steering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            name, *arguments = self.path.strip("/").split("/")
            orders[name](*arguments)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests say what they do."""

    return Steering
