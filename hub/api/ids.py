"""Public ids in paths, queries and bodies. A malformed one is not found, so the types do not check its pattern."""

from typing import Annotated

from pydantic import WithJsonSchema

from hub.api.schemas import id_schema

KeyId = Annotated[str, WithJsonSchema(id_schema("key"))]
JobId = Annotated[str, WithJsonSchema(id_schema("job"))]
RunId = Annotated[str, WithJsonSchema(id_schema("run"))]
EventId = Annotated[str, WithJsonSchema(id_schema("event"))]
ConnectionId = Annotated[str, WithJsonSchema(id_schema("connection"))]
LinkId = Annotated[str, WithJsonSchema(id_schema("connect_link"))]
EndpointId = Annotated[str, WithJsonSchema(id_schema("endpoint"))]
DeliveryId = Annotated[str, WithJsonSchema(id_schema("delivery"))]
AttemptId = Annotated[str, WithJsonSchema(id_schema("attempt"))]
ReplayId = Annotated[str, WithJsonSchema(id_schema("replay"))]
SourceId = Annotated[str, WithJsonSchema(id_schema("source"))]
RequestId = Annotated[str, WithJsonSchema(id_schema("request"))]
BatchId = Annotated[str, WithJsonSchema(id_schema("batch"))]
ScheduleId = Annotated[str, WithJsonSchema(id_schema("schedule"))]
BulkId = Annotated[str, WithJsonSchema(id_schema("bulk"))]
TenantId = Annotated[str, WithJsonSchema(id_schema("tenant"))]
AuditId = Annotated[str, WithJsonSchema(id_schema("audit"))]
InviteId = Annotated[str, WithJsonSchema(id_schema("invite"))]
OperatorId = Annotated[str, WithJsonSchema(id_schema("operator"))]
