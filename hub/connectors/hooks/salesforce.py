"""What Salesforce's manifest cannot say: records by the hundred, composed requests, and two limits with one code.

Sources: https://developer.salesforce.com/docs/platform/api-rest/guide/resources-composite-sobjects-collections-upsert.html,
https://developer.salesforce.com/docs/atlas.en-us.264.0.api_rest.meta/api_rest/resources_composite_composite_post.htm
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hub.connectors.base import Result
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession
from hub.connectors.outbound import Answer, RemoteFailure
from hub.rules.outcomes import Category, Done, Outcome, failed

Given = dict[str, Any]
USAGE = re.compile(r"(?<![\w-])api-usage=(\d+)/(\d+)")
# What stands for the others when one has failed and nothing is done: it says nothing about them.
ROLLED_BACK = {"ALL_OR_NONE_OPERATION_ROLLED_BACK", "PROCESSING_HALTED"}
GONE = {"ENTITY_IS_DELETED", "NOT_FOUND", "INVALID_CROSS_REFERENCE_KEY"}
# Requests that take 20 s or longer count; there is room again as soon as one of them has ended.
CROWDED_S = 10.0
CREATES = re.compile(r"/sobjects/([A-Za-z][A-Za-z0-9_]*)/?")


def meaning(session: ManifestSession, answer: Answer, outcome: Outcome) -> Outcome:
    """REQUEST_LIMIT_EXCEEDED while the org's 24 hours are not used up is the limit of long requests at once."""
    found = USAGE.search(answer.headers.get("sforce-limit-info", ""))
    if outcome.category is not Category.QUOTA_EXHAUSTED or found is None or int(found[1]) >= int(found[2]):
        return outcome
    retry_at = datetime.now(UTC) + timedelta(seconds=CROWDED_S)
    return replace(outcome, category=Category.RATE_LIMIT, retry_at=retry_at, retry_after_s=CROWDED_S)


