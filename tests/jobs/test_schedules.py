"""Schedules: one job for each time, whoever fires and whatever was missed."""

import threading
from datetime import timedelta
from itertools import pairwise

import pytest

from hub import db
from hub.jobs import connections, retention, schedules, ticking
from hub.jobs.models import Job, Schedule, Tick
from hub.jobs.schedules import ScheduleFields
from hub.rules.errors import HubError
from tests.jobs.conftest import soon


@pytest.fixture
def make(tenant, echo):
    """A schedule: `make(cron="0 * * * *", overlap="queue")`."""

    def create(**changes):
        usual = {
            "name": "s",
            "connection_id": echo.id,
            "operation": "echo",
            "input": {"message": 1},
            "cron": "* * * * *",
        }
        return schedules.create(tenant.id, ScheduleFields(**usual | changes))

    return create


def passed(schedule, *, minutes):
    """Let its next time lie so many minutes back."""
    at = (soon() - timedelta(minutes=minutes)).replace(second=0, microsecond=0)
    db.execute("UPDATE schedule SET next_at = %s WHERE id = %s", (at, schedule.id))
    return at


def outcomes(schedule):
    return list(Tick.objects.filter(schedule_id=schedule.id).order_by("fire_at").values_list("outcome", flat=True))


def test_each_time_makes_one_job_however_many_fire(make):
    schedule = make()
    passed(schedule, minutes=0)

    def fire():
        ticking.fire_due()
        db.connection.close()

    threads = [threading.Thread(target=fire) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [job.schedule_id for job in Job.objects.all()] == [schedule.id]
    assert outcomes(schedule) == ["started"]
    schedule.refresh_from_db()
    assert schedule.next_at > soon() - timedelta(minutes=1)
    assert ticking.fire_due(now=soon() - timedelta(minutes=1)) == 0


def test_a_tick_that_was_fired_before_is_not_fired_again(make):
    schedule = make()
    at = passed(schedule, minutes=0)
    ticking.fire_due()
    db.execute("UPDATE schedule SET next_at = %s WHERE id = %s", (at, schedule.id))  # as from an old backup

    assert ticking.fire_due(now=at) == 0
    assert Job.objects.count() == 1


def test_times_that_passed_meanwhile_are_made_up_for_once(make):
    schedule = make()
    passed(schedule, minutes=90)

    assert ticking.fire_due() == 1

    assert Job.objects.count() == 1
    (tick,) = Tick.objects.all()
    assert (tick.outcome, "before" in tick.reason) == ("started", True)


def test_or_not_at_all(make):
    schedule = make(cron="0 0 1 1 *", catch_up="skip")
    passed(schedule, minutes=90)

    assert ticking.fire_due() == 0

    assert outcomes(schedule) == ["missed"]
    schedule.refresh_from_db()
    assert schedule.next_at > soon()


def test_a_time_is_skipped_while_the_last_ones_job_has_not_ended(tenant, make, drain):
    schedule = make()
    ticking.run_now(tenant.id, schedule.id, by="key_1")

    skipped = ticking.run_now(tenant.id, schedule.id, by="key_1")
    drain()
    started = ticking.run_now(tenant.id, schedule.id, by="key_1")

    assert (skipped.outcome, skipped.job_id, started.outcome) == ("skipped", None, "started")
    assert "had not ended" in skipped.reason


def test_or_its_job_waits_behind_the_others(tenant, make, drain):
    schedule = make(overlap="queue", input={"sleep_ms": 50})
    for _ in range(4):
        assert ticking.run_now(tenant.id, schedule.id, by="key_1").outcome == "started"

    drain()

    spans = list(Job.objects.order_by("id").values_list("status", "started_at", "finished_at"))
    assert [span[0] for span in spans] == ["succeeded"] * 4
    assert all(before[2] <= after[1] for before, after in pairwise(spans))


def test_a_paused_schedule_fires_when_it_is_resumed_and_not_for_what_has_passed(tenant, make):
    schedule = make()
    paused = schedules.change(tenant.id, schedule.id, ScheduleFields(paused=True))
    assert (paused.next_at, schedules.next_times(paused, 5)) == (None, [])
    assert ticking.fire_due(now=soon() + timedelta(hours=1)) == 0

    resumed = schedules.change(tenant.id, schedule.id, ScheduleFields(paused=False))

    assert resumed.next_at > soon() - timedelta(seconds=5)
    assert len(schedules.next_times(resumed, 5)) == 5


def test_a_schedule_whose_job_is_not_possible_says_so(tenant, make, echo):
    schedule = make()
    connections.delete(tenant.id, echo.id)
    from hub.jobs import submit

    submit._connectors.clear()
    passed(schedule, minutes=0)

    assert ticking.fire_due() == 0

    assert outcomes(schedule) == ["refused"]
    assert db.row("SELECT count(*) FROM event WHERE type = 'schedule.refused'") == (1,)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"cron": "nonsense"}, "invalid_cron", "cron"),
        ({"timezone": "Nowhere"}, "invalid_timezone", "timezone"),
        ({"operation": "nothing"}, "not_found", "operation"),
        ({"input": {"sleep_ms": "long"}}, "invalid_input", "input.sleep_ms"),
        ({"name": "taken"}, "name_taken", "name"),
    ],
)
def test_what_cannot_be_a_schedule_is_refused(make, changes, code, field):
    make(name="taken")

    with pytest.raises(HubError) as refused:
        make(**changes)

    assert (refused.value.code, refused.value.field) == (code, field)
    assert Schedule.objects.count() == 1


def test_times_past_the_retention_are_forgotten(make):
    schedule = make()
    for days in (200, 1):
        Tick.objects.create(
            schedule_id=schedule.id,
            tenant_id=schedule.tenant_id,
            fire_at=soon() - timedelta(days=days),
            outcome="started",
        )

    retention.forget()

    assert Tick.objects.count() == 1
