"""Templates and JSON pointers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.connectors.templates import place, render, render_text
from hub.rules.pointers import resolve

pytestmark = pytest.mark.pure
VALUES = {"reference": "job_1", "customer": {"code": "C-1", "tags": ["a", {"b": 2}]}, "n": 3, "none": None}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{reference}}", "job_1"),
        ("{{ n }}", 3),
        ("{{none}}", None),
        ("{{customer}}", VALUES["customer"]),
        ("{{customer.tags.1.b}}", 2),
        ("order {{n}} of {{customer.code}}", "order 3 of C-1"),
        ({"a": ["{{n}}", {"b": "x{{n}}"}], "{{n}}": 1}, {"a": [3, {"b": "x3"}], "{{n}}": 1}),
        ("{{1+1}} {{ }} {n} {{n", "{{1+1}} {{ }} {n} {{n"),
        (7, 7),
    ],
)
def test_placeholders_become_values_and_nothing_else_is_touched(template, expected):
    assert render(template, VALUES) == expected


@pytest.mark.parametrize("template", ["{{nobody}}", "{{customer.nobody}}", "{{customer.tags.9}}", "{{n.real}}"])
def test_a_placeholder_without_a_value_is_an_error_and_attributes_are_no_values(template):
    with pytest.raises(ValueError, match="there is no value"):
        render(template, VALUES)


def test_a_value_that_looks_like_a_placeholder_is_not_filled_again():
    assert render_text("{{a}}", {"a": "{{b}}", "b": "secret"}) == "{{b}}"


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("", {"a/b": {"m~n": [0, {"x": 1}]}}),
        ("/a~1b/m~0n/1/x", 1),
        ("/a~1b/m~0n/7", None),
        ("/nobody/knows", None),
        ("/a~1b/m~0n/x", None),
    ],
)
def test_a_pointer_leads_to_its_value_or_nowhere(pointer, expected):
    assert resolve({"a/b": {"m~n": [0, {"x": 1}]}}, pointer) == expected


@given(JSON, st.lists(st.text(), max_size=4))
def test_resolving_any_pointer_in_any_document_never_fails(document, tokens):
    resolve(document, "".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in tokens))


@pytest.mark.parametrize("token", ["²", "\u0660", "00", pytest.param("1" * 5000, id="long"), "-1", " 0"])
def test_what_is_no_index_leads_nowhere_in_a_list(token):
    assert resolve([["x"], ["y"]], f"/0/{token}") is None
    with pytest.raises(ValueError, match="the body has no place"):
        place(["x"], f"/{token}", "job_1")


@given(st.dictionaries(st.text(), st.dictionaries(st.text(), st.integers())), st.text(), st.text())
def test_what_is_placed_is_found_there_and_the_rest_stays(document, outer, inner):
    pointer = "".join(f"/{token.replace('~', '~0').replace('/', '~1')}" for token in (outer, inner))

    placed = place(document, pointer, "job_1")

    assert resolve(placed, pointer) == "job_1"
    assert {key: each for key, each in placed.items() if key != outer} == {
        key: each for key, each in document.items() if key != outer
    }


def test_placing_makes_objects_goes_into_lists_and_refuses_plain_values():
    assert place(None, "/a/b", 1) == {"a": {"b": 1}}
    assert place({"a": [{}, {}]}, "/a/1/b", 1) == {"a": [{}, {"b": 1}]}
    for document, pointer in (({"a": 1}, "/a/b"), ({"a": []}, "/a/0"), ("text", "/a")):
        with pytest.raises(ValueError, match="has no place"):
            place(document, pointer, 1)
