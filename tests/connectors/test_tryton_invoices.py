"""Tryton's products, invoices and payments, against a real server."""

from decimal import Decimal
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.test_tryton import WIDGETS, Erp, erp
from tests.proxies import Proxy

__all__ = ["erp"]
ENGINE = {"name": "Engine", "list_price": "1500.00", "category": "Goods"}


def posted(erp: Erp, job: str | None = None, **more: Any) -> dict[str, Any]:
    """A posted invoice of 75.00."""
    return erp.do("invoice.create", job, customer_id=erp.customer, lines=WIDGETS, state="posted", **more)


def payments(erp: Erp, invoice: int) -> int:
    """How many moves in Tryton's own books have paid an invoice."""
    sql = "SELECT count(*) FROM account_move WHERE origin = 'account.invoice,' || ? AND journal IN "
    return erp.rows(sql + "(SELECT id FROM account_journal WHERE type = 'cash')", invoice)[0][0]


def test_a_product_is_created_read_found_and_changed(erp: Erp):
    made = erp.do("product.create", "job_engine", code="ENGINE-1", **ENGINE)

    assert {key: made[key] for key in ("name", "code", "unit", "category", "salable", "active")} == {
        "name": "Engine",
        "code": "ENGINE-1",
        "unit": "u",
        "category": "Goods",
        "salable": True,
        "active": True,
    }
    assert Decimal(made["list_price"]) == 1500
    assert erp.do("product.read", code="ENGINE-1") == made
    assert erp.do("product.find", reference="job_engine")["products"] == [made]
    changed = erp.do("product.update", id=made["id"], list_price="1600.00", name="Engine No. 2")
    assert (Decimal(changed["list_price"]), changed["name"], changed["code"]) == (1600, "Engine No. 2", "ENGINE-1")


def test_a_new_product_can_be_sold(erp: Erp):
    erp.do("product.create", code="SELLS", **ENGINE)

    order = erp.do("sale_order.create", customer_id=erp.customer, lines=[{"product": "SELLS", "quantity": 2}])

    assert order["total_amount"] == "3000.00"


def test_a_taken_products_code_is_a_duplicate(erp: Erp):
    erp.do("product.create", code="TWICE", **ENGINE)

    result = erp.ask("product.create", code="TWICE", **ENGINE)

    assert isinstance(result, Outcome)
    assert (result.category, list(result.field_errors)) == (Category.DUPLICATE, ["code"])
    assert len(erp.do("product.find", code="TWICE")["products"]) == 1


def test_a_products_change_on_top_of_somebody_elses_is_a_conflict(erp: Erp):
    seen = erp.do("product.create", **ENGINE, code="STALE")
    erp.do("product.update", id=seen["id"], name="Theirs", version=seen["version"])

    result = erp.ask("product.update", id=seen["id"], name="Ours", version=seen["version"])

    assert isinstance(result, Outcome)
    assert result.category is Category.CONFLICT
    assert erp.do("product.read", id=seen["id"])["name"] == "Theirs"


