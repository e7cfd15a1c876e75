"""Tryton's customers and sales orders, against a real server."""

import asyncio
import itertools
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome, Sessions
from hub.local.tryton import Tryton
from tests.connectors.conftest import count_sales, over_tryton
from tests.connectors.contract import Subject, with_sessions
from tests.proxies import Proxy

NUMBERS = itertools.count(1)
WIDGETS = [{"product": "WIDGET", "quantity": 3}]


@dataclass(frozen=True)
class Erp:
    """Shorthand for the tests: performs operations one at a time."""

    server: Tryton
    subject: Subject
    customer: int

    def ask(self, operation: str, job: str | None = None, /, **given: Any) -> Any:
        return self.subject.perform((operation, given), job or f"job_test_{next(NUMBERS)}")

    def do(self, operation: str, job: str | None = None, /, **given: Any) -> dict[str, Any]:
        result = self.ask(operation, job, **given)
        assert isinstance(result, Done), result
        return result.output

    def find(self, operation: str, job: str, /, **given: Any) -> Any:
        return self.subject._ask(registry.find, (operation, given), job)

    def rows(self, sql: str, *parameters: Any) -> list[Any]:
        path = self.server.data / f"{self.server.database}.sqlite"
        with closing(sqlite3.connect(path, timeout=20)) as database:
            rows = database.execute(sql, parameters).fetchall()
            database.commit()
            return rows


@pytest.fixture
def erp(tryton: Tryton, customer: int) -> Erp:
    return Erp(tryton, over_tryton(tryton, customer=customer), customer)


def test_a_customer_is_created_read_found_and_changed(erp: Erp):
    address = {"street": "1 Main St", "postal_code": "N1", "city": "London"}
    made = erp.do(
        "customer.create", name="Ada Lovelace", email="ada@example.com", phone="+442079460000", address=address
    )

    assert {key: made[key] for key in ("name", "email", "phone", "address", "active")} == {
        "name": "Ada Lovelace",
        "email": "ada@example.com",
        "phone": "+442079460000",
        "address": address,
        "active": True,
    }
    assert erp.do("customer.read", code=made["code"]) == made
    assert erp.do("customer.find", name="LOVELACE", email="Ada@Example.com")["customers"] == [made]
    changed = erp.do("customer.update", id=made["id"], email="countess@example.com", address={"city": "Ockham"})
    assert (changed["email"], changed["name"], changed["address"]["city"]) == (
        "countess@example.com",
        "Ada Lovelace",
        "Ockham",
    )


def test_the_jobs_reference_is_an_identifier_of_the_customer(erp: Erp):
    made = erp.do("customer.create", "job_identifier", name="Ida")

    assert erp.do("customer.find", reference="job_identifier")["customers"] == [made]
    assert erp.find("customer.create", "job_identifier", name="Ida") == Done(made)
    assert erp.find("customer.create", "job_identifie_", name="Ida") is None


def test_a_taken_customer_code_is_a_duplicate(erp: Erp):
    erp.do("customer.create", name="First", code="TAKEN")

    result = erp.ask("customer.create", name="Second", code="TAKEN")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable) == (Category.DUPLICATE, False)
    assert list(result.field_errors) == ["code"]


def test_a_customer_whose_answer_was_lost_is_unknown_although_its_code_is_taken_now(erp: Erp):
    given = ("customer.create", {"name": "Lost", "code": "LOST"})
    with Proxy(erp.server.url) as proxy:
        loss = proxy.lose(b"model.party.party.create", how="cut")
        lost = erp.subject.perform(given, "job_lost_customer", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = erp.find("customer.create", "job_lost_customer", **given[1])
    assert isinstance(found, Done)
    assert erp.subject.perform(given, "job_lost_customer") == found


def test_a_change_on_top_of_somebody_elses_is_a_conflict(erp: Erp):
    seen = erp.do("customer.create", name="Before")
    erp.do("customer.update", id=seen["id"], name="Theirs", version=seen["version"])

    result = erp.ask("customer.update", id=seen["id"], name="Ours", version=seen["version"])

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.CONFLICT, "ConcurrencyException")
    assert erp.do("customer.read", id=seen["id"])["name"] == "Theirs"


