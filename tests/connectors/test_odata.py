"""The `odata` connector against a mock of SAP that somebody else wrote: V2 and V4, from `$metadata` to exactly one record."""

import asyncio
from ipaddress import ip_network
from typing import Any

import pytest

from hub.connectors import registry
from hub.connectors.base import Access
from hub.connectors.described import OPERATIONS
from hub.connectors.odata import OData
from hub.connectors.odata.metadata import parse
from hub.connectors.odata.values import key_path, literal, read, written
from hub.connectors.outbound import Outbound, RemoteFailure
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Done, Safety
from tests.connectors.contract import with_sessions
from tests.connectors.sap import USER, MockSap
from tests.proxies import Proxy

pytestmark = pytest.mark.pure

V2 = "/sap/opu/odata/sap/API_SALES_ORDER_SRV"
V4 = "/sap/opu/odata4/sap/api_salesorder/srvd_a2x/sap/api_salesorder/0001"
ORDER = {"SalesOrderType": "OR", "SalesOrganization": "1710", "SoldToParty": "1000004"}
# Set and reference by version.
SETS = {V2: "A_SalesOrder", V4: "SalesOrder"}


def access(url: str, service: str, credentials: Any = None) -> Access:
    config = registry.validate_config("odata", {"params": {"sap-client": "100"}})
    given = registry.validate_credentials("odata", USER if credentials is None else credentials)
    plain = Access("con_odata", 1, url + service, config, given)

    async def describe() -> bytes:
        outbound = Outbound(plain.base_url, allow=[ip_network("127.0.0.0/8")])
        try:
            return await OData().describe(plain, outbound)
        finally:
            await outbound.aclose()

    return Access("con_odata", 1, url + service, config | {OPERATIONS: OData().compile(asyncio.run(describe()))}, given)


def run(
    connection: Access, *steps: tuple[str, dict[str, Any]], reference: str = "job_odata_1", timeout_s: float = 15
) -> Any:
    """The results of these operations, one after the other, in one session."""

    async def all_of(sessions: registry.Sessions) -> list[Any]:
        about: dict[str, Any] = {"reference": reference, "timeout_s": timeout_s}
        results = []
        for name, given in steps:
            taken = connection.config[OPERATIONS][name].accepts.normalise(given, root="input")
            results.append(await registry.perform(sessions, "odata", connection, name, taken, **about))
        return results

    return with_sessions(all_of)


@pytest.mark.parametrize("service", [V2, V4])
def test_each_entity_set_has_its_operations(sap: MockSap, service: str):
    found = access(sap.url, service).config[OPERATIONS]
    name = SETS[service]

    assert {f"{name}.{verb}" for verb in ("list", "get", "create", "update", "delete")} <= set(found)
    create = found[f"{name}.create"]
    assert create.safety_for({"fields": {}}) is Safety.UNSAFE
    assert create.safety_for({"fields": {}, "reference_property": "PurchaseOrderByCustomer"}) is Safety.BY_SEARCH
    assert create.input["properties"]["fields"]["properties"]["SoldToParty"]["maxLength"] == 10
    with pytest.raises(HubError) as refused:
        create.accepts.normalise({"fields": {"SoldToParty": "x" * 11}}, root="input")
    assert refused.value.field == "input.fields.SoldToParty"
    with pytest.raises(HubError):
        create.accepts.normalise({"fields": {"Nothing": 1}}, root="input")


@pytest.mark.parametrize("service", [V2, V4])
def test_a_record_is_created_read_changed_and_found_again(sap: MockSap, service: str):
    name, connection = SETS[service], access(sap.url, service)
    reference = f"job_{'v2' if service == V2 else 'v4'}_crud"

    created, listed = run(
        connection,
        (f"{name}.create", {"fields": ORDER, "reference_property": "PurchaseOrderByCustomer"}),
        (f"{name}.list", {"filter": f"PurchaseOrderByCustomer eq '{reference}'", "limit": 5}),
        reference=reference,
    )
    assert isinstance(created, Done), created
    assert isinstance(listed, Done), listed
    key = {"SalesOrder": created.output["record"]["SalesOrder"]}
    assert [row["SalesOrder"] for row in listed.output["records"]] == [key["SalesOrder"]]

    got, changed, again = run(
        connection,
        (f"{name}.get", {"key": key, "select": ["SalesOrder", "SoldToParty"]}),
        (f"{name}.update", {"key": key, "fields": {"ShippingCondition": "02"}}),
        (f"{name}.get", {"key": key}),
    )
    assert got.output["record"]["SoldToParty"] == "1000004"
    assert isinstance(changed, Done), changed
    assert again.output["record"]["ShippingCondition"] == "02"
    assert again.output["version"]


@pytest.mark.parametrize("service", [V2, V4])
def test_a_stale_version_is_a_conflict_and_nothing_changes(sap: MockSap, service: str):
    name, connection = SETS[service], access(sap.url, service)
    (created,) = run(connection, (f"{name}.create", {"fields": ORDER}))
    key = {"SalesOrder": created.output["record"]["SalesOrder"]}

    stale, kept = run(
        connection,
        (f"{name}.update", {"key": key, "fields": {"ShippingCondition": "09"}, "version": 'W/"long ago"'}),
        (f"{name}.get", {"key": key}),
    )

    assert stale.category is Category.CONFLICT
    assert kept.output["record"].get("ShippingCondition") != "09"


