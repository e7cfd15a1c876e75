"""Taking a request: verify it, write it and its events down in one commit, answer.

Nothing else happens before the answer: deliveries, jobs and streams hear of it afterwards, and Redis is not needed at all.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from django.db import transaction

from hub import db
from hub.inbound import hints, publishing, source_secrets, sources
from hub.inbound.keeping import Kept, Mapping, State, keep
from hub.inbound.models import Source
from hub.rules.inbound.presets import PRESETS, Preset
from hub.rules.inbound.received import UNREADABLE, Item, Options, Received, Refusal

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sender hears. refusal: why not, None when all is well. bare: say it by the status alone."""

    status: int = 200
    content_type: str = ""
    body: bytes = b""
    refusal: Refusal | None = None
    bare: bool = False


def take(token: str, received: Received) -> Answer | None:
    """The answer to a request at `/in/<token>`; None when nobody has this address."""
    source = sources.by_token(token)
    if source is None:
        return None
    preset, options, now = PRESETS[source.preset], Options(**source.options), datetime.now(UTC)
    echo = preset.handshake(received) if preset.handshake else None
    if echo is not None:
        return Answer(content_type="text/plain; charset=utf-8", body=echo.encode())
    found = read(source, preset, options, received, now=now)
    if isinstance(found, Refusal):
        return refuse(source, preset, received, found, now=now)
    _accept(source, received, found, now=now)
    return Answer(content_type=preset.ack[0], body=preset.ack[1])


def read(
    source: Source, preset: Preset, options: Options, received: Received, *, now: datetime
) -> list[Item] | Refusal:
    """The events of a request that was verified as of `now`."""
    secrets = [one["secret"] for one in source_secrets.live_secrets(source)]
    return preset.verify(received, secrets, options, now) or preset.read(received, options)


def refuse(source: Source, preset: Preset, received: Received, refusal: Refusal, *, now: datetime) -> Answer:
    """Count it and keep it apart, as a sample."""
    keep(source, db.new_id(), received, Kept(State.REFUSED, reason=str(refusal.reason)), at=now)
    log.info("source.refused", source=str(source.id), reason=str(refusal.reason))
    status = 400 if refusal.reason in UNREADABLE else 401
    return Answer(status=status, refusal=refusal, bare=preset.refused_bare)


def _accept(source: Source, received: Received, items: list[Item], *, now: datetime) -> None:
    request_id = db.new_id()
    provider_id = items[0].provider_id if items else None
    with transaction.atomic():
        found = publishing.fresh(source, request_id, items, now)
        if items and not found.items:
            kept = Kept(State.DUPLICATE, provider_id=provider_id, repeated=len(items), duplicate_of=found.first)
        elif source.paused_at is not None:
            kept = Kept(State.HELD, provider_id=provider_id)
        else:
            events = publishing.publish(source, request_id, found.items, now)
            kept = Kept(
                State.ACCEPTED,
                provider_id=provider_id,
                event_ids=[event.id for event in events],
                event_keys=[publishing.key(item) for item in found.items],
                event_types=sorted({event.type for event in events}),
                repeated=len(items) - len(events),
                duplicate_of=found.first,
                mapping=Mapping.PENDING if source.mappings and events else Mapping.NONE,
            )
        keep(source, request_id, received, kept, at=now)
        if kept.mapping == Mapping.PENDING:
            hints.map_after_commit(request_id)
    log.info("source.received", source=str(source.id), state=str(kept.state), events=len(kept.event_ids))
