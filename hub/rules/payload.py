"""What an event's `data` must look like: the JSON Schemas that tenants register, and holding data against one.

A tenant writes the schema and another machine pays for it, so what could cost without bound is refused or counted: no
references but `#/$defs/…`, patterns by an engine that never backtracks, and a budget of steps for each check.
Source: JSON Schema 2020-12; docs/delivery.md, "Event types".
"""

import json
import re
from collections.abc import Iterator
from contextvars import ContextVar
from functools import lru_cache
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError as InvalidSchema
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from pydantic_core import SchemaError, SchemaValidator, core_schema

from hub.rules.errors import HubError

DIALECT = "https://json-schema.org/draft/2020-12/schema"
BYTES_MAX = 32 * 1024
DEPTH_MAX = 16
PATTERN_MAX = 256
# Of all `{n,m}` in a pattern together: the states of its automaton grow with their product.
REPEATS_MAX = 10_000
TEXT_MAX = 10_000
# Keywords applied, list members compared, properties looked for: about 0.3 s of one core.
STEPS_MAX = 100_000
PROBLEMS_MAX = 20
COMPILED = 512

# They would change what `$ref` means, leave the budget, or match by Python's backtracking engine.
REFUSED = frozenset(
    {"$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor", "$vocabulary", "id"}
    | {"patternProperties", "unevaluatedProperties", "unevaluatedItems", "definitions"}
)
NAMED = ("properties", "$defs", "dependentSchemas")
LISTED = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLE = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames", "contentSchema")
_REPEAT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_steps: ContextVar[int] = ContextVar("steps")


class _TooMuch(Exception):
    """The budget of steps is spent."""


def check_schema(schema: dict[str, Any], *, field: str = "schema") -> None:
    """Raise HubError `invalid_schema`, naming the place, for what is not a JSON Schema or may not be one here."""
    if len(json.dumps(schema)) > BYTES_MAX:
        raise _invalid(f"A schema has at most {BYTES_MAX // 1024} KiB.", field)
    if schema.get("$schema", DIALECT) != DIALECT:
        raise _invalid(f"The dialect is {DIALECT}.", f"{field}.$schema")
    names = schema.get("$defs", {})
    _check(
        {key: value for key, value in schema.items() if key != "$schema"},
        field,
        names=set(names) if isinstance(names, dict) else set(),
        depth=0,
    )
    try:
        Draft202012Validator.check_schema(schema)
    except InvalidSchema as error:
        raise _invalid("This is not JSON Schema 2020-12.", ".".join([field, *map(str, error.absolute_path)])) from error


def problems(schema: dict[str, Any], data: Any) -> list[dict[str, str]]:
    """What in the data does not fit, at most PROBLEMS_MAX: `[{"field": "data.lines.0.qty", "detail": …}]`.

    schema: one that `check_schema` let through. Values are not repeated: they may be secrets.
    """
    token = _steps.set(STEPS_MAX)
    try:
        found = list(islice(_compiled(json.dumps(schema)).iter_errors(data), PROBLEMS_MAX))
    except (_TooMuch, RecursionError):
        return [{"field": "data", "detail": "Too large to be held against the schema of its type."}]
    finally:
        _steps.reset(token)
    return [{"field": ".".join(["data", *map(str, error.absolute_path)]), "detail": error.message} for error in found]


def _check(schema: Any, place: str, *, names: set[str], depth: int) -> None:
    if isinstance(schema, bool):
        return
    if not isinstance(schema, dict):
        raise _invalid("A schema is an object, true or false.", place)
    if depth > DEPTH_MAX:
        raise _invalid(f"Schemas are nested {DEPTH_MAX} deep at most.", place)
    for keyword in schema:
        if keyword in REFUSED or keyword == "$schema" or (keyword == "$defs" and depth):
            raise _invalid(f"`{keyword}` is not taken here.", f"{place}.{keyword}")
    _check_reference(schema.get("$ref"), f"{place}.$ref", names)
    if "pattern" in schema:
        _check_pattern(schema["pattern"], f"{place}.pattern")
    for inner, where in _inner(schema, place):
        _check(inner, where, names=names, depth=depth + 1)


def _inner(schema: dict[str, Any], place: str) -> Iterator[tuple[Any, str]]:
    """Every schema right below, with its place."""
    for keyword in NAMED:
        if isinstance(schema.get(keyword), dict):
            yield from ((inner, f"{place}.{keyword}.{name}") for name, inner in schema[keyword].items())
    for keyword in LISTED:
        if isinstance(schema.get(keyword), list):
            yield from ((inner, f"{place}.{keyword}.{number}") for number, inner in enumerate(schema[keyword]))
    yield from ((schema[keyword], f"{place}.{keyword}") for keyword in SINGLE if keyword in schema)


