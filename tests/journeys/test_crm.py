"""Records in a CRM, asked for over HTTP: BottleCRM, where effects are looked for, Salesforce, where calls are made again."""

import pytest

from tests.connectors.bottlecrm.server import bottlecrm  # noqa: F401 a fixture
from tests.connectors.salesforce_double import Salesforce
from tests.connectors.shapes_server import running
from tests.proxies import Proxy

pytestmark = pytest.mark.journey

ADA = {"first_name": "Ada", "last_name": "Lovelace", "email": "ada.journey@example.com"}


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_a_contact_whose_answer_was_lost_is_found_and_not_made_twice(account, bottlecrm, how):  # noqa: F811
    with Proxy(bottlecrm.url) as proxy:
        crm = account.connect("bottlecrm", base_url=proxy.url, credentials={"token": bottlecrm.token})
        loss = proxy.lose(b"POST /api/contacts/ HTTP", how=how)

        job_id = account.submit(crm, "contact.create", {"fields": ADA | {"email": f"{how}@example.com"}}, timeout_s=4)
        loss.wait()
        job = account.wait_for(job_id)

    assert job["status"] == "succeeded"
    assert account.runs(job_id) == [("call", "unknown"), ("find", "succeeded")]
    assert (
        bottlecrm.count("contacts", "id = %s and custom_fields->>'hub_reference' = %s", job["output"]["id"], job_id)
        == 1
    )


def test_a_contact_that_is_there_is_a_duplicate_and_what_is_wrong_is_named(account, bottlecrm):  # noqa: F811
    crm = account.connect("bottlecrm", base_url=bottlecrm.url, credentials={"token": bottlecrm.token})
    account.wait_for(account.submit(crm, "contact.create", {"fields": ADA}))

    twin = account.wait_for(account.submit(crm, "contact.create", {"fields": ADA}))
    wrong = account.wait_for(account.submit(crm, "contact.create", {"fields": {"email": "nonsense"}}))

    assert (twin["status"], twin["error"]["category"]) == ("failed", "duplicate")
    assert (wrong["status"], wrong["error"]["category"]) == ("failed", "validation")
    assert set(wrong["error"]["field_errors"]) == {"first_name", "last_name", "email"}


@pytest.mark.parametrize("how", ["cut", "hang"])
def test_an_account_whose_answer_was_lost_is_called_for_again_and_stays_one(account, how):
    secret = {"auth": "client_credentials", "client_id": "app", "client_secret": "secret"}
    with running(Salesforce()) as org, Proxy(org.url) as proxy:
        crm = account.connect("salesforce", base_url=proxy.url, config={"login_url": org.url}, credentials=secret)
        loss = proxy.lose(b"PATCH /services/data/v67.0/sobjects/Account/", how=how)

        job_id = account.submit(crm, "account.create", {"fields": {"Name": "Analytical Engines"}}, timeout_s=4)
        loss.wait()
        job = account.wait_for(job_id)

        assert job["status"] == "succeeded"
        assert org.bearing(job_id) == 1
        assert org.records[job["output"]["id"]]["Hub_Reference__c"] == job_id
