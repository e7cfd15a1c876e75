"""A document's schemas as JSON Schema 2020-12 that stands on its own, with as much as was asked for and no more.

What a tenant's document says is run by our machines: patterns go to an engine that never backtracks, references become `$defs`,
and beyond a number of definitions the rest is anything.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError as InvalidSchema
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from pydantic_core import SchemaError, SchemaValidator, core_schema
from pydantic_core import ValidationError as Mismatch

from hub.connectors.openapi.document import Document
from hub.connectors.shapes import Shape

# Input schemas need what they name; answers name half of the document, and are only shown.
INPUT_DEFS = 1_000
OUTPUT_DEFS = 60
DEPTH = 40
NAMED = ("properties", "patternProperties", "dependentSchemas")
LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
# Words of validation and description that mean the same in all versions.
KEPT = frozenset(
    {
        *(
            "title",
            "description",
            "enum",
            "const",
            "multipleOf",
            "maximum",
            "minimum",
            "maxLength",
            "minLength",
            "pattern",
        ),
        *(
            "format",
            "maxItems",
            "minItems",
            "uniqueItems",
            "maxContains",
            "minContains",
            "maxProperties",
            "minProperties",
        ),
        *(
            "required",
            "dependentRequired",
            "readOnly",
            "writeOnly",
            "deprecated",
            "exclusiveMinimum",
            "exclusiveMaximum",
        ),
        "contentEncoding",
    }
)
TYPES = {"array", "boolean", "integer", "null", "number", "object", "string"}


class Bundle:
    """Collects the definitions that one schema needs. sent: for requests, where read-only properties are not required."""

    def __init__(self, document: Document, *, most: int, sent: bool) -> None:
        self._document, self._most, self._sent = document, most, sent
        self._names: dict[str, str] = {}
        self.defs: dict[str, Any] = {}

    def closed(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        """A schema of ours with the definitions it needs, checked; what the document got wrong is anything."""
        whole = {**schema, "$defs": self.defs} if self.defs else dict(schema)
        for name in list(self.defs):
            if not _valid(self.defs[name]):
                self.defs[name] = {}
        return whole

    def convert(self, schema: Any, depth: int = 0) -> Any:
        """A schema of the document."""
        if isinstance(schema, bool):
            return schema
        if not isinstance(schema, Mapping) or depth > DEPTH:
            return {}
        if isinstance(schema.get("$ref"), str):
            return self._reference(schema["$ref"])
        made = {name: schema[name] for name in schema if name in KEPT}
        made |= {name: self._each(schema[name], depth) for name in NAMED if isinstance(schema.get(name), Mapping)}
        for name in LISTED:
            if isinstance(schema.get(name), list) and schema[name]:
                made[name] = [self.convert(each, depth + 1) for each in schema[name]]
        made |= {name: self.convert(schema[name], depth + 1) for name in SINGLE if name in schema}
        _type(schema, made)
        if self._document.old:
            _bounds(schema, made)
        self._require(made)
        if "default" in schema or "example" in schema:
            made["examples"] = [schema.get("example", schema.get("default"))]
        return made if depth or _valid(made) else {}

    def _each(self, schemas: Mapping[str, Any], depth: int) -> dict[str, Any]:
        return {str(name): self.convert(each, depth + 1) for name, each in schemas.items()}

    def _reference(self, reference: str) -> dict[str, Any]:
        if reference not in self._names:
            if len(self._names) >= self._most or not isinstance(self._document.at(reference), Mapping | bool):
                return {}
            stem = "".join(char if char.isalnum() or char in "_.-" else "_" for char in reference.rpartition("/")[2])
            name = stem if stem not in self._names.values() else f"{stem}_{len(self._names)}"
            self._names[reference] = name
            self.defs[name] = {}
            self.defs[name] = self.convert(self._document.at(reference), 1)
        return {"$ref": f"#/$defs/{self._names[reference]}"}

    def _require(self, made: dict[str, Any]) -> None:
        required = made.pop("required", None)
        if not isinstance(required, list):
            return
        unasked = {
            name
            for name, each in (made.get("properties") or {}).items()
            if isinstance(each, dict) and each.get("readOnly" if self._sent else "writeOnly") is True
        }
        kept = [name for name in dict.fromkeys(map(str, required)) if name not in unasked]
        if kept:
            made["required"] = kept


def _type(schema: Mapping[str, Any], made: dict[str, Any]) -> None:
    """`nullable` (3.0) is a second type; types that nobody knows are any."""
    given = schema.get("type")
    types = [each for each in (given if isinstance(given, list) else [given]) if each in TYPES]
    if types and schema.get("nullable") is True and "null" not in types:
        types.append("null")
        if isinstance(made.get("enum"), list) and None not in made["enum"]:
            made["enum"] = [*made["enum"], None]
    if types:
        made["type"] = types[0] if len(types) == 1 else types


def _bounds(schema: Mapping[str, Any], made: dict[str, Any]) -> None:
    """`exclusiveMinimum: true` (3.0) is about `minimum`."""
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool):
            made.pop(exclusive, None)
            if schema[exclusive] and bound in made:
                made[exclusive] = made.pop(bound)


def _valid(schema: Any) -> bool:
    try:
        Draft202012Validator.check_schema(schema)
    except InvalidSchema:
        return False
    return True


@lru_cache(maxsize=4096)
def _matcher(pattern: str) -> SchemaValidator | None:
    """A pattern for an engine without backtracking; None for one that it does not know."""
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return None


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    matcher = _matcher(pattern) if validator.is_type(instance, "string") else None
    if matcher is not None:
        try:
            matcher.validate_python(instance)
        except Mismatch:
            yield ValidationError("The value does not match the pattern.")


def _anything(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Python's own engine would run these patterns."""
    yield from ()


SafeValidator = extend(Draft202012Validator, {"pattern": _pattern, "patternProperties": _anything})


class DocumentShape(Shape):
    """A shape whose schema is a tenant's document's, made when somebody asks: a document has a thousand."""

    def __init__(self, make: Callable[[], dict[str, Any]]) -> None:
        self.__dict__.update(model=None, _make=make)

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """See Shape."""
        return self.__dict__["_make"]()

    @cached_property
    def _validator(self) -> Any:
        return SafeValidator(self.schema)


class ToldShape(DocumentShape):
    """What the document says that the system gives: published, not enforced. See Told."""

    def normalise(self, value: Any, *, root: str) -> dict[str, Any]:
        """The value as it is."""
        return value
