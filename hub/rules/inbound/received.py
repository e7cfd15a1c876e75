"""A request as it came, why it may be refused, and the events that it holds."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

ITEMS_MAX = 1000


class Reason(StrEnum):
    """Why a request is not taken."""

    NO_SECRET = "no_secret"  # noqa: S105 a name, not a secret
    MISSING_HEADER = "missing_header"
    MALFORMED_HEADER = "malformed_header"
    STALE_TIMESTAMP = "stale_timestamp"
    WRONG_SIGNATURE = "wrong_signature"
    WRONG_SENDER = "wrong_sender"
    MALFORMED_BODY = "malformed_body"
    TOO_MANY_EVENTS = "too_many_events"


# What was signed by the right sender and still cannot be taken: sending it again will not help.
UNREADABLE = frozenset({Reason.MALFORMED_BODY, Reason.TOO_MANY_EVENTS})


@dataclass(frozen=True, slots=True)
class Received:
    """method: upper case. url: as the sender knows it, with the query as it came. headers: names in lower case. body: raw."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """detail: one sentence for whoever sets the source up; never holds what was sent."""

    reason: Reason
    detail: str


@dataclass(frozen=True, slots=True)
class Item:
    """One event of a request. type: as the sender names it. key: the same for a repeat and for nothing else of the source."""

    type: str
    key: str
    payload: Any
    provider_id: str | None = None


@dataclass(frozen=True, slots=True)
class Options:
    """What a source may set. Which of them count depends on its preset (presets.py).

    type, type_header, type_pointer, id_header, id_pointer, items_pointer: replace where the preset looks. Pointers are JSON
    pointers (RFC 6901) into each event; items_pointer leads from the body to its list of events. tolerance_s: how far the
    sender's clock and ours may differ. The rest: see generic.py, salesforce.py and espocrm.py.
    """

    type: str = ""
    type_header: str = ""
    type_pointer: str = ""
    id_header: str = ""
    id_pointer: str = ""
    items_pointer: str | None = None
    tolerance_s: int = 300
    header: str = ""
    prefix: str = ""
    encoding: str = "hex"
    algorithm: str = "sha256"
    template: str = "{body}"
    timestamp_header: str = ""
    timestamp_unit: str = "s"
    secret_encoding: str = "text"  # noqa: S105 a name, not a secret
    organization_id: str = ""
    webhook_id: str = ""


def chosen(options: Options) -> dict[str, Any]:
    """Only what differs from the defaults, as it is kept and shown."""
    usual = Options()
    return {name: value for name, value in asdict(options).items() if value != getattr(usual, name)}


OPTION_NAMES = frozenset(field.name for field in fields(Options))
