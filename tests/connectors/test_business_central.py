"""Business Central, against a double made from Microsoft's pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.business_central_double import COMPANY, TOKEN, BusinessCentral, refusal
from tests.connectors.contract import Subject
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

CUSTOMER = {"number": "C00010", "fields": {"displayName": "Analytical Engines", "type": "Company"}}
ORDER = {
    "customer": "C00010",
    "lines": [{"item": "1896-S", "quantity": 2}, {"item": "1900-S", "quantity": 1, "unit_price": 9.9}],
}


@pytest.fixture
def company() -> Iterator[BusinessCentral]:
    """An empty company."""
    with running(BusinessCentral()) as server:
        yield server


@pytest.fixture
def hub(company: BusinessCentral) -> Subject:
    config = {"tenant": "contoso.com", "environment": "Production", "company": COMPANY}
    token = {"auth": "token", "token": TOKEN}
    return Subject("business_central", company.url, config, token, token | {"token": "wrong"}, read=("item.list", {}))


def do(hub: Subject, operation: str, given: dict[str, Any], job: str = "job_1") -> dict[str, Any]:
    result = hub.perform((operation, given), job)
    assert isinstance(result, Done), result
    return result.output


def test_an_order_is_created_with_its_lines_changed_shipped_and_invoiced(hub, company):
    made = do(hub, "sales_order.create", ORDER, "job_o")

    order = made["record"]
    assert (order["externalDocumentNumber"], order["customerNumber"]) == ("job_o", "C00010")
    assert order["salesOrderLines"] == [
        {"lineType": "Item", "lineObjectNumber": "1896-S", "quantity": 2},
        {"lineType": "Item", "lineObjectNumber": "1900-S", "quantity": 1, "unitPrice": 9.9},
    ]
    change = {"id": made["id"], "fields": {"requestedDeliveryDate": "2026-12-01"}, "version": made["version"]}
    do(hub, "sales_order.update", change)
    do(hub, "sales_order.add_line", {"id": made["id"], "line": {"item": "1896-S", "quantity": 1}})
    read = do(hub, "sales_order.read", {"id": made["id"], "expand": "salesOrderLines"})["record"]
    assert (read["requestedDeliveryDate"], len(read["salesOrderLines"])) == ("2026-12-01", 3)
    ship = ("sales_order.ship_and_invoice", {"id": made["id"]})
    assert hub._ask(registry.find, ship, "job_s") is None
    assert hub.perform(ship, "job_s").output == {"id": made["id"]}
    assert hub._ask(registry.find, ship, "job_s") == Done({"id": made["id"]})
    assert do(hub, "sales_order.list", {"filter": "customerNumber eq 'C00010'"})["records"] == []
    assert [each["id"] for each in do(hub, "company.list", {})["records"]] == [COMPANY]


def test_a_number_that_is_taken_is_a_duplicate(hub, company):
    do(hub, "customer.create", CUSTOMER)

    result = hub.perform(("customer.create", CUSTOMER), "job_2")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.DUPLICATE, "Internal_EntityWithSameKeyExists")
    assert len(company.records["customers"]) == 1


def test_a_change_on_top_of_somebody_elses_is_a_conflict(hub, company):
    seen = do(hub, "customer.create", CUSTOMER)
    do(hub, "customer.update", {"id": seen["id"], "fields": {"city": "Theirs"}, "version": seen["version"]})

    result = hub.perform(
        ("customer.update", {"id": seen["id"], "fields": {"city": "Ours"}, "version": seen["version"]}), "j"
    )

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.CONFLICT, "Request_EntityChanged")
    assert company.records["customers"][seen["id"]]["city"] == "Theirs"


@pytest.mark.parametrize(
    ("status", "code", "category", "retryable"),
    [
        (400, "Internal_InvalidTableRelation", Category.VALIDATION, False),
        (400, "Application_DialogException", Category.VALIDATION, False),
        (400, "BadRequest_NotFound", Category.VALIDATION, False),
        (404, "Internal_RecordNotFound", Category.NOT_FOUND, False),
        (403, "Authorization_RequestDenied", Category.PERMISSION, False),
        (503, "Internal_TenantUnavailable", Category.UNAVAILABLE, True),
        (504, "Unknown", Category.UNKNOWN_OUTCOME, False),
    ],
)
def test_the_codes_have_a_meaning(hub, company, status, code, category, retryable):
    company.answers.append(refusal(status, code, "Something."))

    result = hub.perform(("sales_order.create", ORDER), "job_c")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable, result.provider_code) == (category, retryable, code)
    assert result.message.startswith("Something.")


def test_429_is_a_limit_and_nothing_is_created(hub, company):
    company.answers.append((429, {}, {"error": {"code": "TooManyRequests", "message": "Too many requests reached."}}))

    result = hub.perform(("sales_order.create", ORDER), "job_l")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.RATE_LIMIT, True)
    assert result.retry_at is not None
    assert company.records["salesOrders"] == {}


def test_wrong_credentials_are_auth(hub):
    for result in (
        hub.check(credentials=hub.wrong_credentials),
        hub.perform(("item.list", {}), "job_a", credentials=hub.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)
    assert isinstance(hub.check(), Done)


@pytest.mark.parametrize(
    ("operation", "given", "entities"),
    [("sales_order.create", ORDER, "salesOrders"), ("customer.create", CUSTOMER, "customers")],
)
def test_a_create_whose_answer_was_lost_is_found_and_there_once(hub, company, operation, given, entities):
    assert hub._ask(registry.find, (operation, given), "job_lost") is None
    with Proxy(company.url) as proxy:
        loss = proxy.lose(b"POST /companies", how="cut")
        lost = hub.perform((operation, given), "job_lost", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, (operation, given), "job_lost")
    assert isinstance(found, Done)
    assert list(company.records[entities]) == [found.output["id"]]


def test_a_change_whose_answer_was_lost_is_found_and_not_taken_for_a_conflict(hub, company):
    seen = do(hub, "customer.create", CUSTOMER)
    given = ("customer.update", {"id": seen["id"], "fields": {"city": "London"}, "version": seen["version"]})
    assert hub._ask(registry.find, given, "job_c") is None
    with Proxy(company.url) as proxy:
        loss = proxy.lose(b"PATCH /companies", how="cut")
        lost = hub.perform(given, "job_c", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, given, "job_c")
    assert isinstance(found, Done)
    assert found.output["version"] == 'W/"2"'
