"""Payload filters: what is refused, what they make of a body, and that none of them can hold up or break publishing."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from hub import db
from hub.delivery import endpoints, late_matching, outbox, payload_filters, replay
from hub.delivery.replay import Asked, LeftOut, Selection, motion
from hub.delivery.undelivered import Window, undelivered
from hub.rules.errors import HubError
from tests.delivery.conftest import states

LONG_AGO = datetime.now(UTC) - timedelta(hours=1)
ZONED = "2026-11-22T09:00:00+01:00"
AFTER_2020 = '$.data.t.datetime() > "2020-01-01".datetime()'
# PostgreSQL raises on it for any text, silent or not.
BROKEN = '$.data.t.datetime("XX") > "2020-01-01".datetime()'


def register_without_check(endpoint, text):
    """As a row from before what it holds was refused."""
    db.execute("UPDATE endpoint SET filter = %s::text::jsonpath WHERE id = %s", (text, endpoint.id))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (AFTER_2020, ZONED),
        ('$.data.t.time_tz() > "12:00:00".time()', "13:00:00"),
        ('$.data.t.date() > "2020-01-01".date()', ZONED),
        ('$.data.t.timestamp_tz().string() == "2026-11-22T00:00:00+00:00"', "2026-11-22"),
    ],
)
def test_instants_with_and_without_a_zone_compare_in_utc(make_endpoint, publish, text, value):
    endpoint = make_endpoint(filter=text)

    publish(t=value)
    publish(t="no time")

    assert states(endpoint) == {"pending": 1}
    assert payload_filters.try_on(text, {"data": {"t": value}}).matches


def test_a_filter_that_raises_matches_nothing_and_breaks_neither_publishing_nor_reading(
    tenant, make_endpoint, publish, drain
):
    broken, fine = make_endpoint("/broken"), make_endpoint("/fine", filter='$.data.t == "x"')
    register_without_check(broken, BROKEN)

    publish(t="x")
    missed = undelivered(tenant.id, broken.id, Window(filtered_after=LONG_AGO), behind=None, limit=10)
    made = replay.create_filtered(tenant.id, LeftOut(endpoint_id=broken.id, since=LONG_AGO), Asked(by="key_me"))
    drain()

    assert missed.counts == [("filtered", "filter", 1)]
    assert made.total == 1
    assert states(fine) == states(broken) == {"delivered": 1}


@pytest.mark.parametrize("template", ["XX", "FF7", "YYYY-MM-DDTHH24:MI:SSTZH"])
def test_a_template_that_postgres_cannot_read_is_refused(make_endpoint, template):
    with pytest.raises(HubError) as refused:
        make_endpoint(filter=f'$.data.t.datetime("{template}") > "2020-01-01".datetime()')

    assert (refused.value.code, refused.value.field) == ("invalid_filter", "filter")
    assert template in refused.value.detail


def test_a_template_that_postgres_reads_is_taken(make_endpoint, publish):
    endpoint = make_endpoint(filter='$.data.t.datetime("DD.MM.YYYY") > "2020-01-01".date()')

    publish(t="22.11.2026")
    publish(t="22.11.1999")
    publish(t="2026-11-22")

    assert states(endpoint) == {"pending": 1}


def test_a_replay_that_breaks_does_not_stop_the_others(tenant, make_endpoint, publish, drain):
    endpoint = make_endpoint()
    publish(count=9)
    drain()
    asked = Asked(by="key_me", per_s=0.01)
    everything = Selection(statuses=("delivered",), endpoint_id=endpoint.id)
    broken = replay.create(tenant.id, everything, asked)
    db.execute("DELETE FROM delivery WHERE replay_id = %s", (broken.id,))
    other = replay.create(tenant.id, everything, asked)
    db.execute("UPDATE replay SET state = 'preparing', selection = '{}' WHERE id = %s", (broken.id,))
    db.execute("UPDATE replay SET next_at = now() - interval '1 hour' WHERE id = %s", (other.id,))

    motion.move_all()

    assert replay.get(tenant.id, other.id).released == other.released + 1


VALUES = [
    "$.data.total ? (@ > 1000)",
    "$.data.total",
    "strict $.data.total",
    "null",
    "$.a + 1",
    "-$.a",
    "($.a > 1).type()",
]
PREDICATES = [
    "1 == 1",
    "!($.a > 1)",
    "($.a > 1) is unknown",
    "strict ($.a + 1 > $.b)",
    "exists($.a)",
    "$.a ? (@ > 1) == 2",
]


@pytest.mark.parametrize("text", VALUES)
def test_what_gives_values_is_refused_and_told_what_a_predicate_is(text):
    with pytest.raises(HubError) as refused:
        payload_filters.check(text)

    assert refused.value.code == "invalid_filter"
    assert "$.data.total > 1000" in refused.value.detail


@pytest.mark.parametrize("text", PREDICATES)
def test_what_says_true_or_false_is_taken(text):
    payload_filters.check(text)


def test_a_flag_that_postgres_does_not_know_is_named():
    with pytest.raises(HubError) as refused:
        payload_filters.check('$.a like_regex "a b" flag "x"')

    assert refused.value.code == "invalid_filter"
    assert 'flag "x"' in refused.value.detail


def test_filters_without_a_turn_at_publishing_get_it_later_and_nothing_is_owed_twice(
    tenant, make_endpoint, publish, drain, monkeypatch
):
    plain = make_endpoint("/plain")
    wants, paused = make_endpoint("/wants", filter="$.data.n == 0"), make_endpoint("/paused", filter="$.data.n == 0")
    leaves, other = make_endpoint("/leaves", filter="$.data.n == 1"), make_endpoint(event_types=["x"], filter="1 == 1")
    endpoints.pause(tenant.id, paused.id)
    monkeypatch.setattr(outbox, "MATCHING_S", 0.0)
    monkeypatch.setattr(late_matching, "BATCH", 2)
    publish()
    at_publishing = [states(one) for one in (plain, wants, paused, leaves, other)]

    done = late_matching.match_late(), late_matching.match_late()

    assert at_publishing == [{"pending": 1}, {}, {}, {}, {}]
    assert [states(one) for one in (plain, wants, paused, leaves, other)] == [
        {"pending": 1},
        {"pending": 1},
        {"held": 1},
        {},
        {},
    ]
    assert done == (1, 0)
    assert drain() == 2


def test_many_costly_filters_take_a_bounded_part_of_the_publishers_time(tenant, make_endpoint, publish, monkeypatch):
    """Two hundred that each take a while on a large body: what is not done in time is done later."""
    text = '$.data.t like_regex "(a|b|ab)*(c|d)*(a|b)*x" || $.data.t like_regex "(a*)*(b*)*z"'
    first = make_endpoint("/costly", filter=text)
    copy = (
        "INSERT INTO endpoint SELECT (jsonb_populate_record(e, jsonb_build_object('id', uuidv7()))).* FROM endpoint e"
    )
    db.execute(f"{copy} CROSS JOIN generate_series(1, 200) WHERE e.id = %s", (first.id,))
    monkeypatch.setattr(outbox, "MATCHING_S", 0.05)

    publish(t="ab" * 250_000)
    late = db.row("SELECT count(*) FROM late_matching")
    deadline = time.monotonic() + 60
    while db.row("SELECT 1 FROM late_matching") and time.monotonic() < deadline:
        late_matching.match_late()

    assert late == (1,)
    assert db.row("SELECT count(*) FROM late_matching") == (0,)
    assert states(first) == {}
