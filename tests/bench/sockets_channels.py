"""What most Django projects use for live updates, measured beside the stream: Channels' groups over channels-redis.

Served as the realtime plane is: `uvicorn … tests.bench.sockets_channels:application`.
"""

import os
from typing import Any

from channels.generic.websocket import AsyncJsonWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.conf import settings
from django.urls import path, re_path

GROUP = "bench"
LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        # redis-py 8 allows a pool 100 connections and gives up reading after the 5 s that the layer waits for messages:
        # consumers would fail with either.
        "CONFIG": {
            "hosts": [{"address": os.environ["HUB_REDIS_URL"], "max_connections": 10_000, "socket_timeout": None}]
        },
    }
}
if not settings.configured:
    settings.configure(CHANNEL_LAYERS=LAYERS, SECRET_KEY="nothing is signed with this")


class Everything(AsyncJsonWebsocketConsumer):
    """A client that hears what is sent to the group."""

    async def connect(self) -> None:
        await self.channel_layer.group_add(GROUP, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        await self.channel_layer.group_discard(GROUP, self.channel_name)

    async def push(self, message: dict[str, Any]) -> None:
        """A message of the type `push`."""
        await self.send_json(message["event"])


async def _alive(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"up"})


application = ProtocolTypeRouter(
    {
        "http": URLRouter([re_path("", _alive)]),
        "websocket": URLRouter([path("ws/v1", Everything.as_asgi())]),
    }
)
