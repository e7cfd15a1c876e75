"""What must be in the database before a stack is of use: this version's tables, a tenant, a key, a connection, an operator.

`prepare.py` makes them in a process of its own. A second start trusts what the first has noted and looks through the API
whether it is so, which costs milliseconds instead of seconds.
"""

import hashlib
import http.client
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Self

from hub.local.processes import StackError

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Firsts:
    """An API key of the tenant `demo` that may do everything, the id of a connection to the echo connector, and an operator who
    signs in to the console as its admin."""

    api_key: str
    connection: str
    operator_email: str
    operator_password: str = field(repr=False)

    @classmethod
    def noted(cls, values: Mapping[str, str]) -> Self:
        """What an earlier start has noted; empty where it has not."""
        return cls(**{each.name: values.get(each.name, "") for each in fields(cls)})

    @property
    def complete(self) -> bool:
        """Whether all of it is known."""
        return all(asdict(self).values())


def make(env: Mapping[str, str], known: Firsts) -> Firsts:
    """Migrates and sees to the rest; a known key and password that work are kept. Raises StackError with the last lines."""
    command = [sys.executable, "-m", "hub.local.prepare"]
    done = subprocess.run(
        command, env=dict(env), input=json.dumps(asdict(known)), capture_output=True, text=True, check=False
    )
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
