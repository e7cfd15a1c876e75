"""Xero, against a double made from its pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.shapes_server import running
from tests.connectors.xero_double import TENANT, TOKEN, Xero
from tests.proxies import Proxy

ADA = {"Name": "Ada Lovelace", "EmailAddress": "ada@example.com"}
LINES = [{"Description": "Engine", "Quantity": 2, "UnitAmount": 1500, "AccountCode": "200"}]
INVOICE = {"Type": "ACCREC", "Contact": {"Name": "Ada Lovelace"}, "LineItems": LINES}


@pytest.fixture
def organisation() -> Iterator[Xero]:
    """An organisation without records."""
    with running(Xero()) as server:
        yield server


@pytest.fixture
def hub(organisation: Xero) -> Subject:
    token = {"auth": "token", "token": TOKEN}
    return Subject(
        "xero", organisation.url, {"tenant": TENANT}, token, token | {"token": "old"}, read=("contact.list", {})
    )


def do(hub: Subject, operation: str, given: dict[str, Any], job: str) -> dict[str, Any]:
    result = hub.perform((operation, given), job)
    assert isinstance(result, Done), result
    return result.output


def test_an_invoice_is_created_authorised_paid_and_listed(hub, organisation):
    contact = do(hub, "contact.create", {"fields": ADA}, "job_c")
    invoice = do(hub, "invoice.create", {"fields": INVOICE}, "job_i")
    do(hub, "invoice.update", {"id": invoice["id"], "fields": {"DueDate": "2026-12-31"}}, "job_u")
    authorised = do(hub, "invoice.authorise", {"id": invoice["id"]}, "job_a")
    payment = {"Invoice": {"InvoiceID": invoice["id"]}, "Account": {"Code": "090"}, "Amount": 3000}
    paid = do(hub, "payment.create", {"fields": payment}, "job_p")

    assert contact["record"]["ContactNumber"] == "job_c"
    assert (authorised["record"]["Status"], authorised["record"]["DueDate"]) == ("AUTHORISED", "2026-12-31")
    assert authorised["record"]["Reference"] == "job_i"
    assert do(hub, "payment.read", {"id": paid["id"]}, "job_r")["record"] == payment | {
        "PaymentID": paid["id"],
        "Reference": "job_p",
    }
    listed = do(hub, "invoice.list", {"where": 'Status=="AUTHORISED"'}, "job_l")["records"]
    assert [each["id"] for each in listed] == [invoice["id"]]
    assert [each.headers["idempotency-key"] for each in organisation.seen if each.method == "PUT"] == [
        "job_c",
        "job_i",
        "job_p",
    ]


def test_voiding_is_found_when_it_has_happened(hub, organisation):
    invoice = do(hub, "invoice.create", {"fields": INVOICE}, "job_i")
    given = ("invoice.void", {"id": invoice["id"]})
    assert hub._ask(registry.find, given, "job_v") is None

    voided = hub.perform(given, "job_v")

    assert isinstance(voided, Done)
    assert hub._ask(registry.find, given, "job_v") == voided
    assert organisation.records["Invoices"][invoice["id"]]["Status"] == "VOIDED"


def test_a_name_that_is_taken_is_refused_in_xeros_words(hub, organisation):
    do(hub, "contact.create", {"fields": ADA}, "job_1")

    result = hub.perform(("contact.create", {"fields": ADA}), "job_2")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.VALIDATION, "ValidationException")
    assert result.message == "The contact name Ada Lovelace is already assigned to another contact."
    assert len(organisation.records["Contacts"]) == 1


def test_what_xero_finds_wrong_is_told_and_no_page_is_left_out(hub, organisation):
    result = hub.perform(("invoice.create", {"fields": {"Type": "ACCREC", "LineItems": LINES}}), "job_v")
    organisation.records["Contacts"] = {str(n): {"ContactID": str(n)} for n in range(250)}

    page = do(hub, "contact.list", {"limit": 150}, "job_1")
    rest = do(hub, "contact.list", {"limit": 1000, "cursor": page["next"]}, "job_2")

    assert isinstance(result, Outcome)
    assert result.message == "A Contact must be specified for this type of transaction"
    assert [each["id"] for each in [*page["records"], *rest["records"]]] == [str(n) for n in range(250)]
    assert (page["next"], rest["next"]) == ("3", None)


def test_limits_are_told_with_each_answer(hub):
    result = hub.perform(("contact.list", {}), "job_1")

    assert result.limits is not None
    left = {name: quota.remaining for name, quota in result.limits.quotas.items()}
    assert left == {"daily": 4990, "minute": 57, "app_minute": 9990}


@pytest.mark.parametrize(
    ("wait_s", "problem", "category"),
    [(30, "minute", Category.RATE_LIMIT), (40_000, "day", Category.QUOTA_EXHAUSTED)],
)
def test_a_spent_limit_waits_as_long_as_xero_says(hub, organisation, wait_s, problem, category):
    headers = {"Retry-After": str(wait_s), "X-Rate-Limit-Problem": problem}
    organisation.answers.append((429, headers, None))

    result = hub.perform(("invoice.create", {"fields": INVOICE}), "job_l")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (category, True)
    assert result.retry_after_s == pytest.approx(wait_s, abs=5)
    assert organisation.records["Invoices"] == {}


def test_wrong_credentials_are_auth_and_another_tenant_is_permission(hub, organisation):
    for result in (
        hub.check(credentials=hub.wrong_credentials),
        hub.perform(("contact.list", {}), "job_a", credentials=hub.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)
    other = Subject(
        "xero", organisation.url, {"tenant": TENANT.replace("45", "46")}, hub.credentials, {}, read=hub.read
    )
    forbidden = other.check()
    assert isinstance(forbidden, Outcome)
    assert (forbidden.category, forbidden.message) == (Category.PERMISSION, "AuthenticationUnsuccessful")
    assert isinstance(hub.check(), Done)


@pytest.mark.parametrize("honours_keys", [True, False])
@pytest.mark.parametrize(
    ("operation", "fields", "name"),
    [
        ("contact.create", ADA, "Contacts"),
        ("invoice.create", INVOICE, "Invoices"),
        ("payment.create", {"Invoice": {"InvoiceID": "i"}, "Account": {"Code": "090"}, "Amount": 1}, "Payments"),
    ],
)
def test_a_create_whose_answer_was_lost_is_found_and_there_once(
    hub, organisation, operation, fields, name, honours_keys
):
    organisation.honours_keys = honours_keys
    given = (operation, {"fields": fields})
    assert hub._ask(registry.find, given, "job_lost") is None
    with Proxy(organisation.url) as proxy:
        loss = proxy.lose(b"PUT /", how="cut")
        lost = hub.perform(given, "job_lost", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, given, "job_lost")
    assert isinstance(found, Done)
    assert list(organisation.records[name]) == [found.output["id"]]
    if honours_keys:
        assert hub.perform(given, "job_lost") == found
        assert len(organisation.records[name]) == 1
