"""Reading a document: text to values, Swagger 2.0 to the words of OpenAPI 3, references looked up and bounded."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from hub.connectors.described import DOCUMENT_MAX_BYTES
from hub.connectors.openapi.swagger import from_swagger
from hub.rules.errors import HubError
from hub.rules.pointers import resolve

# A reference to a reference to a reference …
HOPS = 20
# YAML takes a hundred times as long to read as JSON.
YAML_MAX_BYTES = 5 * 1024 * 1024
NESTED_MAX = 200
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Document:
    """A document as values. root: in the words of OpenAPI 3."""

    def __init__(self, root: Mapping[str, Any]) -> None:
        self.root = root

    @staticmethod
    def text_of(given: dict[str, Any] | str) -> bytes:
        """What was given inline, as it is kept."""
        return given.encode() if isinstance(given, str) else json.dumps(given).encode()

    @property
    def old(self) -> bool:
        """OpenAPI 3.0 or Swagger 2.0, whose schemas are not JSON Schema."""
        return not str(self.root.get("openapi", "")).startswith("3.1")

    @property
    def title(self) -> str:
        """What it calls itself."""
        return str((self.root.get("info") or {}).get("title", ""))

    def follow(self, value: Any) -> Mapping[str, Any]:
        """The object behind references within the document; empty for what is not there, is elsewhere or goes in circles."""
        for _ in range(HOPS):
            if not isinstance(value, Mapping):
                return {}
            reference = value.get("$ref")
            if not isinstance(reference, str):
                return value
            value = self.at(reference)
        return {}

    def at(self, reference: str) -> Any:
        """What a local reference names; None for anything else."""
        return (
            resolve(self.root, reference[1:].replace("%7B", "{").replace("%7D", "}")) if reference[:1] == "#" else None
        )

    def paths(self) -> list[tuple[str, str, Mapping[str, Any], Mapping[str, Any]]]:
        """(path, method, path item, operation) of each operation, in the document's order."""
        found = []
        for path, item in (self.root.get("paths") or {}).items():
            item = self.follow(item)
            for method in METHODS:
                if isinstance(item.get(method), Mapping) and isinstance(path, str) and path.startswith("/"):
                    found.append((path, method, item, item[method]))
        return found


class _Loader(yaml.CSafeLoader):
    """YAML as JSON has it: without dates."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}


def parse(text: bytes) -> Document:
    """A document. Raises HubError `invalid_input` (`config.document`) for what is none that is understood."""
    if len(text) > DOCUMENT_MAX_BYTES:
        raise _refused(f"A document has at most {DOCUMENT_MAX_BYTES // 2**20} MiB.")
    root = _values(text)
    if not isinstance(root, Mapping) or not isinstance(root.get("paths"), Mapping):
        raise _refused("This is no OpenAPI document: it has no paths.")
    if str(root.get("swagger", "")) == "2.0":
        root = from_swagger(root)
    if not str(root.get("openapi", "")).startswith(("3.0", "3.1", "3.2")):
        raise _refused("OpenAPI 3.0, 3.1 and Swagger 2.0 are understood.")
    document = Document(root)
    if not document.paths():
        raise _refused("The document has no operations.")
    return document


def _values(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    try:
        _look_over(text)
        # Through JSON, so that keys are texts (YAML makes numbers of the statuses).
        return json.loads(json.dumps(yaml.load(text, _Loader)))  # noqa: S506 a safe loader with less in it
    except (yaml.YAMLError, ValueError, TypeError, RecursionError):
        raise _refused("The document is neither JSON nor YAML without aliases.") from None


def _look_over(text: bytes) -> None:
    """Raise YAMLError for what would cost more than its length.

    A few lines of aliases make gigabytes, and brackets that are nested deeply crash the process in libyaml's loader (0.2.5).
    """
    if len(text) > YAML_MAX_BYTES:
        raise yaml.YAMLError("too long")
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not taken")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > NESTED_MAX:
            raise yaml.YAMLError("nested too deeply")


def _refused(detail: str) -> HubError:
    return HubError("invalid_input", detail, field="config.document")
