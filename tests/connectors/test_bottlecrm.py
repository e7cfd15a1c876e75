"""BottleCRM against a running one: records of all four kinds, duplicates, refusals, slow and lost answers."""

from typing import Any
from uuid import uuid4

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.bottlecrm.server import BottleCRM
from tests.connectors.conftest import over_bottlecrm
from tests.connectors.contract import Subject
from tests.proxies import Proxy

TABLES = {"contact": "contacts", "account": "accounts", "lead": "lead", "opportunity": "opportunity"}
PATHS = {"contact": "contacts", "account": "accounts", "lead": "leads", "opportunity": "opportunities"}
CHANGES = {
    "contact": {"title": "Countess"},
    "account": {"city": "London"},
    "lead": {"company_name": "Engines"},
    "opportunity": {"amount": "1600.00"},
}
KINDS = sorted(TABLES)


def fields(kind: str) -> dict[str, Any]:
    """A record that no other is like."""
    some = uuid4().hex[:12]
    return {
        "contact": {"first_name": "Ada", "last_name": "Lovelace", "email": f"{some}@example.com"},
        "account": {"name": f"Engines {some}"},
        "lead": {"title": "An engine", "last_name": "Lovelace", "email": f"{some}@example.com"},
        "opportunity": {"name": f"Engine {some}", "stage": "PROSPECTING", "amount": "1500.00"},
    }[kind]


def named() -> str:
    """A job's id that no other test uses."""
    return f"job_{uuid4().hex[:26]}"


def bearing(server: BottleCRM, kind: str, reference: str) -> int:
    return server.count(TABLES[kind], "custom_fields->>'hub_reference' = %s", reference)


def hub(server: BottleCRM, **changes: Any) -> Subject:
    return Subject(**(over_bottlecrm(server).__dict__ | changes))


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_is_created_read_changed_found_and_deleted(bottlecrm, kind):
    crm, given, reference = hub(bottlecrm), fields(kind), named()

    record_id = crm.perform((f"{kind}.create", {"fields": given}), reference).output["id"]
    assert bearing(bottlecrm, kind, reference) == 1
    assert crm.perform((f"{kind}.update", {"id": record_id, "fields": CHANGES[kind]}), named()).output == {
        "id": record_id
    }
    read = crm.perform((f"{kind}.read", {"id": record_id}), named()).output
    wanted = given | CHANGES[kind]
    assert {name: read["record"][name] for name in wanted} == wanted
    assert read["record"]["custom_fields"] == {"hub_reference": reference}
    what = given.get("email") or given["name"]
    searched = crm.perform((f"{kind}.search", {"search": what}), named()).output["records"]
    assert [each["id"] for each in searched] == [record_id]

    for _ in range(2):
        assert crm.perform((f"{kind}.delete", {"id": record_id}), named()).output == {"id": record_id}
    assert _is(crm.perform((f"{kind}.read", {"id": record_id}), named()), Category.NOT_FOUND)


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_elses_record_is_a_duplicate_and_the_jobs_own_is_done(bottlecrm, kind):
    crm, reference = hub(bottlecrm), named()
    create = (f"{kind}.create", {"fields": fields(kind)})
    made = crm.perform(create, reference)

    # The answer was lost, `find` came too early, and the job runs again.
    again = crm.perform(create, reference)
    other = crm.perform(create, named())

    assert again == made
    assert _is(other, Category.DUPLICATE)
    assert list(other.field_errors) == ["email" if kind in {"contact", "lead"} else "name"]
    assert bearing(bottlecrm, kind, reference) == 1


def test_a_change_to_what_another_record_has_is_a_duplicate(bottlecrm):
    crm, first, second = hub(bottlecrm), fields("contact"), fields("contact")
    crm.perform(("contact.create", {"fields": first}), named())
    record_id = crm.perform(("contact.create", {"fields": second}), named()).output["id"]

    refused = crm.perform(("contact.update", {"id": record_id, "fields": {"email": first["email"].upper()}}), named())

    assert _is(refused, Category.DUPLICATE)


