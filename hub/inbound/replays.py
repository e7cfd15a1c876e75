"""Publishing kept requests: again when somebody asks for it, for the first time when a paused source is resumed."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from django.db import transaction

from hub import db
from hub.inbound import hints, publishing, requests, source_secrets, sources
from hub.inbound.intake import read
from hub.inbound.keeping import Kept, Mapping, State, keep
from hub.inbound.models import Source
from hub.inbound.requests import Request
from hub.rules.errors import HubError
from hub.rules.inbound.presets import PRESETS
from hub.rules.inbound.received import Item, Options, Received, Refusal

BATCH = 100
BUDGET_S = 1.5
HELD = """
SELECT r.source_id, r.id FROM inbound_request r JOIN source s ON s.id = r.source_id
WHERE r.state = 'held' AND s.paused_at IS NULL AND s.deleted_at IS NULL ORDER BY r.id LIMIT %s
"""
GIVE_UP = "UPDATE inbound_request SET state = 'refused', reason = %s WHERE id = %s"
LOCK = "SELECT state FROM inbound_request WHERE id = %s FOR UPDATE"
RELEASE = """
UPDATE inbound_request SET state = 'accepted', event_ids = %(event_ids)s::uuid[], event_keys = %(event_keys)s::bytea[],
    event_types = %(event_types)s::text[], repeated = %(repeated)s, mapping = %(mapping)s
WHERE id = %(id)s
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who wants it and why; kept with the new request."""

    by: str
    reason: str = ""


def replay(tenant_id: UUID, source_id: UUID, request_id: UUID, asked: Asked) -> UUID:
    """Publish a kept request again: new events, and a new request that names the old one and who asked; its id.

    One that was refused is verified once more, by today's secrets and options and as of when it came.
    Errors: `not_found`, `body_not_kept`, `still_refused`, `source_paused`.
    """
    source = sources.get(tenant_id, source_id)
    request = requests.get(tenant_id, source_id, request_id)
    if source.paused_at is not None:
        raise HubError("source_paused", "Resume the source first.", field="path.source_id")
    received = _received(source, request)
    items = _items(source, request, received)
    new_id, now = db.new_id(), datetime.now(UTC)
    with transaction.atomic():
        if request.state == State.REFUSED:
            # It is taken for the first time: from now on its repeats are repeats.
            publishing.fresh(source, new_id, items, now)
        events = publishing.publish(source, new_id, items, now)
        kept = Kept(
            State.ACCEPTED,
            provider_id=request.provider_id or (items[0].provider_id if items else None),
            event_ids=[event.id for event in events],
            event_keys=[publishing.key(item) for item in items],
            event_types=sorted({event.type for event in events}),
            replay_of=request.id,
            asked=(asked.by, asked.reason),
            mapping=Mapping.PENDING if source.mappings and events else Mapping.NONE,
        )
        keep(source, new_id, received, kept, at=now)
        hints.map_after_commit(new_id)
    return new_id


def release_held(*, budget_s: float = BUDGET_S) -> int:
    """Publish what came while sources were paused that are not any more, oldest first, for that long; how many requests."""
    released, deadline = 0, time.monotonic() + budget_s
    while time.monotonic() < deadline and (page := db.rows(HELD, (BATCH,))):
        for source_id, request_id in page:
            source = Source.objects.get(id=source_id)
            with transaction.atomic():
                locked = db.row(LOCK, (request_id,))
                if locked and locked[0] == State.HELD:
                    _release(source, requests.get(source.tenant_id, source_id, request_id))
                    released += 1
    return released


def _release(source: Source, request: Request) -> None:
    # Verified when it came: only its events are of interest now.
    found = PRESETS[source.preset].read(_received(source, request), Options(**source.options))
    if isinstance(found, Refusal):  # the options have changed; it can be replayed once they fit
        db.execute(GIVE_UP, (str(found.reason), request.id))
        return
    items = publishing.not_of_others(source, request.id, found)
    events = publishing.publish(source, request.id, items, datetime.now(UTC))
    params = {
        "id": request.id,
        "event_ids": [event.id for event in events],
        "event_keys": [publishing.key(item) for item in items],
        "event_types": sorted({event.type for event in events}),
        "repeated": len(found) - len(items),
        "mapping": str(Mapping.PENDING if source.mappings and events else Mapping.NONE),
    }
    db.execute(RELEASE, params)
    hints.map_after_commit(request.id)


def _items(source: Source, request: Request, received: Received) -> list[Item]:
    preset, options = PRESETS[source.preset], Options(**source.options)
    if request.state == State.REFUSED:
        found = read(source, preset, options, received, now=request.received_at)
    else:
        found = preset.read(received, options)
    if isinstance(found, Refusal):
        raise HubError("still_refused", found.detail, field="path.request_id", extra={"reason": str(found.reason)})
    return found


def _received(source: Source, request: Request) -> Received:
    if request.body is None or len(request.body) < request.body_bytes:
        text = "Its body was not kept whole."
        raise HubError("body_not_kept", text, field="path.request_id")
    url = source_secrets.address(source) + (f"?{request.query}" if request.query else "")
    return Received(request.method, url, request.headers, bytes(request.body))