def _check_reference(reference: Any, place: str, names: set[str]) -> None:
    if reference is None or reference == "#":
        return
    if not isinstance(reference, str) or not reference.startswith("#/$defs/"):
        raise _invalid("A reference is `#` or `#/$defs/<name>`; nothing is fetched from elsewhere.", place)
    name = reference.removeprefix("#/$defs/")
    if name not in names or not re.fullmatch(r"[A-Za-z0-9_.-]+", name):
        raise _invalid("There is no such definition under `$defs`.", place)


def _check_pattern(pattern: Any, place: str) -> None:
    if not isinstance(pattern, str) or len(pattern) > PATTERN_MAX:
        raise _invalid(f"A pattern is a text of at most {PATTERN_MAX} characters.", place)
    repeats = 1
    for least, most in _REPEAT.findall(pattern):
        repeats *= max(1, int((most or least)[:6]))
    if repeats > REPEATS_MAX:
        raise _invalid(f"The repeat counts of a pattern multiply to {REPEATS_MAX} at most.", place)
    try:
        _matcher(pattern)
    except SchemaError as error:
        raise _invalid(
            "This pattern is not taken: no look-around, no back-references (RE2's syntax).", place
        ) from error


@lru_cache(maxsize=COMPILED)
def _matcher(pattern: str) -> SchemaValidator:
    """Rust's regex, which pydantic brings along: time linear in the text, whatever the pattern."""
    return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))


@lru_cache(maxsize=COMPILED)
def _compiled(schema: str) -> Draft202012Validator:
    """By the schema's own text: there is nothing that could be out of date."""
    return _Checker({key: value for key, value in json.loads(schema).items() if key != "$schema"})


def _counted(keyword: str, apply: Any) -> Any:
    def check(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
        left = _steps.get() - 1 - (len(value) if isinstance(value, list | dict) else 0)
        _steps.set(left)
        if left < 0:
            raise _TooMuch
        for error in apply(validator, value, instance, schema) or ():
            if not error.message.endswith("."):
                error.message = f"Does not satisfy `{keyword}` of the type's schema."
            yield error

    return check


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, str):
        return
    if len(instance) > TEXT_MAX:
        yield ValidationError(f"Texts with a `pattern` have at most {TEXT_MAX} characters.")
    elif not _matcher(pattern).isinstance_python(instance):
        yield ValidationError("Does not match the pattern of the type's schema.")


def _required(validator: Any, required: list[str], instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for name in required:
            if name not in instance:
                yield ValidationError("This field is required.", path=[name])


def _additional(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, dict):
        return
    for name in instance.keys() - schema.get("properties", {}).keys():
        if allowed is False:
            yield ValidationError("The type's schema has no such field.", path=[name])
        else:
            yield from validator.descend(instance[name], allowed, path=name)


def _unique(validator: Any, wanted: bool, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """By canonical text: comparing each with each takes hours for what fits into one request."""
    if wanted and isinstance(instance, list):
        texts = {json.dumps(_canonical(item), sort_keys=True) for item in instance}
        if len(texts) != len(instance):
            yield ValidationError("The items are not all different.")


def _canonical(value: Any) -> Any:
    """2.0 and 2 are the same number."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    if isinstance(value, dict):
        return {name: _canonical(item) for name, item in value.items()}
    return value


def _multiple(validator: Any, divisor: float, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, int | float) and not isinstance(instance, bool):
        try:
            rest = instance % divisor if isinstance(divisor, int) else (instance / divisor) % 1
        except OverflowError:  # an integer beyond a double's range
            rest = 1
        if rest:
            yield ValidationError("Is not a multiple of what the type's schema says.")


def _invalid(detail: str, field: str) -> HubError:
    return HubError("invalid_schema", detail, field=field)


_OURS = {
    "pattern": _pattern,
    "required": _required,
    "additionalProperties": _additional,
    "uniqueItems": _unique,
    "multipleOf": _multiple,
}
_Checker: Any = extend(
    Draft202012Validator,
    {
        keyword: _counted(keyword, _OURS.get(keyword, apply))
        for keyword, apply in Draft202012Validator.VALIDATORS.items()
        if keyword not in REFUSED
    },
)
