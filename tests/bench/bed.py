"""The test bed: a whole hub on free ports in a folder of its own, and what the benchmarks put into it."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

import httpx
import psycopg

from hub.local.supervisor import Stack
from hub.rules.ids import parse_id
from tests.bench.cpu import Meter

ENDPOINTS = 20
BODY_BYTES = 1024
PATIENCE_S = 180
# Each question costs the cores that are measured: with 10 ms it was a tenth of one.
POLL_S = 0.03
WORK = "delivery, attempt, event, job, run"

SEED = """
WITH news AS (
    INSERT INTO event (id, tenant_id, epoch, type, body, created_at)
    SELECT uuidv7(), %(tenant)s, (SELECT max(epoch) FROM event_epoch), 'bench.seeded', %(body)s, now()
    FROM generate_series(1, %(count)s) RETURNING id
)
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status, due_at)
SELECT %(tenant)s, p.id, p.id, n.id, 'bench.seeded', 'pending', now() + %(wait)s
FROM (SELECT id, row_number() OVER () AS place FROM news) n
JOIN (SELECT id, row_number() OVER () AS place FROM endpoint WHERE id = ANY(%(endpoints)s)) p
    ON p.place = n.place %% %(lanes)s + 1
"""

# An event for each hundred of them: millions of bodies would only fill the disk.
SEED_WAITING = """
WITH news AS (
    INSERT INTO event (id, tenant_id, epoch, type, body, created_at)
    SELECT uuidv7(), %(tenant)s, (SELECT max(epoch) FROM event_epoch), 'bench.seeded', %(body)s, now()
    FROM generate_series(1, %(count)s / 100) RETURNING id
)
INSERT INTO delivery (tenant_id, lane_id, endpoint_id, event_id, event_type, status, due_at)
SELECT %(tenant)s, p.id, p.id, n.id, 'bench.seeded', 'pending', now() + interval '1 day'
FROM (SELECT id, row_number() OVER () AS place FROM news) n CROSS JOIN generate_series(1, 100) more
JOIN (SELECT id, row_number() OVER () AS place FROM endpoint WHERE id = ANY(%(endpoints)s)) p
    ON p.place = (n.place + more) %% %(lanes)s + 1
"""
CROWD = """
INSERT INTO endpoint (id, tenant_id, lane_id, kind, url, description, event_types, filter, channels, secrets, timeout_s,
    max_in_flight, ordered, disabled_reason, version)
