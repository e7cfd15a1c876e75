"""Secrets that change while somebody still uses the older ones, newest first.

[{"secret", "expires_at": ISO 8601 or None, "since": ISO 8601}]; what was there from the start has no `since`.
"""

from datetime import datetime, timedelta
from typing import Any

from hub.rules.errors import HubError

MOST_LIVE_SECRETS = 5
LONGEST_OVERLAP = timedelta(days=7)

Secrets = list[dict[str, Any]]


def check_overlap(overlap: timedelta, *, what: str) -> None:
    """HubError `invalid_overlap`. what: what older secrets do meanwhile, "sign" or "verify"."""
    if not timedelta(0) <= overlap <= LONGEST_OVERLAP:
        raise HubError("invalid_overlap", f"Older secrets {what} along for 0 to 7 days.", field="overlap_s")


def live(secrets: Secrets, now: datetime) -> Secrets:
    """Those that count now."""
    return [one for one in secrets if one["expires_at"] is None or datetime.fromisoformat(one["expires_at"]) > now]


def rotated(living: Secrets, secret: str, *, now: datetime, overlap: timedelta) -> Secrets:
    """The new secret, and the live ones among the others until the overlap has passed, none longer than it had before."""
    until = now + overlap
    older = [{**one, "expires_at": _sooner(one["expires_at"], until)} for one in living if one["secret"] != secret]
    newest = {"secret": secret, "expires_at": None, "since": now.isoformat()}
    return [newest, *(older[: MOST_LIVE_SECRETS - 1] if overlap else [])]


def complete_since(secrets: Secrets, at: datetime) -> bool:
    """Whether none that counted at `at` or later has been forgotten, as far as it is noted: only a rotation forgets."""
    since = secrets[0].get("since") if secrets else None
    return since is not None and datetime.fromisoformat(since) <= at


def _sooner(expires_at: str | None, until: datetime) -> str:
    return min(datetime.fromisoformat(expires_at) if expires_at else until, until).isoformat()