def test_pages_follow_each_other_and_lead_nowhere_else(sap: MockSap):
    connection = access(sap.url, V2)
    first, elsewhere = run(
        connection,
        ("A_SalesOrder.list", {"limit": 2, "order_by": "SalesOrder"}),
        ("A_SalesOrder.list", {"cursor": "https://evil.example/A_SalesOrder?$skiptoken=1"}),
    )

    assert len(first.output["records"]) == 2
    assert elsewhere.category is Category.VALIDATION
    if first.output["next"]:
        (second,) = run(connection, ("A_SalesOrder.list", {"cursor": first.output["next"]}))
        assert isinstance(second, Done)


def test_errors_are_the_systems_own_words(sap: MockSap):
    connection = access(sap.url, V2)
    missing, refused = run(
        connection,
        ("A_SalesOrder.get", {"key": {"SalesOrder": "nothing"}}),
        ("A_SalesOrder.list", {"filter": "Nothing eq 1"}),
    )

    assert missing.category is Category.NOT_FOUND
    assert refused.category is Category.VALIDATION
    assert refused.message
    assert refused.provider_code


def test_wrong_credentials_make_no_document(sap: MockSap):
    with pytest.raises(RemoteFailure) as refused:
        access(sap.url, V2, {"username": "HUB", "password": "wrong"})
    assert refused.value.outcome.category is Category.AUTH


def test_an_answer_that_is_lost_after_the_work_leaves_exactly_one_record(sap: MockSap):
    reference = "job_odata_lost"
    given = {"fields": ORDER, "reference_property": "PurchaseOrderByCustomer"}
    with Proxy(sap.url) as proxy:
        connection = access(proxy.url, V2)

        async def both(sessions: registry.Sessions) -> tuple[Any, Any]:
            about: dict[str, Any] = {"timeout_s": 15}
            # Has SAP's token, so that the write that is lost is the one that creates.
            await registry.perform(
                sessions, "odata", connection, "A_SalesOrder.create", {"fields": ORDER}, reference="job_first", **about
            )
            proxy.lose(f"POST {V2}/A_SalesOrder".encode(), how="cut")
            lost = await registry.perform(
                sessions, "odata", connection, "A_SalesOrder.create", given, reference=reference, **about
            )
            found = await registry.find(
                sessions, "odata", connection, "A_SalesOrder.create", given, reference=reference, **about
            )
            return lost, found

        lost, found = with_sessions(both)

    assert lost.category is Category.UNKNOWN_OUTCOME
    rows = sap.rows(f"{V2}/A_SalesOrder", f"PurchaseOrderByCustomer eq '{reference}'")
    assert len(rows) == 1
    assert found.output["record"]["SalesOrder"] == rows[0]["SalesOrder"]


EDMX = """<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx"
 xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><edmx:DataServices>
<Schema Namespace="S" Alias="Self" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
<EntityType Name="Base"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.Guid" Nullable="false"/></EntityType>
<EntityType Name="Thing" BaseType="S.Base"><Property Name="At" Type="Edm.DateTime"/><Property Name="Price" Type="Edm.Decimal"/>
<NavigationProperty Name="Parts"/></EntityType>
<EntityContainer Name="C"><EntitySet Name="Things" EntityType="Self.Thing"/>
<FunctionImport Name="Confirm" m:HttpMethod="POST"><Parameter Name="Id" Type="Edm.Guid" Nullable="false"/></FunctionImport>
<FunctionImport Name="Count" m:HttpMethod="GET"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>"""


def test_metadata_is_read_with_its_base_types_and_functions():
    service = parse(EDMX.encode())
    found = OData().compile(EDMX.encode())

    (things,) = service.sets
    assert (things.keys, [each.name for each in things.properties], things.links) == (
        ("Id",),
        ["Id", "At", "Price"],
        ("Parts",),
    )
    assert [(each.name, each.method) for each in service.imports] == [("Confirm", "POST"), ("Count", "GET")]
    assert found["Confirm"].safety is Safety.UNSAFE
    assert found["Count"].safety is Safety.IDEMPOTENT
    assert found["Confirm"].input["required"] == ["parameters"]


@pytest.mark.parametrize(
    "text",
    [
        b"{}",
        b"<a/>",
        b'<!DOCTYPE a [<!ENTITY b "c">]><edmx:Edmx xmlns:edmx="x"><Schema/></edmx:Edmx>',
        b'<e:Edmx xmlns:e="x"><Schema Namespace="S"/></e:Edmx>',
    ],
)
def test_what_is_no_metadata_is_refused(text):
    with pytest.raises(HubError) as refused:
        parse(text)
    assert (refused.value.code, refused.value.field) == ("invalid_input", "config.document")


def test_values_are_written_as_each_version_wants_them():
    (things,) = parse(EDMX.encode()).sets
    fields = {"At": "2026-11-22T10:00:00Z", "Price": 9.5, "Parts": []}

    assert written(things, fields, version=2) == {"At": "/Date(1795341600000)/", "Price": "9.5", "Parts": []}
    assert written(things, fields, version=4) == fields
    assert read({"At": "/Date(1795341600000)/", "__metadata": {}}) == {"At": "2026-11-22T10:00:00Z"}
    assert literal("O'Neil", "Edm.String", version=2) == "'O''Neil'"
    assert literal("12", "Edm.Int64", version=2) == "12L"
    guid = "3f1c1f0e-7d8a-4f0e-9a53-0c5f3f1a7b11"
    assert key_path(things, {"Id": guid}, version=2) == f"/Things(guid'{guid}')"
    assert key_path(things, {"Id": guid}, version=4) == f"/Things({guid})"
    for value, kind in (("1)/Other(1", "Edm.Int32"), ("x' or 1 eq 1", "Edm.Guid"), ("1L", "Edm.Decimal")):
        with pytest.raises(ValueError, match="is no"):
            literal(value, kind, version=4)
    with pytest.raises(ValueError, match="ISO 8601"):
        written(things, {"At": "yesterday"}, version=2)
