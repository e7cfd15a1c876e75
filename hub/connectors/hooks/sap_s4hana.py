"""SAP S/4HANA: the CSRF token with the cookies of its session, and whether a change has happened.

Source: https://help.sap.com/saphelp_em92/helpdata/en/b3/5c22518bc72214e10000000a44176d/content.htm (token),
https://userapps.support.sap.com/sap/support/knowledge/en/3048103 (all cookies go back, whatever their names).
"""

import asyncio
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

import httpx

from hub.connectors.base import Result
from hub.connectors.manifest.parts import READING, Request
from hub.connectors.manifest.session import ManifestSession, Sent
from hub.connectors.outbound import Answer, RemoteFailure
from hub.rules.outcomes import Category, Done, failed

TOKEN = "x-csrf-token"  # noqa: S105 a header's name
V2 = "/sap/opu/odata/sap/{}/A_{}('{}')"
V4 = "/sap/opu/odata4/sap/{}/srvd_a2x/sap/{}/0001/SalesOrder('{}')"


async def before_request(session: ManifestSession, sent: Sent) -> Sent:
    """Writes carry the token; all requests carry the session's cookies, so that SAP opens no further session."""
    if sent.method in READING:
        kept = session.state.get("csrf", {})
        return replace(sent, headers={**sent.headers, **_cookies(kept)})
    async with session.state.setdefault("lock", asyncio.Lock()):
        if "csrf" not in session.state:
            session.state["csrf"] = await _fetch(session, sent.path)
        kept = session.state["csrf"]
    return replace(sent, headers={**sent.headers, **_cookies(kept), TOKEN: kept[TOKEN]})


async def again(session: ManifestSession, sent: Sent, answer: Answer) -> bool:
    """A token that has ended with its session: SAP has done nothing and wants a new one."""
    if answer.status != 403 or answer.headers.get(TOKEN, "").lower() != "required":
        return False
    session.state.pop("csrf", None)
    return True


async def _fetch(session: ManifestSession, path: str) -> dict[str, str]:
    """A token and its cookies, from the root of the service that is written to: the user has a right to that one."""
    root = re.sub(r"/(?:A_)?[A-Za-z]+(?:\([^/]*\))?(?:\?.*)?$", "/", path)
    answer = await session.plain(Sent("GET", root, False, {TOKEN: "Fetch"}))
    token = answer.headers.get(TOKEN)
    if not token:
        if not answer.ok:
            raise RemoteFailure(session.meaning(answer, session.document(answer), wrote=False, values={}))
        raise RemoteFailure(failed(Category.UNAVAILABLE, "SAP gives no CSRF token.", provider_code="csrf_token"))
    lines = answer.headers.get_list("set-cookie") if isinstance(answer.headers, httpx.Headers) else []
    return {TOKEN: token, "cookie": "; ".join(line.partition(";")[0].strip() for line in lines)}


def _cookies(kept: Mapping[str, str]) -> dict[str, str]:
    return {"Cookie": kept["cookie"]} if kept.get("cookie") else {}


async def changed_partner(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The business partner, if it is as the change wants it."""
    path = V2.format("{{config.partner_service}}", "BusinessPartner", "{{input.id}}")
    return await _changed(session, given, path, reference=reference)


async def changed_order(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The sales order, if it is as the change wants it."""
    path = V2.format("{{config.order_service}}", "SalesOrder", "{{input.id}}")
    return await _changed(session, given, path, reference=reference)


async def changed_order_v4(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result | None:
    """The sales order of the OData V4 service, if it is as the change wants it."""
    path = V4.format("{{config.order_v4_group}}", "{{config.order_v4_service}}", "{{input.id}}")
    return await _changed(session, given, path, reference=reference)


async def _changed(session: ManifestSession, given: dict[str, Any], path: str, *, reference: str) -> Result | None:
    answer, document = await session.ask(Request(path=path), session.values(given, reference))
    record = document.get("d", document) if isinstance(document, dict) else {}
    if not all(_same(record.get(name), wanted) for name, wanted in given["fields"].items()):
        return None
    return Done({"id": given["id"], "version": answer.headers.get("etag")}, answer.request_id)


def _same(found: Any, wanted: Any) -> bool:
    """V2 writes decimals as text with all their places."""
    if found == wanted:
        return True
    try:
        return Decimal(str(found)) == Decimal(str(wanted))
    except InvalidOperation:
        return False
