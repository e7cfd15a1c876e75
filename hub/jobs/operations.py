"""What a job's connection can do: its connector's operations, or those of the connected system's own document."""

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from hub import db
from hub.connectors import registry
from hub.connectors.base import Operation, Result, operation_of
from hub.connectors.described import Described, named
from hub.connectors.shapes import Shape
from hub.jobs import documents
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Safety, failed

CONFIG = "SELECT tenant_id, config FROM connection WHERE id = %s"
# That a connection has another document may be noticed this much later.
TRUST_S = 5.0
KEPT = 1_000

_known: dict[UUID, tuple[float, Mapping[str, Operation]]] = {}


def validate(connector: str, connection_id: UUID, operation: str, given: Any) -> dict[str, Any]:
    """A job's input with its defaults. Errors: `not_found` for the operation, `invalid_input`."""
    made = registry.get(connector)
    if not isinstance(made, Described):
        return registry.validate_input(connector, operation, given)
    return named(_operations(connector, connection_id), operation).accepts.normalise(given, root="input")


def of_job(connector: str, connection_id: UUID, name: str) -> Operation:
    """The operation of an accepted job; one that only fails when the document has it no more."""
    made = registry.get(connector)
    if not isinstance(made, Described):
        return operation_of(made, name)
    try:
        return named(_operations(connector, connection_id), name)
    except HubError:
        return GONE


def _operations(connector: str, connection_id: UUID) -> Mapping[str, Operation]:
    now = time.monotonic()
    known = _known.get(connection_id)
    if known is not None and known[0] > now:
        return known[1]
    row = db.row(CONFIG, (connection_id,))
    if row is None:
        raise HubError("not_found", "There is no connection with this id.", field="connection_id")
    if len(_known) >= KEPT:
        _known.clear()
    found = documents.operations(row[0], connector, row[1])
    _known[connection_id] = (now + TRUST_S, found)
    return found


def forget(connection_id: UUID) -> None:
    """This process has changed the connection."""
    _known.pop(connection_id, None)


async def _gone(session: Any, given: dict[str, Any], /, *, reference: str) -> Result:
    return failed(Category.NOT_FOUND, "The connection has no such operation any more.")


# What is known of an operation that is not there: a call that was made may have had an effect, and nobody can look for it.
GONE = Operation(
    name="gone",
    title="Gone",
    description="The document does not have it any more.",
    accepts=Shape({}),
    returns=Shape({}),
    safety=Safety.UNSAFE,
    writes=True,
    call=_gone,
)
