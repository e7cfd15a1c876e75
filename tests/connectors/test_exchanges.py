"""What a run keeps of its requests and answers: enough to understand them, bounded, and nothing secret."""

import json

import httpx
import pytest

from hub.connectors.exchanges import TOTAL_BYTES, Exchange, Exchanges

pytestmark = pytest.mark.pure

PASSWORD = "correct horse/9"
CREDENTIALS = {"auth": "basic", "username": "ada", "password": PASSWORD, "more": [{"key": "abcdef-12345"}]}


def exchanged(
    content=b"",
    answer=b"",
    *,
    url="https://erp.example/api/orders",
    sent=None,
    headers=None,
    status=200,
    method="POST",
):
    """An exchange that has ended."""
    request = httpx.Request(method, url, content=content, headers=sent or {"Content-Type": "application/json"})
    return Exchange(request, status, httpx.Headers(headers or {"Content-Type": "application/json"}), answer)


def kept(*exchanges, credentials=CREDENTIALS, hushed=False, callback_url=None):
    """What the run's row holds of these."""
    run = Exchanges(credentials, callback_url=callback_url)
    for each in exchanges:
        run.add(each, hushed=hushed)
    return json.loads(run.as_json())["kept"]


def test_a_run_without_exchanges_keeps_nothing():
    assert Exchanges(CREDENTIALS).as_json() is None


def test_an_exchange_is_kept_as_it_was():
    sent = {
        "Content-Type": "application/json",
        "Accept": "application/json",
        "Authorization": "Bearer abcdefgh",
        "X-Own": "1",
    }
    headers = {
        "Content-Type": "application/json",
        "X-Request-Id": "r-7",
        "ETag": '"3"',
        "Set-Cookie": "a=b",
        "Date": "now",
    }
    one = exchanged(
        b'{"name": "Ada", "password": "x"}',
        b'{"id": 4711}',
        url="https://me:pw12345@erp.example:8443/api/orders/a%20b?$top=5&q=name%3DAda&key=k&limit=2",
        sent=sent,
        headers=headers,
        status=201,
    )

    (line,) = kept(one)

    assert (line["method"], line["host"], line["status"], line["error"]) == ("POST", "erp.example:8443", 201, None)
    assert line["path"] == "/api/orders/a b?$top=5&q=name=Ada&key=•••&limit=2"
    assert (line["request_id"], line["confidential"]) == ("r-7", False)
    assert line["request"] == {
        "headers": [
            {"name": "content-type", "value": "application/json"},
            {"name": "accept", "value": "application/json"},
            {"name": "authorization", "value": None},
            {"name": "x-own", "value": None},
        ],
        "content_type": "application/json",
        "bytes": 32,
        "body": '{"name": "Ada", "password": "•••"}',
        "truncated": False,
    }
    assert line["response"]["body"] == '{"id": 4711}'
    assert {"name": "etag", "value": '"3"'} in line["response"]["headers"]
    assert {"name": "set-cookie", "value": None} in line["response"]["headers"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (json.dumps({"args": ["db", "ada", PASSWORD, {}]}), "application/json"),
        (json.dumps({"note": f"said {PASSWORD} aloud", PASSWORD: 1}), "application/json"),
        (json.dumps({"deep": [[{"x": "key abcdef-12345!"}]]}), "text/plain"),
        (f"x=1&y={PASSWORD}", "application/x-www-form-urlencoded"),
        (f"<a>{PASSWORD}</a>", "text/xml"),
        (f"just {PASSWORD}", ""),
        ("{not json " + PASSWORD, "application/json"),
        (json.dumps({"pad": "x" * 20_000, "b": PASSWORD}), "application/json"),
        (json.dumps({"b": PASSWORD, "pad": "x" * 20_000}), "application/json"),
        ("x" * (16 * 1024 - 5) + PASSWORD, "text/plain"),
        ("[" * 20_000 + PASSWORD, "application/json"),
        (PASSWORD * 2_000, "text/plain"),
    ],
)
def test_the_connections_credentials_are_in_no_body(content, kind):
    sent = {"Content-Type": kind} if kind else {"Accept": "*/*"}

    text = json.dumps(kept(exchanged(content.encode(), content.encode(), sent=sent)), ensure_ascii=False)

    assert "correct hor" not in text
    assert "abcdef-1" not in text


