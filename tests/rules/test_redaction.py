"""What may be shown of a body: everything but its secrets, whatever form they come in."""

import json
import time
from base64 import b64encode

import pytest

from hub.rules.redaction import (
    HIDDEN,
    Values,
    hide_form,
    hide_json_text,
    hide_members,
    hide_text,
    is_secret,
    texts_of_header,
)

pytestmark = pytest.mark.pure

SECRET = "s3cr3t-Value/42"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    "name",
    [
        *(
            "password",
            "Password",
            "user_password",
            "passwd",
            "pwd",
            "secret",
            "client_secret",
            "clientSecret",
            "Client-Secret",
        ),
        *(
            "token",
            "access_token",
            "accessToken",
            "refresh_token",
            "id_token",
            "x-csrf-token",
            "authorization",
            "Authorization",
        ),
        *(
            "api_key",
            "apiKey",
            "X-API-Key",
            "private_key",
            "accessKey",
            "credentials",
            "session_id",
            "JSESSIONID",
            "Set-Cookie",
        ),
        *("client_assertion", "code_verifier", "authorization_code", "passphrase", "pin", "otp", "cvv", "jwt"),
    ],
)
def test_these_names_are_secret(name):
    assert is_secret(name)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "name",
            "code",
            "key",
            "shipping",
            "spinner",
            "option",
            "pinned",
            "customer",
            "authority",
            "author",
            "status",
        ),
        *(
            "next_page_token",
            "nextPageToken",
            "continuationToken",
            "SyncToken",
            "skiptoken",
            "token_type",
            "tokens_count",
        ),
    ],
)
def test_these_names_are_not(name):
    assert not is_secret(name)


@pytest.mark.parametrize(
    "document",
    [
        {"password": SECRET},
        {"a": [{"b": {"clientSecret": SECRET}}]},
        [[[{"token": SECRET}]]],
        {"credentials": {"user": SECRET, "more": [SECRET]}},
        {"tokens": [SECRET, SECRET]},
        {"Authorization": f"Bearer {SECRET}"},
        {"params": ["ada", {"password": SECRET}]},
        {"fields": [{"name": "api_key", "value": SECRET}, {"name": "city", "value": "Bonn"}]},
        {"grant_type": "authorization_code", "code": SECRET},
        {"inner": json.dumps({"password": SECRET})},
        {"inner": json.dumps({"inner": json.dumps([{"secret": SECRET}])})},
        {"inner": '{"cut": 1, "password": "' + SECRET},
        {"url": f"https://x.example/hook?access_token={SECRET}&page=2"},
        {"message": f"wrong password={SECRET}"},
        {"xml": f"<a:Password type='x'>{SECRET}</a:Password>"},
    ],
)
def test_a_secret_member_is_hidden_wherever_it_is(document):
    shown = json.dumps(hide_members(document))

    assert SECRET not in shown
    assert json.dumps(HIDDEN)[1:-1] in shown or json.dumps(json.dumps(HIDDEN))[1:-1] in shown or "u2022" in shown


def test_what_is_no_secret_stays_as_it_is():
    document = {
        "error": {"code": "E17", "message": "The customer is not known."},
        "country": {"code": "DE"},
        "password": None,
        "has_password": True,
        "token": "",
        "lines": [{"sku": "A1", "quantity": 2, "price": 9.9}],
        "next_page_token": "abc",
    }

    assert hide_members(document) == document


def test_a_member_of_any_type_is_hidden():
    assert hide_members({"pin": 1234, "secret": {"a": 1}, "token": [1]}) == dict.fromkeys(
        ("pin", "secret", "token"), HIDDEN
    )


def test_what_is_nested_too_deep_is_hidden():
    document: dict = {"password": SECRET}
    for _ in range(100):
        document = {"in": document}

    assert SECRET not in json.dumps(hide_members(document))


@pytest.mark.parametrize(
    "text",
    [
        f'{{"password": "{SECRET}", "a": 1',
        f'{{"a": {{"client_secret" : "{SECRET}"}}, "b": "x',
        f'{{"pass\\u0077ord": "{SECRET}"}}',
        f'{{"credentials": {{"user": "{SECRET}", "b": [1',
        f'{{"tokens": ["{SECRET}", "{SECRET}"',
        f'{{"a": ": x", "password": "{SECRET}',
        f'{{"a": "say \\"x\\": y", "password": "{SECRET}"',
        f'[{{"name": "api_key", "value": "{SECRET}"}}, {{"name": "a"',
    ],
)
def test_the_beginning_of_a_json_text_is_hidden_too(text):
    shown = hide_json_text(text)

    assert SECRET not in shown
    assert HIDDEN in shown


