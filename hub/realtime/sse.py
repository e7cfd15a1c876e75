"""Server-sent events: the log as `text/event-stream`, for clients that read streams over plain HTTP."""

import asyncio
import json
import time
from typing import Any

import structlog

from hub.realtime.access import Access
from hub.realtime.item import Item
from hub.realtime.outbox import Outbox
from hub.realtime.plane import Plane
from hub.realtime.protocol import PING_S
from hub.realtime.start import start_of
from hub.realtime.subscription import Subscription
from hub.realtime.web import Request, patterns, place
from hub.rules import cursor
from hub.rules.cursor import Position
from hub.rules.ids import public_id
from hub.rules.topics import topic_of

log = structlog.get_logger("hub.realtime")

PARAMETERS = frozenset({"after", "types", "topic"})
HEADERS = [(b"content-type", b"text/event-stream"), (b"x-accel-buffering", b"no")]
# A key is looked at again when the client comes back: a revoked one is served no longer than this.
LIFE_S = 300.0
RETRY_MS = 1000


class SseFraming:
    """Events as SSE blocks; the id is the cursor, so that Last-Event-ID resumes."""

    def event(self, item: Item) -> str:
        """One event. Its JSON has no line breaks: the log holds it compact."""
        return f"id: {item.cursor}\ndata: {{{item.members}\n\n"

    def lagged(self, position: Position) -> str:
        """A named event."""
        return f'event: lagged\ndata: {{"cursor":"{cursor.encode(position)}"}}\n\n'


class SseClient:
    """The clock of one stream."""

    def __init__(self, outbox: Outbox, ends_at: float) -> None:
        self._outbox = outbox
        self._ends_at = ends_at
        self._ping_at = time.time() + PING_S

    def tick(self, now: float) -> None:
        """Once a second: a comment keeps proxies from closing, and the stream ends with its ticket."""
        if now >= self._ends_at:
            self._outbox.end()
        elif now >= self._ping_at:
            self._ping_at = now + PING_S
            self._outbox.put(": ping\n\n")

    def say_goodbye(self, reconnect_after_ms: int) -> None:
        """The process ends; `retry` is what an EventSource obeys."""
        data = json.dumps({"reconnect_after_ms": reconnect_after_ms})
        self._outbox.put(f"retry: {reconnect_after_ms}\nevent: closing\ndata: {data}\n\n")
        self._outbox.end()


async def stream(request: Request, access: Access, plane: Plane) -> None:
    """Answer with a stream until the client goes, the ticket ends or LIFE_S is over. Raises HubError and LogAway."""
    query = request.query(PARAMETERS)
    resume = request.header(b"last-event-id") or query.get("after")
    since = place(resume, "query.after")
    types, topic_text = patterns(query.get("types")), query.get("topic", "tenant")
    access.require(topic_text)
    feed = await plane.join(access.tenant_id)
    ended = asyncio.Event()
    outbox = Outbox(lambda text: _write(request, text, ended))
    subscription = Subscription(
        feed, topic_of(topic_text), SseFraming(), outbox=outbox, thread=plane.thread, types=types
    )
    try:
        start = await start_of(feed, subscription.topic, since, thread=plane.thread)
        await request.start(200, HEADERS)
        subscription.position = start.position
        outbox.put(f"retry: {RETRY_MS}\nid: {cursor.encode(start.position)}\nevent: ready\ndata: {_ready(start)}\n\n")
        subscription.catch_up()
        await _serve(request, access, plane, outbox, ended)
    finally:
        subscription.end()
        outbox.close()


def _ready(start: Any) -> str:
    return json.dumps({"recovered": start.recovered, "snapshot": start.snapshot}, separators=(",", ":"))


async def _serve(request: Request, access: Access, plane: Plane, outbox: Outbox, ended: asyncio.Event) -> None:
    opened = time.time()
    ends_at = access.expires_at.timestamp() if access.expires_at else opened + LIFE_S
    client = SseClient(outbox, ends_at)
    tenant = public_id("tenant", access.tenant_id)
    log.info("stream.opened", kind="sse", tenant=tenant, caller=access.subject)
    plane.clients[client] = None
    waits = [asyncio.ensure_future(ended.wait()), asyncio.ensure_future(request.gone())]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
        del plane.clients[client]
        log.info("stream.closed", kind="sse", tenant=tenant, ms=round((time.time() - opened) * 1000), sent=outbox.sent)


async def _write(request: Request, text: str | None, ended: asyncio.Event) -> None:
    body = (text or "").encode()
    await request.send({"type": "http.response.body", "body": body, "more_body": text is not None})
    if text is None:
        ended.set()
