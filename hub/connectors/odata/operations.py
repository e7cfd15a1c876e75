"""The operations of a service: for each entity set list, get, create, update, delete; its function and action imports."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from hub.connectors.base import Operation, Result
from hub.connectors.http_shapes import check_path
from hub.connectors.odata.metadata import EntitySet, Import, Property, Service
from hub.connectors.odata.session import ODataSession
from hub.connectors.odata.values import key_path, literal, read, schema_of, written
from hub.connectors.outbound import Answer, RemoteFailure
from hub.connectors.shapes import Shape, Told
from hub.rules.outcomes import Category, Done, Safety, failed

TEXTS = {"type": "array", "items": {"type": "string", "minLength": 1}}
RECORD = {
    "type": "object",
    "properties": {"record": {"type": ["object", "null"]}, "version": {"type": ["string", "null"]}},
}
RECORDS = {
    "type": "object",
    "properties": {"records": {"type": "array", "items": {"type": "object"}}, "next": {"type": ["string", "null"]}},
}
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
    made = _operation(f"{entity.name}.list", f"List {entity.name}", _object(accepts, []), partial(_do_list, entity))
    return replace(made, returns=Told(RECORDS))


def _get(entity: EntitySet) -> Operation:
    accepts = _object({"key": _key(entity), "select": TEXTS, "expand": TEXTS}, ["key"])
    return _operation(f"{entity.name}.get", f"Get one of {entity.name}", accepts, partial(_do_get, entity))


def _create(entity: EntitySet) -> Operation:
    texts = [each.name for each in entity.properties if each.type == "Edm.String" and each.created]
    accepts = {"fields": _fields(entity, lambda each: each.created)}
    if texts:
        text = "the text property that holds the job's id, so that a lost answer can be looked for"
        accepts["reference_property"] = {"enum": texts, "description": text}
    title, shape = f"Create one of {entity.name}", _object(accepts, ["fields"])
    return replace(
        _operation(f"{entity.name}.create", title, shape, partial(_do_create, entity)),
        safety=Safety.UNSAFE,
        writes=True,
        find=partial(_find, entity),
        judge=_judge_create,
    )


def _judge_create(given: dict[str, Any]) -> tuple[bool, Safety]:
    return True, Safety.BY_SEARCH if given.get("reference_property") else Safety.UNSAFE


def _update(entity: EntitySet) -> Operation:
    fields = _fields(entity, lambda each: each.updated and each.name not in entity.keys)
    accepts = {"key": _key(entity), "fields": fields | {"minProperties": 1}, "version": VERSION}
    title, shape = f"Change one of {entity.name}", _object(accepts, ["key", "fields"])
    return replace(_operation(f"{entity.name}.update", title, shape, partial(_do_update, entity)), writes=True)


def _delete(entity: EntitySet) -> Operation:
    title, shape = f"Delete one of {entity.name}", _object({"key": _key(entity), "version": VERSION}, ["key"])
    return replace(_operation(f"{entity.name}.delete", title, shape, partial(_do_delete, entity)), writes=True)


def _call(each: Import) -> Operation:
    properties = {one.name: schema_of(one) for one in each.parameters}
    needed = [one.name for one in each.parameters if not one.nullable]
    accepts = _object({"parameters": _object(properties, needed)}, ["parameters"] if needed else [])
    reads = each.method == "GET"
    return replace(
        _operation(each.name, each.name, accepts, partial(_do_call, each)),
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


async def _do_list(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    if given.get("cursor"):
        answer = await session.ask("GET", _next_path(session, given["cursor"]))
    else:
        params = [("$top", str(given["limit"])), *_shown(given)]
        params += [
            (f"${name}", given[key]) for name, key in (("filter", "filter"), ("orderby", "order_by")) if given.get(key)
        ]
        answer = await session.ask("GET", f"/{entity.name}", params=params)
    document = answer.json()
    found = document.get("d", document) if isinstance(document, Mapping) else {}
    records = found if isinstance(found, list) else found.get("results", found.get("value", []))
    following = None if isinstance(found, list) else found.get("__next") or document.get("@odata.nextLink")
    return Done({"records": read(records), "next": following}, answer.request_id)


async def _do_get(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    answer = await session.ask("GET", _path(entity, session, given["key"]), params=_shown(given))
    return _one(answer)


async def _do_create(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    fields = dict(given["fields"])
    if given.get("reference_property"):
        fields[given["reference_property"]] = reference
    answer = await session.ask("POST", f"/{entity.name}", content=_body(entity, session, fields))
    return _one(answer)


async def _find(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    name = given.get("reference_property")
    if not name:
        return failed(Category.UNKNOWN_OUTCOME, "The input names no property to look for what was created.")
    wanted = f"{name} eq {literal(reference, 'Edm.String', version=session.version)}"
    answer = await session.ask("GET", f"/{entity.name}", params=[("$filter", wanted), ("$top", "1")])
    document = answer.json()
    found = document.get("d", document) if isinstance(document, Mapping) else {}
    records = found if isinstance(found, list) else found.get("results", found.get("value", []))
    return Done({"record": read(records[0]), "version": _version(records[0])}) if records else None


async def _do_update(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    headers = {"If-Match": given.get("version") or "*"}
    content = _body(entity, session, given["fields"])
    answer = await session.ask("PATCH", _path(entity, session, given["key"]), headers=headers, content=content)
    return _one(answer)


async def _do_delete(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    headers = {"If-Match": given.get("version") or "*"}
    answer = await session.ask("DELETE", _path(entity, session, given["key"]), headers=headers)
    return _one(answer)


async def _do_call(each: Import, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    values = given.get("parameters") or {}
    kinds = {one.name: one.type for one in each.parameters}
    try:
        texts = [(name, literal(value, kinds[name], version=session.version)) for name, value in values.items()]
    except ValueError as error:
        raise _unsendable(error) from error
    if session.version == 4 and each.method == "POST":
        answer = await session.ask("POST", f"/{each.name}", content=json.dumps(values).encode())
    elif session.version == 4:
        inside = ",".join(f"{name}={quote(text, safe=chr(39))}" for name, text in texts)
        answer = await session.ask("GET", f"/{each.name}({inside})")
    else:
        answer = await session.ask(each.method, f"/{each.name}", params=texts)
    document = answer.json()
    found = document.get("d", document) if isinstance(document, Mapping) else document
    return Done({"result": read(found)}, answer.request_id)


def _path(entity: EntitySet, session: ODataSession, key: Mapping[str, Any]) -> str:
    try:
        path = key_path(entity, key, version=session.version)
        check_path(path)
    except ValueError as error:
        raise _unsendable(error) from error
    return path


def _body(entity: EntitySet, session: ODataSession, fields: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(written(entity, fields, version=session.version)).encode()
    except ValueError as error:
        raise _unsendable(error) from error


def _next_path(session: ODataSession, cursor: str) -> str:
    """The next page's place below the service's root; nowhere else do the credentials go."""
    base = session.access.base_url.rstrip("/") + "/"
    there, here = urlsplit(urljoin(base, cursor)), urlsplit(base)
    path = there.path[len(here.path) - 1 :]
    try:
        if (there.scheme, there.netloc) != (here.scheme, here.netloc) or not there.path.startswith(here.path):
            raise ValueError("the cursor leads elsewhere")
        check_path(path)
    except ValueError as error:
        raise _unsendable(error) from error
    return f"{path}?{there.query}" if there.query else path


def _shown(given: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(f"${name}", ",".join(given[name])) for name in ("select", "expand") if given.get(name)]


def _one(answer: Answer) -> Done:
    document = answer.json()
    record = document.get("d", document) if isinstance(document, Mapping) else None
    version = answer.headers.get("etag") or _version(record)
    return Done({"record": read(record), "version": version}, answer.request_id)


def _version(record: Any) -> str | None:
    if not isinstance(record, Mapping):
        return None
    return (record.get("__metadata") or {}).get("etag") or record.get("@odata.etag")


def _unsendable(error: ValueError) -> RemoteFailure:
    return RemoteFailure(failed(Category.VALIDATION, f"The request cannot be made: {error}."))
