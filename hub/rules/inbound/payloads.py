"""Bodies as values, and the events in them."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from pydantic_core import from_json

from hub.rules import pointers
from hub.rules.inbound.received import ITEMS_MAX, Item, Options, Reason, Received, Refusal

BOM = b"\xef\xbb\xbf"
FORM = "application/x-www-form-urlencoded"
NESTED_MAX = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """Where a preset looks for what an event is and which one it is.

    type_header, type_pointers: joined by dots as far as they are there. fallback: the type when none is. unlike: an
    event without an id is known by its content but for these members, which differ when it is sent again; None when its place
    in the list counts, too. form_field: the field of a form that holds the JSON.
    """

    type_header: str = ""
    type_pointers: tuple[str, ...] = ()
    id_header: str = ""
    id_pointer: str = ""
    items_pointer: str | None = None
    fallback: str = "received"
    unlike: frozenset[str] | None = None
    form_field: str = ""


def read(received: Received, options: Options, reading: Reading) -> list[Item] | Refusal:
    """The events of a body, in their order."""
    value = parse(received, form_field=reading.form_field)
    if isinstance(value, Refusal):
        return value
    where = options.items_pointer if options.items_pointer is not None else reading.items_pointer
    if where is None:
        return [item(value, received, options, reading, place=None)]
    found = pointers.find(value, where)
    if isinstance(found, dict):  # HubSpot's workflows send one event by itself
        return [item(found, received, options, reading, place=None)]
    if not isinstance(found, list):
        return Refusal(Reason.MALFORMED_BODY, "The body has no list of events where there must be one.")
    if len(found) > ITEMS_MAX:
        return Refusal(Reason.TOO_MANY_EVENTS, f"A request holds at most {ITEMS_MAX} events.")
    return [item(each, received, options, reading, place=place) for place, each in enumerate(found)]


def parse(received: Received, *, form_field: str = "") -> Any:
    """The body's value: JSON, a form as an object, other text as `{"text"}`; a Refusal when it is none of them."""
    content_type = received.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = received.body.removeprefix(BOM)
    # Some call JSON a form (curl, Frappe); in a form these characters would be encoded.
    if content_type == FORM and not body.lstrip().startswith((b"{", b"[")):
        fields = _form(body)
        if isinstance(fields, Refusal) or not form_field or form_field not in fields:
            return fields
        return _json(str(fields[form_field]).encode())
    if not body.strip():
        return {}
    value = _json(body)
    if isinstance(value, Refusal) and "json" not in content_type and content_type:
        return _text(body)
    return value


def item(value: Any, received: Received, options: Options, reading: Reading, *, place: int | None) -> Item:
    """One event. place: in its list, None when it is the whole body."""
    event_type = _type(value, received.headers, options, reading)
    header, pointer = reading.id_header, reading.id_pointer
    if options.id_header or options.id_pointer:
        header, pointer = options.id_header, options.id_pointer
    named = received.headers.get(header.lower()) if header else None
    if named:  # the request's, so it counts once for each of its events
        return Item(event_type, f"id:{named}" if place is None else f"id:{named}:{place}", value, named)
    own = pointers.text(value, pointer) if pointer else None
    return Item(event_type, f"id:{own}" if own else _content(event_type, value, place, reading), value, own)


def digest(value: Any) -> str:
    """The same for the same JSON value, however it is written."""
    return hashlib.sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def _type(value: Any, headers: Mapping[str, str], options: Options, reading: Reading) -> str:
    if options.type:
        return options.type
    if options.type_header or options.type_pointer:
        reading = Reading(
            type_header=options.type_header, type_pointers=(options.type_pointer,), fallback=reading.fallback
        )
    header = reading.type_header
    parts = [headers.get(header.lower(), "")] if header else []
    parts += [pointers.text(value, pointer) or "" for pointer in reading.type_pointers if pointer]
    return ".".join(part for part in parts if part) or reading.fallback


def _content(event_type: str, value: Any, place: int | None, reading: Reading) -> str:
    """The key of an event without an id: what it is and holds, and where it stands unless the preset says otherwise."""
    if reading.unlike is not None:
        place = None
        if isinstance(value, dict):
            value = {name: each for name, each in value.items() if name not in reading.unlike}
    return f"hash:{digest([event_type, place, value])}"


def _form(body: bytes) -> dict[str, Any] | Refusal:
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=ITEMS_MAX)
    except ValueError:
        return Refusal(Reason.MALFORMED_BODY, "The body is not a form.")
    if "\0" in "".join([*fields, *(text for texts in fields.values() for text in texts)]):
        return _unkeepable()
    return {name: values[0] if len(values) == 1 else values for name, values in fields.items()}


def _json(body: bytes) -> Any:
    try:
        value = from_json(body, allow_inf_nan=False)
    except ValueError:
        return Refusal(Reason.MALFORMED_BODY, "The body is not JSON.")
    return value if _keepable(value) else _unkeepable()


def _text(body: bytes) -> Any:
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return Refusal(Reason.MALFORMED_BODY, "The body is neither JSON nor a form nor text in UTF-8.")
    return _unkeepable() if "\0" in text else {"text": text}


def _keepable(value: Any, depth: int = 0) -> bool:
    """Whether PostgreSQL can hold it: no NUL anywhere, no number beyond a double, and not nested without end."""
    if isinstance(value, str):
        return "\0" not in value
    if isinstance(value, float):
        return value - value == 0
    if depth > NESTED_MAX:
        return False
    if isinstance(value, list):
        return all(_keepable(each, depth + 1) for each in value)
    if isinstance(value, dict):
        return all("\0" not in name and _keepable(each, depth + 1) for name, each in value.items())
    return True


def _unkeepable() -> Refusal:
    return Refusal(
        Reason.MALFORMED_BODY, "The body holds a NUL character, a number beyond a double, or nests too deep."
    )
