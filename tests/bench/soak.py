"""Half an hour of steady load: whether memory, tables and indexes stay as they are.

Not among what runs by itself: `./scripts/bench soak --repeats 1`, or `--minutes 5` for a look.
"""

import subprocess
import sys
import time
from dataclasses import dataclass

import psutil

from tests.bench.bed import ENDPOINTS, Bed, Size
from tests.bench.figures import Sample
from tests.receiver import FastReceiver

RATE_PER_S = 500
LOOKS = 6
# What came to rest is forgotten after a while, as retention does, so that the tables have a size to keep.
KEPT_S = 120
SIZES = """
SELECT sum(pg_total_relation_size(c.oid))::bigint, sum(pg_indexes_size(c.oid))::bigint
FROM pg_class c WHERE c.relname = 'delivery' OR c.relname = 'lane'
"""
FORGET = "DELETE FROM delivery WHERE status = 'delivered' AND finished_at < now() - make_interval(secs => %s)"


@dataclass(frozen=True, slots=True)
class Look:
    """One look at what must not grow. megabytes."""

    minute: float
    sent: int
    hub_mb: float
    table_mb: float
    index_mb: float


def soak(bed: Bed, size: Size) -> dict[str, Sample]:
    """`soak`: events published at a steady rate and delivered; `per_s` is of the whole time, the looks are printed."""
    bed.clear()
    with FastReceiver() as receiver:
        bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS)])
        command = [sys.executable, "-m", "tests.bench.writer", str(receiver.port), str(bed.tenant), str(ENDPOINTS)]
        with subprocess.Popen([*command, str(RATE_PER_S)], stdin=subprocess.PIPE) as writer:
            ours, database = bed.meter("deliveries"), bed.meter("postgres")
            began, before = time.perf_counter(), receiver.counts()["requests"]
            looks = _looks(bed, receiver, size.soak_s)
            took_s, sent = time.perf_counter() - began, receiver.counts()["requests"] - before
            writer.communicate()
        cpu_us, db_cpu_us = ours.used_us() / sent, database.used_us() / sent
    for look in looks:
        print(
            f"{look.minute:5.1f} min {look.sent:9,} sent · processes {look.hub_mb:6.1f} MB · "
            f"delivery and lane {look.table_mb:7.1f} MB, of it indexes {look.index_mb:6.1f} MB"
        )
    return {"soak": Sample(per_s=sent / took_s, cpu_us=cpu_us, db_cpu_us=db_cpu_us)}


def _looks(bed: Bed, receiver: FastReceiver, soak_s: float) -> list[Look]:
    began, looks = time.perf_counter(), []
    for turn in range(1, LOOKS + 1):
        until = began + soak_s * turn / LOOKS
        while (left_s := until - time.perf_counter()) > 0:
            time.sleep(min(5.0, left_s))
            bed.sql.execute(FORGET, (min(KEPT_S, soak_s / LOOKS),))
        bed.sql.execute("VACUUM delivery, lane")
        total, indexes = bed.sql.execute(SIZES).fetchone() or (0, 0)
        minute = (time.perf_counter() - began) / 60
        sent = receiver.counts()["requests"]
        looks.append(Look(minute, sent, _own_mb(bed), total / 1e6, indexes / 1e6))
    return looks


def _own_mb(bed: Bed) -> float:
    """What every process of the hub's own holds for itself; PostgreSQL and Valkey have limits of their own."""
    roots = [psutil.Process(one.pid) for name, one in bed.stack.processes.items() if name not in ("postgres", "valkey")]
    return sum(one.memory_full_info().uss for root in roots for one in [root, *root.children(recursive=True)]) / 1e6
