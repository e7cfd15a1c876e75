"""Topics of the stream: `tenant`, `job:<id>`, `connection:<id>`, `endpoint:<id>`, `replay:<id>`, `source:<id>`, `tag:<tag>`."""

from typing import NamedTuple
from uuid import UUID

from hub.rules.ids import parse_id

EVERYTHING = "tenant"


class Topic(NamedTuple):
    """text: as clients write it. kind: before the colon. subject_id: what it is about, None for `tenant` and tags."""

    text: str
    kind: str
    subject_id: UUID | None

    @property
    def only_subject_id(self) -> UUID | None:
        """The subject that all its events have; None where there are others: jobs' events name their connection as a topic."""
        return None if self.kind == "connection" else self.subject_id

    def wants(self, subject_id: UUID | None, topics: list[str]) -> bool:
        """Whether an event about that subject, in those further topics, belongs to this topic."""
        if self.text == EVERYTHING:
            return True
        return (self.subject_id is not None and subject_id == self.subject_id) or self.text in topics


def topic_of(text: str) -> Topic:
    """The topic of a text that `tickets.valid_topic` has accepted."""
    kind, _, name = text.partition(":")
    return Topic(text, kind, None if kind in (EVERYTHING, "tag") else parse_id(kind, name))
