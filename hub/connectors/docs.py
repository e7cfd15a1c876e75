"""The pages of docs/connectors/: one for each connector, made from what it declares about itself."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from hub.connectors.base import Connector, Operation
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Limit, Manifest, OperationSpec, Page, Tested
from hub.rules.outcomes import Safety
from hub.rules.pointers import resolve

WORDS = {"system": "tested against", "specification": "tested against", "shape": "shape-tested against"}
HEAD = "<!-- Made by `hub connector docs` from what the connector declares; change that, not this page. -->\n"
SAFE = {
    Safety.IDEMPOTENT: "Doing it again changes nothing more, so after a lost answer the hub does it again.",
    Safety.BY_KEY: "The system drops a second call with the same key, so after a lost answer the hub calls again.",
    Safety.BY_SEARCH: "After a lost answer the hub looks for what it has done and calls again only if there is nothing.",
    Safety.UNSAFE: "After a lost answer a person decides: nothing tells whether it has happened.",
}
READ = "Changes nothing, so after a lost answer the hub asks again."


def page(connector: Connector) -> str:
    """The page of a connector, Markdown."""
    manifest = connector.manifest if isinstance(connector, ManifestConnector) else None
    parts = [f"# {connector.title}\n", HEAD, connector.description + "\n", *_origin(connector, manifest)]
    parts += ["## Connection\n", _base_url(connector, manifest), "### `config`\n", _fields(connector.config.schema)]
    parts += ["### `credentials`\n", *_kinds(manifest), _fields(connector.credentials.schema)]
    if manifest is not None:
        parts += _limits(manifest)
    parts += ["## Operations\n", _table(connector)]
    for name, each in connector.operations.items():
        parts += _operation(each, manifest.operations[name] if manifest else None)
    return "\n".join(parts).rstrip() + "\n"


def index(connectors: Mapping[str, Connector]) -> str:
    """The page that lists all of them."""
    rows = [
        f"| [`{name}`]({name}.md) | {each.title} | {len(each.operations) or 'its own'} | {_tested_short(each)} |"
        for name, each in sorted(connectors.items())
    ]
    head = "| connector | system | operations | tested |\n|---|---|---|---|"
    return "\n".join(["# Connectors\n", HEAD, head, *rows]) + "\n"


def _origin(connector: Connector, manifest: Manifest | None) -> list[str]:
    """What it was tested against, and the vendor's pages it rests on."""
    tested: Sequence[Tested] = getattr(connector, "tested_against", ())
    pages: Sequence[Page] = manifest.docs if manifest else getattr(connector, "docs", ())
    parts = [f"**{_sentence(each)}**\n" for each in tested]
    if pages:
        parts.append("Made from: " + ", ".join(f"[{each.title}]({each.url})" for each in pages) + ".\n")
    if manifest and manifest.notes:
        parts.append(manifest.notes)
    return parts


def _sentence(tested: Tested) -> str:
    words = WORDS[tested.kind].capitalize()
    pages = "".join(f" ([{each.title}]({each.url}))" for each in tested.pages)
    return f"{words} {tested.against}{' ' + tested.version if tested.version else ''}{pages}."


def _tested_short(connector: Connector) -> str:
    tested: Sequence[Tested] = getattr(connector, "tested_against", ())
    return "; ".join(f"{WORDS[each.kind]} {each.against} {each.version}".strip() for each in tested)


def _base_url(connector: Connector, manifest: Manifest | None) -> str:
    if connector.needs_url:
        return "A connection names the address of the system (`base_url`).\n"
    if manifest is None:
        return "No address is needed.\n"
    return f"Address: `{manifest.base_url}`; a connection's own `base_url` replaces it, for sandboxes.\n"


def _kinds(manifest: Manifest | None) -> list[str]:
    if manifest is None:
        return []
    rows = [
        f"| `{name}` | {each.kind.replace('_', ' ')} | {each.description or each.title} |"
        for name, each in manifest.auth.items()
    ]
    return ["| `auth` | kind | |\n|---|---|---|\n" + "\n".join(rows) + "\n"]


def _limits(manifest: Manifest) -> list[str]:
    if not manifest.limits:
        return []
    rows = [f"| {each.name} | {_amount(each)} | {_headers(each)} | {each.description} |" for each in manifest.limits]
    return ["## Limits\n", "| limit | documented | told by | |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"]


