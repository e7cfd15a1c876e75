"""Which browser origins may open a stream (HUB_STREAM_ORIGINS); whoever sends no Origin is no browser."""

from typing import Any

from django.conf import settings

Scope = dict[str, Any]


def header(scope: Scope, name: bytes) -> str | None:
    """A request header's value, the first one. name: in lower case."""
    for key, value in scope["headers"]:
        if key == name:
            return value.decode("latin-1")
    return None


def allowed(origin: str) -> bool:
    """Whether pages of this origin may read streams."""
    listed = settings.HUB.stream_origins
    return origin in listed or "*" in listed


def cors(origin: str | None) -> list[tuple[bytes, bytes]]:
    """Response headers that let such a page read the answer; none for others."""
    vary = (b"vary", b"Origin")
    if origin is None or not allowed(origin):
        return [vary]
    return [vary, (b"access-control-allow-origin", origin.encode("latin-1"))]
