"""/tickets: what a back end asks for on behalf of its browser."""

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from hub.accounts import tickets
from hub.api.auth import caller_of
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, Instant, Out
from hub.delivery import endpoints, replay
from hub.inbound import sources
from hub.jobs import connections, reads
from hub.rules.errors import HubError
from hub.rules.ids import parse_id

router = Router(tags=["stream"])
TOPIC = (
    r"^(tenant|tag:[A-Za-z0-9_.:/-]{1,64}"
    r"|(job:job|connection:con|endpoint:ep|replay:rpl|source:src)_[0-7][0-9a-hjkmnp-tv-z]{25})$"
)


OWNERS: dict[str, Callable[[UUID, UUID], object]] = {
    "job": reads.get_job,
    "connection": connections.get,
    "endpoint": endpoints.get,
    "replay": replay.get,
    "source": sources.get,
}


class NewTicket(In):
    """What the ticket's holder may read."""

    topics: list[str] = Field(
        min_length=1,
        max_length=tickets.TOPICS_MAX,
        description="`tenant` (everything), `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>`, "
        "`tag:<tag>`",
        json_schema_extra={"items": {"type": "string", "pattern": TOPIC}},
    )
    lifetime_s: Annotated[int, Field(ge=1, le=tickets.LIFETIME_MAX_S), WHOLE] = tickets.LIFETIME_S


class TicketOut(Out):
    """A ticket."""

    ticket: str = Field(description="send it in the stream's first frame, never in a URL")
    topics: list[str]
    expires_at: Instant
    stream_url: str = Field(examples=["wss://stream.example.com/ws/v1"])


@operation(
    router,
    "POST",
    "/tickets",
    scope="stream:read",
    returns={201: TicketOut},
    refuses=(404,),
    examples={
        "everything of the tenant": {"topics": ["tenant"]},
        "a tag": {"topics": ["tag:web"], "lifetime_s": 300},
    },
)
def create_ticket(request: HttpRequest, new: NewTicket) -> Status:
    """Get a ticket for the stream.

    Topics are always those of the caller's tenant. A ticket is needed to connect and again before it ends.
    """
    caller = caller_of(request)
    _require_owned(caller.tenant_id, new.topics)
    token, expires_at = tickets.issue(caller.tenant_id, new.topics, subject=caller.subject, lifetime_s=new.lifetime_s)
    stream_url = settings.HUB.stream_url.replace("http", "ws", 1).rstrip("/") + "/ws/v1"
    return Status(201, TicketOut(ticket=token, topics=new.topics, expires_at=expires_at, stream_url=stream_url))


def _require_owned(tenant_id: UUID, topics: list[str]) -> None:
    """HubError `not_found` for a topic whose object the tenant does not have."""
    for place, topic in enumerate(topics):
        kind, _, name = topic.partition(":")
        subject_id = parse_id(kind, name) if kind in OWNERS else None
        if subject_id is None:
            continue
        try:
            OWNERS[kind](tenant_id, subject_id)
        except HubError as error:
            raise HubError("not_found", error.detail, field=f"body.topics.{place}") from error
