"""Orders and payments in ERPs, asked for over HTTP: a mock of S/4HANA by a third party, and Tryton."""

from collections.abc import Iterator

import pytest

from tests.connectors import sap as sap_mock
from tests.connectors.sap import MockSap
from tests.proxies import Proxy

pytestmark = pytest.mark.journey

ORDER = {"fields": {"SalesOrderType": "OR", "SalesOrganization": "1710", "SoldToParty": "1000004"}}


@pytest.fixture(scope="module")
def sap() -> Iterator[MockSap]:
    """A mock of SAP S/4HANA as a process of its own."""
    with sap_mock.running() as server:
        yield server


def connected(account, url: str) -> str:
    return account.connect("sap_s4hana", base_url=url, config=sap_mock.CONFIG, credentials=sap_mock.USER)


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_an_order_whose_answer_was_lost_is_found_and_not_made_twice(account, sap, how):
    with Proxy(sap.url) as proxy:
        erp = connected(account, proxy.url)
        loss = proxy.lose(b"POST /sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder", how=how)

        job_id = account.submit(erp, "sales_order.create", ORDER, timeout_s=4)
        loss.wait()
        job = account.wait_for(job_id)

    assert job["status"] == "succeeded"
    assert account.runs(job_id) == [("call", "unknown"), ("find", "succeeded")]
    rows = sap.rows(sap_mock.ORDERS, f"PurchaseOrderByCustomer eq '{job_id}'")
    assert [row["SalesOrder"] for row in rows] == [job["output"]["id"]]


def test_a_change_on_top_of_somebody_elses_fails_with_conflict_and_changes_nothing(account, sap):
    erp = connected(account, sap.url)
    order = account.wait_for(account.submit(erp, "sales_order.create", ORDER))["output"]
    theirs = {"id": order["id"], "fields": {"CustomerPaymentTerms": "0001"}, "version": order["version"]}
    account.wait_for(account.submit(erp, "sales_order.update", theirs))

    ours = account.submit(erp, "sales_order.update", theirs | {"fields": {"CustomerPaymentTerms": "0002"}})
    job = account.wait_for(ours)

    assert (job["status"], job["error"]["category"]) == ("failed", "conflict")
    (row,) = sap.rows(sap_mock.ORDERS, f"SalesOrder eq '{order['id']}'")
    assert row["CustomerPaymentTerms"] == "0001"


def test_a_payment_whose_answer_was_lost_is_entered_once(account, erp, proxy):
    customer = account.wait_for(account.submit(erp, "customer.create", {"name": "Ada"}))["output"]
    lines = [{"product": "WIDGET", "quantity": 3}]
    given = {"customer_code": customer["code"], "lines": lines, "state": "posted"}
    invoice = account.wait_for(account.submit(erp, "invoice.create", given))["output"]
    loss = proxy.lose(b"wizard.account.invoice.pay.execute", how="cut")

    job_id = account.submit(erp, "invoice.pay", {"id": invoice["id"], "amount": "25.00"}, timeout_s=10)
    loss.wait()
    job = account.wait_for(job_id)

    assert job["status"] == "succeeded"
    assert account.runs(job_id) == [("call", "unknown"), ("find", "succeeded")]
    assert (job["output"]["amount_to_pay"], job["output"]["state"]) == ("50.00", "posted")
