"""Salesforce, held against a double made from its pages: sign-in, records, collections, composites, errors, lost answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from hub.connectors import registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.salesforce_double import ACCESS, Salesforce
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

ENGINES = {"Name": "Analytical Engines"}
ACCOUNT = ("account.create", {"fields": ENGINES})


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """The app's key; making one takes a moment."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture
def org(key: rsa.RSAPrivateKey) -> Iterator[Salesforce]:
    """An org without records, which knows the app."""
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with running(Salesforce(public.decode())) as server:
        yield server


def signed_in(
    org: Salesforce, credentials: dict[str, Any], *, url: str = "", wrong: dict[str, Any] | None = None
) -> Subject:
    """The connector on that org; without a URL of its own, the token says where the org is."""
    config = {"login_url": org.url}
    return Subject(
        "salesforce", url, config, credentials, wrong or {}, read=("query", {"soql": "SELECT Id FROM Account"})
    )


def over(org: Salesforce, *, url: str = "") -> Subject:
    """By client credentials."""
    return signed_in(org, {"auth": "client_credentials", "client_id": "app", "client_secret": "secret"}, url=url)


def test_an_app_signs_in_by_a_signed_assertion_and_the_token_says_where_the_org_is(org, key):
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    credentials = {"auth": "jwt", "client_id": "app", "private_key": pem, "username": "hub@example.com"}

    assert isinstance(signed_in(org, credentials).check(), Done)
    stranger = signed_in(org, credentials | {"username": "nobody@example.com"}).check()

    assert _is(stranger, Category.AUTH, "invalid_grant")
    assert [each["grant_type"] for each in org.tokens] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"] * 2


def test_a_refresh_token_of_the_web_flow_signs_in(org):
    credentials = {"auth": "web", "client_id": "app", "client_secret": "secret", "refresh_token": "5Aep8"}

    assert isinstance(signed_in(org, credentials).check(), Done)


def test_a_wrong_secret_is_auth_and_a_session_that_has_ended_is_renewed(org):
    wrong = signed_in(org, {"auth": "client_credentials", "client_id": "app", "client_secret": "wrong"})
    assert _is(wrong.check(), Category.AUTH, "invalid_grant")

    held = {"auth": "web", "client_id": "app", "client_secret": "s", "refresh_token": "5Aep8", "access_token": "old"}
    held |= {"token_extra": {"instance_url": org.url}}
    assert isinstance(signed_in(org, held).check(), Done)
    assert org.seen[1].headers["authorization"] == "Bearer old"
    assert org.seen[-1].headers["authorization"] == f"Bearer {ACCESS}{len(org.tokens)}"


def test_a_record_is_created_read_changed_and_deleted(org):
    hub = over(org)

    made = hub.perform(ACCOUNT, "job_1").output
    assert org.records[made["id"]]["Hub_Reference__c"] == "job_1"
    hub.perform(("account.update", {"id": made["id"], "fields": {"Industry": "Engineering"}}), "job_2")
    record = hub.perform(("account.read", {"id": made["id"]}), "job_3").output["record"]
    assert (record["Name"], record["Industry"]) == ("Analytical Engines", "Engineering")
    for _ in range(2):
        assert hub.perform(("account.delete", {"id": made["id"]}), "job_4").output == {"id": made["id"]}
    assert _is(hub.perform(("account.read", {"id": made["id"]}), "job_5"), Category.NOT_FOUND, "NOT_FOUND")


@pytest.mark.parametrize("kind", ["account", "contact"])
def test_a_change_of_what_somebody_else_has_changed_is_a_conflict(org, kind):
    hub = over(org)
    fields = {"Name": "Engines"} if kind == "account" else {"LastName": "Lovelace"}
    record_id = hub.perform((f"{kind}.create", {"fields": fields}), "job_1").output["id"]
    version = hub.perform((f"{kind}.read", {"id": record_id}), "job_2").output["version"]
    change = (f"{kind}.update", {"id": record_id, "fields": {"Description": "mine"}, "version": version})

    assert isinstance(hub.perform(change, "job_3"), Done)
    assert _is(hub.perform(change, "job_4"), Category.CONFLICT)

    header = "if-match" if kind == "account" else "if-unmodified-since"
    assert org.seen[-1].headers[header] == version


def test_upserting_twice_by_an_external_id_makes_one_record(org):
    hub = over(org)
    given = {"object": "Account", "field": "Erp_Number__c", "value": "C/17", "fields": ENGINES}

    first, second = (hub.perform(("record.upsert", given), "job_1").output for _ in range(2))

    assert (first["record"]["created"], second["record"]["created"]) == (True, False)
    assert first["id"] == second["id"]
    read = hub.perform(("account.read_by_external_id", {"field": "Erp_Number__c", "value": "C/17"}), "job_2")
    assert read.output["id"] == first["id"]


