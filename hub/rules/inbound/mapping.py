"""What an event of a source sets going: which events, and the input made of them.

A template is a JSON value in which `{"$pointer": "/payload/id"}` stands for what a JSON pointer leads to in the event's
`data`, and `{"$text": "shop-{/payload/id}"}` for a text with such values in it. `default` is taken where there is nothing, `as`
turns texts into numbers and back.
"""

import re
from dataclasses import dataclass
from typing import Any

from hub.rules import filters, pointers
from hub.rules.callbacks import Terms
from hub.rules.errors import HubError
from hub.rules.inbound.types import PREFIX

DEPTH_MAX = 20
KINDS = ("text", "number", "integer")
POINTER, TEXT = "$pointer", "$text"
NAME = re.compile(r"[A-Za-z0-9_-]{1,40}")
_FIELD = re.compile(r"\{([^{}]*)\}")
_INTEGER = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d{1,18}(\.\d{1,18})?")


@dataclass(frozen=True, slots=True)
class Mapping:
    """One rule of a source. name: what it has done for an event is remembered by it.

    event_type: a pattern on what follows `source.<name>.` (`orders.*`, `*`). filter: SQL/JSON path predicate on the event, or
    None. Either connection_id, operation, input (a template) and tags: start a job; or answer: complete one that waits.
    """

    name: str
    event_type: str = filters.EVERYTHING
    filter: str | None = None
    connection_id: str = ""
    operation: str = ""
    input: Any = None
    tags: tuple[str, ...] = ()
    answer: "Answering | None" = None


@dataclass(frozen=True, slots=True)
class Answering:
    """Which job an event answers, and what it says. job: a template of the job's id, or of a tag that only one open job has.

    The pointers lead into the event's `data`. outcome_pointer: where it says what came of it, as one of the values in
    `failed`, `progress` or `succeeded`; without one every event is a success.
    """

    job: Any
    outcome_pointer: str | None = None
    succeeded: tuple[Any, ...] = ()
    failed: tuple[Any, ...] = ()
    progress: tuple[Any, ...] = ()
    result_pointer: str = "/payload"
    message_pointer: str | None = None

    @property
    def terms(self) -> Terms:
        """As answers to callbacks are read."""
        return Terms(
            outcome_pointer=self.outcome_pointer,
            succeeded=self.succeeded,
            failed=self.failed,
            progress=self.progress,
            result_pointer=self.result_pointer,
            message_pointer=self.message_pointer,
        )


def matches(mapping: Mapping, source: str, event_type: str) -> bool:
    """Whether the mapping is for events of this type, its filter aside."""
    own = event_type.removeprefix(f"{PREFIX}.{source}.")
    return mapping.event_type in filters.patterns(own)


def check(mapping: Mapping, *, field: str) -> None:
    """Raise HubError `invalid_mapping`, `invalid_event_type` or `invalid_pointer`, naming the place."""
    if not NAME.fullmatch(mapping.name):
        raise _invalid("A name is 1 to 40 letters, digits, _ and -.", f"{field}.name")
    filters.check_pattern(mapping.event_type, field=f"{field}.event_type")
    if (mapping.answer is None) == (not mapping.connection_id or not mapping.operation):
        raise _invalid("A mapping either starts a job (connection_id, operation) or answers one (answer).", field)
    _check(mapping.input, f"{field}.input", 0)
    if mapping.answer is not None:
        _check_answer(mapping.answer, f"{field}.answer")


def _check_answer(answer: Answering, field: str) -> None:
    _check(answer.job, f"{field}.job", 0)
    for name in ("outcome_pointer", "result_pointer", "message_pointer"):
        pointers.check(getattr(answer, name) or "", field=f"{field}.{name}")
    if answer.outcome_pointer is None and (answer.succeeded or answer.failed or answer.progress):
        raise _invalid("Name where the outcome stands.", f"{field}.outcome_pointer")


def render(template: Any, data: dict[str, Any], *, place: str) -> Any:
    """The template's value for an event's `data`. HubError `missing_value` or `unusable_value` names the place."""
    if isinstance(template, list):
        return [render(each, data, place=f"{place}.{number}") for number, each in enumerate(template)]
    if not isinstance(template, dict):
        return template
    if POINTER in template:
        return _pointed(template, data, place)
    if TEXT in template:
        return _FIELD.sub(lambda match: _as_text(pointers.find(data, match.group(1)), place), template[TEXT])
    return {name: render(each, data, place=f"{place}.{name}") for name, each in template.items()}


def _pointed(template: dict[str, Any], data: dict[str, Any], place: str) -> Any:
    found = pointers.find(data, template[POINTER])
    if found is pointers.MISSING or (found is None and "default" in template):
        if "default" not in template:
            raise HubError("missing_value", f"The event has nothing at {template[POINTER]}.", field=place)
        return template["default"]
    return _as(found, template.get("as"), place)


def _as(value: Any, kind: str | None, place: str) -> Any:
    if kind is None:
        return value
    text = _as_text(value, place)
    if kind == "integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == "number" and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if kind == "text":
        return text
    raise HubError("unusable_value", f"This is no {kind}.", field=place)


def _as_text(value: Any, place: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is pointers.MISSING:
        raise HubError("missing_value", "The event has nothing there.", field=place)
    raise HubError("unusable_value", "This is neither a text nor a number.", field=place)


def _check(template: Any, place: str, depth: int) -> None:
    if depth > DEPTH_MAX:
        raise _invalid(f"Templates are nested {DEPTH_MAX} deep at most.", place)
    if isinstance(template, list):
        for number, each in enumerate(template):
            _check(each, f"{place}.{number}", depth + 1)
    if not isinstance(template, dict):
        return
    if POINTER in template or TEXT in template:
        _check_placeholder(template, place)
        return
    for name, each in template.items():
        _check(each, f"{place}.{name}", depth + 1)


def _check_placeholder(template: dict[str, Any], place: str) -> None:
    known = {POINTER, "default", "as"} if POINTER in template else {TEXT}
    if set(template) - known:
        raise _invalid(f"Beside {POINTER} there may be `default` and `as`, beside {TEXT} nothing.", place)
    if template.get("as", "text") not in KINDS:
        raise _invalid(f"`as` is one of {', '.join(KINDS)}.", f"{place}.as")
    text = template[POINTER] if POINTER in template else template[TEXT]
    if not isinstance(text, str):
        raise _invalid("This is a text.", place)
    for pointer in [text] if POINTER in template else _FIELD.findall(text):
        pointers.check(pointer, field=place)


def _invalid(detail: str, field: str) -> HubError:
    return HubError("invalid_mapping", detail, field=field)
