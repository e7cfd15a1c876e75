"""NetSuite: asynchronous requests, which NetSuite executes once for each idempotency key; and no line added twice.

The key is a UUID (RFC 4122) in `X-NetSuite-Idempotency-Key` and counts only together with `Prefer: respond-async`; a
second request with it is answered 400 IDEMPOTENCY_ERROR with the first one's job in `Location`.
Source: https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_164494900632.html
"""

import json
from typing import Any

from hub.connectors.base import Result
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession, Sent
from hub.connectors.outbound import RemoteFailure
from hub.rules.outcomes import Category, Done, failed
from hub.rules.pointers import resolve

HEADERS = {"Prefer": "respond-async", "X-NetSuite-Idempotency-Key": "{{reference_uuid}}"}
CODES = "/o:errorDetails/0/o:errorCode"


async def before_request(session: ManifestSession, sent: Sent) -> Sent:
    """Changes of sublists name them in `replace`: otherwise a second try would add their lines once more."""
    if sent.method not in {"PATCH", "PUT"}:
        return sent
    given = json.loads(sent.content or b"{}")
    named = dict(sent.params).get("replace", "").split(",")
    lists = [name for name, each in given.items() if isinstance(each, dict) and "items" in each]
    if forgotten := [name for name in lists if name not in named]:
        text = f"Name the sublist {forgotten[0]} in replace: its lines would be added once more by a second try."
        raise RemoteFailure(failed(Category.VALIDATION, text, field_errors={"replace": text}))
    return sent


async def submit(session: ManifestSession, given: dict[str, Any], *, reference: str) -> Result:
    """Hand a new record in; the job that NetSuite makes of it, the same one when it has it already."""
    path = "/services/rest/record/v1/{{input.type}}"
    request = Request(method="POST", path=path, headers=HEADERS, body="{{input.fields}}")
    values = session.values(given, reference)
    answer = await session.send(session.build(request, values))
    document = session.document(answer)
    known = answer.status == 400 and resolve(document, CODES) == "IDEMPOTENCY_ERROR"
    if not (answer.status == 202 or known):
        return session.meaning(answer, document, wrote=True, values=values)
    job = answer.headers.get("location", "").rstrip("/").rsplit("/", 1)[-1]
    if not job:
        return failed(Category.UNKNOWN_OUTCOME, "NetSuite has taken the request, but does not name its job.")
    return Done({"job": job}, answer.request_id)