def test_a_product_whose_answer_was_lost_is_found_and_there_once(erp: Erp):
    given = ("product.create", {**ENGINE, "code": "LOST-1"})
    with Proxy(erp.server.url) as proxy:
        loss = proxy.lose(b"model.product.template.create", how="cut")
        lost = erp.subject.perform(given, "job_lost_product", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = erp.find("product.create", "job_lost_product", **given[1])
    assert isinstance(found, Done)
    assert erp.subject.perform(given, "job_lost_product") == found
    assert len(erp.do("product.find", code="LOST-1")["products"]) == 1


@pytest.mark.parametrize(
    ("operation", "given", "field"),
    [
        ("product.create", {**ENGINE, "unit": "ell"}, "unit"),
        ("product.create", {**ENGINE, "category": "Nope"}, "category"),
        ("product.read", {"code": "NOPE"}, "code"),
        ("invoice.read", {"number": "none"}, "number"),
        (
            "invoice.create",
            {"customer_code": "CONTRACT", "lines": [*WIDGETS, {"product": "NOPE", "quantity": 1}]},
            "lines.1.product",
        ),
    ],
)
def test_what_is_not_there_is_named_by_the_inputs_field(erp: Erp, operation, given, field):
    result = erp.ask(operation, **given)

    assert isinstance(result, Outcome)
    assert (result.category, list(result.field_errors)) == (Category.NOT_FOUND, [field])


def test_an_invoice_is_created_posted_and_paid(erp: Erp):
    draft = erp.do("invoice.create", "job_invoice", customer_id=erp.customer, lines=WIDGETS, reference="PO-9")
    assert (draft["state"], draft["number"], draft["reference"]) == ("draft", None, "PO-9 [job_invoice]")

    invoice = erp.do("invoice.post", id=draft["id"])
    assert (invoice["state"], invoice["total_amount"], invoice["amount_to_pay"]) == ("posted", "75.00", "75.00")
    assert invoice["number"]
    assert erp.do("invoice.post", id=draft["id"]) == invoice
    part = erp.do("invoice.pay", number=invoice["number"], amount="25.00", payment_method="Bank transfer")
    assert (part["state"], part["amount_to_pay"]) == ("posted", "50.00")
    paid = erp.do("invoice.pay", number=invoice["number"], date="2026-01-02", description="E2E-1")
    assert (paid["state"], paid["amount_to_pay"], paid["payment"]["date"]) == ("paid", "0", "2026-01-02")
    assert payments(erp, draft["id"]) == 2
    assert erp.do("invoice.find", reference="job_invoice")["invoices"][0]["state"] == "paid"


def test_the_invoice_of_a_sale_is_found_and_posted(erp: Erp):
    order = erp.do("sale_order.create", customer_id=erp.customer, lines=WIDGETS)
    erp.do("sale_order.confirm", id=order["id"], state="processing")

    (invoice,) = erp.do("invoice.find", sale_order=order["number"])["invoices"]

    assert erp.do("invoice.post", id=invoice["id"])["total_amount"] == "75.00"


def test_an_invoice_whose_post_was_lost_is_brought_to_its_end_by_the_next_call(erp: Erp):
    given = {"customer_id": erp.customer, "lines": WIDGETS, "state": "posted"}
    with Proxy(erp.server.url) as proxy:
        loss = proxy.lose(b"model.account.invoice.create", how="cut")
        lost = erp.subject.perform(("invoice.create", given), "job_lost_invoice", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    assert erp.find("invoice.create", "job_lost_invoice", **given) is None
    made = erp.do("invoice.create", "job_lost_invoice", **given)
    assert made["state"] == "posted"
    assert erp.rows("SELECT count(*) FROM account_invoice WHERE reference LIKE '%job_lost_invoice%'") == [(1,)]


def test_a_payment_whose_answer_was_lost_is_found_and_entered_once(erp: Erp):
    invoice = posted(erp)
    given = {"id": invoice["id"], "amount": "30.00"}
    assert erp.find("invoice.pay", "job_lost_pay", **given) is None
    with Proxy(erp.server.url) as proxy:
        loss = proxy.lose(b"wizard.account.invoice.pay.execute", how="cut")
        lost = erp.subject.perform(("invoice.pay", given), "job_lost_pay", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = erp.find("invoice.pay", "job_lost_pay", **given)
    assert isinstance(found, Done)
    assert erp.subject.perform(("invoice.pay", given), "job_lost_pay") == found
    assert (found.output["amount_to_pay"], payments(erp, invoice["id"])) == ("45.00", 1)


def test_what_tryton_refuses_to_take_as_a_payment_is_told(erp: Erp):
    invoice = posted(erp)
    draft = erp.do("invoice.create", customer_id=erp.customer, lines=WIDGETS)

    too_much = erp.ask("invoice.pay", id=invoice["id"], amount="80.00")
    not_yet = erp.ask("invoice.pay", id=draft["id"])
    nowhere = erp.ask("invoice.pay", id=invoice["id"], payment_method="Gold")

    assert [each.category for each in (too_much, not_yet, nowhere)] == [
        Category.VALIDATION,
        Category.CONFLICT,
        Category.NOT_FOUND,
    ]
    assert payments(erp, invoice["id"]) == 0


def test_a_user_without_rights_on_invoices_is_permission(erp: Erp):
    viewer = {"username": "viewer", "password": erp.server.password}

    result = erp.subject.perform(("invoice.find", {}), "job_viewer", credentials=viewer)

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.PERMISSION, "AccessError")
    assert registry.get("tryton").operations["invoice.pay"].find is not None
