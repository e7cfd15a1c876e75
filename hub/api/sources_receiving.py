"""`POST /in/{token}`: where outside systems send their webhooks. Outside of /api/v1 and its keys: the sender signs instead."""

from django.db import Error
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed

from hub.api import problems
from hub.inbound import intake
from hub.inbound.source_secrets import address_of
from hub.rules.inbound.received import UNREADABLE, Received


def receive(request: HttpRequest, token: str) -> HttpResponse:
    """The sender's answer. Bodies are limited before (edge.py); what our database fails at is to be sent again (503)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        answer = intake.take(token, _received(request, token))
    except Error as error:
        return problems.of_exception(request, error)
    if answer is None:
        return problems.not_found(request)
    if answer.refusal is not None and not answer.bare:
        code = "unreadable" if answer.refusal.reason in UNREADABLE else "not_verified"
        return problems.problem(request, code, answer.refusal.detail, extra={"reason": str(answer.refusal.reason)})
    response = HttpResponse(answer.body, status=answer.status)
    if answer.content_type:
        response["Content-Type"] = answer.content_type
    else:
        del response["Content-Type"]
    return response


def _received(request: HttpRequest, token: str) -> Received:
    query = request.META.get("QUERY_STRING", "")
    # As the sender was told to call us, whatever host name and scheme a proxy passes on.
    url = address_of(token) + (f"?{query}" if query else "")
    headers = {name.lower(): value for name, value in request.headers.items()}
    return Received(request.method or "", url, headers, request.body)
