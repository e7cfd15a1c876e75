"""Which endpoints an event type reaches."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.rules.errors import HubError
from hub.rules.filters import check_event_type, check_pattern, patterns

pytestmark = pytest.mark.pure

WORD = st.from_regex(r"[A-Za-z0-9_-]{1,8}", fullmatch=True)
TYPE = st.lists(WORD, min_size=1, max_size=5).map(".".join)


@pytest.mark.parametrize(
    ("event_type", "expected"),
    [
        ("ping", ["ping", "*"]),
        ("job.succeeded", ["job.succeeded", "job.*", "*"]),
        ("crm.contact.created", ["crm.contact.created", "crm.contact.*", "crm.*", "*"]),
    ],
)
def test_a_type_is_matched_by_itself_its_prefixes_and_the_star(event_type, expected):
    assert patterns(event_type) == expected


@given(event_type=TYPE)
def test_every_pattern_of_a_type_is_one_that_an_endpoint_may_register(event_type):
    for pattern in patterns(event_type):
        check_pattern(pattern)


@pytest.mark.parametrize("text", ["job", "job.succeeded", "a-b.c_d.1", "x" * 128])
def test_words_joined_by_dots_are_event_types(text):
    check_event_type(text)
    check_pattern(text)


@pytest.mark.parametrize(
    "text",
    ["", ".", "job.", ".job", "job..done", "job.*", "*", "a b", "a\n", "jöb", "x" * 129, "*.done", "job*", "job.*.*"],
)
def test_anything_else_is_refused_with_its_field(text):
    with pytest.raises(HubError) as refused:
        check_event_type(text, field="body.type")

    assert (refused.value.code, refused.value.field) == ("invalid_event_type", "body.type")


@pytest.mark.parametrize("text", ["", ".*", "job*", "*.*", "job.*.*", "**", "*.done", "job.*\n"])
def test_a_star_stands_alone_or_after_a_dot_at_the_end(text):
    with pytest.raises(HubError) as refused:
        check_pattern(text, field="body.event_types.0")

    assert (refused.value.code, refused.value.field) == ("invalid_event_type", "body.event_types.0")
