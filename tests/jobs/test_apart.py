"""What one job's answer does to the database is its own affair: the others' results are written, and no call is forgotten."""

import pytest
from django.db import connection

from hub import db
from hub.drain import Drain
from hub.jobs import accesses, connections
from hub.jobs.connections import ConnectionFields
from hub.jobs.run import Performing
from tests.jobs.conftest import runs

REFUSE = """
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    RAISE EXCEPTION 'what a stranger said' USING ERRCODE = '22P02';
END $$;
CREATE TRIGGER refuse BEFORE UPDATE ON job FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION refuse()
"""


@pytest.fixture
def refusing():
    """The database does not take changed jobs of which this is true."""

    def begin(when: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(REFUSE.format(when=when))

    db.execute("DROP FUNCTION IF EXISTS refuse CASCADE")
    yield begin
    db.execute("DROP FUNCTION IF EXISTS refuse CASCADE")


def status(job) -> str:
    job.refresh_from_db()
    return job.status


def test_an_answer_that_cannot_be_kept_ends_its_job_alone(echo, submit_job, drain, refusing):
    odd, *others = [submit_job(echo, "echo", {"message": word}, max_runs=1) for word in ("odd", "a", "b", "c")]
    refusing("NEW.output ->> 'message' = 'odd'")

    drain()

    assert [status(other) for other in others] == ["succeeded"] * 3
    assert status(odd) != "running"
    assert odd.error["provider_code"] == "answer_not_kept"
    assert runs(odd) == [("call", "unknown")]


def test_a_job_that_cannot_be_moved_at_all_is_left_with_its_connection_for_a_while(
    tenant, echo, submit_job, drain, refusing
):
    odd = submit_job(echo, "echo", {"message": "odd"})
    refusing(f"NEW.id = '{odd.id}' AND NEW.status <> 'running'")

    drain()
    assert status(odd) == "running"
    left = db.row("SELECT blocked_until - now() > interval '20 s', owner FROM lane WHERE id = %s", (echo.id,))
    assert left == (True, "")

    db.execute("DROP FUNCTION refuse CASCADE")
    db.execute("UPDATE lane SET blocked_until = NULL WHERE id = %s", (echo.id,))
    drain()
    assert runs(odd)[0] == ("call", "abandoned")


class Stumbling(Performing):
    """Fails once in the middle, by a fault of ours."""

    failures = 1

    def collect(self, timeout_s):
        if self.failures and self.engine.begun:
            self.failures -= 1
            raise ZeroDivisionError
        return super().collect(timeout_s)


def test_a_drain_that_fails_writes_down_the_calls_that_were_under_way(echo, submit_job, engine):
    job = submit_job(echo, "echo", {"message": 1, "sleep_ms": 500})

    with pytest.raises(ZeroDivisionError):
        Drain(Stumbling(engine, room=100), owner="test", budget_s=20, lease_s=30).run()

    assert status(job) == "succeeded"
    assert db.rows("SELECT DISTINCT owner FROM lane") == [("",)]


def test_a_connection_whose_credentials_cannot_be_read_says_so_and_holds_up_nobody(rest, echo, submit_job, drain):
    odd, other = submit_job(rest, "request", {"method": "GET", "path": "/records"}), submit_job(echo, "echo", {})
    db.execute(
        "UPDATE connection SET credentials = overlay(credentials placing '\\x00000000'::bytea from 20),"
        " version = version + 1 WHERE id = %s",
        (rest.id,),
    )

    drain()

    assert status(other) == "succeeded"
    assert status(odd) == "retrying"
    assert odd.error["provider_code"] == "credentials_unreadable"


def test_more_connections_than_are_kept_are_all_there_when_they_are_asked_for(tenant, echo, monkeypatch):
    monkeypatch.setattr(accesses, "KEPT", 2)
    made = [echo, *(connections.create(tenant.id, "echo", ConnectionFields(name=f"echo{n}")) for n in range(4))]
    ids = {one.id for one in made}
    known = accesses.Accesses()
    known.current(ids)
    db.execute("UPDATE connection SET version = 9 WHERE id = %s", (echo.id,))

    assert known.current(ids).keys() == ids
    assert known.load([echo.id]).keys() == {echo.id}
    assert known.current(ids).keys() == ids
