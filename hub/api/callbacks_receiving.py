"""`POST /callbacks/{token}`: where outside systems answer jobs. Outside of /api/v1 and its keys: the token is the key."""

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from pydantic_core import to_json

from hub.api import problems
from hub.jobs import callback_addresses
from hub.jobs.callback_addresses import BODY_MAX
from hub.rules.inbound.received import Received

CODES = {400: "malformed_json", 401: "not_verified", 410: "callback_gone", 422: "callback_invalid"}


def receive(request: HttpRequest, token: str) -> HttpResponse:
    """The system's reply: 202 taken, 200 repeated; else a problem. What our database fails at is to be sent again (503)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if len(request.body) > BODY_MAX:
        return problems.problem(request, "body_too_large", f"An answer has at most {BODY_MAX} bytes.")
    headers = {name.lower(): value for name, value in request.headers.items()}
    received = Received("POST", callback_addresses.address_of(token), headers, request.body)
    try:
        reply = callback_addresses.receive(token, received)
    except Error as error:
        return problems.of_exception(request, error)
    if reply is None:
        return problems.not_found(request)
    if reply.status >= 400:
        return problems.problem(request, CODES[reply.status], reply.reason)
    return HttpResponse(to_json({"status": str(reply.verdict)}), status=reply.status, content_type="application/json")
