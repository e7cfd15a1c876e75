"""Redis holds hints: it may be emptied or be away at any moment, and nothing is lost."""

import pytest
import redis

from tests.chaos import ledger
from tests.stacks import hears, seeded, until

pytestmark = pytest.mark.chaos


def pids(stack) -> dict[str, int]:
    return {name: stack.processes[name].pid for name in ("jobs", "deliveries", "maintenance", "beat", "api")}


def test_an_emptied_redis_loses_nothing_and_stops_nobody(stack, account, receiver):
    chance = seeded("flushes")
    account.endpoint(receiver.url("/hook"), event_types=["job.succeeded"])
    # Fast work, and work that is still queued when Redis forgets it.
    fast, narrow = account.connect(max_in_flight=100), account.connect(max_in_flight=10)
    before = pids(stack)
    accepted: list[str] = []

    with redis.Redis.from_url(stack.redis_url) as server:
        for _ in range(10):
            accepted += account.submit_many(fast, "echo", ({"message": n} for n in range(40)))
            accepted += account.submit_many(narrow, "echo", ({"sleep_ms": chance.randint(0, 200)} for n in range(20)))
            server.flushall()
        # Flushed until the last job has ended, at moments of its own.
        query = "SELECT count(*) FROM job WHERE tenant_id = %(tenant)s AND finished_at IS NULL"
        until(
            lambda: server.flushall() and account.sql(query) == [(0,)],
            "all jobs end while Redis is flushed",
            timeout_s=60,
            every_s=chance.uniform(0.05, 0.3),
        )
    ledger.settle(account)

    ledger.balance(account, accepted, receiver.requests)
    assert account.sql("SELECT DISTINCT status FROM job WHERE tenant_id = %(tenant)s") == [("succeeded",)]
    assert len(receiver.requests) == len(accepted) == 600
    assert pids(stack) == before


def test_while_redis_is_away_jobs_are_accepted_and_done(stack, account, receiver):
    account.endpoint(receiver.url("/hook"), event_types=["job.succeeded"])
    echo = account.connect(max_in_flight=100)
    before = pids(stack)
    accepted = account.submit_many(echo, "echo", ({"sleep_ms": 500} for n in range(100)))

    stack.stop("valkey")
    accepted += [account.submit(echo, "echo", {"message": n}) for n in range(20)]
    accepted += account.submit_many(echo, "echo", ({"message": n} for n in range(100)))
    stack.start("valkey")
    ledger.settle(account)

    ledger.balance(account, accepted, receiver.requests)
    assert len(accepted) == 220
    assert pids(stack) == before
    hears(account, echo)
