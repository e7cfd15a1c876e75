"""Customers' invoices: what the operations take and give, and the operations themselves."""

from datetime import date
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from hub.connectors.base import Operation
from hub.connectors.shapes import Fields, Shape
from hub.connectors.tryton import invoices
from hub.connectors.tryton.sale_shapes import Line, SaleOrderCustomer, SaleOrderLine
from hub.rules.outcomes import Safety

State = Literal["draft", "validated", "posted", "paid", "cancelled"]


class InvoiceLine(Line):
    """One line of a new invoice."""

    unit_price: Decimal | None = Field(
        None, ge=0, max_digits=16, decimal_places=4, description="by default the product's list price"
    )


class InvoiceCreate(Fields):
    """A new customer's invoice."""

    customer_id: int | None = Field(None, ge=1)
    customer_code: str | None = Field(None, min_length=1)
    lines: list[InvoiceLine] = Field(min_length=1, max_length=500)
    state: Literal["draft", "posted"] = Field(
        "draft", description="how far to bring it; Tryton numbers an invoice when it is posted"
    )
    reference: str | None = Field(None, max_length=200, description="the customer's own number")
    description: str | None = Field(None, max_length=200)
    comment: str | None = Field(None, max_length=4000)
    invoice_date: date | None = Field(None, description="by default the day on which it is posted")

    @model_validator(mode="after")
    def _one_customer(self) -> "InvoiceCreate":
        if (self.customer_id is None) == (self.customer_code is None):
            raise ValueError("Give either customer_id or customer_code.")
        return self


class InvoiceKey(Fields):
    """Which invoice: by id or by number."""

    id: int | None = Field(None, ge=1)
    number: str | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one(self) -> "InvoiceKey":
        if (self.id is None) == (self.number is None):
            raise ValueError("Give either id or number.")
        return self


class InvoicePay(InvoiceKey):
    """Which invoice, and what was paid."""

    amount: Decimal | None = Field(None, gt=0, max_digits=16, decimal_places=2, description="by default what is open")
    payment_method: str | None = Field(None, min_length=1, description="its name in Tryton; by default the first one")
    date: str | None = Field(
        None, pattern=r"^\d{4}-\d{2}-\d{2}$", description="when it was paid (2026-11-22); by default today"
    )
    description: str | None = Field(None, max_length=200, description="such as the bank's own number")


class InvoiceSearch(Fields):
    """All that is given must match."""

    reference: str | None = Field(None, min_length=1, description="part of the reference, such as a job's id")
    customer_id: int | None = Field(None, ge=1)
    customer_code: str | None = Field(None, min_length=1)
    sale_order: str | None = Field(None, min_length=1, description="number of the sales order that is invoiced")
    state: State | None = None
    limit: int = Field(20, ge=1, le=200)


class Invoice(Fields):
    """An invoice as Tryton has it."""

    id: int
    number: str | None = Field(description="null until it is posted")
    state: State
    reference: str | None
    description: str | None
    comment: str | None
    invoice_date: date | None
    customer: SaleOrderCustomer
    currency: str
    untaxed_amount: Decimal
    tax_amount: Decimal
    total_amount: Decimal
    amount_to_pay: Decimal
    lines: list[SaleOrderLine]
    version: str


class Payment(Fields):
    """The move in the books that paid."""

    id: int
    number: str | None
    date: date


class PaidInvoice(Invoice):
    """An invoice with the payment that this job has made."""

    payment: Payment


class Invoices(Fields):
    """What was found, newest first."""

    invoices: list[Invoice]


OPERATIONS = [
    Operation(
        name="invoice.create",
        title="Create an invoice",
        description="Creates a customer's invoice with Tryton's own accounts, terms and taxes, and brings it to `state`.",
        accepts=Shape.of(InvoiceCreate),
        returns=Shape.out_of(Invoice),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=invoices.create,
        find=invoices.find_created,
        examples=({"customer_code": "2", "lines": [{"product": "WIDGET", "quantity": 3}], "state": "posted"},),
    ),
    Operation(
        name="invoice.find",
        title="Find invoices",
        description="Customers' invoices by reference, customer, sales order or state.",
        accepts=Shape.of(InvoiceSearch),
        returns=Shape.out_of(Invoices),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=invoices.search,
        examples=({"sale_order": "1"},),
    ),
    Operation(
        name="invoice.read",
        title="Read an invoice",
        description="One customer's invoice by id or number.",
        accepts=Shape.of(InvoiceKey),
        returns=Shape.out_of(Invoice),
        safety=Safety.IDEMPOTENT,
        writes=False,
        call=invoices.read,
        examples=({"number": "1"},),
    ),
    Operation(
        name="invoice.post",
        title="Post an invoice",
        description="Posts an invoice, such as one that Tryton has made for a sales order; one that is posted is done.",
        accepts=Shape.of(InvoiceKey),
        returns=Shape.out_of(Invoice),
        safety=Safety.IDEMPOTENT,
        writes=True,
        call=invoices.post,
        find=invoices.find_posted,
        examples=({"id": 1},),
    ),
    Operation(
        name="invoice.pay",
        title="Record an invoice's payment",
        description="Enters a payment of a posted invoice, in full or in part; the job's id stands in its description.",
        accepts=Shape.of(InvoicePay),
        returns=Shape.out_of(PaidInvoice),
        safety=Safety.BY_SEARCH,
        writes=True,
        call=invoices.pay,
        find=invoices.find_paid,
        examples=({"number": "1"}, {"number": "1", "amount": "100.00", "payment_method": "Bank transfer"}),
    ),
]
