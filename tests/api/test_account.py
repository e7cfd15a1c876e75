"""/keys, /operators, /me and /tickets."""

import pytest

from hub.accounts import operators, tickets
from hub.accounts.models import ApiKey
from hub.rules.ids import public_id

PASSWORD = "correct horse battery staple"


@pytest.fixture
def ada(tenant):
    return operators.create_operator("ada@example.com", PASSWORD, tenant=tenant, role="viewer")


def test_created_key_works_and_its_token_is_shown_once(api, anybody):
    created = api.post("/keys", {"name": "shop", "scopes": ["jobs:read", "keys:admin"]})

    assert created.status_code == 201
    anybody.token = created.data["token"]
    assert anybody.get("/me").data["scopes"] == ["jobs:read", "keys:admin"]
    listed = next(key for key in api.get("/keys").data["data"] if key["id"] == created.data["id"])
    assert "token" not in listed
    assert created.data["token"].endswith(listed["hint"])
    assert created.data["token"].encode() not in bytes(ApiKey.objects.get(name="shop").hash)


def test_revoked_key_is_refused(api, anybody):
    created = api.post("/keys", {"name": "shop", "scopes": ["jobs:read"]}).data
    anybody.token = created["token"]
    assert anybody.get("/me").status_code == 200

    revoked = api.delete(f"/keys/{created['id']}")

    assert revoked.data["revoked_at"] is not None
    assert anybody.get("/me").status_code == 401
    assert api.delete(f"/keys/{created['id']}").data["revoked_at"] == revoked.data["revoked_at"]


def test_key_cannot_revoke_itself(api):
    me = api.get("/me").data["subject"]

    assert api.delete(f"/keys/{me}").data["code"] == "own_key"
    assert api.get("/me").status_code == 200


def test_nobody_hands_on_scopes_they_lack(tenant, api_of):
    limited = api_of(tenant, "keys:admin", "jobs:read")

    assert limited.post("/keys", {"name": "more", "scopes": ["jobs:write"]}).status_code == 403
    assert limited.post("/keys", {"name": "all", "scopes": ["*"]}).status_code == 403
    assert limited.post("/keys", {"name": "same", "scopes": ["jobs:read"]}).status_code == 201


def test_expired_key_is_refused_at_creation(api):
    answer = api.post("/keys", {"name": "old", "scopes": ["jobs:read"], "expires_at": "2020-01-01T00:00:00Z"})

    assert (answer.status_code, answer.data["code"]) == (422, "already_past")


def test_pages_show_every_key_once(api):
    made = {api.post("/keys", {"name": f"k{n}", "scopes": ["jobs:read"]}).data["id"] for n in range(5)}
    made.add(api.get("/me").data["subject"])

    seen, cursor = [], ""
    while cursor is not None:
        page = api.get(f"/keys?limit=2{cursor and '&cursor=' + cursor}").data
        seen += [key["id"] for key in page["data"]]
        cursor = page["next_cursor"]

    assert len(seen) == len(made)
    assert set(seen) == made


def test_operator_signs_in_and_may_do_what_the_role_says(tenant, ada, anybody):
    session = anybody.post("/operators/token", {"email": "ADA@example.com", "password": PASSWORD})

    assert session.status_code == 200
    assert session.data["tenant"]["slug"] == tenant.slug
    anybody.token = session.data["access_token"]
    assert anybody.get("/me").data["subject"] == public_id("operator", ada.id)
    assert anybody.get("/keys").status_code == 403


def test_refresh_token_is_good_once_and_reuse_signs_the_chain_out(ada, anybody):
    first = anybody.post("/operators/token", {"email": "ada@example.com", "password": PASSWORD}).data
    second = anybody.post("/operators/refresh", {"refresh_token": first["refresh_token"]}).data
    assert second["refresh_token"] != first["refresh_token"]

    reused = anybody.post("/operators/refresh", {"refresh_token": first["refresh_token"]})

    assert (reused.status_code, reused.data["code"]) == (401, "invalid_refresh_token")
    assert anybody.post("/operators/refresh", {"refresh_token": second["refresh_token"]}).status_code == 401


def test_signed_out_is_signed_out(ada, anybody):
    session = anybody.post("/operators/token", {"email": "ada@example.com", "password": PASSWORD}).data

    assert anybody.post("/operators/sign-out", {"refresh_token": session["refresh_token"]}).status_code == 204

    assert anybody.post("/operators/refresh", {"refresh_token": session["refresh_token"]}).status_code == 401


def test_operator_of_two_tenants_says_which(tenant, ada, make_tenant, anybody):
    other = make_tenant()
    operators.add_membership(ada, other, role="admin")
    credentials = {"email": "ada@example.com", "password": PASSWORD}

    unnamed = anybody.post("/operators/token", credentials)
    named = anybody.post("/operators/token", {**credentials, "tenant": other.slug})
    foreign = anybody.post("/operators/token", {**credentials, "tenant": make_tenant().slug})

    assert (unnamed.status_code, unnamed.data["code"]) == (422, "tenant_required")
    assert (named.data["tenant"]["slug"], named.data["role"]) == (other.slug, "admin")
    assert (foreign.status_code, foreign.data["code"]) == (403, "not_a_member")


def test_ticket_is_for_the_callers_tenant_and_the_named_topics(tenant, api):
    answer = api.post("/tickets", {"topics": ["tag:web"], "lifetime_s": 120})

    ticket = tickets.verify(answer.data["ticket"])
    assert answer.status_code == 201
    assert (ticket.tenant_id, ticket.topics) == (tenant.id, {"tag:web"})
    assert answer.data["stream_url"].endswith("/ws/v1")


def test_ticket_is_no_access_token(api, anybody):
    anybody.token = api.post("/tickets", {"topics": ["tenant"]}).data["ticket"]

    assert anybody.get("/me").status_code == 401


@pytest.mark.parametrize(
    "topic", ["", "everything", "job:", "job:job_1", "tag:", "tag:a b", "connection:job_1", "tenant:x"]
)
def test_invalid_topics_are_refused(api, topic):
    answer = api.post("/tickets", {"topics": ["tenant", topic]})

    assert (answer.status_code, answer.data["errors"][0]["field"]) == (422, "body.topics.1")


def test_a_ticket_names_a_source_of_its_tenant_only(api, api_of, make_tenant):
    source = api.post("/sources", {"preset": "github", "name": "code"}).data
    topics = {"topics": [f"source:{source['id']}"]}

    assert api.post("/tickets", topics).status_code == 201
    assert api_of(make_tenant()).post("/tickets", topics).status_code == 404
