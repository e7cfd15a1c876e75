"""Whom the streams of an address are counted for."""

from typing import Any

from django.conf import settings

from hub.rules import clients


def place_of(scope: dict[str, Any]) -> str | None:
    """The place of an ASGI scope's client, behind the trusted proxies; None where the transport knows no address."""
    client = scope.get("client")
    if client is None:
        return None
    given = (value.decode("latin-1") for name, value in scope["headers"] if name == b"x-forwarded-for")
    trusted = clients.networks(tuple(settings.HUB.trusted_proxies))
    return clients.place_of(clients.client_address(client[0], ",".join(given), trusted=trusted))
