"""Lanes and the drain loop: one engine, two uses (docs/design.md, section 3).

    lease → fetch(room) → start(rows) → collect(timeout) → record(results)

until nothing is due or the budget is spent. A lane has one owner at a time, so what concerns one endpoint or one
connection is decided here in memory and saved on the lane's row.
"""

import os
import socket
import time
from collections.abc import Collection
from typing import Any
from uuid import UUID

import structlog
from django.conf import settings
from django.db import InterfaceError, OperationalError

from hub import db, queue
from hub.lanes import rows as lane_rows
from hub.lanes.sharing import Sharing
from hub.lanes.work import Lane, Work

log = structlog.get_logger()

MAX_LANES = 256
# Results are written together: this many, or what has come within this time.
RECORD_ROWS = 250
RECORD_AFTER_S = 0.01
TICK_S = 0.01
# How often a drain with free room asks the table, not only the hints, for lanes that are due.
LOOK_EVERY_S = 0.5
# Past the budget a lane with something this old in flight gets nothing new; the quick ones go on until it is back, so that
# one hanging receiver does not idle the others, but no longer than LINGER_S.
SLOW_S = 1.0
LINGER_S = 30.0
# Slow lanes do not count against the room, so that a few dozen receivers that hang leave it to the others; this many rooms
# full are the most in all.
ROOMS = 4
# A lane blocked for less than this is kept: giving it back would leave it to the next sweep.
KEEP_BLOCKED_S = 1.0
# How long a drain that finds nothing waits for the lanes of one that is full.
HELP_S = 1.0
# Between tries while the database is away.
DATABASE_AWAY_S = 0.25


