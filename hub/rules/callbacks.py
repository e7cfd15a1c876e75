"""Answers that come later: the terms on which an address is handed out, and what an answer means under them."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from hub.rules.pointers import resolve

MESSAGE_MAX = 500


class Verdict(StrEnum):
    """What became of an answer; the table's CHECK constraint lists the same values."""

    ACCEPTED = "accepted"  # the first valid one: it ends the wait
    PROGRESS = "progress"  # the system says how far it is
    REPEATED = "repeated"  # another had been accepted before
    LATE = "late"  # the address had expired, or the job had ended
    REFUSED = "refused"  # signature, form or schema


class Said(StrEnum):
    """What an answer says about the job."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    PROGRESS = "progress"


class OnExpiry(StrEnum):
    """What becomes of a job whose answer never came."""

    FAIL = "fail"
    RECONCILE = "reconcile"  # look for its effect, as after a lost answer


@dataclass(frozen=True, slots=True)
class Terms:
    """How an answer is read. Pointers are JSON pointers (RFC 6901) into its body.

    uses: answers that are taken, wrong ones included. schema: JSON Schema of a body. outcome_pointer: where it says what came
    of it, as one of the values in `failed` or `progress`; any other value is a success, unless `succeeded` lists those.
    """

    expires_s: float = 86_400
    uses: int = 20
    schema: dict[str, Any] | None = None
    outcome_pointer: str | None = None
    succeeded: Sequence[Any] = ()
    failed: Sequence[Any] = ()
    progress: Sequence[Any] = ()
    result_pointer: str = ""
    message_pointer: str | None = None
    fraction_pointer: str | None = None
    on_expiry: OnExpiry = OnExpiry.FAIL

    def as_json(self) -> dict[str, Any]:
        """For storing: only what differs from the defaults."""
        usual = Terms()
        return {name: value for name, value in asdict(self).items() if value != getattr(usual, name)}


def terms_of(stored: Mapping[str, Any]) -> Terms:
    """The terms that `as_json` wrote; members that a later version may add are passed by."""
    known = {each.name for each in fields(Terms)}
    return Terms(**{name: value for name, value in stored.items() if name in known})


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it was understood. result: of a success. message: of a failure or of progress. fraction: 0..1."""

    said: Said
    result: Any = None
    message: str = ""
    fraction: float | None = None


def understand(terms: Terms, body: Any) -> Answer | None:
    """What the answer says; None when its outcome is a value that the terms do not know."""
    message = _at(body, terms.message_pointer)
    text = message[:MESSAGE_MAX] if isinstance(message, str) else ""
    said = _said(terms, body)
    if said is None:
        return None
    if said is Said.PROGRESS:
        return Answer(said, message=text, fraction=_fraction(_at(body, terms.fraction_pointer)))
    if said is Said.FAILED:
        return Answer(said, message=text)
    return Answer(said, result=resolve(body, terms.result_pointer), message=text)


def _said(terms: Terms, body: Any) -> Said | None:
    if terms.outcome_pointer is None:
        return Said.SUCCEEDED
    value = resolve(body, terms.outcome_pointer)
    if value in terms.failed:
        return Said.FAILED
    if value in terms.progress:
        return Said.PROGRESS
    if terms.succeeded and value not in terms.succeeded:
        return None
    return Said.SUCCEEDED


def _at(body: Any, pointer: str | None) -> Any:
    return None if pointer is None else resolve(body, pointer)


def _fraction(value: Any) -> float | None:
    """0..1, also of percentages; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return min(1.0, max(0.0, value / 100 if value > 1 else float(value)))
