"""What BottleCRM's manifest cannot say: fields it drops in silence, duplicates without a code, 403 for unknown tokens.

Sources: https://github.com/Django-CRM/Django-CRM/blob/master/docs/api/errors.md and the released package, django-crm 1.35.0
(common/custom_fields.py, common/middleware, the views of contacts, accounts, leads and opportunity).
"""

from dataclasses import dataclass, replace
from typing import Any

from hub.connectors.base import Call, Find, Result
from hub.connectors.manifest.parts import Request
from hub.connectors.manifest.session import ManifestSession, Sent
from hub.connectors.outbound import Answer, RemoteFailure
from hub.rules.outcomes import Category, Done, Outcome, failed
from hub.rules.pointers import resolve

Given = dict[str, Any]
# A page that each token may see that is known, whatever its scopes; to others it is 403 without a JSON body.
OPEN_PAGE = "/swagger-ui/"
# Names contain each other; those that are the same come within so many.
LOOKED_AT = 200


@dataclass(frozen=True)
class Kind:
    """A kind of record. model: as custom fields name it. unique: the field no two have. lists: where a list's records are."""

    objects: str
    model: str
    unique: str
    lists: tuple[str, ...]


CONTACT = Kind("contacts", "Contact", "email", ("/results",))
ACCOUNT = Kind("accounts", "Account", "name", ("/active_accounts/open_accounts", "/closed_accounts/close_accounts"))
LEAD = Kind("leads", "Lead", "email", ("/open_leads/open_leads", "/close_leads/close_leads"))
OPPORTUNITY = Kind("opportunities", "Opportunity", "name", ("/opportunities",))


async def again(session: ManifestSession, sent: Sent, answer: Answer) -> bool:
    """Never again; but find out what a 403 is about, for `meaning`."""
    if answer.status == 403:
        page = await session.plain(Sent("GET", OPEN_PAGE, writes=False, headers={"Accept": "text/html"}))
        session.state["stranger"] = page.status == 403 and page.json() is None
    return False


def meaning(session: ManifestSession, answer: Answer, outcome: Outcome) -> Outcome:
    """A token that nobody knows is `auth`."""
    if outcome.category is Category.PERMISSION and session.state.get("stranger"):
        return replace(outcome, category=Category.AUTH)
    return outcome


def creator(kind: Kind) -> Call:
    """The operation that creates one of that kind."""

    async def create(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
        field, fields = session.config["reference_field"], given["fields"]
        own = fields.get("custom_fields") or {}
        if not isinstance(own, dict) or field in own:
            text = "custom_fields is an object, without the field that carries the job's id."
            return failed(Category.VALIDATION, text, field_errors={"fields.custom_fields": text})
        if refusal := await _unprepared(session, kind):
            return refusal
        body = {**fields, "custom_fields": {**own, field: reference}}
        request = Request(method="POST", path=f"/api/{kind.objects}/", body="{{made}}")
        return await _saved(session, kind, request, session.values(given, reference, made=body))

    return create


def updater(kind: Kind) -> Call:
    """The operation that changes one of that kind."""

    async def update(session: ManifestSession, given: Given, /, *, reference: str) -> Result:
        request = Request(method="PATCH", path=f"/api/{kind.objects}/{{{{input.id}}}}/", body="{{input.fields}}")
        return await _saved(session, kind, request, session.values(given, ""))

    return update


def finder(kind: Kind) -> Find:
    """The search for what `create` has made."""

    async def find(session: ManifestSession, given: Given, /, *, reference: str) -> Result | None:
        records = await _listed(session, kind, f"cf_{session.config['reference_field']}", reference)
        mine = (each for each in records if _reference(session, each) == reference)
        found = next(mine, None)
        return None if found is None else Done({"id": found["id"]})

    return find


async def _saved(session: ManifestSession, kind: Kind, request: Request, values: Given) -> Result:
    """Send it; a refusal that is about a value that another record has is a duplicate, or the job's own record."""
    try:
        answer, document = await session.ask(request, values)
    except RemoteFailure as failure:
        refusal, value = failure.outcome, values["input"]["fields"].get(kind.unique)
        if refusal.category is not Category.VALIDATION or kind.unique not in refusal.field_errors or not value:
            return refusal
        records = await _listed(session, kind, kind.unique, str(value))
        twins = [each for each in records if str(each.get(kind.unique)).casefold() == str(value).casefold()]
        mine = [each for each in twins if values["reference"] and _reference(session, each) == values["reference"]]
        if mine:
            return Done({"id": mine[0]["id"]})
        return replace(refusal, category=Category.DUPLICATE) if twins else refusal
    return Done({"id": resolve(document, "/id") or values["input"]["id"]}, answer.request_id)


async def _unprepared(session: ManifestSession, kind: Kind) -> Outcome | None:
    """A refusal when there is no field for the job's id: its value would be dropped, and nothing ever found again."""
    if kind.model in session.state.setdefault("prepared", set()):
        return None
    request = Request(path="/api/custom-fields/", query={"target_model": kind.model})
    _, document = await session.ask(request, session.values({}, ""))
    field = session.config["reference_field"]
    if not any(each["key"] == field and each["is_active"] for each in document["definitions"]):
        text = f"There is no custom field {field} for {kind.model} yet; reference_field.create makes it."
        return failed(Category.VALIDATION, text, provider_code="reference_field_missing")
    session.state["prepared"].add(kind.model)
    return None


async def _listed(session: ManifestSession, kind: Kind, by: str, value: str) -> list[Given]:
    request = Request(path=f"/api/{kind.objects}/", query={by: "{{value}}", "limit": str(LOOKED_AT)})
    _, document = await session.ask(request, session.values({}, "", value=value))
    return [record for pointer in kind.lists for record in resolve(document, pointer) or []]


def _reference(session: ManifestSession, record: Given) -> Any:
    return (record.get("custom_fields") or {}).get(session.config["reference_field"])


create_contact, create_account, create_lead, create_opportunity = map(creator, (CONTACT, ACCOUNT, LEAD, OPPORTUNITY))
update_contact, update_account, update_lead, update_opportunity = map(updater, (CONTACT, ACCOUNT, LEAD, OPPORTUNITY))
find_contact, find_account, find_lead, find_opportunity = map(finder, (CONTACT, ACCOUNT, LEAD, OPPORTUNITY))
