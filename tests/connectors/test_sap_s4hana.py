"""SAP S/4HANA, against a third party's mock as a process: OData V2 and V4, CSRF sessions, ETags, faults."""

import asyncio
import itertools
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.manifest.session import names_of
from hub.connectors.registry import Category, Done, Outcome, Sessions
from tests.connectors.conftest import over_sap
from tests.connectors.contract import Subject, with_sessions
from tests.connectors.sap import CLIENT, ORDERS, PARTNERS, MockSap
from tests.proxies import Proxy

NUMBERS = itertools.count(1)
HEADER = {
    "SalesOrderType": "OR",
    "SalesOrganization": "1710",
    "DistributionChannel": "10",
    "OrganizationDivision": "00",
    "SoldToParty": "1000004",
}
ITEM = {"Material": "TG11", "RequestedQuantity": "2"}
PARTNER = {"BusinessPartnerCategory": "2", "OrganizationBPName1": "Analytical Engines"}


@pytest.fixture
def hub(sap: MockSap) -> Subject:
    return over_sap(sap)


def ask(hub: Subject, operation: str, given: dict[str, Any], job: str | None = None, **more: Any) -> Done | Outcome:
    return hub.perform((operation, given), job or f"job_sap_{next(NUMBERS)}", **more)


def do(hub: Subject, operation: str, given: dict[str, Any], job: str | None = None) -> dict[str, Any]:
    result = ask(hub, operation, given, job)
    assert isinstance(result, Done), result
    return result.output


def test_an_order_is_created_with_its_items_read_changed_and_listed(hub, sap):
    made = do(hub, "sales_order.create", {"fields": HEADER, "items": [ITEM, ITEM]}, "job_sap_order")

    assert made["record"]["PurchaseOrderByCustomer"] == "job_sap_order"
    seen = do(hub, "sales_order.read", {"id": made["id"], "expand": "to_Item"})
    assert [each["Material"] for each in seen["record"]["to_Item"]["results"]] == ["TG11", "TG11"]
    changed = do(
        hub,
        "sales_order.update",
        {"id": made["id"], "fields": {"CustomerPaymentTerms": "0002"}, "version": seen["version"]},
    )
    again = do(hub, "sales_order.read", {"id": made["id"]})
    assert (again["record"]["CustomerPaymentTerms"], again["version"]) == ("0002", changed["version"])
    found = do(hub, "sales_order.list", {"filter": f"SalesOrder eq '{made['id']}'", "limit": 5})
    assert [each["id"] for each in found["records"]] == [made["id"]]
    assert len(sap.rows(ORDERS, "PurchaseOrderByCustomer eq 'job_sap_order'")) == 1


def test_an_order_of_odata_v4_is_created_read_changed_and_listed(hub):
    # The mock calls the items `to_Item` in V4 too.
    fields = HEADER | {"to_Item": [{"Material": "TG11", "RequestedQuantity": 2}]}
    made = do(hub, "sales_order_v4.create", {"fields": fields}, "job_sap_v4")

    assert made["record"]["PurchaseOrderByCustomer"] == "job_sap_v4"
    seen = do(hub, "sales_order_v4.read", {"id": made["id"], "expand": "to_Item"})
    assert seen["record"]["to_Item"][0]["RequestedQuantity"] == 2
    change = {"id": made["id"], "fields": {"CustomerPaymentTerms": "0002"}, "version": seen["version"]}
    assert do(hub, "sales_order_v4.update", change)["version"] != seen["version"]
    stale = ask(hub, "sales_order_v4.update", change | {"fields": {"CustomerPaymentTerms": "0003"}})
    assert isinstance(stale, Outcome)
    assert stale.category is Category.CONFLICT
    listed = do(hub, "sales_order_v4.list", {"filter": "PurchaseOrderByCustomer eq 'job_sap_v4'"})
    assert [each["id"] for each in listed["records"]] == [made["id"]]


