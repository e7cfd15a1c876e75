"""A replay of thousands while its senders, its mover and every hint are lost: each item ends, none twice for nothing."""

import random
from collections import Counter

import pytest

from tests.chaos import audit, books
from tests.chaos.breakage import Breakage
from tests.chaos.model import Endpoint, Model, Plan, noted
from tests.chaos.moods import Moody
from tests.stacks import seeded, until, uuid

pytestmark = pytest.mark.chaos

JOBS = 1_000
BATCHES = 2
PATHS = ("/one", "/two")
# Slow enough that everything below happens on the way.
PER_S = 250.0
# In flight at once in one worker: what a kill may have sent for nothing.
ROOM = 200


def discarded(account, model: Model, receiver: Moody) -> int:
    """Make deliveries that were cancelled, which is what will be replayed; how many."""
    for path in PATHS:
        made = account.endpoint(receiver.url(path), event_types=["job.succeeded"])
        account.post(f"/endpoints/{made['id']}/pause", {})
        plan = Plan({"retry_schedule_s": [1.0] * 20}, lambda type, data, on: type == "job.succeeded")
        model.endpoints[path] = Endpoint(path, plan, made["id"], [])
    echo = account.connect(max_in_flight=200)
    for _ in range(BATCHES):
        model.jobs += account.submit_many(echo, "echo", ({"message": n} for n in range(JOBS)))
    total = BATCHES * JOBS * len(PATHS)
    held = "SELECT count(*) FROM delivery WHERE tenant_id = %(tenant)s AND status = 'held'"
    until(lambda: account.sql(held) == [(total,)], "everything is held", timeout_s=60)
    for endpoint in model.endpoints.values():
        with noted(endpoint.discards):
            account.post(f"/endpoints/{endpoint.id}/resume", {"release": "discard"})
    return total


@pytest.mark.timeout(300)
def test_a_replay_whose_senders_and_hints_are_lost_ends_every_item_and_sends_none_twice_for_nothing(stack, account):
    chance, model = seeded("replay"), Model()
    with Moody(random.Random(chance.random())) as receiver:
        total = discarded(account, model, receiver)
        breakage = Breakage(account, model, chance)
        wanted = {"filter": {"status": "cancelled"}, "reason": model.new_reason(), "per_s": PER_S}
        replay = account.post("/replays", wanted)

        kills = [breakage.kill_worker, breakage.kill_child, breakage.kill_maintenance, breakage.kill_parent] * 2
        for place, kill in enumerate(kills):
            # A kill at each ninth of the way, in the middle of what is under way.
            due = total * (place + 1) // (len(kills) + 1)
            until(lambda due=due: len(receiver.seen) >= due, f"{due} requests came", timeout_s=90, every_s=0.005)
            print(kill(), breakage.flush(), len(receiver.seen))

        def over() -> bool:
            return account.get(f"/replays/{replay['id']}")["state"] == "finished"

        until(over, "the replay is finished", timeout_s=120, every_s=0.2)
        kept, seen = books.read(account), list(receiver.seen)

    ended = account.get(f"/replays/{replay['id']}")
    assert (ended["total"], ended["delivered"], ended["skipped"]) == (total, total, 0)
    items = "SELECT count(*) FROM replay_item WHERE replay_id = %s AND skipped IS NULL"
    assert account.sql(items, uuid("replay", replay["id"])) == [(total,)]
    replayed = Counter((one.event, one.path, one.status) for one in kept.all if one.why is not None)
    assert (len(replayed), set(replayed.values())) == (total, {1})
    found = [*audit.log(model, kept), *audit.owed(model, kept), *audit.outcomes(model, kept)]
    found += audit.requests(model, kept, seen)
    assert found == []
    assert len(seen) - total <= ROOM * len(model.kills)
