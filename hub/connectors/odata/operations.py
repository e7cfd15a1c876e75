"""The operations of a service: for each entity set list, get, create, update, delete; its function and action imports."""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from hub.connectors.base import Operation, Result
from hub.connectors.odata.acts import (
    call_import,
    create_record,
    delete_record,
    find_created,
    get_record,
    list_records,
    update_record,
)
from hub.connectors.odata.metadata import EntitySet, Import, Property, Service
from hub.connectors.odata.values import schema_of
from hub.connectors.shapes import Shape, Told
from hub.rules.outcomes import Safety

TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
RECORD = {
    "type": "object",
    "properties": {"record": {"type": ["object", "null"]}, "version": {"type": ["string", "null"]}},
}
RECORDS = {
    "type": "object",
    "properties": {"records": {"type": "array", "items": {"type": "object"}}, "next": {"type": ["string", "null"]}},
}
# `job_` and 26 characters.
REFERENCE_LENGTH = 30
VERSION = {"type": "string", "description": "only if the record still has this version; any without"}


class Operations(Mapping[str, Operation]):
    """name → operation: `Customers.list`, `Customers.get`, … and the names of imports."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self._made = {each.name: each for each in _all(service)}

    def __getitem__(self, name: str) -> Operation:
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def _all(service: Service) -> Iterator[Operation]:
    for entity in service.sets:
        yield _list(entity)
        if not entity.keys:
            continue
        yield _get(entity)
        if entity.creatable:
            yield _create(entity)
        if entity.updatable:
            yield _update(entity)
        if entity.deletable:
            yield _delete(entity)
    for each in service.imports:
        yield _call(each)


def _list(entity: EntitySet) -> Operation:
    accepts = {
        "filter": {"type": "string", "maxLength": 4000, "description": "OData's $filter"},
        "select": TEXTS,
        "expand": TEXTS,
        "order_by": {"type": "string", "maxLength": 500},
        "limit": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100},
        "cursor": {"type": "string", "maxLength": 4000, "description": "`next` of the answer before"},
    }
    made = _operation(f"{entity.name}.list", f"List {entity.name}", _object(accepts, []), partial(list_records, entity))
    return replace(made, returns=Told(RECORDS))


def _get(entity: EntitySet) -> Operation:
    accepts = _object({"key": _key(entity), "select": TEXTS, "expand": TEXTS}, ["key"])
    return _operation(f"{entity.name}.get", f"Get one of {entity.name}", accepts, partial(get_record, entity))


def _create(entity: EntitySet) -> Operation:
    texts = [each.name for each in entity.properties if _holds_reference(each)]
    accepts = {"fields": _fields(entity, lambda each: each.created)}
    if texts:
        text = "the text property that holds the job's id, so that a lost answer can be looked for"
        accepts["reference_property"] = {"enum": texts, "description": text}
    title, shape = f"Create one of {entity.name}", _object(accepts, ["fields"])
    return replace(
        _operation(f"{entity.name}.create", title, shape, partial(create_record, entity)),
        safety=Safety.UNSAFE,
        writes=True,
        find=partial(find_created, entity),
        judge=_judge_create,
    )


def _holds_reference(each: Property) -> bool:
    return each.type == "Edm.String" and each.created and (each.max_length or REFERENCE_LENGTH) >= REFERENCE_LENGTH


def _judge_create(given: dict[str, Any]) -> tuple[bool, Safety]:
    return True, Safety.BY_SEARCH if given.get("reference_property") else Safety.UNSAFE


def _update(entity: EntitySet) -> Operation:
    fields = _fields(entity, lambda each: each.updated and each.name not in entity.keys)
    accepts = {"key": _key(entity), "fields": fields | {"minProperties": 1}, "version": VERSION}
    title, shape = f"Change one of {entity.name}", _object(accepts, ["key", "fields"])
    return replace(_operation(f"{entity.name}.update", title, shape, partial(update_record, entity)), writes=True)


def _delete(entity: EntitySet) -> Operation:
    title, shape = f"Delete one of {entity.name}", _object({"key": _key(entity), "version": VERSION}, ["key"])
    return replace(_operation(f"{entity.name}.delete", title, shape, partial(delete_record, entity)), writes=True)


def _call(each: Import) -> Operation:
    properties = {one.name: schema_of(one) for one in each.parameters}
    needed = [one.name for one in each.parameters if not one.nullable]
    accepts = _object({"parameters": _object(properties, needed)}, ["parameters"] if needed else [])
    reads = each.method == "GET"
    return replace(
        _operation(each.name, each.name, accepts, partial(call_import, each)),
        returns=Told({"type": "object", "properties": {"result": {}}}),
        safety=Safety.IDEMPOTENT if reads else Safety.UNSAFE,
        writes=not reads,
    )


def _operation(name: str, title: str, accepts: dict[str, Any], act: Callable[..., Awaitable[Result]]) -> Operation:
    """An operation that reads one record; the others replace what is different."""
    return Operation(
        name=name,
        title=title,
        description=title + ".",
        accepts=Shape(accepts),
        returns=Told(RECORD),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=act,
    )


def _object(properties: Mapping[str, Any], required: list[str]) -> dict[str, Any]:
    made = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return made | ({"required": required} if required else {})


def _key(entity: EntitySet) -> dict[str, Any]:
    known = {each.name: each for each in entity.properties}
    properties = {name: schema_of(known[name]) if name in known else {} for name in entity.keys}
    return _object(properties, list(entity.keys))


def _fields(entity: EntitySet, settable: Callable[[Property], bool]) -> dict[str, Any]:
    properties: dict[str, Any] = {each.name: schema_of(each) for each in entity.properties if settable(each)}
    # What belongs to the record may be made with it.
    properties |= {name: {"type": ["object", "array", "null"]} for name in entity.links}
    return _object(properties, [])
