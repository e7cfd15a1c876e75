"""The lanes that one drain holds: taking them, keeping them, giving them back."""

import time
from collections.abc import Collection, Iterable
from itertools import islice
from uuid import UUID

import structlog

from hub import queue
from hub.lanes import apart
from hub.lanes import rows as lane_rows
from hub.lanes.sharing import Sharing
from hub.lanes.work import START_OVER_S, Lane, Work, lease_clock

log = structlog.get_logger()

MAX_LANES = 256
# How often a drain with places left asks the table, not only the hints, for lanes that are due.
LOOK_EVERY_S = 0.5
# The more lanes there are the longer a look takes: one that leaves no place free may have a twentieth of the drain's time,
# the others a hundredth.
FULL_LOOKS_SHARE = 20
LOOKS_SHARE = 100
# A busy drain turns several hundred times a second, and each question to Redis costs a system call and a wait: 0.1 ms on an
# idle machine, 0.4 on a busy one. It may have a fortieth of the drain's time.
HINTS_EVERY_S = 0.004
HINTS_SHARE = 40
# Each lease and each release is a round trip: so many lanes at a time, or what there is after this time.
MANY_LANES = 32
FEW_EVERY_S = 0.02
# With more hints than places nothing is gained by asking either Redis or the table often.
MOST_HINTS_EVERY_S = 0.05
CROWDED_LOOK_EVERY_S = 5.0
# A lane with something this old in flight is slow, see drain.py; and how often that is looked at.
SLOW_S = 1.0
SLOW_EVERY_S = 0.1
# A lane blocked for less than this is kept: giving it back would leave it to the next sweep.
KEEP_BLOCKED_S = 1.0
# How long, and how often, a drain that finds nothing looks for the lanes of one that is full.
HELP_S = 1.0
HELP_EVERY_S = 0.01
# How often a drain looks whether it only waits for slow lanes, and then offers help.
OFFER_EVERY_S = 0.2


