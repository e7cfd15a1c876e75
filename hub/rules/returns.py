"""Where people may be sent back to after something that they did here: addresses that the installation lists, nowhere else."""

from collections.abc import Sequence
from urllib.parse import urlsplit


def allowed_return(url: str, allowed: Sequence[str]) -> bool:
    """Whether the URL lies at or below one of the allowed ones; an empty URL always does.

    Scheme, host and port must be the same, and the path begin with whole segments of the allowed one's. What browsers read in
    different ways (backslashes, control characters, user names, dot segments) is refused.
    """
    if not url:
        return True
    if any(ord(char) <= 32 or ord(char) == 127 or char in "\\" for char in url) or not url.isascii():
        return False
    try:
        wanted = _origin_and_path(url)
    except ValueError:
        return False
    if wanted is None or any(segment in (".", "..") for segment in wanted[1].lower().replace("%2e", ".").split("/")):
        return False
    return any(_within(wanted, each) for each in map(_origin_and_path, allowed) if each is not None)


def _within(wanted: tuple[tuple, str], base: tuple[tuple, str]) -> bool:
    path = base[1].rstrip("/")
    return wanted[0] == base[0] and (wanted[1] == path or wanted[1].startswith(path + "/") or not path)


def _origin_and_path(url: str) -> tuple[tuple, str] | None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc or parts.fragment:
        return None
    port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    return (parts.scheme, parts.hostname, port), parts.path
