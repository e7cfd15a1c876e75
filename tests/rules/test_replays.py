"""A replay's states, its pace and how long it will take."""

import pytest

from hub.rules.errors import HubError
from hub.rules.replays import MOVING, NEXT, OVER, ReplayState, check_step, eta_s, paced

pytestmark = pytest.mark.pure


@pytest.mark.parametrize("state", list(ReplayState))
def test_what_is_over_stays_so_and_everything_else_can_be_cancelled(state):
    if state in OVER:
        assert NEXT[state] == set()
    elif state != ReplayState.CANCELLING:
        check_step(state, ReplayState.CANCELLING)


def test_a_step_that_does_not_exist_names_the_state():
    with pytest.raises(HubError) as refused:
        check_step(ReplayState.FINISHED, ReplayState.RUNNING)

    assert (refused.value.code, refused.value.extra) == ("replay_state", {"state": "finished"})


def test_only_a_person_moves_what_waits():
    assert set(ReplayState) - {*MOVING} - {*OVER} == {ReplayState.WAITING, ReplayState.PAUSED}


def test_no_pace_is_no_limit():
    assert paced(None, next_s=0, now_s=100, lead_s=1.5) is None


@pytest.mark.parametrize(("per_s", "made"), [(10, 16), (1, 2), (0.01, 1), (10_000, 15_001)])
def test_a_pace_allows_what_falls_into_the_time_ahead(per_s, made):
    assert paced(per_s, next_s=100, now_s=100, lead_s=1.5) == made


def test_a_pace_allows_nothing_before_its_next_instant():
    assert paced(0.01, next_s=200, now_s=100, lead_s=1.5) == 0


def test_ticks_at_any_distance_keep_the_pace():
    next_s, sent = 100.0, 0
    for now_s in (100, 100.2, 101.9, 102, 103.5, 110):
        start_s = max(next_s, now_s)
        made = paced(7, next_s=start_s, now_s=now_s, lead_s=1.5)
        sent += made
        next_s = start_s + made / 7

    assert sent <= (110 + 1.5 - 100) * 7 + 1


def test_the_time_left_is_known_from_pace_or_speed():
    assert eta_s(left=0, done=5, elapsed_s=1, per_s=None) == 0
    assert eta_s(left=100, done=0, elapsed_s=1, per_s=None) is None
    assert eta_s(left=100, done=0, elapsed_s=0, per_s=10) == 10
    assert eta_s(left=100, done=50, elapsed_s=10, per_s=None) == 20
    assert eta_s(left=100, done=50, elapsed_s=10, per_s=1) == 100
