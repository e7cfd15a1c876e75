"""Wrong passwords are counted in Postgres, per e-mail and address: a lost Redis locks nobody out and lets nobody in."""

import hashlib
from datetime import UTC, datetime, timedelta

from django.db import connection

from hub.accounts.models import SignInFailures
from hub.rules.errors import HubError

LIMIT = 10
WINDOW = timedelta(minutes=15)

COUNT = """
INSERT INTO accounts_signinfailures AS f (subject, count, since) VALUES (%(subject)s, 1, %(now)s)
ON CONFLICT (subject) DO UPDATE SET
    count = CASE WHEN f.since < %(start)s THEN 1 ELSE f.count + 1 END,
    since = CASE WHEN f.since < %(start)s THEN %(now)s ELSE f.since END
"""


def subject(email: str, address: str) -> bytes:
    """What failures are counted by."""
    return hashlib.sha256(f"{email}\n{address}".encode()).digest()


def require_room(counted: bytes) -> None:
    """HubError `too_many_tries` with `retry_after_s` once LIMIT wrong passwords came within WINDOW."""
    start = datetime.now(UTC) - WINDOW
    failures = SignInFailures.objects.filter(subject=counted, since__gt=start, count__gte=LIMIT).first()
    if failures is None:
        return
    left_s = max(1, round((failures.since - start).total_seconds()))
    raise HubError(
        "too_many_tries",
        "Too many wrong passwords; wait before the next try.",
        extra={"retry_after_s": left_s},
    )


def count_failure(counted: bytes) -> None:
    """Add one wrong password, and forget what has left the window."""
    now = datetime.now(UTC)
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"subject": counted, "now": now, "start": now - WINDOW})
    SignInFailures.objects.filter(since__lt=now - WINDOW).delete()


def clear(counted: bytes) -> None:
    """A right password ends the count."""
    SignInFailures.objects.filter(subject=counted).delete()
