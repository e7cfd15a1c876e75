"""Any system with an HTTP API, without code of its own: one operation, `request`."""

import json
from base64 import b64encode
from typing import Any
from urllib.parse import urlencode

from hub.connectors.base import Access, Operation, Result
from hub.connectors.during import callback_url
from hub.connectors.http_shapes import (
    CALLBACK_URL,
    HttpConfig,
    HttpCredentials,
    HttpRequest,
    HttpResult,
    expects,
    judge,
    rendered_path,
)
from hub.connectors.outbound import Answer, Outbound
from hub.connectors.shapes import Shape
from hub.connectors.templates import place, render, render_text
from hub.rules.outcomes import Category, Done, Outcome, Safety, failed
from hub.rules.pointers import resolve

CONTENT_TYPES = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "text": "text/plain; charset=utf-8",
}
# Answers to `check` that speak against address or credentials, when no path is named that must exist.
REFUSALS = {401, 402, 403, 407, 429}


class HttpSession:
    """The connection's client with its credentials as headers."""

    def __init__(self, access: Access, outbound: Outbound) -> None:
        self.config = access.config
        self.outbound = outbound
        self.headers = access.config["headers"] | _authorization(access.credentials)

    async def aclose(self) -> None:
        """Close the connections."""
        await self.outbound.aclose()

    def refusal(self, answer: Answer, *, wrote: bool) -> Outcome:
        """What an answer that is not 2xx means, in the system's own words where the connection knows the place."""
        body = answer.json()
        message, code = (
            resolve(body, pointer) if pointer is not None else None
            for pointer in (self.config["message_pointer"], self.config["code_pointer"])
        )
        return answer.outcome(
            wrote=wrote,
            message=message if isinstance(message, str) else None,
            code=str(code) if isinstance(code, str | int) else None,
        )


def _authorization(credentials: dict[str, Any]) -> dict[str, str]:
    if credentials["bearer"]:
        return {"Authorization": f"Bearer {credentials['bearer']}"}
    if credentials["username"]:
        pair = f"{credentials['username']}:{credentials['password']}"
        return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
    if credentials["header_name"]:
        return {credentials["header_name"]: credentials["header_value"]}
    return {}


async def request(session: HttpSession, given: dict[str, Any], /, *, reference: str) -> Result:
    """Send the request; the reference goes along in the connection's key header and where the input wants it."""
    writes, _ = judge(given)
    values = given["values"] | {"reference": reference}
    if address := callback_url():
        values[CALLBACK_URL] = address
    headers = session.headers | {name: render_text(text, values) for name, text in given["headers"].items()}
    if writes and session.config["key_header"]:
        headers[session.config["key_header"]] = reference
    content = _content(given, values)
    if content is not None:
        headers = {"Content-Type": CONTENT_TYPES[given["body_format"]]} | headers
    answer = await session.outbound.send(
        given["method"],
        rendered_path(given["path"], values),
        writes=writes,
        headers=headers,
        params=_query(given["query"], values),
        content=content,
    )
    if not answer.ok:
        return session.refusal(answer, wrote=writes)
    result = resolve(_document(answer), given["result_pointer"])
    return _done(answer, result)


async def find(session: HttpSession, given: dict[str, Any], /, *, reference: str) -> Result | None:
    """The record that bears the reference, among those that the input's `find` lists."""
    look = given["find"]
    if look is None:
        return failed(Category.UNKNOWN_OUTCOME, "The request names no way to look for what it has done.")
    values = given["values"] | {"reference": reference}
    answer = await session.outbound.send(
        "GET",
        rendered_path(look["path"], values),
        writes=False,
        headers=session.headers,
        params=_query(look["query"], values),
    )
    if answer.status == 404:
        return None
    if not answer.ok:
        return session.refusal(answer, wrote=False)
    listed = resolve(answer.json(), look["items_pointer"])
    for item in listed if isinstance(listed, list) else [listed]:
        if resolve(item, look["reference_pointer"]) == reference:
            return _done(answer, resolve(item, look["result_pointer"]))
    return None


def _done(answer: Answer, result: Any) -> Done:
    location = answer.headers.get("location")
    return Done({"status": answer.status, "result": result, "location": location}, answer.request_id)


def _document(answer: Answer) -> Any:
    """The body as JSON, or its text; None when there is none."""
    document = answer.json()
    return document if document is not None else answer.body.decode(errors="replace") or None


def _query(templates: dict[str, str], values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, render_text(text, values)) for name, text in templates.items()]


def _content(given: dict[str, Any], values: dict[str, Any]) -> bytes | None:
    body = render(given["body"], values)
    if given["reference_pointer"] is not None:
        body = place(body, given["reference_pointer"], values["reference"])
    if body is None:
        return None
    if given["body_format"] == "json":
        return json.dumps(body, ensure_ascii=False).encode()
    if given["body_format"] == "form":
        return urlencode({key: "" if value is None else value for key, value in body.items()}).encode()
    return str(body).encode()


class Http:
    """The generic connector."""

    name = "http"
    title = "Any HTTP API"
    description = "Calls any system with an HTTP API: method, path, body template, JSON pointers for the result."
    config = Shape.of(HttpConfig)
    credentials = Shape.of(HttpCredentials)
    needs_url = True
    operations = {
        "request": Operation(
            name="request",
            title="Send a request",
            description="Sends one HTTP request below the base URL and gives back what it was answered.",
            accepts=Shape.of(HttpRequest),
            returns=Shape.out_of(HttpResult),
            # Each input has its own: see `judge`.
            safety=Safety.UNSAFE,
            writes=True,
            judge=judge,
            call=request,
            find=find,
            expects=expects,
            examples=(
                {
                    "method": "POST",
                    "path": "/orders",
                    "body": {"customer": "{{customer}}", "lines": "{{lines}}", "external_id": "{{reference}}"},
                    "values": {"customer": "C-17", "lines": [{"sku": "A1", "quantity": 2}]},
                    "result_pointer": "/order",
                    "find": {
                        "path": "/orders",
                        "query": {"external_id": "{{reference}}"},
                        "items_pointer": "/orders",
                        "reference_pointer": "/external_id",
                    },
                },
                {"method": "GET", "path": "/orders/{{number}}", "values": {"number": 4711}},
                {
                    "method": "POST",
                    "path": "/approvals",
                    "body": {"order": 4711, "answer_to": "{{callback_url}}"},
                    "callback": {
                        "expires_s": 86400,
                        "outcome_pointer": "/decision",
                        "failed": ["rejected"],
                        "message_pointer": "/comment",
                    },
                },
            ),
        )
    }

    async def open(self, access: Access, outbound: Outbound) -> HttpSession:
        """A session; nothing is sent yet."""
        return HttpSession(access, outbound)

    async def check(self, session: HttpSession) -> Result:
        """A GET of the connection's `check_path`, or of the base URL itself."""
        path = session.config["check_path"]
        answer = await session.outbound.send("GET", path or "/", writes=False, headers=session.headers)
        refused = not answer.ok if path else answer.status in REFUSALS or answer.status >= 500
        return session.refusal(answer, wrote=False) if refused else Done({"status": answer.status})
