"""Jobs in numbers: slow calls that one worker process holds at once, and tenants beside one that floods."""

import json
import secrets
import subprocess
import sys
import time
from typing import Any
from uuid import UUID, uuid4

from hub.rules.ids import require_id
from tests.bench.bed import Bed, Size
from tests.bench.figures import Sample
from tests.bench.slow_system import ANSWER_S
from tests.bench.work import OPEN_JOBS

SLOW_CALLS = 500
TENANTS = 50
# Of 10,000 jobs, one tenant's share.
FLOOD = 5_100
EACH = 100
WORK_MS = 20

SEED_SLOW = """
INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, timeout_s, max_runs,
    tags, metadata, version, tried, finds)
SELECT uuidv7(), %(tenant)s, %(connection)s, 'http', 'request', %(input)s::jsonb, 'queued', 5, now(), 60, 1, '{}', '{}',
    1, 0, 0
FROM generate_series(1, %(count)s)
"""
SEED_TENANT = """
WITH made AS (
    INSERT INTO accounts_tenant (id, name, slug, created_at) VALUES (%(tenant)s, %(slug)s, %(slug)s, now())
), connected AS (
    INSERT INTO connection (id, tenant_id, name, connector, base_url, config, max_in_flight, health, version)
    VALUES (%(connection)s, %(tenant)s, 'echo', 'echo', '', '{}', 10, 'unknown', 1)
), owned AS (
    INSERT INTO lane (id, queue, tenant_id, token, owner, state) VALUES (%(connection)s, 'jobs', %(tenant)s, 0, '', '{}')
)
INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, timeout_s, max_runs,
    tags, metadata, version, tried, finds, created_at)
SELECT uuidv7(), %(tenant)s, %(connection)s, 'echo', 'echo', %(input)s::jsonb, 'queued', 5, %(at)s, 30, 6, '{}', '{}',
    1, 0, 0, %(at)s
FROM generate_series(1, %(count)s)
"""
WAITED = """
SELECT avg(extract(epoch FROM started_at - created_at)) FROM job WHERE tenant_id = ANY(%s) GROUP BY tenant_id
"""


def slow_jobs(bed: Bed, size: Size) -> dict[str, Sample]:
    """`slow-jobs`: 500 calls of 2 s each over HTTP on one connection, from the hint to the last recorded result."""
    bed.clear()
    command = [sys.executable, "-m", "tests.bench.slow_system"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as system:
        assert system.stdout is not None
        port = int(system.stdout.readline())
        connection = _slow_connection(bed, port)
        ours, database = bed.meter("jobs"), bed.meter("postgres")
        took_s = _timed(bed, connection)
        cpu_us, db_cpu_us = ours.used_us() / SLOW_CALLS, database.used_us() / SLOW_CALLS
        most = int(system.communicate()[0])
    assert most == SLOW_CALLS, f"only {most} calls were held at once"
    return {"slow-jobs": Sample(per_s=SLOW_CALLS / took_s, wall_s=took_s, cpu_us=cpu_us, db_cpu_us=db_cpu_us)}


def _slow_connection(bed: Bed, port: int) -> UUID:
    body = {
        "name": f"slow-{secrets.token_hex(4)}",
        "connector": "http",
        "base_url": f"http://127.0.0.1:{port}",
        "max_in_flight": SLOW_CALLS,
    }
    return require_id("connection", bed.post("/connections", body)["id"], field="id")


def _timed(bed: Bed, connection: UUID) -> float:
    # One call first: a worker that has just been started loads and plans what the others need, too.
    _seed(bed, connection, "/quick", count=1)
    bed.wake("jobs", [connection])
    bed.wait_until(lambda: not bed.one(OPEN_JOBS, ([connection],)))
    _seed(bed, connection, "/slow", count=SLOW_CALLS)
    began = time.perf_counter()
    bed.wake("jobs", [connection])
    ended = bed.wait_until(lambda: not bed.one(OPEN_JOBS, ([connection],)))
    done = bed.one("SELECT count(*) FROM job WHERE connection_id = %s AND status = 'succeeded'", (connection,))
    assert done == SLOW_CALLS + 1
    assert ended - began > ANSWER_S
    return ended - began


def _seed(bed: Bed, connection: UUID, path: str, *, count: int) -> None:
    given = _normalised(bed, "http", "request", {"method": "GET", "path": path})
    bed.sql.execute(SEED_SLOW, {"tenant": bed.tenant, "connection": connection, "input": given, "count": count})


def _normalised(bed: Bed, connector: str, operation: str, given: dict[str, Any]) -> str:
    """The input as the API would have kept it."""
    bed.setup()
    from hub.connectors import registry

    return json.dumps(registry.validate_input(connector, operation, given))


def fair_jobs(bed: Bed, size: Size) -> dict[str, Sample]:
    """`fair-jobs`: 10,000 jobs of 20 ms each over 50 tenants, of which one has half; Jain's index of how long the others'
    jobs waited, and how long that was."""
    bed.clear()
    at = bed.one("SELECT now()")
    others = [_tenant(bed, EACH, at) for _ in range(TENANTS - 1)]
    flooding = _tenant(bed, FLOOD, at)
    lanes = [lane for _, lane in [flooding, *others]]
    began = time.perf_counter()
    bed.wake("jobs", lanes)
    ended = bed.wait_until(lambda: not bed.one(OPEN_JOBS, (lanes,)))
    waits = [float(row[0]) for row in bed.sql.execute(WAITED, ([tenant for tenant, _ in others],)).fetchall()]
    assert len(waits) == TENANTS - 1
    jain = sum(waits) ** 2 / (len(waits) * sum(wait * wait for wait in waits))
    jobs = FLOOD + EACH * (TENANTS - 1)
    return {"fair-jobs": Sample(per_s=jobs / (ended - began), wall_s=ended - began, jain=jain)}


def _tenant(bed: Bed, count: int, at: Any) -> tuple[UUID, UUID]:
    """A tenant with so many jobs on one connection, and the connection."""
    tenant, connection = uuid4(), uuid4()
    params = {
        "tenant": tenant,
        "slug": f"t{tenant.hex}",
        "connection": connection,
        "input": _normalised(bed, "echo", "echo", {"message": 1, "sleep_ms": WORK_MS}),
        "count": count,
        "at": at,
    }
    bed.sql.execute(SEED_TENANT, params)
    return tenant, connection
