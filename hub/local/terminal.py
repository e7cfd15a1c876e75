"""What `hub up` shows: a summary that can be pasted from, then everybody's log lines with a coloured name in front."""

import json
import sys
import time
from pathlib import Path
from typing import IO

from hub.local.supervisor import Stack

COLOURS = {
    "api": 36,
    "realtime": 35,
    "jobs": 32,
    "deliveries": 33,
    "maintenance": 34,
    "beat": 90,
    "postgres": 94,
    "console": 95,
}
POLL_S = 0.1
# A log that has grown past this is emptied; its end is what was just shown.
LIMIT_BYTES = 50 * 1024 * 1024


class Follower:
    """Follows the logs in a stack's folder from where they ended when it was made."""

    def __init__(self, directory: Path, *, out: IO[str] = sys.stdout) -> None:
        self._directory = directory
        self._out = out
        self._places = {path: path.stat().st_size for path in self._logs()}

    def run(self) -> None:
        """Prints new lines until interrupted."""
        while True:
            self.show()
            time.sleep(POLL_S)

    def show(self) -> None:
        """Prints the whole lines that have come since the last time."""
        for path in self._logs():
            with path.open("rb") as log:
                log.seek(min(self._places.get(path, 0), path.stat().st_size))
                text = log.read()
                whole = text[: text.rfind(b"\n") + 1]
                self._places[path] = log.tell() - len(text) + len(whole)
            for line in whole.decode(errors="replace").splitlines():
                self._out.write(f"{self._name(path.stem)} {line}\n")
            if self._places[path] > LIMIT_BYTES:
                with path.open("r+b") as log:
                    log.truncate(0)
        self._out.flush()

    def _logs(self) -> list[Path]:
        return sorted(path for path in self._directory.glob("*/*.log") if not path.name.endswith(".1.log"))

    def _name(self, name: str) -> str:
        if not self._out.isatty():
            return f"{name:<11} |"
        return f"\x1b[{COLOURS.get(name, 37)}m{name:<11}\x1b[0m \x1b[2m|\x1b[0m"


def summary(stack: Stack, *, console_url: str | None = None) -> str:
    """Addresses, who signs in to the console (if one is served), the API key and a command line that works when pasted."""
    job = json.dumps({"connection_id": stack.connection, "operation": "echo", "input": {"message": "hello"}})
    headers = f"-H 'Authorization: Bearer {stack.api_key}' -H 'Content-Type: application/json'"
    console = f"\n  Console   {console_url}" if console_url else ""
    return f"""{console}
  API       {stack.url}/api/v1
  Docs      {stack.url}/api/v1/docs
  Stream    {stack.stream_url.replace("http", "ws", 1)}/ws/v1
  API key   {stack.api_key}   (tenant demo; also in {stack.directory / "local.json"})
  Operator  {stack.firsts.operator_email}   password {stack.firsts.operator_password}

  Try:      curl -s {stack.url}/api/v1/jobs {headers} -d '{job}'
            hub submit echo echo '{{"message": "hello"}}'

  Ctrl-C stops everything.
"""