@pytest.mark.parametrize("how", ["cut", "hang"])
@pytest.mark.parametrize(
    ("operation", "mark", "records"),
    [
        (ACCOUNT, b"PATCH /services/data/v67.0/sobjects/Account/", 1),
        (
            ("records.create", {"object": "Account", "records": [ENGINES, ENGINES]}),
            b"PATCH /services/data/v67.0/composite/",
            2,
        ),
    ],
)
def test_a_lost_answer_leaves_exactly_one_record_when_the_job_calls_again(org, operation, mark, records, how):
    with Proxy(org.url) as proxy:
        loss = proxy.lose(mark, how=how)
        lost = over(org, url=proxy.url).perform(operation, "job_1", timeout_s=2)
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    assert isinstance(over(org).perform(operation, "job_1"), Done)

    assert len(org.records) == records


def test_find_finds_the_record_of_the_job_and_nothing_before(org):
    hub = Subject(**{**over(org).__dict__, "write": ACCOUNT})

    assert hub.find("job_1") is None
    made = hub.perform(ACCOUNT, "job_1")
    assert hub.find("job_1") == made
    assert hub.find("job_2") is None


def test_two_calls_of_one_job_at_once_are_one_record(org):
    hub = over(org)
    made = hub.perform(ACCOUNT, "job_1")
    # What Salesforce answers to the second of two upserts at the same moment.
    text = "duplicate value found: Hub_Reference__c duplicates value on record with id: 001"
    org.answers.append((400, {}, [{"message": text, "errorCode": "DUPLICATE_VALUE", "fields": []}]))

    assert hub.perform(ACCOUNT, "job_1") == made


def test_somebody_elses_record_is_a_duplicate(org):
    result = over(org).perform(("account.create", {"fields": {"Name": "Twin"}}), "job_1")

    assert _is(result, Category.DUPLICATE, "DUPLICATES_DETECTED")
    assert org.records == {}


def test_each_field_that_is_wrong_is_named(org):
    missing = over(org).perform(("lead.create", {"fields": {"FirstName": "Ada"}}), "job_1")
    assert _is(missing, Category.VALIDATION, "REQUIRED_FIELD_MISSING")
    assert set(missing.field_errors) == {"LastName", "Company"}

    long = over(org).perform(("account.create", {"fields": {"Name": "x" * 256}}), "job_2")
    assert _is(long, Category.VALIDATION, "STRING_TOO_LONG")
    assert set(long.field_errors) == {"Name"}


@pytest.mark.parametrize(
    ("status", "code", "category", "retryable"),
    [
        (403, "INSUFFICIENT_ACCESS", Category.PERMISSION, False),
        (400, "FIELD_CUSTOM_VALIDATION_EXCEPTION", Category.VALIDATION, False),
        (400, "UNABLE_TO_LOCK_ROW", Category.CONFLICT, True),
        (404, "ENTITY_IS_DELETED", Category.NOT_FOUND, False),
        (503, "SERVER_UNAVAILABLE", Category.UNAVAILABLE, True),
        (500, "UNKNOWN_EXCEPTION", Category.UNKNOWN_OUTCOME, False),
    ],
)
def test_codes_have_their_meaning(org, status, code, category, retryable):
    org.answers.append((status, {}, [{"message": "So it is.", "errorCode": code, "fields": []}]))

    result = over(org).perform(ACCOUNT, "job_1")

    assert _is(result, category, code)
    assert (result.retryable, result.message) == (retryable, "So it is.")


def test_an_external_id_of_several_records_is_a_conflict(org):
    org.answers.append(
        (300, {}, ["/services/data/v67.0/sobjects/Account/001", "/services/data/v67.0/sobjects/Account/002"])
    )
    given = {"field": "Erp_Number__c", "value": "C-17", "fields": ENGINES}

    assert _is(over(org).perform(("account.upsert", given), "job_1"), Category.CONFLICT)


def test_each_answer_tells_how_much_of_the_day_is_used(org):
    result = over(org).perform(("query", {"soql": "SELECT Id FROM Account"}), "job_1")

    daily = result.limits.quotas["daily"]
    assert (daily.limit, daily.remaining, daily.window_s) == (5000, 4975, 86400)


@pytest.mark.parametrize(
    ("usage", "category", "at_least_s"),
    [("5000/5000", Category.QUOTA_EXHAUSTED, 3500), ("31/5000", Category.RATE_LIMIT, 5)],
)
def test_a_used_up_day_waits_long_and_too_many_long_requests_a_moment(org, usage, category, at_least_s):
    text = [{"message": "Limit exceeded.", "errorCode": "REQUEST_LIMIT_EXCEEDED"}]
    org.answers.append((403, {"Sforce-Limit-Info": f"api-usage={usage}"}, text))
    before = datetime.now(UTC)

    result = over(org).perform(ACCOUNT, "job_1")

    assert _is(result, category, "REQUEST_LIMIT_EXCEEDED")
    assert result.retryable
    assert timedelta(seconds=at_least_s) < result.retry_at - before < timedelta(seconds=3700)


def test_the_connector_comes_with_the_hub():
    assert registry.get("salesforce").needs_url is False


def _is(result: Any, category: Category, code: str | None = None) -> bool:
    assert isinstance(result, Outcome), result
    assert (result.category, result.provider_code) == (category, code or result.provider_code), result
    return True
