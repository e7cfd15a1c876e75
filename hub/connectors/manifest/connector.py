"""A manifest as a connector like any other."""

from types import ModuleType
from typing import Any

from hub.connectors.base import Access, Result
from hub.connectors.manifest.auth import credentials_schema
from hub.connectors.manifest.model import REFERENCE_NAMES, Manifest
from hub.connectors.manifest.operations import operation, with_defs
from hub.connectors.manifest.session import ManifestSession
from hub.connectors.outbound import Outbound
from hub.connectors.shapes import Shape
from hub.connectors.templates import names
from hub.rules.errors import HubError
from hub.rules.outcomes import Done

# What templates may name.
KNOWN = {"input", "config", "token", "item", "index", *REFERENCE_NAMES}


class ManifestConnector:
    """The connector that a manifest describes. hooks: the Python beside it."""

    def __init__(self, manifest: Manifest, *, hooks: ModuleType | None = None) -> None:
        self.manifest = manifest
        self.hooks = hooks
        self.name, self.title, self.description = manifest.name, manifest.title, manifest.description
        self.tested_against, self.docs = manifest.tested_against, manifest.docs
        config = {"type": "object", "additionalProperties": False, "properties": {}} | manifest.config
        self.config = Shape.given(with_defs(config, manifest.schemas))
        self.credentials = Shape.given(credentials_schema(dict(manifest.auth)))
        self.needs_url = manifest.base_url is None
        self.operations = {
            name: operation(name, spec, schemas=manifest.schemas, hooks=hooks)
            for name, spec in manifest.operations.items()
        }

    async def open(self, access: Access, outbound: Outbound) -> ManifestSession:
        """A session; nothing is sent yet."""
        return ManifestSession(self.manifest, access, outbound, hooks=self.hooks)

    async def check(self, session: ManifestSession) -> Result:
        """The manifest's `check`: a request that must succeed, or a function of the hooks."""
        check = self.manifest.check
        if isinstance(check, str):
            return await getattr(self.hooks, check)(session)
        answer, _ = await session.ask(check, session.values({}, "check"), writes=False)
        return Done({"status": answer.status}, answer.request_id)


def problems(connector: ManifestConnector) -> list[tuple[str, str]]:
    """(path in the document, what is wrong) of what only shows when the parts are held against each other.

    Raises jsonschema's SchemaError for a schema that is none.
    """
    for shape in (connector.config, connector.credentials):
        shape.check()
    for each in connector.operations.values():
        each.accepts.check()
        each.returns.check()
    found = []
    for name, each in connector.operations.items():
        spec = connector.manifest.operations[name]
        place = f"operations.{name}"
        found += [(f"{place}.examples.{n}", text) for n, text in _wrong_examples(each)]
        unknown = names(_templates(spec)) - KNOWN
        found += [(place, f"A template names {{{{{name}}}}}, which nothing has.") for name in sorted(unknown)]
    return found


def _wrong_examples(operation: Any) -> list[tuple[int, str]]:
    found = []
    for n, example in enumerate(operation.examples):
        try:
            operation.accepts.normalise(example, root="input")
        except HubError as error:
            found.append((n, f"{error.field}: {error.detail}"))
    return found


def _templates(spec: Any) -> list[Any]:
    requests = [spec.request, spec.find.request if spec.find else None]
    return [[each.path, list(each.query.values()), each.headers, each.body] for each in requests if each]
