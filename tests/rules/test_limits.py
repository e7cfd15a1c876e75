"""Rate limits and breakers."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.limits import UNLIMITED, Breaker, BreakerPolicy, TokenBucket

pytestmark = pytest.mark.pure

POLICY = BreakerPolicy(
    window=4, minimum=2, ratio=0.5, cool_down_s=10, growth=2, cool_down_cap_s=35, probe_patience_s=60
)


def opened(now_s: float = 0.0) -> Breaker:
    return Breaker(POLICY).record(now_s, ok=False).record(now_s, ok=False)


def test_a_full_bucket_grants_its_burst_and_says_when_the_next_one_comes():
    bucket = TokenBucket.full(2, 3, now_s=100)

    after, granted, wait_s = bucket.take(100, 5)

    assert (granted, wait_s) == (3, 0.5)
    assert after.take(100.5, 1)[1:] == (1, 0.0)


def test_an_idle_bucket_saves_no_more_than_its_burst():
    assert TokenBucket(10, 5, 0, 0).take(1000, 100)[1] == 5


def test_nothing_wanted_costs_nothing():
    bucket = TokenBucket.full(1, 1, now_s=0)

    assert bucket.take(0, 0) == (bucket, 0, 0.0)


def test_a_rate_of_zero_gives_out_its_burst_and_then_never_again():
    after, granted, wait_s = TokenBucket.full(0, 2, now_s=0).take(0, 5)

    assert (granted, wait_s) == (2, float("inf"))
    assert after.take(1e9, 1)[1] == 0


def test_a_clock_that_goes_back_grants_nothing_extra_afterwards():
    bucket = TokenBucket.full(1, 1, now_s=100).take(100, 1)[0]

    assert bucket.take(50, 1)[1] == 0
    assert bucket.take(50, 1)[0].take(100.5, 1)[1] == 0


@given(
    rate=st.floats(0.1, 1000),
    burst=st.integers(1, 100),
    steps=st.lists(st.tuples(st.floats(0, 5), st.integers(0, 200)), max_size=30),
)
def test_in_any_stretch_of_time_no_more_than_burst_and_rate_allow(rate, burst, steps):
    bucket, now_s, total = TokenBucket.full(rate, burst, now_s=0), 0.0, 0
    for pause_s, wanted in steps:
        now_s += pause_s
        bucket, granted, _ = bucket.take(now_s, wanted)
        total += granted
        assert 0 <= granted <= wanted

    assert total <= burst + rate * now_s + 1e-6


@given(rate=st.floats(0.01, 1000), burst=st.integers(1, 50), at=st.floats(0, 2e9))
def test_after_the_wait_there_is_one(rate, burst, at):
    bucket, _, wait_s = TokenBucket.full(rate, burst, now_s=at).take(at, burst + 1)

    assert bucket.take(at + wait_s * 1.0001 + 1e-6, 1)[1] == 1


def test_a_closed_breaker_lets_everything_through():
    assert Breaker().allows(0) == UNLIMITED


def test_a_few_failures_are_not_enough_to_judge():
    assert Breaker(POLICY).record(0, ok=False).allows(0) == UNLIMITED


def test_half_of_the_window_failing_opens_it():
    breaker = Breaker(POLICY).record(0, ok=True).record(0, ok=True).record(0, ok=False)
    assert breaker.state == "closed"

    breaker = breaker.record(0, ok=False)

    assert (breaker.state, breaker.allows(9.9)) == ("open", 0)


def test_a_success_never_opens_it():
    breaker = Breaker(BreakerPolicy(minimum=2)).record(0, ok=False).record(0, ok=True)

    assert breaker.state == "closed"


def test_old_outcomes_fall_out_of_the_window():
    breaker = Breaker(POLICY).record(0, ok=False)
    for _ in range(4):
        breaker = breaker.record(0, ok=True)

    assert breaker.outcomes == "1111"


def test_after_the_cool_down_exactly_one_probe_may_go():
    breaker = opened(100)
    assert breaker.allows(110) == 1

    breaker = breaker.started(110)

    assert (breaker.state, breaker.allows(111)) == ("half_open", 0)


def test_a_good_probe_closes_it_and_forgets_the_past():
    breaker = opened(0).started(10).record(11, ok=True)

    assert breaker == Breaker(POLICY)


def test_a_bad_probe_opens_it_for_longer_up_to_the_cap():
    breaker, waits = opened(0), []
    for _ in range(4):
        now_s = breaker.until
        breaker = breaker.started(now_s).record(now_s, ok=False)
        waits.append(breaker.until - now_s)

    assert waits == [20, 35, 35, 35]


def test_results_of_earlier_attempts_change_nothing_while_it_is_open():
    breaker = opened(0)

    assert breaker.record(1, ok=True) == breaker
    assert breaker.record(1, ok=False) == breaker


def test_sending_while_closed_is_no_probe():
    assert Breaker(POLICY).started(5) == Breaker(POLICY)


def test_a_lost_probe_is_followed_by_another():
    breaker = opened(0).started(10)

    assert (breaker.allows(69), breaker.allows(70)) == (0, 1)


@pytest.mark.parametrize(
    "breaker", [Breaker(POLICY), Breaker(POLICY).record(1, ok=True), opened(5), opened(5).started(20)]
)
def test_a_saved_breaker_goes_on_where_it_was(breaker):
    saved = json.loads(json.dumps(breaker.to_dict()))

    assert Breaker.from_dict(saved, POLICY) == breaker


def test_a_fresh_breaker_takes_no_room_in_the_row():
    assert Breaker().to_dict() == {}
