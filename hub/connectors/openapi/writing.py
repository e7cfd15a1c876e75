"""Values as parameters and bodies write them: the styles of OpenAPI, JSON, forms, multipart, text, bytes.

Sources: https://spec.openapis.org/oas/v3.1.1.html#style-values, RFC 6570 (templates), RFC 7578 (multipart/form-data).
"""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter. place: path, query, header or cookie. as_json: it is written as JSON, whatever its style."""

    name: str
    place: str
    required: bool
    schema: Any
    style: str
    explode: bool
    as_json: bool = False
    description: str = ""


def preference(media: str) -> int:
    """Which kinds of bodies are taken first: 0 JSON, 1 form, 2 multipart, 3 text, 4 anything."""
    bare = media.partition(";")[0].strip().lower()
    if bare in ("application/json", "*/*") or bare.endswith(("+json", "/json")):
        return 0
    kinds = {FORM: 1, MULTIPART: 2}
    return kinds[bare] if bare in kinds else 3 if bare.startswith("text/") else 4


def in_path(each: Parameter, value: Any) -> str:
    """What stands in the place of a placeholder, escaped. Raises ValueError for nothing."""
    if each.style == "label":
        return "." + _joined(value, each.explode, "." if each.explode else ",")
    if each.style == "matrix":
        if isinstance(value, list) and each.explode:
            return "".join(f";{each.name}={_escaped(item)}" for item in value)
        if isinstance(value, Mapping) and each.explode:
            return "".join(f";{name}={_escaped(item)}" for name, item in value.items())
        return f";{each.name}={_joined(value, False, ',')}"
    text = _joined(value, each.explode, ",")
    if not text:
        raise ValueError(f"the path parameter {each.name} is empty")
    return text


def _joined(value: Any, explode: bool, separator: str) -> str:
    if isinstance(value, list):
        return separator.join(map(_escaped, value))
    if isinstance(value, Mapping) and explode:
        return separator.join(f"{_escaped(name)}={_escaped(item)}" for name, item in value.items())
    if isinstance(value, Mapping):
        return separator.join(_escaped(part) for pair in value.items() for part in pair)
    return _escaped(value)


def in_query(each: Parameter, value: Any) -> list[tuple[str, str]]:
    """Pairs of a query or a form, not yet escaped."""
    if isinstance(value, Mapping) and each.style == "deepObject":
        return list(_deep(each.name, value))
    if isinstance(value, Mapping):
        pairs = [(str(name), text_of(item)) for name, item in value.items()]
        return pairs if each.explode else [(each.name, ",".join(part for pair in pairs for part in pair))]
    if isinstance(value, list):
        texts = [text_of(item) for item in value]
        if each.explode and each.style not in SEPARATORS:
            return [(each.name, text) for text in texts]
        return [(each.name, SEPARATORS.get(each.style, ",").join(texts))]
    return [(each.name, text_of(value))]


def _deep(name: str, value: Any) -> Iterable[tuple[str, str]]:
    """`a[b][c]=1`, and lists as `a[0]=1`, as Stripe and Rails read it."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _deep(f"{name}[{key}]", item)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _deep(f"{name}[{place}]", item)
    else:
        yield name, text_of(value)


def text_of(value: Any) -> str:
    """A single value as a parameter writes it."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def simple(value: Any, explode: bool) -> str:
    """The style of headers, not escaped."""
    if isinstance(value, list):
        return ",".join(map(text_of, value))
    if isinstance(value, Mapping):
        mark = "=" if explode else ","
        return ",".join(f"{name}{mark}{text_of(item)}" for name, item in value.items())
    return text_of(value)


def _escaped(value: Any) -> str:
    return quote(text_of(value), safe="")


def encoded(media: str, value: Any, *, boundary: str) -> tuple[str, bytes]:
    """(Content-Type, body). Raises ValueError for a value that this kind of body cannot hold."""
    kind = preference(media)
    if kind == 0:
        return media, json.dumps(value, ensure_ascii=False).encode()
    if kind in (1, 2) and not isinstance(value, Mapping):
        raise ValueError("a form is an object")
    if kind == 1:
        return media, urlencode([pair for name, item in value.items() for pair in _deep(str(name), item)]).encode()
    if kind == 2:
        return f"{MULTIPART}; boundary={boundary}", _multipart(value, boundary)
    if kind == 3:
        return media, str(value).encode()
    try:
        return media, b64decode(str(value), validate=True)
    except NotBase64:
        raise ValueError("this body is given as Base64") from None


def _multipart(value: Mapping[str, Any], boundary: str) -> bytes:
    parts = []
    for name, item in value.items():
        safe = str(name).replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        plain = item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
        kind = "" if isinstance(item, str) else "Content-Type: application/json\r\n"
        parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{safe}"\r\n{kind}\r\n{plain}\r\n')
    return ("".join(parts) + f"--{boundary}--\r\n").encode()
