"""Connectors whose operations are a connection's, because a document of the connected system says what there is to do.

Such a connector has no operations of its own. Whoever keeps connections keeps the document (by its hash), and puts what was
made of it into `Access.config` under OPERATIONS before a connection is used.
"""

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from hub.connectors.base import Access, Operation
from hub.connectors.outbound import Outbound
from hub.rules.errors import HubError

# In `Access.config`: Mapping[str, Operation]. In a connection's stored config: the document's hash.
OPERATIONS = "operations"
DOCUMENT_HASH = "document_hash"
DOCUMENT_MAX_BYTES = 16 * 1024 * 1024


@runtime_checkable
class Described(Protocol):
    """What such a connector has besides being one."""

    async def describe(self, access: Access, outbound: Outbound) -> bytes:
        """The document, given inline in the config or fetched. RemoteFailure when it cannot be had."""

    def compile(self, document: bytes) -> Mapping[str, Operation]:
        """The operations of a document, by name; each is made when it is first looked at. HubError `invalid_input`."""

    def without_document(self, config: dict[str, Any]) -> dict[str, Any]:
        """The config as it is stored: the document is kept elsewhere."""


def named(operations: Mapping[str, Operation], name: str) -> Operation:
    """The operation; HubError `not_found`."""
    try:
        return operations[name]
    except KeyError:
        detail = f"The connection has no operation {name[:100]!r}; GET /connections/{{id}}/operations lists them."
        raise HubError("not_found", detail, field="operation") from None
