"""`hub.v1` in models: every frame that clients send, which are checked against these, and every one that they are sent.

docs/asyncapi.json is made from here. Members and frames that are not named here may come with later versions: both sides
ignore them.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import SkipJsonSchema

SUBPROTOCOL = "hub.v1"
FRAME_BYTES = 16 * 1024
SID_MAX = 64
PING_S = 25.0
# Long polling: how long it waits for the first event, and how many it answers with.
WAIT_S = 20
WAIT_MAX_S = 60
LIMIT = 50
LIMIT_MAX = 200

ErrorCode = Literal[
    "unauthenticated",
    "invalid_ticket",
    "ticket_expired",
    "forbidden",
    "not_found",
    "invalid_topic",
    "invalid_cursor",
    "sid_in_use",
    "too_many_subscriptions",
    "unavailable",
    "bad_frame",
    "frame_too_large",
    "rate_limited",
    "too_many_streams",
]

NORMAL = 1000
TOO_LARGE = 1009
RESTARTING = 1012
BAD_FRAMES = 4400
UNAUTHENTICATED = 4401
FORBIDDEN = 4403
TOO_MANY = 4429
# Every code that the hub itself closes with, and whether a client should come back.
CLOSE_CODES = {
    NORMAL: "the client said goodbye",
    TOO_LARGE: "a frame was over 16 KiB: a bug in the client, do not come back",
    RESTARTING: "the process stops: come back after `reconnect_after_ms` of the `closing` frame",
    BAD_FRAMES: "five frames could not be read: a bug in the client, do not come back",
    UNAUTHENTICATED: "no ticket in time, a wrong one, or it has expired: come back with a new one",
    FORBIDDEN: "the new ticket is another tenant's: do not come back with it",
    TOO_MANY: "too many streams or frames: come back after 5 s or more",
}

# Examples, which also stand in the document.
CURSOR = "AQAAAAEAAAAAAAAtWQGTSO6BV3VqjRvjLbImYwo"
TENANT_ID = "tnt_01jd8x2qcxe7atpw9q0k5m4n3r"
JOB: dict[str, Any] = {"id": "job_01jd8x2qcxe7atpw9q0k5m4n3r", "status": "running", "version": 3}
EVENT: dict[str, Any] = {
    "id": "evt_01jd8x3v0me1zsq8rj6t2y5k9b",
    "cursor": CURSOR,
    "type": "job.succeeded",
    "timestamp": "2026-03-01T10:00:07.120934Z",
    "data": {**JOB, "status": "succeeded", "version": 4},
}

Sid = Annotated[
    str,
    Field(
        min_length=1, max_length=SID_MAX, description="the client's own name for a subscription", examples=["orders"]
    ),
]
Cursor = Annotated[str, Field(description="a place in the tenant's log; opaque", examples=[CURSOR])]
Recovered = Annotated[
    bool,
    Field(description="true: everything after the client's cursor follows; false: events start now, load the state"),
]
Snapshot = Annotated[
    dict[str, Any] | None, Field(description="of `job:<id>`, when not recovered: the job's present state; else null")
]
ReconnectAfter = Annotated[int, Field(ge=0, description="milliseconds; different for each client", examples=[1830])]


def _optional(schema: dict[str, Any]) -> None:
    """For members that are left out, never null."""
    schema.pop("default", None)


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class AuthFrame(_Model):
    """The first frame, within 10 s; again at any time with a newer ticket. Answered by `ready`."""

    op: Literal["auth"]
    ticket: str = Field(
        description="from `POST /api/v1/tickets`", examples=["eyJhbGciOiJIUzI1NiJ9.eyJ0aWQiOiIifQ.c2ln"]
    )


class SubscribeFrame(_Model):
    """Follow a topic. Answered by `subscribed`, then its events."""

    op: Literal["subscribe"]
    sid: Sid
    topic: str = Field(
        description="`tenant`, `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>` or `tag:<tag>`",
        examples=["tenant", "job:job_01jd8x2qcxe7atpw9q0k5m4n3r", "tag:orders"],
    )
    since: str | None = Field(
        None, description="a cursor: everything after it comes; left out: events start now", examples=[CURSOR]
    )


class UnsubscribeFrame(_Model):
    """End a subscription; no answer."""

    op: Literal["unsubscribe"]
    sid: Sid


class PingFrame(_Model):
    """Either side; the server sends one every `ping_ms`. Answered by `pong`."""

    op: Literal["ping"]


class PongFrame(_Model):
    """The answer to `ping`; a client may leave it out."""

    op: Literal["pong"]


class ReadyFrame(_Model):
    """The ticket is accepted."""

    op: Literal["ready"]
    tenant_id: str = Field(examples=[TENANT_ID])
    topics: list[str] = Field(description="what the ticket names", examples=[["tag:orders"]])
    expires_at: datetime | None = Field(
        description="the ticket's end: send a newer one before", examples=["2026-03-01T10:01:00Z"]
    )
    ping_ms: int = Field(description="the server pings this often", examples=[25_000])
    max_frame_bytes: int = Field(description="of a client's frame", examples=[FRAME_BYTES])
    max_subscriptions: int = Field(description="of one stream", examples=[100])


class SubscribedFrame(_Model):
    """The subscription stands; its events come after this frame."""

    op: Literal["subscribed"]
    sid: Sid
    cursor: Cursor
    recovered: Recovered
    snapshot: Snapshot


class LogEvent(_Model):
    """An event of the tenant's log. `type`, `timestamp` and `data` are those of the webhook; `id` is its `webhook-id`."""

    model_config = ConfigDict(json_schema_extra={"examples": [EVENT]})

    id: str = Field(examples=[EVENT["id"]])
    cursor: Cursor
    type: str = Field(examples=["job.succeeded"])
    timestamp: datetime
    data: dict[str, Any] = Field(description="what the OpenAPI document's webhook of this type says")


class EventFrame(LogEvent):
    """An event of a subscription."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"op": "event", "sid": "orders", **EVENT}]})

    op: Literal["event"]
    sid: Sid


class LaggedFrame(_Model):
    """The client reads too slowly: from this cursor on, states of a job that a later one has overtaken may be left out."""

    op: Literal["lagged"]
    sid: Sid
    cursor: Cursor


class ClosingFrame(_Model):
    """The process stops; close code 1012 follows."""

    op: Literal["closing"]
    reconnect_after_ms: ReconnectAfter


class ErrorFrame(_Model):
    """What was wrong. `code` is stable; `detail` is for people and may change."""

    op: Literal["error"]
    code: ErrorCode
    detail: str = Field(examples=["There is no job with this id."])
    sid: str | SkipJsonSchema[None] = Field(
        None, description="the subscription that it is about, if any", examples=["job"], json_schema_extra=_optional
    )


class SseReady(_Model):
    """Data of the event `ready`, which comes first; its id is the cursor from which events follow."""

    recovered: Recovered
    snapshot: Snapshot


class SseLagged(_Model):
    """Data of the event `lagged`: see LaggedFrame."""

    cursor: Cursor


class SseClosing(_Model):
    """Data of the event `closing`; the same number is told as `retry`."""

    reconnect_after_ms: ReconnectAfter


class PollAnswer(_Model):
    """The answer of a long poll; ask again with `next_cursor`, also when `data` is empty."""

    data: list[LogEvent]
    next_cursor: Cursor


ClientFrame = AuthFrame | SubscribeFrame | UnsubscribeFrame | PingFrame | PongFrame
ServerFrame = (
    ReadyFrame | SubscribedFrame | EventFrame | LaggedFrame | ClosingFrame | ErrorFrame | PingFrame | PongFrame
)
