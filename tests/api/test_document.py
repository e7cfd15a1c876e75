"""The OpenAPI document and its page."""

import json
from datetime import UTC, datetime
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from hub.api.app import api as application
from hub.jobs.lifecycle import JobRow, event_of
from hub.rules.status import JobStatus

pytestmark = pytest.mark.pure


@pytest.fixture
def document():
    return application.get_openapi_schema()


def operations(document):
    for path, methods in document["paths"].items():
        for method, declared in methods.items():
            yield f"{method.upper()} {path}", declared


def test_it_is_openapi_3_1_and_says_what_webhooks_look_like(document):
    assert document["openapi"].startswith("3.1")
    assert "job.succeeded" in document["webhooks"]


def test_every_operation_has_a_summary_a_tag_and_its_own_id(document):
    declared = dict(operations(document))

    assert [
        name for name, each in declared.items() if not (each["summary"] and each["description"] and each["tags"])
    ] == []
    ids = [each["operationId"] for each in declared.values()]
    assert len(ids) == len(set(ids))


def test_every_body_has_an_example(document):
    bare = [
        name
        for name, each in operations(document)
        if "requestBody" in each and not each["requestBody"]["content"]["application/json"].get("examples")
    ]

    assert bare == []


def test_every_operation_documents_its_problems(document):
    for name, each in operations(document):
        assert {"400", "422", "500", "503"} <= {str(status) for status in each["responses"]}, name
        assert ({"401", "403"} <= {str(status) for status in each["responses"]}) or each["security"] == [], name


def test_every_event_of_a_job_is_documented_as_it_is(document):
    now = datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC)
    row = dict.fromkeys(JobRow._fields) | {
        "id": UUID(int=1 << 80),
        "tenant_id": UUID(int=2),
        "connection_id": UUID(int=3),
        "connector": "echo",
        "operation": "echo",
        "tags": ["web"],
        "metadata": {},
        "version": 1,
        "tried": 1,
        "created_at": now,
    }

    for status in JobStatus:
        event = event_of(JobRow(**row | {"status": status}), at=now)
        documented = document["webhooks"][event.type]["post"]["requestBody"]["content"]["application/json"]["schema"]
        Draft202012Validator(documented, format_checker=FormatChecker()).validate(json.loads(event.body))
