"""What ought to be: the endpoints, whom each event is owed to, and everything that was done, kept apart from the hub."""

import random
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from time import time
from typing import Any

Data = dict[str, Any]
# Clocks of one machine: between a change's commit and what a sender knows lies the statement that was running meanwhile.
SLACK_S = 3.0
SCHEDULE = [1.3] * 3
OPERATIONAL = ("endpoint.", "delivery.")


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when something happened, epoch seconds."""

    began: float
    ended: float

    @property
    def length(self) -> float:
        return self.ended - self.began

    def touches(self, other: "Span") -> bool:
        return self.began <= other.ended and other.began <= self.ended


@dataclass(slots=True)
class Signer:
    """A secret. shown: it came into use within this span. sure_until: signs for certain until then, gone_after: not after."""

    text: str
    shown: Span
    sure_until: float = inf
    gone_after: float = inf


@dataclass(frozen=True, slots=True)
class Plan:
    """An endpoint to be made, and which events it wants: (type, data, channels) → bool."""

    fields: dict[str, Any]
    wants: Callable[[str, Data, tuple[str, ...]], bool]
    role: str = ""


def _order(type: str) -> bool:
    return type.startswith("order.")


# Every filter twice: as the hub is told, and as the model reads it.
PLANS = {
    "/everything": Plan({}, lambda type, data, on: True),
    "/orders": Plan({"event_types": ["order.*"], "max_in_flight": 3}, lambda type, data, on: _order(type)),
    "/two-types": Plan(
        {"event_types": ["order.created", "invoice.paid"]},
        lambda type, data, on: type in ("order.created", "invoice.paid"),
    ),
    "/large": Plan({"filter": "$.data.total > 500"}, lambda type, data, on: _number(data.get("total")) > 500),
    "/eu-orders": Plan(
        {"event_types": ["order.*"], "filter": '$.data.region == "eu" && $.data.total <= 800'},
        lambda type, data, on: _order(type) and data.get("region") == "eu" and data["total"] <= 800,
    ),
    "/items": Plan(
        {"filter": 'exists($.data.items[*] ? (@.sku starts with "A"))'},
        lambda type, data, on: any(item["sku"].startswith("A") for item in data.get("items", [])),
    ),
    "/web": Plan({"channels": ["web"]}, lambda type, data, on: "web" in on),
    "/impatient": Plan({"event_types": ["*"], "retry_schedule_s": [1.3]}, lambda type, data, on: True),
    "/limited": Plan(
        {"event_types": ["invoice.*"], "rate_per_s": 20}, lambda type, data, on: type.startswith("invoice.")
    ),
    "/jobs": Plan(
        {"event_types": ["job.*", "delivery.dead"]}, lambda type, data, on: type.startswith(("job.", "delivery."))
    ),
    "/ordered": Plan({"event_types": ["order.*"], "ordered": True}, lambda type, data, on: _order(type), "ordered"),
    "/ordered-some": Plan(
        {"filter": "$.data.total > 300", "ordered": True, "retry_schedule_s": [1.3, 1.3]},
        lambda type, data, on: _number(data.get("total")) > 300,
        "ordered",
    ),
    # Paused at the beginning and never resumed: everything is kept.
    "/parked": Plan(
        {"event_types": ["order.*", "invoice.*"]},
        lambda type, data, on: type.startswith(("order.", "invoice.")),
        "parked",
    ),
    # Deleted on the way.
    "/doomed": Plan({"event_types": ["order.*"]}, lambda type, data, on: _order(type), "doomed"),
}


def _number(value: Any) -> float:
    return value if isinstance(value, int | float) else -1


@dataclass(slots=True)
class Endpoint:
    """One of PLANS as it was made. closed: spans in which it certainly took nothing. changes: pauses, resumptions."""

    path: str
    plan: Plan
    id: str
    signers: list[Signer]
    paused: Span | None = None
    closed: list[Span] = field(default_factory=list)
    changes: list[Span] = field(default_factory=list)
    discards: list[Span] = field(default_factory=list)
    deleted: Span | None = None

    def rotated(self, text: str, at: Span, *, overlap_s: float) -> None:
        """A new secret was asked for within that span. The hub keeps four older ones at most, and none without an overlap."""
        for place, older in enumerate(self.signers):
            kept_s = overlap_s if place < 4 else 0
            older.sure_until = min(older.sure_until, at.began + kept_s)
            older.gone_after = min(older.gone_after, at.ended + kept_s)
        self.signers.insert(0, Signer(text, at))

    def owed(self, type: str, data: Data, channels: tuple[str, ...]) -> bool:
        """Whether this event is owed to it, as long as it is there."""
        if type == "hub.test":
            return data["endpoint_id"] == self.id
        if type.startswith(OPERATIONAL) and data.get("endpoint_id") == self.id:
            return False
        return self.plan.wants(type, data, channels)


@dataclass(frozen=True, slots=True)
class Published:
    """An own event as its publisher knows it, in the order of publishing."""

    id: str
    type: str
    data: Data
    channels: tuple[str, ...]
    span: Span


@dataclass(slots=True)
class Model:
    """Everything the test did. kills, outages: what may explain what no row explains."""

    endpoints: dict[str, Endpoint] = field(default_factory=dict)
    published: list[Published] = field(default_factory=list)
    jobs: list[str] = field(default_factory=list)
    kills: list[Span] = field(default_factory=list)
    outages: list[Span] = field(default_factory=list)
    # Reasons of the replays that were asked for: each its own.
    replays: set[str] = field(default_factory=set)

    def new_reason(self) -> str:
        """For a replay that is about to be asked for."""
        reason = f"long run {len(self.replays) + 1}"
        self.replays.add(reason)
        return reason

    def killed_between(self, since: float, patience_s: float) -> bool:
        """Whether a sender was killed while what began then could be unwritten: time without a database counts extra."""
        for kill in self.kills:
            away_s = sum(max(0.0, min(out.ended, kill.ended) - max(out.began, since)) for out in self.outages)
            if since - SLACK_S <= kill.ended and kill.began <= since + patience_s + away_s:
                return True
        return False


@contextmanager
def noted(spans: list[Span]) -> Iterator[None]:
    """Add the time that the block takes."""
    began = time()
    try:
        yield
    finally:
        spans.append(Span(began, time()))


def new_secret(chance: random.Random) -> str:
    """A secret of the receiver's own: one whose rotation may be asked for twice."""
    return "whsec_" + b64encode(chance.randbytes(32)).decode()
