"""From a client's cursor to live: pages from the log until memory reaches back far enough, without gap or repetition.

The seam: `next_page` answers from the feed's memory and says `live` in one step of the event loop, so that whatever the
tailer publishes next is offered to the reader, and nothing before.
"""

from typing import NamedTuple
from uuid import UUID

from hub.eventlog import read
from hub.eventlog.read import Entry
from hub.realtime.feed import Feed
from hub.realtime.item import Item
from hub.realtime.logthread import LogThread
from hub.rules.cursor import Position
from hub.rules.topics import Topic

PAGE = 200


class Page(NamedTuple):
    """items: what the reader wants of it. position: everything up to here has been seen. live: nothing is missing now."""

    items: list[Item]
    position: Position
    live: bool


async def next_page(
    feed: Feed, topic: Topic, position: Position, *, thread: LogThread, patterns: frozenset[str] | None = None
) -> Page:
    """What comes after the position. When `live`, the caller must take offers from now on, before it waits for anything.

    Raises LogAway.
    """
    recent = feed.since(position)
    if recent is not None:
        return Page(_wanted(recent, topic, patterns), max(position, feed.position), True)
    subject_id = topic.only_subject_id

    async def read_on(begin: Position) -> tuple[list[Item], Position]:
        found, seen_to = await thread.run(_read, feed.tenant_id, begin, subject_id, patterns)
        return [Item(entry) for entry in found], seen_to

    everything = subject_id is None and patterns is None
    items, seen_to = await (feed.stretches.after(position, read_on) if everything else read_on(position))
    return Page(_wanted(items, topic, patterns), seen_to, False)


def _read(
    tenant_id: UUID, position: Position, subject_id: UUID | None, patterns: frozenset[str] | None
) -> tuple[list[Entry], Position]:
    # Asked for first: what is below it is in the page, unless that is full.
    horizon = read.now()
    chosen = None if patterns is None else sorted(patterns)
    found = read.after(tenant_id, position, limit=PAGE, patterns=chosen, subject_id=subject_id)
    last = found[-1].position if found else position
    return found, last if len(found) == PAGE else max(last, horizon)


def _wanted(items: list[Item], topic: Topic, patterns: frozenset[str] | None) -> list[Item]:
    return [item for item in items if item.fits(topic, patterns)]
