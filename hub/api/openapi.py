"""The OpenAPI document: Ninja's, with problems, the security scheme, and the webhooks that endpoints receive."""

from http import HTTPStatus
from typing import Any

from ninja.openapi.schema import OpenAPISchema
from pydantic import BaseModel, Field

from hub.accounts.scopes import SCOPES
from hub.api.operation import SECURITY_SCHEME
from hub.api.webhooks import webhooks
from hub.rules.problem import MEDIA_TYPE, STATUSES

TAGS = {
    "overview": "Is everything all right?",
    "jobs": "Ask for an operation on a connected system and follow it to its outcome.",
    "connections": "A tenant's access to one outside system.",
    "connectors": "The kinds of systems that can be connected, and what each can do.",
    "endpoints": "Where the tenant's events are delivered, signed as Standard Webhooks.",
    "events": "The tenant's log: what happened, in one order, for every reader.",
    "deliveries": "What is owed to endpoints, and every attempt made.",
    "replays": "Deliver again.",
    "sources": "Where outside systems send their webhooks, and what came in.",
    "stream": "Tickets for the live stream.",
    "account": "Keys and operators.",
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str = Field(description="dotted path from the request's root", examples=["body.lines.0.qty"])
    code: str = Field(examples=["missing"])
    detail: str = Field(examples=["Field required"])


class Problem(BaseModel):
    """An error (RFC 9457). `code` is stable; `detail` is for people and may change."""

    type: str = Field(examples=["urn:hub:problem:not_found"])
    title: str = Field(examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["There is no such job."])
    code: str = Field(examples=["not_found"])
    instance: str = Field(examples=["/api/v1/jobs/job_01jd8x2qcxe7atpw9q0k5m4n3r"])
    request_id: str = Field(description="also in X-Request-Id; name it when you ask for help")
    errors: list[FieldProblem] = Field(description="the fields concerned, when the fault lies in fields")


def complete(document: OpenAPISchema) -> dict[str, Any]:
    """Ninja's document with everything that is ours."""
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    components = document["components"]
    components["schemas"] |= schema.pop("$defs") | {"Problem": schema}
    components["responses"] = {str(status): _response(status) for status in (*sorted(set(STATUSES.values())), 422)}
    components["securitySchemes"] = {
        SECURITY_SCHEME: {
            "type": "http",
            "scheme": "bearer",
            "description": "An API key (`hub_sk_…`) or an operator's access token. Scopes: "
            + "; ".join(f"`{scope}` {meaning}" for scope, meaning in SCOPES.items()),
        }
    }
    document["tags"] = [{"name": name, "description": meaning} for name, meaning in TAGS.items()]
    document["webhooks"] = webhooks()
    for operations in document["paths"].values():
        for operation in operations.values():
            for parameter in operation["parameters"]:
                _drop_null(parameter)
                if parameter["schema"].get("type") == "array":
                    parameter |= {"style": "form", "explode": False}
                # Ninja repeats the schema's examples, a list; OpenAPI wants a map here, and the schema has them already.
                parameter.pop("examples", None)
    return document


def _response(status: int) -> dict[str, Any]:
    response: dict[str, Any] = {
        "description": HTTPStatus(status).phrase,
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
    if status in (429, 503):
        response["headers"] = {"Retry-After": {"schema": {"type": "string"}, "description": "seconds"}}
    if status == 401:
        response["headers"] = {"WWW-Authenticate": {"schema": {"type": "string"}}}
    return response


def _drop_null(parameter: dict[str, Any]) -> None:
    """A parameter that may be left out is not one that may be null: text in a URL has no null."""
    schema = parameter["schema"]
    kinds = [kind for kind in schema.get("anyOf", []) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update(kinds[0])
    schema.pop("title", None)
    if "default" in schema and schema["default"] is None:
        del schema["default"]
