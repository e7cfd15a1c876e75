"""Swagger 2.0 in the words of OpenAPI 3. Source: https://spec.openapis.org/oas/v2.0.html

References keep their places (`#/definitions/…`): whatever they name is converted where it is used.
"""

from collections.abc import Mapping
from typing import Any

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
SCHEMA_WORDS = (
    *("type", "format", "items", "enum", "default", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
    *("maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf"),
)
STYLES = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}


def from_swagger(root: Mapping[str, Any]) -> dict[str, Any]:
    """The same document as OpenAPI 3.0."""
    paths = {path: _item(root, item) for path, item in root["paths"].items() if isinstance(item, Mapping)}
    schemes = {name: _scheme(each) for name, each in (root.get("securityDefinitions") or {}).items()}
    kept = {name: root[name] for name in ("info", "definitions", "security") if name in root}
    return {"openapi": "3.0.3", **kept, "paths": paths, "components": {"securitySchemes": schemes}}


def _item(root: Mapping[str, Any], item: Mapping[str, Any]) -> dict[str, Any]:
    shared = [_found(root, "parameters", each) for each in item.get("parameters") or []]
    return {
        method: _operation(root, item[method], shared) for method in METHODS if isinstance(item.get(method), Mapping)
    }


def _operation(root: Mapping[str, Any], operation: Mapping[str, Any], shared: list[Any]) -> dict[str, Any]:
    own = [_found(root, "parameters", each) for each in operation.get("parameters") or []]
    named = {(each.get("in"), each.get("name")): each for each in [*shared, *own]}.values()
    consumes = operation.get("consumes") or root.get("consumes") or ["application/json"]
    produces = operation.get("produces") or root.get("produces") or ["application/json"]
    made = {name: value for name, value in operation.items() if name not in ("parameters", "responses")}
    made["parameters"] = [_parameter(each) for each in named if each.get("in") not in ("body", "formData")]
    body = next((each for each in named if each.get("in") == "body"), None)
    form = [each for each in named if each.get("in") == "formData"]
    if body is not None:
        content = {media: {"schema": body.get("schema") or {}} for media in consumes}
        made["requestBody"] = {"required": bool(body.get("required")), "content": content}
    elif form:
        made["requestBody"] = _form(form, consumes)
    made["responses"] = {
        str(status): _response(_found(root, "responses", each), produces)
        for status, each in (operation.get("responses") or {}).items()
    }
    return made


def _found(root: Mapping[str, Any], section: str, value: Any) -> Mapping[str, Any]:
    if isinstance(value, Mapping) and isinstance(value.get("$ref"), str):
        value = (root.get(section) or {}).get(value["$ref"].rpartition("/")[2])
    return value if isinstance(value, Mapping) else {}


def _parameter(each: Mapping[str, Any]) -> dict[str, Any]:
    kept = {name: each[name] for name in ("name", "in", "required", "description") if name in each}
    style, explode = STYLES.get(each.get("collectionFormat", "csv"), ("form", False))
    if each.get("in") == "query":
        kept |= {"style": style, "explode": explode}
    return kept | {"schema": _schema(each)}


def _schema(each: Mapping[str, Any]) -> dict[str, Any]:
    schema = {name: each[name] for name in SCHEMA_WORDS if name in each}
    return {"type": "string", "format": "binary"} if schema.get("type") == "file" else schema


def _form(fields: list[Mapping[str, Any]], consumes: list[str]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {each["name"]: _schema(each) for each in fields},
        "required": [each["name"] for each in fields if each.get("required")],
    }
    media = [each for each in consumes if "form" in each] or ["application/x-www-form-urlencoded"]
    return {"required": bool(schema["required"]), "content": {each: {"schema": schema} for each in media}}


def _response(each: Mapping[str, Any], produces: list[str]) -> dict[str, Any]:
    made: dict[str, Any] = {"description": each.get("description", "")}
    if isinstance(each.get("schema"), Mapping):
        made["content"] = {media: {"schema": each["schema"]} for media in produces}
    return made


def _scheme(each: Mapping[str, Any]) -> dict[str, Any]:
    kind = each.get("type")
    if kind == "basic":
        return {"type": "http", "scheme": "basic"}
    if kind == "oauth2":
        flow = {"application": "clientCredentials", "accessCode": "authorizationCode"}.get(
            each.get("flow", ""), "other"
        )
        urls = {name: each[name] for name in ("tokenUrl", "authorizationUrl", "scopes") if name in each}
        return {"type": "oauth2", "flows": {flow: urls}}
    return dict(each)
