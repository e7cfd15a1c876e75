"""ERPNext, against a double made from Frappe's pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.erpnext_double import KEY, SECRET, Erpnext, refusal
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

ORDER = {"customer": "Analytical Engines", "items": [{"item_code": "ENGINE-1", "qty": 2}]}
ITEM = {"item_code": "ENGINE-1", "item_group": "Products"}


@pytest.fixture
def site() -> Iterator[Erpnext]:
    """An empty site."""
    with running(Erpnext()) as server:
        yield server


@pytest.fixture
def hub(site: Erpnext) -> Subject:
    keys = {"api_key": KEY, "api_secret": SECRET}
    return Subject("erpnext", site.url, {}, keys, keys | {"api_secret": "wrong"}, read=("customer.list", {}))


def do(hub: Subject, operation: str, given: dict[str, Any], job: str = "job_1") -> dict[str, Any]:
    result = hub.perform((operation, given), job)
    assert isinstance(result, Done), result
    return result.output


def test_an_order_is_created_changed_submitted_and_cancelled(hub, site):
    made = do(hub, "sales_order.create", {"fields": ORDER}, "job_o")
    name = made["id"]

    assert made["record"]["custom_hub_reference"] == "job_o"
    do(hub, "sales_order.update", {"name": name, "fields": {"po_no": "PO-1"}, "version": made["version"]})
    submitted = [do(hub, "sales_order.submit", {"name": name})["record"]["docstatus"] for _ in range(2)]
    assert submitted == [1, 1]
    assert do(hub, "sales_order.cancel", {"name": name})["record"]["docstatus"] == 2
    read = do(hub, "sales_order.read", {"name": name})["record"]
    assert (read["po_no"], read["items"]) == ("PO-1", ORDER["items"])
    again = hub.perform(("sales_order.submit", {"name": name}), "job_2")
    assert isinstance(again, Outcome)
    assert again.category is Category.CONFLICT


def test_documents_of_any_type_and_the_reference_field(hub, site):
    do(hub, "reference_field.create", {"doctype": "Sales Order"})
    made = do(hub, "document.create", {"doctype": "Lead", "fields": {"lead_name": "Ada"}}, "job_l")

    given = {"doctype": "Lead", "name": made["id"], "fields": {"status": "Open"}}
    assert do(hub, "document.update", given)["record"]["status"] == "Open"
    listed = do(hub, "document.list", {"doctype": "Lead", "filters": [["status", "=", "Open"]]})["records"]
    assert [each["id"] for each in listed] == [made["id"]]
    (field,) = site.records["Custom Field"].values()
    assert (field["dt"], field["fieldname"], field["unique"]) == ("Sales Order", "custom_hub_reference", 1)
    assert do(hub, "method.call", {"method": "frappe.ping"}) == {"result": "hub@example.com"}


def test_an_item_that_exists_is_a_duplicate_and_the_jobs_own_is_done(hub, site):
    made = do(hub, "item.create", {"fields": ITEM}, "job_1")

    again = hub.perform(("item.create", {"fields": ITEM}), "job_1")
    other = hub.perform(("item.create", {"fields": ITEM}), "job_2")

    assert isinstance(again, Done)
    assert again.output["id"] == made["id"]
    assert isinstance(other, Outcome)
    assert (other.category, other.provider_code) == (Category.DUPLICATE, "DuplicateEntryError")
    assert other.message == "Duplicate name"
    assert len(site.records["Item"]) == 1


def test_a_change_on_top_of_somebody_elses_is_a_conflict(hub, site):
    seen = do(hub, "item.create", {"fields": ITEM})
    do(hub, "item.update", {"name": "ENGINE-1", "fields": {"item_name": "Theirs"}, "version": seen["version"]})

    stale = {"name": "ENGINE-1", "fields": {"item_name": "Ours"}, "version": seen["version"]}
    result = hub.perform(("item.update", stale), "job_2")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.CONFLICT, "TimestampMismatchError")
    assert site.records["Item"]["ENGINE-1"]["item_name"] == "Theirs"


def test_what_frappe_misses_is_named_by_field(hub):
    result = hub.perform(("item.create", {"fields": {"item_name": "Engine"}}), "job_v")

    assert isinstance(result, Outcome)
    assert result.category is Category.VALIDATION
    assert list(result.field_errors) == ["item_code", "item_group"]
    assert result.message == "Error: Value missing for Item: item_code Error: Value missing for Item: item_group"


@pytest.mark.parametrize(
    ("exc_type", "category", "retryable"),
    [
        ("PermissionError", Category.PERMISSION, False),
        ("LinkValidationError", Category.VALIDATION, False),
        ("QueryDeadlockError", Category.UNAVAILABLE, True),
        ("RateLimitExceededError", Category.RATE_LIMIT, True),
        ("OperationalError", Category.UNKNOWN_OUTCOME, False),
        ("KeyError", Category.VALIDATION, False),
    ],
)
def test_frappes_exceptions_have_a_meaning_by_their_types(hub, site, exc_type, category, retryable):
    site.answers.append(refusal(exc_type, "Something."))

    result = hub.perform(("sales_order.create", {"fields": ORDER}), "job_f")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable, result.provider_code) == (category, retryable, exc_type)


def test_a_spent_limit_names_the_time_to_try_again(hub, site):
    site.answers.append((429, {"Retry-After": "1242"}, {"exc_type": "TooManyRequestsError"}))

    result = hub.perform(("sales_order.create", {"fields": ORDER}), "job_l")

    assert isinstance(result, Outcome)
    assert (result.category, result.retry_after_s) == (Category.RATE_LIMIT, 1242)
    assert site.records == {}


def test_wrong_keys_are_auth(hub):
    for result in (
        hub.check(credentials=hub.wrong_credentials),
        hub.perform(("customer.list", {}), "job_a", credentials=hub.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)
    assert isinstance(hub.check(), Done)


def test_an_order_whose_answer_was_lost_is_found_and_there_once(hub, site):
    given = ("sales_order.create", {"fields": ORDER})
    assert hub._ask(registry.find, given, "job_lost") is None
    with Proxy(site.url) as proxy:
        loss = proxy.lose(b"POST /api/resource/Sales%20Order", how="cut")
        lost = hub.perform(given, "job_lost", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, given, "job_lost")
    assert isinstance(found, Done)
    assert hub.perform(given, "job_lost").output["id"] == found.output["id"]
    assert site.bearing("job_lost") == 1


def test_a_change_whose_answer_was_lost_is_found_and_not_taken_for_a_conflict(hub, site):
    seen = do(hub, "item.create", {"fields": ITEM})
    given = ("item.update", {"name": "ENGINE-1", "fields": {"item_name": "E"}, "version": seen["version"]})
    assert hub._ask(registry.find, given, "job_c") is None
    with Proxy(site.url) as proxy:
        loss = proxy.lose(b"PUT /api/resource/Item", how="cut")
        lost = hub.perform(given, "job_c", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    assert isinstance(hub._ask(registry.find, given, "job_c"), Done)


def test_a_list_goes_through_all_pages_and_on_where_it_stopped(hub, site):
    site.records["Customer"] = {f"C{n:02}": {"name": f"C{n:02}", "modified": "x"} for n in range(25)}
    page = do(hub, "customer.list", {"limit": 10})
    rest = do(hub, "customer.list", {"cursor": page["next"]})

    assert [each["id"] for each in [*page["records"], *rest["records"]]] == [f"C{n:02}" for n in range(25)]
    assert (page["next"], rest["next"]) == ("10", None)