def test_a_business_partner_bears_twenty_characters_made_of_the_jobs_id(hub, sap):
    made = do(hub, "business_partner.create", {"fields": PARTNER}, "job_sap_partner")

    short = names_of("job_sap_partner")["reference_short"]
    assert (made["record"]["SearchTerm1"], len(short)) == (short, 20)
    change = {"id": made["id"], "fields": {"OrganizationBPName1": "Engines"}, "version": made["version"]}
    do(hub, "business_partner.update", change)
    assert do(hub, "business_partner.read", {"id": made["id"]})["record"]["OrganizationBPName1"] == "Engines"
    assert [row["BusinessPartner"] for row in sap.rows(PARTNERS, f"SearchTerm1 eq '{short}'")] == [made["id"]]


def test_a_list_goes_through_all_pages_and_on_where_it_stopped(hub):
    page = do(hub, "business_partner.list", {"orderby": "BusinessPartner asc", "limit": 7})
    rest = do(hub, "business_partner.list", {"orderby": "BusinessPartner asc", "limit": 500, "cursor": page["next"]})

    ids = [each["id"] for each in [*page["records"], *rest["records"]]]
    assert (len(page["records"]), rest["next"]) == (7, None)
    assert ids == sorted(set(ids))


def test_a_number_that_is_taken_is_a_duplicate(hub):
    given = {"fields": PARTNER | {"BusinessPartner": "TAKEN1"}}
    do(hub, "business_partner.create", given)

    result = ask(hub, "business_partner.create", given)

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.DUPLICATE, "/IWBEP/CX_MGW_BUSI_EXCEPTION")


@pytest.mark.parametrize("operation", ["sales_order", "business_partner"])
def test_a_change_on_top_of_somebody_elses_is_a_conflict(hub, operation):
    fields, name = (HEADER, "CustomerPaymentTerms") if operation == "sales_order" else (PARTNER, "Industry")
    seen = do(hub, f"{operation}.create", {"fields": fields})
    do(hub, f"{operation}.update", {"id": seen["id"], "fields": {name: "0001"}})

    stale = {"id": seen["id"], "fields": {name: "0002"}, "version": seen["version"]}
    result = ask(hub, f"{operation}.update", stale)

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.CONFLICT, False)
    assert do(hub, f"{operation}.read", {"id": seen["id"]})["record"][name] == "0001"


@pytest.mark.parametrize("operation", ["sales_order.create", "sales_order_v4.create"])
def test_what_sap_finds_wrong_is_named_by_property(hub, operation):
    result = ask(hub, operation, {"fields": HEADER | {"NoSuchField": "x"}})

    assert isinstance(result, Outcome)
    assert (result.category, list(result.field_errors)) == (Category.VALIDATION, ["NoSuchField"])
    assert result.message.startswith("Property 'NoSuchField' does not exist")


def test_an_order_that_sets_the_references_place_itself_is_refused_and_nothing_is_sent(hub, sap):
    result = ask(hub, "sales_order.create", {"fields": HEADER | {"PurchaseOrderByCustomer": "PO-OWN"}})

    assert isinstance(result, Outcome)
    assert result.category is Category.VALIDATION
    assert "/PurchaseOrderByCustomer" in result.message
    assert sap.rows(ORDERS, "PurchaseOrderByCustomer eq 'PO-OWN'") == []


def test_what_is_not_there_is_not_found(hub):
    result = ask(hub, "sales_order.read", {"id": "999"})

    assert isinstance(result, Outcome)
    assert result.category is Category.NOT_FOUND


def test_an_oauth_client_works_and_a_wrong_one_is_auth(hub, sap):
    token_url = f"{sap.url}/sap/bc/sec/oauth2/token"
    client = {"auth": "oauth", "token_url": token_url, **CLIENT}

    assert isinstance(hub.check(credentials=client), Done)
    made = hub.perform(("sales_order.create", {"fields": HEADER}), "job_sap_oauth", credentials=client)
    assert isinstance(made, Done)
    wrong = hub.check(credentials=client | {"client_secret": "no"})
    assert isinstance(wrong, Outcome)
    assert (wrong.category, wrong.provider_code) == (Category.AUTH, "invalid_client")


def test_a_token_that_ends_is_fetched_anew_and_the_order_created_once(hub, sap):
    sap.fault(method="POST", match="A_SalesOrder", scenario="csrf")

    do(hub, "sales_order.create", {"fields": HEADER}, "job_sap_csrf")

    assert len(sap.rows(ORDERS, "PurchaseOrderByCustomer eq 'job_sap_csrf'")) == 1


