"""Daily partitions of tables keyed by UUIDv7: a day is a range of ids."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from hub import db

PARTITIONED = ("event", "attempt")
DAYS_AHEAD = 7
BOUNDS = """
SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = %s::text::regclass
"""


def first_id_at(at: datetime) -> UUID:
    """The smallest UUIDv7 of that millisecond."""
    return UUID(int=int(at.timestamp() * 1000) << 80)


def first_id_of(day: date) -> UUID:
    """The smallest UUIDv7 of that day (UTC)."""
    return first_id_at(datetime(day.year, day.month, day.day, tzinfo=UTC))


def ensure(parent: str, today: date, *, days: int = DAYS_AHEAD) -> list[str]:
    """Create the partitions from today on that are missing; their names.

    A day for which rows have already gone to the default partition stays there: nothing is moved, nothing is lost.
    """
    made = []
    for offset in range(days + 1):
        day = today + timedelta(days=offset)
        name = f"{parent}_{day:%Y%m%d}"
        low, high = first_id_of(day), first_id_of(day + timedelta(days=1))
        if db.row("SELECT to_regclass(%s) IS NOT NULL", (name,)) != (False,):
            continue
        if db.row(f"SELECT EXISTS (SELECT FROM {parent}_default WHERE id >= %s AND id < %s)", (low, high)) != (False,):
            continue
        db.execute(f"CREATE TABLE IF NOT EXISTS {name} PARTITION OF {parent} FOR VALUES FROM ('{low}') TO ('{high}')")
        made.append(name)
    return made


class Partition(NamedTuple):
    """A table that holds the rows with ids from `low` to below `high`."""

    name: str
    low: UUID
    high: UUID


def before(parent: str, at: datetime) -> list[Partition]:
    """The partitions that hold nothing from that instant on, oldest first; without the default one."""
    found = [
        Partition(name, *(UUID(text) for text in match.groups()))
        for name, bounds in db.rows(BOUNDS, (parent,))
        if (match := re.fullmatch(r"FOR VALUES FROM \('(.+)'\) TO \('(.+)'\)", bounds))
    ]
    return sorted((one for one in found if one.high <= first_id_at(at)), key=lambda one: one.low)
