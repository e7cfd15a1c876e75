"""Zoho CRM, held against a double made from its pages: tokens, records, per-record refusals, stale writes, lost answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.contract import Subject
from tests.connectors.shapes_server import running
from tests.connectors.zoho_double import Zoho
from tests.proxies import Proxy

ADA = {"Last_Name": "Lovelace", "Email": "ada@example.com"}
CREATE = ("contact.create", {"fields": ADA})
CREDENTIALS = {"client_id": "1000.C", "client_secret": "s", "refresh_token": "1000.3421"}


@pytest.fixture(params=[400, 202])
def organisation(request: pytest.FixtureRequest) -> Iterator[Zoho]:
    """An organisation without records; it may tell refused records within a success."""
    with running(Zoho()) as server:
        server.refusal_status = request.param
        yield server


@pytest.fixture
def zoho() -> Iterator[Zoho]:
    """An organisation without records."""
    with running(Zoho()) as server:
        yield server


def over(zoho: Zoho, *, write: Any = CREATE, url: str = "", **credentials: str) -> Subject:
    """Without a URL of its own: the token says where the API is."""
    given = CREDENTIALS | credentials
    return Subject("zoho_crm", url, {"accounts_url": zoho.url}, given, {}, CREATE, write=write)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("contact", ADA),
        ("account", {"Account_Name": "Engines"}),
        ("lead", {"Last_Name": "Lovelace"}),
        ("deal", {"Deal_Name": "Engine"}),
    ],
)
def test_a_record_is_created_read_changed_searched_and_deleted(zoho, kind, fields):
    hub = over(zoho)

    number = hub.perform((f"{kind}.create", {"fields": fields}), "job_1").output["id"]
    read = hub.perform((f"{kind}.read", {"id": number}), "job_2").output
    assert read["record"].items() >= (fields | {"Hub_Reference": "job_1"}).items()
    change = {"id": number, "fields": {"Description": "new"}, "version": read["version"]}
    assert hub.perform((f"{kind}.update", change), "job_3").output["id"] == number
    assert _is(hub.perform((f"{kind}.update", change), "job_4"), Category.CONFLICT)
    found = hub.perform((f"{kind}.search", {"word": "new"}), "job_5").output
    assert ([each["id"] for each in found["records"]], found["next"]) == ([number], None)
    assert hub.perform((f"{kind}.delete", {"id": number}), "job_6").output == {"id": number}
    assert _is(hub.perform((f"{kind}.read", {"id": number}), "job_7"), Category.NOT_FOUND)
    assert hub.perform((f"{kind}.search", {"word": "new"}), "job_8").output == {"records": [], "next": None}


def test_upserting_twice_by_a_field_makes_one_record(zoho):
    given = {"fields": ADA, "duplicate_check_fields": ["Email"]}

    first, second = (over(zoho).perform(("contact.upsert", given), "job_1").output for _ in range(2))

    assert (first["record"]["action"], second["record"]["action"]) == ("insert", "update")
    assert first["id"] == second["id"]


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_lost_answer_leaves_exactly_one_record_that_is_found(zoho, how):
    with Proxy(zoho.url) as proxy:
        loss = proxy.lose(b"POST /crm/v8/Contacts HTTP", how=how)
        lost = over(zoho, url=proxy.url).perform(CREATE, "job_1", timeout_s=2)
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    found = over(zoho).find("job_1")

    assert isinstance(found, Done)
    assert over(zoho).perform(CREATE, "job_1") == found
    assert zoho.bearing("job_1") == 1
    assert over(zoho).find("job_2") is None


def test_somebody_elses_record_is_a_duplicate_and_the_jobs_own_is_done(organisation):
    made = over(organisation).perform(CREATE, "job_1")

    assert over(organisation).perform(CREATE, "job_1") == made
    other = over(organisation).perform(CREATE, "job_2")
    assert _is(other, Category.DUPLICATE)
    assert (other.provider_code, set(other.field_errors)) == ("DUPLICATE_DATA", {"Email"})
    assert len(organisation.records["Contacts"]) == 1


def test_a_field_that_is_missing_is_named(organisation):
    refused = over(organisation).perform(("lead.create", {"fields": {"Company": "Engines"}}), "job_1")

    assert _is(refused, Category.VALIDATION)
    assert refused.provider_code == "MANDATORY_NOT_FOUND"
    assert refused.field_errors == {"Last_Name": "required field not found"}


def test_a_wrong_refresh_token_is_auth_and_an_access_token_that_has_ended_is_renewed(zoho):
    assert _is(over(zoho, refresh_token="wrong").check(), Category.AUTH)

    held = {"access_token": "1000.old", "token_extra": {"api_domain": zoho.url}}
    assert isinstance(over(zoho, **held).check(), Done)
    assert zoho.seen[-1].headers["authorization"] == "Zoho-oauthtoken 1000.0"


@pytest.mark.parametrize(
    ("status", "code", "category"),
    [
        (403, "NO_PERMISSION", Category.PERMISSION),
        (401, "OAUTH_SCOPE_MISMATCH", Category.PERMISSION),
        (400, "INVALID_DATA", Category.VALIDATION),
        (500, "INTERNAL_ERROR", Category.UNKNOWN_OUTCOME),
    ],
)
def test_codes_have_their_meaning(zoho, status, code, category):
    refusal = {"code": code, "details": {}, "message": "So it is.", "status": "error"}
    # Twice: after a 401 the hub asks once more with a new token.
    zoho.answers += [(status, {}, refusal)] * 2

    result = over(zoho).perform(CREATE, "job_1")

    assert _is(result, category)
    assert (result.provider_code, result.message) == (code, "So it is.")


def test_too_many_requests_are_tried_again(zoho):
    refusal = {"code": "TOO_MANY_REQUESTS", "details": {}, "message": "Too many requests", "status": "error"}
    zoho.answers.append((429, {"Retry-After": "7"}, refusal))
    before = datetime.now(UTC)

    result = over(zoho).perform(CREATE, "job_1")

    assert _is(result, Category.RATE_LIMIT)
    assert result.retryable
    assert timedelta(seconds=6) < result.retry_at - before < timedelta(seconds=30)


def test_a_query_that_zoho_does_not_understand_names_the_column(zoho):
    refused = over(zoho).perform(("query", {"query": "select Nothing from Contacts"}), "job_1")

    assert _is(refused, Category.VALIDATION)
    assert set(refused.field_errors) == {"Nothing"}


def _is(result: Any, category: Category) -> bool:
    assert isinstance(result, Outcome), result
    assert result.category is category, result
    return True
