"""What a call may use of the hub while it runs: tell how far it is, and hand out an address for the answer that comes later.
What it sends and is answered is kept along with it (`outbound.py`).

    await long_import(...)
    report(0.4, "400 of 1,000 lines")

Both come from the context of the call, so that operations without a use for them need not know of them.
"""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass

from hub.connectors.exchanges import Exchanges

MESSAGE_MAX = 200

# fraction: 0..1, or None when it cannot be told; message: one short sentence for a person.
Report = Callable[[float | None, str], None]


def _nobody(fraction: float | None, message: str) -> None:
    """Outside of a job nobody wants to know."""


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class During:
    """What surrounds one call. callback_url: for operations whose input asks for one (`Operation.expects`), else None.

    exchanges: where what is sent and answered is kept; None outside of a job's run. may_send: whether the job is still its
    worker's, asked right before each request.
    """

    report: Report = _nobody
    callback_url: str | None = None
    exchanges: Exchanges | None = None
    may_send: Callable[[], bool] = _always


DURING: ContextVar[During] = ContextVar("during")
_ALONE = During()


def report(fraction: float | None, message: str = "") -> None:
    """Say how far the call is, as often as it is convenient: only the newest word is written down, about once a second.

    fraction: 0..1; what lies outside is cut. message: its first MESSAGE_MAX characters are kept.
    """
    within = None if fraction is None else min(1.0, max(0.0, float(fraction)))
    DURING.get(_ALONE).report(within, message[:MESSAGE_MAX])


def callback_url() -> str | None:
    """The address at which the system may answer later, if this call has one: the job then waits for that answer."""
    return DURING.get(_ALONE).callback_url


def may_send() -> bool:
    """Whether this call may go on: somebody else performs the job when its worker has stood still for too long."""
    return DURING.get(_ALONE).may_send()


def exchanges() -> Exchanges | None:
    """Where this call's requests and answers are kept, if they are."""
    return DURING.get(_ALONE).exchanges
