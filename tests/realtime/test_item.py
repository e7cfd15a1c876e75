"""Which states of a job a slow client may miss, and what memory keeps of a tenant's log."""

import json
from uuid import UUID

import pytest

from hub.eventlog.read import Entry
from hub.realtime.feed import RECENT_BYTES, RECENT_MAX, Feed
from hub.realtime.item import Item, newest_per_job
from hub.rules.cursor import START, Position
from hub.rules.topics import topic_of

pytestmark = pytest.mark.pure

JOB_A, JOB_B, TENANT = UUID(int=1), UUID(int=2), UUID(int=9)


def entry(number: int, type: str = "some", subject_id: UUID | None = None, *, padding: str = "") -> Entry:
    body = json.dumps({"type": type, "timestamp": "-", "data": {"padding": padding}}, separators=(",", ":"))
    return Entry(Position(1, number, UUID(int=number)), TENANT, type, subject_id, [], body.encode())


class Listener:
    """Notes what it is offered."""

    topic = topic_of("tenant")

    def __init__(self) -> None:
        self.offers: list[tuple[int, int]] = []

    def offer(self, item: Item, before: Position) -> None:
        self.offers.append((item.position.txid, before.txid))


@pytest.mark.parametrize(
    ("events", "kept"),
    [
        ([("job.queued", JOB_A), ("job.running", JOB_A)], [2]),
        ([("job.queued", JOB_A), ("job.queued", JOB_B), ("job.running", JOB_A)], [2, 3]),
        ([("job.succeeded", JOB_A), ("job.noted", JOB_A)], [1, 2]),
        ([("job.running", JOB_A), ("job.failed", JOB_A)], [2]),
        ([("order.placed", None), ("order.placed", None)], [1, 2]),
        ([("endpoint.paused", JOB_A), ("endpoint.resumed", JOB_A)], [1, 2]),
        ([], []),
    ],
)
def test_only_overtaken_states_of_jobs_are_left_out(events: list, kept: list[int]) -> None:
    items = [Item(entry(number, *event)) for number, event in enumerate(events, 1)]

    assert [item.position.txid for item in newest_per_job(items)] == kept


def test_the_members_are_the_stored_ones_after_id_and_cursor() -> None:
    item = Item(entry(1, "some", padding="ü"))

    assert list(json.loads("{" + item.members)) == ["id", "cursor", "type", "timestamp", "data"]
    assert json.loads("{" + item.members)["data"] == {"padding": "ü"}
    assert item.members is item.members


def test_a_feed_offers_each_event_once_in_order_with_the_place_before_it() -> None:
    feed, listener = Feed(TENANT, START), Listener()
    feed.attach(listener)

    feed.publish([entry(1), entry(2)])
    feed.publish([entry(2), entry(5)])
    feed.detach(listener)
    feed.publish([entry(6)])

    assert listener.offers == [(1, 0), (2, 1), (5, 2)]
    assert feed.readers == 0


@pytest.mark.parametrize(("count", "padding", "most"), [(1000, "", RECENT_MAX), (100, "x" * 10_000, 26)])
def test_memory_is_bounded_and_knows_how_far_back_it_reaches(count: int, padding: str, most: int) -> None:
    feed = Feed(TENANT, START)
    feed.publish([entry(number, padding=padding) for number in range(1, count + 1)])

    recent = feed.since(feed.floor)

    assert recent is not None
    assert [item.position.txid for item in recent] == list(range(feed.floor.txid + 1, count + 1))
    assert len(recent) <= most
    assert sum(item.size for item in recent) <= RECENT_BYTES
    assert feed.since(Position(1, feed.floor.txid, UUID(int=0))) is None
    assert feed.since(feed.position) == []
