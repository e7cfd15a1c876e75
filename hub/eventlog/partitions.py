"""Daily partitions of tables keyed by UUIDv7: a day is a range of ids."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hub import db

PARTITIONED = ("event", "attempt")
DAYS_AHEAD = 7


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
