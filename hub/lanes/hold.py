"""The lanes that one drain holds: taking them, keeping them, giving them back."""

import time
from collections.abc import Collection
from uuid import UUID

import structlog

from hub import queue
from hub.lanes import rows as lane_rows
from hub.lanes.sharing import Sharing
from hub.lanes.work import Lane, Work

log = structlog.get_logger()

MAX_LANES = 256
# How often a drain with places left asks the table, not only the hints, for lanes that are due.
LOOK_EVERY_S = 0.5
# The more lanes there are the longer a look takes: it may have a twentieth of the drain's time.
LOOKS_SHARE = 20
# A busy drain turns several hundred times a second, and each question to Redis costs a system call and a wait.
HINTS_EVERY_S = 0.004
# A lane with something this old in flight is slow: see drain.py.
SLOW_S = 1.0
# A lane blocked for less than this is kept: giving it back would leave it to the next sweep.
KEEP_BLOCKED_S = 1.0
# How long, and how often, a drain that finds nothing looks for the lanes of one that is full.
HELP_S = 1.0
HELP_EVERY_S = 0.01


class Hold:
    """One owner's leases. lanes: what it holds now, by id."""

    def __init__(self, work: Work, *, owner: str, lease_s: float) -> None:
        self.work = work
        self.owner = owner
        self.lease_s = lease_s
        self.lanes: dict[UUID, Lane] = {}
        self.sharing = Sharing(work.queue)
        # Monotonic seconds.
        self.renewed_at = time.monotonic()
        self._look_at = 0.0
        self._hints_at = 0.0

    @property
    def in_flight(self) -> int:
        """Rows begun and not recorded yet."""
        return sum(len(lane.in_flight) for lane in self.lanes.values())

    def take(self, now: float, *, look: bool = False) -> None:
        """Lease what is hinted at, and what the table says is due when there is room for more."""
        if now >= self._hints_at or look:
            self._hints_at = now + HINTS_EVERY_S
            self._take_hinted()
        # What a full drain has given away it does not take back.
        if len(self.lanes) < MAX_LANES and (look or (now > self._look_at and self.sharing.may_look(now))):
            self._take_due()
        if len(self.lanes) >= MAX_LANES:
            queue.ask_for_another(self.work.queue)

    def _take_hinted(self) -> None:
        hinted = queue.take_hints(self.work.queue, self.owner)
        for lane_id in hinted:
            if lane_id in self.lanes:
                self.lanes[lane_id].hungry = True
        fresh = [lane_id for lane_id in hinted if lane_id not in self.lanes][: MAX_LANES - len(self.lanes)]
        if fresh:
            leased = self._lease(fresh)
            self._open(leased)
            self._forward({*fresh} - {one.id for one in leased})

    def _take_due(self) -> None:
        began = time.monotonic()
        # Beside a slow call in the same lane, retries and schedules become due without any hint.
        for lane in self.lanes.values():
            lane.hungry = True
        limit, unblocked = MAX_LANES - len(self.lanes), self.work.unblocked_sql
        self._open(self._lease(lane_rows.due(self.work.queue, self.work.due_sql, unblocked_sql=unblocked, limit=limit)))
        ended = time.monotonic()
        self._look_at = ended + max(LOOK_EVERY_S, LOOKS_SHARE * (ended - began))

    def _lease(self, ids: Collection[UUID]) -> list[lane_rows.Leased]:
        unblocked = self.work.unblocked_sql
        return lane_rows.lease(ids, unblocked_sql=unblocked, owner=self.owner, lease_s=self.lease_s)

    def _forward(self, lane_ids: Collection[UUID]) -> None:
        """Hints that were meant for another drain, which owns the lanes."""
        for owner, owned in lane_rows.owners(lane_ids).items():
            queue.forward_hints(self.work.queue, owner, owned)

    def _open(self, leased: Collection[lane_rows.Leased]) -> None:
        lanes = [Lane(id=one.id, tenant_id=one.tenant_id, token=one.token, state=one.state) for one in leased]
        if lanes:
            self.lanes.update((lane.id, lane) for lane in lanes)
            self.work.open(lanes)

    def help(self) -> bool:
        """When another drain is full, offer to take some of its lanes and wait a moment for them; whether any came."""
        if not self.sharing.offer():
            return False
        until = time.monotonic() + HELP_S
        while not self.lanes and time.monotonic() < until:
            time.sleep(HELP_EVERY_S)
            self.take(time.monotonic(), look=True)
        return bool(self.lanes)

    def renew(self, now: float) -> None:
        """Renew all leases; a lane that another owner has taken is dropped, with its results refused by its token."""
        kept = lane_rows.renew(self.lanes.values(), lease_s=self.lease_s)
        self.renewed_at = now
        for lane_id in [lane_id for lane_id in self.lanes if lane_id not in kept]:
            lost = self.lanes.pop(lane_id)
            log.warning("lane.lost", queue=self.work.queue, lane=str(lane_id), in_flight=len(lost.in_flight))

    def is_slow(self, lane: Lane, now: float) -> bool:
        """Whether its oldest row in flight, which comes first, has been so for long."""
        return bool(lane.in_flight) and now - next(iter(lane.in_flight.values())) > SLOW_S

    def any_slow(self, now: float) -> bool:
        """Whether some lane is."""
        return any(self.is_slow(lane, now) for lane in self.lanes.values())

    def let_go(self, *, all_idle: bool) -> None:
        """Release lanes that have nothing to do now; with all_idle every one with nothing in flight."""
        now = time.monotonic()
        self._release(
            [lane for lane in self.lanes.values() if not lane.in_flight and (all_idle or _is_done(lane, now))]
        )

    def _release(self, lanes: list[Lane]) -> None:
        if lanes:
            now = time.monotonic()
            lane_rows.release(lanes, now=now)
            for lane in lanes:
                del self.lanes[lane.id]


def _is_done(lane: Lane, now: float) -> bool:
    return lane.leaving or not lane.hungry or lane.blocked_until - now > KEEP_BLOCKED_S
