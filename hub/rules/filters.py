"""Event types and the patterns that endpoints choose them by.

A pattern is an event type (`job.succeeded`), a dotted prefix with a star (`job.*`), or `*`.
"""

import re

from hub.rules.errors import HubError

MAX_LENGTH = 128
EVERYTHING = "*"
_TYPE = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*", re.ASCII)


def patterns(event_type: str) -> list[str]:
    """Every pattern that matches the type, most exact first: `job.succeeded` → itself, `job.*`, `*`."""
    found = [event_type]
    prefix = event_type
    while "." in prefix:
        prefix = prefix.rpartition(".")[0]
        found.append(prefix + ".*")
    found.append(EVERYTHING)
    return found


def like(pattern: str) -> str:
    """The pattern as SQL's LIKE takes it: `job.*` → `job.%`, with what LIKE would read as its own escaped."""
    text = pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return text[:-1] + "%" if text.endswith("*") else text


def check_event_type(text: str, *, field: str = "type") -> None:
    """Raise HubError `invalid_event_type` unless the text is words joined by dots."""
    if len(text) > MAX_LENGTH or not _TYPE.fullmatch(text):
        raise HubError(
            "invalid_event_type",
            f"An event type is words of letters, digits, _ and -, joined by dots, up to {MAX_LENGTH} long.",
            field=field,
        )


def check_pattern(text: str, *, field: str = "event_types") -> None:
    """Raise HubError `invalid_event_type` unless the text is an event type, `prefix.*` or `*`."""
    if text != EVERYTHING:
        check_event_type(text.removesuffix(".*"), field=field)


def codes(pattern: str) -> tuple[int, int]:
    """The lowest and the highest response code meant: `503` → (503, 503), `5xx` → (500, 599)."""
    if pattern.endswith("xx"):
        return int(pattern[0]) * 100, int(pattern[0]) * 100 + 99
    return int(pattern), int(pattern)
