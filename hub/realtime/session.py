"""What one WebSocket client has said and may hear: its ticket, its subscriptions, its clock. Knows no transport."""

import time

import structlog

from hub.realtime import access, frames, limits
from hub.realtime.access import Access
from hub.realtime.logthread import LogAway
from hub.realtime.outbox import Outbox
from hub.realtime.plane import Plane
from hub.realtime.protocol import (
    BAD_FRAMES,
    FORBIDDEN,
    FRAME_BYTES,
    NORMAL,
    PING_S,
    RESTARTING,
    TOO_MANY,
    UNAUTHENTICATED,
    AuthFrame,
    ClientFrame,
    ClosingFrame,
    PingFrame,
    ReadyFrame,
    SubscribedFrame,
    SubscribeFrame,
    UnsubscribeFrame,
)
from hub.realtime.start import start_of
from hub.realtime.subscription import Subscription
from hub.rules import cursor
from hub.rules.errors import HubError
from hub.rules.ids import public_id
from hub.rules.topics import topic_of

log = structlog.get_logger("hub.realtime")

AUTH_S = 10.0
# After its ticket has expired a client hears nothing, but may still send a new one.
GRACE_S = 10.0


class Session:
    """close_code: how the stream ends, once the outbox has."""

    __slots__ = (
        "_access",
        "_bad",
        "_flood",
        "_opened",
        "_outbox",
        "_ping_at",
        "_plane",
        "_subscriptions",
        "_warned",
        "close_code",
    )

    def __init__(self, plane: Plane, outbox: Outbox) -> None:
        self._plane = plane
        self._outbox = outbox
        self._access: Access | None = None
        self._subscriptions: dict[str, Subscription] = {}
        self._opened = time.time()
        self._ping_at = self._opened + PING_S
        self._flood = limits.Flood(self._opened)
        self._bad = 0
        self._warned = False
        self.close_code = NORMAL

    async def receive(self, text: str) -> None:
        """One frame of the client's; whatever is wrong with it is answered, and ends the stream when it goes on."""
        if self._outbox.stuck or not self._flood.take(time.time()):
            return self.refuse("rate_limited", "Too many frames.", TOO_MANY)
        sid = None
        try:
            frame = frames.parse(text)
            sid = getattr(frame, "sid", None)
            await self._act(frame)
        except LogAway:
            self._outbox.put(frames.error("unavailable", "The database cannot be reached; try again.", sid))
        except HubError as fault:
            self._outbox.put(frames.error(fault.code, fault.detail, sid))
            self._count(fault)
        return None

    def refuse(self, code: str, detail: str, close_code: int) -> None:
        """Answer with an error and end the stream."""
        self._outbox.put(frames.error(code, detail))
        self._end(close_code)

    def tick(self, now: float) -> None:
        """Once a second: pings, and what has run out."""
        if self._access is None:
            if now > self._opened + AUTH_S:
                self.refuse("unauthenticated", "Send `auth` first.", UNAUTHENTICATED)
            return
        if now >= self._ping_at:
            self._ping_at = now + PING_S
            self._outbox.put(frames.PING)
        expires_at = self._access.expires_at.timestamp() if self._access.expires_at else now + 1
        if now >= expires_at and not self._warned:
            self._warned = self._outbox.held = True
            self._outbox.put(frames.error("ticket_expired", f"Send `auth` with a new ticket within {GRACE_S:.0f} s."))
        if now >= expires_at + GRACE_S:
            self._end(UNAUTHENTICATED)

    def say_goodbye(self, reconnect_after_ms: int) -> None:
        """The process ends."""
        self._outbox.put(frames.text_of(ClosingFrame(op="closing", reconnect_after_ms=reconnect_after_ms)))
        self._end(RESTARTING)

    def close(self, code: int) -> None:
        """The client is gone."""
        for subscription in self._subscriptions.values():
            subscription.end()
        self._subscriptions.clear()
        if not self._outbox.closed:
            self.close_code = code
        self._outbox.close()
        if self._access is not None:
            self._plane.streams.leave(self._access)
            ms = round((time.time() - self._opened) * 1000)
            tenant = public_id("tenant", self._access.tenant_id)
            log.info("stream.closed", kind="ws", tenant=tenant, ms=ms, sent=self._outbox.sent, code=self.close_code)
            self._access = None

    async def _act(self, frame: ClientFrame) -> None:
        if isinstance(frame, AuthFrame):
            self._auth(frame.ticket)
        elif isinstance(frame, PingFrame):
            self._outbox.put(frames.PONG)
        elif self._access is None:
            self.refuse("unauthenticated", "Send `auth` first.", UNAUTHENTICATED)
        elif isinstance(frame, SubscribeFrame):
            await self._subscribe(self._access, frame)
        elif isinstance(frame, UnsubscribeFrame):
            self._drop(frame.sid)

    def _auth(self, ticket: str) -> None:
        before = self._access
        try:
            found = access.by_ticket(ticket)
        except HubError as fault:
            if before is None:
                return self.refuse(fault.code, fault.detail, UNAUTHENTICATED)
            raise
        if before is not None and before.tenant_id != found.tenant_id:
            return self.refuse("forbidden", "The ticket is another tenant's.", FORBIDDEN)
        return self._admit(before, found)

    def _admit(self, before: Access | None, found: Access) -> None:
        streams = self._plane.streams
        if before is not None:
            streams.leave(before)
            self._access = None
        try:
            streams.enter(found)
        except HubError as fault:
            return self.refuse(fault.code, fault.detail, TOO_MANY)
        self._access = found
        self._warned = False
        for sid, subscription in list(self._subscriptions.items()):
            if not found.covers(subscription.topic.text):
                self._drop(sid)
                self._outbox.put(frames.error("forbidden", "The new ticket does not name this topic.", sid))
        self._outbox.put(self._ready(found))
        self._outbox.release()
        if before is None:
            log.info("stream.opened", kind="ws", tenant=public_id("tenant", found.tenant_id), caller=found.subject)
        return None

    def _ready(self, found: Access) -> str:
        ready = ReadyFrame(
            op="ready",
            tenant_id=public_id("tenant", found.tenant_id),
            topics=sorted(found.topics or ()),
            expires_at=found.expires_at,
            ping_ms=round(PING_S * 1000),
            max_frame_bytes=FRAME_BYTES,
            max_subscriptions=limits.SUBSCRIPTIONS,
        )
        return frames.text_of(ready)

    async def _subscribe(self, access: Access, frame: SubscribeFrame) -> None:
        sid = frame.sid
        if sid in self._subscriptions:
            raise HubError("sid_in_use", "There is a subscription with this sid.")
        if len(self._subscriptions) >= limits.SUBSCRIPTIONS:
            raise HubError("too_many_subscriptions", f"A stream has at most {limits.SUBSCRIPTIONS} subscriptions.")
        access.require(frame.topic)
        since = None if frame.since is None else cursor.decode(frame.since, field="since")
        feed = await self._plane.join(access.tenant_id)
        subscription = Subscription(
            feed,
            topic_of(frame.topic),
            frames.SocketFraming(sid),
            outbox=self._outbox,
            thread=self._plane.thread,
        )
        self._subscriptions[sid] = subscription
        try:
            start = await start_of(feed, subscription.topic, since, thread=self._plane.thread)
        except (HubError, LogAway):
            self._drop(sid)
            raise
        if self._subscriptions.get(sid) is not subscription:
            return
        subscription.position = start.position
        place = cursor.encode(start.position)
        answer = SubscribedFrame(
            op="subscribed", sid=sid, cursor=place, recovered=start.recovered, snapshot=start.snapshot
        )
        self._outbox.put(frames.text_of(answer))
        subscription.catch_up()

    def _drop(self, sid: str) -> None:
        """Unknown ones are fine: an event may have crossed the client's frame."""
        if subscription := self._subscriptions.pop(sid, None):
            subscription.end()

    def _count(self, fault: HubError) -> None:
        if fault.code == "bad_frame":
            self._bad += 1
            if self._bad >= limits.BAD_FRAMES:
                self._end(BAD_FRAMES)

    def _end(self, code: int) -> None:
        if not self._outbox.closed:
            self.close_code = code
            self._outbox.end()
