"""The only outgoing HTTP of deliveries: signed POSTs over libcurl, to addresses that were checked.

Start requests, collect responses; a failure is a response with an `error`, never an exception.
"""

from hub.wire.engine import Wire
from hub.wire.messages import ERRORS, NOT_SENT, Request, Response, Tls

__all__ = ["ERRORS", "NOT_SENT", "Request", "Response", "Tls", "Wire"]
