"""What thousands of clients want at the same moment is read once."""

import asyncio
import json
import threading
from uuid import UUID

import pytest

from hub.eventlog.read import Entry
from hub.realtime.item import Item
from hub.realtime.logthread import LogThread
from hub.realtime.outbox import ENTRIES_MAX, EVENTS_MAX, Outbox
from hub.realtime.stretches import KEPT_BYTES, KEPT_S, Stretches
from hub.rules.cursor import Position

pytestmark = pytest.mark.pure


def place(number: int) -> Position:
    return Position(1, number, UUID(int=number))


def item(number: int, *, padding: str = "") -> Item:
    body = json.dumps({"type": "some", "data": padding}).encode()
    return Item(Entry(place(number), UUID(int=9), "some", None, [], body))


class Log:
    """Events 1 to 20, five a page; counts what was read."""

    def __init__(self, padding: str = "") -> None:
        self.reads: list[int] = []
        self._padding = padding

    async def read(self, begin: Position) -> tuple[list[Item], Position]:
        self.reads.append(begin.txid)
        await asyncio.sleep(0)
        found = [item(number, padding=self._padding) for number in range(begin.txid + 1, min(begin.txid + 6, 21))]
        return found, found[-1].position


async def everything_after(stretches: Stretches, log: Log, number: int) -> list[int]:
    position, heard = place(number), []
    while position < place(20):
        items, position = await stretches.after(position, log.read)
        heard += [one.position.txid for one in items]
    return heard


def test_clients_that_come_back_to_about_the_same_place_share_pages_and_miss_nothing() -> None:
    async def come_back() -> tuple[list[list[int]], int]:
        stretches, log = Stretches(), Log()
        heard = await asyncio.gather(*[everything_after(stretches, log, n % 3) for n in range(300)])
        return heard, len(log.reads)

    heard, reads = asyncio.run(come_back())

    assert heard == [list(range(n % 3 + 1, 21)) for n in range(300)]
    assert reads < 12


@pytest.mark.parametrize(("padding", "later_s"), [("x" * KEPT_BYTES, 0.0), ("", KEPT_S * 1000)])
def test_what_is_large_or_old_is_not_kept(padding: str, later_s: float) -> None:
    async def twice() -> list[int]:
        stretches, log = Stretches(), Log(padding)
        for _ in range(2):
            await stretches.after(place(0), log.read)
            stretches.forget(asyncio.get_running_loop().time() + later_s)
        return log.reads

    assert asyncio.run(twice()) == [0, 0]


def test_a_look_serves_who_asked_before_it_began_and_nobody_who_asks_later() -> None:
    async def ask() -> tuple[list[int], int]:
        thread, begun, go, looks = LogThread("test"), threading.Event(), threading.Event(), []

        def look(key: str) -> int:
            looks.append(key)
            begun.set()
            go.wait(10)
            return len(looks)

        first = asyncio.ensure_future(thread.share(look, "a"))
        await asyncio.get_running_loop().run_in_executor(None, begun.wait, 10)
        later = [asyncio.ensure_future(thread.share(look, "a")) for _ in range(50)]
        await asyncio.sleep(0)
        go.set()
        found = await asyncio.gather(first, *later)
        thread.close()
        return found, len(looks)

    assert asyncio.run(ask()) == ([1] + [2] * 50, 2)


def test_a_client_that_reads_no_answers_is_found_out() -> None:
    async def fill() -> tuple[bool, bool]:
        outbox = Outbox(lambda text: asyncio.sleep(60))
        # One more than it holds: the first is being written.
        for _ in range(ENTRIES_MAX):
            outbox.put("pong")
        before = outbox.stuck
        outbox.put("pong")
        after = outbox.stuck
        outbox.close()
        return before, after

    assert asyncio.run(fill()) == (False, True)
    assert EVENTS_MAX < ENTRIES_MAX
