"""Who may read what: a ticket names its topics, a key with the right scope reads everything of its tenant."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from hub.accounts import callers, tickets
from hub.realtime.logthread import LogThread
from hub.rules.errors import HubError

SCOPES = ("stream:read", "events:read")


@dataclass(frozen=True, slots=True)
class Access:
    """topics: None for every topic of the tenant. expires_at: None for keys. holder: one ticket, None for keys."""

    tenant_id: UUID
    topics: frozenset[str] | None
    expires_at: datetime | None
    subject: str
    holder: bytes | None

    def covers(self, topic: str) -> bool:
        """Whether the topic may be read."""
        return self.topics is None or topic in self.topics or "tenant" in self.topics

    def require(self, topic: str) -> None:
        """HubError `invalid_topic` for what is none, `forbidden` for one that the ticket does not name."""
        if not tickets.valid_topic(topic):
            raise HubError("invalid_topic", "This is not a topic.", field="query.topic")
        if not self.covers(topic):
            raise HubError("forbidden", "The ticket does not name this topic.", field="query.topic")


def by_ticket(token: str) -> Access:
    """The access that a ticket gives. HubError `invalid_ticket`."""
    ticket = tickets.verify(token)
    holder = hashlib.sha256(token.encode()).digest()[:16]
    return Access(ticket.tenant_id, ticket.topics, ticket.expires_at, ticket.subject, holder)


async def by_bearer(token: str, *, thread: LogThread) -> Access:
    """The access behind an API key, an operator's token or a ticket. HubError `unauthenticated`, `forbidden`; LogAway."""
    try:
        return by_ticket(token)
    except HubError:
        caller = await thread.run(callers.by_token, token)
    if caller is None:
        raise HubError("unauthenticated", "Send a valid API key or ticket as `Authorization: Bearer …`.")
    if not any(caller.may(scope) for scope in SCOPES):
        raise HubError("forbidden", f"This needs the scope {SCOPES[0]}.", extra={"scope": SCOPES[0]})
    return Access(caller.tenant_id, None, None, caller.subject, None)
