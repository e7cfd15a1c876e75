"""The connectors under contract, each with its real system."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from hub.connectors import registry
from hub.local.tryton import Tryton
from tests.connectors import hubspot_double, records
from tests.connectors import sap as sap_mock
from tests.connectors.bottlecrm.server import BottleCRM, bottlecrm
from tests.connectors.contract import Subject, with_sessions
from tests.connectors.hubspot_double import HubSpot
from tests.connectors.records import Records
from tests.connectors.sap import MockSap
from tests.connectors.shapes_server import running
from tests.erp import tryton

__all__ = ["bottlecrm", "tryton"]

ECHO = Subject("echo", None, {}, {}, {}, read=("echo", {"message": 1}))
# With a template for the name.
RECORD = records.RECORD | {"body": {"name": "{{name}}"}, "values": {"name": "Ada"}}


@pytest.fixture
def system() -> Iterator[Records]:
    """An empty REST system."""
    with records.running() as server:
        yield server


@pytest.fixture
def account() -> Iterator[HubSpot]:
    """A HubSpot account without records."""
    with running(HubSpot()) as server:
        yield server


@pytest.fixture(scope="session")
def sap() -> Iterator[MockSap]:
    """A mock of SAP S/4HANA as a process of its own."""
    with sap_mock.running() as server:
        yield server


def over_http(system: Records) -> Subject:
    """The generic connector on that system."""
    return Subject(
        connector="http",
        url=system.url,
        config={"check_path": "/records", "message_pointer": "/error/text", "code_pointer": "/error/code"},
        credentials={"bearer": records.TOKEN},
        wrong_credentials={"bearer": "wrong"},
        read=("request", {"method": "GET", "path": "/records"}),
        read_mark=b"GET /api/records",
        write=("request", RECORD),
        write_mark=b"POST /api/records",
        count=lambda reference: sum(row.get("external_id") == reference for row in system.rows),
    )


def over_tryton(server: Tryton, *, customer: int) -> Subject:
    """Tryton's sales orders for that customer."""
    line = {"product": "WIDGET", "quantity": "2", "unit_price": "9.90"}
    return Subject(
        connector="tryton",
        url=server.url,
        config={"database": server.database},
        credentials={"username": server.username, "password": server.password},
        wrong_credentials={"username": "nobody", "password": "wrong"},
        read=("sale_order.find", {"limit": 1}),
        read_mark=b"model.sale.sale.search_read",
        write=("sale_order.create", {"customer_id": customer, "lines": [line], "reference": "PO-1"}),
        write_mark=b"model.sale.sale.create",
        count=lambda reference: count_sales(server, reference),
    )


def over_hubspot(account: HubSpot) -> Subject:
    """HubSpot's contacts in that account."""
    return Subject(
        connector="hubspot",
        url=account.url,
        config={},
        credentials={"token": hubspot_double.TOKEN},
        wrong_credentials={"token": "wrong"},
        read=("contact.search", {}),
        read_mark=b"POST /crm/v3/objects/contacts/search",
        write=("contact.create", {"properties": {"firstname": "Ada"}}),
        write_mark=b"POST /crm/v3/objects/contacts HTTP",
        count=account.bearing,
    )


def over_sap(system: MockSap) -> Subject:
    """Sales orders of a mock of SAP S/4HANA."""
    header = {"SalesOrderType": "OR", "SalesOrganization": "1710", "SoldToParty": "1000004"}
    return Subject(
        connector="sap_s4hana",
        url=system.url,
        config=sap_mock.CONFIG,
        credentials=sap_mock.USER,
        wrong_credentials={"username": "HUB", "password": "wrong"},
        read=("sales_order.list", {"limit": 1}),
        read_mark=b"GET /sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder",
        write=("sales_order.create", {"fields": header}),
        write_mark=b"POST /sap/opu/odata/sap/API_SALES_ORDER_SRV/A_SalesOrder",
        count=lambda reference: len(system.rows(sap_mock.ORDERS, f"PurchaseOrderByCustomer eq '{reference}'")),
    )


def over_bottlecrm(server: BottleCRM) -> Subject:
    """BottleCRM's contacts."""
    return Subject(
        connector="bottlecrm",
        url=server.url,
        config={},
        credentials={"token": server.token},
        wrong_credentials={"token": "bcrm_pat_wrong"},
        read=("contact.search", {"limit": 1}),
        read_mark=b"GET /api/contacts/?",
        write=("contact.create", {"fields": {"first_name": "Ada", "last_name": "Lovelace"}}),
        write_mark=b"POST /api/contacts/ HTTP",
        count=lambda reference: server.count("contacts", "custom_fields->>'hub_reference' = %s", reference),
    )


def count_sales(server: Tryton, reference: str) -> int:
    """How many sales of Tryton's own table bear the reference."""
    with closing(sqlite3.connect(server.data / f"{server.database}.sqlite")) as database:
        like = (f"%{reference}%",)
        return int(database.execute("SELECT count(*) FROM sale_sale WHERE reference LIKE ?", like).fetchone()[0])


@pytest.fixture(scope="session")
def customer(tryton: Tryton) -> int:
    """The id of a customer in Tryton."""
    subject = over_tryton(tryton, customer=0)
    given = registry.validate_input("tryton", "customer.create", {"name": "Contract Ltd", "code": "CONTRACT"})

    async def create(sessions: registry.Sessions) -> registry.Done:
        return await registry.perform(
            sessions, "tryton", subject.access(), "customer.create", given, reference="job_customer", timeout_s=20
        )

    return int(with_sessions(create).output["id"])


def make(name: str, request: pytest.FixtureRequest) -> Subject:
    """The subject of that name, with its system started."""
    if name == "http":
        return over_http(request.getfixturevalue("system"))
    if name == "tryton":
        return over_tryton(request.getfixturevalue("tryton"), customer=request.getfixturevalue("customer"))
    if name == "hubspot":
        return over_hubspot(request.getfixturevalue("account"))
    if name == "sap_s4hana":
        return over_sap(request.getfixturevalue("sap"))
    if name == "bottlecrm":
        return over_bottlecrm(request.getfixturevalue("bottlecrm"))
    return ECHO


# Every connector in code has a subject; manifests have one where more is known than test_manifests.py proves of each.
NETWORKED = ["http", "tryton", "hubspot", "bottlecrm", "sap_s4hana"]


@pytest.fixture(params=["echo", *NETWORKED])
def subject(request: pytest.FixtureRequest) -> Subject:
    """Each connector."""
    return make(request.param, request)


@pytest.fixture(params=NETWORKED)
def networked(request: pytest.FixtureRequest) -> Subject:
    """Each connector that calls a system."""
    return make(request.param, request)
