"""From an answer to an operation's output: `{id, version, record}`, `{records, next, errors}` or `{id}`."""

import re
from collections.abc import Mapping
from typing import Any

from hub.connectors.manifest.parts import Find, Place, Returns
from hub.connectors.manifest.session import pointer_of
from hub.connectors.outbound import Answer
from hub.connectors.templates import ABSENT, fill, render_text
from hub.rules.pointers import resolve

ID = {"type": ["string", "null"], "description": "what the system calls the record"}
VERSION = {"type": ["string", "null"], "description": "for a change that only holds if nobody else has changed it"}


def output_schema(returns: Returns, *, paged: bool) -> dict[str, Any]:
    """The JSON Schema of an operation's output."""
    record = {key: each for key, each in returns.record.items() if key != "$defs"}
    defs = {"$defs": returns.record["$defs"]} if "$defs" in returns.record else {}
    properties: dict[str, Any] = {}
    if returns.kind == "list":
        item = record
        if returns.id or returns.version:
            item = {"type": "object", "properties": _keys(returns) | {"record": record}, "required": ["record"]}
        properties["records"] = {"type": "array", "items": item}
        if paged:
            properties["next"] = {
                "type": ["string", "null"],
                "description": "`cursor` of the next page; null at the end",
            }
        if returns.errors is not None:
            properties["errors"] = {"type": "array", "description": "what failed; the others have been done"}
    else:
        properties = _keys(returns) | ({"record": record} if returns.kind == "record" else {})
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **defs,
    }


def output_of(returns: Returns, answer: Answer, document: Any, *, values: Mapping[str, Any]) -> dict[str, Any]:
    """The output of one answer."""
    found = resolve(document, pointer_of(returns.pointer, values))
    if returns.kind == "list":
        records = found if isinstance(found, list) else []
        output = {"records": [listed(returns, answer, each, values=values) for each in records]}
        if returns.errors is not None:
            errors = resolve(document, returns.errors)
            output["errors"] = errors if isinstance(errors, list) else []
        return output
    keys = {
        name: read(place, answer, found, values=values)
        for name, place in (("id", returns.id), ("version", returns.version))
        if place is not None
    }
    return keys | ({"record": found} if returns.kind == "record" else {})


def listed(returns: Returns, answer: Answer, record: Any, *, values: Mapping[str, Any]) -> Any:
    """A record of a list: itself, or with its id and version."""
    places = {name: place for name, place in (("id", returns.id), ("version", returns.version)) if place}
    if not places:
        return record
    return {name: read(each, answer, record, values=values) for name, each in places.items()} | {"record": record}


def read(place: Place, answer: Answer, record: Any, *, values: Mapping[str, Any]) -> str | None:
    """A value of an answer as text; None when it is not there."""
    if place.header is not None:
        found: Any = answer.headers.get(place.header.lower())
    elif place.value is not None:
        found = fill(place.value, values)
    else:
        found = resolve(record, pointer_of(str(place.pointer), values))
    if found is None or found is ABSENT:
        return None
    if place.pattern is None:
        return str(found)
    match = re.search(place.pattern, str(found))
    return (match[1] if match.re.groups else match[0]) if match else None


def effect(find: Find, document: Any, *, values: Mapping[str, Any]) -> Any:
    """The record among those found that is the effect looked for, or None."""
    found = resolve(document, pointer_of(find.items, values))
    for record in found if isinstance(found, list) else [found]:
        if record is not None and all(_matches(each, record, values) for each in find.match):
            return record
    return None


def _matches(match: Any, record: Any, values: Mapping[str, Any]) -> bool:
    found = resolve(record, pointer_of(match.pointer, values))
    return found is not None and str(found) == render_text(match.equals, values)


def _keys(returns: Returns) -> dict[str, Any]:
    schemas = {"id": (returns.id, ID), "version": (returns.version, VERSION)}
    return {name: schema for name, (place, schema) in schemas.items() if place is not None}
