"""When a delivery is tried again."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.retry import DEFAULT_SCHEDULE_S, Verdict, next_delay, parse_retry_after, verdict

pytestmark = pytest.mark.pure

NOW = datetime(1994, 11, 6, 8, 48, 37, tzinfo=UTC)
CAP = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def judge(**changes) -> Verdict:
    facts = {
        "status": 500,
        "error": None,
        "tried": 1,
        "schedule_s": DEFAULT_SCHEDULE_S,
        "retry_after": None,
        "jitter": 0.5,
    }
    return verdict(**(facts | changes))


@pytest.mark.parametrize(("tried", "seconds"), list(enumerate(DEFAULT_SCHEDULE_S, start=1)))
def test_the_schedule_is_followed_try_by_try(tried, seconds):
    assert next_delay(DEFAULT_SCHEDULE_S, tried, jitter=0.5) == timedelta(seconds=seconds)


def test_after_the_last_delay_the_budget_is_spent():
    assert next_delay(DEFAULT_SCHEDULE_S, len(DEFAULT_SCHEDULE_S) + 1, jitter=0.5) is None
    assert next_delay([], 1, jitter=0.5) is None


@given(jitter=st.floats(0, 1), seconds=st.floats(0.001, 1e6))
def test_jitter_moves_a_delay_by_a_fifth_at_most(jitter, seconds):
    delay = next_delay([seconds], 1, jitter=jitter)

    assert delay is not None
    assert 0.8 * seconds - 1e-5 <= delay.total_seconds() <= 1.2 * seconds + 1e-5


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("60", MINUTE),
        (" 60 ", MINUTE),
        ("0", timedelta(0)),
        ("1.5", timedelta(seconds=1.5)),
        ("Sun, 06 Nov 1994 08:49:37 GMT", MINUTE),
        ("Sunday, 06-Nov-94 08:49:37 GMT", MINUTE),
        ("Sun Nov  6 08:49:37 1994", MINUTE),
        ("sun, 6 nov 1994 08:49:37 gmt", MINUTE),
        ("Sun, 06 Nov 1994 08:49:37 +0000", MINUTE),
        ("06 Nov 1994 08:49:37", MINUTE),
        ("Sun, 06 Nov 1994 08:48:60 GMT", timedelta(seconds=22)),
        ("Sun, 06 Nov 1994 08:00:00 GMT", timedelta(0)),
        ("7200", CAP),
        ("999999999999", CAP),
        ("Sun, 06 Nov 2094 08:49:37 GMT", CAP),
    ],
)
def test_retry_after_is_read_in_seconds_and_in_the_three_forms_of_dates(value, expected):
    assert parse_retry_after(value, NOW, CAP) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "-5",
        "+5",
        "1e9",
        "٣",
        "9999999999999",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 25:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 PST",
        "1994-11-06T08:49:37Z",
        "60, 120",
        "nan",
    ],
)
def test_garbage_asks_for_nothing(value):
    assert parse_retry_after(value, NOW, CAP) is None


@given(value=st.text())
def test_no_text_breaks_the_reader_and_no_wait_is_negative_or_over_the_cap(value):
    wait = parse_retry_after(value, NOW, CAP)

    assert wait is None or timedelta(0) <= wait <= CAP


def test_a_two_digit_year_far_ahead_is_in_the_past():
    assert parse_retry_after("Friday, 06-Nov-64 08:49:37 GMT", NOW, CAP) == timedelta(0)


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_every_2xx_is_success(status):
    assert judge(status=status) == Verdict("delivered", None, "ok")


@pytest.mark.parametrize("status", [301, 302, 307, 308, 304, 400, 401, 404, 408, 409, 422, 429, 500, 502, 503, 504])
def test_every_other_answer_is_tried_again_redirects_included(status):
    assert judge(status=status) == Verdict("retry", timedelta(seconds=5), f"http_{status}")


def test_gone_endpoint_is_disabled_and_not_retried():
    assert judge(status=410) == Verdict("dead", None, "gone", disable=True)


@pytest.mark.parametrize("error", ["dns", "connect", "timeout", "tls", "forbidden_address"])
def test_a_failed_exchange_is_tried_again_under_its_own_name(error):
    assert judge(status=None, error=error) == Verdict("retry", timedelta(seconds=5), error)


def test_a_200_that_was_cut_off_is_no_success():
    assert judge(status=200, error="timeout").state == "retry"


def test_the_last_failure_is_final():
    assert judge(tried=8) == Verdict("dead", None, "http_500")


def test_success_on_the_last_try_counts():
    assert judge(tried=8, status=200).state == "delivered"


@pytest.mark.parametrize(("wish_s", "expected_s"), [(1, 5), (60, 60), (0, 5)])
def test_the_longer_of_schedule_and_retry_after_wins(wish_s, expected_s):
    assert judge(status=503, retry_after=timedelta(seconds=wish_s)).delay == timedelta(seconds=expected_s)