class Hold:
    """One owner's leases. lanes: what it holds now, by id."""

    def __init__(self, work: Work, *, owner: str, lease_s: float) -> None:
        self.work = work
        self.owner = owner
        self.lease_s = lease_s
        self.lanes: dict[UUID, Lane] = {}
        self.sharing = Sharing(work.queue)
        # Rows begun and not recorded yet.
        self.in_flight = 0
        # Hinted at while there was no place for more.
        self._backlog: dict[UUID, None] = {}
        self._slow: frozenset[UUID] = frozenset()
        self.renewed_at = lease_clock()
        # Monotonic seconds.
        # What was hinted at goes first: a look costs a millisecond for every two thousand lanes. Without hints the drain
        # looks before it ends.
        self._look_at = self._more_at = time.monotonic() + LOOK_EVERY_S
        self._looked_at = 0.0
        self._hints_at = 0.0
        self._fill_at = 0.0
        self._release_at = 0.0
        self._slow_at = 0.0
        self._offer_at = 0.0

    def begin(self, lane_id: UUID, row_id: UUID, now: float) -> None:
        """A row of one of the lanes is under way."""
        self.lanes[lane_id].in_flight[row_id] = now
        self.in_flight += 1

    def end(self, lane: Lane, row_id: UUID) -> bool:
        """It was recorded; whether it was under way."""
        if lane.in_flight.pop(row_id, None) is None:
            return False
        self.in_flight -= 1
        return True

    def turn(self, lane_ids: Iterable[UUID]) -> None:
        """These lanes have had their turn and go behind the others."""
        for lane_id in lane_ids:
            self.lanes[lane_id] = self.lanes.pop(lane_id)

    def take(self, now: float, *, look: bool = False) -> None:
        """Lease what is hinted at, and what the table says is due when there is room for more."""
        if now >= self._hints_at or look:
            began = time.monotonic()
            self._take_hinted()
            wait_s = max(HINTS_EVERY_S, HINTS_SHARE * (time.monotonic() - began))
            self._hints_at = now + (MOST_HINTS_EVERY_S if self._crowded else min(wait_s, MOST_HINTS_EVERY_S))
        if self._backlog and (now >= self._fill_at or look or MAX_LANES - len(self.lanes) >= MANY_LANES):
            self._fill_at = now + FEW_EVERY_S
            self._fill()
        # What a full drain has given away it does not take back.
        room = MAX_LANES - len(self.lanes)
        look_at = self._looked_at + CROWDED_LOOK_EVERY_S if self._backlog else self._look_at
        due = now > look_at or (now > self._more_at and room >= MAX_LANES // 2)
        if room and (look or (due and self.sharing.may_look(now))):
            self._take_due(room)

    @property
    def _crowded(self) -> bool:
        return len(self._backlog) >= MAX_LANES

    def _take_hinted(self) -> None:
        # What there is no place for is left to other drains; what was forwarded to us is about lanes that we hold.
        for lane_id in queue.take_hints(self.work.queue, self.owner, only_ours=self._crowded):
            if lane_id in self.lanes:
                self.lanes[lane_id].hungry = True
            else:
                self._backlog[lane_id] = None
        if self._crowded:
            queue.ask_for_another(self.work.queue)

    def _fill(self) -> None:
        fresh = list(islice(self._backlog, MAX_LANES - len(self.lanes)))
        if fresh:
            for lane_id in fresh:
                del self._backlog[lane_id]
            self._lease([lane_id for lane_id in fresh if lane_id not in self.lanes])
            self._forward({*fresh} - self.lanes.keys())

    def _take_due(self, room: int) -> None:
        began = time.monotonic()
        # Beside a slow call in the same lane, retries and schedules become due without any hint.
        for lane in self.lanes.values():
            lane.hungry = True
            # One that always has something new to do, too, is read from its start at times, for what was committed late.
            if began - lane.started_over_at > START_OVER_S:
                lane.start_over(began)
        unblocked = self.work.unblocked_sql
        due = lane_rows.due(self.work.queue, self.work.due_sql, unblocked_sql=unblocked, limit=room)
        self._lease(due)
        ended = time.monotonic()
        self._looked_at = ended
        self._look_at = ended + max(LOOK_EVERY_S, LOOKS_SHARE * (ended - began))
        # As many as there was room for: there may be more, and the next look is due as soon as half of the places are free.
        self._more_at = ended + FULL_LOOKS_SHARE * (ended - began) if len(due) == room else self._look_at
        if len(due) == room:
            queue.ask_for_another(self.work.queue)

    def _lease(self, ids: Collection[UUID]) -> None:
        """Those of the lanes that are free are ours, and opened."""
        until = lease_clock() + self.lease_s
        unblocked = self.work.unblocked_sql
        leased = lane_rows.lease(ids, unblocked_sql=unblocked, owner=self.owner, lease_s=self.lease_s)
        self._open(leased, until)

    def _forward(self, lane_ids: Collection[UUID]) -> None:
        """Hints that were meant for another drain, which owns the lanes."""
        for owner, owned in lane_rows.owners(lane_ids).items():
            queue.forward_hints(self.work.queue, owner, owned)

    def _open(self, leased: Collection[lane_rows.Leased], until: float) -> None:
        now = time.monotonic()
        lanes = [Lane(*one, leased_until=until, started_over_at=now) for one in leased]
        if lanes:
            self.lanes.update((lane.id, lane) for lane in lanes)
            try:
                apart.open(self.work, lanes)
            except Exception:
                for lane in lanes:  # they are given back as they came, to be opened by whoever leases them next
                    lane.leaving = True
                raise

    def help(self) -> bool:
        """When another drain is full, offer to take some of its lanes and wait a moment for them; whether any came."""
        if not self.sharing.offer(self.owner):
            return False
        until = time.monotonic() + HELP_S
        while not self.lanes and time.monotonic() < until:
            time.sleep(HELP_EVERY_S)
            self._take_hinted()
            self._fill()
        return bool(self.lanes)

    def offer(self, now: float) -> None:
        """With nothing but slow lanes under way, offer help to a drain that is full: what it gives comes as hints."""
        if now >= self._offer_at and self.in_flight:
            self._offer_at = now + OFFER_EVERY_S
            if not self.quick(now):
                self.sharing.offer(self.owner)

    def renew(self) -> None:
        """Renew all leases; a lane that another owner has taken is dropped, with its results refused by its token."""
        began = lease_clock()
        kept = lane_rows.renew(self.lanes.values(), lease_s=self.lease_s)
        self.renewed_at = began
        for lane_id in kept:
            self.lanes[lane_id].leased_until = began + self.lease_s
        for lane_id in [lane_id for lane_id in self.lanes if lane_id not in kept]:
            lost = self.lanes.pop(lane_id)
            self.in_flight -= len(lost.in_flight)
            log.warning("lane.lost", queue=self.work.queue, lane=str(lane_id), in_flight=len(lost.in_flight))

    @property
    def full(self) -> bool:
        """Whether lanes may be waiting for a place here."""
        return len(self.lanes) >= MAX_LANES

    def rotate(self) -> None:
        """Give each lane back as soon as nothing is under way in it: those that wait for a place have their turn."""
        for lane in self.lanes.values():
            lane.leaving = True

    def slow(self, now: float) -> frozenset[UUID]:
        """The lanes whose oldest row in flight, which comes first, has been so for long."""
        if now >= self._slow_at:
            self._slow_at = now + SLOW_EVERY_S
            self._slow = frozenset(
                lane.id
                for lane in self.lanes.values()
                if lane.in_flight and now - next(iter(lane.in_flight.values())) > SLOW_S
            )
        return self._slow & self.lanes.keys()

    def quick(self, now: float) -> int:
        """How many rows are in flight in lanes that are not slow: what may come back soon."""
        return self.in_flight - sum(len(self.lanes[lane_id].in_flight) for lane_id in self.slow(now))

    def let_go(self, *, all_idle: bool) -> None:
        """Release lanes that have nothing to do now; with all_idle every one with nothing in flight."""
        now = time.monotonic()
        if now >= self._release_at or not self.in_flight:
            self._release_at = now + FEW_EVERY_S
            self._release(
                [lane for lane in self.lanes.values() if not lane.in_flight and (all_idle or _is_done(lane, now))]
            )

    def _release(self, lanes: list[Lane]) -> None:
        if lanes:
            now = time.monotonic()
            lane_rows.release(lanes, now=now)
            for lane in lanes:
                del self.lanes[lane.id]
            if given := [lane.id for lane in lanes if lane.promised]:
                queue.forward_hints(self.work.queue, self.sharing.helper, given)


def _is_done(lane: Lane, now: float) -> bool:
    return lane.leaving or not lane.hungry or lane.blocked_until - now > KEEP_BLOCKED_S