class Drain:
    """One drain's life. Not reused: `Drain(work, owner=…).run()`."""

    def __init__(self, work: Work, *, owner: str, budget_s: float, lease_s: float) -> None:
        self.work = work
        self.owner = owner
        self.budget_s = budget_s
        self.lease_s = lease_s
        self.lanes: dict[UUID, Lane] = {}
        self.unrecorded: list[Any] = []
        self.unrecorded_since = 0.0
        self.began = self.renewed = time.monotonic()
        self.looked = 0.0
        self.closing = False
        self.fed = False
        self.sharing = Sharing(work.queue)
        self.done = 0

    @property
    def in_flight(self) -> int:
        return sum(len(lane.in_flight) for lane in self.lanes.values())

    def run(self) -> int:
        """Work until nothing is due or the budget is spent; how many rows were recorded.

        A database that goes away is waited for as long as the leases hold, and while there are results to write down: what
        was sent stays known. Then its error is raised, and whoever leases the lanes next finds the rows as they were.
        """
        queue.hold_wake(self.work.queue)
        try:
            self._until_done()
        except BaseException:
            # Whoever ends early must not keep writers and sweeps from asking for another.
            queue.give_wake_back(self.work.queue)
            raise
        return self.done

    def _until_done(self) -> None:
        while True:
            try:
                if not self._step():
                    break
            except (OperationalError, InterfaceError) as error:
                if time.monotonic() - self.renewed > self.lease_s and not self.in_flight:
                    raise
                log.warning("database.away", queue=self.work.queue, error=type(error).__name__)
                db.forget_broken_connection()
                self._hold_on()
        self._release(list(self.lanes.values()))

    def _hold_on(self) -> None:
        """Wait before the next try, and go on driving what is under way: a receiver's timeouts are not the database's."""
        until = time.monotonic() + DATABASE_AWAY_S
        while (left_s := until - time.monotonic()) > 0:
            self.unrecorded.extend(self.work.collect(left_s))

    def _step(self) -> bool:
        now = time.monotonic()
        if now - self.renewed > min(self.lease_s, queue.WAKE_S) / 3:
            self._renew(now)
        over = now - self.began > self.budget_s
        if over and not self.closing and (not self._slow(now) or now - self.began > self.budget_s + LINGER_S):
            self.closing = True
            self._hand_over()
        if not self.closing:
            self._take_lanes(now)
            self._feed(now, over)
        self._gather()
        if self.unrecorded and self._record_is_due():
            self._record()
        self._let_go()
        if self.closing:
            return self.in_flight > 0
        return bool(self.lanes) or self._last_look()

    def _hand_over(self) -> None:
        queue.give_wake_back(self.work.queue)
        queue.wake(self.work.queue)

    def _last_look(self) -> bool:
        """Whether to go on after all; what a writer adds from here on wakes a new drain."""
        queue.give_wake_back(self.work.queue)
        self._take_lanes(time.monotonic(), look=True)
        if self.lanes or self._help():
            queue.hold_wake(self.work.queue)
        return bool(self.lanes)

    def _help(self) -> bool:
        """When another drain is full, offer to take some of its lanes and wait a moment for them; whether any came."""
        if not self.sharing.offer():
            return False
        until = time.monotonic() + HELP_S
        while not self.lanes and time.monotonic() < until:
            time.sleep(TICK_S)
            self._take_lanes(time.monotonic(), look=True)
        return bool(self.lanes)

    def _take_lanes(self, now: float, *, look: bool = False) -> None:
        """Lease what is hinted at, and what the table says is due when there is room for more."""
        hinted = queue.take_hints(self.work.queue, self.owner)
        for lane_id in hinted:
            if lane_id in self.lanes:
                self.lanes[lane_id].hungry = True
        room = MAX_LANES - len(self.lanes)
        fresh = [lane_id for lane_id in hinted if lane_id not in self.lanes]
        if fresh and room:
            leased = lane_rows.lease(fresh[:room], owner=self.owner, lease_s=self.lease_s)
            room -= self._open(leased)
            self._forward({*fresh[:room]} - {one.id for one in leased})
        # What a full drain has given away it does not take back.
        if room and (look or (now - self.looked > LOOK_EVERY_S and self.sharing.may_look(now))):
            self.looked = now
            # Beside a slow call in the same lane, retries and schedules become due without any hint.
            for lane in self.lanes.values():
                lane.hungry = True
            due = lane_rows.due(self.work.queue, self.work.due_sql, limit=room)
            self._open(lane_rows.lease(due, owner=self.owner, lease_s=self.lease_s))
        if not MAX_LANES - len(self.lanes):
            queue.ask_for_another(self.work.queue)

    def _forward(self, lane_ids: Collection[UUID]) -> None:
        """Hints that were meant for another drain, which owns the lanes."""
        for owner, owned in lane_rows.owners(lane_ids).items():
            queue.forward_hints(self.work.queue, owner, owned)

    def _open(self, leased: Collection[lane_rows.Leased]) -> int:
        lanes = [Lane(id=one.id, tenant_id=one.tenant_id, token=one.token, state=one.state) for one in leased]
        if lanes:
            self.lanes.update((lane.id, lane) for lane in lanes)
            self.work.open(lanes)
        return len(lanes)

    def _feed(self, now: float, over: bool) -> None:
        """Fetch and start due rows: equal room for every hungry lane, within its own window and cap."""
        self.fed = False
        quick = sum(len(lane.in_flight) for lane in self.lanes.values() if not self._is_slow(lane, now))
        room = min(self.work.room - quick, self.work.room * ROOMS - self.in_flight)
        hungry = [
            lane
            for lane in self.lanes.values()
            if lane.hungry
            and not lane.leaving
            and lane.blocked_until <= now
            and not (over and self._is_slow(lane, now))
        ]
        # Small bites cost a round trip each: wait until a good part of the room is free, unless little is under way.
        full = bool(hungry) and room < self.work.room // 4
        self.sharing.note(self.lanes, full=full, now=now)
        if not hungry:
            self.sharing.eased()
        if not hungry or full:
            return
        share = max(1, room // len(hungry))
        wanted = {}
        for lane in hungry:
            free = min(share, room, min(lane.window, self.work.cap(lane, now)) - len(lane.in_flight))
            if free > 0:
                wanted[lane.id] = free
                room -= free
        if not wanted:
            return
        rows = self.work.fetch(wanted, self.lanes)
        got = dict.fromkeys(wanted, 0)
        started = time.monotonic()
        for row in rows:
            got[row.lane_id] += 1
            self.lanes[row.lane_id].in_flight[row.id] = started
        for lane_id, count in got.items():
            self.lanes[lane_id].hungry = count >= wanted[lane_id]
        self.work.start(rows)
        self.fed = bool(rows)
        if len(rows) < sum(wanted.values()) or room > 0:
            self.sharing.eased()

    def _gather(self) -> None:
        """Wait for results, not longer than a tick: hints and leases want their turn."""
        under_way = self.in_flight - len(self.unrecorded)
        if under_way <= 0 and not self.unrecorded and self.lanes and not self.fed:
            time.sleep(TICK_S)  # every lane waits for its rate limit or breaker
        results = self.work.collect(TICK_S if under_way > 0 else 0)
        if results and not self.unrecorded:
            self.unrecorded_since = time.monotonic()
        self.unrecorded.extend(results)

    def _record_is_due(self) -> bool:
        return (
            len(self.unrecorded) >= RECORD_ROWS
            or len(self.unrecorded) >= self.in_flight
            or time.monotonic() - self.unrecorded_since >= RECORD_AFTER_S
        )

    def _record(self) -> None:
        results = self.unrecorded
        self.work.record(results, self.lanes)
        self.unrecorded = []
        for result in results:
            lane = self.lanes.get(result.row.lane_id)
            if lane is None or lane.token != result.row.token:
                continue  # of an earlier lease of this process: the row may be in flight again
            if lane.in_flight.pop(result.row.id, None) is not None:
                lane.window = min(lane.window + 1, self.work.room)
        self.done += len(results)

    def _is_slow(self, lane: Lane, now: float) -> bool:
        """Whether its oldest row in flight, which comes first, has been so for long."""
        return bool(lane.in_flight) and now - next(iter(lane.in_flight.values())) > SLOW_S

    def _slow(self, now: float) -> bool:
        return any(self._is_slow(lane, now) for lane in self.lanes.values())

    def _renew(self, now: float) -> None:
        """Renew all leases; a lane that another owner has taken is dropped, with its results refused by its token."""
        if not self.closing:
            queue.hold_wake(self.work.queue)
        kept = lane_rows.renew(self.lanes.values(), lease_s=self.lease_s)
        self.renewed = now
        for lane_id in [lane_id for lane_id in self.lanes if lane_id not in kept]:
            lost = self.lanes.pop(lane_id)
            log.warning("lane.lost", queue=self.work.queue, lane=str(lane_id), in_flight=len(lost.in_flight))

    def _let_go(self) -> None:
        """Release lanes that have nothing to do now."""
        now = time.monotonic()
        self._release([lane for lane in self.lanes.values() if not lane.in_flight and self._is_done(lane, now)])

    def _is_done(self, lane: Lane, now: float) -> bool:
        return self.closing or lane.leaving or not lane.hungry or lane.blocked_until - now > KEEP_BLOCKED_S

    def _release(self, lanes: list[Lane]) -> None:
        if lanes:
            now = time.monotonic()
            lane_rows.release(lanes, now=now)
            for lane in lanes:
                del self.lanes[lane.id]


def run(work: Work, *, task_id: str | None) -> int:
    """One drain as a Celery task does it: owner, budget and lease by the settings; one wide log line at the end."""
    began = time.monotonic()
    owner = f"{socket.gethostname()}:{os.getpid()}:{task_id}"
    done = Drain(work, owner=owner, budget_s=settings.HUB.drain_budget_s, lease_s=settings.HUB.lease_s).run()
    if done:
        log.info("drain.finished", queue=work.queue, rows=done, ms=round((time.monotonic() - began) * 1000, 1))
    return done
