"""A tenant's schedules: make, change, pause, delete, look ahead."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from hub import db
from hub.jobs import operations, reads
from hub.jobs.schedule_models import Schedule, Tick
from hub.rules import cron
from hub.rules.errors import HubError

MOST = 1_000


@dataclass(frozen=True, slots=True)
class ScheduleFields:
    """What a client may set; None leaves a field as it is."""

    name: str | None = None
    connection_id: UUID | None = None
    operation: str | None = None
    input: dict[str, Any] | None = None
    cron: str | None = None
    timezone: str | None = None
    overlap: str | None = None
    catch_up: str | None = None
    priority: int | None = None
    timeout_s: float | None = None
    max_runs: int | None = None
    tags: list[str] | None = None
    metadata: dict[str, Any] | None = None
    paused: bool | None = None


def get(tenant_id: UUID, schedule_id: UUID) -> Schedule:
    """The tenant's schedule. Errors: `not_found`."""
    found = Schedule.objects.filter(id=schedule_id, tenant_id=tenant_id).first()
    if found is None:
        raise HubError("not_found", "There is no schedule with this id.", field="path.schedule_id")
    return found


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Schedule]:
    """The tenant's schedules, newest first, those older than `before` when it is given."""
    found = Schedule.objects.filter(tenant_id=tenant_id)
    return list((found.filter(id__lt=before) if before else found).order_by("-id")[:limit])


def create(tenant_id: UUID, wanted: ScheduleFields) -> Schedule:
    """A schedule that fires from now on.

    Errors: `not_found` (connection, operation), `invalid_input`, `invalid_cron`, `invalid_timezone`, `name_taken`, `too_many`.
    """
    if Schedule.objects.filter(tenant_id=tenant_id).count() >= MOST:
        raise HubError("too_many", f"A tenant has at most {MOST} schedules.", field="name")
    schedule = Schedule(id=db.new_id(), tenant_id=tenant_id)
    _apply(schedule, wanted)
    _save(schedule, new=True)
    return schedule


def change(tenant_id: UUID, schedule_id: UUID, wanted: ScheduleFields) -> Schedule:
    """Set the given fields; it fires next by what it is then. Times that passed while it was paused are not made up for.

    Errors: as `create`.
    """
    with transaction.atomic():
        schedule = get(tenant_id, schedule_id)
        Schedule.objects.select_for_update().get(id=schedule.id)
        _apply(schedule, wanted)
        schedule.updated_at = datetime.now(UTC)
        _save(schedule, new=False)
    return schedule


def delete(tenant_id: UUID, schedule_id: UUID) -> None:
    """It fires no more; jobs that it has made go on. Errors: `not_found`."""
    with transaction.atomic():
        schedule = get(tenant_id, schedule_id)
        Tick.objects.filter(schedule_id=schedule.id).delete()
        schedule.delete()


def ticks(tenant_id: UUID, schedule_id: UUID, *, before: datetime | None, limit: int) -> list[Tick]:
    """When it fired, newest first, those before `before` when it is given. Errors: `not_found`."""
    get(tenant_id, schedule_id)
    found = Tick.objects.filter(schedule_id=schedule_id)
    return list((found.filter(fire_at__lt=before) if before else found).order_by("-fire_at")[:limit])


def next_times(schedule: Schedule, count: int) -> list[datetime]:
    """When it fires next; empty while it is paused."""
    if schedule.next_at is None:
        return []
    after = cron.times(schedule.cron, schedule.timezone, after=schedule.next_at, count=count - 1)
    return [schedule.next_at, *after]


def _apply(schedule: Schedule, wanted: ScheduleFields) -> None:
    now = datetime.now(UTC)
    for each in fields(wanted):
        value = getattr(wanted, each.name)
        if value is not None and each.name != "paused":
            setattr(schedule, each.name, value)
    connection = reads.get_connection(schedule.tenant_id, schedule.connection_id)
    schedule.input = operations.validate(connection.connector, connection.id, schedule.operation, schedule.input)
    cron.check(schedule.cron, schedule.timezone, after=now)
    if wanted.paused is not None:
        schedule.paused_at = (schedule.paused_at or now) if wanted.paused else None
    if schedule.paused_at is not None:
        schedule.next_at = None
    elif schedule.next_at is None or wanted.cron is not None or wanted.timezone is not None:
        schedule.next_at = cron.times(schedule.cron, schedule.timezone, after=now, count=1)[0]


def _save(schedule: Schedule, *, new: bool) -> None:
    try:
        with transaction.atomic():
            schedule.save(force_insert=new)
    except IntegrityError as error:
        if "schedule_name_once" in str(error):
            raise HubError("name_taken", "There is a schedule of this name already.", field="name") from error
        raise
