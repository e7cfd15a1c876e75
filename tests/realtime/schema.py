"""The schemas of docs/asyncapi.json, as clients would use them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

FILE = Path(__file__).parents[2] / "docs" / "asyncapi.json"


@cache
def validator(name: str) -> Draft7Validator:
    """Of a schema of the document: `ServerFrame`, `PollAnswer` …"""
    return Draft7Validator({"$ref": f"#/components/schemas/{name}", **json.loads(FILE.read_text())})


def checked(name: str, value: Any) -> Any:
    """The value, which must be what the document says."""
    validator(name).validate(value)
    return value
