"""When a drain takes nothing new, to end with what is under way, and when it goes on after all."""

import math
import time

from hub import queue, stopping
from hub.lanes.hold import SLOW_S, Hold

# Past its budget a drain takes nothing new, to end as soon as it has back what is under way. What is not back after this long
# is slow: then it goes on for another budget. A lane cannot change hands under a call, and neither the lane's other rows nor
# this process wait for a call that takes minutes. Only with more lanes than places a lane's turn ends with the budget.
ENDING_S = SLOW_S
# However slow the calls, it ends some time; then it still waits for the longest of them, and writes down what it did.
LONGEST_LIFE_S = 3000.0
LONGEST_CALL_S = 120
# What Celery lets its task take (seconds): past this it hangs.
LIMITS = {"soft_time_limit": LONGEST_LIFE_S + LONGEST_CALL_S + 15, "time_limit": LONGEST_LIFE_S + LONGEST_CALL_S + 30}


class Ending:
    """One drain's. closing: whether nothing new is taken now."""

    def __init__(self, hold: Hold, *, budget_s: float) -> None:
        self.closing = False
        self._hold = hold
        self._queue = hold.work.queue
        self._budget_s = budget_s
        # Monotonic seconds, as is `now` below. When to go on after all counts while closing.
        self._began = time.monotonic()
        self._over_at = self._began + budget_s
        self._resume_at = math.inf

    def look(self, now: float) -> None:
        """Close when it is time to, and go on when something slow would keep the drain from ending."""
        if stopping.asked() or now - self._began > LONGEST_LIFE_S:
            self._close(math.inf)
        elif self.closing and now >= self._resume_at:
            self.closing, self._over_at = False, now + self._budget_s
            queue.hold_wake(self._queue)
        elif not self.closing and now > self._over_at:
            if not self._hold.slow(now):
                self._close(now + ENDING_S)
            elif self._hold.full:
                self._hold.rotate()
                self._over_at = now + self._budget_s

    def fail(self) -> None:
        """Close for good, and ask for no other drain: whatever it is might befall that one, too."""
        self.closing, self._resume_at = True, math.inf
        queue.give_wake_back(self._queue)

    def _close(self, resume_at: float) -> None:
        if not self.closing:
            queue.give_wake_back(self._queue)
            queue.wake(self._queue)
        self.closing, self._resume_at = True, resume_at
