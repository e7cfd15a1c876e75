"""/tickets: what a back end asks for on behalf of its browser."""

from typing import Annotated

from django.conf import settings
from django.http import HttpRequest
from ninja import Router, Status
from pydantic import Field

from hub.accounts import tickets
from hub.api.auth import caller_of
from hub.api.operation import operation
from hub.api.schemas import WHOLE, In, Instant, Out

router = Router(tags=["stream"])
TOPIC = (
    r"^(tenant|tag:[A-Za-z0-9_.:/-]{1,64}"
    r"|(job:job|connection:con|endpoint:ep|replay:rpl)_[0-7][0-9a-hjkmnp-tv-z]{25})$"
)


class NewTicket(In):
    """What the ticket's holder may read."""

    topics: list[str] = Field(
        min_length=1,
        max_length=tickets.TOPICS_MAX,
        description="`tenant` (everything), `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `tag:<tag>`",
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
    token, expires_at = tickets.issue(caller.tenant_id, new.topics, subject=caller.subject, lifetime_s=new.lifetime_s)
    stream_url = settings.HUB.stream_url.replace("http", "ws", 1).rstrip("/") + "/ws/v1"
    return Status(201, TicketOut(ticket=token, topics=new.topics, expires_at=expires_at, stream_url=stream_url))
