"""Shapes of /sources/{source_id}/requests."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, WithJsonSchema

from hub.api.ids import EventId, JobId, RequestId
from hub.api.schemas import In, Instant, Out, Page
from hub.inbound import keeping
from hub.rules.inbound.received import Reason

State = StrEnum("State", {state.name: state.value for state in keeping.State})  # type: ignore[misc]
MappingState = StrEnum("MappingState", {state.name: state.value for state in keeping.Mapping})  # type: ignore[misc]


class RequestFilterIn(Page):
    """Which requests."""

    state: State | None = None
    reason: Reason | None = None
    mapping: MappingState | None = None
    provider_id: str | None = Field(None, max_length=500)
    received_after: Instant | None = None
    received_before: Instant | None = None


class OutcomeOut(Out):
    """What a mapping did for an event."""

    mapping: str | None = None
    event_id: EventId | None = None
    result: str = Field(
        description="`job_started`, `done_before`, `failed`, or `answer_…` with what became of the answer"
    )
    job_id: JobId | None = None
    code: str | None = None
    detail: str | None = None
    field: str | None = None


class RequestOut(Out):
    """A request that came in."""

    id: RequestId
    state: State
    reason: str = Field(description="why it was refused; empty otherwise")
    received_at: Instant
    method: str
    provider_id: str | None = Field(description="the sender's id of the (first) event")
    event_ids: list[EventId]
    event_types: list[str]
    repeated: int = Field(description="how many of its events had come before")
    duplicate_of: RequestId | None
    replay_of: RequestId | None
    asked_by: str = Field(description="who had it replayed; empty otherwise")
    asked_why: str
    mapping: MappingState
    outcomes: list[OutcomeOut]
    body_bytes: int


class RequestDetail(RequestOut):
    """A request with what was sent, credentials left out."""

    query: str
    headers: dict[str, str]
    body_base64: Annotated[str | None, WithJsonSchema({"type": ["string", "null"], "contentEncoding": "base64"})] = (
        Field(description="as it came; null of a repeat, the beginning of what was refused")
    )


class WhyAgain(In):
    """Why it is published again."""

    reason: str = Field("", max_length=1000)


class Replayed(Out):
    """The new request."""

    request_id: RequestId
