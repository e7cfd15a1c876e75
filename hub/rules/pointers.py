"""JSON pointers. Source: RFC 6901."""

import re
from collections.abc import Mapping
from typing import Any

from hub.rules.errors import HubError

MAX_LENGTH = 300
PATTERN = r"^(/([^~/]|~[01])*)*$"
MISSING = object()
_POINTER = re.compile(PATTERN)
# Other digits, leading zeros and numbers that no list is long enough for are members' names.
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def find(document: Any, pointer: str) -> Any:
    """What the pointer leads to, MISSING when there is nothing."""
    for token in tokens(pointer):
        document = step(document, token)
    return document


def resolve(document: Any, pointer: str) -> Any:
    """What the pointer leads to, None when there is nothing."""
    found = find(document, pointer)
    return None if found is MISSING else found


def text(document: Any, pointer: str) -> str | None:
    """What the pointer leads to when it is a text or a number, as text; None otherwise, also for an empty text."""
    found = find(document, pointer)
    if isinstance(found, str):
        return found or None
    return str(found) if isinstance(found, int | float) and not isinstance(found, bool) else None


def tokens(pointer: str) -> list[str]:
    """Its parts, unescaped."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def step(document: Any, token: str) -> Any:
    """The member or item that one part leads to, MISSING when there is none."""
    if isinstance(document, Mapping):
        return document.get(token, MISSING)
    if isinstance(document, list) and (n := index(document, token)) is not None:
        return document[n]
    return MISSING


def index(items: list[Any], token: str) -> int | None:
    """Where in a list a part leads to, None when there is no such item."""
    if not _INDEX.fullmatch(token) or int(token) >= len(items):
        return None
    return int(token)


def check(pointer: str, *, field: str) -> None:
    """Raise HubError `invalid_pointer` unless it is empty or parts that each begin with a slash."""
    if len(pointer) > MAX_LENGTH or not _POINTER.fullmatch(pointer):
        raise HubError("invalid_pointer", "A JSON pointer is empty or looks like /order/id (RFC 6901).", field=field)
