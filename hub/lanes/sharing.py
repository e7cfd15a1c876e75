"""Two drains side by side: one that is full gives every second lane to one that has none.

A drain takes every lane that is due as long as it has places, so the first one would do all the work of a few busy lanes
while other processes idle. It says that it is full (and has another drain started); that one finds nothing free, offers
help and waits; the full one then lets half of its lanes run dry, releases them and tells it which. What passes between them
are hints.
"""

from hub import queue
from hub.lanes.work import Lane

# Full for this long before it is worth a word, and how often the word is passed.
FULL_S = 0.1
SHARE_EVERY_S = 0.1
# Lanes that were given away are left to the other drain for this long.
GRACE_S = 1.0


class Sharing:
    """One drain's side of it."""

    def __init__(self, queue_name: str) -> None:
        self.queue = queue_name
        # Since when it has had more to do than room (monotonic seconds), or None.
        self._full: float | None = None
        self._next = 0.0
        self._gave = 0.0
        # Who gets the lanes that are leaving.
        self.helper = ""

    def may_look(self, now: float) -> bool:
        """Whether to look for free lanes: not while the other drain takes those that were given to it."""
        return now - self._gave > GRACE_S

    def note_full(self, lanes: dict, now: float) -> None:
        """Called at each turn without room: marks lanes as leaving when another drain wants some. now: monotonic seconds."""
        if len(lanes) < 2:
            self._full = None
            return
        self._full = self._full or now
        if now - self._full < FULL_S or now < self._next:
            return
        self._next = now + SHARE_EVERY_S
        if helper := queue.take_offer(self.queue):
            self.helper = helper
            _give_half(list(lanes.values()))
            self._full = None
            self._gave = now
        else:
            queue.say_full(self.queue)

    def eased(self) -> None:
        """A turn has left room over, which a moment of room between two bites has not: it is not full any more."""
        self._full = None

    def offer(self, owner: str) -> bool:
        """Offer this owner's help if another drain is full; whether one is."""
        if not queue.is_full(self.queue):
            return False
        queue.offer_help(self.queue, owner)
        return True


def _give_half(lanes: list[Lane]) -> None:
    for lane in lanes[::2]:
        lane.leaving = lane.promised = True
