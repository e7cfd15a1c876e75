"""Operators join by invite, change roles, leave; there is always an admin, and who has left is out at once."""

import pytest

from hub.accounts import callers, operators
from hub.accounts.models import Invite
from hub.rules.ids import public_id

pytestmark = pytest.mark.usefixtures("quick_hashes")

PASSWORD = "correct horse battery staple"
OTHER = "another horse, another staple"


@pytest.fixture
def ada(tenant):
    return operators.create_operator("ada@example.com", PASSWORD, tenant=tenant, role="admin")


@pytest.fixture
def signed_in(api_of):
    """A client with an operator's access token, and its session."""

    def make(tenant, email, password=PASSWORD):
        client = api_of(tenant)
        client.token = None
        client.session = client.post("/operators/token", {"email": email, "password": password, "tenant": tenant.slug})
        client.token = client.session.data.get("access_token")
        return client

    return make


def accept(anybody, token, password=PASSWORD):
    return anybody.post("/operators/accept-invite", {"token": token, "password": password})


def test_invited_person_chooses_a_password_and_is_signed_in(api, anybody, tenant):
    invited = api.post("/operators", {"email": "Bob@example.com", "role": "operator"})
    assert invited.status_code == 201, invited.data
    assert [one["email"] for one in api.get("/operators/invites").data["data"]] == ["bob@example.com"]

    session = accept(anybody, invited.data["token"])

    assert (session.status_code, session.data["role"]) == (200, "operator")
    assert [(one["email"], one["role"]) for one in api.get("/operators").data["data"]] == [
        ("bob@example.com", "operator")
    ]
    assert api.get("/operators/invites").data["data"] == []
    assert accept(anybody, invited.data["token"]).data["code"] == "invalid_invite"
    anybody.token = session.data["access_token"]
    me = anybody.get("/me").data
    assert (me["email"], me["name"], me["role"]) == ("bob@example.com", "bob@example.com", "operator")


def test_invite_is_shown_once_and_kept_as_a_hash(api):
    token = api.post("/operators", {"email": "bob@example.com"}).data["token"]

    assert token not in api.get("/operators/invites").content.decode()
    assert token.encode() not in bytes(Invite.objects.get().hash)


def test_only_the_latest_invite_of_a_person_counts_and_it_can_be_withdrawn(api, anybody):
    first, second = (api.post("/operators", {"email": "bob@example.com"}).data for _ in range(2))
    assert accept(anybody, first["token"]).status_code == 401

    assert api.delete(f"/operators/invites/{second['id']}").status_code == 204

    assert accept(anybody, second["token"]).status_code == 401
    assert api.get("/operators").data["data"] == []


def test_an_old_invite_is_void(api, anybody):
    token = api.post("/operators", {"email": "bob@example.com"}).data["token"]
    Invite.objects.update(expires_at="2020-01-01T00:00:00Z")

    assert accept(anybody, token).data["code"] == "invalid_invite"


def test_an_invite_does_not_change_the_password_of_an_operator_of_another_tenant(
    api, anybody, ada, make_tenant, api_of
):
    other = make_tenant()
    token = api_of(other).post("/operators", {"email": "ada@example.com", "role": "viewer"}).data["token"]

    assert accept(anybody, token, OTHER).data["code"] == "wrong_credentials"
    joined = accept(anybody, token, PASSWORD)

    assert (joined.status_code, joined.data["tenant"]["slug"], joined.data["role"]) == (200, other.slug, "viewer")


def test_nobody_gives_a_role_that_may_do_more_than_they(tenant, ada, api_of):
    limited = api_of(tenant, "operators:admin", "jobs:read")

    assert limited.post("/operators", {"email": "bob@example.com", "role": "admin"}).status_code == 403
    assert limited.patch(f"/operators/{public_id('operator', ada.id)}", {"role": "admin"}).status_code == 403


def test_members_are_not_invited_again(api, ada):
    assert api.post("/operators", {"email": "ada@example.com"}).data["code"] == "email_taken"


def test_the_last_admin_stays(api, ada, tenant):
    path = f"/operators/{public_id('operator', ada.id)}"
    assert api.delete(path).data["code"] == "last_admin"
    assert api.patch(path, {"role": "viewer"}).data["code"] == "last_admin"
    assert api.patch(path, {"role": "admin"}).status_code == 200

    operators.create_operator("bob@example.com", PASSWORD, tenant=tenant, role="admin")

    assert api.patch(path, {"role": "viewer"}).data["role"] == "viewer"


def test_a_removed_operator_is_out_and_a_changed_role_counts_at_once(api, ada, tenant, signed_in):
    bob = operators.create_operator("bob@example.com", PASSWORD, tenant=tenant, role="admin")
    client = signed_in(tenant, "bob@example.com")
    assert client.get("/operators").status_code == 200

    api.patch(f"/operators/{public_id('operator', bob.id)}", {"role": "viewer"})
    assert client.get("/operators").status_code == 403
    assert client.get("/jobs").status_code == 200
    api.delete(f"/operators/{public_id('operator', bob.id)}")

    assert client.get("/me").status_code == 401
    spent = client.post("/operators/refresh", {"refresh_token": client.session.data["refresh_token"]})
    assert spent.status_code == 401
    again = client.post("/operators/token", {"email": "bob@example.com", "password": PASSWORD})
    assert (again.status_code, again.data["code"]) == (403, "not_a_member")


def test_a_new_password_signs_every_other_session_out(ada, tenant, signed_in):
    client, elsewhere = (signed_in(tenant, "ada@example.com") for _ in range(2))
    wrong = client.post("/operators/password", {"current_password": OTHER, "new_password": OTHER})

    changed = client.post("/operators/password", {"current_password": PASSWORD, "new_password": OTHER})

    assert (wrong.status_code, changed.status_code) == (401, 200)
    refresh = {"refresh_token": elsewhere.session.data["refresh_token"]}
    assert elsewhere.post("/operators/refresh", refresh).status_code == 401
    assert client.post("/operators/refresh", {"refresh_token": changed.data["refresh_token"]}).status_code == 200
    assert signed_in(tenant, "ada@example.com").session.status_code == 401
    assert signed_in(tenant, "ada@example.com", OTHER).session.status_code == 200


def test_keys_have_no_password_and_say_their_name(api):
    answer = api.post("/operators/password", {"current_password": PASSWORD, "new_password": OTHER})

    assert answer.status_code == 403
    me = api.get("/me").data
    assert (me["name"], me["email"], me["role"]) == ("test", None, None)


def test_what_is_done_to_operators_is_audited(api, ada, tenant):
    bob = operators.create_operator("bob@example.com", PASSWORD, tenant=tenant, role="viewer")
    invite = api.post("/operators", {"email": "eve@example.com"}).data
    subject = public_id("operator", bob.id)
    api.patch(f"/operators/{subject}", {"role": "operator"})
    api.delete(f"/operators/{subject}")

    found = api.get("/audit?action=operator.")

    assert [(one["action"], one["subject"]) for one in found.data["data"]] == [
        ("operator.removed", subject),
        ("operator.role_changed", subject),
        ("operator.invited", invite["id"]),
    ]
    assert invite["token"] not in found.content.decode()
    callers.forget()
