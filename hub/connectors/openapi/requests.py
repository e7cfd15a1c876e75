"""From an operation's input to a request. Source: https://spec.openapis.org/oas/v3.1.1.html (parameters, request bodies)"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from hub.connectors.http_shapes import check_headers, check_path
from hub.connectors.openapi.document import Document
from hub.connectors.openapi.writing import Parameter, encoded, in_path, in_query, preference, simple
from hub.connectors.outbound import RemoteFailure
from hub.rules.outcomes import Category, failed

PLACES = {"path", "query", "header", "cookie"}
# OpenAPI 3.1.1, Parameter Object: definitions of these headers are ignored; the request says them otherwise.
IGNORED_HEADERS = {"accept", "content-type", "authorization"}


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
    media = min(content, key=lambda name: (preference(name), list(content).index(name)))
    each = content[media] if isinstance(content[media], Mapping) else {}
    kind = preference(media)
    schema = each.get("schema", {}) if kind < 3 else {"type": "string"}
    if kind == 4:
        schema = {"type": "string", "contentEncoding": "base64"}
    plain = "application/octet-stream" if "*" in media and kind == 4 else media
    plain = "application/json" if kind == 0 and "*" in media else plain
    return Body(plain, schema, bool(given.get("required")), str(given.get("description") or ""))


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
            path = path.replace("{" + each.name + "}", in_path(each, value))
        elif each.place == "query":
            query += in_query(each, value)
        elif each.place == "header":
            headers[each.name] = simple(value, each.explode)
        else:
            cookies.append(f"{quote(each.name, safe='')}={quote(simple(value, False), safe='')}")
    if sending.keyed and not any(name.lower() == "idempotency-key" for name in headers):
        headers["Idempotency-Key"] = reference
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    if "{" in path or "}" in path:
        raise ValueError("the path has a placeholder that is no parameter")
    return path, "&".join(f"{quote(name, safe='[]')}={quote(text, safe=',|')}" for name, text in query), headers
