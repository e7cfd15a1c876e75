"""A hub for the tests: prints how to reach it, and ends when its standard input does.

`POST /<kill|stop|start>/<program>` at the printed `control` address does that to one of its programs.
"""

import json
import sys
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from hub.local.supervisor import Stack


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        env = {"HUB_STREAM_ORIGINS": "*", "HUB_LOG_JSON": "false"}
        with Stack(Path(folder), env=env) as stack:
            server = ThreadingHTTPServer(("127.0.0.1", 0), control(stack))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            facts = {"url": stack.url, "streamUrl": stack.stream_url, "apiKey": stack.api_key}
            facts |= {"connection": stack.connection, "control": f"http://127.0.0.1:{server.server_port}"}
            print(json.dumps(facts), flush=True)
            sys.stdin.read()
            server.shutdown()


def control(stack: Stack) -> type[BaseHTTPRequestHandler]:
    """The handler of the control address."""

    class Control(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            verb, name = self.path.strip("/").split("/")
            if verb == "kill":
                stack.kill(name)
            if verb != "start":
                # A killed one stays away until it is started: else it is back before anybody has noticed.
                stack.stop(name)
            elif not stack.processes[name].alive():
                stack.start(name)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the tests say what they do."""

    return Control


if __name__ == "__main__":
    main()
