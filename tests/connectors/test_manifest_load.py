"""What is wrong with a manifest is said with its file, its place in the document and what is wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from hub.checks import problems
from hub.connectors import registry
from hub.connectors.manifest.load import BUILT_IN, ManifestError, checked, load_folder
from hub.settings import Environment

pytestmark = pytest.mark.pure

OPERATION: dict[str, Any] = {
    "title": "Create",
    "description": "Creates a thing.",
    "safety": "unsafe",
    "request": {"method": "POST", "path": "/things", "body": {"name": "{{input.name}}"}},
    "input": {"required": ["name"], "properties": {"name": {"type": "string"}}},
    "examples": [{"name": "x"}],
}
MANIFEST: dict[str, Any] = {
    "name": "thing",
    "title": "Things",
    "description": "Things.",
    "docs": [{"title": "Docs", "url": "https://example.com"}],
    "tested_against": [{"kind": "shape", "against": "nothing"}],
    "auth": {"none": {"kind": "none"}},
    "check": {"path": "/"},
    "operations": {"thing.create": OPERATION},
}


def written(folder: Path, document: Any, name: str = "thing.yaml") -> Path:
    path = folder / name
    path.write_text(document if isinstance(document, str) else yaml.safe_dump(document))
    return path


def with_operation(**changes: Any) -> dict[str, Any]:
    return MANIFEST | {"operations": {"thing.create": OPERATION | changes}}


def test_a_manifest_that_is_right_is_a_connector(tmp_path):
    made = checked(written(tmp_path, MANIFEST))

    assert made.needs_url
    assert made.operations["thing.create"].writes


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("name: [", "this is not YAML"),
        ("- a", "a manifest is an object"),
        ("name: a\nname: b", "the key 'name' is here twice"),
        (MANIFEST | {"surprise": 1}, "surprise: Extra inputs are not permitted"),
        (MANIFEST | {"name": "other"}, "name: 'other' is not the file's name"),
        (MANIFEST | {"auth": {"x": {"kind": "bearer", "headr": "X"}}}, "auth.x.bearer.headr: Extra inputs"),
        (MANIFEST | {"operations": {"Thing": OPERATION}}, "operations: "),
        (with_operation(safety="by_search"), "operations.thing.create: Value error, by_search needs find"),
        (with_operation(safety="by_key"), "by_key needs reference"),
        (with_operation(writes=False), "What changes nothing is idempotent"),
        (with_operation(reference={}), "Say where the reference goes"),
        (with_operation(reference={"path": True}), "no template of the request has {{reference}}"),
        (with_operation(request={"method": "POST", "path": "/{{nobody.x}}"}), "{{nobody}}, which nothing has"),
        (with_operation(examples=[{"nam": "x"}]), "operations.thing.create.examples.0: input"),
        (with_operation(examples=[]), "operations.thing.create.examples: "),
        (with_operation(input={"properties": {"name": {"type": "text"}}}), "a JSON Schema is wrong"),
        (with_operation(batch={"input": "names", "max": 10}), "input.properties.names needs maxItems"),
        (with_operation(call="absent", request=None), "hooks: there is no function 'absent'"),
        (MANIFEST | {"hooks": "./absent.py"}, "hooks: "),
        (MANIFEST | {"hooks": "hub.connectors.hooks.absent"}, "hooks: ModuleNotFoundError"),
        (MANIFEST | {"errors": {"rules": [{"category": "auth", "limit": "day"}]}}, "names a limit 'day'"),
        (MANIFEST | {"errors": {"rules": [{"category": "broken"}]}}, "errors.rules.0.category: "),
        (MANIFEST | {"families": [{"with": [{}], "operations": {"a.[[b]]": OPERATION}}]}, "[[b]] is not among"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(tmp_path, document, said):
    path = written(tmp_path, document)

    with pytest.raises(ManifestError) as refused:
        checked(path)

    assert all(line.startswith(f"{path}: ") for line in refused.value.lines)
    assert said in str(refused.value)


def test_a_folder_tells_of_all_its_files_at_once(tmp_path):
    written(tmp_path, MANIFEST | {"surprise": 1})
    written(tmp_path, "- a", "other.yaml")

    with pytest.raises(ManifestError) as refused:
        load_folder(tmp_path)

    assert len(refused.value.lines) == 2
    with pytest.raises(ManifestError, match="no such folder"):
        load_folder(tmp_path / "absent")


def test_the_words_on_and_no_are_words_and_dates_are_text(tmp_path):
    example = "examples: [{name: on}, {name: no}, {name: 2026-11-22}]"
    text = yaml.safe_dump(MANIFEST).replace("examples:\n    - name: x", example)

    names = [each["name"] for each in checked(written(tmp_path, text)).operations["thing.create"].examples]

    assert names == ["on", "no", "2026-11-22"]


def test_hooks_may_lie_beside_the_manifest(tmp_path):
    (tmp_path / "thing.py").write_text("async def make(session, given, *, reference):\n    return None\n")
    operation = {key: each for key, each in OPERATION.items() if key != "request"} | {"call": "make"}

    made = checked(written(tmp_path, MANIFEST | {"hooks": "./thing.py", "operations": {"thing.create": operation}}))

    assert made.hooks is not None


def test_the_hubs_own_manifests_are_right_and_all_registered():
    assert load_folder(BUILT_IN).keys() <= registry.connectors().keys()


def test_an_installations_own_folder_is_read_at_start_and_may_not_take_a_name_twice(tmp_path, settings):
    settings.HUB = settings.HUB.model_copy(update={"connectors_dir": str(tmp_path)})
    written(tmp_path, MANIFEST)
    assert "thing" in registry.connectors.__wrapped__()

    written(tmp_path, MANIFEST | {"name": "hubspot"}, "hubspot.yaml")
    with pytest.raises(ManifestError, match="there is a connector 'hubspot' already"):
        registry.connectors.__wrapped__()


def test_a_wrong_folder_is_among_the_settings_that_are_refused(tmp_path):
    written(tmp_path, "- a")

    (found,) = problems(Environment(connectors_dir=str(tmp_path)))

    assert found.startswith(f"HUB_CONNECTORS_DIR: {tmp_path}")
