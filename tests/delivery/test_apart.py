"""What one delivery does to the database, or to us, is its own affair: the others are written down and sent."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection
from psycopg import errors

from hub import db
from hub.delivery.send import NOT_KEPT, Sending
from hub.drain import Drain
from tests.delivery.conftest import states
from tests.receiver import Answer

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'what a stranger said' USING ERRCODE = '22P02';
END $$;
CREATE TRIGGER refuse BEFORE INSERT ON attempt FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION refuse()
"""
SEEN = "SELECT status_code, error, error_detail, response_headers ->> 'x-odd' FROM attempt WHERE endpoint_id = %s"


@contextmanager
def refusing(when: str) -> Iterator[None]:
    """The database does not take attempts of which this is true."""
    db.execute("DROP FUNCTION IF EXISTS refuse CASCADE")
    with connection.cursor() as cursor:
        cursor.execute(REFUSE.format(when=when))
    try:
        yield
    finally:
        db.execute("DROP FUNCTION refuse CASCADE")


@contextmanager
def read_only(database_url: str, seconds: float) -> Iterator[None]:
    """From now on for some seconds the server takes no writes, as when a standby is being promoted."""
    with psycopg.connect(database_url, autocommit=True) as server:

        def say(value: str) -> None:
            server.execute(f"ALTER SYSTEM SET default_transaction_read_only = {value}")
            server.execute("SELECT pg_reload_conf()")

        timer = threading.Timer(seconds, say, ["off"])
        say("on")
        timer.start()
        try:
            yield
        finally:
            timer.join()


@pytest.mark.parametrize("status", [200, 500])
def test_an_answer_that_cannot_be_written_is_written_without_its_words(status, make_endpoint, publish, drain, receiver):
    odd, other = make_endpoint("/odd"), make_endpoint("/other")
    receiver.answer("/odd", Answer(status=status, headers={"X-Odd": "1"}))
    publish(count=5)

    with refusing("NEW.response_headers ? 'x-odd'"):
        assert drain() == 10

    assert len(receiver.received("/odd")) == 5
    assert db.rows(SEEN, (odd.id,)) == [(status, None, NOT_KEPT, None)] * 5
    assert db.rows("SELECT tried FROM delivery WHERE endpoint_id = %s", (odd.id,)) == [(1,)] * 5
    assert states(odd) == {"delivered" if status == 200 else "pending": 5}
    assert states(other) == {"delivered": 5}


def test_an_endpoint_whose_attempts_cannot_be_written_is_left_alone_for_a_while(
    make_endpoint, publish, drain, receiver, capsys
):
    odd, other = make_endpoint("/odd"), make_endpoint("/other")
    publish()

    with refusing(f"NEW.endpoint_id = '{odd.id}'"):
        drain()
        publish()
        drain()

    assert len(receiver.received("/odd")) == 1
    assert states(odd) == {"pending": 2}
    assert states(other) == {"delivered": 2}
    left = db.row("SELECT blocked_until - now() > interval '20 s', owner FROM lane WHERE id = %s", (odd.id,))
    assert left == (True, "")
    assert "what a stranger said" not in capsys.readouterr().err


class Stumbling(Sending):
    """Fails once in the middle, by a fault of ours."""

    failures = 1

    def collect(self, timeout_s):
        if self.failures and self.wire.in_flight and timeout_s:
            self.failures -= 1
            raise ZeroDivisionError
        return super().collect(timeout_s)


class Blind(Sending):
    """Cannot read what one endpoint is owed, by a fault of ours."""

    spoilt = None

    def fetch(self, wanted, lanes):
        found = super().fetch(wanted, lanes)
        assert self.spoilt not in {row.endpoint_id for row in found}
        return found

    def open(self, lanes):
        super().open(lanes)
        assert self.spoilt not in {lane.id for lane in lanes} or not self.at_opening

    at_opening = False


def test_a_drain_that_fails_writes_down_what_it_has_sent_and_gives_its_lanes_back(
    make_endpoint, publish, sending, receiver
):
    slow, quick = make_endpoint("/slow"), make_endpoint("/quick")
    receiver.answer("/slow", Answer(delay_s=0.5))
    publish()

    with pytest.raises(ZeroDivisionError):
        Drain(Stumbling(sending.wire, room=100), owner="test", budget_s=20, lease_s=30).run()

    assert (states(slow), states(quick)) == ({"delivered": 1}, {"delivered": 1})
    assert db.rows("SELECT DISTINCT owner FROM lane") == [("",)]
    assert sending.wire.in_flight == 0


class Cut(Sending):
    """Loses the database once in the middle of taking lanes over."""

    cuts = 1

    def open(self, lanes):
        if self.cuts:
            self.cuts -= 1
            raise OperationalError
        super().open(lanes)


def test_lanes_whose_taking_over_was_cut_off_are_taken_over_anew(make_endpoint, publish, sending):
    endpoint = make_endpoint()
    publish(count=3)

    assert Drain(Cut(sending.wire, room=100), owner="test", budget_s=20, lease_s=30).run() == 3

    assert states(endpoint) == {"delivered": 3}


@pytest.mark.parametrize("at_opening", [False, True])
def test_an_endpoint_that_cannot_be_worked_with_holds_up_nobody(at_opening, make_endpoint, publish, sending, receiver):
    odd, others = make_endpoint("/odd"), [make_endpoint(f"/other{n}") for n in range(3)]
    publish(count=5)
    blind = Blind(sending.wire, room=100)
    blind.spoilt, blind.at_opening = odd.id, at_opening

    assert Drain(blind, owner="test", budget_s=20, lease_s=30).run() == 15

    assert [states(other) for other in others] == [{"delivered": 5}] * 3
    assert receiver.received("/odd") == []
    db.execute("UPDATE lane SET blocked_until = NULL")
    assert Drain(sending, owner="test", budget_s=20, lease_s=30).run() == 5


def test_a_server_that_takes_no_writes_for_a_while_is_waited_for_and_nothing_is_sent_twice(
    make_endpoint, publish, drain, receiver, settings
):
    endpoint = make_endpoint(max_in_flight=20)
    receiver.answer("/hook", Answer(delay_s=0.05))
    publish(count=200)

    def promote() -> None:
        receiver.wait_for(40)
        with read_only(settings.HUB.database_url, 2.0):
            pass

    admin = threading.Thread(target=promote)
    admin.start()
    began = time.monotonic()
    assert drain() == 200
    took_s = time.monotonic() - began
    admin.join()

    assert took_s > 2.0
    assert states(endpoint) == {"delivered": 200}
    assert len(receiver.requests) == 200
    assert db.row("SELECT count(*), bool_or(stale) FROM attempt WHERE endpoint_id = %s", (endpoint.id,)) == (200, False)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("cause", "away"),
    [
        (errors.ReadOnlySqlTransaction(), True),
        (errors.IdleInTransactionSessionTimeout(), True),
        (errors.AdminShutdown(), True),
        (errors.ConnectionFailure(), True),
        (errors.DiskFull(), True),
        (errors.DeadlockDetected(), True),
        (psycopg.OperationalError("no route"), True),
        (psycopg.InterfaceError("closed"), True),
        (errors.StatementTooComplex(), False),
        (errors.InvalidTextRepresentation(), False),
        (errors.UndefinedTable(), False),
        (errors.DataCorrupted(), False),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_server_that_is_away_is_told_from_a_statement_that_never_goes_well(cause, away):
    with pytest.raises((DatabaseError, InterfaceError)) as raised, connection.wrap_database_errors:
        raise cause
    assert db.is_away(raised.value) is away
