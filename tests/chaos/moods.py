"""A receiver whose paths have moods, and which remembers what it answered to what."""

import random
import time
from collections import defaultdict
from dataclasses import dataclass

from tests.receiver import Answer, Received, Receiver, close_early, drip_body, hang, reset

WAYS_TO_FAIL: dict[str, tuple[Answer, ...]] = {
    "down": (Answer(503),),
    "broken": (Answer(500), Answer(502, close=True), Answer(404)),
    "throttling": (Answer(429, {"Retry-After": "2"}), Answer(503, {"Retry-After": "1"})),
    "silent": (Answer(play=hang), Answer(play=drip_body)),
    "rude": (Answer(play=close_early), Answer(play=reset)),
    "gone": (Answer(410),),
}
# Few enough that a breaker mostly stays closed.
FLAKY = 0.2
MOODS = ("good", "slow", "flaky", *WAYS_TO_FAIL)


@dataclass(frozen=True, slots=True)
class Seen:
    """A request with the answer it got. at: epoch seconds. before: requests that its connection had carried."""

    request: Received
    answer: Answer
    at: float
    before: int

    @property
    def path(self) -> str:
        return self.request.path

    @property
    def event(self) -> str:
        """The public id of its event."""
        return self.request.headers["webhook-id"]

    @property
    def second(self) -> int:
        """When its attempt began, as it says itself."""
        return int(self.request.headers["webhook-timestamp"])

    @property
    def hung_up(self) -> bool:
        """Not a byte was answered: on a connection that was used before, libcurl sends the request once more."""
        return self.answer.play in (close_early, reset)


class Moody(Receiver):
    """Answers as each path's mood has it; a context manager. moods: path → mood, changed from any thread."""

    def __init__(self, chance: random.Random) -> None:
        self.moods: dict[str, str] = defaultdict(lambda: "good")
        self.seen: list[Seen] = []
        self._chance = chance
        self._carried: dict[int, int] = defaultdict(int)
        super().__init__()

    def answer_to(self, request: Received) -> Answer:
        """An answer in the path's mood, written down before it is given."""
        answer = self._in_mood(self.moods[request.path])
        self.seen.append(Seen(request, answer, time.time(), self._carried[request.connection]))
        self._carried[request.connection] += 1
        return answer

    def _in_mood(self, mood: str) -> Answer:
        if mood == "flaky" and self._chance.random() < FLAKY:
            mood = self._chance.choice(sorted(WAYS_TO_FAIL.keys() - {"gone"}))
        if mood in WAYS_TO_FAIL:
            return self._chance.choice(WAYS_TO_FAIL[mood])
        return Answer(delay_s=self._chance.uniform(0, 0.5 if mood == "slow" else 0.02))
