"""Business Central: whether what was asked for, and not answered, has happened.

A change's version alone cannot tell: it is another one then. An order that is invoiced in full is gone, its invoice names it.
Source: https://learn.microsoft.com/en-us/dynamics365/business-central/dev-itpro/api-reference/v2.0/resources/dynamics_salesinvoice
"""

from typing import Any

from hub.connectors.base import Result
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession
from hub.rules.outcomes import Done

ORDER = "/companies({{config.company}})/salesOrders({{input.id}})"
INVOICES = "/companies({{config.company}})/salesInvoices"


async def changed_customer(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The customer, if it is as the change wants it."""
    return await _changed(session, given, "customers", reference=reference)


async def changed_item(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The item, if it is as the change wants it."""
    return await _changed(session, given, "items", reference=reference)


async def changed_order(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The sales order, if it is as the change wants it."""
    return await _changed(session, given, "salesOrders", reference=reference)


async def _changed(session: ManifestSession, given: dict[str, Any], entities: str, *, reference: str) -> Result | None:
    path = "/companies({{config.company}})/" + entities + "({{input.id}})"
    answer, record = await session.ask(Request(path=path), session.values(given, reference))
    if not isinstance(record, dict) or any(record.get(name) != wanted for name, wanted in given["fields"].items()):
        return None
    return Done({"id": given["id"], "version": record.get("@odata.etag"), "record": record}, answer.request_id)


async def invoiced(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The order, if it is gone and there is an invoice of it; one that is still there has something left to ship."""
    values = session.values(given, reference)
    order = await session.send(session.build(Request(path=ORDER), values, writes=False))
    if order.status != 404:
        document = session.document(order)
        return None if order.ok else session.meaning(order, document, wrote=False, values=values)
    asked = {"$filter": "orderId eq {{input.id}}", "$top": "1"}
    answer, found = await session.ask(Request(path=INVOICES, query=asked), values)
    return Done({"id": given["id"]}, answer.request_id) if found.get("value") else None
