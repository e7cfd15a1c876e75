"""What must be in the database before a stack is of use: this version's tables, a tenant, a key, a connection.

`prepare.py` makes them in a process of its own. A second start trusts what the first has noted and looks through the API
whether it is so, which costs milliseconds instead of seconds.
"""

import hashlib
import http.client
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hub.local.processes import StackError

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Firsts:
    """An API key of the tenant `demo` that may do everything, and the id of a connection to the echo connector."""

    api_key: str
    connection: str


def make(env: Mapping[str, str], known_key: str) -> Firsts:
    """Migrates and sees to the rest; a known key that works is kept. Raises StackError with the last lines."""
    command = [sys.executable, "-m", "hub.local.prepare"]
    done = subprocess.run(command, env=dict(env), input=known_key, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StackError("the database could not be migrated:\n" + "\n".join(done.stderr.splitlines()[-5:]))
    return Firsts(**json.loads(done.stdout.splitlines()[-1]))


def are_there(firsts: Firsts, api_port: int) -> bool:
    """Whether the API knows the key and the connection."""
    connection = http.client.HTTPConnection(HOST, api_port, timeout=5)
    headers = {"Authorization": f"Bearer {firsts.api_key}"}
    try:
        connection.request("GET", f"/api/v1/connections/{firsts.connection}", headers=headers)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def version() -> str:
    """Changes with any migration."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parents[1].glob("*/migrations/*.py")):
        digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()
