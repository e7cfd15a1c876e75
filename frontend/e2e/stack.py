"""What the end-to-end tests run against: a hub with its console, a Tryton and a receiver, all of them real.

Prints one line of JSON that says how to reach them, and ends when its standard input does. The printed `control` address takes
what `steered` says; besides, `POST /answer/<status>/<path>` makes the receiver answer a path with that status, and
`POST /operator/<tenant>/<role>/<e-mail>` makes somebody who signs in with the first operator's password. A tenant other than
the first one is made along. `POST /deliveries/<endpoint>/<count>` gives an endpoint so many delivered ones.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import psycopg

from hub.local.console import Console
from hub.local.processes import StackError, free_port
from hub.local.supervisor import Stack
from hub.local.tryton import ROOT, Tryton
from hub.rules.ids import require_id
from tests.frontend.steering import Order, hold, steered
from tests.receiver import Answer, Receiver

FIRST_TENANT = "demo"
DELIVERED = """
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status, status_code, reason, tried, finished_at)
SELECT p.tenant_id, p.lane_id, p.id, uuidv7(), 'archive.kept', 'delivered', 200, 'ok', 1, now()
FROM endpoint p, generate_series(1, %s) WHERE p.id = %s
"""


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
        orders = {"answer": answering(receiver), "operator": inviting(stack, folder), "deliveries": delivered(stack)}
        control = open_things.enter_context(steered(stack, **orders))
        facts = {"console": console.url, "url": stack.url, "apiKey": stack.api_key, "echo": stack.connection}
        facts |= {"email": stack.firsts.operator_email, "password": stack.firsts.operator_password}
        facts |= {"receiver": receiver.url(""), "control": control}
        erp = {"url": tryton.url, "database": tryton.database}
        erp |= {"username": tryton.username, "password": tryton.password}
        hold(facts | {"tryton": erp})


def say(line: str) -> None:
    """Steps, where they do not mix with the facts."""
    print(line, file=sys.stderr, flush=True)


def answering(receiver: Receiver) -> Order:
    def answer(status: str, *path: str) -> None:
        receiver.answer("/" + "/".join(path), Answer(int(status)))

    return answer


def inviting(stack: Stack, folder: Path) -> Order:
    def operator(tenant: str, role: str, email: str) -> None:
        password = folder / "password"
        password.write_text(stack.firsts.operator_password)
        hub = [sys.executable, "-m", "hub.cli"]
        given = {"env": os.environ | stack.env, "check": True, "stdout": sys.stderr}
        if tenant != FIRST_TENANT:
            subprocess.run([*hub, "tenant", "create", tenant], **given)
        who = [email, "--tenant", tenant, "--role", role, "--password-file", str(password)]
        subprocess.run([*hub, "operator", "create", *who], **given)

    return operator


def delivered(stack: Stack) -> Order:
    def deliveries(endpoint: str, count: str) -> None:
        with psycopg.connect(stack.database_url) as database:
            database.execute(DELIVERED, (int(count), require_id("endpoint", endpoint, field="endpoint")))

    return deliveries


if __name__ == "__main__":
    main()
