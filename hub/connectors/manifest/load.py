"""Manifests from files: errors name the file, the place in the document and what is wrong."""

import importlib
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from jsonschema.exceptions import SchemaError
from pydantic import ValidationError

from hub.connectors.manifest.connector import ManifestConnector, problems
from hub.connectors.manifest.families import unfolded
from hub.connectors.manifest.model import Manifest

BUILT_IN = Path(__file__).parent.parent / "manifests"


class ManifestError(Exception):
    """A manifest that cannot be used. lines: one for each thing that is wrong, each beginning with the file's name."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


# By libyaml where PyYAML was built with it, as its wheels are: ten times as quick.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Safe):  # type: ignore[misc,valid-type]
    """YAML without the surprises: no dates, `on` and `no` are words, and no key twice."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in each if tag not in {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool"}
    ]
    for first, each in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_TRUE_OR_FALSE = re.compile(r"true|false")
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", _TRUE_OR_FALSE, list("tf"))


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen = set()
    for key, _ in node.value:
        if key.value in seen and key.value != "<<":
            raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} is here twice", key.start_mark)
        seen.add(key.value)
    loader.flatten_mapping(node)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def load(path: Path) -> ManifestConnector:
    """The connector of a file that was checked before: by `checked` at the start, or by the suite. Raises ManifestError."""
    manifest = read(path)
    hooks = _hooks(path, manifest)
    missing = [name for name in _called(manifest) if not hasattr(hooks, name)]
    if missing:
        raise ManifestError([f"{path}: hooks: there is no function {name!r}." for name in missing])
    return ManifestConnector(manifest, hooks=hooks)


def checked(path: Path) -> ManifestConnector:
    """The connector of one file, with its schemas, examples and templates looked through. Raises ManifestError."""
    connector = load(path)
    try:
        found = problems(connector)
    except SchemaError as error:
        where = "/".join(map(str, error.absolute_path)) or "its root"
        raise ManifestError([f"{path}: a JSON Schema is wrong at {where}: {error.message[:200]}"]) from error
    if found:
        raise ManifestError([f"{path}: {place}: {text}" for place, text in found])
    return connector


def read(path: Path) -> Manifest:
    """The document, checked by itself. Raises ManifestError."""
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506 a SafeLoader
    except OSError as error:
        raise ManifestError([f"{path}: {error.strerror}."]) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        text = " ".join(str(error).split()).replace(f'in "{path}", ', "")
        raise ManifestError([f"{path}: this is not YAML: {text[:300]}"]) from error
    if not isinstance(document, dict):
        raise ManifestError([f"{path}: a manifest is an object with name, title, operations …"])
    # Anchors for what repeats stand under keys that begin with x-.
    document = {key: each for key, each in document.items() if not str(key).startswith("x-")}
    try:
        manifest = Manifest.model_validate(unfolded(document))
    except ValueError as error:
        if not isinstance(error, ValidationError):
            raise ManifestError([f"{path}: families: {error}"]) from error
        details = error.errors(include_url=False, include_context=False, include_input=False)
        raise ManifestError([f"{path}: {_place(each['loc'])}: {each['msg']}" for each in details]) from error
    if manifest.name != path.stem:
        raise ManifestError([f"{path}: name: {manifest.name!r} is not the file's name."])
    return manifest


def load_folder(folder: Path) -> dict[str, ManifestConnector]:
    """All connectors of a folder by name, checked. Raises ManifestError with what is wrong in any of its files."""
    if not folder.is_dir():
        raise ManifestError([f"{folder}: there is no such folder."])
    found: dict[str, ManifestConnector] = {}
    lines: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            connector = checked(path)
            found[connector.name] = connector
        except ManifestError as error:
            lines += error.lines
    if lines:
        raise ManifestError(lines)
    return found


def _place(location: tuple[Any, ...]) -> str:
    """Where in the document; pydantic names the variant of a union too, which the document does not have."""
    return ".".join(str(step) for step in location if not (isinstance(step, str) and ("[" in step or "-" in step)))


def _hooks(path: Path, manifest: Manifest) -> ModuleType | None:
    """The module that `hooks` names: dotted, or a file beside the manifest (`./desk.py`)."""
    if manifest.hooks is None:
        return None
    try:
        if not manifest.hooks.startswith("./"):
            return importlib.import_module(manifest.hooks)
        name = f"hub_hooks_{manifest.name}"
        spec = importlib.util.spec_from_file_location(name, path.parent / manifest.hooks)
        if spec is None or spec.loader is None:
            raise ManifestError([f"{path}: hooks: {manifest.hooks} is not a Python file."])
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module
    except (ImportError, OSError, SyntaxError) as error:
        raise ManifestError([f"{path}: hooks: {type(error).__name__}: {error}"]) from error


def _called(manifest: Manifest) -> set[str]:
    """The functions that the manifest names."""
    specs = manifest.operations.values()
    named = {spec.call for spec in specs} | {spec.find.call for spec in specs if spec.find}
    check = manifest.check if isinstance(manifest.check, str) else None
    return {name for name in named | {check} if name}
