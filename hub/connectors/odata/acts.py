"""What the operations of a service do: requests and their answers."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from hub.connectors.base import Result
from hub.connectors.http_shapes import check_path
from hub.connectors.odata.metadata import EntitySet, Import
from hub.connectors.odata.session import ODataSession
from hub.connectors.odata.values import key_path, literal, read, written
from hub.connectors.outbound import Answer, RemoteFailure
from hub.rules.outcomes import Category, Done, failed


async def list_records(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """A page of the entity set."""
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


async def get_record(entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """One record, with its version."""
    answer = await session.ask("GET", _path(entity, session, given["key"]), params=_shown(given))
    return _one(answer)


async def create_record(
    entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str
) -> Result:
    """A new record, which bears the reference where the input says so."""
    fields = dict(given["fields"])
    if given.get("reference_property"):
        fields[given["reference_property"]] = reference
    answer = await session.ask("POST", f"/{entity.name}", content=_body(entity, session, fields))
    return _one(answer)


async def find_created(
    entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str
) -> Result | None:
    """The record that bears the reference."""
    name = given.get("reference_property")
    if not name:
        return failed(Category.UNKNOWN_OUTCOME, "The input names no property to look for what was created.")
    wanted = f"{name} eq {literal(reference, 'Edm.String', version=session.version)}"
    answer = await session.ask("GET", f"/{entity.name}", params=[("$filter", wanted), ("$top", "1")])
    document = answer.json()
    found = document.get("d", document) if isinstance(document, Mapping) else {}
    records = found if isinstance(found, list) else found.get("results", found.get("value", []))
    return Done({"record": read(records[0]), "version": _version(records[0])}) if records else None


async def update_record(
    entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str
) -> Result:
    """Change a record, if it has the given version or whatever it has."""
    headers = {"If-Match": given.get("version") or "*"}
    content = _body(entity, session, given["fields"])
    answer = await session.ask("PATCH", _path(entity, session, given["key"]), headers=headers, content=content)
    return _one(answer)


async def delete_record(
    entity: EntitySet, session: ODataSession, given: dict[str, Any], /, *, reference: str
) -> Result:
    """Delete a record, likewise."""
    headers = {"If-Match": given.get("version") or "*"}
    answer = await session.ask("DELETE", _path(entity, session, given["key"]), headers=headers)
    return _one(answer)


async def call_import(each: Import, session: ODataSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Call a function or an action."""
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
