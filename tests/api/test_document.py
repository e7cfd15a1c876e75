"""The OpenAPI document and its page."""

import pytest

from hub.api.app import api as application

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