async def create_many(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
    """Upsert each by the job's id and its place: a second call finds what the first has made."""
    field = session.config["reference_field"]
    made = [{**fields, field: f"{reference}.{n}"} for n, fields in enumerate(given["records"])]
    return await _upsert(session, given | {"field": field, "records": made}, reference)


async def upsert_many(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
    """Upsert each by the external ID field that it holds a value of."""
    field = given["field"]
    lacking = {
        f"records.{n}.{field}": "It is missing." for n, each in enumerate(given["records"]) if not each.get(field)
    }
    if lacking:
        return failed(Category.VALIDATION, f"Each record needs a value of {field}.", field_errors=lacking)
    return await _upsert(session, given, reference)


async def update_many(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
    """Set fields of records by their ids."""
    made = [{**each["fields"], "id": each["id"]} for each in given["records"]]
    return await _save(session, given, made, path="/composite/sobjects", reference=reference)


async def delete_many(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
    """Delete by ids; one that is gone already is done."""
    request = Request(
        method="DELETE",
        path=_path("/composite/sobjects"),
        query={"ids": "{{ids}}", "allOrNone": "{{input.all_or_none}}"},
    )
    values = session.values(given, reference, ids=",".join(given["ids"]))
    answer, results = await session.ask(request, values, writes=True)
    shown = [
        {"id": record_id, "success": True, "errors": []} if _codes(each) & GONE else each
        for record_id, each in zip(given["ids"], results, strict=True)
    ]
    return _told(session, shown, given, answer, name="ids")


async def composite(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
    """All requests in one; with all_or_none the first that creates carries the job's id."""
    field, anchor = session.config["reference_field"], _anchor(given)
    requests = []
    for each in given["requests"]:
        body = each.get("body")
        if each is anchor:
            body = {**(body or {}), field: reference}
        url = f"/services/data/{session.config['api_version']}{each['path']}"
        made = {"method": each["method"], "url": url, "referenceId": each["name"]}
        requests.append(made | ({"body": body} if body is not None else {}))
    whole = {"allOrNone": given["all_or_none"], "compositeRequest": requests}
    request = Request(method="POST", path=_path("/composite"), body="{{whole}}")
    answer, document = await session.ask(request, session.values(given, reference, whole=whole), writes=True)
    return _composed(session, document["compositeResponse"], given, answer)


async def find_composite(session: ManifestSession, given: Given, /, *, reference: str) -> Result | None:
    """By the record that carries the job's id: with all_or_none it is there exactly if all has been done."""
    anchor = _anchor(given)
    if anchor is None:
        if given["all_or_none"] and all(each["method"] in {"GET", "PATCH", "PUT"} for each in given["requests"]):
            # Nothing that could happen twice.
            return None
        return failed(Category.UNKNOWN_OUTCOME, "No request of this composite carries the job's id.")
    found = CREATES.fullmatch(anchor["path"])
    path = _path("/sobjects/{{object}}/{{config.reference_field}}/{{reference}}")
    values = session.values(given, reference, object=found[1] if found else "")
    try:
        answer, record = await session.ask(Request(path=path), values)
    except RemoteFailure as failure:
        if failure.outcome.category is Category.NOT_FOUND:
            return None
        raise
    body = {"id": record["Id"], "success": True, "errors": []}
    return Done({"responses": [{"name": anchor["name"], "status": 201, "body": body}]}, answer.request_id)


async def _upsert(session: ManifestSession, given: Given, reference: str) -> Result:
    path = "/composite/sobjects/{{input.object}}/{{input.field}}"
    return await _save(session, given, given["records"], path=path, reference=reference)


async def _save(session: ManifestSession, given: Given, records: list[Given], *, path: str, reference: str) -> Result:
    typed = [{"attributes": {"type": given["object"]}, **each} for each in records]
    whole = {"allOrNone": given["all_or_none"], "records": typed}
    request = Request(method="PATCH", path=_path(path), body="{{whole}}")
    answer, results = await session.ask(request, session.values(given, reference, whole=whole))
    return _told(session, results, given, answer, name="records")


def _path(rest: str) -> str:
    return "/services/data/{{config.api_version}}" + rest


def _anchor(given: Given) -> Given | None:
    """The first request that creates a record, where all or nothing happens."""
    if not given["all_or_none"]:
        return None
    creating = (each for each in given["requests"] if each["method"] == "POST" and CREATES.fullmatch(each["path"]))
    return next((each for each in creating if isinstance(each.get("body"), dict)), None)


def _told(session: ManifestSession, results: list[Given], given: Given, answer: Answer, *, name: str) -> Result:
    """What came of each record; an Outcome when nothing has been done."""
    done = [
        {"index": n, "id": each.get("id")} | ({"created": each["created"]} if "created" in each else {})
        for n, each in enumerate(results)
        if each["success"]
    ]
    refused = dict(_refused(session, results))
    if refused and (given["all_or_none"] or not done):
        n = next((n for n, each in refused.items() if each.provider_code not in ROLLED_BACK), min(refused))
        first = refused[n]
        return replace(first, field_errors={f"{name}.{n}.{field}": text for field, text in first.field_errors.items()})
    errors = [
        {
            "index": n,
            "category": each.category.value,
            "code": each.provider_code,
            "message": each.message,
            "fields": list(each.field_errors),
        }
        for n, each in refused.items()
    ]
    return Done({"records": done, "errors": errors}, answer.request_id)


def _refused(session: ManifestSession, results: list[Given]) -> Iterator[tuple[int, Outcome]]:
    for n, each in enumerate(results):
        if not each["success"]:
            errors = [{**error, "errorCode": error.get("statusCode")} for error in each["errors"]]
            yield n, _outcome(session, 400, errors)


def _composed(session: ManifestSession, responses: list[Given], given: Given, answer: Answer) -> Result:
    bad = [each for each in responses if each["httpStatusCode"] >= 300]
    if bad and (given["all_or_none"] or len(bad) == len(responses)):
        own = (each for each in bad if not _body_codes(each["body"]) & ROLLED_BACK)
        first = next(own, bad[0])
        outcome = _outcome(session, first["httpStatusCode"], first["body"])
        name = first["referenceId"]
        return replace(outcome, field_errors={f"{name}.{field}": text for field, text in outcome.field_errors.items()})
    shown = [
        {"name": each["referenceId"], "status": each["httpStatusCode"], "body": each["body"]} for each in responses
    ]
    return Done({"responses": shown}, answer.request_id)


def _outcome(session: ManifestSession, status: int, document: Any) -> Outcome:
    """What a refusal within an answer means. Nothing of it has been done, so that it is never unknown."""
    answer = Answer(status, {}, json.dumps(document).encode())
    return session.meaning(answer, document, wrote=False, values=session.values({}, ""))


def _codes(result: Given) -> set[str]:
    return {str(error.get("statusCode")) for error in result.get("errors", [])}


def _body_codes(body: Any) -> set[str]:
    return {str(each.get("errorCode")) for each in body if isinstance(each, dict)} if isinstance(body, list) else set()
