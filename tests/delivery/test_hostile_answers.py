"""What receivers and token servers answer reaches the database or becomes a named failure, and never ends a drain."""

import json

import pytest

from hub import db
from hub.delivery import outcomes
from tests.delivery.conftest import states
from tests.receiver import Answer

OAUTH = {"type": "oauth2", "client_id": "hub", "client_secret": "s", "scope": "", "client_auth": "basic"}


def answers(endpoint):
    """(status code, error, headers) of every attempt."""
    return db.rows(
        "SELECT status_code, error, response_headers FROM attempt WHERE endpoint_id = %s ORDER BY id", (endpoint.id,)
    )


def token_answer(member: str) -> bytes:
    return b'{"access_token": "x", "token_type": "Bearer", %s}' % member.encode()


@pytest.mark.parametrize("status", [200, 500])
@pytest.mark.parametrize("value", ["\\u0000", "\\\\u0000", "a\\ud800b", '"\\', "\xff\xfe", "\x01\x7f"])
def test_whatever_a_header_holds_is_kept_with_its_attempt(value, status, make_endpoint, publish, drain, receiver):
    odd, other = make_endpoint("/odd"), make_endpoint("/other")
    receiver.answer("/odd", Answer(status=status, headers={"X-Odd": value}))
    publish(count=3)

    assert drain() == 6

    assert states(other) == {"delivered": 3}
    assert states(odd) == {"delivered" if status == 200 else "pending": 3}
    assert [(code, headers["x-odd"]) for code, _, headers in answers(odd)] == [(status, value)] * 3


@pytest.mark.pure
@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_what_the_database_cannot_hold_is_replaced_in_headers(text):
    assert json.loads(outcomes.kept_headers({text: text, "x": "\\u0000"})) == {"a\ufffdb": "a\ufffdb", "x": "\\u0000"}


@pytest.mark.parametrize(
    "body",
    [
        token_answer('"expires_in": 1' + "0" * 400),
        token_answer('"expires_in": NaN'),
        token_answer('"expires_in": -1'),
        token_answer('"expires_in": {"s": 1}'),
        token_answer('"expires_in": "\\ud800"'),
        token_answer('"token_type": ' + "[" * 900 + "]" * 900),
        token_answer('"more": 1' + "0" * 5000),
        b"[" * 16384,
        b'{"a":' * 3000,
        b'{"access_token": "\\ud800"}',
        b'{"access_token": {"a": 1}}',
        b'{"access_token": null}',
        b"\xff\xfe\x00",
        b"null",
        b"",
    ],
    ids=lambda body: repr(body[40:70]),
)
def test_a_token_answer_that_cannot_be_read_has_a_name_and_holds_up_nobody(
    body, make_endpoint, publish, drain, receiver
):
    receiver.answer("/token", Answer(body=body))
    theirs = make_endpoint("/theirs", auth=OAUTH | {"token_url": receiver.url("/token")})
    other = make_endpoint("/other")
    publish()

    drain(budget_s=2)

    assert states(other) == {"delivered": 1}
    assert [(code, error) for code, error, _ in answers(theirs)] == [(None, "token_invalid")]