def test_the_beginning_of_a_json_text_keeps_what_is_no_secret():
    text = '{"a": "b", "password": "' + SECRET + '", "lines": [{"sku": "A1", "code": "X"}, {"sku": "'

    assert hide_json_text(text) == '{"a": "b", "password": "•••", "lines": [{"sku": "A1", "code": "X"}, {"sku": "'


def test_a_form_is_shown_without_its_secrets():
    text = f"grant_type=x&client_secret={SECRET}&code={SECRET}&name=Ada+L&note=a%26b&empty="
    more = f"&json=%7B%22token%22%3A%22{SECRET}%22%7D&echo=my-key"

    shown = hide_form(text + more, Values().hide)

    assert (
        shown
        == 'grant_type=x&client_secret=•••&code=•••&name=Ada L&note=a%26b&empty=&json={"token": "•••"}&echo=my-key'
    )


def test_a_known_value_is_hidden_in_a_form_however_it_is_encoded():
    values = Values()
    values.add(["my&k=y"])

    assert hide_form("echo=m%79%26k%3dy", values.hide) == f"echo={HIDDEN}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Authorization: Bearer {SECRET}", f"Authorization: Bearer {HIDDEN}"),
        ("Basic YWRhOnNlY3JldA==", f"Basic {HIDDEN}"),
        (f"see {JWT} there", f"see {HIDDEN} there"),
        (f"a=1&api_key={SECRET}&b=2", f"a=1&api_key={HIDDEN}&b=2"),
        (f'password="{SECRET} x" y', f"password={HIDDEN} y"),
        (f"<Password>{SECRET}</Password><Name>Ada</Name>", f"<Password>{HIDDEN}</Password><Name>Ada</Name>"),
        (f"<ns:apiKey a='1'>{SECRET}</ns:apiKey>", f"<ns:apiKey a='1'>{HIDDEN}</ns:apiKey>"),
        ("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----", HIDDEN),
        ("The basic idea: tokens are counted.", "The basic idea: tokens are counted."),
        ("next_page_token=abc", "next_page_token=abc"),
    ],
)
def test_proofs_in_plain_text_are_hidden(text, shown):
    assert hide_text(text) == shown


@pytest.mark.parametrize(
    "text", ["a" * 16_000, "token" * 3_000, "eyJ-" * 4_000, "<a " * 5_000, "<" * 16_000, '"\\' * 8_000]
)
def test_no_text_takes_long(text):
    began = time.process_time()

    hide_text(text + " token")
    hide_json_text("{" + text)

    assert time.process_time() - began < 5  # quadratic ones take minutes


@pytest.mark.parametrize(
    "written",
    [
        lambda secret: f"it is {secret}.",
        lambda secret: json.dumps({"echo": secret}),
        lambda secret: json.dumps({"echo": secret}, ensure_ascii=False),
        lambda secret: json.dumps(secret).replace("/", "\\/"),
        lambda secret: "/path/p%C3%A4ss%22w%2Frd%20%26%20x",
        lambda secret: "a=p%C3%A4ss%22w%2Frd+%26+x",
        lambda secret: "<a>päss&quot;w/rd &amp; x</a>",
    ],
)
def test_a_known_value_is_hidden_in_every_form(written):
    secret = 'päss"w/rd & x'
    values = Values()
    values.add([secret])

    shown = values.hide(written(secret))

    assert HIDDEN in shown
    assert "ss" not in shown


def test_the_longer_of_two_known_values_goes_first():
    values = Values()
    values.add(["abcd", "abcdefgh"])

    assert values.hide("abcdefgh abcd") == f"{HIDDEN} {HIDDEN}"


def test_a_very_short_value_is_hidden_only_where_it_stands_alone():
    values = Values()
    values.add(["ab", ""])

    assert (values.hide("ab"), values.hide("table"), values.hide("")) == (HIDDEN, "table", "")


def test_what_a_header_proves_with_is_known_in_its_parts():
    pair = b64encode(b"ada@example.com:correct horse").decode()

    assert {pair, "correct horse"} <= set(texts_of_header(f"Basic {pair}"))
    assert SECRET in set(texts_of_header(f"Bearer {SECRET}"))
    assert "0123456789" in set(texts_of_header("session=0123456789; lang=en"))