def _amount(limit: Limit) -> str:
    window = f" in {limit.window_s:g} s" if limit.window_s else ""
    calls = f"{limit.calls} calls{window}" if limit.calls else window.strip()
    at_once = f"{limit.in_flight} at once" if limit.in_flight else ""
    return ", ".join(each for each in (calls, at_once) if each)


def _headers(limit: Limit) -> str:
    named = (limit.header, limit.limit, limit.remaining, limit.window, limit.reset)
    return ", ".join(f"`{each.name}`" for each in named if each is not None)


def _table(connector: Connector) -> str:
    if not connector.operations:
        return (
            "They are each connection's own, from what its system says of itself: `GET /connections/{id}/operations`.\n"
        )
    rows = [
        f"| [`{name}`](#{name.replace('.', '')}) | {each.title} | {'writes' if each.writes else 'reads'} "
        f"| {each.safety.value if not each.judge else 'by input'} |"
        for name, each in connector.operations.items()
    ]
    return "| operation | | | safety |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"


def _operation(operation: Operation, spec: OperationSpec | None) -> list[str]:
    parts = [f"### {operation.name}\n", operation.description + "\n"]
    if spec and spec.request:
        parts.append(f"`{spec.request.method} {spec.request.path}`\n")
    if spec and spec.notes:
        parts.append(spec.notes.strip() + "\n")
    parts.append(_twice(operation, spec))
    if spec and spec.batch:
        parts.append(f"At most {spec.batch.max} in `{spec.batch.input}`.\n")
    if spec and spec.paging:
        parts.append(f"At most {spec.paging.max_pages} pages of {spec.paging.size} in one call.\n")
    if spec and spec.docs:
        parts.append("Source: " + ", ".join(f"[{each.title}]({each.url})" for each in spec.docs) + ".\n")
    example = json.dumps(operation.examples[0], ensure_ascii=False, indent=2)
    return [*parts, _fields(operation.input), f"```json\n{example}\n```\n"]


def _twice(operation: Operation, spec: OperationSpec | None) -> str:
    """How it is kept from happening twice."""
    if operation.judge:
        return "**Not twice:** depends on the input.\n"
    text = SAFE[operation.safety] if operation.writes else READ
    return f"**Not twice** (`{operation.safety.value}`): {text}{_reference(spec)}\n"


def _reference(spec: OperationSpec | None) -> str:
    if spec is None or spec.reference is None:
        return ""
    sent = spec.reference
    places = [
        f"the header `{sent.header}`" if sent.header else "",
        f"the body at `{sent.body}`" if sent.body is not None else "",
        f"the query parameter `{sent.query}`" if sent.query else "",
        "the request itself" if sent.path else "",
    ]
    return f" The job's id goes along in {' and '.join(each for each in places if each)}."


def _fields(schema: Mapping[str, Any]) -> str:
    rows = list(_rows(schema, schema, "", 0))
    return "| field | type | |\n|---|---|---|\n" + "\n".join(rows) + "\n" if rows else "No fields.\n"


def _rows(schema: Mapping[str, Any], root: Mapping[str, Any], prefix: str, depth: int) -> list[str]:
    """A row for each property, those of objects in lists and of objects too, three levels deep."""
    rows: list[str] = []
    required = schema.get("required", [])
    for name, given in schema.get("properties", {}).items():
        each = _resolved(given, root)
        star = " *" if name in required else ""
        default = f" Default: `{json.dumps(each['default'], ensure_ascii=False)}`." if "default" in each else ""
        text = str(each.get("description", "")).replace("\n", " ").replace("|", "\\|")
        rows.append(f"| `{prefix}{name}`{star} | {_type(each, root)} | {text}{default} |")
        inner = _resolved(each.get("items", {}), root) if each.get("type") == "array" else each
        if depth < 3 and isinstance(inner, Mapping):
            mark = f"{prefix}{name}[]." if each.get("type") == "array" else f"{prefix}{name}."
            rows += _rows(inner, root, mark, depth + 1)
    return rows


def _resolved(schema: Any, root: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(schema, Mapping):
        return {}
    if isinstance(schema.get("$ref"), str):
        return {**(resolve(root, schema["$ref"].removeprefix("#")) or {}), **schema}
    return schema


def _type(schema: Mapping[str, Any], root: Mapping[str, Any]) -> str:
    if "enum" in schema:
        return " \\| ".join(f"`{each}`" for each in schema["enum"])
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(_type(_resolved(each, root), root) for each in schema["anyOf"]))
    kind = schema.get("type", "any")
    if kind == "array":
        return f"list of {_type(_resolved(schema.get('items', {}), root), root)}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
