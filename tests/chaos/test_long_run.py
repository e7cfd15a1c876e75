"""Everything at once: traffic, receivers in all moods, changes of every kind, and servers and workers that are killed.

    HUB_CHAOS_SEED=17 HUB_CHAOS_S=300 scripts/test tests/chaos/test_long_run.py -s

draws the same actions again, for five minutes. Their moments are the machine's own choice, so a failure may want some tries.
"""

import os
import random
import secrets
from collections import Counter

import pytest

from tests.chaos import audit, books
from tests.chaos.driver import Driver
from tests.chaos.healing import heal, settle
from tests.chaos.moods import Moody
from tests.chaos.traffic import Traffic

pytestmark = pytest.mark.chaos

SEED = int(os.environ.get("HUB_CHAOS_SEED") or secrets.randbits(32))
SECONDS = float(os.environ.get("HUB_CHAOS_S") or 45)
# Breakers that opened last wait a minute or two for their probe.
SETTLED_S = 300
MOST_SHOWN = 50


@pytest.mark.timeout(SECONDS * 3 + SETTLED_S + 180)
def test_whatever_happens_every_event_ends_well_once_in_order_and_signed(stack, account):
    print(f"HUB_CHAOS_SEED={SEED} HUB_CHAOS_S={SECONDS:g}")
    chance = random.Random(SEED)
    with Moody(random.Random(chance.random())) as receiver:
        driver = Driver(account, receiver, chance)
        driver.set_up()
        with Traffic(account, driver.model, random.Random(chance.random()), every_s=0.08) as traffic:
            driver.act(traffic, seconds=SECONDS)
        heal(driver)
        settle(driver, timeout_s=SETTLED_S)
        kept, seen = books.read(account), list(receiver.seen)
        driver.signatures.check(all_of_them=True)

    found = [*driver.signatures.problems, *audit.problems(driver.model, kept, seen)]
    print(f"{len(kept.events)} events, {len(seen)} requests, {Counter(one.status for one in kept.all)}")
    print(f"{sum(one.stale for each in kept.all for one in each.attempts)} attempts under a lost lease")
    print(*found[:MOST_SHOWN], sep="\n")
    assert not found, f"{len(found)} problems, HUB_CHAOS_SEED={SEED}"
    assert driver.signatures.checked == len(seen) > 1000