@pytest.mark.parametrize(
    ("operation", "given", "wrong"),
    [
        ("contact.create", {"email": "nonsense"}, {"first_name", "last_name", "email"}),
        ("account.create", {"city": "London"}, {"name"}),
        ("lead.create", {"probability": 101, "email": "nonsense"}, {"probability", "email"}),
        ("opportunity.create", {"name": "No amount", "amount": "much"}, {"amount"}),
    ],
)
def test_what_is_wrong_is_named_by_field(bottlecrm, operation, given, wrong):
    refused = hub(bottlecrm).perform((operation, {"fields": given}), reference := named())

    assert _is(refused, Category.VALIDATION)
    assert set(refused.field_errors) == wrong
    assert bearing(bottlecrm, operation.partition(".")[0], reference) == 0


def test_an_unknown_token_is_auth_and_one_without_the_scope_is_permission(bottlecrm):
    create = ("contact.create", {"fields": fields("contact")})
    reader = {"token": bottlecrm.reader}

    for wrong in ({"token": "bcrm_pat_wrong"}, {"token": "nonsense"}):
        assert _is(hub(bottlecrm).perform(create, named(), credentials=wrong), Category.AUTH)
    assert _is(hub(bottlecrm).perform(create, named(), credentials=reader), Category.PERMISSION)
    assert isinstance(hub(bottlecrm).perform(("contact.search", {"limit": 1}), named(), credentials=reader), Done)


@pytest.mark.parametrize(("kind", "how"), [*((kind, "cut") for kind in KINDS), ("lead", "hang")])
def test_a_create_whose_answer_was_lost_or_slow_is_exactly_one_record(bottlecrm, kind, how):
    create, reference = (f"{kind}.create", {"fields": fields(kind)}), named()
    with Proxy(bottlecrm.url) as proxy:
        loss = proxy.lose(f"POST /api/{PATHS[kind]}/ HTTP".encode(), how=how)
        lost = hub(bottlecrm).perform(create, reference, url=proxy.url, timeout_s=3)
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    found = hub(bottlecrm, write=create).find(reference)

    assert isinstance(found, Done)
    assert hub(bottlecrm).perform(create, reference) == found
    assert bearing(bottlecrm, kind, reference) == 1


def test_find_finds_nothing_of_a_job_that_has_done_nothing(bottlecrm):
    for kind in KINDS:
        assert hub(bottlecrm, write=(f"{kind}.create", {"fields": fields(kind)})).find(named()) is None


def test_without_the_field_for_the_jobs_id_nothing_is_created_and_the_hub_can_make_it(bottlecrm):
    crm = hub(bottlecrm, config={"reference_field": "other_reference"})
    create, reference = ("contact.create", {"fields": fields("contact")}), named()
    refused = crm.perform(create, reference)
    assert _is(refused, Category.VALIDATION)
    assert refused.provider_code == "reference_field_missing"

    make = ("reference_field.create", {"kind": "Contact"})
    made = crm.perform(make, named())
    assert Subject(**(crm.__dict__ | {"write": make})).find(named()).output["id"] == made.output["id"]

    record_id = crm.perform(create, reference).output["id"]
    assert bottlecrm.count("contacts", "custom_fields->>'other_reference' = %s", reference) == 1
    assert Subject(**(crm.__dict__ | {"write": create})).find(reference).output == {"id": record_id}


@pytest.mark.parametrize("own", [{"hub_reference": "mine"}, "text"])
def test_the_caller_cannot_set_the_field_that_carries_the_jobs_id(bottlecrm, own):
    given = fields("contact") | {"custom_fields": own}

    refused = hub(bottlecrm).perform(("contact.create", {"fields": given}), named())

    assert _is(refused, Category.VALIDATION)
    assert set(refused.field_errors) == {"fields.custom_fields"}


def test_a_search_goes_through_all_pages_and_on_where_it_stopped(bottlecrm):
    crm, some = hub(bottlecrm), uuid4().hex[:12]
    for number in range(5):
        crm.perform(("account.create", {"fields": {"name": f"{some} {number}"}}), named())

    page = crm.perform(("account.search", {"search": some, "limit": 3}), named()).output
    rest = crm.perform(("account.search", {"search": some, "cursor": page["next"]}), named()).output

    names = {each["record"]["name"] for each in [*page["records"], *rest["records"]]}
    assert names == {f"{some} {number}" for number in range(5)}
    assert (len(page["records"]), rest["next"]) == (3, None)


def test_the_connector_comes_with_the_hub():
    assert registry.get("bottlecrm").needs_url


def _is(result: Any, category: Category) -> bool:
    assert isinstance(result, Outcome), result
    assert result.category is category, result
    return True
