"""Bodies of requests: templates (templates.py), and two forms for what placeholders alone cannot say.

{$merge: ["{{input.fields?}}", {name: "{{input.name}}"}]}     objects laid over each other, the last wins
{$each: "{{input.lines}}", $item: {sku: "{{item.product}}"}}  a list made of a list; `item` and `index` are known
"""

from collections.abc import Mapping
from typing import Any

from hub.connectors.templates import ABSENT, fill


def render_body(template: Any, values: Mapping[str, Any]) -> Any:
    """The body, None when there is none. Raises ValueError for a placeholder without a value."""
    made = _make(template, values)
    return None if made is ABSENT else made


def _make(template: Any, values: Mapping[str, Any]) -> Any:
    if isinstance(template, Mapping):
        if "$merge" in template:
            return _merge(template["$merge"], values)
        if "$each" in template:
            return _each(template, values)
        made = ((key, _make(each, values)) for key, each in template.items())
        return {key: each for key, each in made if each is not ABSENT}
    if isinstance(template, list):
        return [each for each in (_make(each, values) for each in template) if each is not ABSENT]
    return fill(template, values)


def _merge(parts: list[Any], values: Mapping[str, Any]) -> Any:
    made = [part for part in (_make(each, values) for each in parts) if part is not ABSENT and part is not None]
    if not all(isinstance(part, Mapping) for part in made):
        raise ValueError("$merge takes objects")
    return {key: value for part in made for key, value in part.items()}


def _each(template: Mapping[str, Any], values: Mapping[str, Any]) -> Any:
    items = _make(template["$each"], values)
    if items is ABSENT or items is None:
        return ABSENT
    if not isinstance(items, list):
        raise ValueError("$each takes a list")
    return [_make(template["$item"], {**values, "item": item, "index": n}) for n, item in enumerate(items)]
