"""The body of an event as receivers get it: serialised once, sent as the same bytes on every attempt.

Source: Standard Webhooks 1.0, "Payload structure".
"""

import re
from datetime import UTC, datetime
from json import JSONEncoder
from typing import Any

from hub.rules.errors import HubError

_to_json = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
# A NUL as JSON escape: an odd number of backslashes before u0000. PostgreSQL's jsonb cannot hold one, and
# payload filters run there.
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")


def encode(type: str, timestamp: datetime, data: dict[str, Any]) -> bytes:
    """`{"type","timestamp","data"}` as compact UTF-8 JSON.

    timestamp: aware; written in UTC with microseconds and Z (RFC 3339). data: JSON values only.
    Raises HubError `invalid_data` for what JSON or PostgreSQL cannot hold: NaN, infinities, lone surrogates,
    NULs, nesting beyond the interpreter's limit.
    """
    at = timestamp.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    try:
        text = _to_json({"type": type, "timestamp": at, "data": data})
        body = text.encode()
    except (ValueError, RecursionError) as error:  # UnicodeEncodeError is a ValueError
        raise HubError("invalid_data", "This data has no JSON form.", field="data") from error
    if "\\u0000" in text and _NUL.search(text):
        raise HubError("invalid_data", "A text holds a NUL character.", field="data")
    return body