def test_an_update_is_found_when_it_has_happened_and_only_then(erp: Erp):
    seen = erp.do("customer.create", name="Before", email="a@example.com")
    wanted = {"id": seen["id"], "name": "After", "version": seen["version"]}
    assert erp.find("customer.update", "job_x", **wanted) is None

    changed = erp.do("customer.update", "job_x", **wanted)

    assert erp.find("customer.update", "job_x", **wanted) == Done(changed)
    assert erp.do("customer.update", "job_x", **wanted) == changed


def test_an_order_gets_trytons_number_prices_and_terms(erp: Erp):
    lines = [*WIDGETS, {"product": "WIDGET", "quantity": "1.0", "unit_price": "9.90", "description": "Cheaper"}]

    order = erp.do("sale_order.create", "job_order", customer_code="CONTRACT", lines=lines, reference="PO-4711")

    assert order["number"]
    assert (order["state"], order["currency"], order["total_amount"]) == ("quotation", "EUR", "84.90")
    assert order["reference"] == "PO-4711 [job_order]"
    assert order["customer"] == {"id": erp.customer, "code": "CONTRACT", "name": "Contract Ltd"}
    assert [(line["product"], line["unit_price"], line["amount"]) for line in order["lines"]] == [
        ("WIDGET", "25.0000", "75.00"),
        ("WIDGET", "9.90", "9.90"),
    ]
    assert erp.do("sale_order.read", number=order["number"]) == order
    assert erp.do("sale_order.find", reference="job_order")["sale_orders"] == [order]


def test_an_order_called_again_with_its_reference_is_the_same_order(erp: Erp):
    first = erp.do("sale_order.create", "job_again", customer_id=erp.customer, lines=WIDGETS, state="draft")
    assert (first["state"], first["number"]) == ("draft", None)
    assert erp.find("sale_order.create", "job_again", customer_id=erp.customer, lines=WIDGETS) is None

    second = erp.do("sale_order.create", "job_again", customer_id=erp.customer, lines=WIDGETS)

    assert (second["id"], second["state"]) == (first["id"], "quotation")
    assert count_sales(erp.server, "job_again") == 1


def test_a_reference_that_is_part_of_another_is_not_taken_for_it(erp: Erp):
    erp.do("sale_order.create", "job_part_2", customer_id=erp.customer, lines=WIDGETS)

    for reference in ("job_part_", "ob_part_2", "job%", "job_part_%"):
        assert erp.find("sale_order.create", reference, customer_id=erp.customer, lines=WIDGETS) is None


def test_confirming_twice_is_done_twice_without_a_second_effect(erp: Erp):
    order = erp.do("sale_order.create", customer_id=erp.customer, lines=WIDGETS)
    assert erp.find("sale_order.confirm", "job_c", id=order["id"]) is None

    first = erp.do("sale_order.confirm", "job_c", id=order["id"])
    second = erp.do("sale_order.confirm", "job_c", id=order["id"])

    assert first["state"] in {"confirmed", "processing"}
    assert second["number"] == order["number"]
    assert isinstance(erp.find("sale_order.confirm", "job_c", id=order["id"]), Done)
    sql = "SELECT count(*) FROM account_invoice_line WHERE origin = 'sale.line,' || (SELECT id FROM sale_line WHERE sale = ?)"
    assert erp.rows(sql, order["id"]) == [(1,)]


def test_a_cancelled_order_cannot_be_confirmed(erp: Erp):
    order = erp.do("sale_order.create", customer_id=erp.customer, lines=WIDGETS)
    erp.rows("UPDATE sale_sale SET state = 'cancelled' WHERE id = ?", order["id"])

    result = erp.ask("sale_order.confirm", id=order["id"])

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.CONFLICT, "cancelled")


def test_an_orders_texts_are_changed(erp: Erp):
    order = erp.do("sale_order.create", customer_id=erp.customer, lines=WIDGETS)

    changed = erp.do(
        "sale_order.update",
        number=order["number"],
        comment="Ring twice.",
        shipping_date="2030-01-02",
        version=order["version"],
    )

    assert (changed["comment"], changed["shipping_date"]) == ("Ring twice.", "2030-01-02")
    assert changed["reference"] == order["reference"]


