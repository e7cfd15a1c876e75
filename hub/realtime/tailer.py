"""Tails the log: one task reads what is new for every tenant that has listeners here, and hands it to their feeds."""

import asyncio
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import attrgetter
from uuid import UUID

import structlog

from hub.eventlog import read, unsettled
from hub.eventlog.read import Entry
from hub.realtime.feed import Feed
from hub.realtime.logthread import LogAway, LogThread
from hub.rules.cursor import Position

log = structlog.get_logger("hub.realtime")

# Without any nudge (Redis may be away) everybody's log is looked at this often.
LOOK_S = 1.5
# Nudges are many under load: one look serves all that came within this.
COALESCE_S = 0.01
# A committed event stays hidden while an older transaction runs; then these are the pauses between looks.
SETTLE_S = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)
AWAY_S = 0.5
# Events of one tenant in one look; the rest follows at once.
PAGE = 200


class Tailer:
    """feeds: by tenant; others add and remove them, here their positions move on."""

    def __init__(self, feeds: dict[UUID, Feed], thread: LogThread) -> None:
        self._feeds = feeds
        self._thread = thread
        self._nudged: set[UUID] = set()
        self._wake = asyncio.Event()
        self._all_at = 0.0
        self._hidden_looks = 0

    def nudge(self, tenant_ids: Collection[UUID]) -> None:
        """These tenants' logs have grown; called on the event loop."""
        listened = self._feeds.keys() & tenant_ids
        if listened:
            self._nudged |= listened
            self._wake.set()

    async def run(self) -> None:
        """Until cancelled; outlives losses of Postgres."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            wanted = self._take(began)
            try:
                hidden = await self._look(wanted)
            except LogAway as error:
                log.warning("stream.log_away", error=type(error.__cause__).__name__)
                self._nudged |= wanted
                await asyncio.sleep(AWAY_S)
                continue
            self._nudged |= hidden
            await self._pause(began, hidden=bool(hidden))

    def _take(self, now: float) -> set[UUID]:
        """Whose logs to look at now."""
        wanted, self._nudged = self._nudged, set()
        if now < self._all_at:
            return wanted & self._feeds.keys()
        self._all_at = now + LOOK_S
        return set(self._feeds)

    async def _look(self, wanted: Collection[UUID]) -> set[UUID]:
        """Read and publish until nothing is left to see; the tenants that have more which is hidden yet."""
        hidden: set[UUID] = set()
        while wanted:
            positions = {id_: self._feeds[id_].position for id_ in wanted if id_ in self._feeds}
            entries, more, hidden_here = await self._thread.run(_read, positions)
            hidden |= hidden_here
            for tenant_id, found in _by_tenant(entries):
                if feed := self._feeds.get(tenant_id):
                    feed.publish(found)
            wanted = more
        return hidden

    async def _pause(self, began: float, *, hidden: bool) -> None:
        loop = asyncio.get_running_loop()
        if hidden:
            pause_s = SETTLE_S[min(self._hidden_looks, len(SETTLE_S) - 1)]
            self._hidden_looks += 1
        else:
            pause_s = max(0.0, self._all_at - loop.time())
            self._hidden_looks = 0
        timer = loop.call_later(pause_s, self._wake.set)
        await self._wake.wait()
        timer.cancel()
        self._wake.clear()
        await asyncio.sleep(max(0.0, began + COALESCE_S - loop.time()))


def _read(positions: dict[UUID, Position]) -> tuple[list[Entry], set[UUID], set[UUID]]:
    """(what is new, tenants whose page was full, tenants with events that are hidden yet)"""
    entries = read.tail(positions, limit=PAGE)
    full: set[UUID] = set()
    rest = dict(positions)
    for tenant_id, found in _by_tenant(entries):
        if len(found) == PAGE:
            full.add(tenant_id)
            del rest[tenant_id]
        else:
            rest[tenant_id] = found[-1].position
    return entries, full, unsettled.tenants(rest)


def _by_tenant(entries: list[Entry]) -> Iterator[tuple[UUID, list[Entry]]]:
    for tenant_id, group in groupby(entries, attrgetter("tenant_id")):
        yield tenant_id, list(group)
