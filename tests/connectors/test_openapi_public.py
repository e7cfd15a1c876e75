"""The `openapi` connector on GitHub's own document, which npm carries: every operation listed, requests valid by the document.

Each request is made from a sample by the operation's schema, sent to a real socket, and held there
against the document as it was published.
"""

import json
import os
import random
import re
import shutil
import subprocess
import tarfile
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import OPERATIONS
from hub.connectors.openapi.document import parse
from hub.connectors.openapi.operations import Operations
from hub.rules.errors import HubError
from hub.rules.outcomes import Done
from tests.connectors import records
from tests.connectors.contract import with_sessions
from tests.connectors.samples import sample

pytestmark = pytest.mark.pure

PACKAGE = "@octokit/openapi@23.0.2"
CACHE = Path(__file__).parents[2] / ".hub" / "openapi"
FILE = CACHE / "octokit" / "package" / "generated" / "api.github.com.json"
SAMPLED = 120


@pytest.fixture(scope="module")
def text() -> bytes:
    """GitHub's document; fetched once and kept outside of the repository."""
    if not FILE.exists():
        if shutil.which("npm") is None:
            pytest.skip("npm is not here, which carries GitHub's document")
        CACHE.mkdir(parents=True, exist_ok=True)
        command = ["npm", "pack", PACKAGE, "--silent", "--pack-destination", str(CACHE)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=os.environ | {"CI": "1"})
        except subprocess.TimeoutExpired:
            pytest.skip(f"{PACKAGE} did not come in time")
        if done.returncode:
            pytest.skip(f"{PACKAGE} cannot be fetched: {done.stderr.strip()[-200:]}")
        with tarfile.open(CACHE / done.stdout.strip().splitlines()[-1]) as archive:
            archive.extract("package/generated/api.github.com.json", CACHE / "octokit", filter="data")
    return FILE.read_bytes()


@pytest.fixture(scope="module")
def operations(text: bytes) -> Operations:
    return Operations(parse(text))


@pytest.fixture
def system():
    with records.running() as server:
        yield server


def test_every_operation_is_listed_under_its_own_name(text, operations):
    document = json.loads(text)
    methods = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
    wanted = {
        each["operationId"].replace("/", ".")
        for item in document["paths"].values()
        for method, each in item.items()
        if method in methods
    }

    assert len(operations) > 1000
    assert set(operations) == wanted
    assert all(each.title and len(each.name) <= 100 for each in operations.values())


def test_a_sample_of_requests_is_valid_by_the_document(text, operations, system):
    document = json.loads(text)
    given = chosen(operations)
    names = list(given)
    assert len(names) == SAMPLED
    config = registry.validate_config("openapi", {}) | {OPERATIONS: operations}
    access = Access("con_1", 1, system.url, config, registry.validate_credentials("openapi", {"token": "t"}))
    system.answers += [(200, {}, b"{}")] * SAMPLED

    async def run(sessions):
        about = {"reference": "job_1", "timeout_s": 20}
        return [await registry.perform(sessions, "openapi", access, name, given[name], **about) for name in names]

    results = with_sessions(run)

    assert [name for name, result in zip(names, results, strict=True) if not isinstance(result, Done)] == []
    problems = {
        name: found
        for name, (method, path, headers, body) in zip(names, system.seen, strict=True)
        if (found := wrong(document, operations.entry(name), (method, path, headers, body)))
    }
    assert problems == {}


def chosen(operations):
    """Name → input, made by each operation's own schema; those whose patterns nobody here can write are passed over."""
    given = {}
    for name in random.Random(4711).sample(sorted(operations), len(operations)):
        try:
            given[name] = operations[name].accepts.normalise(sample(operations[name].input), root="input")
        except (AssertionError, HubError):
            continue
        if len(given) == SAMPLED:
            break
    return given


def wrong(document, entry, heard):
    """What of a request as it came the published document does not allow."""
    method, target, headers, body = heard
    parts = urlsplit(target)
    found = [] if method.lower() == entry.method else [f"method {method}"]
    values = placeholders(entry.path, parts.path.removeprefix("/api"))
    if values is None:
        return [f"path {parts.path}"]
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    parameters = [follow(document, each) for each in entry.operation.get("parameters", [])]
    for each in parameters:
        held = {"path": values, "query": query, "header": headers}.get(each["in"], {})
        if each.get("required") and each["name"] not in held:
            found.append(f"{each['in']} {each['name']} is missing")
        elif each["name"] in held and each["in"] == "path":
            found += errors(document, each["schema"], typed(document, each["schema"], held[each["name"]]))
    found += [f"query {name} is unknown" for name in query if name not in {each["name"] for each in parameters}]
    content = follow(document, entry.operation.get("requestBody") or {}).get("content", {})
    if body and "application/json" in content:
        found += errors(document, content["application/json"]["schema"], json.loads(body))
    return found


def placeholders(template, path):
    """Name → value; None when the path is not one of the template's."""
    names = re.findall(r"\{([^}]+)\}", template)
    pattern = "([^/]+)".join(re.escape(part) for part in re.split(r"\{[^}]+\}", template))
    found = re.fullmatch(pattern, path)
    return dict(zip(names, map(unquote, found.groups()), strict=True)) if found else None


def follow(document, value):
    while "$ref" in value:
        place = document
        for part in value["$ref"][2:].split("/"):
            place = place[part.replace("~1", "/").replace("~0", "~")]
        value = place
    return value


def typed(document, schema, text):
    schema = follow(document, schema)
    return int(text) if schema.get("type") == "integer" else text


def errors(document, schema, value):
    """By the jsonschema library, with the published document as it is; `nullable` is the one word that it does not know."""
    published = Resource(contents=document, specification=DRAFT202012)
    validator = Draft202012Validator(rooted(schema), registry=Registry().with_resource("urn:document", published))
    return [error.message for error in validator.iter_errors(value)]


def rooted(schema):
    """The schema with its references made into the document's."""
    if isinstance(schema, dict):
        return {
            name: f"urn:document{each}" if name == "$ref" and isinstance(each, str) else rooted(each)
            for name, each in schema.items()
        }
    return [rooted(each) for each in schema] if isinstance(schema, list) else schema
