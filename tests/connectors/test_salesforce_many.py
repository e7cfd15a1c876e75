"""Salesforce by the hundred and composed: collections, composites, queries; held against the same double."""

import pytest

from hub.connectors.registry import Category
from tests.connectors.contract import Subject
from tests.connectors.test_salesforce import ENGINES, _is, key, org, over
from tests.proxies import Proxy

__all__ = ["key", "org"]
COMPOSED = {
    "requests": [
        {"name": "engines", "method": "POST", "path": "/sobjects/Account", "body": ENGINES},
        {
            "name": "ada",
            "method": "POST",
            "path": "/sobjects/Contact",
            "body": {"LastName": "L", "AccountId": "@{engines.id}"},
        },
    ]
}


def test_a_query_goes_through_all_pages_and_on_where_it_stopped(org):
    hub = over(org)
    hub.perform(("records.create", {"object": "Account", "records": [{"Name": f"N{n}"} for n in range(5)]}), "job_1")
    asked = {"soql": "SELECT Id, Name FROM Account"}

    page = hub.perform(("query", asked | {"limit": 3}), "job_2").output
    rest = hub.perform(("query", asked | {"cursor": page["next"]}), "job_3").output

    assert [each["Name"] for each in page["records"] + rest["records"]] == [f"N{n}" for n in range(5)]
    assert rest["next"] is None


def test_of_many_records_all_or_none_is_created_and_what_is_wrong_is_named(org):
    given = {"object": "Account", "records": [ENGINES, {"Industry": "None"}]}

    whole = over(org).perform(("records.create", given), "job_1")
    assert _is(whole, Category.VALIDATION, "REQUIRED_FIELD_MISSING")
    assert set(whole.field_errors) == {"records.1.Name"}
    assert org.records == {}

    parts = over(org).perform(("records.create", given | {"all_or_none": False}), "job_1").output
    assert [(each["index"], each["created"]) for each in parts["records"]] == [(0, True)]
    assert [(each["index"], each["category"], each["fields"]) for each in parts["errors"]] == [
        (1, "validation", ["Name"])
    ]


def test_many_records_are_changed_upserted_read_and_deleted(org):
    hub = over(org)
    named = [{"Erp_Number__c": f"C-{n}", "Name": f"N{n}"} for n in range(2)]
    upsert = ("records.upsert", {"object": "Account", "field": "Erp_Number__c", "records": named})
    ids = [each["id"] for each in hub.perform(upsert, "job_1").output["records"]]
    assert [each["id"] for each in hub.perform(upsert, "job_2").output["records"]] == ids
    changes = [{"id": each, "fields": {"Industry": "Energy"}} for each in ids]
    assert (
        len(hub.perform(("records.update", {"object": "Account", "records": changes}), "job_3").output["records"]) == 2
    )
    absent = "001D00000009999AAA"
    read = hub.perform(("records.read", {"object": "Account", "ids": [*ids, absent], "fields": ["Id"]}), "job_4").output
    assert [each and each["Industry"] for each in read["records"]] == ["Energy", "Energy", None]

    for _ in range(2):
        gone = hub.perform(("records.delete", {"ids": ids}), "job_5").output
        assert ([each["id"] for each in gone["records"]], gone["errors"]) == (ids, [])
    assert org.records == {}


def test_a_record_without_its_external_id_is_refused_before_anything_is_sent(org):
    given = {"object": "Account", "field": "Erp_Number__c", "records": [{"Erp_Number__c": "1", "Name": "A"}, ENGINES]}

    result = over(org).perform(("records.upsert", given), "job_1")

    assert _is(result, Category.VALIDATION)
    assert set(result.field_errors) == {"records.1.Erp_Number__c"}
    assert org.seen == []


def test_a_composite_happens_once_and_wholly(org):
    result = over(org).perform(("composite", COMPOSED), "job_1")

    engines, ada = result.output["responses"]
    assert (engines["status"], ada["status"]) == (201, 201)
    assert org.records[ada["body"]["id"]]["AccountId"] == engines["body"]["id"]
    found = Subject(**{**over(org).__dict__, "write": ("composite", COMPOSED)}).find("job_1")
    assert found.output["responses"] == [engines | {"body": engines["body"]}]

    wrong = {"requests": [COMPOSED["requests"][0], COMPOSED["requests"][1] | {"body": {"FirstName": "Ada"}}]}
    refused = over(org).perform(("composite", wrong), "job_2")
    assert _is(refused, Category.VALIDATION, "REQUIRED_FIELD_MISSING")
    assert set(refused.field_errors) == {"ada.LastName"}
    assert len(org.records) == 2


def test_a_composite_whose_answer_was_lost_is_found_by_its_first_record(org):
    hub = Subject(**{**over(org).__dict__, "write": ("composite", COMPOSED)})
    with Proxy(org.url) as proxy:
        loss = proxy.lose(b"POST /services/data/v67.0/composite", how="cut")
        lost = over(org, url=proxy.url).perform(("composite", COMPOSED), "job_1")
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    found = hub.find("job_1")

    assert [each["name"] for each in found.output["responses"]] == ["engines"]
    assert org.bearing("job_1") == 1
    assert hub.find("job_2") is None


@pytest.mark.parametrize(
    ("given", "category"),
    [
        (COMPOSED | {"all_or_none": False}, Category.UNKNOWN_OUTCOME),
        ({"requests": [{"name": "a", "method": "DELETE", "path": "/sobjects/Account/001"}]}, Category.UNKNOWN_OUTCOME),
        ({"requests": [{"name": "a", "method": "PATCH", "path": "/sobjects/Account/001", "body": {}}]}, None),
    ],
)
def test_a_composite_that_cannot_be_found_is_left_to_a_person_unless_it_can_be_called_again(org, given, category):
    found = Subject(**{**over(org).__dict__, "write": ("composite", given)}).find("job_1")

    assert found is None if category is None else _is(found, category)


def test_what_looks_like_a_template_in_the_callers_fields_stays_as_it_is(org):
    hub = over(org)
    made = hub.perform(("account.create", {"fields": {"Name": "{{config.login_url}}"}}), "job_1").output
    many = hub.perform(
        ("records.create", {"object": "Account", "records": [{"Name": "{{reference}}"}]}), "job_2"
    ).output

    assert org.records[made["id"]]["Name"] == "{{config.login_url}}"
    assert org.records[many["records"][0]["id"]]["Name"] == "{{reference}}"
