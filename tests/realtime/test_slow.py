"""A client that reads too slowly costs a bounded amount, is told so, and still hears how every job ended."""

import socket as sockets
from datetime import UTC, datetime
from urllib.parse import urlsplit

from hub import db
from hub.delivery import outbox
from hub.rules import cursor
from hub.rules.cursor import START
from hub.rules.ids import public_id

JOBS, STATES = 10, 150
PADDING = "x" * 10_000


def narrow_connection(url: str) -> sockets.socket:
    """A connection whose own buffer holds almost nothing."""
    narrow = sockets.socket()
    narrow.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", int(urlsplit(url).port or 0)))
    return narrow


def publish_jobs(owner) -> list[str]:
    """JOBS times STATES states of 10 KB, the last of each job final, in turns; after them an event that nothing overtakes.

    Returns the ids of the events in the order of the log.
    """
    ids = [db.new_id() for _ in range(JOBS)]
    published = []
    for version in range(1, STATES + 1):
        type_ = "job.succeeded" if version == STATES else "job.running"
        data = [{"id": public_id("job", id_), "version": version, "padding": PADDING} for id_ in ids]
        now = datetime.now(UTC)
        events = [
            outbox.new_event(owner.id, type_, one, at=now, subject_id=id_) for id_, one in zip(ids, data, strict=True)
        ]
        outbox.publish(events)
        published += sorted(event.id for event in events)
    return [public_id("event", id_) for id_ in [*published, owner.publish("end")]]


def read_to_the_end(socket) -> list[dict]:
    frames = []
    while not frames or frames[-1].get("type") != "end":
        frames.append(socket.next())
    return frames


def test_a_slow_client_is_told_and_hears_the_newest_state_of_every_job(server, owner) -> None:
    slow = server.socket(sock=narrow_connection(server.url), max_queue=1)
    slow.ask("auth", ticket=owner.ticket())
    slow.ask("subscribe", sid="s", topic="tenant")
    published = publish_jobs(owner)

    frames = read_to_the_end(slow)

    events = [frame for frame in frames if frame["op"] == "event"]
    places = [cursor.decode(event["cursor"]) for event in events]
    versions: dict[str, list[int]] = {}
    for event in events[:-1]:
        versions.setdefault(event["data"]["id"], []).append(event["data"]["version"])
    assert any(frame["op"] == "lagged" for frame in frames)
    assert len(events) < len(published)
    assert places == sorted(set(places))
    assert len(versions) == JOBS
    assert all(seen[-1] == STATES and seen == sorted(seen) for seen in versions.values())
    slow.close()


def test_from_the_lagged_cursor_everything_can_be_read_again(server, owner) -> None:
    slow = server.socket(sock=narrow_connection(server.url), max_queue=1)
    slow.ask("auth", ticket=owner.ticket())
    slow.ask("subscribe", sid="s", topic="tenant", since=cursor.encode(START))
    ids = publish_jobs(owner)

    frames = read_to_the_end(slow)
    lagged = next(number for number, frame in enumerate(frames) if frame["op"] == "lagged")
    before = [frame["id"] for frame in frames[:lagged]]
    # Everything lies in the past by now: a client that catches up cannot lag again, however busy the machine is.
    fast = server.socket()
    fast.ask("auth", ticket=owner.ticket())
    fast.ask("subscribe", sid="again", topic="tenant", since=frames[lagged]["cursor"])
    again = [frame["id"] for frame in read_to_the_end(fast)]

    assert before + again == ids
    slow.close()
    fast.close()
