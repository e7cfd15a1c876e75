"""Wrong passwords are counted in Postgres, per e-mail and address: a lost Redis locks nobody out and lets nobody in."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from hub import db
from hub.accounts.models import SignInFailures
from hub.rules.clients import place_of
from hub.rules.errors import HubError

LIMIT = 10
WINDOW = timedelta(minutes=15)

# Sorted: two that add to the same subjects must not wait for each other.
COUNT = """
INSERT INTO accounts_signinfailures AS f (subject, count, since)
SELECT subject, 1, %(now)s FROM unnest(%(subjects)b::bytea[]) AS s (subject) ORDER BY subject
ON CONFLICT (subject) DO UPDATE SET
    count = CASE WHEN f.since < %(start)s THEN 1 ELSE f.count + 1 END,
    since = CASE WHEN f.since < %(start)s THEN %(now)s ELSE f.since END
RETURNING subject, count
"""


@dataclass(frozen=True, slots=True)
class Tried:
    """Whose password was tried, and from where. email: in lower case. address: the client's."""

    email: str
    address: str

    @property
    def subject(self) -> bytes:
        """What failures are counted by."""
        return digest(self.email, self.place)

    @property
    def place(self) -> str:
        """Of IPv6 the network: who has one has more addresses than there are passwords to try."""
        return place_of(self.address) or self.address


class Refused(HubError):
    """A password that was not right, or not looked at any more; tried: whose, and from where."""

    def __init__(self, code: str, detail: str, *, tried: Tried, **more: Any) -> None:
        """more: as of HubError."""
        super().__init__(code, detail, **more)
        self.tried = tried


def digest(*parts: str) -> bytes:
    """A subject to count by: nothing of its parts is kept, and other parts make another one."""
    return hashlib.sha256(json.dumps(parts).encode()).digest()


def require_room(tried: Tried) -> None:
    """Refused `too_many_tries` with `retry_after_s` once LIMIT wrong passwords came within WINDOW."""
    start = datetime.now(UTC) - WINDOW
    failures = SignInFailures.objects.filter(subject=tried.subject, since__gt=start, count__gte=LIMIT).first()
    if failures is None:
        return
    left_s = max(1, round((failures.since - start).total_seconds()))
    raise Refused(
        "too_many_tries",
        "Too many wrong passwords; wait before the next try.",
        tried=tried,
        extra={"retry_after_s": left_s},
    )


def refused(tried: Tried, detail: str, *, field: str | None = None) -> Refused:
    """Add one wrong password, and forget what has left the window. Returns `wrong_credentials`, to be raised."""
    count([tried.subject])
    SignInFailures.objects.filter(since__lt=datetime.now(UTC) - WINDOW).delete()
    return Refused("wrong_credentials", detail, tried=tried, field=field)


def count(subjects: Sequence[bytes]) -> dict[bytes, int]:
    """Add one to each; how many came of each within the window that its first one began."""
    now = datetime.now(UTC)
    found = db.rows(COUNT, {"subjects": list(subjects), "now": now, "start": now - WINDOW})
    return {bytes(subject): number for subject, number in found}


def is_counted(subject: bytes) -> bool:
    """Whether one came within the window; writes nothing."""
    return SignInFailures.objects.filter(subject=subject, since__gt=datetime.now(UTC) - WINDOW).exists()


def clear(tried: Tried) -> None:
    """A right password ends the count."""
    SignInFailures.objects.filter(subject=tried.subject).delete()
