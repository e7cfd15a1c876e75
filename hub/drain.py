"""Lanes and the drain loop: one engine, two uses (docs/design.md, section 3).

    lease → fetch(room) → start(rows) → collect(timeout) → record(results)

until nothing is due, or its budget is spent and all that is under way is quick. A lane has one owner at a time, so what
concerns one endpoint or one connection is decided here in memory and saved on the lane's row.
"""

import os
import socket
import time
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings

from hub import db, queue
from hub.lanes import apart
from hub.lanes.ending import Ending
from hub.lanes.hold import Hold
from hub.lanes.work import START_OVER_S, Lane, Work, lease_clock

log = structlog.get_logger()

# Results are written together: this many, or what has come within this time.
RECORD_ROWS = 250
RECORD_AFTER_S = 0.01
TICK_S = 0.01
# Slow lanes do not count against the room, so that a few dozen receivers that hang leave it to the others; this many rooms
# full are the most in all.
ROOMS = 4
# A lane gets at least so many of the room in its turn: a row from each of hundreds of lanes costs twice as much.
TURN_ROWS = 32
# Nothing has come for so many ticks: the others are slow, and more may be under way at once.
PATIENT_TICKS = 3
# Between tries while the database is away.
DATABASE_AWAY_S = 0.25


class Drain:
    """One drain's life. Not reused: `Drain(work, owner=…).run()`."""

    def __init__(self, work: Work, *, owner: str, budget_s: float, lease_s: float) -> None:
        self.work = work
        self.hold = Hold(work, owner=owner, lease_s=lease_s)
        self.ending = Ending(self.hold, budget_s=budget_s)
        self.lanes = self.hold.lanes
        # Grows while answers are waited for: quick receivers get no quicker by more at once, it only costs the cores' caches.
        self.room = min(work.first_room, work.room)
        self.empty_ticks = 0
        self.unrecorded: list[Any] = []
        self.unrecorded_since = 0.0
        self.fed = False
        self.done = 0

    def run(self) -> int:
        """Work until nothing is due or the budget is spent; how many rows were recorded.

        A database that goes away is waited for as long as the leases hold, and while there are results to write down: what
        was sent stays known. Then its error is raised, and whoever leases the lanes next finds the rows as they were. After any
        other error, too, what is under way comes in, is written down and the lanes are given back, before it is raised.
        """
        queue.hold_wake(self.work.queue)
        try:
            self._until_done()
        except BaseException:  # whoever ends early must not keep writers and sweeps from asking for another
            queue.give_wake_back(self.work.queue)
            raise
        return self.done

    def _until_done(self) -> None:
        away, failure = False, None
        while True:
            try:
                if away:  # nothing more is sent before it can be written down
                    self._renew()
                    away = False
                if not self._step():
                    break
            except Exception as error:
                if away := db.is_away(error):
                    self._wait_for_database(error)
                elif failure is None:
                    log.error("drain.failed", queue=self.work.queue, error=type(error).__name__)
                    failure = error
                    self.ending.fail()
                else:
                    raise
        self.hold.let_go(all_idle=True)
        if failure is not None:
            raise failure

    def _wait_for_database(self, error: Exception) -> None:
        """Until the next try, and go on driving what is under way: a receiver's timeouts are not the database's."""
        now = time.monotonic()
        if lease_clock() - self.hold.renewed_at > self.hold.lease_s and not self.hold.in_flight:
            raise error
        log.warning("database.away", queue=self.work.queue, error=type(error).__name__)
        db.forget_connection()
        while (left_s := now + DATABASE_AWAY_S - time.monotonic()) > 0:
            self.unrecorded.extend(self.work.collect(left_s))

    def _step(self) -> bool:
        now = time.monotonic()
        if lease_clock() - self.hold.renewed_at > min(self.hold.lease_s, queue.WAKE_S) / 3:
            self._renew()
        self.ending.look(now)
        if not self.ending.closing:
            self.hold.take(now)
            self._feed(now)
            self.hold.offer(now)
        self._gather()
        if self.unrecorded and self._record_is_due():
            self._record()
        self.hold.let_go(all_idle=self.ending.closing)
        if self.ending.closing:
            return self.hold.in_flight > 0
        return bool(self.lanes) or self._last_look()

    def _renew(self) -> None:
        if not self.ending.closing:
            queue.hold_wake(self.work.queue)
        self.hold.renew()
        db.forget_plans()

    def _last_look(self) -> bool:
        """Whether to go on after all; what a writer adds from here on wakes a new drain."""
        queue.give_wake_back(self.work.queue)
        self.hold.take(time.monotonic(), look=True)
        if self.lanes or self.hold.help():
            queue.hold_wake(self.work.queue)
        return bool(self.lanes)

    def _feed(self, now: float) -> None:
        """Fetch and start due rows: equal room for every hungry lane, within its own window and cap."""
        self.fed = False
        room = min(self.room - self.hold.quick(now), self.work.room * ROOMS - self.hold.in_flight)
        hungry = (
            lane for lane in self.lanes.values() if lane.hungry and not lane.leaving and lane.blocked_until <= now
        )
        # Small bites cost a round trip each: wait until a good part of the room is free, unless little is under way.
        if room < self.room // 4 and any(hungry):
            self.hold.sharing.note_full(self.lanes, now)
            return
        if not (lanes := list(hungry)):
            self.hold.sharing.eased()
            return
        wanted, room = self._shared(room, lanes, now)
        if not wanted:
            return
        self.hold.turn(wanted)
        rows = apart.fetch(self.work, wanted, self.lanes)
        got = dict.fromkeys(wanted, 0)
        started = time.monotonic()
        for row in rows:
            got[row.lane_id] += 1
            self.hold.begin(row.lane_id, row.id, started)
        for lane_id, count in got.items():
            self.lanes[lane_id].hungry = count >= wanted[lane_id] or self._start_over(self.lanes[lane_id], now)
        self.work.start(rows)
        self.fed = bool(rows)
        if len(rows) < sum(wanted.values()) or room > 0:
            self.hold.sharing.eased()

    def _shared(self, room: int, hungry: list[Lane], now: float) -> tuple[dict[UUID, int], int]:
        """How many rows each lane gets, and the room that nobody can use.

        Equal shares, in turns. What lanes at their limit leave goes to the others.
        """
        wanted: dict[UUID, int] = {}
        more: dict[UUID, int] = {}
        share = max(TURN_ROWS, room // len(hungry))
        for lane in hungry:
            free = min(lane.window, apart.cap(self.work, lane, now)) - len(lane.in_flight)
            if free > 0:
                wanted[lane.id] = min(share, free, room)
                more[lane.id] = free - wanted[lane.id]
                room -= wanted[lane.id]
            if not room:
                return wanted, 0
        for lane_id, free in more.items():
            extra = min(free, room)
            wanted[lane_id] += extra
            room -= extra
        return wanted, room

    def _start_over(self, lane: Lane, now: float) -> bool:
        """At the end of what is due: whether to read the lane from its start, for what was committed late, before it rests."""
        if lane.since is None or now - lane.started_over_at < START_OVER_S:
            return False
        lane.start_over(now)
        return True

    def _gather(self) -> None:
        """Wait for results, not longer than a tick: hints and leases want their turn."""
        under_way = self.hold.in_flight - len(self.unrecorded)
        if under_way <= 0 and not self.unrecorded and self.lanes and not self.fed:
            time.sleep(TICK_S)  # every lane waits for its rate limit or breaker
        results = self.work.collect(TICK_S if under_way > 0 else 0)
        self.empty_ticks = 0 if results or under_way <= 0 else self.empty_ticks + 1
        if self.empty_ticks == PATIENT_TICKS:
            self.room, self.empty_ticks = min(self.work.room, self.room * 3 // 2), 0
        if results and not self.unrecorded:
            self.unrecorded_since = time.monotonic()
        self.unrecorded.extend(results)

    def _record_is_due(self) -> bool:
        return (
            len(self.unrecorded) >= RECORD_ROWS
            # All that may come soon has come: waiting on would idle us, and beside a receiver that hangs it always would.
            or len(self.unrecorded) >= self.hold.quick(time.monotonic())
            or time.monotonic() - self.unrecorded_since >= RECORD_AFTER_S
        )

    def _record(self) -> None:
        results = self.unrecorded
        apart.record(self.work, results, self.lanes)
        self.unrecorded = []
        for result in results:
            lane = self.lanes.get(result.row.lane_id)
            if lane is None or lane.token != result.row.token:
                continue  # of an earlier lease of this process: the row may be in flight again
            if self.hold.end(lane, result.row.id):
                lane.window = min(lane.window + 1, self.work.room)
        self.done += len(results)


def run(work: Work, *, task_id: str | None) -> int:
    """One drain as a Celery task does it: owner, budget and lease by the settings; one wide log line at the end."""
    began = time.monotonic()
    owner = f"{socket.gethostname()}:{os.getpid()}:{task_id}"
    done = Drain(work, owner=owner, budget_s=settings.HUB.drain_budget_s, lease_s=settings.HUB.lease_s).run()
    if done:
        log.info("drain.finished", queue=work.queue, rows=done, ms=round((time.monotonic() - began) * 1000, 1))
    return done
