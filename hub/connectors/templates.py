"""Filling values into a request and taking some out of an answer: no code, only names and JSON pointers.

A template is any JSON value; `{{name}}` or `{{name.inner.0}}` in a string stands for a value. A string that is
nothing but one placeholder becomes the value with its type; elsewhere the value is written out as text. `{{name?}}`
need not have a value: the member or item that it is the whole of is then left out, in a text it is empty.
"""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from hub.rules import pointers

PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z0-9_]+)*)(\??)\s*\}\}")
# Stands for the value of `{{name?}}` when there is none.
ABSENT = object()


def render(template: Any, values: Mapping[str, Any]) -> Any:
    """The template with its placeholders filled. Raises ValueError naming the first that has no value."""
    filled = fill(template, values)
    return None if filled is ABSENT else filled


def fill(template: Any, values: Mapping[str, Any]) -> Any:
    """Like `render`, but ABSENT for a template that is wholly an optional placeholder without a value."""
    if isinstance(template, str):
        whole = PLACEHOLDER.fullmatch(template)
        return _value(whole, values) if whole else render_text(template, values)
    if isinstance(template, Mapping):
        filled = ((key, fill(each, values)) for key, each in template.items())
        return {key: each for key, each in filled if each is not ABSENT}
    if isinstance(template, list):
        return [each for each in (fill(each, values) for each in template) if each is not ABSENT]
    return template


def render_text(template: str, values: Mapping[str, Any], *, escape: Callable[[str], str] = str) -> str:
    """A string template as text, each filled value passed through `escape`. Raises ValueError like `render`."""
    return PLACEHOLDER.sub(lambda found: escape(_text(_value(found, values))), template)


def names(template: Any) -> set[str]:
    """The names that a template's placeholders begin with: `reference`, `input` …"""
    if isinstance(template, str):
        return {found[1].split(".")[0] for found in PLACEHOLDER.finditer(template)}
    if isinstance(template, Mapping):
        return {name for each in template.values() for name in names(each)}
    return {name for each in template for name in names(each)} if isinstance(template, list) else set()


def place(document: Any, pointer: str, value: Any) -> Any:
    """The document with a value set at the pointer; objects on the way are made. Raises ValueError if it cannot."""
    tokens = pointers.tokens(pointer)
    if not tokens:
        return value
    first, rest = tokens[0], pointer[1 + len(pointer[1:].split("/", 1)[0]) :]
    if isinstance(document, list):
        place_at = pointers.index(document, first)
        if place_at is None:
            raise ValueError(f"the body has no place {pointer}")
        return [place(each, rest, value) if n == place_at else each for n, each in enumerate(document)]
    if document is None:
        document = {}
    if not isinstance(document, Mapping):
        raise ValueError(f"the body has no place {pointer}")
    return {**document, first: place(document.get(first), rest, value)}


def _value(placeholder: re.Match[str], values: Mapping[str, Any]) -> Any:
    found: Any = values
    for token in placeholder[1].split("."):
        found = pointers.step(found, token)
    if found is not pointers.MISSING:
        return found
    if placeholder[2]:
        return ABSENT
    raise ValueError(f"there is no value for {{{{{placeholder[1]}}}}}")


def _text(value: Any) -> str:
    if value is ABSENT:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
