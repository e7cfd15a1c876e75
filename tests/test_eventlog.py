"""One order for everybody: no gaps for readers, whatever the order of commits; epochs; partitions."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction

from hub import db
from hub.delivery import outbox
from hub.eventlog import epochs, partitions, read
from hub.rules.cursor import START, Position

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def epoch(transactional_db: None) -> None:
    epochs.settle()  # flushed with the other tables after each test


def publish(tenant_id: UUID, name: str) -> None:
    outbox.publish([outbox.new_event(tenant_id, name, {}, at=datetime.now(UTC))])


def in_a_thread(work: Callable[[], None]) -> threading.Thread:
    def run() -> None:
        work()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def types(tenant_id: UUID, position: Position = START) -> list[str]:
    return [entry.type for entry in read.after(tenant_id, position, limit=100)]


def test_a_late_commit_never_lands_behind_a_cursor():
    tenant_id = uuid4()
    written, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            publish(tenant_id, "early.begun")
            written.set()
            assert go_on.wait(10)

    thread = in_a_thread(slow)
    assert written.wait(10)
    publish(tenant_id, "late.begun")

    # The later transaction has committed first; nobody may read past the one that is still open.
    before = types(tenant_id)
    cursor = read.now()
    go_on.set()
    thread.join()

    assert before == []
    assert types(tenant_id) == ["early.begun", "late.begun"]
    assert types(tenant_id, cursor) == ["early.begun", "late.begun"]


def test_many_writers_and_a_reader_that_pages_sees_each_event_once_and_in_order():
    tenant_id = uuid4()

    def write() -> None:
        for _ in range(30):
            with transaction.atomic():
                publish(tenant_id, "a.b")

    threads = [in_a_thread(write) for _ in range(4)]
    seen: list[read.Entry] = []
    while any(thread.is_alive() for thread in threads) or len(seen) < 120:
        seen.extend(read.after(tenant_id, seen[-1].position if seen else START, limit=7))
    for thread in threads:
        thread.join()

    assert len({entry.position.id for entry in seen}) == 120
    assert [entry.position for entry in seen] == sorted(entry.position for entry in seen)


def test_another_tenants_events_are_not_there():
    mine, other = uuid4(), uuid4()
    publish(mine, "a.b")
    publish(other, "c.d")

    assert types(mine) == ["a.b"]
    assert [entry.type for entry in read.tail({mine: START}, limit=10)] == ["a.b"]


def test_patterns_choose_types_and_read_no_wildcards_of_sql():
    tenant_id = uuid4()
    for name in ("job.failed", "jobxfailed", "job_failed.a"):
        publish(tenant_id, name)

    chosen = [entry.type for entry in read.after(tenant_id, START, limit=10, patterns=["job.*"])]
    exact = [entry.type for entry in read.after(tenant_id, START, limit=10, patterns=["job_failed.*"])]

    assert (chosen, exact) == (["job.failed"], ["job_failed.a"])


def test_after_a_restore_old_events_come_before_new_ones_and_cursors_hold():
    tenant_id = uuid4()
    publish(tenant_id, "before.restore")
    cursor = read.after(tenant_id, START, limit=1)[-1].position
    # A restored cluster counts its transactions anew: to it, the old ids lie in the future.
    db.execute("UPDATE event SET txid = '999999999999'::xid8 WHERE tenant_id = %s", (tenant_id,))
    cursor = Position(cursor.epoch, 999999999999, cursor.id)
    db.execute("UPDATE event_epoch SET cluster = 'the old one'")

    assert epochs.settle()
    assert not epochs.settle()
    publish(tenant_id, "after.restore")

    assert types(tenant_id) == ["before.restore", "after.restore"]
    assert types(tenant_id, cursor) == ["after.restore"]


def test_partitions_hold_a_day_by_id_and_are_made_ahead():
    today = date(2031, 5, 6)

    made = partitions.ensure("event", today, days=1)

    assert made == ["event_20310506", "event_20310507"]
    assert partitions.ensure("event", today, days=1) == []
    tenant_id = uuid4()
    late_that_day = UUID(int=partitions.first_id_of(today + timedelta(days=1)).int - 1)
    db.execute(
        "INSERT INTO event (id, tenant_id, epoch, type, body) VALUES (%s, %s, 1, 'a.b', ''::bytea)",
        (late_that_day, tenant_id),
    )
    where = db.row("SELECT tableoid::regclass::text FROM event WHERE id = %s", (late_that_day,))
    assert where == ("event_20310506",)
