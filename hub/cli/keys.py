"""Single keys from a terminal, while lines go out; without a terminal there are none."""

import os
import select
import sys
import termios
import threading
import tty
from collections.abc import Callable
from typing import Any, Self

LOOK_EVERY_S = 0.2


class DigitKeys:
    """A context in which the keys 1 to 9 are told as numbers; the terminal is as before afterwards. Ctrl-C stays Ctrl-C."""

    def __init__(self, tell: Callable[[object], None]) -> None:
        self._tell = tell
        self._ended = threading.Event()
        self._before: list[Any] | None = None
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        if sys.stdin.isatty():
            self._before = termios.tcgetattr(sys.stdin)
            tty.setcbreak(sys.stdin)
            self._thread = threading.Thread(target=self._read, name="keys", daemon=True)
            self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._ended.set()
        if self._thread is not None:
            self._thread.join()
        if self._before is not None:
            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, self._before)

    def _read(self) -> None:
        while not self._ended.is_set():
            ready, _, _ = select.select([sys.stdin], [], [], LOOK_EVERY_S)
            if not ready:
                continue
            typed = os.read(sys.stdin.fileno(), 16)
            if not typed:
                return
            for key in typed.decode(errors="ignore"):
                if key in "123456789":
                    self._tell(int(key))
