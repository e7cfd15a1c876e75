"""Tickets: what a back end gets for its browser, so that it may read named topics of the stream for a short time."""

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hub.accounts import tokens
from hub.rules.errors import HubError
from hub.rules.ids import parse_id

LIFETIME_S = 60
LIFETIME_MAX_S = 3600
# As many as one stream may follow: a client needs one ticket for all of them.
TOPICS_MAX = 100
TAG = re.compile(r"[A-Za-z0-9_.:/-]{1,64}")


@dataclass(frozen=True, slots=True)
class Ticket:
    """A verified ticket. Topics are always those of `tenant_id`: a name of another tenant's object finds nothing."""

    tenant_id: UUID
    topics: frozenset[str]
    expires_at: datetime
    subject: str

    def covers(self, topic: str) -> bool:
        """Whether the ticket names the topic, or `tenant`, which is everything of the tenant."""
        return "tenant" in self.topics or topic in self.topics


def valid_topic(topic: str) -> bool:
    """Whether it is `tenant`, `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>` or `tag:<tag>`."""
    kind, _, name = topic.partition(":")
    if kind == "tag":
        return TAG.fullmatch(name) is not None
    if kind in ("job", "connection", "endpoint", "replay", "source"):
        return parse_id(kind, name) is not None
    return topic == "tenant"


def issue(tenant_id: UUID, topics: list[str], *, subject: str, lifetime_s: int = LIFETIME_S) -> tuple[str, datetime]:
    """A signed ticket and its end. lifetime_s: 1 to 3600. HubError `invalid_topic`."""
    for place, topic in enumerate(topics):
        if not valid_topic(topic):
            raise HubError("invalid_topic", f"{topic!r} is not a topic.", field=f"body.topics.{place}")
    # Streams are limited by ticket: those that many browsers get in the same second must not be one and the same.
    claims = {"sub": subject, "tid": str(tenant_id), "topics": sorted(set(topics)), "jti": secrets.token_urlsafe(9)}
    return tokens.sign(tokens.STREAM, claims, lifetime=timedelta(seconds=lifetime_s))


def verify(token: str) -> Ticket:
    """The ticket behind a token, or HubError `invalid_ticket` when it is forged, expired or something else."""
    claims = tokens.verify(tokens.STREAM, token)
    if claims is None:
        raise HubError("invalid_ticket", "The ticket is not valid, or no longer.")
    return Ticket(
        tenant_id=UUID(claims["tid"]),
        topics=frozenset(claims["topics"]),
        expires_at=datetime.fromtimestamp(claims["exp"], UTC),
        subject=claims["sub"],
    )
