"""A manifest's limits, read from an answer's headers into `Limits`."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from math import isfinite
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hub.connectors.manifest.model import Header, Limit
from hub.connectors.templates import render_text
from hub.rules.outcomes import LONGEST_WAIT
from hub.rules.quotas import Limits, Quota, next_midnight
from hub.rules.retry import parse_retry_after


def limits_of(
    limits: list[Limit], retry_after: Header | None, headers: Mapping[str, str], *, now: datetime, values: Any
) -> Limits | None:
    """What the headers tell, None when nothing. values: for the templates of time zones."""
    told = {limit.name: quota for limit in limits if (quota := _quota(limit, headers, now=now, values=values))}
    wait = instant(retry_after, headers, now=now)
    return Limits(now, told, wait) if told or wait else None


def instant(header: Header | None, headers: Mapping[str, str], *, now: datetime) -> datetime | None:
    """The moment that a header names, in its unit; at most a week ahead."""
    text = header and _text(header, headers)
    if header is None or not text:
        return None
    number = _number(text)
    if number is None or header.unit == "date":
        wait = parse_retry_after(text, now, LONGEST_WAIT)
        return now + wait if wait is not None else None
    since = {"epoch": 1.0, "epoch_milliseconds": 1000.0}.get(header.unit)
    wait_s = number / since - now.timestamp() if since else number / (1000 if header.unit == "milliseconds" else 1)
    return now + min(timedelta(seconds=min(max(wait_s, 0.0), 1e9)), LONGEST_WAIT)


def end_of(limit: Limit, *, now: datetime, values: Any) -> datetime | None:
    """When a limit's window ends, as far as it is known without an answer."""
    if limit.midnight is not None:
        try:
            zone = ZoneInfo(render_text(limit.midnight, values) or "UTC")
        except (ZoneInfoNotFoundError, ValueError):
            zone = ZoneInfo("UTC")
        return next_midnight(now, zone)
    return now + timedelta(seconds=limit.window_s) if limit.window_s else None


def _quota(limit: Limit, headers: Mapping[str, str], *, now: datetime, values: Any) -> Quota | None:
    found = _groups(limit.header, headers) if limit.header else {}
    for name in ("remaining", "limit", "window"):
        header: Header | None = getattr(limit, name)
        number = _number(_text(header, headers) or "") if header else None
        if header and number is not None:
            found[name] = number / 1000 if header.unit == "milliseconds" else number
    total = found.get("limit", limit.calls)
    if "remaining" not in found and "used" in found and total is not None:
        found["remaining"] = total - found["used"]
    reset_at = instant(limit.reset, headers, now=now)
    if not found and reset_at is None:
        return None
    return Quota(
        limit.name,
        limit=int(total) if total is not None else None,
        remaining=int(found["remaining"]) if "remaining" in found else None,
        window_s=found.get("window", limit.window_s),
        reset_at=reset_at or (end_of(limit, now=now, values=values) if limit.midnight is not None else None),
    )


def _groups(header: Header, headers: Mapping[str, str]) -> dict[str, float]:
    found = re.search(header.pattern or "", headers.get(header.name.lower(), ""))
    named = found.groupdict() if found else {}
    numbers = {name: _number(text or "") for name, text in named.items()}
    return {name: number for name, number in numbers.items() if number is not None}


def _text(header: Header, headers: Mapping[str, str]) -> str | None:
    text = headers.get(header.name.lower())
    if text is None or header.pattern is None:
        return text
    found = re.search(header.pattern, text)
    return (found[1] if found.re.groups else found[0]) if found else None


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", ""))
    except ValueError:
        return None
    return number if isfinite(number) else None
