"""HTTP at /stream/v1: long polling and server-sent events, one guard and one error shape for both."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from django.conf import settings

from hub.realtime import access
from hub.realtime.asyncapi import document
from hub.realtime.logthread import LogAway
from hub.realtime.places import place_of
from hub.realtime.plane import Plane
from hub.realtime.polling import poll
from hub.realtime.sse import stream
from hub.realtime.web import JSON, Request
from hub.rules.errors import HubError

log = structlog.get_logger("hub.realtime")

PREFLIGHT = [
    (b"access-control-allow-methods", b"GET"),
    (b"access-control-allow-headers", b"Authorization, Last-Event-ID, Cache-Control"),
    (b"access-control-max-age", b"600"),
]
EVENT_STREAM = "text/event-stream"
UNAVAILABLE = HubError("unavailable", "Come back soon.", extra={"retry_after_s": 2})

Asgi = Callable[[dict[str, Any], Any, Any], Awaitable[None]]


def events(plane: Plane) -> Asgi:
    """/stream/v1/events: a stream for who accepts one, else long polling."""

    async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
        request = Request(scope, receive, send)
        wants_stream = EVENT_STREAM in (request.header(b"accept") or "")
        await _guarded(request, plane, stream if wants_stream else poll)

    return application


def sse(plane: Plane) -> Asgi:
    """/stream/v1/sse."""

    async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
        await _guarded(Request(scope, receive, send), plane, stream)

    return application


async def healthz(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """200 while the process serves."""
    await Request(scope, receive, send).answer(200, b'{"status":"up"}', [(b"content-type", b"application/json")])


async def asyncapi(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """The AsyncAPI document of this installation's stream; it holds no secret and needs no key."""
    body = json.dumps(document(settings.HUB.stream_url)).encode()
    await Request(scope, receive, send).answer(200, body, [(b"content-type", JSON)])


async def nowhere(scope: dict[str, Any], receive: Any, send: Any) -> None:
    """Every other address."""
    await Request(scope, receive, send).problem(HubError("not_found", "There is nothing at this address."))


async def _guarded(request: Request, plane: Plane, serve: Callable[..., Awaitable[None]]) -> None:
    if request.method == "OPTIONS":
        return await request.answer(204, b"", PREFLIGHT)
    try:
        await _serve(request, plane, serve)
    except HubError as fault:
        await request.problem(fault)
    except LogAway:
        await request.problem(UNAVAILABLE)
    return None


async def _serve(request: Request, plane: Plane, serve: Callable[..., Awaitable[None]]) -> None:
    if request.method != "GET":
        raise HubError("method_not_allowed", f"{request.method} is not possible here.")
    place = place_of(request.scope)
    plane.connect(place)
    try:
        found = await access.by_bearer(request.bearer, thread=plane.thread)
        plane.streams.enter(found)
        try:
            await serve(request, found, plane)
        finally:
            plane.streams.leave(found)
    finally:
        plane.streams.disconnect(place)