SELECT id, %(tenant)s, id, 'webhook', %(url)s, '', %(types)s, %(filter)s::jsonpath, '{}', sealed, 15, 100, false, '', 1
FROM unnest(%(ids)s::uuid[], %(secrets)s::bytea[]) AS made(id, sealed)
"""
OWED = """
SELECT EXISTS (SELECT FROM unnest(%s::uuid[]) AS l(id) WHERE (SELECT true FROM delivery d
    WHERE d.lane_id = l.id AND d.status = 'pending' AND d.due_at <= now() ORDER BY d.due_at, d.id LIMIT 1))
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything."""

    accept_s: float
    jobs: int
    due: int
    waiting: int
    steady_s: float
    submits: int
    usual: int
    # Rows that wait beside the others; endpoints, and how many deliveries each of them is owed.
    few: int
    many: int
    endpoints: int
    each: int
    soak_s: float
    # Of the stream: clients, events that go to all of them, seconds of jobs.
    sockets: int
    pushes: int
    jobs_s: float


FULL = Size(
    accept_s=5,
    jobs=10_000,
    due=200_000,
    waiting=1_000_000,
    steady_s=8,
    submits=200,
    usual=2_000,
    few=10_000,
    many=5_000_000,
    endpoints=10_000,
    each=50,
    soak_s=1800,
    sockets=5_000,
    pushes=20,
    jobs_s=10,
)
QUICK = Size(
    accept_s=1,
    jobs=1_000,
    due=2_000,
    waiting=50_000,
    steady_s=2,
    submits=30,
    usual=200,
    few=1_000,
    many=50_000,
    endpoints=500,
    each=4,
    soak_s=30,
    sockets=200,
    pushes=5,
    jobs_s=1,
)


class Bed:
    """A running hub, and what benchmarks put into it; a context manager."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        os.environ.update(stack.env)
        self.sql = psycopg.connect(stack.database_url, autocommit=True)
        self.http = httpx.Client(base_url=f"{stack.url}/api/v1", headers={"Authorization": f"Bearer {stack.api_key}"})
        self.tenant = self.one("SELECT id FROM accounts_tenant WHERE slug = 'demo'")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.http.close()
        self.sql.close()

    def one(self, query: str, params: Any = None) -> Any:
        """The first column of the only row."""
        found = self.sql.execute(query, params).fetchone()
        assert found is not None
        return found[0]

    def clear(self) -> None:
        """No work left from the benchmark before, and statistics that say so."""
        self.sql.execute(f"TRUNCATE {WORK}")
        self.sql.execute("UPDATE endpoint SET deleted_at = now() WHERE deleted_at IS NULL")
        self.sql.execute("VACUUM ANALYZE")

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """An answer of the API below /api/v1."""
        answer = self.http.post(path, json=body)
        assert answer.is_success, answer.text
        return answer.json()

    def endpoints(self, url: str, *event_types: str) -> list[UUID]:
        """One endpoint of this address for each event type."""
        made = [self.post("/endpoints", {"url": url, "event_types": [one]})["id"] for one in event_types]
        return [_uuid("endpoint", public) for public in made]

    def crowd(self, count: int, url: str, event_type: str, *, filter: str | None = None) -> list[UUID]:
        """Many endpoints for the same event type, made in one statement, and their lanes."""
        self.setup()
        from hub import db
        from hub.delivery.sealed import seal
        from hub.rules import signing

        ids = [db.new_id() for _ in range(count)]
        secrets = [[{"secret": signing.new_secret(os.urandom(24)), "expires_at": None}] for _ in ids]
        sealed = [seal("secrets", id_, secret) for id_, secret in zip(ids, secrets, strict=True)]
        self.sql.execute(
            "INSERT INTO lane (id, queue, tenant_id, token, owner, state) "
            "SELECT id, 'deliveries', %s, 0, '', '{}' FROM unnest(%s::uuid[]) AS made(id)",
            (self.tenant, ids),
        )
        params = {"tenant": self.tenant, "url": url, "types": [event_type], "filter": filter}
        self.sql.execute(CROWD, {**params, "ids": ids, "secrets": sealed})
        return ids

    def connections(self, count: int, *, max_in_flight: int) -> list[UUID]:
        """Echo connections."""
        body = {"connector": "echo", "max_in_flight": max_in_flight}
        names = [f"bench-{time.monotonic_ns()}-{place}" for place in range(count)]
        return [_uuid("connection", self.post("/connections", {**body, "name": name})["id"]) for name in names]

    def seed(self, count: int, endpoints: list[UUID], *, wait: str = "0") -> None:
        """Deliveries owed to these endpoints in turn, each with an event of its own of 1 KB, in one transaction."""
        body = b'{"type":"bench.seeded","data":"%b"}' % (b"x" * (BODY_BYTES - 35))
        params = {"tenant": self.tenant, "count": count, "endpoints": endpoints, "lanes": len(endpoints)}
        self.sql.execute(SEED.replace("%(wait)s", f"interval '{wait}'"), {**params, "body": body})

    def seed_waiting(self, count: int, endpoints: list[UUID]) -> None:
        """Deliveries that are due tomorrow on these endpoints; the tables are left as after a quiet night."""
        params = {"tenant": self.tenant, "count": count, "endpoints": endpoints, "lanes": len(endpoints)}
        self.sql.execute(SEED_WAITING, {**params, "body": b'{"type":"bench.seeded","data":{}}'})
        self.sql.execute("VACUUM ANALYZE delivery, event")
        self.sql.execute("CHECKPOINT")

    def publisher(self) -> Callable[..., None]:
        """`publish(type, data, at=…)` as the API process does it, in a transaction of its own."""
        self.setup()
        from django.db import transaction

        from hub.delivery import outbox

        def publish(type: str, data: dict[str, Any], *, at: datetime) -> None:
            with transaction.atomic():
                outbox.publish([outbox.new_event(self.tenant, type, data, at=at)])

        return publish

    def wake(self, queue: str, lanes: list[UUID]) -> None:
        """What a writer does after its commit."""
        self.setup()
        from hub import queue as hints

        hints.wake(queue, lanes)

    def setup(self) -> None:
        """Make the hub's own functions usable here, on the bed's servers."""
        import django

        django.setup()
        from hub import celery  # noqa: F401 the app that wakes are sent through

    def meter(self, *programs: str) -> Meter:
        """CPU time of these programs of the stack from now on."""
        return Meter(self.stack.processes[name].pid for name in programs)

    def wait_until(self, done: Callable[[], bool]) -> float:
        """Poll until it is so; when that was (perf_counter). TimeoutError after PATIENCE_S."""
        deadline = time.perf_counter() + PATIENCE_S
        while not done():
            if time.perf_counter() > deadline:
                raise TimeoutError("a benchmark's work was not done in time")
            time.sleep(POLL_S)
        return time.perf_counter()

    def settled(self, lanes: list[UUID]) -> bool:
        """Whether nothing due is left on these lanes."""
        return not self.one(OWED, (lanes,))


def _uuid(kind: str, public: str) -> UUID:
    found = parse_id(kind, public)
    assert found is not None
    return found
