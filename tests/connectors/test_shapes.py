"""Inputs held against their schemas."""

from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.shapes import Shape
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure
SCHEMA = {
    "type": "object",
    "properties": {
        "lines": {"type": "array", "items": {"type": "object", "required": ["sku"]}},
        "n": {"type": "integer"},
    },
    "additionalProperties": False,
}


def errors(call: Any) -> list[str]:
    with pytest.raises(HubError) as refused:
        call()
    assert refused.value.code == "invalid_input"
    fields = [each["field"] for each in refused.value.extra["errors"]]
    assert refused.value.field == fields[0]
    assert all(each["detail"] for each in refused.value.extra["errors"])
    return fields


def test_every_wrong_field_is_named_with_its_path():
    given = {"customer_id": 1, "lines": [{"product": "W", "quantity": 0}, {"quantity": "x"}], "state": "lost"}

    fields = errors(lambda: registry.validate_input("tryton", "sale_order.create", given))

    assert sorted(fields) == [
        "input.lines.0.quantity",
        "input.lines.1.product",
        "input.lines.1.quantity",
        "input.state",
    ]


@pytest.mark.parametrize("given", [None, [], "text", 1])
def test_an_input_that_is_no_object_is_refused_at_the_root(given):
    assert errors(lambda: registry.validate_input("echo", "echo", given)) == ["input"]


def test_defaults_are_filled_in_and_numbers_keep_their_digits():
    given = {"customer_id": 1, "lines": [{"product": "W", "quantity": 2.1, "unit_price": "19.90"}]}

    normalised = registry.validate_input("tryton", "sale_order.create", given)

    assert normalised["state"] == "quotation"
    assert normalised["lines"] == [{"product": "W", "quantity": "2.1", "unit_price": "19.90", "description": None}]


def test_a_schema_written_by_hand_names_wrong_fields_too_and_repeats_no_values():
    shape = Shape.given(SCHEMA)

    assert shape.normalise({"lines": [{"sku": "A"}], "n": 1}, root="input") == {"lines": [{"sku": "A"}], "n": 1}
    assert errors(lambda: shape.normalise({"lines": [{}], "n": "s3cret"}, root="input")) == ["input.lines.0", "input.n"]
    with pytest.raises(HubError) as refused:
        shape.normalise({"n": "s3cret"}, root="input")
    assert "s3cret" not in str(refused.value.extra) + refused.value.detail


def test_unknown_names_are_not_found():
    for call in (
        lambda: registry.get("nobody"),
        lambda: registry.validate_input("nobody", "echo", {}),
        lambda: registry.validate_input("echo", "nobody", {}),
    ):
        with pytest.raises(HubError) as refused:
            call()
        assert refused.value.code == "not_found"
