"""Who a token belongs to: fast on the hot path, and never for longer than promised after a revocation."""

from datetime import UTC, datetime, timedelta

import jwt
import pytest
from django.conf import settings

from hub.accounts import callers, keys, operators, tokens
from hub.accounts.models import ApiKey
from hub.rules.ids import public_id


@pytest.fixture
def clock(monkeypatch):
    """Moves the process's monotonic time by hand."""

    class Clock:
        now_s = 1000.0

    monkeypatch.setattr(callers.time, "monotonic", lambda: Clock.now_s)
    return Clock


def test_key_is_its_tenant_with_its_scopes(tenant):
    key, token = keys.create_key(tenant, name="shop", scopes=["jobs:write", "jobs:read", "jobs:read"])

    caller = callers.by_token(token)

    assert caller == callers.Caller(tenant.id, frozenset({"jobs:read", "jobs:write"}), public_id("key", key.id))
    assert caller.may("jobs:read")
    assert not caller.may("keys:admin")


def test_known_key_costs_no_query(tenant, django_assert_num_queries):
    _, token = keys.create_key(tenant, name="shop", scopes=["*"])
    callers.by_token(token)

    with django_assert_num_queries(0):
        assert callers.by_token(token).may("jobs:write")


def test_wrong_key_costs_one_query_however_often_it_comes(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [callers.by_token("hub_sk_wrong") for _ in range(3)] == [None] * 3


def test_key_revoked_by_another_process_is_refused_after_the_time_of_trust(tenant, clock):
    key, token = keys.create_key(tenant, name="shop", scopes=["*"])
    assert callers.by_token(token)
    ApiKey.objects.filter(id=key.id).update(revoked_at=datetime.now(UTC))

    clock.now_s += callers.TRUST_S - 0.1
    assert callers.by_token(token)
    clock.now_s += 0.2
    assert callers.by_token(token) is None


def test_key_is_not_trusted_past_its_expiry(tenant, clock):
    soon = datetime.now(UTC) + timedelta(seconds=1)
    key, token = keys.create_key(tenant, name="shop", scopes=["*"], expires_at=soon)
    assert callers.by_token(token)
    ApiKey.objects.filter(id=key.id).update(expires_at=datetime.now(UTC))

    clock.now_s += 1.1

    assert callers.by_token(token) is None


def test_last_use_is_noted_once_a_minute(tenant, clock):
    key, token = keys.create_key(tenant, name="shop", scopes=["*"])

    callers.by_token(token)
    first = ApiKey.objects.get(id=key.id).last_used_at
    clock.now_s += 10
    callers.by_token(token)
    second = ApiKey.objects.get(id=key.id).last_used_at

    assert first is not None
    assert second == first


def test_operators_token_is_good_for_ten_minutes_in_one_tenant(tenant):
    ada = operators.create_operator("ada@example.com", "correct horse battery", tenant=tenant, role="operator")
    session = operators.sign_in("ada@example.com", "correct horse battery", address="192.0.2.1")

    caller = callers.by_token(session.access_token)

    assert (caller.tenant_id, caller.subject) == (tenant.id, public_id("operator", ada.id))
    assert caller.may("replays:write")
    assert not caller.may("keys:admin")
    left = session.access_expires_at - datetime.now(UTC)
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)


@pytest.mark.parametrize(
    ("key", "algorithm", "changes"),
    [
        ("another key that is long enough to sign", "HS256", {}),
        (None, "HS256", {"exp": 1}),
        (None, "HS256", {"aud": tokens.STREAM}),
        (None, "HS256", {"iss": "somebody"}),
        (None, "HS256", {"exp": None}),
        ("", "none", {}),
    ],
)
def test_forged_tokens_are_nobodys(key, algorithm, changes):
    claims = {"sub": "op_1", "tid": "1", "role": "admin", "iss": "hub", "aud": tokens.OPERATOR, "iat": 1, "exp": 2**33}
    claims = {name: value for name, value in (claims | changes).items() if value is not None}
    signing_key = tokens._signing_key(settings.SECRET_KEY, tokens.OPERATOR) if key is None else key

    token = jwt.encode(claims, signing_key or None, algorithm=algorithm)

    assert callers.by_token(token) is None
