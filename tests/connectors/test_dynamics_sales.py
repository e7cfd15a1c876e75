"""Dynamics 365 Sales, held against a double made from its pages: keys, conditions, versions, limits, lost answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid5

import pytest

from hub.connectors import registry
from hub.connectors.manifest.session import REFERENCES
from hub.connectors.registry import Category, Done, Outcome
from hub.rules.errors import HubError
from tests.connectors.contract import Subject
from tests.connectors.dataverse_double import Dataverse
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

ENGINES = {"name": "Analytical Engines"}
CREATE = ("account.create", {"fields": ENGINES})
SECRET = {"client_id": "c", "client_secret": "secret"}


@pytest.fixture
def environment() -> Iterator[Dataverse]:
    """An environment without records."""
    with running(Dataverse()) as server:
        yield server


def over(environment: Dataverse, *, write: Any = CREATE, url: str = "", **credentials: str) -> Subject:
    """Without a URL of its own: the settings say where the environment is."""
    config = {"environment_url": environment.url, "authority": environment.url, "tenant": "contoso.onmicrosoft.com"}
    return Subject("dynamics_sales", url, config, SECRET | credentials, {}, CREATE, write=write)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("account", ENGINES),
        ("contact", {"lastname": "Lovelace"}),
        ("lead", {"subject": "An engine"}),
        ("opportunity", {"name": "Engine"}),
    ],
)
def test_a_record_is_created_read_changed_and_deleted(environment, kind, fields):
    hub = over(environment)

    made = hub.perform((f"{kind}.create", {"fields": fields}), "job_1").output
    assert made["id"] == str(uuid5(REFERENCES, "job_1"))
    read = hub.perform((f"{kind}.read", {"id": made["id"]}), "job_2").output
    assert read == made
    changed = hub.perform((f"{kind}.update", {"id": made["id"], "fields": {"description": "new"}}), "job_3").output
    assert changed["record"].items() >= (fields | {"description": "new"}).items()
    for _ in range(2):
        assert hub.perform((f"{kind}.delete", {"id": made["id"]}), "job_4").output == {"id": made["id"]}
    assert _is(hub.perform((f"{kind}.read", {"id": made["id"]}), "job_5"), Category.NOT_FOUND)
    late = (f"{kind}.update", {"id": made["id"], "fields": fields})
    assert _is(hub.perform(late, "job_6"), Category.NOT_FOUND), "a change must not create"


def test_a_change_of_what_somebody_else_has_changed_is_a_conflict(environment):
    hub = over(environment)
    made = hub.perform(CREATE, "job_1").output
    change = {"id": made["id"], "fields": {"description": "mine"}, "version": made["version"]}

    assert isinstance(hub.perform(("account.update", change), "job_2"), Done)
    refused = hub.perform(("account.update", change), "job_3")

    assert _is(refused, Category.CONFLICT)
    assert refused.provider_code == "0x80060882"


def test_creating_again_by_the_same_job_changes_nothing(environment):
    hub = over(environment)
    made = hub.perform(CREATE, "job_1")
    hub.perform(("account.update", {"id": made.output["id"], "fields": {"name": "Renamed by a person"}}), "job_2")

    again = hub.perform(CREATE, "job_1")

    assert again.output["record"]["name"] == "Renamed by a person"
    assert len(environment.records["accounts"]) == 1


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_lost_answer_leaves_exactly_one_record(environment, how):
    with Proxy(environment.url) as proxy:
        loss = proxy.lose(b"PATCH /api/data/v9.2/accounts", how=how)
        lost = over(environment, url=proxy.url).perform(CREATE, "job_1", timeout_s=2)
        loss.wait()
    assert _is(lost, Category.UNKNOWN_OUTCOME)

    found = over(environment).find("job_1")

    assert isinstance(found, Done)
    assert over(environment).perform(CREATE, "job_1") == found
    assert len(environment.records["accounts"]) == 1
    assert over(environment).find("job_2") is None


def test_an_alternate_key_finds_creates_and_changes_one_record(environment):
    hub = over(environment)
    given = {"key": "accountnumber", "value": "C-17", "fields": ENGINES}

    first, second = (hub.perform(("account.upsert", given), "job_1").output for _ in range(2))

    assert first["id"] == second["id"]
    read = hub.perform(("account.read_by_key", {"key": "accountnumber", "value": "C-17"}), "job_2").output
    assert (read["id"], read["record"]["accountnumber"]) == (first["id"], "C-17")


@pytest.mark.parametrize("value", ["x') or ('1'='1", "a/b", "50%", ""])
def test_a_keys_value_cannot_leave_its_quotes(value):
    with pytest.raises(HubError) as refused:
        registry.validate_input("dynamics_sales", "account.read_by_key", {"key": "accountnumber", "value": value})
    assert refused.value.field == "input.value"


def test_a_value_of_a_key_that_another_record_has_is_a_duplicate(environment):
    hub = over(environment)
    hub.perform(("account.create", {"fields": ENGINES | {"accountnumber": "C-17"}}), "job_1")

    refused = hub.perform(("account.create", {"fields": {"name": "Other", "accountnumber": "C-17"}}), "job_2")

    assert _is(refused, Category.DUPLICATE)
    assert refused.provider_code == "0x80060892"
    assert len(environment.records["accounts"]) == 1


def test_a_column_that_there_is_not_is_told_in_dataverses_words(environment):
    refused = over(environment).perform(("account.create", {"fields": {"nam": "x"}}), "job_1")

    assert _is(refused, Category.VALIDATION)
    assert (refused.provider_code, refused.provider_request_id) == (
        "0x80048d19",
        "5fe339e5-c75e-4dad-9597-b257ebce666b",
    )
    assert "'nam'" in refused.message


def test_a_wrong_secret_is_auth_and_tokens_are_for_the_environment(environment):
    assert _is(over(environment, client_secret="wrong").check(), Category.AUTH)
    assert isinstance(over(environment).check(), Done)
    assert set(environment.scopes) == {f"{environment.url}/.default"}


def test_the_refresh_token_of_a_users_consent_signs_in(environment):
    assert isinstance(over(environment, auth="oauth", refresh_token="0.ARw").check(), Done)
    assert _is(over(environment, auth="oauth", refresh_token="0.old").check(), Category.AUTH)


@pytest.mark.parametrize(
    ("status", "code", "category"),
    [
        (403, "0x80040220", Category.PERMISSION),
        (412, "0x80040333", Category.DUPLICATE),
        (503, "0x80044150", Category.UNAVAILABLE),
        (500, "0x80040216", Category.UNKNOWN_OUTCOME),
    ],
)
def test_codes_have_their_meaning(environment, status, code, category):
    environment.answers.append((status, {}, {"error": {"code": code, "message": "So it is."}}))

    assert _is(over(environment).perform(CREATE, "job_1"), category)


def test_the_protection_limit_is_waited_out_and_what_is_left_is_told(environment):
    told = over(environment).perform(("account.list", {}), "job_1").limits.quotas
    assert (told["requests"].limit, told["requests"].remaining, told["requests"].window_s) == (6000, 5999, 300)

    text = "Number of requests exceeded the limit of 6000 over time window of 300 seconds."
    environment.answers.append((429, {"Retry-After": "30"}, {"error": {"code": "0x80072322", "message": text}}))
    before = datetime.now(UTC)
    result = over(environment).perform(CREATE, "job_2")

    assert _is(result, Category.RATE_LIMIT)
    assert timedelta(seconds=29) < result.retry_at - before < timedelta(seconds=60)


def test_a_list_goes_through_all_pages_and_on_where_it_stopped(environment):
    hub = over(environment)
    for number in range(5):
        hub.perform(("lead.create", {"fields": {"subject": f"N{number}"}}), f"job_{number}")

    page = hub.perform(("lead.list", {"limit": 3}), "job_7").output
    rest = hub.perform(("lead.list", {"cursor": page["next"]}), "job_8").output

    assert [each["record"]["subject"] for each in page["records"] + rest["records"]] == [f"N{n}" for n in range(5)]
    assert rest["next"] is None


def _is(result: Any, category: Category) -> bool:
    assert isinstance(result, Outcome), result
    assert result.category is category, result
    return True
