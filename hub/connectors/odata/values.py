"""Values of OData in JSON, in URLs and as JSON Schema.

Sources: https://www.odata.org/documentation/odata-version-2-0/json-format/ (dates, numbers as text),
https://www.odata.org/documentation/odata-version-2-0/overview/ (literals, section 6),
https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part2-url-conventions.html (5.1.1.14, primitive literals)
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from hub.connectors.odata.metadata import EntitySet, Property

INTEGERS = {"Edm.Byte", "Edm.SByte", "Edm.Int16", "Edm.Int32"}
# As text in V2, where JSON's numbers would lose digits; either way in V4.
EXACT = {"Edm.Int64", "Edm.Decimal"}
FLOATS = {"Edm.Double", "Edm.Single"}
INSTANTS = {"Edm.DateTime", "Edm.DateTimeOffset"}
MARKS = {"Edm.Guid": "guid", "Edm.DateTime": "datetime", "Edm.DateTimeOffset": "datetimeoffset", "Edm.Time": "time"}
SUFFIXES = {"Edm.Int64": "L", "Edm.Decimal": "M"}
_TICKS = re.compile(r"/Date\((-?\d+)(?:[+-]\d+)?\)/")


def schema_of(each: Property) -> dict[str, Any]:
    """What a client may give for a property."""
    made: dict[str, Any] = {}
    if each.type in INTEGERS:
        made["type"] = ["integer"]
    elif each.type in EXACT:
        made["type"] = ["string", "number"]
    elif each.type in FLOATS:
        made["type"] = ["number"]
    elif each.type == "Edm.Boolean":
        made["type"] = ["boolean"]
    elif each.type in INSTANTS | {"Edm.Date"}:
        made |= {"type": ["string"], "description": "ISO 8601"}
    elif each.type.startswith("Edm."):
        made["type"] = ["string"]
        if each.type == "Edm.String" and each.max_length:
            made["maxLength"] = each.max_length
    if "type" in made and each.nullable:
        made["type"] = [*made["type"], "null"]
    if "type" in made and len(made["type"]) == 1:
        made["type"] = made["type"][0]
    return made | ({"title": each.label} if each.label else {})


def written(entity: EntitySet, fields: Mapping[str, Any], *, version: int) -> dict[str, Any]:
    """The fields as a body holds them. Raises ValueError for a date that is none."""
    kinds = {each.name: each.type for each in entity.properties}
    return {name: _written(value, kinds.get(name, ""), version) for name, value in fields.items()}


def _written(value: Any, kind: str, version: int) -> Any:
    if version == 4 or value is None:
        return value
    if kind in EXACT:
        return str(value)
    if kind in INSTANTS and not _TICKS.fullmatch(str(value)):
        return f"/Date({_ticks(str(value))})/"
    return value


def _ticks(text: str) -> int:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text[:40]!r} is no ISO 8601 date or time") from None
    # V2's DateTime has no zone; what has none is taken as it stands.
    return round((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() * 1000)


def read(record: Any) -> Any:
    """A record as it is given out: V2's dates as ISO 8601, without V2's own members."""
    if isinstance(record, list):
        return [read(each) for each in record]
    if isinstance(record, Mapping):
        if set(record) == {"__deferred"}:
            return None
        if "results" in record and set(record) <= {"results", "__count", "__next"}:
            return read(record["results"])
        return {name: read(each) for name, each in record.items() if name != "__metadata"}
    found = _TICKS.fullmatch(record) if isinstance(record, str) else None
    if found is None:
        return record
    try:
        at = datetime.fromtimestamp(int(found[1]) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return record
    return at.isoformat().replace("+00:00", "Z")


def literal(value: Any, kind: str, *, version: int) -> str:
    """A value in a URL or a filter, not yet escaped. Raises ValueError for what cannot stand there."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    if kind in INTEGERS | EXACT | FLOATS:
        if not re.fullmatch(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", text):
            raise ValueError(f"{text[:40]!r} is no number")
        return text + (SUFFIXES.get(kind, "") if version == 2 else "")
    if version == 2 and kind in MARKS:
        return f"{MARKS[kind]}{_quoted(text)}"
    if kind != "Edm.String" and kind.startswith("Edm."):
        if not re.fullmatch(r"[A-Za-z0-9.:+_-]+", text):
            raise ValueError(f"{text[:40]!r} is no {kind}")
        return text
    return _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def key_path(entity: EntitySet, key: Mapping[str, Any], *, version: int) -> str:
    """`Set('1')` or `Set(A='1',B=2)`, escaped. Raises ValueError."""
    pairs = [(name, literal(key[name], entity.property(name).type, version=version)) for name in entity.keys]
    if len(pairs) == 1:
        inside = quote(pairs[0][1], safe="'")
    else:
        inside = ",".join(f"{name}={quote(text, safe=chr(39))}" for name, text in pairs)
    return f"/{entity.name}({inside})"
