"""Tickets name topics of one tenant, for a short time, and are good for nothing else."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from hub.accounts import tickets, tokens
from hub.rules.errors import HubError

pytestmark = pytest.mark.pure

TENANT = UUID(int=7)
JOB = "job:job_01jd8x2qcxe7atpw9q0k5m4n3r"


def refused(token):
    """The code of the refusal."""
    with pytest.raises(HubError) as raised:
        tickets.verify(token)
    return raised.value.code


def test_ticket_comes_back_as_it_was_issued():
    token, expires_at = tickets.issue(TENANT, [JOB, "tag:web", JOB], subject="key_1", lifetime_s=60)

    ticket = tickets.verify(token)

    assert ticket == tickets.Ticket(TENANT, frozenset({JOB, "tag:web"}), expires_at, "key_1")
    assert ticket.covers(JOB)
    assert not ticket.covers("tag:other")
    assert timedelta(seconds=58) < expires_at - datetime.now(UTC) <= timedelta(seconds=60)


def test_tenant_topic_covers_everything():
    token, _ = tickets.issue(TENANT, ["tenant"], subject="key_1")

    assert tickets.verify(token).covers(JOB)


def test_expired_ticket_is_refused():
    token, _ = tickets.issue(TENANT, ["tenant"], subject="key_1", lifetime_s=-1)

    assert refused(token) == "invalid_ticket"


@pytest.mark.parametrize("token", ["", "a.b.c", "hub_sk_x"])
def test_nonsense_is_refused(token):
    assert refused(token) == "invalid_ticket"


def test_operators_access_token_is_no_ticket():
    claims = {"sub": "op_1", "tid": str(TENANT), "topics": ["tenant"]}
    token, _ = tokens.sign(tokens.OPERATOR, claims, lifetime=timedelta(minutes=1))

    assert refused(token) == "invalid_ticket"


def test_changed_ticket_is_refused():
    token, _ = tickets.issue(TENANT, ["tag:web"], subject="key_1")
    head, _, signature = token.split(".")
    _, other, _ = tickets.issue(TENANT, ["tenant"], subject="key_1")[0].split(".")

    assert refused(f"{head}.{other}.{signature}") == "invalid_ticket"
