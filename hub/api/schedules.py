"""/schedules: jobs that are made again and again."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from hub.api import pagination
from hub.api.auditing import Within
from hub.api.auth import caller_of
from hub.api.ids import ScheduleId
from hub.api.operation import operation
from hub.api.schedule_schemas import (
    CronPreview,
    NewSchedule,
    PreviewOut,
    ScheduleChange,
    ScheduleOut,
    TickOut,
    TickPage,
    schedule_shape,
    tick_shape,
)
from hub.api.schemas import Listing, Page
from hub.jobs import schedules, ticking
from hub.jobs.schedules import ScheduleFields
from hub.rules import cron, cursor
from hub.rules.ids import require_id

router = Router(tags=["jobs"])
READ, WRITE = "jobs:read", "jobs:write"
NIGHTLY = {
    "name": "nightly import",
    "connection_id": "con_01jd8x2qcxe7atpw9q0k5m4n3r",
    "operation": "echo",
    "input": {"message": "good night"},
    "cron": "30 2 * * *",
    "timezone": "Europe/Berlin",
}


@operation(
    router,
    "POST",
    "/schedules",
    scope=WRITE,
    returns={201: ScheduleOut},
    refuses=(404, 409),
    examples={"nightly": NIGHTLY},
    audit=Within("schedule.created"),
)
def create_schedule(request: HttpRequest, new: NewSchedule) -> Status:
    """Create a schedule.

    At each of its times it makes one job, exactly one, also across restarts.
    """
    return Status(201, schedule_shape(schedules.create(caller_of(request).tenant_id, _fields(new))))


@operation(
    router,
    "POST",
    "/schedules/preview",
    scope=READ,
    returns={200: PreviewOut},
    examples={"weekdays": {"cron": "0 8 * * MON-FRI", "timezone": "Europe/Berlin", "count": 3}},
)
def preview_schedule(request: HttpRequest, wanted: CronPreview) -> PreviewOut:
    """Preview the times of a cron expression."""
    found = cron.times(wanted.cron, wanted.timezone, after=datetime.now(UTC), count=wanted.count)
    return PreviewOut(next_times=found)


@operation(router, "GET", "/schedules", scope=READ, returns={200: Listing[ScheduleOut]})
def list_schedules(request: HttpRequest, page: Query[Page]) -> Listing[ScheduleOut]:
    """List schedules, newest first."""
    rows = schedules.listed(caller_of(request).tenant_id, before=pagination.before(page), limit=page.limit + 1)
    return pagination.listing(rows, page, shape=schedule_shape)


@operation(router, "GET", "/schedules/{schedule_id}", scope=READ, returns={200: ScheduleOut})
def get_schedule(request: HttpRequest, schedule_id: ScheduleId) -> ScheduleOut:
    """Get a schedule."""
    return schedule_shape(schedules.get(caller_of(request).tenant_id, _id(schedule_id)))


@operation(
    router,
    "PATCH",
    "/schedules/{schedule_id}",
    scope=WRITE,
    returns={200: ScheduleOut},
    refuses=(409,),
    examples={"pause": {"paused": True}, "another time": {"cron": "0 3 * * *"}},
    audit=Within("schedule.changed"),
)
def change_schedule(request: HttpRequest, schedule_id: ScheduleId, change: ScheduleChange) -> ScheduleOut:
    """Change a schedule.

    Times that pass while it is paused are not made up for.
    """
    return schedule_shape(schedules.change(caller_of(request).tenant_id, _id(schedule_id), _fields(change)))


@operation(
    router,
    "DELETE",
    "/schedules/{schedule_id}",
    scope=WRITE,
    returns={204: None},
    audit=Within("schedule.deleted"),
)
def delete_schedule(request: HttpRequest, schedule_id: ScheduleId) -> Status:
    """Delete a schedule.

    Jobs that it has made go on.
    """
    schedules.delete(caller_of(request).tenant_id, _id(schedule_id))
    return Status(204, None)


@operation(
    router,
    "POST",
    "/schedules/{schedule_id}/run",
    scope=WRITE,
    returns={200: TickOut},
    audit=Within("schedule.run"),
)
def run_schedule(request: HttpRequest, schedule_id: ScheduleId) -> TickOut:
    """Run a schedule now.

    Also while it is paused. Its overlap rule holds: see `outcome`.
    """
    caller = caller_of(request)
    return tick_shape(ticking.run_now(caller.tenant_id, _id(schedule_id), by=caller.subject))


@operation(router, "GET", "/schedules/{schedule_id}/ticks", scope=READ, returns={200: Listing[TickOut]})
def list_schedule_ticks(request: HttpRequest, schedule_id: ScheduleId, page: Query[TickPage]) -> Listing[TickOut]:
    """List when a schedule fired, newest first."""
    before = None
    if page.cursor is not None:
        (before,) = cursor.decode_page(page.cursor, field="query.cursor", types=[datetime])
    rows = schedules.ticks(caller_of(request).tenant_id, _id(schedule_id), before=before, limit=page.limit + 1)
    shown = rows[: page.limit]
    more = len(rows) > page.limit
    place = cursor.encode_page([shown[-1].fire_at]) if more else None
    return Listing[TickOut](data=[tick_shape(row) for row in shown], next_cursor=place)


def _id(schedule_id: str) -> UUID:
    return require_id("schedule", schedule_id, field="path.schedule_id")


def _fields(given: NewSchedule | ScheduleChange) -> ScheduleFields:
    facts: dict[str, Any] = given.model_dump(exclude_unset=isinstance(given, ScheduleChange))
    if facts.get("connection_id") is not None:
        facts["connection_id"] = require_id("connection", facts["connection_id"], field="body.connection_id")
    return ScheduleFields(**facts)
