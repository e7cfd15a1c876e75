"""One delivery's next try, now instead of when it is due."""

from uuid import UUID

from django.db import transaction

from hub import db, queue
from hub.delivery import reads
from hub.delivery.endpoint_rows import unblock
from hub.delivery.models import Delivery
from hub.delivery.outbox import QUEUE
from hub.rules.errors import HubError
from hub.rules.status import DeliveryStatus

# Before the endpoint's row, as senders do it: they write a delivery and may then disable its endpoint.
DUE = """
UPDATE delivery SET due_at = least(due_at, now()) WHERE id = %s AND tenant_id = %s AND status = 'pending' RETURNING lane_id
"""


def retry_now(tenant_id: UUID, delivery_id: UUID) -> Delivery:
    """Have a pending delivery tried at once, whatever its endpoint waits for; an attempt that is under way stays the only one.

    Errors: `not_found`; `delivery_held` while its endpoint is paused or disabled; `delivery_final` when it has ended.
    """
    with transaction.atomic():
        found = db.row(DUE, (delivery_id, tenant_id))
        if found is not None:
            unblock(found[0])  # nothing for a callback's lane, which is no endpoint's own
            queue.wake_after_commit(QUEUE, [found[0]])
    delivery = reads.get_delivery(tenant_id, delivery_id)
    if found is None:
        _refuse(DeliveryStatus(delivery.status))
    return delivery


def _refuse(status: DeliveryStatus) -> None:
    if status == DeliveryStatus.HELD:
        raise HubError("delivery_held", "Its endpoint takes nothing now: resume it.", field="path.delivery_id")
    detail = f"This delivery is {status}; a replay sends its event again."
    raise HubError("delivery_final", detail, field="path.delivery_id")
