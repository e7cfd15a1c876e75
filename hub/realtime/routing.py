"""Addresses of the realtime plane."""

from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path, re_path

from hub.realtime import http
from hub.realtime.consumer import Stream
from hub.realtime.lifespan import Lifespan
from hub.realtime.plane import Plane


def application(plane: Plane) -> ProtocolTypeRouter:
    """The ASGI application around a plane, which it starts and stops."""
    pages = [
        path("stream/v1/events", http.events(plane)),
        path("stream/v1/sse", http.sse(plane)),
        path("stream/v1/asyncapi.json", http.asyncapi),
        path("healthz", http.healthz),
        re_path("", http.nowhere),
    ]
    sockets = [path("ws/v1", Stream.as_asgi(plane=plane)), re_path("", _no_socket)]
    return ProtocolTypeRouter({"http": URLRouter(pages), "websocket": URLRouter(sockets), "lifespan": Lifespan(plane)})


async def _no_socket(scope: dict, receive: object, send: object) -> None:
    await send({"type": "websocket.close"})  # type: ignore[operator]
