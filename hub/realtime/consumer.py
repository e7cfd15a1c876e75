"""The WebSocket at /ws/v1."""

from typing import Any

from channels.consumer import AsyncConsumer
from channels.exceptions import StopConsumer

from hub.realtime import origins, places
from hub.realtime.outbox import Outbox
from hub.realtime.plane import Plane
from hub.realtime.protocol import FRAME_BYTES, SUBPROTOCOL, TOO_LARGE
from hub.realtime.session import Session
from hub.rules import problem
from hub.rules.errors import HubError


class Stream(AsyncConsumer):
    """One socket: moves texts between the transport and its session."""

    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._outbox = Outbox(self._write)
        self._session = Session(plane, self._outbox)
        self._place: str | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """ASGI; whatever ends the socket, its session is closed."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            if self._plane.clients.pop(self._session, False) is None:
                self._plane.streams.disconnect(self._place)
                self._session.close(1006)

    async def dispatch(self, message: dict[str, Any]) -> None:
        """Without Channels' hop to a thread for each message, which looks after connections that we do not use."""
        await getattr(self, message["type"].replace(".", "_"))(message)

    async def websocket_connect(self, message: dict[str, Any]) -> None:
        """The handshake: refused with 403 for other origins, 429 for an address that has too many, 503 when full."""
        origin = origins.header(self.scope, b"origin")
        if origin is not None and not origins.allowed(origin):
            await self.send({"type": "websocket.close"})
            raise StopConsumer
        self._place = places.place_of(self.scope)
        try:
            self._plane.connect(self._place)
        except HubError as fault:
            await self._refuse(fault)
            raise StopConsumer from None
        self._plane.clients[self._session] = None
        chosen = SUBPROTOCOL if SUBPROTOCOL in self.scope["subprotocols"] else None
        await self.send({"type": "websocket.accept", "subprotocol": chosen})

    async def websocket_receive(self, message: dict[str, Any]) -> None:
        """A frame; binary ones are no JSON."""
        text = message.get("text") or ""
        if max(len(text.encode()), len(message.get("bytes") or b"")) > FRAME_BYTES:
            self._session.refuse("frame_too_large", f"A frame has at most {FRAME_BYTES} bytes.", TOO_LARGE)
        elif not self._outbox.closed:
            await self._session.receive(text)

    async def websocket_disconnect(self, message: dict[str, Any]) -> None:
        """The client has gone, or we have closed."""
        self._session.close(message.get("code", 1006))
        raise StopConsumer

    async def _write(self, text: str | None) -> None:
        if text is None:
            await self.send({"type": "websocket.close", "code": self._session.close_code})
        else:
            await self.send({"type": "websocket.send", "text": text})

    async def _refuse(self, fault: HubError) -> None:
        retry = str(fault.extra["retry_after_s"]).encode()
        headers = [(b"retry-after", retry), (b"content-type", b"text/plain")]
        start = {"type": "websocket.http.response.start", "status": problem.status_of(fault.code), "headers": headers}
        await self.send(start)
        await self.send({"type": "websocket.http.response.body", "body": f"{fault.detail}\n".encode()})
