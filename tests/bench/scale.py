"""Whether a delivery costs the same whatever stands around it: rows that wait, endpoints, receivers that hang, fan-out."""

import time
from datetime import UTC, datetime
from uuid import UUID

import psycopg

from tests.bench.bed import ENDPOINTS, Bed, Size
from tests.bench.figures import Sample, percentile
from tests.bench.work import drained
from tests.receiver import FastReceiver

FILTER = '$.data.amount > 10 && $.data.country == "DE"'
FAN_OUTS = 12
HANG_S = 30.0
# What the hanging endpoint is owed beside the others' share: enough to fill all that it may have in flight, several times.
HANGING_ROWS = 1000


def rows(bed: Bed, size: Size) -> dict[str, Sample]:
    """`rows_few`, `rows_many`: what is due at once among ten thousand, and among millions, that are not."""
    return {name: _among(bed, size, waiting) for name, waiting in (("rows_few", size.few), ("rows_many", size.many))}


def endpoints(bed: Bed, size: Size) -> dict[str, Sample]:
    """`endpoints_1`, `endpoints_20`, `endpoints_all`: the same amount due on one endpoint, on twenty, on thousands."""
    return {f"endpoints_{count}": _across(bed, size, count) for count in (1, ENDPOINTS, size.endpoints)}


def fanout(bed: Bed, size: Size) -> dict[str, Sample]:
    """`fanout`: publishing one event of 1 KB that thousands of endpoints want, each with a payload filter; p50 and p99 of
    the call, which ends with the commit."""
    bed.clear()
    publish = bed.publisher()
    bed.crowd(size.endpoints, "http://127.0.0.1:9/", "bench.fan", filter=FILTER)
    bed.sql.execute("VACUUM ANALYZE endpoint, lane")
    # Nothing is sent: the address is no receiver's.
    bed.stack.stop("deliveries")
    data = {"amount": 12, "country": "DE", "filler": "x" * 900}
    took_ms = []
    try:
        for _ in range(FAN_OUTS):
            began = time.perf_counter()
            publish("bench.fan", data, at=datetime.now(UTC))
            took_ms.append((time.perf_counter() - began) * 1000)
        assert bed.one("SELECT count(*) FROM delivery") == FAN_OUTS * size.endpoints
        bed.clear()
    finally:
        bed.stack.start("deliveries")
    # The first ones plan the statement and read pages that nobody has read yet.
    return {"fanout": Sample(p50_ms=percentile(took_ms[2:], 0.5), p99_ms=percentile(took_ms[2:], 0.99))}


def hanging(bed: Bed, size: Size) -> dict[str, Sample]:
    """`hanging_none`, `hanging_one`: nineteen endpoints, alone and beside a twentieth that never answers in time."""
    alone = _beside(bed, size, hanging_rows=0)
    beside = _beside(bed, size, hanging_rows=HANGING_ROWS)
    assert alone.per_s
    assert beside.per_s
    return {"hanging_none": alone, "hanging_one": beside}


def snapshot(bed: Bed, size: Size) -> dict[str, Sample]:
    """`snapshot_none`, `snapshot_old`: the same amount, and with a transaction open meanwhile, as a backup keeps one."""
    return {name: _under(bed, size, held) for name, held in (("snapshot_none", False), ("snapshot_old", True))}


def _under(bed: Bed, size: Size, held: bool) -> Sample:
    bed.clear()
    with FastReceiver() as receiver, psycopg.connect(bed.stack.database_url) as other:
        lanes = bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS)])
        bed.seed(size.due, lanes)
        if held:
            other.execute("SELECT pg_current_xact_id()")
        return drained(bed, receiver, lanes, size.due)


def _among(bed: Bed, size: Size, waiting: int) -> Sample:
    bed.clear()
    with FastReceiver() as receiver:
        lanes = bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS)])
        bed.seed_waiting(waiting, lanes)
        bed.seed(size.due, lanes)
        return drained(bed, receiver, lanes, size.due)


def _across(bed: Bed, size: Size, count: int) -> Sample:
    bed.clear()
    with FastReceiver() as receiver:
        lanes = bed.crowd(count, receiver.url(), "bench.crowd")
        bed.sql.execute("ANALYZE endpoint, lane")
        # As much for each of them: a longer run has more of autovacuum and checkpoints in it.
        due = size.endpoints * size.each
        bed.seed(due, lanes)
        return drained(bed, receiver, lanes, due)


def _beside(bed: Bed, size: Size, *, hanging_rows: int) -> Sample:
    bed.clear()
    with FastReceiver() as receiver, FastReceiver(delay_s=HANG_S) as hanging:
        lanes = bed.endpoints(receiver.url(), *[f"bench.{place}" for place in range(ENDPOINTS - 1)])
        one: list[UUID] = bed.endpoints(hanging.url(), "bench.hanging")
        if hanging_rows:
            bed.seed(hanging_rows, one)
            bed.wake("deliveries", one)
            bed.wait_until(lambda: hanging.counts()["requests"] > 0)
        bed.seed(size.due, lanes)
        return drained(bed, receiver, lanes, size.due)
