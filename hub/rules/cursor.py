"""Cursors: opaque texts that say where a reader stands.

One kind is a place in the event log; the other the last row's sort key in a paged list. Clients only hand
them back, so whatever they hand in must be refused cleanly before it reaches SQL.
"""

import json
import struct
from base64 import urlsafe_b64encode
from binascii import Error as Base64Error
from binascii import a2b_base64
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from hub.rules.errors import HubError

MAX_LENGTH = 1024
_POSITION = struct.Struct(">cIQ16s")
_POSITION_MARK = b"\x01"
_PAGE_MARK = b"\x02"
_MAX_EPOCH = 2**31 - 1
_MAX_INT = 2**63 - 1


class Position(NamedTuple):
    """A place in a tenant's event log; compares as the log is ordered (docs/design.md, section 6)."""

    epoch: int
    txid: int
    id: UUID


START = Position(0, 0, UUID(int=0))


def encode(position: Position) -> str:
    """The position as 39 URL-safe characters."""
    return _to_text(_POSITION.pack(_POSITION_MARK, position.epoch, position.txid, position.id.bytes))


def decode(text: str, *, field: str = "after") -> Position:
    """The position behind the text. Raises HubError `invalid_cursor`."""
    raw = _from_text(text, field)
    if len(raw) != _POSITION.size or raw[:1] != _POSITION_MARK:
        raise _invalid(field)
    _, epoch, txid, id_bytes = _POSITION.unpack(raw)
    if epoch > _MAX_EPOCH or txid > _MAX_INT:
        raise _invalid(field)
    return Position(epoch, txid, UUID(bytes=id_bytes))


def encode_page(values: Sequence[Any]) -> str:
    """The last row's sort key as text; values: None, bool, int, float, str, datetime or UUID."""
    return _to_text(_PAGE_MARK + json.dumps(list(values), default=_tagged, separators=(",", ":")).encode())


def decode_page(text: str, *, field: str = "cursor", types: Sequence[type] | None = None) -> list[Any]:
    """The sort key behind the text. Raises HubError `invalid_cursor`.

    types: what each value must be; a key of another list, or a made-up one, is refused.
    """
    raw = _from_text(text, field)
    if raw[:1] != _PAGE_MARK:
        raise _invalid(field)
    try:
        values = json.loads(raw[1:], object_hook=_untagged, parse_constant=_refuse_constant)
        json.dumps(values, default=str, ensure_ascii=False).encode()  # lone surrogates end here, not in the driver
    except (ValueError, TypeError, KeyError, RecursionError):
        raise _invalid(field) from None
    if not isinstance(values, list) or not all(_fits(value) for value in values):
        raise _invalid(field)
    if types is not None and [type(value) for value in values] != list(types):
        raise _invalid(field)
    return values


def _tagged(value: Any) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, UUID):
        return {"u": value.hex}
    raise TypeError(f"no cursor form for {type(value).__name__}")


def _untagged(tagged: dict[str, str]) -> datetime | UUID:
    ((tag, text),) = tagged.items()
    if not isinstance(text, str):
        raise TypeError("a tagged value is a text")
    if tag == "u":
        return UUID(hex=text)
    at = datetime.fromisoformat({"t": text}[tag])
    if at.tzinfo is None:
        raise ValueError("a cursor's instant is aware")
    return at


def _fits(value: Any) -> bool:
    """Whether PostgreSQL takes the value as a parameter: bigint's range, no NUL in texts, no nesting."""
    if isinstance(value, int):
        return -_MAX_INT <= value <= _MAX_INT
    if isinstance(value, str):
        return "\0" not in value
    return value is None or isinstance(value, float | datetime | UUID)


def _refuse_constant(name: str) -> None:
    raise ValueError(name)


def _to_text(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _from_text(text: str, field: str) -> bytes:
    if len(text) > MAX_LENGTH or not text.isascii() or "+" in text or "/" in text:
        raise _invalid(field)
    standard = text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4)
    try:
        raw = a2b_base64(standard, strict_mode=True)
    except (Base64Error, ValueError):
        raise _invalid(field) from None
    if _to_text(raw) != text:  # unused low bits set: two texts for one cursor
        raise _invalid(field)
    return raw


def _invalid(field: str) -> HubError:
    return HubError("invalid_cursor", "This cursor did not come from this list.", field=field)
