"""Pipedrive, held against a double made from its pages: records, limits, refusals, lost answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from hub.rules.errors import HubError
from tests.connectors.contract import Subject
from tests.connectors.pipedrive_double import PERSON, TOKEN, Pipedrive
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

KEYS = {"person_reference": PERSON, "organization_reference": "a" * 40, "deal_reference": "b" * 40}
CREATE = ("person.create", {"fields": {"name": "Ada Lovelace"}})


@pytest.fixture
def company() -> Iterator[Pipedrive]:
    """A company without records."""
    with running(Pipedrive()) as server:
        yield server


def over(company: Pipedrive, *, token: str = TOKEN, write: Any = CREATE, url: str = "") -> Subject:
    return Subject("pipedrive", url or company.url, KEYS, {"api_key": token}, {"api_key": "wrong"}, CREATE, write=write)


@pytest.mark.parametrize(("kind", "named"), [("person", "name"), ("organization", "name"), ("deal", "title")])
def test_a_record_is_created_read_changed_listed_and_deleted(company, kind, named):
    hub = over(company)

    made = hub.perform((f"{kind}.create", {"fields": {named: "Engine"}}), "job_1").output
    assert made["record"]["custom_fields"] == {KEYS[f"{kind}_reference"]: "job_1"}
    number = int(made["id"])
    assert (
        hub.perform((f"{kind}.update", {"id": number, "fields": {named: "No. 2"}}), "job_2").output["id"] == made["id"]
    )
    assert hub.perform((f"{kind}.read", {"id": number}), "job_3").output["record"][named] == "No. 2"
    assert [each["id"] for each in hub.perform((f"{kind}.list", {}), "job_4").output["records"]] == [made["id"]]
    assert [each["id"] for each in hub.perform((f"{kind}.search", {"term": "No. 2"}), "job_5").output["records"]] == [
        made["id"]
    ]
    for _ in range(2):
        assert isinstance(hub.perform((f"{kind}.delete", {"id": number}), "job_6"), Done)
    assert _is(hub.perform((f"{kind}.read", {"id": number}), "job_7"), Category.NOT_FOUND)


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_lost_answer_leaves_exactly_one_record_that_is_found(company, how):
    for number in range(3):
        over(company).perform(CREATE, f"job_other_{number}")
    with Proxy(company.url) as proxy:
        loss = proxy.lose(b"POST /api/v2/persons HTTP", how=how)
        lost = over(company, url=proxy.url).perform(CREATE, "job_1", timeout_s=2)
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    found = over(company).find("job_1")

    assert isinstance(found, Done)
    assert found.output["record"]["custom_fields"][PERSON] == "job_1"
    assert company.bearing("job_1") == 1
    assert over(company).find("job_2") is None


def test_what_is_missing_is_named_by_the_hub_and_what_pipedrive_refuses_in_its_words(company):
    with pytest.raises(HubError) as refused:
        registry.validate_input("pipedrive", "deal.create", {"fields": {"value": 1}})
    assert refused.value.field == "input.fields"
    assert "title" in refused.value.detail

    text = "Validation failed: emails: Expected array, received string"
    company.answers.append((400, {}, {"success": False, "error": text, "error_info": "…", "data": None}))
    result = over(company).perform(CREATE, "job_1")
    assert _is(result, Category.VALIDATION)
    assert result.message == text


def test_the_caller_cannot_set_the_field_that_carries_the_jobs_id(company):
    given = {"fields": {"name": "Ada", "custom_fields": {PERSON: "mine"}}}

    assert _is(over(company).perform(("person.create", given), "job_1"), Category.VALIDATION)
    assert company.seen == []


def test_a_wrong_token_is_auth(company):
    assert _is(over(company, token="wrong").check(), Category.AUTH)
    assert isinstance(over(company).check(), Done)


def test_too_many_requests_wait_until_the_window_ends_and_limits_are_told(company):
    told = over(company).perform(("person.list", {}), "job_1").limits.quotas
    assert (told["burst"].limit, told["burst"].remaining) == (40, 39)
    assert (told["daily"].remaining, told["daily"].daily) == (9999, True)

    company.answers.append(
        (429, {"x-ratelimit-remaining": "0", "Retry-After": "2"}, {"success": False, "error": "request over limit"})
    )
    before = datetime.now(UTC)
    result = over(company).perform(CREATE, "job_2")

    assert _is(result, Category.RATE_LIMIT)
    assert timedelta(seconds=1) < result.retry_at - before < timedelta(seconds=30)
    assert company.records["persons"] == {}


def test_a_feature_that_the_plan_does_not_have_is_permission(company):
    capped = {"success": False, "error": "Couldn't add the deal.", "code": "feature_capping_deals_limit"}
    company.answers.append((403, {}, capped))

    result = over(company).perform(("deal.create", {"fields": {"title": "Engine"}}), "job_1")

    assert _is(result, Category.PERMISSION)
    assert result.provider_code == "feature_capping_deals_limit"


def _is(result: Any, category: Category) -> bool:
    assert isinstance(result, Outcome), result
    assert result.category is category, result
    return True
