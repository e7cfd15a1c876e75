"""When a schedule fires: five fields of cron in a time zone of the IANA database.

Source: cronsim (https://github.com/cuu508/cronsim), which does as Debian's cron: in the night when clocks go forward a job with
a fixed time that does not exist fires right behind the gap; when they go back it fires once. Jobs of every minute or every hour
go by the clock that does not jump.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError

from hub.rules.errors import HubError

FIELDS = 5
EXPRESSION_MAX = 200


@lru_cache(maxsize=1024)
def zone(name: str) -> ZoneInfo:
    """The time zone. Raises HubError `invalid_timezone`."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise HubError(
            "invalid_timezone", "There is no time zone of this name, see IANA's list.", field="timezone"
        ) from None


def check(expression: str, timezone: str, *, after: datetime) -> None:
    """Raise HubError `invalid_cron` or `invalid_timezone` for what never fires."""
    if not times(expression, timezone, after=after, count=1):
        raise HubError("invalid_cron", "This never fires.", field="cron")


def times(expression: str, timezone: str, *, after: datetime, count: int) -> list[datetime]:
    """The next instants, in UTC, that lie behind `after`; fewer than `count` when there are no more.

    Raises HubError `invalid_cron`, `invalid_timezone`.
    """
    return list(islice(_times(expression, timezone, after=after), count))


def latest(expression: str, timezone: str, *, since: datetime, now: datetime, most: int) -> tuple[datetime, int]:
    """Of the instants from `since`, which is one, up to `now` the last one, and how many there are (at most `most`)."""
    last, passed = since, 1
    for at in islice(_times(expression, timezone, after=since), most):
        if at > now:
            break
        last, passed = at, passed + 1
    return last, passed


def _times(expression: str, timezone: str, *, after: datetime) -> Iterator[datetime]:
    if len(expression.split()) != FIELDS:
        raise HubError("invalid_cron", "Five fields: minute, hour, day of month, month, day of week.", field="cron")
    try:
        found = CronSim(expression, after.astimezone(zone(timezone)))
    except (CronSimError, AssertionError, ValueError, TypeError) as error:
        detail = str(error) or "This is no cron expression"
        raise HubError("invalid_cron", f"{detail}.", field="cron") from error
    for at in found:
        yield at.astimezone(UTC)
