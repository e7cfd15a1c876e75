"""A tenant on a running stack, for journeys and chaos: the API over HTTP, and PostgreSQL for what is true."""

import hashlib
import random
import secrets
import time
from collections.abc import Callable, Iterable
from typing import Any, Self, TypeVar
from uuid import uuid4

import httpx
import psycopg

from hub.local.client import Listener
from hub.local.supervisor import Stack
from hub.rules.ids import require_id

T = TypeVar("T")
FINAL = ("succeeded", "failed", "cancelled", "expired")


def until(found: Callable[[], T], what: str, *, timeout_s: float = 20, every_s: float = 0.05) -> T:
    """The first true value of `found()`; AssertionError that says `what` at the deadline."""
    deadline = time.monotonic() + timeout_s
    while True:
        value = found()
        if value:
            return value
        assert time.monotonic() < deadline, f"not within {timeout_s:g} s: {what}"
        time.sleep(every_s)


def seeded(name: str) -> random.Random:
    """A source of randomness whose seed is printed, so that a failure can be repeated."""
    seed = secrets.randbits(32)
    print(f"{name}: random.Random({seed})")
    return random.Random(seed)


class Account:
    """A fresh tenant with a key that may do everything; a context manager."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.id = uuid4()
        self.key = "hub_sk_" + secrets.token_urlsafe(32)
        self._create()
        self.http = httpx.Client(
            base_url=f"{stack.url}/api/v1",
            headers={"Authorization": f"Bearer {self.key}"},
            timeout=30,
            trust_env=False,
            limits=httpx.Limits(max_connections=40),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.http.close()

    def _create(self) -> None:
        """What `hub tenant create` and `hub key create` write, without starting Django twice."""
        with psycopg.connect(self.stack.database_url) as database:
            database.execute(
                "INSERT INTO accounts_tenant (id, name, slug, created_at) VALUES (%s, 'Test', %s, now())",
                (self.id, f"t-{self.id.hex}"),
            )
            database.execute(
                "INSERT INTO accounts_apikey (id, tenant_id, name, hash, hint, scopes, created_at)"
                " VALUES (%s, %s, 'test', %s, %s, '{*}', now())",
                (uuid4(), self.id, hashlib.sha256(self.key.encode()).digest(), self.key[-4:]),
            )

    def sql(self, query: str, *params: Any) -> list[tuple[Any, ...]]:
        """Rows of a query on the stack's database; `%(tenant)s` is this tenant when there are no other parameters."""
        with psycopg.connect(self.stack.database_url, autocommit=True, connect_timeout=5) as database:
            return database.execute(query, params or {"tenant": self.id}).fetchall()

    def get(self, path: str, **query: Any) -> Any:
        """The JSON of a GET that must be answered 200."""
        answer = self.http.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, body: dict[str, Any], **headers: str) -> Any:
        """The JSON of a POST that must succeed."""
        answer = self.http.post(path, json=body, headers=headers)
        assert answer.is_success, answer.text
        return answer.json()

    def connect(self, connector: str = "echo", **fields: Any) -> str:
        """A connection's id."""
        return self.post("/connections", {"name": secrets.token_hex(4), "connector": connector, **fields})["id"]

    def endpoint(self, url: str, **fields: Any) -> dict[str, Any]:
        """An endpoint for the jobs' events that tries again every second."""
        wanted = {"event_types": ["job.*"], "retry_schedule_s": [1.0] * 20, "timeout_s": 5.0, **fields}
        return self.post("/endpoints", {"url": url, **wanted})

    def submit(self, connection: str, operation: str, given: dict[str, Any], **more: Any) -> str:
        """An accepted job's id."""
        return self.post("/jobs", job(connection, operation, given, **more))["id"]

    def submit_many(self, connection: str, operation: str, inputs: Iterable[dict[str, Any]], **more: Any) -> list[str]:
        """The ids of jobs accepted in one batch."""
        jobs = [job(connection, operation, given, **more) for given in inputs]
        return [item["id"] for item in self.post("/jobs/batch", {"jobs": jobs})["data"]]

    def job(self, job_id: str) -> dict[str, Any]:
        """The job by polling."""
        return self.get(f"/jobs/{job_id}")

    def wait_for(self, job_id: str, *statuses: str, timeout_s: float = 30) -> dict[str, Any]:
        """The job once it is in one of these states, by default a final one."""
        wanted = statuses or FINAL
        found: dict[str, Any] = {}

        def arrived() -> bool:
            found.update(self.job(job_id))
            return found["status"] in wanted

        until(arrived, f"{job_id} becomes {' or '.join(wanted)}", timeout_s=timeout_s)
        return found

    def history(self, job_id: str) -> list[str]:
        """The types of the job's events in the log's order."""
        return [event["type"] for event in self.get(f"/jobs/{job_id}/events", limit=200)["data"]]

    def runs(self, job_id: str) -> list[tuple[str, str]]:
        """The job's runs as (kind, status), oldest first."""
        return self.sql("SELECT kind, status FROM run WHERE job_id = %s ORDER BY id", uuid("job", job_id))

    def deliveries(self, endpoint_id: str) -> dict[str, int]:
        """How many of the endpoint's deliveries are in which state."""
        query = "SELECT status, count(*) FROM delivery WHERE endpoint_id = %s GROUP BY 1"
        return dict(self.sql(query, uuid("endpoint", endpoint_id)))


def hears(account: Account, connection: str) -> None:
    """A job's outcome is pushed to a new stream; StackError when it is not."""
    ticket = account.post("/tickets", {"topics": ["tenant"]})
    listener = Listener(ticket["stream_url"], ticket["ticket"], lambda event: None)
    listener.wait_for(account.submit(connection, "echo", {"message": "heard"}), "job.succeeded", timeout_s=15)
    listener.close()


def job(connection: str, operation: str, given: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The body of a POST to /jobs."""
    return {"connection_id": connection, "operation": operation, "input": given, **more}


def uuid(kind: str, public: str) -> Any:
    """The UUID behind a public id."""
    return require_id(kind, public, field="id")
