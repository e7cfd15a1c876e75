"""From an operation's input to a request: styles of parameters, kinds of bodies.

Sources: https://spec.openapis.org/oas/v3.1.1.html#style-values, RFC 6570 (templates), RFC 7578 (multipart/form-data).
"""

import json
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode
from uuid import NAMESPACE_URL, uuid5

from hub.connectors.http_shapes import check_headers, check_path
from hub.connectors.openapi.document import Document
from hub.connectors.outbound import RemoteFailure
from hub.rules.outcomes import Category, failed

PLACES = {"path", "query", "header", "cookie"}
# OpenAPI 3.1.1, Parameter Object: definitions of these headers are ignored; the request says them otherwise.
IGNORED_HEADERS = {"accept", "content-type", "authorization"}
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


@dataclass(frozen=True, slots=True)
class Body:
    """The body that is sent. media: its type. schema: of the input's `body`; of binary ones it is Base64."""

    media: str
    schema: Any
    required: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class Sending:
    """How an operation is sent. security: sets of schemes of which one is needed. keyed: it takes an Idempotency-Key."""

    method: str
    path: str
    parameters: tuple[Parameter, ...]
    body: Body | None
    security: tuple[tuple[str, ...], ...]
    keyed: bool


@dataclass(frozen=True, slots=True)
class Built:
    """A request. path: with its query."""

    path: str
    headers: dict[str, str]
    content: bytes | None


def parameters_of(document: Document, item: Mapping[str, Any], operation: Mapping[str, Any]) -> list[Parameter]:
    """The operation's parameters; its own come before those of its path item."""
    found: dict[tuple[str, str], Parameter] = {}
    for given in [*(operation.get("parameters") or []), *(item.get("parameters") or [])]:
        each = document.follow(given)
        name, place = each.get("name"), each.get("in")
        ignored = place == "header" and str(name).lower() in IGNORED_HEADERS
        if not isinstance(name, str) or place not in PLACES or ignored or (place, name) in found:
            continue
        found[place, name] = _parameter(document, name, place, each)
    return list(found.values())


def _parameter(document: Document, name: str, place: str, each: Mapping[str, Any]) -> Parameter:
    content = each.get("content")
    media: Any = next(iter(content.values()), {}) if isinstance(content, Mapping) else None
    style = str(each.get("style") or ("form" if place in ("query", "cookie") else "simple"))
    explode = each.get("explode")
    return Parameter(
        name,
        place,
        required=bool(each.get("required")) or place == "path",
        schema=media.get("schema") if isinstance(media, Mapping) else each.get("schema", {}),
        style=style,
        explode=explode if isinstance(explode, bool) else style == "form",
        as_json=media is not None,
        description=str(each.get("description") or ""),
    )


def body_of(document: Document, operation: Mapping[str, Any]) -> Body | None:
    """The body, in the first kind of these that the operation takes: JSON, a form, multipart, text, anything else as bytes."""
    given = document.follow(operation.get("requestBody"))
    content = given.get("content")
    if not isinstance(content, Mapping) or not content:
        return None
    media = min(content, key=lambda name: (_preference(name), list(content).index(name)))
    each = content[media] if isinstance(content[media], Mapping) else {}
    kind = _preference(media)
    schema = each.get("schema", {}) if kind < 3 else {"type": "string"}
    if kind == 4:
        schema = {"type": "string", "contentEncoding": "base64"}
    plain = "application/octet-stream" if "*" in media and kind == 4 else media
    plain = "application/json" if kind == 0 and "*" in media else plain
    return Body(plain, schema, bool(given.get("required")), str(given.get("description") or ""))


def _preference(media: str) -> int:
    bare = media.partition(";")[0].strip().lower()
    if bare in ("application/json", "*/*") or bare.endswith(("+json", "/json")):
        return 0
    kinds = {FORM: 1, MULTIPART: 2}
    return kinds[bare] if bare in kinds else 3 if bare.startswith("text/") else 4


def build(sending: Sending, given: Mapping[str, Any], *, reference: str) -> Built:
    """The request for an input. RemoteFailure `validation` for values that cannot be sent."""
    try:
        path, query, headers = _parameters(sending, given, reference)
        check_path(path)
        content = None
        if sending.body is not None and "body" in given:
            media, content = encoded(sending.body.media, given["body"], boundary=uuid5(NAMESPACE_URL, reference).hex)
            headers["Content-Type"] = media
        # `Cookie` is ours to make, and no other header of the document's may be one that is not.
        check_headers({name: value for name, value in headers.items() if name != "Cookie"})
    except (ValueError, TypeError) as error:
        raise RemoteFailure(failed(Category.VALIDATION, f"The request cannot be made: {error}")) from error
    return Built(f"{path}?{query}" if query else path, headers, content)


def _parameters(sending: Sending, given: Mapping[str, Any], reference: str) -> tuple[str, str, dict[str, str]]:
    path, query, headers, cookies = sending.path, [], {}, []
    for each in sending.parameters:
        values = given.get(each.place) or {}
        if each.name not in values:
            continue
        value = json.dumps(values[each.name]) if each.as_json else values[each.name]
        if each.place == "path":
            path = path.replace("{" + each.name + "}", _in_path(each, value))
        elif each.place == "query":
            query += in_query(each, value)
        elif each.place == "header":
            headers[each.name] = _simple(value, each.explode)
        else:
            cookies.append(f"{quote(each.name, safe='')}={quote(_simple(value, False), safe='')}")
    if sending.keyed and not any(name.lower() == "idempotency-key" for name in headers):
        headers["Idempotency-Key"] = reference
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    if "{" in path or "}" in path:
        raise ValueError("the path has a placeholder that is no parameter")
    return path, "&".join(f"{quote(name, safe='[]')}={quote(text, safe=',|')}" for name, text in query), headers


def _in_path(each: Parameter, value: Any) -> str:
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


def _simple(value: Any, explode: bool) -> str:
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
    kind = _preference(media)
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
