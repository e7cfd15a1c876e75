"""Events that are committed and that no reader may see yet, because an older transaction is still running."""

from collections.abc import Mapping
from uuid import UUID

from hub import db
from hub.rules.cursor import Position

UNSETTLED = """
SELECT t.tenant_id FROM unnest(%(tenants)s::uuid[], %(epochs)s::int[], %(txids)s::text[], %(ids)s::uuid[])
    AS t(tenant_id, epoch, txid, id)
WHERE EXISTS (
    SELECT FROM event e
    WHERE e.tenant_id = t.tenant_id AND (e.epoch, e.txid, e.id) > (t.epoch, t.txid::xid8, t.id)
)
"""


def tenants(positions: Mapping[UUID, Position]) -> set[UUID]:
    """Those tenants that have something after their position which `read.tail` did not show: look again soon."""
    if not positions:
        return set()
    found = db.rows(
        UNSETTLED,
        {
            "tenants": list(positions),
            "epochs": [position.epoch for position in positions.values()],
            "txids": [str(position.txid) for position in positions.values()],
            "ids": [position.id for position in positions.values()],
        },
    )
    return {tenant_id for (tenant_id,) in found}
