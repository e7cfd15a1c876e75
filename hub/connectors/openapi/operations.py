"""The operations of a document: their names at once, everything else when one is looked at."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

from hub.connectors.base import Operation
from hub.connectors.openapi.document import Document
from hub.connectors.openapi.requests import Sending, body_of, parameters_of
from hub.connectors.openapi.schemas import INPUT_DEFS, OUTPUT_DEFS, Bundle, DocumentShape, ToldShape
from hub.rules.outcomes import Safety

READING = {"get", "head", "options", "trace"}
REPEATABLE = {"put", "delete"}
NAME_MAX = 100
TEXT_MAX = 2_000
GROUPS = ("path", "query", "header", "cookie")
KEY = "idempotency-key"


class Entry(NamedTuple):
    """Where an operation stands in the document."""

    path: str
    method: str
    item: Mapping[str, Any]
    operation: Mapping[str, Any]


class Operations(Mapping[str, Operation]):
    """name → operation. An operation's name is its operationId, else made of method and path."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._entries: dict[str, Entry] = {}
        self._made: dict[str, Operation] = {}
        for found in document.paths():
            entry = Entry(*found)
            self._entries[_free(_name(entry), self._entries)] = entry

    def __getitem__(self, name: str) -> Operation:
        if name not in self._made:
            self._made[name] = _operation(name, self._entries[name], self.document)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, name: str) -> Entry:
        """Where it stands."""
        return self._entries[name]

    def harmless(self) -> Operation | None:
        """The first that reads and needs no input."""
        for name, entry in self._entries.items():
            if entry.method == "get" and "{" not in entry.path and not self[name].input.get("required"):
                return self[name]
        return None


def _name(entry: Entry) -> str:
    given = entry.operation.get("operationId")
    text = given if isinstance(given, str) and given else f"{entry.method}.{entry.path.strip('/') or 'root'}"
    return re.sub(r"[^A-Za-z0-9_.-]+", ".", text).strip(".")[:NAME_MAX] or entry.method


def _free(name: str, taken: Mapping[str, Any]) -> str:
    number = 2
    wanted = name
    while wanted in taken:
        wanted = f"{name[: NAME_MAX - 5]}.{number}"
        number += 1
    return wanted


def _operation(name: str, entry: Entry, document: Document) -> Operation:
    parameters = parameters_of(document, entry.item, entry.operation)
    body = body_of(document, entry.operation)
    security = entry.operation.get("security", document.root.get("security"))
    keyed = any(each.place == "header" and each.name.lower() == KEY for each in parameters)
    sending = Sending(entry.method.upper(), entry.path, tuple(parameters), body, _requirements(security), keyed)
    summary = str(entry.operation.get("summary") or "").strip()
    writes = entry.method not in READING
    return Operation(
        name=name,
        title=summary[:200] or name,
        description=str(entry.operation.get("description") or summary or f"{sending.method} {entry.path}")[:TEXT_MAX],
        accepts=DocumentShape(partial(_input, sending, document)),
        returns=ToldShape(partial(_output, document, entry.operation)),
        safety=_safety(entry.method, keyed=keyed),
        writes=writes,
        call=partial(_call, sending),
    )


async def _call(sending: Sending, session: Any, given: dict[str, Any], /, *, reference: str) -> Any:
    return await session.perform(sending, given, reference=reference)


def _safety(method: str, *, keyed: bool) -> Safety:
    if method in READING or method in REPEATABLE:
        return Safety.IDEMPOTENT
    return Safety.BY_KEY if keyed else Safety.UNSAFE


def _requirements(security: Any) -> tuple[tuple[str, ...], ...]:
    """The sets of schemes of which one is needed; none: no credentials."""
    if not isinstance(security, list):
        return ()
    return tuple(tuple(map(str, each)) for each in security if isinstance(each, Mapping))


def _input(sending: Sending, document: Document) -> dict[str, Any]:
    """{"path", "query", "header", "cookie", "body"}, as far as the operation has them."""
    bundle, body = Bundle(document, most=INPUT_DEFS, sent=True), sending.body
    properties: dict[str, Any] = {}
    required = []
    for place in GROUPS:
        mine = [each for each in sending.parameters if each.place == place]
        if not mine:
            continue
        # The job's reference is the key where the input gives none.
        needed = [each.name for each in mine if each.required and not (sending.keyed and each.name.lower() == KEY)]
        shown = {each.name: _described(bundle.convert(each.schema, 1), each.description) for each in mine}
        properties[place] = {"type": "object", "properties": shown, "additionalProperties": False}
        if needed:
            properties[place]["required"] = needed
            required.append(place)
    if body is not None:
        properties["body"] = _described(bundle.convert(body.schema, 1), body.description)
        if body.required:
            required.append("body")
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return bundle.closed(schema | ({"required": required} if required else {}))


def _described(schema: Any, description: str) -> Any:
    if not description or not isinstance(schema, dict) or "description" in schema:
        return schema
    return schema | {"description": description[:TEXT_MAX]}


def _output(document: Document, operation: Mapping[str, Any]) -> dict[str, Any]:
    bundle = Bundle(document, most=OUTPUT_DEFS, sent=False)
    responses = operation.get("responses") or {}
    status = next((each for each in sorted(map(str, responses)) if each.startswith("2")), "default")
    content = document.follow(responses.get(status)).get("content")
    kinds = content.items() if isinstance(content, Mapping) else ()
    media: Any = next((each for name, each in kinds if "json" in name), {})
    shown = bundle.convert(media.get("schema"), 1) if isinstance(media, Mapping) and "schema" in media else {}
    properties = {
        "status": {"type": "integer"},
        "location": {"type": ["string", "null"]},
        "body": shown,
    }
    return bundle.closed({"type": "object", "properties": properties, "required": list(properties)})
