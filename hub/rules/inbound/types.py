"""The type of the event that a request becomes: `source.<name>.<type>`, in the grammar of event types."""

import re

from hub.rules import filters
from hub.rules.errors import HubError

PREFIX = "source"
NAME_MAX = 40
NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
FALLBACK = "received"
_SEPARATORS = re.compile(r"[./:\s]+")
_OTHER = re.compile(r"[^A-Za-z0-9_.-]+")


def event_type(source: str, given: str) -> str:
    """`event_type("shop", "orders/create")` is `source.shop.orders.create`; what no type may hold becomes an underscore."""
    words = _OTHER.sub("_", _SEPARATORS.sub(".", given)).strip(".")
    start = f"{PREFIX}.{source}."
    return start + (words[: filters.MAX_LENGTH - len(start)].strip(".") or FALLBACK)


def check_name(name: str) -> None:
    """Raise HubError `invalid_name` unless the name can be a word of an event type."""
    if not NAME.fullmatch(name):
        raise HubError("invalid_name", f"A name is 1 to {NAME_MAX} letters, digits, _ and -.", field="name")
