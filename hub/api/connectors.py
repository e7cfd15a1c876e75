"""/connectors: the kinds of systems that can be connected."""

from typing import Any

from django.http import HttpRequest
from ninja import Router
from pydantic import Field

from hub.api.operation import operation
from hub.api.schemas import Out
from hub.connectors import registry
from hub.connectors.base import Connector, Operation

router = Router(tags=["connectors"])
SCOPE = "connectors:read"


class ConnectorOut(Out):
    """A kind of system."""

    name: str = Field(examples=["tryton"])
    title: str
    description: str


class OperationOut(Out):
    """One thing a connector can do."""

    name: str = Field(examples=["create_sale_order"])
    title: str
    description: str
    writes: bool = Field(description="whether it changes something in the other system")
    safety: str = Field(description="what makes a second call safe: idempotent, by_key, by_search or unsafe")
    input: dict[str, Any] = Field(description="JSON Schema (2020-12) of a job's `input`")
    output: dict[str, Any] = Field(description="JSON Schema of a job's `output`")
    examples: list[dict[str, Any]] = Field(description="inputs")


class ConnectorDetails(ConnectorOut):
    """A kind of system with all that can be set and done."""

    needs_url: bool = Field(description="whether a connection needs a `base_url`")
    config: dict[str, Any] = Field(description="JSON Schema of a connection's `config`")
    credentials: dict[str, Any] = Field(description="JSON Schema of a connection's `credentials`")
    operations: list[OperationOut]


class Connectors(Out):
    """All connectors."""

    data: list[ConnectorOut]


@operation(router, "GET", "/connectors", scope=SCOPE, returns={200: Connectors})
def list_connectors(request: HttpRequest) -> Connectors:
    """List connectors."""
    return Connectors(data=[ConnectorOut.model_validate(connector) for connector in registry.connectors().values()])


@operation(router, "GET", "/connectors/{name}", scope=SCOPE, returns={200: ConnectorDetails})
def get_connector(request: HttpRequest, name: str) -> ConnectorDetails:
    """Get a connector.

    With its operations, and JSON Schemas of what they take and give.
    """
    return _details(registry.get(name))


def _details(connector: Connector) -> ConnectorDetails:
    return ConnectorDetails(
        name=connector.name,
        title=connector.title,
        description=connector.description,
        needs_url=connector.needs_url,
        config=dict(connector.config.schema),
        credentials=dict(connector.credentials.schema),
        operations=[shape_operation(each) for each in connector.operations.values()],
    )


def shape_operation(each: Operation) -> OperationOut:
    """An operation as the API shows it."""
    return OperationOut(
        name=each.name,
        title=each.title,
        description=each.description,
        writes=each.writes,
        safety=each.safety,
        input=dict(each.input),
        output=dict(each.output),
        examples=list(each.examples),
    )
