"""Documents that say what a connected system can do: kept by their hash, compiled once."""

import hashlib
import threading
import zlib
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from hub import db
from hub.connectors import registry
from hub.connectors.base import Operation
from hub.connectors.described import DOCUMENT_HASH, OPERATIONS, Described
from hub.rules.errors import HubError

# Compiled documents in memory: the largest take some ten MiB.
COMPILED = 32

KEEP = """
INSERT INTO system_document (id, tenant_id, hash, content) VALUES (%s, %s, %s, %s) ON CONFLICT (tenant_id, hash) DO NOTHING
"""
READ = "SELECT content FROM system_document WHERE tenant_id = %s AND hash = %s"
UNUSED = """
DELETE FROM system_document d WHERE d.created_at < now() - interval '1 day' AND NOT EXISTS (
    SELECT FROM connection c WHERE c.tenant_id = d.tenant_id AND c.deleted_at IS NULL AND c.config ->> 'document_hash' = d.hash
)
"""

_compiled: OrderedDict[tuple[UUID, str, str], Mapping[str, Operation]] = OrderedDict()
_lock = threading.Lock()


def keep(tenant_id: UUID, document: bytes) -> str:
    """Keep a document; what the connection's config names it by."""
    name = hashlib.sha256(document).hexdigest()
    db.execute(KEEP, (db.new_id(), tenant_id, name, zlib.compress(document)))
    return name


def operations(tenant_id: UUID, connector: str, config: Mapping[str, Any]) -> Mapping[str, Operation]:
    """What a connection can do. Errors: `invalid_input` when its document is not there any more."""
    made = registry.get(connector)
    if not isinstance(made, Described):
        return made.operations
    key = (tenant_id, connector, str(config.get(DOCUMENT_HASH) or ""))
    with _lock:
        if key in _compiled:
            _compiled.move_to_end(key)
            return _compiled[key]
    row = db.row(READ, (tenant_id, key[2]))
    if row is None:
        raise unreadable("The connection's document is not there; set its config again.")
    compiled = made.compile(zlib.decompress(bytes(row[0])))
    with _lock:
        _compiled[key] = compiled
        if len(_compiled) > COMPILED:
            _compiled.popitem(last=False)
    return compiled


def with_operations(tenant_id: UUID, connector: str, config: dict[str, Any]) -> dict[str, Any]:
    """The config as `Access` needs it. Errors: as `operations`."""
    if not isinstance(registry.get(connector), Described):
        return config
    return config | {OPERATIONS: operations(tenant_id, connector, config)}


def forget_unused() -> int:
    """Remove documents that no connection names any more; how many."""
    return db.execute(UNUSED)


def unreadable(detail: str) -> HubError:
    """The error of a document that cannot be used."""
    return HubError("invalid_input", f"The system's document cannot be read: {detail}", field="config.document")
