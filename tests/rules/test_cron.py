"""When schedules fire, also in the nights when clocks jump."""

from datetime import UTC, datetime

import pytest

from hub.rules import cron
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("expression", "zone", "after", "expected"),
    [
        # Clocks go forward on 2026-03-29 at 02:00: 02:30 does not exist that night.
        ("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00", ["2026-03-29T01:00", "2026-03-30T00:30"]),
        # They go back on 2026-10-25 at 03:00: 02:30 comes twice, the job once.
        ("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00", ["2026-10-25T00:30", "2026-10-26T01:30"]),
        ("0 * * * *", "Europe/Berlin", "2026-03-29T00:30", ["2026-03-29T01:00", "2026-03-29T02:00"]),
        ("0 8 * * MON-FRI", "UTC", "2026-03-06T09:00", ["2026-03-09T08:00", "2026-03-10T08:00"]),
        ("0 0 29 2 *", "UTC", "2026-03-01T00:00", ["2028-02-29T00:00", "2032-02-29T00:00"]),
        ("0 12 * * *", "America/New_York", "2026-01-01T00:00", ["2026-01-01T17:00", "2026-01-02T17:00"]),
    ],
)
def test_the_next_times(expression, zone, after, expected):
    assert cron.times(expression, zone, after=at(after), count=2) == [at(each) for each in expected]


@pytest.mark.parametrize(
    "expression", ["", "* * * *", "* * * * * *", "61 * * * *", "a b c d e", "*/0 * * * *", "0 0 30 2 *", "L/2 * * * *"]
)
def test_what_is_no_expression_or_never_fires_is_refused(expression):
    with pytest.raises(HubError) as refused:
        cron.check(expression, "UTC", after=at("2026-01-01T00:00"))
    assert (refused.value.code, refused.value.field) == ("invalid_cron", "cron")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "", "Europe/Berlin\0"])
def test_a_zone_that_is_not_there_is_refused(zone):
    with pytest.raises(HubError) as refused:
        cron.check("* * * * *", zone, after=at("2026-01-01T00:00"))
    assert refused.value.code == "invalid_timezone"


def test_of_many_times_that_have_passed_the_last_one_counts():
    found = cron.latest("0 * * * *", "UTC", since=at("2026-01-01T00:00"), now=at("2026-01-01T05:30"), most=100)

    assert found == (at("2026-01-01T05:00"), 6)
