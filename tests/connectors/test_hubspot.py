"""HubSpot: against its own OpenAPI document (Prism checks each request), and against a double made from its pages."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from hub.rules.quotas import next_midnight
from tests.connectors import hubspot_double, spec_mock
from tests.connectors.contract import Subject
from tests.connectors.hubspot_double import CORRELATION, TOKEN

ADA = {"email": "ada@example.com", "firstname": "Ada"}


@pytest.fixture(scope="module")
def document() -> Iterator[str]:
    """HubSpot's document of the contacts API, served by Prism."""
    with spec_mock.mock(spec_mock.spec("hubspot-contacts-v3.openapi.json")) as url:
        yield url


def over(url: str, **config: Any) -> Subject:
    """The connector on that address."""
    return Subject("hubspot", url, config, {"token": TOKEN}, {"token": "wrong"}, read=("contact.search", {}))


CONTACTS = [name for name in registry.get("hubspot").operations if name.startswith("contact.")]


@pytest.mark.parametrize("operation", CONTACTS)
def test_each_request_about_contacts_is_one_that_hubspots_document_allows(document, operation):
    for example in registry.get("hubspot").operations[operation].examples:
        result = over(document).perform((operation, example), "job_1")

        assert isinstance(result, Done), result


def test_the_mock_refuses_what_the_document_does_not_allow(document):
    """So that the tests above mean something."""
    for body in ({}, {"properties": {"email": 1}, "associations": []}):
        answer = httpx.post(f"{document}/crm/v3/objects/contacts", json=body, headers={"Authorization": "Bearer t"})
        assert answer.status_code == 422


def test_find_is_a_request_that_hubspots_document_allows(document):
    found = over(document)._ask(registry.find, ("contact.create", {"properties": ADA}), "job_1")

    # The document's example does not bear the reference, so nothing is found; a refusal would be an Outcome.
    assert found is None


def test_a_contact_is_created_read_changed_and_archived(account):
    hub = over(account.url)

    made = hub.perform(("contact.create", {"properties": ADA}), "job_1").output
    assert made["record"]["properties"] == ADA | {"hub_reference": "job_1"}
    changed = hub.perform(
        ("contact.update", {"id": "ada@example.com", "id_property": "email", "properties": {"firstname": "A."}}),
        "job_2",
    ).output
    assert changed["record"]["properties"]["firstname"] == "A."
    assert hub.perform(("contact.read", {"id": made["id"]}), "job_3").output["record"] == changed["record"]
    assert hub.perform(("contact.archive", {"id": made["id"]}), "job_4").output == {"id": made["id"]}
    assert _category(hub.perform(("contact.read", {"id": made["id"]}), "job_5")) is Category.NOT_FOUND


def test_upserting_twice_makes_one_record(account):
    hub = over(account.url)
    given = {"id": "C-17", "id_property": "erp_number", "properties": {"name": "Engines"}}

    first, second = (hub.perform(("company.upsert", given), "job_1").output for _ in range(2))

    assert (first["record"]["new"], second["record"]["new"]) == (True, False)
    assert first["id"] == second["id"]
    assert len(account.records["companies"]) == 1


def test_a_batch_that_is_created_again_by_the_same_job_makes_no_more_records(account):
    hub = over(account.url)
    given = {"records": [{"dealname": "One"}, {"dealname": "Two"}]}

    first, second = (hub.perform(("deal.batch_create", given), "job_1").output for _ in range(2))

    assert [each["id"] for each in first["records"]] == [each["id"] for each in second["records"]]
    assert len(account.records["deals"]) == 2


def test_somebody_elses_contact_is_a_duplicate_and_the_jobs_own_is_done(account):
    hub = over(account.url)
    made = hub.perform(("contact.create", {"properties": ADA}), "job_1")

    # The answer was lost, `find` came too early, and the job runs again.
    again = hub.perform(("contact.create", {"properties": ADA}), "job_1")
    other = hub.perform(("contact.create", {"properties": ADA}), "job_2")

    assert isinstance(again, Done)
    assert again.output["id"] == made.output["id"]
    assert isinstance(other, Outcome)
    assert (other.category, other.provider_code, other.provider_request_id) == (
        Category.DUPLICATE,
        "CONFLICT",
        CORRELATION,
    )
    assert list(other.field_errors) in (["email"], ["hub_reference"])
    assert len(account.records["contacts"]) == 1


def test_what_hubspot_finds_wrong_is_named_by_property(account):
    result = over(account.url).perform(("contact.create", {"properties": {"email": "nonsense"}}), "job_1")

    assert isinstance(result, Outcome)
    assert result.category is Category.VALIDATION
    assert result.field_errors == {"email": "Email address nonsense is invalid"}


def test_a_search_goes_through_all_pages_and_on_where_it_stopped(account):
    for number in range(25):
        hubspot_double._create(account.records["contacts"], {"firstname": "Ada", "lastname": str(number)})
    hub = over(account.url)
    where = {"filters": [[{"property": "firstname", "operator": "EQ", "value": "Ada"}]]}

    page = hub.perform(("contact.search", where | {"limit": 10}), "job_1").output
    rest = hub.perform(("contact.search", where | {"cursor": page["next"]}), "job_1").output

    names = [each["record"]["properties"]["lastname"] for each in [*page["records"], *rest["records"]]]
    assert names == [str(number) for number in range(25)]
    assert (page["next"], rest["next"]) == ("10", None)


def test_limits_are_told_with_each_answer(account):
    result = over(account.url).perform(("contact.search", {}), "job_1")

    assert result.limits is not None
    daily, burst = result.limits.quotas["daily"], result.limits.quotas["burst"]
    assert (daily.limit, daily.remaining, daily.daily, daily.spent) == (250000, 249900, True, False)
    assert (burst.limit, burst.remaining, burst.window_s, burst.daily) == (100, 97, 10.0, False)


@pytest.mark.parametrize(
    ("policy", "category"),
    [("DAILY", Category.QUOTA_EXHAUSTED), ("TEN_SECONDLY_ROLLING", Category.RATE_LIMIT)],
)
def test_a_spent_day_waits_for_midnight_in_the_accounts_zone_and_a_burst_for_seconds(account, policy, category):
    refusal = {
        "status": "error",
        "message": "You have reached a limit.",
        "errorType": "RATE_LIMIT",
        "policyName": policy,
    }
    left = "0" if policy == "DAILY" else "97"
    headers = {"X-HubSpot-RateLimit-Remaining": "0", "X-HubSpot-RateLimit-Daily-Remaining": left}
    account.answers.append((429, headers, refusal))
    hub = over(account.url, time_zone="Europe/Berlin")
    before = datetime.now(UTC)

    result = hub.perform(("contact.create", {"properties": ADA}), "job_1")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable, result.provider_code) == (category, True, "RATE_LIMIT")
    assert result.retry_at is not None
    if policy == "DAILY":
        assert result.retry_at in {next_midnight(now, ZoneInfo("Europe/Berlin")) for now in (before, datetime.now(UTC))}
    else:
        assert timedelta(0) < result.retry_at - before < timedelta(seconds=30)
    assert account.records["contacts"] == {}


def test_associating_twice_is_one_association(account):
    given = {"from_type": "contacts", "from_id": "501", "to_type": "companies", "to_id": "502"}

    for _ in range(2):
        assert isinstance(over(account.url).perform(("association.create", given), "job_1"), Done)

    assert account.associated == {("501", "502")}


def _category(result: Any) -> Category:
    assert isinstance(result, Outcome), result
    return result.category
