"""What goes in and comes out, as JSON Schema: from a pydantic model or written by hand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jsonschema import Draft202012Validator
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hub.rules.errors import HubError


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
        """The shape that a JSON Schema (2020-12) describes; values stay as they are."""
        Draft202012Validator.check_schema(schema)
        return cls(schema)

    def normalise(self, value: Any, *, root: str) -> dict[str, Any]:
        """The value in JSON terms, defaults filled in.

        Raises HubError `invalid_input`: `field` is the first wrong one, from `root` (`input.lines.0.quantity`),
        and `extra["errors"]` lists all. Wrong values are not repeated: they may be secrets.
        """
        if self.model is None:
            errors = sorted(self._validator.iter_errors(value), key=lambda error: list(map(str, error.path)))
            _refuse(root, ((error.path, _without_value(error)) for error in errors))
            return value
        try:
            return self.model.model_validate(value).model_dump(mode="json")
        except ValidationError as error:
            details = error.errors(include_input=False, include_url=False, include_context=False)
            return _refuse(root, ((each["loc"], each["msg"]) for each in details))

    @cached_property
    def _validator(self) -> Draft202012Validator:
        return Draft202012Validator(self.schema)


def _without_value(error: Any) -> str:
    if error.validator == "required":
        return "A required field is missing."
    if error.validator == "additionalProperties":
        return "There is a field that is not known here."
    return f"The value does not satisfy `{error.validator}`."


def _refuse(root: str, found: Iterable[tuple[Iterable[Any], str]]) -> dict[str, Any]:
    """Raise for what was found; an empty dict when nothing was."""
    errors = [{"field": ".".join([root, *map(str, path)]), "detail": detail} for path, detail in found]
    if errors:
        first = errors[0]
        raise HubError("invalid_input", first["detail"], field=first["field"], extra={"errors": errors})
    return {}
