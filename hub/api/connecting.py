"""`/connect/…`: what a person's browser visits while connecting. Outside of /api/v1 and its keys: the link is the key."""

from html import escape
from urllib.parse import urlencode

import structlog
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect

from hub.jobs import connect, consent
from hub.jobs.connect import Ended
from hub.jobs.connect_states import return_query

log = structlog.get_logger("hub.api")

COOKIE = "hub_connect"
COOKIE_S = 15 * 60
TEXT_MAX = 500
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>body{{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}}
code{{color:#666}}</style><h1>{title}</h1><p>{text}</p>{more}</html>
"""


def begin(request: HttpRequest, token: str) -> HttpResponse:
    """Open a link: on to the vendor, with a secret that only this browser brings back."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    opened = connect.open_link(token)
    if opened is None:
        return _page(410, "This link is over", "It was used already, or its time is up. Ask for a new one.")
    answer = HttpResponseRedirect(opened.location)
    answer.set_cookie(
        COOKIE,
        opened.browser,
        max_age=COOKIE_S,
        path="/connect/",
        httponly=True,
        # Lax: it has to come along when the vendor sends the browser back.
        samesite="Lax",
        secure=consent.base_url().startswith("https:"),
    )
    return answer


def come_back(request: HttpRequest) -> HttpResponse:
    """The vendor has sent the browser back: with a code, or with an error in its own words."""
    if request.method != "GET":
        return HttpResponseNotAllowed(["GET"])
    error = None
    if code := request.GET.get("error"):
        said = request.GET.get("error_description") or "The system gave no reason."
        error = {"code": code[:100], "message": said[:TEXT_MAX]}
    ended = connect.finish(
        request.GET.get("state", ""),
        request.COOKIES.get(COOKIE, ""),
        code=request.GET.get("code"),
        error=error,
    )
    log.info("connect.finished", ok=ended.error is None)
    answer = _ended(ended)
    answer.delete_cookie(COOKIE, path="/connect/")
    return answer


def _ended(ended: Ended) -> HttpResponse:
    if ended.return_url:
        mark = "&" if "?" in ended.return_url else "?"
        return HttpResponseRedirect(f"{ended.return_url}{mark}{urlencode(return_query(ended))}")
    if ended.error is None:
        return _page(200, "Connected", "The system is connected. You can close this window.")
    return _page(400, "Not connected", ended.error["message"], code=ended.error["code"])


def _page(status: int, title: str, text: str, *, code: str = "") -> HttpResponse:
    more = f"<p><code>{escape(code)}</code></p>" if code else ""
    answer = HttpResponse(PAGE.format(title=escape(title), text=escape(text), more=more), status=status)
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return answer
