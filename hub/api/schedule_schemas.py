"""Shapes of schedules."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, WithJsonSchema

from hub.api.ids import ConnectionId, JobId, ScheduleId
from hub.api.schemas import WHOLE, In, Instant, Label, Name, Out, Page
from hub.jobs import schedules
from hub.jobs.schedule_models import Schedule, Tick
from hub.lanes.ending import LONGEST_CALL_S
from hub.rules.cron import EXPRESSION_MAX
from hub.rules.ids import public_id

SHOWN = 5
Cron = Annotated[
    str,
    Field(
        min_length=1,
        max_length=EXPRESSION_MAX,
        description="minute, hour, day of month, month, day of week",
        examples=["30 2 * * *"],
        json_schema_extra={"format": "hub-cron"},
    ),
]
Zone = Annotated[
    str,
    Field(
        min_length=1,
        max_length=64,
        description="of the IANA database",
        examples=["Europe/Berlin"],
        json_schema_extra={"format": "hub-timezone"},
    ),
]
Input = Annotated[dict[str, Any], Field(description="as the operation's `input` schema says")]
Operation = Annotated[str, Field(min_length=1, max_length=100)]
Timeout = Annotated[float, Field(ge=0.1, le=LONGEST_CALL_S, description="of one call")]
Priority = Annotated[int, Field(ge=0, le=9, description="0 first, 9 last"), WHOLE]
Runs = Annotated[int, Field(ge=1, le=20, description="calls before it has failed for good"), WHOLE]
Tags = Annotated[list[Label], Field(max_length=20)]


class Overlap(StrEnum):
    """When the job of the last time has not ended."""

    SKIP = "skip"
    QUEUE = "queue"


class CatchUp(StrEnum):
    """After times at which the hub was not there."""

    ONCE = "once"
    SKIP = "skip"


OVERLAP = "the last time's job has not ended: `skip` this time, or `queue` behind it"
CATCH_UP = "after times that passed while the hub was down: run `once` for all of them, or `skip` them"


class NewSchedule(In):
    """A schedule to make."""

    name: Name
    connection_id: ConnectionId
    operation: Operation
    input: Input = Field(default_factory=dict)
    cron: Cron
    timezone: Zone = "UTC"
    overlap: Overlap = Field(Overlap.SKIP, strict=False, description=OVERLAP)
    catch_up: CatchUp = Field(CatchUp.ONCE, strict=False, description=CATCH_UP)
    priority: Priority = 5
    timeout_s: Timeout = 30
    max_runs: Runs = 6
    tags: Tags = Field(default_factory=list)
    metadata: dict[str, Any] = Field(default_factory=dict, description="comes back with each job")
    paused: bool = False


class ScheduleChange(In):
    """What to change; what is left out or null stays."""

    name: Name | None = None
    connection_id: ConnectionId | None = None
    operation: Operation | None = None
    input: Input | None = None
    cron: Cron | None = None
    timezone: Zone | None = None
    overlap: Overlap | None = Field(None, strict=False, description=OVERLAP)
    catch_up: CatchUp | None = Field(None, strict=False, description=CATCH_UP)
    priority: Priority | None = None
    timeout_s: Timeout | None = None
    max_runs: Runs | None = None
    tags: Tags | None = None
    metadata: dict[str, Any] | None = None
    paused: bool | None = None


class ScheduleOut(Out):
    """A schedule."""

    id: ScheduleId
    name: str
    connection_id: ConnectionId
    operation: str
    input: dict[str, Any]
    cron: str
    timezone: str
    overlap: Overlap
    catch_up: CatchUp
    priority: int
    timeout_s: float
    max_runs: int
    tags: list[str]
    metadata: dict[str, Any]
    paused_at: Instant | None
    next_times: list[Instant] = Field(description="empty while it is paused")
    created_at: Instant
    updated_at: Instant


class CronPreview(In):
    """A cron expression to look at."""

    cron: Cron
    timezone: Zone = "UTC"
    count: Annotated[int, Field(ge=1, le=50), WHOLE] = SHOWN


class PreviewOut(Out):
    """When it would fire."""

    next_times: list[Instant]


class TickOut(Out):
    """A time of a schedule, and what came of it."""

    fire_at: Instant
    outcome: str = Field(
        description="started; skipped: the last time's job had not ended; missed: too late; refused: the job was not possible"
    )
    reason: str
    job_id: JobId | None
    by: str = Field(description="who asked for it; empty when it was time")
    at: Instant


class TickPage(Page):
    """Which times."""

    cursor: Annotated[str, WithJsonSchema({"type": "string", "format": "hub-tick-cursor"})] | None = Field(
        None, description="`next_cursor` of the answer before; opaque"
    )


def schedule_shape(row: Schedule) -> ScheduleOut:
    """The schedule as clients know it."""
    ours = {"id", "connection_id", "next_times"}
    facts: dict[str, Any] = {name: getattr(row, name) for name in ScheduleOut.model_fields if name not in ours}
    next_times: list[datetime] = schedules.next_times(row, SHOWN)
    return ScheduleOut(
        **facts,
        id=public_id("schedule", row.id),
        connection_id=public_id("connection", row.connection_id),
        next_times=next_times,
    )


def tick_shape(row: Tick) -> TickOut:
    """A time as clients know it."""
    job_id = public_id("job", row.job_id) if row.job_id else None
    return TickOut(fire_at=row.fire_at, outcome=row.outcome, reason=row.reason, job_id=job_id, by=row.by, at=row.at)
