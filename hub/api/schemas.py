"""Bases and small types of every resource's shapes."""

import re
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from hub.rules.ids import PREFIXES

T = TypeVar("T")
EARLIEST = datetime.min.replace(tzinfo=UTC)
SEVERAL_MAX = 20
LATEST = datetime.max.replace(tzinfo=UTC)
RFC3339 = re.compile(r"(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d):(\d\d)(\.\d{1,6})?\d*([Zz]|[+-]\d\d:\d\d)")


class In(BaseModel):
    """A request body: nothing is coerced, nothing unknown is let through."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Parameters(BaseModel):
    """Query parameters: they come as text, so numbers are read from it."""

    model_config = ConfigDict(extra="forbid")


class Out(BaseModel):
    """A response body."""

    model_config = ConfigDict(from_attributes=True, ser_json_timedelta="float")


def _apart(value: Any) -> Any:
    """`?status=dead,held`: Ninja hands over a list of the parameter's one text."""
    if not isinstance(value, list):
        return value
    parts = [part for text in value for part in text.split(",")]
    if len(parts) > SEVERAL_MAX:
        raise PydanticCustomError("too_many", f"Name up to {SEVERAL_MAX} of them.")
    return parts


# A query parameter with commas between its values; the document says so (`openapi.complete`). Ninja sees a list only in a
# union that is not annotated further inside.
Several = Annotated[
    list[T] | None, BeforeValidator(_apart), Field(json_schema_extra={"minItems": 1, "maxItems": SEVERAL_MAX})
]


class Page(Parameters):
    """Where a listing goes on, and how far."""

    limit: int = Field(50, ge=1, le=200, description="items in one answer")
    cursor: Annotated[str, WithJsonSchema({"type": "string", "format": "hub-page-cursor"})] | None = Field(
        None, description="`next_cursor` of the answer before; opaque"
    )


class Listing(Out, Generic[T]):
    """One page of a listing."""

    data: list[T]
    next_cursor: str | None = Field(description="pass it as `cursor` for the next page; null on the last one")


def _instant(value: Any) -> Any:
    """RFC 3339 text as a UTC instant. A leap second becomes the second before; beyond year 1 or 9999 is cut to it."""
    if isinstance(value, datetime):
        return value
    match = RFC3339.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("date_time", "Send an RFC 3339 date and time with its offset.")
    day, hour_minute, second, fraction, offset = match.groups()
    second = "59" if second == "60" else second
    try:
        at = datetime.fromisoformat(f"{day}T{hour_minute}:{second}{fraction or ''}{offset.upper()}")
    except ValueError as exc:
        raise PydanticCustomError("date_time", "There is no such date or time.") from exc
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return EARLIEST if at.year == 1 else LATEST


def _whole(value: Any) -> Any:
    """JSON has one kind of number: 2.0 is the integer 2."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


# Last in an Annotated, behind its limits: before them it would take them out of the JSON Schema.
WHOLE = BeforeValidator(_whole)
InFlight = Annotated[int, Field(ge=1, le=1000, description="calls at once"), WHOLE]
Instant = Annotated[datetime, BeforeValidator(_instant), WithJsonSchema({"type": "string", "format": "date-time"})]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Search = Annotated[str, Field(min_length=1, max_length=200)]
ErrorClass = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,64}$", examples=["timeout"])]


def id_pattern(kind: str) -> str:
    """The regular expression of a public id of that kind."""
    return rf"^{PREFIXES[kind]}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$"


def id_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a public id of that kind."""
    return {
        "type": "string",
        "pattern": id_pattern(kind),
        "examples": [f"{PREFIXES[kind]}_01jd8x2qcxe7atpw9q0k5m4n3r"],
    }


Label = Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:/-]{1,64}$", description="of a tag or channel")]
