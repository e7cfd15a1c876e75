"""What goes in and comes out, as JSON Schema: from a pydantic model or written by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hub.rules.errors import HubError
from hub.rules.pointers import resolve


class Fields(BaseModel):
    """Base of all inputs and outputs: a field that nobody knows is an error, not ignored."""

    model_config = ConfigDict(extra="forbid")


def secret(description: str, **more: Any) -> Any:
    """A field of credentials: clients may write it, never read it."""
    return Field(description=description, json_schema_extra={"writeOnly": True}, **more)


@dataclass(frozen=True)
class Shape:
    """A JSON Schema and how values are held against it."""

    schema: Mapping[str, Any]
    model: type[BaseModel] | None = None

    @classmethod
    def of(cls, model: type[BaseModel]) -> "Shape":
        """The shape of what a pydantic model takes: defaults are filled in, values brought to one form."""
        return cls(model.model_json_schema(), model)

    @classmethod
    def out_of(cls, model: type[BaseModel]) -> "Shape":
        """The shape of what a pydantic model gives: its schema tells only the one form that values have then."""
        return cls(model.model_json_schema(mode="serialization"), model)

    @classmethod
    def given(cls, schema: Mapping[str, Any]) -> "Shape":
        """The shape that a JSON Schema (2020-12) describes; values stay as they are, defaults are filled in.

        The schema itself is taken as it is, see `check`: looking through hundreds of them takes seconds.
        """
        return cls(schema)

    def check(self) -> None:
        """Whether the schema is one; jsonschema's SchemaError when it is not."""
        Draft202012Validator.check_schema(self.schema)

    def normalise(self, value: Any, *, root: str) -> dict[str, Any]:
        """The value in JSON terms, defaults filled in.

        Raises HubError `invalid_input`: `field` is the first wrong one, from `root` (`input.lines.0.quantity`),
        and `extra["errors"]` lists all. Wrong values are not repeated: they may be secrets.
        """
        if self.model is None:
            value = with_defaults(self.schema, value, root=self.schema)
            errors = sorted(self._validator.iter_errors(value), key=lambda error: list(map(str, error.path)))
            _refuse(root, (each for error in errors for each in _without_value(error)))
            return value
        try:
            return self.model.model_validate(value).model_dump(mode="json")
        except ValidationError as error:
            details = error.errors(include_input=False, include_url=False, include_context=False)
            return _refuse(root, ((each["loc"], each["msg"]) for each in details))

    @cached_property
    def _validator(self) -> Draft202012Validator:
        return Draft202012Validator(self.schema)


class Told(Shape):
    """The shape of what another system gives, as far as its vendor tells: published, not enforced.

    A write whose answer looks different from what was expected has still been done.
    """

    def normalise(self, value: Any, *, root: str) -> dict[str, Any]:
        """The value as it is."""
        return value


def with_defaults(schema: Mapping[str, Any], value: Any, *, root: Mapping[str, Any]) -> Any:
    """The value with the `default` of each property it lacks, in nested objects and lists too.

    root: the whole document, which `$ref` points into. What stands under `oneOf` and the like is not looked at.
    """
    if isinstance(schema.get("$ref"), str):
        schema = resolve(root, schema["$ref"].removeprefix("#")) or {}
    properties, items = schema.get("properties"), schema.get("items")
    if isinstance(value, dict) and isinstance(properties, Mapping):
        missing = {key: each["default"] for key, each in properties.items() if "default" in each and key not in value}
        return {
            key: with_defaults(properties[key], each, root=root) if key in properties else each
            for key, each in (value | missing).items()
        }
    if isinstance(value, list) and isinstance(items, Mapping):
        return [with_defaults(items, each, root=root) for each in value]
    return value


def _without_value(error: Any) -> list[tuple[list[Any], str]]:
    """(path, text) of each wrong field; names of fields are told, values are not."""
    path = list(error.path)
    if error.validator == "required":
        missing = [name for name in error.validator_value if name not in error.instance]
        return [(path, f"A required field is missing: {', '.join(missing)}.")]
    if error.validator == "additionalProperties" and error.validator_value is False:
        known = error.schema.get("properties", {})
        return [([*path, name], "There is no such field.") for name in error.instance if name not in known]
    return [(path, f"The value does not satisfy `{error.validator}`{_rule(error)}.")]


def _rule(error: Any) -> str:
    plain = isinstance(error.validator_value, str | int | float | list) and len(str(error.validator_value)) < 200
    return f" ({error.validator_value})" if plain else ""


def _refuse(root: str, found: Iterable[tuple[Iterable[Any], str]]) -> dict[str, Any]:
    """Raise for what was found; an empty dict when nothing was."""
    named = dict.fromkeys((".".join([root, *map(str, path)]), detail) for path, detail in found)
    errors = [{"field": field, "detail": detail} for field, detail in named]
    if errors:
        first = errors[0]
        raise HubError("invalid_input", first["detail"], field=first["field"], extra={"errors": errors})
    return {}
