"""What the end-to-end tests run against: a hub with its console, a Tryton and a receiver, all of them real.

Prints one line of JSON that says how to reach them, and ends when its standard input does. At the printed `control`
address, `POST /<kill|stop|start>/<program>` does that to one of the hub's programs, and `POST /answer/<status>/<path>` makes
the receiver answer a path with that status.
"""

import json
import sys
import tempfile
import threading
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from hub.local.console import Console
from hub.local.processes import StackError, free_port
from hub.local.supervisor import Stack
from hub.local.tryton import ROOT, Tryton
from tests.receiver import Answer, Receiver


def main() -> None:
    with ExitStack() as open_things:
        folder = Path(open_things.enter_context(tempfile.TemporaryDirectory(prefix="hub-e2e-")))
        tryton = Tryton(ROOT / ".hub" / "tryton", data=folder / "tryton")
        tryton.prepare(say)
        tryton.start()
        open_things.callback(tryton.stop)
        receiver = open_things.enter_context(Receiver())
        console = open_things.enter_context(Console(free_port()))
        env = console.stack_environment | {"HUB_LOG_JSON": "false"}
        stack = open_things.enter_context(Stack(folder / "hub", env=env, tell=say))
        if not console.serve(stack, say):
            raise StackError("there is no console to test")
        server = ThreadingHTTPServer(("127.0.0.1", 0), control(stack, receiver))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        open_things.callback(server.shutdown)
        facts = {"console": console.url, "url": stack.url, "apiKey": stack.api_key, "echo": stack.connection}
        facts |= {"email": stack.firsts.operator_email, "password": stack.firsts.operator_password}
        facts |= {"receiver": receiver.url(""), "control": f"http://127.0.0.1:{server.server_port}"}
        erp = {"url": tryton.url, "database": tryton.database}
        erp |= {"username": tryton.username, "password": tryton.password}
        print(json.dumps(facts | {"tryton": erp}), flush=True)
        sys.stdin.read()


def say(line: str) -> None:
    """Steps, where they do not mix with the facts."""
    print(line, file=sys.stderr, flush=True)


def control(stack: Stack, receiver: Receiver) -> type[BaseHTTPRequestHandler]:
    """The handler of the control address."""

    class Control(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            verb, what, *rest = self.path.strip("/").split("/")
            if verb == "answer":
                receiver.answer("/" + "/".join(rest), Answer(int(what)))
            elif verb == "start":
                stack.start(what)
            else:
                if verb == "kill":
                    stack.kill(what)
                # A killed one stays away until it is started: else it is back before anybody has noticed.
                stack.stop(what)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests say what they do."""

    return Control


if __name__ == "__main__":
    main()
