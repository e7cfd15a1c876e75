"""Operators sign in; guessing is slow; a stolen refresh token ends its whole chain."""

from datetime import UTC, datetime, timedelta

import pytest

from hub.accounts import operators, tenants, throttle
from hub.accounts.models import Operator, RefreshToken, SignInFailures
from hub.rules.errors import HubError

pytestmark = pytest.mark.usefixtures("quick_hashes")

PASSWORD = "correct horse battery"
ADDRESS = "192.0.2.1"


@pytest.fixture
def ada(tenant):
    return operators.create_operator(" Ada@Example.com ", PASSWORD, tenant=tenant, role="admin")


def code(call, *args, **kwargs):
    """The code of the HubError that the call ends in."""
    with pytest.raises(HubError) as raised:
        call(*args, **kwargs)
    return raised.value.code


def test_email_is_one_whatever_its_case(tenant, ada):
    assert Operator.objects.get().email == "ada@example.com"
    assert code(operators.create_operator, "ADA@example.com", PASSWORD, tenant=tenant, role="admin") == "email_taken"
    assert operators.sign_in("aDa@example.com", PASSWORD, address=ADDRESS).tenant == tenant


@pytest.mark.parametrize(
    ("password", "role", "expected"), [("short", "admin", "weak_password"), (PASSWORD, "owner", "unknown_role")]
)
def test_weak_passwords_and_unknown_roles_are_refused(tenant, password, role, expected):
    assert code(operators.create_operator, "a@example.com", password, tenant=tenant, role=role) == expected
    assert not Operator.objects.exists()


def test_wrong_password_and_unknown_email_cannot_be_told_apart(ada):
    assert code(operators.sign_in, "ada@example.com", "wrong", address=ADDRESS) == "wrong_credentials"
    assert code(operators.sign_in, "bob@example.com", "wrong", address=ADDRESS) == "wrong_credentials"


def test_tenth_wrong_password_closes_the_door_for_this_address_only(ada):
    for _ in range(throttle.LIMIT):
        assert code(operators.sign_in, "ada@example.com", "wrong", address=ADDRESS) == "wrong_credentials"

    with pytest.raises(HubError) as raised:
        operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)

    assert raised.value.code == "too_many_tries"
    assert 0 < raised.value.extra["retry_after_s"] <= throttle.WINDOW.total_seconds()
    assert operators.sign_in("ada@example.com", PASSWORD, address="192.0.2.2")


def test_of_ipv6_the_network_counts_for_who_has_it_has_addresses_without_end(ada):
    for number in range(throttle.LIMIT):
        code(operators.sign_in, "ada@example.com", "wrong", address=f"2001:db8:1:2::{number}")

    assert code(operators.sign_in, "ada@example.com", PASSWORD, address="2001:db8:1:2::ffff") == "too_many_tries"
    assert operators.sign_in("ada@example.com", PASSWORD, address="2001:db8:1:3::1")


def test_door_opens_again_after_the_window(ada):
    for _ in range(throttle.LIMIT):
        throttle.refused(throttle.Tried("ada@example.com", ADDRESS), "Wrong.")
    SignInFailures.objects.update(since=datetime.now(UTC) - throttle.WINDOW - timedelta(seconds=1))

    assert operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    assert not SignInFailures.objects.exists()


def test_right_password_ends_the_count(ada):
    for _ in range(throttle.LIMIT - 1):
        throttle.refused(throttle.Tried("ada@example.com", ADDRESS), "Wrong.")

    operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)

    assert not SignInFailures.objects.exists()


def test_inactive_operator_can_neither_sign_in_nor_stay(ada):
    session = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    Operator.objects.update(is_active=False)

    assert code(operators.sign_in, "ada@example.com", PASSWORD, address=ADDRESS) == "wrong_credentials"
    assert code(operators.refresh, session.refresh_token) == "invalid_refresh_token"


def test_reused_refresh_token_ends_its_chain_but_no_other(ada):
    stolen = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    elsewhere = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    fresh = operators.refresh(stolen.refresh_token)

    assert code(operators.refresh, stolen.refresh_token) == "invalid_refresh_token"

    assert code(operators.refresh, fresh.refresh_token) == "invalid_refresh_token"
    assert operators.refresh(elsewhere.refresh_token).role == "admin"


def test_expired_refresh_token_is_refused(ada):
    session = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    RefreshToken.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))

    assert code(operators.refresh, session.refresh_token) == "invalid_refresh_token"


def test_expired_refresh_tokens_are_forgotten_at_the_next_sign_in(ada):
    operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    RefreshToken.objects.update(expires_at=datetime.now(UTC) - timedelta(seconds=1))

    operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)

    assert RefreshToken.objects.count() == 1


def test_refresh_tokens_are_kept_as_hashes_only(ada):
    session = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)

    kept = bytes(RefreshToken.objects.get().hash)

    assert len(kept) == 32
    assert session.refresh_token.encode() not in kept


def test_changed_role_counts_from_the_next_refresh(tenant, ada):
    session = operators.sign_in("ada@example.com", PASSWORD, address=ADDRESS)
    operators.add_membership(ada, tenant, role="viewer")

    assert operators.refresh(session.refresh_token).role == "viewer"


@pytest.mark.parametrize("slug", ["", "Acme", "a b", "-a", "a-", "a" * 64, "ä"])
def test_slugs_are_plain(db, slug):
    assert code(tenants.create_tenant, "Acme", slug) == "invalid_slug"


def test_slug_is_taken_once(tenant):
    assert code(tenants.create_tenant, "Acme again", "acme") == "slug_taken"