@pytest.mark.parametrize(
    ("operation", "given", "category", "field"),
    [
        ("sale_order.create", {"customer_id": 99999, "lines": WIDGETS}, Category.NOT_FOUND, "customer_id"),
        ("sale_order.create", {"customer_code": "NOBODY", "lines": WIDGETS}, Category.NOT_FOUND, "customer_code"),
        (
            "sale_order.create",
            {"customer_code": "CONTRACT", "lines": [*WIDGETS, {"product": "NOPE", "quantity": 1}]},
            Category.NOT_FOUND,
            "lines.1.product",
        ),
        ("sale_order.read", {"number": "none"}, Category.NOT_FOUND, "number"),
        ("customer.read", {"id": 99999}, Category.NOT_FOUND, "id"),
    ],
)
def test_what_is_not_there_is_named_by_the_inputs_field(erp: Erp, operation, given, category, field):
    result = erp.ask(operation, "job_wrong", **given)

    assert isinstance(result, Outcome)
    assert (result.category, list(result.field_errors)) == (category, [field])
    assert count_sales(erp.server, "job_wrong") == 0


def test_what_tryton_refuses_is_validation_in_trytons_words(erp: Erp):
    order = erp.do("sale_order.create", customer_id=erp.customer, lines=WIDGETS, state="confirmed")

    result = erp.ask("sale_order.update", id=order["id"], shipping_date="2001-01-01")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code, result.retryable) == (Category.VALIDATION, "UserError", False)
    assert "Shipping Date" in result.message


def test_a_user_without_rights_is_permission(erp: Erp):
    viewer = {"username": "viewer", "password": erp.server.password}
    given = ("sale_order.create", {"customer_id": erp.customer, "lines": WIDGETS})

    for result in (
        erp.subject.check(credentials=viewer),
        erp.subject.perform(given, "job_viewer", credentials=viewer),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.provider_code) == (Category.PERMISSION, "AccessError")


def test_a_database_that_is_not_there_is_not_found(erp: Erp):
    access = erp.subject.access()
    access.config["database"] = "nobody"

    result = with_sessions(lambda pool: registry.check(pool, "tryton", access))

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.NOT_FOUND, "http_404")
    assert "'nobody'" in result.message


def test_something_else_at_the_address_is_unavailable(erp: Erp, system):
    system.answers += [(200, {}, b"<html>Welcome</html>")]

    result = erp.subject.check(url=system.url)

    assert isinstance(result, Outcome)
    assert (result.category, result.message) == (Category.UNAVAILABLE, "What answers at this address is not Tryton.")


def test_a_login_that_the_server_has_forgotten_is_renewed_once_for_all_calls(erp: Erp):
    access = erp.subject.access()

    async def main(pool: Sessions) -> list[Any]:
        async def read() -> Any:
            given = registry.validate_input("tryton", "customer.read", {"id": erp.customer})
            return await registry.perform(
                pool, "tryton", access, "customer.read", given, reference="job_1", timeout_s=20
            )

        assert isinstance(await read(), Done)
        erp.rows("DELETE FROM ir_session")
        return await asyncio.gather(*(read() for _ in range(6)))

    results = with_sessions(main)

    assert all(isinstance(result, Done) for result in results)
    # Logged in once again and, when the pool was closed, logged out.
    assert erp.rows("SELECT count(*) FROM ir_session") == [(0,)]


def test_orders_created_at_once_are_all_there_once(erp: Erp):
    access = erp.subject.access()
    given = registry.validate_input("tryton", "sale_order.create", {"customer_id": erp.customer, "lines": WIDGETS})

    async def main(pool: Sessions) -> list[Any]:
        def create(number: int) -> Any:
            return registry.perform(
                pool, "tryton", access, "sale_order.create", given, reference=f"job_many_{number}", timeout_s=60
            )

        return await asyncio.gather(*map(create, range(8)))

    results = with_sessions(main)

    assert all(isinstance(result, Done) for result in results)
    assert len({result.output["number"] for result in results}) == 8
    assert count_sales(erp.server, "job_many_") == 8


def test_an_order_whose_quote_was_lost_is_brought_to_its_end_by_the_next_call(erp: Erp):
    given = ("sale_order.create", {"customer_id": erp.customer, "lines": WIDGETS, "state": "quotation"})
    with Proxy(erp.server.url) as proxy:
        loss = proxy.lose(b"model.sale.sale.quote", how="cut")
        lost = erp.subject.perform(given, "job_quote", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    assert erp.find("sale_order.create", "job_quote", **given[1]).output["state"] == "quotation"
    assert count_sales(erp.server, "job_quote") == 1


def test_an_order_may_have_many_lines(erp: Erp):
    lines = [{"product": "WIDGET", "quantity": 1} for _ in range(12)]

    order = erp.do("sale_order.create", customer_id=erp.customer, lines=lines)

    assert (len(order["lines"]), order["total_amount"]) == (12, "300.00")
