"""What came of a call to another system: one vocabulary for every connector.

Source: docs/design.md, section 5; RFC 9110 (statuses, Retry-After); RFC 6585 (429).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from hub.rules.quotas import Limits
from hub.rules.retry import parse_retry_after

# What asks for a longer wait than this is a spent quota (daily, mostly), not a rate limit.
QUOTA_AFTER = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=7)


class Category(StrEnum):
    """Why a call did not succeed; part of the public contract."""

    AUTH = "auth"
    PERMISSION = "permission"
    VALIDATION = "validation"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    NOT_FOUND = "not_found"
    RATE_LIMIT = "rate_limit"
    QUOTA_EXHAUSTED = "quota_exhausted"
    UNAVAILABLE = "unavailable"
    UNKNOWN_OUTCOME = "unknown_outcome"


class Safety(StrEnum):
    """What makes it safe to call an operation again after its answer was lost.

    idempotent: nothing happens twice by itself. by_key: the other system drops the second call by its key.
    by_search: `find` tells whether it has happened. unsafe: a person decides.
    """

    IDEMPOTENT = "idempotent"
    BY_KEY = "by_key"
    BY_SEARCH = "by_search"
    UNSAFE = "unsafe"


RETRYABLE = {Category.RATE_LIMIT, Category.QUOTA_EXHAUSTED, Category.UNAVAILABLE}


@dataclass(frozen=True, slots=True)
class Done:
    """The call succeeded. output: as the operation's output schema says. provider_request_id: for support.

    limits: what the system told about its limits on the way.
    """

    output: dict[str, Any]
    provider_request_id: str | None = None
    limits: Limits | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The call did not succeed, or nobody knows.

    message: one sentence for a person, without secrets. retryable: the same call may succeed later. retry_at or
    retry_after_s: not before. provider_code: the other system's own code. field_errors: input path → message.
    limits: what the system told about its limits; not part of what is stored.
    """

    category: Category
    message: str
    retryable: bool
    retry_at: datetime | None = None
    retry_after_s: float | None = None
    provider_code: str | None = None
    provider_request_id: str | None = None
    field_errors: Mapping[str, str] = field(default_factory=dict)
    limits: Limits | None = field(default=None, compare=False)

    def as_dict(self) -> dict[str, Any]:
        """For storing and showing: JSON values only, what is unset left out."""
        members: dict[str, Any] = {
            "category": self.category.value,
            "message": self.message,
            "retryable": self.retryable,
            "retry_at": self.retry_at.isoformat() if self.retry_at else None,
            "retry_after_s": self.retry_after_s,
            "provider_code": self.provider_code,
            "provider_request_id": self.provider_request_id,
            "field_errors": dict(self.field_errors) or None,
        }
        return {key: value for key, value in members.items() if value is not None}


def failed(category: Category, message: str, **facts: Any) -> Outcome:
    """An Outcome whose `retryable` follows from its category; facts: the other members."""
    return Outcome(category, message, **{"retryable": category in RETRYABLE} | facts)


STATUSES = {
    401: (Category.AUTH, "The system does not accept the credentials."),
    402: (Category.QUOTA_EXHAUSTED, "The system asks for payment."),
    403: (Category.PERMISSION, "The credentials do not allow this."),
    404: (Category.NOT_FOUND, "The system knows nothing at this address."),
    407: (Category.AUTH, "A proxy on the way asks for credentials."),
    408: (Category.UNAVAILABLE, "The system gave up waiting for the request."),
    409: (Category.CONFLICT, "The request conflicts with what the system holds."),
    410: (Category.NOT_FOUND, "What was asked for is gone."),
    412: (Category.CONFLICT, "The record has changed in the meantime."),
    423: (Category.CONFLICT, "The record is locked."),
    425: (Category.UNAVAILABLE, "The system asks to send the request later."),
    429: (Category.RATE_LIMIT, "The system takes no more requests for now."),
    501: (Category.VALIDATION, "The system cannot do this."),
    503: (Category.UNAVAILABLE, "The system is not available now."),
    505: (Category.VALIDATION, "The system does not speak this version of HTTP."),
}


def from_status(
    status: int,
    *,
    wrote: bool,
    now: datetime,
    retry_after: str | None = None,
    message: str | None = None,
    provider_code: str | None = None,
    provider_request_id: str | None = None,
) -> Outcome:
    """What an HTTP answer that is not 2xx means.

    wrote: the request may have changed something, so that a server error says nothing about whether it has.
    now: with a zone. retry_after: the header's value. message: the system's own words, if it had any.
    """
    category, text = STATUSES.get(status) or _by_class(status, wrote=wrote)
    wait = parse_retry_after(retry_after, now, LONGEST_WAIT) if retry_after else None
    if category is Category.RATE_LIMIT and wait and wait > QUOTA_AFTER:
        category = Category.QUOTA_EXHAUSTED
    retryable = category in RETRYABLE and status != 402
    return Outcome(
        category,
        message or text,
        retryable or status == 423,
        retry_at=now + wait if wait is not None else None,
        retry_after_s=wait.total_seconds() if wait is not None else None,
        provider_code=provider_code or f"http_{status}",
        provider_request_id=provider_request_id,
    )


def _by_class(status: int, *, wrote: bool) -> tuple[Category, str]:
    if status >= 500 and wrote:
        return Category.UNKNOWN_OUTCOME, f"The system failed with status {status}; it may have acted before."
    if status >= 500:
        return Category.UNAVAILABLE, f"The system failed with status {status}."
    if 300 <= status < 400:
        return Category.VALIDATION, "The system redirects elsewhere; redirects are not followed."
    return Category.VALIDATION, f"The system refuses the request with status {status}."