def test_many_writes_at_once_share_one_token_and_its_cookies(hub, sap):
    access = hub.access()
    given = registry.validate_input("sap_s4hana", "sales_order.create", {"fields": HEADER})

    async def main(pool: Sessions) -> list[Any]:
        def create(number: int) -> Any:
            return registry.perform(
                pool, "sap_s4hana", access, "sales_order.create", given, reference=f"job_many_{number}", timeout_s=60
            )

        return await asyncio.gather(*map(create, range(8)))

    last = sap.requests()[0]["id"]
    results = with_sessions(main)

    assert all(isinstance(result, Done) for result in results)
    assert len({result.output["id"] for result in results}) == 8
    sent = sap.requests(after=last)
    assert sorted(each["method"] for each in sent) == ["GET", *["POST"] * 8]
    assert all("cookie" in each["headers"] for each in sent if each["method"] == "POST")


@pytest.mark.parametrize(
    ("fault", "category", "retryable"),
    [
        ({"scenario": "busy"}, Category.UNAVAILABLE, True),
        ({"scenario": "lock"}, Category.RATE_LIMIT, True),
        ({"scenario": "forbidden"}, Category.PERMISSION, False),
        ({"scenario": "error"}, Category.UNKNOWN_OUTCOME, False),
        ({"status": 429}, Category.RATE_LIMIT, True),
    ],
)
def test_saps_troubles_have_a_meaning(hub, sap, fault, category, retryable):
    sap.fault(method="POST", match="A_SalesOrder", **fault)
    try:
        result = ask(hub, "sales_order.create", {"fields": HEADER}, "job_sap_trouble")
    finally:
        sap.heal()

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (category, retryable)
    assert sap.rows(ORDERS, "PurchaseOrderByCustomer eq 'job_sap_trouble'") == []


def test_an_answer_that_takes_too_long_is_unknown_for_a_write(hub, sap):
    sap.fault(method="POST", match="A_SalesOrder", scenario="slow")

    result = ask(hub, "sales_order.create", {"fields": HEADER}, "job_sap_slow", timeout_s=1)

    assert isinstance(result, Outcome)
    assert result.category is Category.UNKNOWN_OUTCOME


@pytest.mark.parametrize(
    ("operation", "mark", "given"),
    [
        ("business_partner.create", b"POST /sap/opu/odata/sap/API_BUSINESS_PARTNER_SRV", PARTNER),
        ("sales_order_v4.create", b"POST /sap/opu/odata4/sap/api_salesorder", HEADER),
    ],
)
def test_a_create_whose_answer_was_lost_is_found_and_there_once(hub, sap, operation, mark, given):
    job = "job_lost_" + operation[:5]
    with Proxy(sap.url) as proxy:
        loss = proxy.lose(mark, how="cut")
        lost = hub.perform((operation, {"fields": given}), job, url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, (operation, {"fields": given}), job)
    assert isinstance(found, Done)
    short = names_of(job)["reference_short"]
    rows = sap.rows(PARTNERS, f"SearchTerm1 eq '{short}'") or sap.rows(ORDERS, f"PurchaseOrderByCustomer eq '{job}'")
    assert found.output["id"] in {row.get("SalesOrder") or row["BusinessPartner"] for row in rows}
    assert len(rows) == 1


def test_a_change_whose_answer_was_lost_is_found_and_not_taken_for_a_conflict(hub, sap):
    seen = do(hub, "sales_order.create", {"fields": HEADER})
    change = {"id": seen["id"], "fields": {"CustomerPaymentTerms": "0004"}, "version": seen["version"]}
    assert hub._ask(registry.find, ("sales_order.update", change), "job_sap_c") is None
    with Proxy(sap.url) as proxy:
        loss = proxy.lose(b"PATCH /sap", how="cut")
        lost = hub.perform(("sales_order.update", change), "job_sap_c", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, ("sales_order.update", change), "job_sap_c")
    assert isinstance(found, Done)
    assert found.output["version"] == do(hub, "sales_order.read", {"id": seen["id"]})["version"]
