"""Values that satisfy a JSON Schema, for configs, credentials and records that no example is given for."""

import re
from collections.abc import Mapping
from typing import Any

from hub.rules.pointers import resolve

TEXTS = ["sample", "Sample", "12345", "A1", "acme-1", "2026-11-22", "2026-11-22T10:00:00Z", "EUR", "en-US"]
TEXTS += [
    "ada@example.com",
    "https://sample.example.com",
    "3f1c1f0e-7d8a-4f0e-9a53-0c5f3f1a7b11",
    "1.0",
    "sample.example.com",
]


def sample(schema: Mapping[str, Any], root: Mapping[str, Any] | None = None) -> Any:
    """A value; of an object only what is required. AssertionError when a pattern needs an `examples` of its own."""
    root = root if root is not None else schema
    if isinstance(schema.get("$ref"), str):
        schema = {**(resolve(root, schema["$ref"].removeprefix("#")) or {}), **schema}
    for key in ("const", "default"):
        if key in schema:
            return schema[key]
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return sample(schema[key][0], root)
    kinds = schema.get("type", "object" if "properties" in schema else "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        properties = schema.get("properties", {})
        return {name: sample(properties.get(name, {}), root) for name in schema.get("required", [])}
    if kind == "array":
        return [sample(schema.get("items", {}), root)] * schema.get("minItems", 0)
    if kind in {"integer", "number"}:
        return schema.get("minimum", 1)
    return {"boolean": True, "null": None}[kind] if kind in {"boolean", "null"} else _text(schema)


def _text(schema: Mapping[str, Any]) -> str:
    pattern = schema.get("pattern", "")
    fitting = (text for text in TEXTS if re.search(pattern, text) and len(text) >= schema.get("minLength", 0))
    found = next(fitting, None)
    assert found is not None, f"give the schema with pattern {pattern} an example in `examples`"
    return found[: schema.get("maxLength", 1000)]
