"""JSON pointers (RFC 6901)."""

import re
from typing import Any

from hub.rules.errors import HubError

MAX_LENGTH = 300
MISSING = object()
_POINTER = re.compile(r"(/([^~/]|~[01])*)*")


def find(value: Any, pointer: str) -> Any:
    """What the pointer leads to, MISSING when there is nothing."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        if isinstance(value, dict) and name in value:
            value = value[name]
        elif isinstance(value, list) and name.isascii() and name.isdigit() and int(name[:9]) < len(value):
            value = value[int(name[:9])]
        else:
            return MISSING
    return value


def text(value: Any, pointer: str) -> str | None:
    """What the pointer leads to when it is a text or a number, as text; None otherwise, also for an empty text."""
    found = find(value, pointer)
    if isinstance(found, str):
        return found or None
    return str(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def check(pointer: str, *, field: str) -> None:
    """Raise HubError `invalid_pointer` unless it is empty or parts that each begin with a slash."""
    if len(pointer) > MAX_LENGTH or not _POINTER.fullmatch(pointer):
        raise HubError("invalid_pointer", "A JSON pointer is empty or looks like /order/id (RFC 6901).", field=field)
