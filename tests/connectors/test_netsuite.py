"""NetSuite, against a double made from Oracle's pages."""

from collections.abc import Iterator
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from hub.connectors import registry
from hub.connectors.manifest.authorizers import assertion
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.netsuite_double import TOKEN, NetSuite, refusal
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

ORDER = {"entity": {"id": "107"}, "item": {"items": [{"item": {"id": "567"}, "quantity": 2}]}}


@pytest.fixture
def account() -> Iterator[NetSuite]:
    """An account without records."""
    with running(NetSuite()) as server:
        yield server


@pytest.fixture
def hub(account: NetSuite) -> Subject:
    token = {"auth": "token", "token": TOKEN}
    return Subject(
        "netsuite", account.url, {"account": "1234567"}, token, token | {"token": "wrong"}, read=("suiteql", {})
    )


def do(hub: Subject, operation: str, given: dict[str, Any], job: str = "job_1") -> dict[str, Any]:
    result = hub.perform((operation, given), job)
    assert isinstance(result, Done), result
    return result.output


def test_an_order_is_created_read_changed_and_listed(hub, account):
    made = do(hub, "sales_order.create", {"fields": ORDER}, "job_o")

    assert do(hub, "sales_order.read", {"id": made["id"]})["record"]["externalId"] == "job_o"
    do(hub, "sales_order.update", {"id": "eid:job_o", "fields": {"memo": "Ring twice."}})
    assert do(hub, "sales_order.read", {"id": "eid:job_o"})["record"]["memo"] == "Ring twice."
    assert [each["id"] for each in do(hub, "sales_order.list", {})["records"]] == [made["id"]]


def test_upserting_twice_makes_one_record(hub, account):
    given = {"external_id": "CID002", "fields": {"companyName": "Engines"}}

    first, second = (do(hub, "customer.upsert", given) for _ in range(2))

    assert first == second
    assert account.bearing("CID002") == 1


def test_an_asynchronous_request_is_executed_once_for_a_job(hub, account):
    given = {"type": "salesOrder", "fields": ORDER}

    first, second, other = (do(hub, "async.submit", given, job) for job in ("job_a", "job_a", "job_b"))

    assert first == second
    assert other != first
    assert len(account.records["salesOrder"]) == 2
    assert do(hub, "async.read", {"job": first["job"]})["record"]["progress"] == "succeeded"


def test_suiteql_goes_through_all_pages_and_on_where_it_stopped(hub, account):
    account.records["customer"] = {str(n): {"id": str(n)} for n in range(25)}
    page = do(hub, "suiteql", {"q": "SELECT id FROM customer ORDER BY id", "limit": 10})
    rest = do(hub, "suiteql", {"q": "SELECT id FROM customer ORDER BY id", "cursor": page["next"]})

    assert [each["id"] for each in [*page["records"], *rest["records"]]] == [str(n) for n in range(25)]
    assert (page["next"], rest["next"]) == ("10", None)


def test_what_netsuite_finds_wrong_is_named_by_path(hub, account):
    wrong = {"entity": {"id": "107"}, "item": {"items": [{"item": {"id": "9999"}}]}}

    result = hub.perform(("sales_order.create", {"fields": wrong}), "job_v")

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.VALIDATION, "INVALID_CONTENT")
    assert result.field_errors == {"item.items[0].item": "You have entered an Invalid Field Value 9999"}


def test_a_create_that_sets_the_external_id_itself_is_refused(hub, account):
    result = hub.perform(("customer.create", {"fields": {"externalId": "CID002"}}), "job_r")

    assert isinstance(result, Outcome)
    assert result.category is Category.VALIDATION
    assert account.records == {}


def test_lines_of_a_sublist_are_replaced_or_the_change_is_refused(hub, account):
    made = do(hub, "sales_order.create", {"fields": ORDER}, "job_o")
    change = {"id": made["id"], "fields": {"item": {"items": [{"item": {"id": "568"}}]}}}

    refused = hub.perform(("sales_order.update", change), "job_1")
    do(hub, "sales_order.update", change | {"replace": "item"})

    assert isinstance(refused, Outcome)
    assert (refused.category, list(refused.field_errors)) == (Category.VALIDATION, ["replace"])
    assert [each.query for each in account.seen if each.method == "PATCH"] == [{"replace": "item"}]


@pytest.mark.parametrize(
    ("status", "code", "category", "retryable"),
    [
        (429, "CONCURRENCY_LIMIT_EXCEEDED", Category.RATE_LIMIT, True),
        (400, "CONCURRENCY_LIMIT_EXCEEDED", Category.RATE_LIMIT, True),
        (403, "INSUFFICIENT_PERMISSION", Category.PERMISSION, False),
        (404, "NONEXISTENT_ID", Category.NOT_FOUND, False),
        (500, "UNEXPECTED_ERROR", Category.UNKNOWN_OUTCOME, False),
    ],
)
def test_the_codes_have_a_meaning(hub, account, status, code, category, retryable):
    account.answers.append(refusal(status, code, "Something."))

    result = hub.perform(("sales_order.create", {"fields": ORDER}), "job_c")

    assert isinstance(result, Outcome)
    assert (result.category, result.retryable, result.provider_code) == (category, retryable, code)
    assert (result.retry_at is not None) is retryable


def test_wrong_credentials_are_auth(hub):
    for result in (
        hub.check(credentials=hub.wrong_credentials),
        hub.perform(("customer.list", {}), "job_a", credentials=hub.wrong_credentials),
    ):
        assert isinstance(result, Outcome)
        assert (result.category, result.retryable) == (Category.AUTH, False)
    assert isinstance(hub.check(), Done)


def test_an_order_whose_answer_was_lost_is_found_and_there_once(hub, account):
    given = ("sales_order.create", {"fields": ORDER})
    assert hub._ask(registry.find, given, "job_lost") is None
    with Proxy(account.url) as proxy:
        loss = proxy.lose(b"POST /services/rest/record", how="cut")
        lost = hub.perform(given, "job_lost", url=proxy.url)
        loss.wait()

    assert isinstance(lost, Outcome)
    assert lost.category is Category.UNKNOWN_OUTCOME
    found = hub._ask(registry.find, given, "job_lost")
    assert isinstance(found, Done)
    assert found.output == {"id": next(iter(account.records["salesOrder"]))}
    assert account.bearing("job_lost") == 1


def test_the_token_is_asked_for_with_the_claims_that_oracle_names():
    connector = registry.get("netsuite")
    assert isinstance(connector, ManifestConnector)
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    credentials = {"client_id": "c1", "private_key": pem, "certificate_id": "cert-1"}
    kind: Any = connector.manifest.auth["certificate"]

    made = assertion(kind, {"credentials": credentials, "config": {"account": "1234567-sb1"}})

    audience = "https://1234567-sb1.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token"
    claims = jwt.decode(made, key.public_key(), algorithms=["PS256"], audience=audience)
    assert (claims["iss"], claims["scope"]) == ("c1", "rest_webservices")
    assert claims["exp"] - claims["iat"] < 3600
    header = jwt.get_unverified_header(made)
    assert (header["alg"], header["kid"], header["typ"]) == ("PS256", "cert-1", "JWT")
