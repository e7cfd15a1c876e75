"""Odoo, both protocols, against a double made from its pages."""

from collections.abc import Iterator
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.odoo_double import DATABASE, KEY, LOGIN, PASSWORD, Fault, Odoo
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

ACCESS = {
    "json2": {"auth": "json2", "api_key": KEY},
    "rpc": {"auth": "rpc", "login": LOGIN, "password": PASSWORD},
}
WRONG = {
    "json2": {"auth": "json2", "api_key": "wrong"},
    "rpc": {"auth": "rpc", "login": LOGIN, "password": "wrong"},
}
LINES = [{"product_id": 3, "quantity": 2}, {"product_id": 4, "quantity": 1, "price_unit": 9.9}]
# The bytes of a request that creates a sales order.
CREATE = {"json2": b"/json/2/sale.order/create", "rpc": b'"sale.order", "create"'}


@pytest.fixture
def odoo() -> Iterator[Odoo]:
    """An empty database."""
    with running(Odoo()) as server:
        yield server


@pytest.fixture(params=["json2", "rpc"])
def by(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def hub(odoo: Odoo, by: str) -> Subject:
    """The connector on that database, by each protocol."""
    config = {"database": DATABASE}
    return Subject("odoo", odoo.url, config, ACCESS[by], WRONG[by], read=("partner.search", {}))


def do(hub: Subject, operation: str, given: dict[str, Any], job: str = "job_1") -> dict[str, Any]:
    result = hub.perform((operation, given), job)
    assert isinstance(result, Done), result
    return result.output


def test_a_partner_is_created_read_changed_and_found(hub, odoo):
    made = do(hub, "partner.create", {"name": "Ada Lovelace", "fields": {"email": "ada@example.com"}}, "job_p")
    number = int(made["id"])

    seen = do(hub, "partner.read", {"id": number})["record"]
    assert (seen["name"], seen["email"], seen["ref"]) == ("Ada Lovelace", "ada@example.com", "job_p")
    do(hub, "partner.update", {"id": number, "fields": {"phone": "+44"}})
    found = do(hub, "partner.search", {"domain": [["name", "ilike", "lovelace"]]})["records"]
    assert [(each["id"], each["record"]["phone"]) for each in found] == [(made["id"], "+44")]
    assert odoo.bearing("ref", "job_p") == 1


def test_an_order_is_created_with_its_lines_and_confirmed_once(hub, odoo):
    made = do(hub, "sale_order.create", {"partner_id": 7, "lines": LINES}, "job_o")

    order = odoo.records["sale.order"][int(made["id"])]
    assert order["client_order_ref"] == "job_o"
    assert order["order_line"] == [
        [0, 0, {"product_id": 3, "product_uom_qty": 2}],
        [0, 0, {"product_id": 4, "product_uom_qty": 1, "price_unit": 9.9}],
    ]
    given = {"id": int(made["id"])}
    assert hub._ask(registry.find, ("sale_order.confirm", given), "job_c") is None
    first, second = (do(hub, "sale_order.confirm", given, "job_c") for _ in range(2))
    assert first == second
    assert first["record"]["state"] == "sale"
    assert odoo.calls.count(("sale.order", "action_confirm")) == 1


def test_a_cancelled_order_cannot_be_confirmed(hub, odoo):
    made = do(hub, "sale_order.create", {"partner_id": 7, "lines": LINES})
    odoo.records["sale.order"][int(made["id"])]["state"] = "cancel"

    result = hub.perform(("sale_order.confirm", {"id": int(made["id"])}), "job_c")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.CONFLICT, "cancel")


def test_a_products_code_that_is_taken_is_a_duplicate(hub, odoo):
    given = {"name": "Engine", "default_code": "ENGINE-1", "fields": {"list_price": 12.5}}
    do(hub, "product.create", given)

    result = hub.perform(("product.create", given), "job_2")

    assert isinstance(result, Outcome)
    assert (result.category, list(result.field_errors)) == (Category.DUPLICATE, ["default_code"])
    assert odoo.bearing("default_code", "ENGINE-1") == 1


def test_any_model_and_any_method_can_be_called(hub, odoo):
    given = {"model": "crm.lead", "reference_field": "referred", "fields": {"name": "A mill"}}
    made = do(hub, "record.create", given, "job_lead")
    number = int(made["id"])

    assert do(hub, "record.read", {"model": "crm.lead", "id": number, "fields": ["referred"]})["record"] == {
        "id": number,
        "referred": "job_lead",
    }
    arguments = {"vals": {"name": "Two mills"}}
    called = do(hub, "record.call", {"model": "crm.lead", "method": "write", "ids": [number], "arguments": arguments})
    assert called == {"result": True}
    assert odoo.records["crm.lead"][number]["name"] == "Two mills"


