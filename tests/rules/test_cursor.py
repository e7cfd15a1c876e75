"""Cursors come back as they went out, or are refused."""

from base64 import urlsafe_b64encode
from contextlib import suppress
from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules import cursor
from hub.rules.cursor import START, Position
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure

POSITIONS = st.builds(Position, st.integers(0, 2**31 - 1), st.integers(0, 2**63 - 1), st.uuids())
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
    | st.uuids()
    | st.datetimes(timezones=st.just(UTC))
)


def page(json: bytes) -> str:
    return urlsafe_b64encode(b"\x02" + json).rstrip(b"=").decode()


@given(position=POSITIONS)
def test_a_position_survives_the_journey(position):
    assert cursor.decode(cursor.encode(position), field="after") == position


def test_start_is_before_everything():
    assert cursor.decode(cursor.encode(START), field="after") == START
    assert Position(0, 0, UUID(int=1)) > START


@given(values=st.lists(VALUES, max_size=4))
def test_a_page_key_survives_the_journey_with_its_types(values):
    decoded = cursor.decode_page(cursor.encode_page(values), field="cursor", types=[type(v) for v in values])

    assert decoded == values


def test_a_cursor_is_safe_in_a_url():
    text = cursor.encode(Position(2**31 - 1, 2**63 - 1, UUID(int=2**128 - 1)))

    assert text.replace("-", "").replace("_", "").isalnum()
    assert len(text) == 39


@given(text=st.text(max_size=60))
def test_no_text_breaks_the_readers(text):
    for read in (cursor.decode, cursor.decode_page):
        with suppress(HubError):
            read(text, field="after")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "!",
        cursor.encode(START) + "A",
        cursor.encode(START)[:-1],
        cursor.encode(START) + "=",
        cursor.encode(START)[:-1] + "B",
        cursor.encode(Position(2**31, 0, UUID(int=0))),
        cursor.encode(Position(0, 2**63, UUID(int=0))),
        cursor.encode_page([1]),
        "A" * 5000,
    ],
)
def test_what_is_no_position_of_the_log_is_refused(text):
    with pytest.raises(HubError) as refused:
        cursor.decode(text, field="after")

    assert (refused.value.code, refused.value.field) == ("invalid_cursor", "after")


@pytest.mark.parametrize(
    "json",
    [
        b"",
        b"{}",
        b"1",
        b"[1",
        b"[[1]]",
        b"[9223372036854775808]",
        b"[NaN]",
        b'["\\u0000"]',
        b'["\\ud800"]',
        b"\xff",
        b'[{"t":"nope"}]',
        b'[{"t":"2026-01-01T00:00:00"}]',
        b'[{"x":"1"}]',
        b'[{"u":1}]',
        b'[{"u":"1","t":"1"}]',
        b"[" * 700 + b"]" * 10,
        b'[{"t":"2026-01-01T00:00:00Z"}]',
        b'["5"]',
    ],
)
def test_made_up_page_keys_never_reach_sql(json):
    with pytest.raises(HubError) as refused:
        cursor.decode_page(page(json), field="cursor", types=[int])

    assert (refused.value.code, refused.value.field) == ("invalid_cursor", "cursor")


def test_a_log_cursor_is_no_page_cursor():
    with pytest.raises(HubError):
        cursor.decode_page(cursor.encode(START))


def test_an_instant_keeps_its_microseconds():
    at = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)

    assert cursor.decode_page(cursor.encode_page([at])) == [at]
