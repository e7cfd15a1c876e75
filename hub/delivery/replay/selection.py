"""Which deliveries are meant, as SQL: pages by keyset, so that no statement is longer than its page."""

import json
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from hub.rules import filters
from hub.rules.ids import uuid7
from hub.rules.status import DeliveryStatus

FIRST = UUID(int=0)
LAST = UUID(int=(1 << 128) - 1)
# The states that the index of missed deliveries holds.
MISSED = frozenset({DeliveryStatus.DEAD, DeliveryStatus.HELD, DeliveryStatus.CANCELLED})
# An id is drawn within its transaction, `created_at` is that transaction's start; none lasts this long.
SPREAD = timedelta(hours=1)

# Deliveries in keyset order. Missed ones have an index of their own: few rows among many delivered ones.
PAGE_MISSED = """
SELECT * FROM delivery d
WHERE d.tenant_id = %(tenant)s AND d.status IN ('dead', 'held', 'cancelled')
    AND (%(endpoint)s::uuid IS NULL OR d.endpoint_id = %(endpoint)s)
    AND (d.endpoint_id, d.id) > (%(after_endpoint)s, %(after)s)
ORDER BY d.endpoint_id, d.id LIMIT %(page)s
"""
PAGE_ANY = """
SELECT * FROM delivery d
WHERE d.tenant_id = %(tenant)s AND d.id > %(after)s AND d.id <= %(last)s
    AND (%(endpoint)s::uuid IS NULL OR d.endpoint_id = %(endpoint)s)
    AND (%(event)s::uuid IS NULL OR d.event_id = %(event)s)
    AND (%(delivery)s::uuid IS NULL OR d.id = %(delivery)s)
    AND (%(chosen)s::uuid[] IS NULL OR d.id = ANY(%(chosen)s))
    AND (%(made_by)s::uuid IS NULL OR d.replay_id = %(made_by)s)
ORDER BY d.id LIMIT %(page)s
"""
# What is delivered, or on its way, is left out; delivered ones only when they were not asked for by name.
MATCHES = """
d.status = ANY(%(statuses)s)
    AND (%(event)s::uuid IS NULL OR d.event_id = %(event)s)
    AND (%(delivery)s::uuid IS NULL OR d.id = %(delivery)s)
    AND (%(chosen)s::uuid[] IS NULL OR d.id = ANY(%(chosen)s))
    AND (%(made_by)s::uuid IS NULL OR d.replay_id = %(made_by)s)
    AND (%(type)s::text IS NULL OR d.event_type LIKE %(type)s)
    AND (%(low)s::int IS NULL OR d.status_code BETWEEN %(low)s AND %(high)s)
    AND (%(error)s::text IS NULL OR d.error = %(error)s)
    AND (%(reason)s::text IS NULL OR d.reason = %(reason)s)
    AND (%(since)s::timestamptz IS NULL OR d.created_at >= %(since)s)
    AND (%(until)s::timestamptz IS NULL OR d.created_at < %(until)s)
    AND NOT EXISTS (
        SELECT FROM delivery other
        WHERE other.event_id = d.event_id AND other.endpoint_id = d.endpoint_id AND other.id <> d.id
            AND other.status = ANY(%(settled)s)
    )
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """What to deliver again; None leaves a criterion out. code: `503` or `5xx`. event_type: a type or `prefix.*`. error: a
    class of failure, `timeout` for example. reason: as the delivery says it."""

    statuses: tuple[str, ...] = (DeliveryStatus.DEAD,)
    endpoint_id: UUID | None = None
    event_id: UUID | None = None
    delivery_id: UUID | None = None
    delivery_ids: tuple[UUID, ...] | None = None
    replay_id: UUID | None = None
    event_type: str | None = None
    code: str | None = None
    error: str | None = None
    reason: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """For the replay's row."""
        return json.loads(json.dumps(asdict(self), default=str))

    @property
    def missed_only(self) -> bool:
        """Whether the index of missed deliveries leads to all of it best."""
        led_by_ids = (self.event_id, self.delivery_id, self.delivery_ids, self.replay_id)
        return all(each is None for each in led_by_ids) and {*self.statuses} <= MISSED


def from_json(stored: dict[str, Any]) -> Selection:
    """The selection that `as_json` wrote."""
    known = {each.name for each in fields(Selection)}
    given: dict[str, Any] = {name: value for name, value in stored.items() if name in known and value is not None}
    for name in ("endpoint_id", "event_id", "delivery_id", "replay_id"):
        if name in given:
            given[name] = UUID(given[name])
    if "delivery_ids" in given:
        given["delivery_ids"] = tuple(UUID(each) for each in given["delivery_ids"])
    for name in ("since", "until"):
        if name in given:
            given[name] = datetime.fromisoformat(given[name])
    return Selection(**given | {"statuses": tuple(stored["statuses"])})


def page_sql(selection: Selection) -> str:
    """The page to look through, behind (after_endpoint, after) of `params`."""
    return PAGE_MISSED if selection.missed_only else PAGE_ANY


def params(tenant_id: UUID, selection: Selection, *, elsewhere: bool, page: int) -> dict[str, Any]:
    """Of a page and MATCHES, from the start. elsewhere: to another address, where nothing has been delivered yet."""
    low, high = filters.codes(selection.code) if selection.code else (None, None)
    settled = [] if elsewhere else ["pending", "held"]
    if not elsewhere and DeliveryStatus.DELIVERED not in selection.statuses:
        settled.append("delivered")
    return {
        "tenant": tenant_id,
        "statuses": [str(status) for status in selection.statuses],
        "endpoint": selection.endpoint_id,
        "event": selection.event_id,
        "delivery": selection.delivery_id,
        "chosen": None if selection.delivery_ids is None else [*selection.delivery_ids],
        "made_by": selection.replay_id,
        "type": filters.like(selection.event_type) if selection.event_type else None,
        "low": low,
        "high": high,
        "error": selection.error,
        "reason": selection.reason,
        "since": selection.since,
        "until": selection.until,
        "settled": settled,
        "after_endpoint": FIRST,
        "after": FIRST if selection.missed_only else _floor(selection.since) or FIRST,
        "last": _floor(selection.until + SPREAD if selection.until else None) or LAST,
        "page": page,
    }


def _floor(at: datetime | None) -> UUID | None:
    """The lowest id of that instant; None outside of what ids can say."""
    if at is None or not 1970 < at.year < 9000:
        return None
    return uuid7(int(at.timestamp() * 1000) * 1_000_000, 0)
