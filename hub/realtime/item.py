"""An event on its way to clients: its text is made once, whoever it goes to."""

from uuid import UUID

from hub.eventlog.read import Entry
from hub.rules import cursor, filters
from hub.rules.cursor import Position
from hub.rules.ids import public_id
from hub.rules.status import JOB_FINAL
from hub.rules.topics import Topic

FINAL_TYPES = frozenset(f"job.{status}" for status in JOB_FINAL)


class Item:
    """A log entry with the text that every client gets."""

    __slots__ = ("_entry", "_members", "position", "size", "subject_id", "topics", "type")

    def __init__(self, entry: Entry) -> None:
        self.position: Position = entry.position
        self.type = entry.type
        self.subject_id: UUID | None = entry.subject_id
        self.topics = entry.topics
        self.size = len(entry.body)
        self._entry: Entry | None = entry
        self._members = ""

    @property
    def cursor(self) -> str:
        """The client's cursor behind this event."""
        return cursor.encode(self.position)

    @property
    def members(self) -> str:
        """`"id":…,"cursor":…,"type":…,"timestamp":…,"data":…}`: JSON without its opening brace, for members before it."""
        if self._entry is not None:
            head = f'"id":"{public_id("event", self.position.id)}","cursor":"{self.cursor}",'
            self._members = head + self._entry.body[1:].decode()
            self._entry = None
        return self._members

    def fits(self, topic: Topic, patterns: frozenset[str] | None) -> bool:
        """Whether it belongs to the topic and is of one of the types (None: all)."""
        if patterns is not None and patterns.isdisjoint(filters.patterns(self.type)):
            return False
        return topic.wants(self.subject_id, self.topics)


def newest_per_job(items: list[Item]) -> list[Item]:
    """Without the states of a job that a later one in the list has overtaken; final states always stay."""
    kept: list[Item] = []
    seen: set[UUID] = set()
    for item in reversed(items):
        if item.subject_id is not None and item.type.startswith("job."):
            if item.subject_id in seen and item.type not in FINAL_TYPES:
                continue
            seen.add(item.subject_id)
        kept.append(item)
    kept.reverse()
    return kept