@pytest.mark.parametrize(
    ("fault", "category", "retryable"),
    [
        (Fault("odoo.exceptions.UserError", "No."), Category.VALIDATION, False),
        (Fault("odoo.exceptions.AccessError", "You are not allowed to create orders."), Category.PERMISSION, False),
        (Fault("odoo.exceptions.AccessDenied", "Access Denied"), Category.AUTH, False),
        (Fault("odoo.exceptions.MissingError", "Record does not exist."), Category.NOT_FOUND, False),
        (Fault("odoo.exceptions.LockError", "Locked.", 409), Category.CONFLICT, False),
        (Fault("psycopg2.errors.SerializationFailure", "could not serialize access"), Category.UNAVAILABLE, True),
        (Fault("psycopg2.errors.UniqueViolation", "duplicate key value"), Category.DUPLICATE, False),
        (Fault("psycopg2.OperationalError", "server closed the connection"), Category.UNKNOWN_OUTCOME, False),
        (Fault("builtins.KeyError", "'x'"), Category.VALIDATION, False),
    ],
)
def test_odoos_exceptions_have_a_meaning_by_their_names(hub, odoo, fault, category, retryable):
    odoo.faults.append(fault)

    result = hub.perform(("sale_order.create", {"partner_id": 7, "lines": LINES}), "job_f")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable, result.provider_code) == (category, retryable, fault.name)
    assert result.message == str(fault)
    assert odoo.records["sale.order"] == {}


def test_what_odoo_finds_wrong_is_told_in_its_words_and_what_the_hub_finds_by_field(hub, odoo):
    result = hub.perform(("partner.create", {"name": "Ada", "fields": {"email": "nonsense"}}), "job_v")
    unknown = hub.perform(("partner.read", {"id": 99}), "job_v")

    assert isinstance(result, Outcome)
    assert (result.category, result.message) == (Category.VALIDATION, "The e-mail address is not valid.")
    assert isinstance(unknown, Outcome)
    assert (unknown.category, list(unknown.field_errors)) == (Category.NOT_FOUND, ["id"])


def test_a_create_that_sets_the_references_field_itself_is_refused(hub, odoo):
    result = hub.perform(("partner.create", {"name": "Ada", "fields": {"ref": "C-17"}}), "job_r")

    assert isinstance(result, Outcome)
    assert result.category is Category.VALIDATION
    assert odoo.records["res.partner"] == {}


def test_a_change_that_adds_lines_is_refused_for_it_may_be_done_twice(hub, odoo):
    made = do(hub, "sale_order.create", {"partner_id": 7, "lines": LINES})
    number = int(made["id"])

    refused = hub.perform(("sale_order.update", {"id": number, "fields": {"order_line": [[0, 0, {}]]}}), "job_a")
    do(hub, "sale_order.update", {"id": number, "fields": {"tag_ids": [[6, 0, [1, 2]]]}})

    assert isinstance(refused, Outcome)
    assert (refused.category, list(refused.field_errors)) == (Category.VALIDATION, ["fields.order_line"])
    assert len(odoo.records["sale.order"][number]["order_line"]) == 2


def test_wrong_credentials_are_auth(hub):
    for result in (
        hub.check(credentials=hub.wrong_credentials),
        hub.perform(("partner.search", {}), "job_a", credentials=hub.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)
    assert isinstance(hub.check(), Done)


def test_429_is_a_limit(hub, odoo, by):
    given = ("partner.create", {"name": "Ada"})
    odoo.answers += [(200, {}, {"jsonrpc": "2.0", "id": 1, "result": 2})] if by == "rpc" else []
    odoo.answers.append((429, {"Retry-After": "7"}, None))

    result = hub.perform(given, "job_l")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.RATE_LIMIT, True)
    assert odoo.records["res.partner"] == {}


def test_an_order_whose_answer_was_lost_is_found_and_there_once(hub, odoo, by):
    given = ("sale_order.create", {"partner_id": 7, "lines": LINES})
    assert hub._ask(registry.find, given, "job_lost") is None
    with Proxy(odoo.url) as proxy:
        loss = proxy.lose(CREATE[by], how="cut")
        lost = hub.perform(given, "job_lost", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, given, "job_lost")
    assert isinstance(found, Done)
    assert odoo.bearing("client_order_ref", "job_lost") == 1
    assert found.output == {"id": str(next(iter(odoo.records["sale.order"])))}


def test_a_search_goes_through_all_pages_and_on_where_it_stopped(hub, odoo):
    for number in range(1, 26):
        odoo.records["crm.lead"][number] = {"id": number, "display_name": f"Lead {number}"}
    page = do(hub, "record.search", {"model": "crm.lead", "limit": 10})
    rest = do(hub, "record.search", {"model": "crm.lead", "cursor": page["next"]})

    assert [each["id"] for each in [*page["records"], *rest["records"]]] == [str(each) for each in range(1, 26)]
    assert (page["next"], rest["next"]) == ("10", None)
