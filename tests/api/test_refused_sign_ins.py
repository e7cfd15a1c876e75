"""Refused passwords are in the audit, without the password, and nobody can fill it with them."""

import httpx
import pytest
from django.conf import settings

from hub.accounts import invites, operators, throttle
from hub.accounts.scopes import ROLES
from hub.audit import refusals
from hub.audit.models import Entry
from hub.rules.ids import public_id

pytestmark = pytest.mark.usefixtures("quick_hashes")

PASSWORD = "correct horse battery staple"
GUESS = "wrong-horse-1234"
EMAIL = "ada@example.com"


@pytest.fixture
def ada(tenant):
    return operators.create_operator(EMAIL, PASSWORD, tenant=tenant, role="admin")


def guess(anybody, email=EMAIL, **more):
    return anybody.post("/operators/token", {"email": email, "password": GUESS, **more})


def refused(api):
    answer = api.get("/audit?action=sign_in_refused")
    assert answer.status_code == 200, answer.data
    return answer.data["data"]


def test_a_wrong_password_is_noted_with_whose_it_was_and_from_where_but_not_what(api, ada, anybody):
    answer = anybody.post("/operators/token", {"email": "ADA@example.com", "password": GUESS}, X_Request_Id="r-1")

    (entry,) = refused(api)
    assert answer.status_code == 401
    assert (entry["actor"], entry["actor_name"], entry["request_id"]) == ("", EMAIL, "r-1")
    assert entry["subject"] == public_id("operator", ada.id)
    assert entry["reason"] == "wrong password, from 127.0.0.1"
    assert GUESS not in str(list(Entry.objects.values()))


def test_an_unknown_email_is_noted_with_the_only_tenant_and_answered_like_a_known_one(tenant, api, ada, anybody):
    known, unknown = guess(anybody), guess(anybody, "bob@example.com")

    entry = refused(api)[0]
    assert (entry["actor_name"], entry["subject"]) == ("bob@example.com", public_id("tenant", tenant.id))
    assert {**unknown.data, "request_id": ""} == {**known.data, "request_id": ""}


def test_of_several_tenants_the_named_one_hears_of_an_unknown_email_and_otherwise_none(
    tenant, api, make_tenant, anybody
):
    make_tenant()
    guess(anybody, "bob@example.com")
    assert not Entry.objects.exists()

    guess(anybody, "bob@example.com", tenant=tenant.slug)

    assert [entry["actor_name"] for entry in refused(api)] == ["bob@example.com"]
    assert Entry.objects.count() == 1


def test_every_tenant_of_the_operator_hears_and_a_named_other_one_not_that_it_is_one(
    tenant, ada, make_tenant, api_of, anybody
):
    second, foreign = make_tenant(), make_tenant()
    operators.add_membership(ada, second, role="viewer")

    guess(anybody, tenant=foreign.slug)

    subjects = {one.slug: [entry["subject"] for entry in refused(api_of(one))] for one in (tenant, second, foreign)}
    own = [public_id("operator", ada.id)]
    assert subjects == {tenant.slug: own, second.slug: own, foreign.slug: [public_id("tenant", foreign.id)]}


@pytest.mark.parametrize("typed", ["my secret password", "p@ss word.x", "hunter2hunter2"])
def test_what_is_no_email_may_be_a_password_and_is_not_kept(api, anybody, typed):
    guess(anybody, typed)

    assert [entry["actor_name"] for entry in refused(api)] == [""]
    assert typed not in str(list(Entry.objects.values()))


def test_of_tries_that_the_throttle_refuses_only_the_first_is_noted(api, ada, anybody):
    statuses = [guess(anybody).status_code for _ in range(throttle.LIMIT + 5)]

    reasons = [entry["reason"] for entry in refused(api)]
    assert statuses == [401] * throttle.LIMIT + [429] * 5
    assert reasons == ["too many wrong passwords, from 127.0.0.1"] + ["wrong password, from 127.0.0.1"] * throttle.LIMIT


def test_a_flood_of_emails_leaves_a_bounded_number_of_entries_the_last_of_which_says_so(api, ada, anybody, monkeypatch):
    monkeypatch.setattr(refusals, "PER_TENANT", 3)
    for number in range(8):
        guess(anybody, f"user{number}@example.com")

    reasons = [entry["reason"] for entry in refused(api)]
    assert len(reasons) == 3
    assert reasons[0] == "wrong password, from 127.0.0.1; further ones of these 15 minutes are not noted"


def test_a_wrong_password_with_an_invite_or_for_a_new_password_is_noted_too(api, tenant, ada, make_tenant, anybody):
    _, token = invites.create(ROLES["admin"], make_tenant().id, EMAIL, role="viewer")
    anybody.post("/operators/accept-invite", {"token": token, "password": GUESS})
    anybody.token = operators.sign_in(EMAIL, PASSWORD, address="192.0.2.1").access_token
    anybody.post("/operators/password", {"current_password": GUESS, "new_password": PASSWORD})

    entries = api.get("/audit").data["data"]
    assert [entry["action"] for entry in entries] == ["operator.password_refused", "sign_in_refused"]
    assert {entry["subject"] for entry in entries} == {public_id("operator", ada.id)}


def test_the_right_password_is_noted_as_before(api, ada, anybody):
    anybody.post("/operators/token", {"email": EMAIL, "password": PASSWORD})

    assert refused(api) == []
    assert [entry["action"] for entry in api.get("/audit").data["data"]] == ["sign_in"]


def test_behind_a_trusted_proxy_the_throttle_and_the_audit_see_the_client(api, ada, anybody, monkeypatch):
    monkeypatch.setattr(settings.HUB, "trusted_proxies", ["127.0.0.1"])
    wrong = {"email": EMAIL, "password": GUESS}

    for _ in range(throttle.LIMIT):
        anybody.post("/operators/token", wrong, X_Forwarded_For="198.51.100.1, 203.0.113.9")

    right = {"email": EMAIL, "password": PASSWORD}
    assert anybody.post("/operators/token", right, X_Forwarded_For="203.0.113.9").status_code == 429
    assert anybody.post("/operators/token", right, X_Forwarded_For="203.0.113.10").status_code == 200
    assert refused(api)[-1]["reason"] == "wrong password, from 203.0.113.9"


def test_several_headers_of_proxies_are_one_list_for_the_server_too(running):
    key = running.new_key("proxied")
    headers = [("X-Forwarded-For", "198.51.100.1"), ("X-Forwarded-For", "203.0.113.9")]
    wrong = {"email": EMAIL, "password": GUESS, "tenant": "proxied"}

    assert httpx.post(f"{running.url}/api/v1/operators/token", json=wrong, headers=headers).status_code == 401

    entries = httpx.get(f"{running.url}/api/v1/audit", headers={"Authorization": f"Bearer {key}"}).json()["data"]
    assert [entry["reason"] for entry in entries] == ["wrong password, from 203.0.113.9"]
