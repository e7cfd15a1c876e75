"""What belongs to which topic of the stream."""

from uuid import UUID

import pytest

from hub.rules.ids import public_id
from hub.rules.topics import topic_of

pytestmark = pytest.mark.pure

ONE, TWO = UUID(int=1), UUID(int=2)


@pytest.mark.parametrize(
    ("topic", "subject_id", "topics", "wanted"),
    [
        ("tenant", None, [], True),
        ("tenant", ONE, ["tag:a"], True),
        (f"job:{public_id('job', ONE)}", ONE, [], True),
        (f"job:{public_id('job', ONE)}", TWO, [], False),
        (f"job:{public_id('job', ONE)}", None, [], False),
        (f"connection:{public_id('connection', ONE)}", ONE, [], True),
        (f"connection:{public_id('connection', ONE)}", TWO, [f"connection:{public_id('connection', ONE)}"], True),
        (f"connection:{public_id('connection', ONE)}", TWO, [f"connection:{public_id('connection', TWO)}"], False),
        ("tag:a", None, ["tag:b", "tag:a"], True),
        ("tag:a", ONE, ["tag:b"], False),
        ("tag:tenant", None, ["tag:a"], False),
    ],
)
def test_an_event_belongs_to_its_subject_and_its_topics(
    topic: str, subject_id: UUID | None, topics: list[str], wanted: bool
) -> None:
    assert topic_of(topic).wants(subject_id, topics) is wanted


def test_only_a_connection_has_events_of_other_subjects() -> None:
    assert topic_of(f"job:{public_id('job', ONE)}").only_subject_id == ONE
    assert topic_of(f"connection:{public_id('connection', ONE)}").only_subject_id is None
    assert topic_of("tag:a").only_subject_id is None