def test_a_proof_that_a_request_carried_is_hidden_wherever_it_comes_back():
    first = exchanged(b"", b'{"result": "fresh-session-77"}')
    second = exchanged(b"", b'{"echo": "fresh-session-77"}', sent={"Authorization": "Bearer fresh-session-77"})

    assert "fresh-session" not in json.dumps(kept(first, second))


def test_the_address_for_a_later_answer_is_not_kept():
    address = "https://hub.example/callbacks/AAAABBBBCCCC"
    one = exchanged(json.dumps({"answer_to": address, "again": "AAAABBBBCCCC"}).encode())

    assert "AAAABBBB" not in json.dumps(kept(one, callback_url=address))


def test_credentials_are_in_no_path_query_header_or_request_id():
    url = "https://erp.example/bot/abcdef-12345/x?q=abcdef-12345&abcdef-12345=1"
    headers = {
        "ETag": "abcdef-12345",
        "X-Request-Id": "abcdef-12345",
        "X-abcdef-12345": "1",
        "Content-Type": "abcdef-12345",
    }

    assert "abcdef-12345" not in json.dumps(kept(exchanged(b"", b"", url=url, headers=headers)))


def test_of_an_exchange_about_credentials_only_the_line_is_kept():
    one = exchanged(
        b"grant_type=refresh_token&refresh_token=zzz", b'{"opaque": "zzz"}', url="https://id.example/token?a=zzz"
    )

    (line,) = kept(one, hushed=True)

    assert (line["method"], line["path"], line["status"], line["confidential"]) == ("POST", "/token?a=•••", 200, True)
    assert (line["request"], line["response"]) == (None, None)


@pytest.mark.parametrize("content", [b"\xff\xd8\xff\xe0" * 100, b"%PDF\x00\x00", "päss".encode("latin-1")])
def test_of_what_is_no_text_only_the_size_is_kept(content):
    (line,) = kept(exchanged(content))

    assert (line["request"]["body"], line["request"]["bytes"]) == (None, len(content))


@pytest.mark.parametrize("unit", ["x", "ä", "😀", '{"a": "ä"}, '])
def test_a_body_is_cut_to_4_kib_of_whole_characters(unit):
    (line,) = kept(exchanged((unit * 30_000)[:20_000].encode()))

    shown = line["request"]["body"]
    assert 3500 < len(shown.encode()) <= 4096
    assert line["request"]["truncated"]
    assert shown == (unit * 30_000)[: len(shown)]


def test_what_the_database_cannot_keep_is_replaced():
    (line,) = kept(exchanged(rb'{"a": "\u0000 \ud800"}', url="https://erp.example/a%00b"))

    assert line["path"] == "/a\ufffdb"
    assert "\ud800" not in line["request"]["body"]
    assert json.loads(line["request"]["body"])["a"].startswith("\x00 ")


def test_the_first_ten_and_the_last_ten_are_kept():
    run = Exchanges({})
    for number in range(35):
        run.add(exchanged(url=f"https://erp.example/{number}"), hushed=False)

    document = json.loads(run.as_json())

    assert document["left_out"] == 15
    assert [line["path"] for line in document["kept"]] == [f"/{number}" for number in [*range(10), *range(25, 35)]]


@pytest.mark.parametrize("unit", ["x", "\\u0001", "\\n", "ä", '\\"'])
def test_a_run_keeps_64_kib_at_most(unit):
    body = ('{"a": "' + unit * 3000 + '"}').encode()
    run = Exchanges({})
    headers = {f"x-header-{number}-{'y' * 150}": "1" for number in range(60)} | {"ETag": "e" * 1000}
    for _ in range(20):
        run.add(exchanged(body, body, url="https://erp.example/" + "p" * 3000, headers=headers), hushed=False)

    text = run.as_json()

    assert len(text.encode()) <= TOTAL_BYTES
    assert len(json.loads(text)["kept"]) == 20


def test_an_exchange_without_a_complete_answer_says_why():
    lost = exchanged()
    lost.status, lost.body, lost.error = None, None, "connection_lost"
    broken = exchanged()
    broken.body, broken.error = None, "connection_lost"

    first, second = kept(lost, broken)

    assert (first["status"], first["error"], first["response"]) == (None, "connection_lost", None)
    assert (second["status"], second["response"]["bytes"], second["response"]["body"]) == (200, None, None)
