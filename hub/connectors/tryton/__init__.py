"""Tryton ERP (8.x), by its JSON-RPC: customers, products, sales orders, invoices and their payments."""

from typing import Literal

from pydantic import Field

from hub.connectors.base import Access, Result
from hub.connectors.manifest.model import Tested
from hub.connectors.outbound import Outbound
from hub.connectors.shapes import Fields, Shape, secret
from hub.connectors.tryton import customer_shapes, invoice_shapes, product_shapes, sale_shapes, sales
from hub.connectors.tryton.rpc import TrytonSession
from hub.rules.outcomes import Category, Done, failed


class TrytonConfig(Fields):
    """Where in Tryton."""

    database: str = Field(pattern=r"^[A-Za-z0-9_.-]+$", max_length=63, description="the database's name")
    company: int | None = Field(None, ge=1, description="company id; by default the user's own")
    reference_field: Literal["reference", "description", "comment"] = Field(
        "reference", description="field of a sale or an invoice that also carries the job's id, to find it again"
    )


class TrytonCredentials(Fields):
    """A user of Tryton with the group Sales; Party, Product and Account Product administration, Accounting for theirs."""

    username: str = secret("the user's login", min_length=1)
    password: str = secret("the user's password", min_length=1)


class Tryton:
    """The connector; base URL: the server's, without the database."""

    name = "tryton"
    title = "Tryton"
    description = (
        "Tryton ERP 8: customers, products, sales orders, invoices, payments; by JSON-RPC as an ordinary user."
    )
    config = Shape.of(TrytonConfig)
    credentials = Shape.of(TrytonCredentials)
    needs_url = True
    tested_against = (Tested(kind="system", against="Tryton", version="8.2"),)
    operations = {
        each.name: each
        for shapes in (customer_shapes, product_shapes, sale_shapes, invoice_shapes)
        for each in shapes.OPERATIONS
    }

    async def open(self, access: Access, outbound: Outbound) -> TrytonSession:
        """A session that logs in with its first call."""
        return TrytonSession(access, outbound)

    async def check(self, session: TrytonSession) -> Result:
        """Log in anew, see that the user has a company and may read sales."""
        login = await session.fresh_login()
        if not login.context["company"]:
            return failed(Category.VALIDATION, "The Tryton user has no company; set one in its preferences.")
        await session.rows(sales.SALE, [["id", "=", 0]], ["number"], limit=1)
        return Done({"database": session.config["database"], "company": login.context["company"]})
