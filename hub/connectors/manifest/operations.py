"""A manifest's operations as the hub's: input schema, output schema, and the calls."""

from collections.abc import Mapping
from types import ModuleType
from typing import Any

from hub.connectors.base import Operation, Result
from hub.connectors.manifest.model import REFERENCE_NAMES, OperationSpec
from hub.connectors.manifest.paging import read_pages
from hub.connectors.manifest.parts import Find, Paging, Request
from hub.connectors.manifest.results import effect, listed, output_of, output_schema
from hub.connectors.manifest.session import ManifestSession, with_reference
from hub.connectors.outbound import RemoteFailure
from hub.connectors.shapes import Shape, Told
from hub.connectors.templates import names
from hub.rules.outcomes import Category, Done, Outcome, failed

ANY_OUTPUT = {"type": "object"}


class Doing:
    """One operation at work. An instance holds no state of any connection."""

    def __init__(self, spec: OperationSpec, *, hooks: ModuleType | None) -> None:
        self.spec = spec
        self._own = getattr(hooks, spec.call) if spec.call else None
        found_by = spec.find.call if spec.find else None
        self._own_find = getattr(hooks, found_by) if found_by else None

    async def call(self, session: ManifestSession, given: dict[str, Any], /, *, reference: str) -> Result:
        """Do it."""
        if self._own is not None:
            return await self._own(session, given, reference=reference)
        values = session.values(given, reference)
        request, spec = _request(self.spec), self.spec
        if spec.paging is not None:
            return await self._listed(session, request, spec.paging, values=values)
        try:
            sent = with_reference(request, spec.reference, values, session.build(request, values, writes=spec.changes))
        except ValueError as error:
            return failed(Category.VALIDATION, f"The request cannot be made: {error}.")
        answer = await session.send(sent)
        document = session.document(answer)
        if session.refused(request, answer, document):
            outcome = session.meaning(answer, document, wrote=sent.writes, values=values)
            return await self._already(session, given, reference, outcome)
        return Done(output_of(spec.returns, answer, document, values=values), answer.request_id)

    async def find(self, session: ManifestSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
        """Look for what it has done; None when there is nothing."""
        find = self.spec.find
        if self._own_find is not None:
            return await self._own_find(session, given, reference=reference)
        if find is None or find.request is None:
            return failed(Category.UNKNOWN_OUTCOME, "The operation cannot look for what it has done.")
        values = session.values(given, reference)
        answer = await session.send(session.build(find.request, values, writes=False))
        if answer.status in (find.request.absent or [404]):
            return None
        document = session.document(answer)
        if session.refused(find.request, answer, document):
            return session.meaning(answer, document, wrote=False, values=values)
        record = effect(find, document, values=values)
        if record is None:
            return None
        returns = find.returns or self.spec.returns.model_copy(update={"pointer": ""})
        return Done(output_of(returns, answer, record, values=values), answer.request_id)

    async def _listed(
        self, session: ManifestSession, request: Request, paging: Paging, *, values: Mapping[str, Any]
    ) -> Result:
        returns = self.spec.returns
        records, cursor, answer = await read_pages(session, request, returns, paging=paging, values=values)
        shown = [listed(returns, answer, record, values=values) for record in records]
        output: dict[str, Any] = {"records": shown, "next": cursor}
        return Done(output | ({"errors": []} if returns.errors is not None else {}), answer.request_id)

    async def _already(
        self, session: ManifestSession, given: dict[str, Any], reference: str, refusal: Outcome
    ) -> Result:
        """A refusal; but what exists already because this very job has made it is done."""
        find = self.spec.find
        if refusal.category is not Category.DUPLICATE or find is None or not by_reference(find):
            return refusal
        try:
            found = await self.find(session, given, reference=reference)
        except RemoteFailure:
            return refusal
        return found if isinstance(found, Done) else refusal


def by_reference(find: Find) -> bool:
    """Whether what is found is certainly the job's own: the request or the match names the reference."""
    request = find.request
    templates = [request.path, list(request.query.values()), request.body] if request else []
    compared = [each.equals for each in find.match]
    return bool(names([*templates, *compared]) & REFERENCE_NAMES)


def operation(name: str, spec: OperationSpec, *, schemas: Mapping[str, Any], hooks: ModuleType | None) -> Operation:
    """The operation that a spec describes. schemas: what `#/$defs/…` may name."""
    doing = Doing(spec, hooks=hooks)
    returns = spec.returns.model_copy(update={"record": with_defs(spec.returns.record, schemas)})
    output = spec.output or (ANY_OUTPUT if spec.call else output_schema(returns, paged=spec.paging is not None))
    return Operation(
        name=name,
        title=spec.title,
        description=spec.description,
        accepts=Shape.given(with_defs(input_schema(spec), schemas)),
        returns=Told.given(with_defs(output, schemas)),
        safety=spec.safety,
        writes=spec.changes,
        call=doing.call,
        find=doing.find if spec.find else None,
        examples=tuple(spec.examples),
    )


def input_schema(spec: OperationSpec) -> dict[str, Any]:
    """The input's schema, with what is understood: an object, no further fields, and `limit` and `cursor` of a list."""
    schema: dict[str, Any] = {"type": "object", "additionalProperties": False, "properties": {}} | spec.input
    if spec.paging is None:
        return schema
    limit = {"type": "integer", "minimum": 1, "maximum": spec.paging.max_records, "default": spec.paging.size}
    asked = {
        "limit": limit | {"description": "records to give at least, as far as there are any; whole pages are given"},
        "cursor": {"type": "string", "description": "`next` of an earlier answer"},
    }
    return schema | {"properties": schema["properties"] | asked}


def with_defs(schema: dict[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with those `$defs` that it refers to, and that they refer to."""
    wanted: dict[str, Any] = dict(schema.get("$defs", {}))
    todo = _refs(schema)
    while todo:
        name = todo.pop()
        if name not in wanted and name in schemas:
            wanted[name] = schemas[name]
            todo |= _refs(schemas[name])
    return schema | {"$defs": wanted} if wanted else schema


def _refs(schema: Any) -> set[str]:
    if isinstance(schema, dict):
        own = schema.get("$ref")
        here = {own.removeprefix("#/$defs/")} if isinstance(own, str) and own.startswith("#/$defs/") else set()
        return here.union(*(_refs(each) for each in schema.values()))
    return set().union(*(_refs(each) for each in schema)) if isinstance(schema, list) else set()


def _request(spec: OperationSpec) -> Request:
    if spec.request is None:
        raise TypeError("an operation without call has a request")
    return spec.request
