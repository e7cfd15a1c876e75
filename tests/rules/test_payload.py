"""Schemas of event types: what may be one, and what they say about data."""

import time

import pytest

from hub.rules import payload
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure

ORDER = {
    "$schema": payload.DIALECT,
    "type": "object",
    "required": ["id", "lines"],
    "properties": {
        "id": {"type": "string", "pattern": "^SO-[0-9]{1,9}$"},
        "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}, "uniqueItems": True},
        "price": {"multipleOf": 0.01},
    },
    "additionalProperties": False,
    "$defs": {
        "line": {
            "type": "object",
            "required": ["qty"],
            "properties": {"qty": {"type": "integer", "minimum": 1}, "parts": {"items": {"$ref": "#/$defs/line"}}},
        }
    },
}


def fields(schema, data):
    return [each["field"] for each in payload.problems(schema, data)]


def test_a_schema_that_fits_its_data_finds_nothing():
    payload.check_schema(ORDER)

    assert payload.problems(ORDER, {"id": "SO-1", "lines": [{"qty": 1, "parts": [{"qty": 2}]}]}) == []


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"lines": []}, ["data.id"]),
        ({"id": "X", "lines": []}, ["data.id"]),
        ({"id": "SO-1", "lines": [{"qty": 1}, {"qty": 0}]}, ["data.lines.1.qty"]),
        ({"id": "SO-1", "lines": [{"qty": 1, "parts": [{}]}]}, ["data.lines.0.parts.0.qty"]),
        ({"id": "SO-1", "lines": [{"qty": 1}, {"qty": 1.0}]}, ["data.lines"]),
        ({"id": "SO-1", "lines": [], "more": 1}, ["data.more"]),
        ({"id": "SO-1", "lines": [], "price": 10**4000}, ["data.price"]),
        ([], ["data"]),
    ],
)
def test_the_field_is_named(data, wrong):
    assert fields(ORDER, data) == wrong


def test_values_are_not_repeated():
    found = payload.problems({"properties": {"pin": {"const": "other", "maxLength": 3}}}, {"pin": "secret-4711"})

    assert len(found) == 2
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("schema", "field"),
    [
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "schema.$schema"),
        ({"$ref": "https://example.com/schema.json"}, "schema.$ref"),
        ({"properties": {"a": {"$ref": "file:///etc/passwd"}}}, "schema.properties.a.$ref"),
        ({"$ref": "#/$defs/none"}, "schema.$ref"),
        ({"$ref": "#/properties/a"}, "schema.$ref"),
        ({"items": {"$id": "https://example.com/"}}, "schema.items.$id"),
        ({"items": {"$schema": payload.DIALECT}}, "schema.items.$schema"),
        ({"patternProperties": {"(a+)+$": {}}}, "schema.patternProperties"),
        ({"pattern": "("}, "schema.pattern"),
        ({"pattern": "(?=a)b"}, "schema.pattern"),
        ({"pattern": r"(a)\1"}, "schema.pattern"),
        ({"pattern": "(a{1,200}){1,200}"}, "schema.pattern"),
        ({"pattern": "a" * 257}, "schema.pattern"),
        ({"type": "text"}, "schema.type"),
        ({"properties": {"a": 1}}, "schema.properties.a"),
        ({"enum": ["x" * 33_000]}, "schema"),
    ],
)
def test_what_may_not_be_a_schema_is_refused_by_place(schema, field):
    with pytest.raises(HubError) as refused:
        payload.check_schema(schema)

    assert (refused.value.code, refused.value.field) == ("invalid_schema", field)


def test_a_schema_nested_too_deep_is_refused():
    schema = {}
    for _ in range(payload.DEPTH_MAX + 2):
        schema = {"items": schema}

    with pytest.raises(HubError, match="deep"):
        payload.check_schema(schema)


def test_names_of_properties_are_no_keywords():
    payload.check_schema({"properties": {"$ref": {"type": "string"}, "$id": {}, "pattern": {"type": "string"}}})


CHAIN = {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(30)} | {"d30": {"minimum": 1}}
COSTLY = {
    "a pattern that backtracks": ({"pattern": "^(a+)+$"}, "a" * 9_999 + "b"),
    "definitions that double": ({"$ref": "#/$defs/d0", "$defs": CHAIN}, 5),
    "a reference to itself": ({"$ref": "#"}, {}),
    "a tree that doubles by depth": (
        {"properties": {"c": {"allOf": [{"$ref": "#"}, {"$ref": "#"}]}}},
        eval('{"c":' * 60 + "1" + "}" * 60),  # noqa: S307
    ),
    "many different objects": ({"uniqueItems": True}, [{"a": n} for n in range(100_000)]),
    "a long list of choices": ({"items": {"enum": list(range(5_000))}}, [5_001] * 100_000),
}


@pytest.mark.parametrize("name", COSTLY)
def test_no_schema_costs_without_bound(name):
    schema, data = COSTLY[name]
    payload.check_schema(schema)

    began = time.process_time()
    payload.problems(schema, data)

    assert time.process_time() - began < 3
