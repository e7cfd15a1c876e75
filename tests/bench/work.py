"""What the workers do: run jobs, drain deliveries, keep up with new events, and answer quickly when idle."""

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from standardwebhooks.webhooks import Webhook

from tests.bench.bed import ENDPOINTS, Bed, Size
from tests.bench.figures import Sample, percentile
from tests.receiver import FastReceiver, Receiver

CONNECTIONS = 4
IN_FLIGHT = 100
SEED_JOBS = """
INSERT INTO job (id, tenant_id, connection_id, connector, operation, input, status, priority, due_at, timeout_s, max_runs,
    tags, metadata, version, tried, finds)
SELECT uuidv7(), %(tenant)s, (%(connections)s::uuid[])[n %% cardinality(%(connections)s::uuid[]) + 1], 'echo', 'echo',
    '{"message": "hello", "sleep_ms": 0, "fail": null}', 'queued', 5, now(), 30, 6, '{}', '{}', 1, 0, 0
FROM generate_series(1, %(count)s) n
"""
OPEN_JOBS = """
SELECT EXISTS (SELECT FROM job WHERE connection_id = ANY(%s)
    AND status IN ('scheduled', 'queued', 'retrying', 'running', 'waiting', 'reconciling'))
"""
# Between two submits: the drains of the last one have ended by then.
PAUSE_S = 0.05


def jobs(bed: Bed, size: Size) -> dict[str, Sample]:
    """`jobs`: echo jobs on four connections, queued in one transaction, until the last has succeeded."""
    bed.clear()
    lanes = bed.connections(CONNECTIONS, max_in_flight=IN_FLIGHT)
    ours, database = bed.meter("jobs"), bed.meter("postgres")
    bed.sql.execute(SEED_JOBS, {"tenant": bed.tenant, "connections": lanes, "count": size.jobs})
    began = time.perf_counter()
    bed.wake("jobs", lanes)
    ended = bed.wait_until(lambda: not bed.one(OPEN_JOBS, (lanes,)))
    assert bed.one("SELECT count(*) FROM job WHERE status = 'succeeded'") == size.jobs
    cpu_us, db_cpu_us = ours.used_us() / size.jobs, database.used_us() / size.jobs
    return {"jobs": Sample(per_s=size.jobs / (ended - began), cpu_us=cpu_us, db_cpu_us=db_cpu_us)}


def drain(bed: Bed, size: Size) -> dict[str, Sample]:
    """`drain`: what is due at once on 20 endpoints; `drain_waiting`: the same among rows that are not due."""
    alone = _drain(bed, size.due, waiting=0)
    return {"drain": alone, "drain_waiting": _drain(bed, size.due, waiting=size.waiting)}


def _drain(bed: Bed, due: int, *, waiting: int) -> Sample:
    bed.clear()
    with FastReceiver() as receiver:
        lanes = bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS)])
        if waiting:
            # Half of them on the very lanes that are drained.
            others = bed.endpoints(receiver.url(), *[f"bench.other.{place}" for place in range(ENDPOINTS)])
            bed.seed(waiting, [*lanes, *others], wait="1 day")
            bed.sql.execute("VACUUM ANALYZE delivery, event")
            bed.sql.execute("CHECKPOINT")
        bed.seed(due, lanes)
        return drained(bed, receiver, lanes, due)


def drained(bed: Bed, receiver: FastReceiver, lanes: list[UUID], due: int) -> Sample:
    """Wake the workers and wait until so many deliveries on these lanes were received and written down, each once."""
    # The server's share of the seeding, which ends with the commit, is not counted.
    ours, database = bed.meter("deliveries"), bed.meter("postgres")
    began = time.perf_counter()
    bed.wake("deliveries", lanes)
    bed.wait_until(lambda: receiver.counts()["requests"] >= due)
    ended = bed.wait_until(lambda: bed.settled(lanes))
    cpu_us, db_cpu_us = ours.used_us() / due, database.used_us() / due
    assert receiver.counts()["requests"] == due
    assert bed.one("SELECT count(*) FROM delivery WHERE status = 'delivered'") == due
    assert bed.one("SELECT count(*) FROM attempt WHERE status_code = 200") == due
    return Sample(per_s=due / (ended - began), cpu_us=cpu_us, db_cpu_us=db_cpu_us)


def steady(bed: Bed, size: Size) -> dict[str, Sample]:
    """`steady`: deliveries while a process of its own publishes events in batches, as many as are sent."""
    bed.clear()
    with FastReceiver() as receiver:
        bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS)])
        command = [sys.executable, "-m", "tests.bench.writer", str(receiver.port), str(bed.tenant), str(ENDPOINTS)]
        with subprocess.Popen(command, stdin=subprocess.PIPE) as writer:
            # Warm: both drains are at work.
            bed.wait_until(lambda: receiver.counts()["requests"] > size.due // 10)
            ours, database = bed.meter("deliveries"), bed.meter("postgres")
            began, before = time.perf_counter(), receiver.counts()["requests"]
            time.sleep(size.steady_s)
            ended, after = time.perf_counter(), receiver.counts()["requests"]
            sent = after - before
            cpu_us, db_cpu_us = ours.used_us() / sent, database.used_us() / sent
            writer.communicate()  # an end of its input is its sign to stop
            assert writer.returncode == 0
        total = bed.one("SELECT count(*) FROM delivery")
        bed.wait_until(lambda: receiver.counts()["requests"] >= total)
    return {"steady": Sample(per_s=sent / (ended - began), cpu_us=cpu_us, db_cpu_us=db_cpu_us)}


def latency(bed: Bed, size: Size) -> dict[str, Sample]:
    """`latency`: from sending `POST /jobs` to the signed `job.succeeded` at the receiver, one at a time; `latency_commit`:
    from the commit of an event to its request."""
    bed.clear()
    with Receiver() as receiver:
        secret = bed.post("/endpoints", {"url": receiver.url(), "event_types": ["job.succeeded", "bench.alone"]})[
            "secret"
        ]
        whole = _one_by_one(bed, receiver, size.submits, _submit(bed), secret=secret)
        commit = _one_by_one(bed, receiver, size.submits, _publish(bed), secret=secret)
    return {"latency": whole, "latency_commit": commit}


def _submit(bed: Bed) -> Callable[[], float]:
    job = {"connection_id": bed.stack.connection, "operation": "echo", "input": {"message": "hello"}}

    def submit() -> float:
        began = time.monotonic()
        bed.post("/jobs", job)
        return began

    return submit


def _publish(bed: Bed) -> Callable[[], float]:
    publish = bed.publisher()

    def commit() -> float:
        publish("bench.alone", {"filler": "x" * 900}, at=datetime.now(UTC))
        return time.monotonic()

    return commit


def _one_by_one(bed: Bed, receiver: Receiver, count: int, act: Callable[[], float], *, secret: str) -> Sample:
    """act: starts one and says from when it counts (monotonic seconds)."""
    before, took_ms = len(receiver.requests), []
    for number in range(1, count + 6):
        time.sleep(PAUSE_S)
        began = act()
        came = receiver.wait_for(before + number)[-1]
        took_ms.append((came.at - began) * 1000)
        Webhook(secret).verify(came.body.decode(), came.headers)
    # The first ones open connections.
    warm = took_ms[5:]
    return Sample(p50_ms=percentile(warm, 0.5), p99_ms=percentile(warm, 0.99))
