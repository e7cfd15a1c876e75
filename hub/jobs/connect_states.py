"""What is told of an attempt to connect: to the application, and to the address that the person returns to."""

from datetime import datetime

from hub.jobs.connect import Ended
from hub.jobs.connection_models import ConnectLink
from hub.rules.ids import public_id


def state_of(link: ConnectLink, *, now: datetime) -> str:
    """waiting, opened, connected, failed or expired."""
    if link.error is not None:
        return "failed"
    if link.finished_at is not None:
        return "connected" if link.connection_id is not None else "failed"
    if link.expires_at <= now:
        return "expired"
    return "opened" if link.opened_at is not None else "waiting"


def return_query(ended: Ended) -> dict[str, str]:
    """What the address that the person returns to is told."""
    told = {"status": "failed" if ended.error else "connected"}
    if ended.link_id is not None:
        told["link_id"] = public_id("connect_link", ended.link_id)
    if ended.connection_id is not None:
        told["connection_id"] = public_id("connection", ended.connection_id)
    if ended.error is not None:
        told["error"] = ended.error["code"]
    return told
