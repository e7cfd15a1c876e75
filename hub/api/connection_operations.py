"""/connections/{id}/operations: what a connection can do, the connector's operations or its system's own."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from hub.api import pagination
from hub.api.auth import caller_of
from hub.api.connectors import OperationOut, shape_operation
from hub.api.ids import ConnectionId
from hub.api.operation import operation
from hub.api.schemas import Listing, Out, Page
from hub.connectors.base import Operation
from hub.connectors.described import named
from hub.jobs import connections, documents
from hub.rules import cursor
from hub.rules.ids import require_id

router = Router(tags=["connections"])


class Chosen(Page):
    """Which operations."""

    search: str = Field("", max_length=100, description="part of a name or title")


class OperationSummary(Out):
    """One thing that the connection can do."""

    name: str
    title: str
    description: str
    writes: bool
    safety: str


def _operations(request: HttpRequest, connection_id: str) -> Mapping[str, Operation]:
    tenant_id = caller_of(request).tenant_id
    found = connections.get(tenant_id, require_id("connection", connection_id, field="path.connection_id"))
    return documents.operations(tenant_id, found.connector, found.config)


@operation(
    router,
    "GET",
    "/connections/{connection_id}/operations",
    scope="connections:read",
    returns={200: Listing[OperationSummary]},
)
def list_connection_operations(
    request: HttpRequest, connection_id: ConnectionId, page: Query[Chosen]
) -> Listing[OperationSummary]:
    """List a connection's operations.

    Those of its connector; with `openapi` and `odata` those of the system's own document, in its order.
    """
    known = _operations(request, connection_id)
    last = pagination.before(page)
    begin = last.int if last is not None else 0
    names = [name for name in known if _wanted(name, known, page.search.lower())]
    shown = names[begin : begin + page.limit]
    more = begin + page.limit < len(names)
    following = cursor.encode_page([UUID(int=begin + page.limit)]) if more else None
    return Listing(data=[_summary(known[name]) for name in shown], next_cursor=following)


@operation(
    router,
    "GET",
    "/connections/{connection_id}/operations/{operation_name}",
    scope="connections:read",
    returns={200: OperationOut},
)
def get_connection_operation(request: HttpRequest, connection_id: ConnectionId, operation_name: str) -> OperationOut:
    """Get an operation of a connection.

    With JSON Schemas of what it takes and gives.
    """
    return shape_operation(named(_operations(request, connection_id), operation_name))


def _wanted(name: str, known: Mapping[str, Operation], search: str) -> bool:
    return not search or search in name.lower() or search in known[name].title.lower()


def _summary(each: Operation) -> Any:
    return OperationSummary(
        name=each.name, title=each.title, description=each.description, writes=each.writes, safety=each.safety
    )
