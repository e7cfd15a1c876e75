"""The audit of the long run finds what it is there for: a small sound world is sound, and each thing spoilt in it is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.chaos import audit
from tests.chaos.books import Attempt, Books, Delivery, Event
from tests.chaos.model import Endpoint, Model, Plan, Published, Span
from tests.chaos.moods import Seen
from tests.receiver import Answer, Received, close_early

pytestmark = pytest.mark.pure

PATH = "/ordered"
IDS = ("evt_1", "evt_2", "evt_3")


class World:
    """Three events, a second apart, each delivered at once to one ordered endpoint."""

    def __init__(self) -> None:
        plan = Plan({"ordered": True}, lambda type, data, on: True, "ordered")
        self.endpoint = Endpoint(PATH, plan, "ep_1", [])
        self.model = Model(endpoints={PATH: self.endpoint})
        self.books = Books({}, {}, 0)
        self.seen: list[Seen] = []
        for number, id_ in enumerate(IDS):
            at, data = 1_000.0 + 10 * number, {"n": number}
            self.model.published.append(Published(id_, "order.created", {**data}, (), Span(at, at)))
            self.books.events[id_] = Event(id_, "order.created", (), data)
            tries = (Attempt(at, 200, None, False),)
            self.books.deliveries[id_, PATH] = [
                Delivery(f"d{number}", id_, PATH, "delivered", "ok", 1, at, None, tries)
            ]
            self.seen.append(request(id_, at))

    def change(self, id_: str, **changes: object) -> None:
        """Another state of the event's own delivery."""
        (own,) = self.books.deliveries[id_, PATH]
        self.books.deliveries[id_, PATH] = [replace(own, **changes)]

    def problems(self) -> list[str]:
        return audit.problems(self.model, self.books, self.seen)


def request(id_: str, at: float, answer: Answer | None = None, *, before: int = 0) -> Seen:
    headers = {"webhook-id": id_, "webhook-timestamp": str(int(at))}
    return Seen(Received("POST", PATH, headers, b"", 1, at), answer or Answer(), at, before)


def tried(*answers: int, stale: int = -1) -> tuple[Attempt, ...]:
    return tuple(Attempt(1_000.0 + 2 * n, status, None, n == stale) for n, status in enumerate(answers))


def lost_event(world: World) -> None:
    del world.books.events["evt_2"]


def changed_event(world: World) -> None:
    world.model.published[1].data["n"] = 17


def lost_delivery(world: World) -> None:
    del world.books.deliveries["evt_2", PATH]


def owed_twice(world: World) -> None:
    world.books.deliveries["evt_2", PATH] *= 2


def unasked_replay(world: World) -> None:
    (own,) = world.books.deliveries["evt_2", PATH]
    world.books.deliveries["evt_2", PATH] = [own, replace(own, why="somebody")]


def left_pending(world: World) -> None:
    world.change("evt_1", status="pending", tried=0, attempts=())


def held_for_nothing(world: World) -> None:
    world.change("evt_1", status="held", tried=0, attempts=())


def cancelled_for_nothing(world: World) -> None:
    world.change("evt_1", status="cancelled", reason="discarded_on_resume")


def dead_too_early(world: World) -> None:
    world.change("evt_1", status="dead", reason="http_503", tried=2, attempts=tried(503, 503))


def sent_after_success(world: World) -> None:
    world.change("evt_1", tried=2, attempts=tried(200, 200))
    world.seen.insert(1, request("evt_1", 1_002.0))


def unrecorded_request(world: World) -> None:
    world.seen.append(request("evt_3", 1_025.0))


def success_that_nobody_answered(world: World) -> None:
    world.seen[1] = request("evt_2", 1_010.0, Answer(503))


def never_sent(world: World) -> None:
    del world.seen[1]


def out_of_order(world: World) -> None:
    world.seen.insert(0, world.seen.pop(1))


def sent_while_paused(world: World) -> None:
    world.endpoint.closed.append(Span(1_000.0, 1_020.0))


SPOILT = {
    lost_event: "accepted and not kept",
    changed_event: "was changed",
    lost_delivery: "0 times, not 1",
    owed_twice: "2 times, not 1",
    unasked_replay: "nobody asked",
    left_pending: "not settled",
    held_for_nothing: "held though",
    cancelled_for_nothing: "cancelled for no reason",
    dead_too_early: "too early or too late",
    sent_after_success: "after it was delivered",
    unrecorded_request: "requests without an attempt",
    success_that_nobody_answered: "nobody answered",
    never_sent: "nobody answered",
    out_of_order: "after number",
    sent_while_paused: "while it was paused",
}


def test_a_sound_world_has_no_problems():
    assert World().problems() == []


@pytest.mark.parametrize(("spoil", "words"), SPOILT.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_each_thing_that_may_go_wrong_is_named(spoil: Callable[[World], None], words: str):
    world = World()

    spoil(world)

    assert [text for text in world.problems() if words in text]


def test_what_is_explained_is_no_problem():
    world = World()
    # A sender killed with a request under way, and one that lost its lease: both sent it again.
    world.model.kills.append(Span(1_001.0, 1_001.0))
    world.change("evt_1", attempts=(Attempt(1_004.0, 200, None, True), *tried(200)), tried=1)
    world.seen[1:1] = [request("evt_1", 1_000.0), request("evt_1", 1_004.0)]
    # A receiver that hung up on a connection that libcurl had used before.
    world.seen.insert(3, request("evt_2", 1_010.0, Answer(play=close_early), before=1))

    assert world.problems() == []
