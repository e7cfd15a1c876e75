"""Credentials of manifests over real sockets: what goes along, how tokens are fetched, shared, renewed and refused."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from hub.connectors import registry
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Manifest
from hub.connectors.registry import Access, Category, Done, Outcome, Sessions
from hub.rules.errors import HubError
from tests.connectors import records
from tests.connectors.contract import with_sessions
from tests.connectors.records import Records
from tests.connectors.test_manifest_load import MANIFEST

READ = {
    "title": "Read",
    "description": "Reads a thing.",
    "safety": "idempotent",
    "request": {"path": "/things"},
    "returns": {"kind": "none"},
    "examples": [{}],
}


@pytest.fixture
def system() -> Iterator[Records]:
    """A system; `answers` says what it answers, in order."""
    with records.running() as server:
        yield server


def thing(monkeypatch: pytest.MonkeyPatch, auth: dict[str, Any], **more: Any) -> ManifestConnector:
    """A registered connector with these kinds of authentication."""
    document = MANIFEST | {"operations": {"thing.read": READ}, "auth": auth} | more
    made = ManifestConnector(Manifest.model_validate(document))
    monkeypatch.setitem(registry.connectors(), "thing", made)
    return made


def access(system: Records, credentials: dict[str, Any], *, base_url: str | None = None, **config: Any) -> Access:
    made = registry.validate_credentials("thing", credentials)
    return Access(
        "con_1", 1, system.url if base_url is None else base_url, registry.validate_config("thing", config), made
    )


def read(connection: Access, *, times: int = 1) -> list[Any]:
    """That many reads at the same time on one connection."""

    async def run(sessions: Sessions) -> list[Any]:
        about: dict[str, Any] = {"reference": "job_1", "timeout_s": 10}
        one = (registry.perform(sessions, "thing", connection, "thing.read", {}, **about) for _ in range(times))
        return await asyncio.gather(*one)

    return with_sessions(run)


def token(value: str, **more: Any) -> tuple[int, dict[str, str], bytes]:
    return 200, {}, json.dumps({"access_token": value, "token_type": "Bearer", **more}).encode()


OK: tuple[int, dict[str, str], bytes] = (200, {}, b"{}")
REFUSED: tuple[int, dict[str, str], bytes] = (401, {}, b"{}")


@pytest.mark.parametrize(
    ("kind", "credentials", "header", "value"),
    [
        ({"kind": "bearer"}, {"token": "t"}, "Authorization", "Bearer t"),
        ({"kind": "basic"}, {"username": "u", "password": "p:w"}, "Authorization", "Basic dTpwOnc="),
        ({"kind": "api_key", "header": "X-Key"}, {"api_key": "k"}, "X-Key", "k"),
        (
            {
                "kind": "api_key",
                "header": "Authorization",
                "value": "token {{credentials.key}}:{{credentials.secret}}",
                "fields": {"key": {"type": "string"}, "secret": {"type": "string"}},
            },
            {"key": "a", "secret": "b"},
            "Authorization",
            "token a:b",
        ),
    ],
)
def test_credentials_go_along_as_the_manifest_says(monkeypatch, system, kind, credentials, header, value):
    thing(monkeypatch, {"one": kind})
    system.answers.append(OK)

    (result,) = read(access(system, credentials))

    assert isinstance(result, Done)
    assert system.seen[-1][2][header] == value


def test_a_key_in_the_query_is_escaped_and_follows_what_is_there(monkeypatch, system):
    operation = READ | {"request": {"path": "/things", "query": {"a": "1"}}}
    thing(monkeypatch, {"one": {"kind": "api_key", "query": "api_token"}}, operations={"thing.read": operation})
    system.answers.append(OK)

    read(access(system, {"api_key": "k&x=y"}))

    assert system.seen[-1][1] == "/api/things?a=1&api_token=k%26x%3Dy"


def test_credentials_choose_among_the_kinds_and_must_be_whole(monkeypatch, system):
    thing(monkeypatch, {"one": {"kind": "bearer"}, "two": {"kind": "basic"}})
    system.answers.append(OK)

    read(access(system, {"auth": "two", "username": "u", "password": "p"}))

    assert system.seen[-1][2]["Authorization"] == "Basic dTpw"
    for wrong in ({"auth": "two", "token": "t"}, {"auth": "three"}, {"username": "u"}, {}):
        with pytest.raises(HubError) as refused:
            registry.validate_credentials("thing", wrong)
        assert refused.value.code == "invalid_input"


CLIENT = {"client_id": "id", "client_secret": "s3cret"}


def test_one_token_is_fetched_for_many_calls_and_kept(monkeypatch, system):
    kind = {"kind": "oauth2_client_credentials", "token_url": f"{system.url}/token", "scopes": ["a", "b"]}
    thing(monkeypatch, {"one": kind})
    system.answers += [token("t1", expires_in=3600), OK, OK, OK]

    results = read(access(system, CLIENT), times=3)

    assert all(isinstance(result, Done) for result in results)
    assert [path for _, path, _, _ in system.seen] == ["/api/token"] + ["/api/things"] * 3
    form = parse_qs(system.seen[0][3].decode())
    assert form == {
        "grant_type": ["client_credentials"],
        "scope": ["a b"],
        "client_id": ["id"],
        "client_secret": ["s3cret"],
    }
    assert {headers["Authorization"] for _, _, headers, _ in system.seen[1:]} == {"Bearer t1"}


def test_a_client_may_prove_itself_by_basic_authentication(monkeypatch, system):
    kind = {"kind": "oauth2_client_credentials", "token_url": f"{system.url}/token", "client_auth": "basic"}
    thing(monkeypatch, {"one": kind})
    system.answers += [token("t1"), OK]

    read(access(system, CLIENT))

    assert system.seen[0][2]["Authorization"] == "Basic aWQ6czNjcmV0"
    assert "client_secret" not in system.seen[0][3].decode()


def test_a_refused_token_is_renewed_and_the_request_sent_once_more(monkeypatch, system):
    thing(monkeypatch, {"one": {"kind": "oauth2_client_credentials", "token_url": f"{system.url}/token"}})
    system.answers += [token("t1"), REFUSED, token("t2"), OK]

    (result,) = read(access(system, CLIENT))

    assert isinstance(result, Done)
    assert system.seen[-1][2]["Authorization"] == "Bearer t2"

    system.answers += [token("t1"), REFUSED, token("t2"), REFUSED]
    (refused,) = read(access(system, CLIENT))
    assert isinstance(refused, Outcome)
    assert refused.category is Category.AUTH


def test_a_token_that_ends_soon_is_renewed_before_it_is_used(monkeypatch, system):
    thing(monkeypatch, {"one": {"kind": "oauth2_client_credentials", "token_url": f"{system.url}/token"}})
    system.answers += [token("t1", expires_in=30), OK, token("t2", expires_in=3600), OK]

    async def run(sessions: Sessions) -> None:
        for _ in range(2):
            connection = access(system, CLIENT)
            await registry.perform(sessions, "thing", connection, "thing.read", {}, reference="job_1", timeout_s=10)

    with_sessions(run)

    assert [path for _, path, _, _ in system.seen] == ["/api/token", "/api/things"] * 2


CONSENT = {"kind": "oauth2_authorization_code", "authorize_url": "https://x.example/authorize"}


def test_a_refresh_token_gives_tokens_and_is_replaced_by_the_one_that_comes_back(monkeypatch, system):
    thing(monkeypatch, {"one": CONSENT | {"token_url": f"{system.url}/token"}})
    system.answers += [token("t1", refresh_token="r2"), REFUSED, token("t2"), OK]

    (result,) = read(access(system, CLIENT | {"refresh_token": "r1"}))

    assert isinstance(result, Done)
    sent = [parse_qs(body.decode())["refresh_token"] for _, path, _, body in system.seen if path == "/api/token"]
    assert sent == [["r1"], ["r2"]]


def test_the_access_token_that_consent_gave_is_used_until_it_is_refused(monkeypatch, system):
    thing(monkeypatch, {"one": CONSENT | {"token_url": f"{system.url}/token"}})
    system.answers += [OK]
    given = CLIENT | {"refresh_token": "r1", "access_token": "t0", "expires_at": "2999-01-01T00:00:00Z"}

    read(access(system, given))

    assert [headers["Authorization"] for _, _, headers, _ in system.seen] == ["Bearer t0"]


@pytest.mark.parametrize(
    ("answer", "category", "code"),
    [
        ((400, {}, b'{"error": "invalid_grant"}'), Category.AUTH, "invalid_grant"),
        ((401, {}, b"<html>"), Category.AUTH, "http_401"),
        ((503, {}, b""), Category.UNAVAILABLE, "http_503"),
        ((200, {}, b"{}"), Category.UNAVAILABLE, None),
        ((200, {}, b'{"error": {"code": 1}}'), Category.UNAVAILABLE, None),
        ((200, {}, b"[" * 100_000), Category.UNAVAILABLE, None),
    ],
)
def test_no_token_is_a_value_and_nothing_was_written(monkeypatch, system, answer, category, code):
    thing(monkeypatch, {"one": CONSENT | {"token_url": f"{system.url}/token"}})
    system.answers.append(answer)

    (result,) = read(access(system, CLIENT | {"refresh_token": "r1"}))

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (category, code)
    assert "s3cret" not in repr(result)
    assert len(system.seen) == 1


@pytest.mark.parametrize("life", [10**400, 1e300, -(10**300), "1e999", "nan", {"s": 1}])
def test_a_token_is_used_however_odd_its_life(monkeypatch, system, life):
    thing(monkeypatch, {"one": CONSENT | {"token_url": f"{system.url}/token"}})
    system.answers += [token("t1", expires_in=life), OK]

    (result,) = read(access(system, CLIENT | {"refresh_token": "r1"}))

    assert isinstance(result, Done)
    assert system.seen[-1][2]["Authorization"] == "Bearer t1"


def test_an_assertion_is_signed_with_the_key_and_the_answer_says_where_the_system_is(monkeypatch, system):
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    claims = {"iss": "{{credentials.client_id}}", "sub": "{{config.user}}", "aud": "https://login.example"}
    kind = {
        "kind": "oauth2_jwt_bearer",
        "token_url": f"{system.url}/token",
        "claims": claims,
        "header": {"kid": "k1"},
        "keep": ["instance_url"],
    }
    config = {"properties": {"user": {"type": "string"}}}
    thing(monkeypatch, {"one": kind}, base_url="{{token.instance_url}}", config=config)
    system.answers += [token("t1", instance_url=f"{system.url}/eu1"), OK]

    (result,) = read(access(system, {"client_id": "app", "private_key": pem}, base_url="", user="ada"))

    assert isinstance(result, Done)
    assert system.seen[-1][1] == "/api/eu1/things"
    form = parse_qs(system.seen[0][3].decode())
    assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
    (assertion,) = form["assertion"]
    read_back = jwt.decode(assertion, key.public_key(), algorithms=["RS256"], audience="https://login.example")
    assert (read_back["iss"], read_back["sub"], read_back["exp"] - read_back["iat"]) == ("app", "ada", 180)
    assert jwt.get_unverified_header(assertion)["kid"] == "k1"


def test_a_key_that_cannot_sign_is_auth(monkeypatch, system):
    kind = {"kind": "oauth2_jwt_bearer", "token_url": f"{system.url}/token", "claims": {}}
    thing(monkeypatch, {"one": kind})

    (result,) = read(access(system, {"client_id": "app", "private_key": "no key"}))

    assert isinstance(result, Outcome)
    assert (result.category, result.provider_code) == (Category.AUTH, "private_key")
    assert system.seen == []
