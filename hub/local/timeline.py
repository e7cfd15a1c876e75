"""What the demo prints: chapters, and a live timeline with milliseconds."""

import threading
import time

from rich.console import Console
from rich.text import Text

STYLES = {
    "you": "bold",
    "API": "cyan",
    "WebSocket": "magenta",
    "webhook": "green",
    "polling": "blue",
    "Tryton": "yellow",
}


class Timeline:
    """Prints each line as it happens, from any thread. Milliseconds count from the last `start`."""

    def __init__(self) -> None:
        self.console = Console(highlight=False)
        self._lock = threading.Lock()
        self._zero = self._began = time.monotonic()

    def setting_up(self, line: str) -> None:
        """A step of the preparation, with the seconds since the demo began."""
        with self._lock:
            self.console.print(Text(f"  {time.monotonic() - self._began:5.1f} s  {line}", style="dim"))

    def chapter(self, title: str, explanation: str) -> None:
        """A heading and a sentence."""
        with self._lock:
            self.console.print(Text(f"\n{title}", style="bold underline"))
            self.console.print(Text(f"{explanation}\n", style="italic"))

    def start(self) -> None:
        """From here on the milliseconds count."""
        self._zero = time.monotonic()

    def note(self, source: str, what: str, *, at: float | None = None) -> None:
        """A line: when (at: monotonic seconds, by default now), who, what."""
        ms = ((at or time.monotonic()) - self._zero) * 1000
        with self._lock:
            line = Text(f"  {ms:+8.0f} ms  ")
            line.append(f"{source:<10}", style=STYLES.get(source, ""))
            line.append(what)
            self.console.print(line, soft_wrap=True)

    def good(self, what: str) -> None:
        """Something that has been shown."""
        with self._lock:
            self.console.print(Text(f"  ✔ {what}", style="bold green"), soft_wrap=True)

    def bad(self, what: str) -> None:
        """What did not happen as it should."""
        with self._lock:
            self.console.print(Text(f"  ✘ {what}", style="bold red"), soft_wrap=True)

    def plain(self, text: str) -> None:
        """Text as it is."""
        with self._lock:
            self.console.print(text, markup=False, soft_wrap=True)
