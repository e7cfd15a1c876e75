"""An event's body: the bytes that every attempt sends."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.envelope import encode
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure

AT = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
)


def test_the_body_is_compact_utf8_with_type_timestamp_and_data_in_this_order():
    body = encode("job.succeeded", AT, {"name": "Bücher", "n": 1})

    expected = '{"type":"job.succeeded","timestamp":"2026-01-02T03:04:05.678901Z","data":{"name":"Bücher","n":1}}'
    assert body == expected.encode()


def test_the_timestamp_is_in_utc_whatever_the_zone():
    local = AT.astimezone(timezone(timedelta(hours=5, minutes=30)))

    assert encode("a", local, {}) == encode("a", AT, {})


def test_whole_seconds_keep_their_fraction_so_that_all_timestamps_have_one_length():
    body = encode("a", AT.replace(microsecond=0), {})

    assert json.loads(body)["timestamp"] == "2026-01-02T03:04:05.000000Z"


@given(data=st.dictionaries(TEXT, JSON))
def test_whatever_json_goes_in_comes_out(data):
    assert json.loads(encode("a.b", AT, data))["data"] == data


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", "a\0b", "\\\0", {"k\0": 1}])
def test_what_json_or_postgres_cannot_hold_is_the_callers_fault(value):
    with pytest.raises(HubError) as refused:
        encode("a", AT, {"v": [value]})

    assert (refused.value.code, refused.value.field) == ("invalid_data", "data")


def test_the_text_backslash_u0000_is_no_nul():
    assert json.loads(encode("a", AT, {"v": "\\u0000"}))["data"] == {"v": "\\u0000"}


def test_bottomless_nesting_is_refused():
    data: dict = {}
    for _ in range(100_000):
        data = {"d": data}

    with pytest.raises(HubError, match="no JSON form"):
        encode("a", AT, data)
