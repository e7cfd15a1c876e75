"""A tenant's sources: create, change, pause, resume, delete."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from hub import db
from hub.accounts import tokens
from hub.inbound import mappings, source_secrets
from hub.inbound.models import Source
from hub.inbound.source_secrets import locked, missing, touch
from hub.rules.errors import HubError
from hub.rules.inbound import presets, types
from hub.rules.inbound.mapping import Mapping
from hub.rules.inbound.received import chosen

MOST = 500
# By default repeats are dropped for a week: longer than any sender here keeps trying.
REPEAT_WINDOW_S = 7 * 24 * 3600

COUNT = """
SELECT count(*) FROM source, (SELECT pg_advisory_xact_lock(hashtextextended('sources:' || %(tenant)s::text, 0))) locked
WHERE tenant_id = %(tenant)s AND deleted_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class SourceFields:
    """What a client may set; None leaves a field as it is. options: replaces them all; see rules.inbound.received.Options."""

    name: str | None = None
    description: str | None = None
    options: dict[str, Any] | None = None
    channels: list[str] | None = None
    repeat_window_s: int | None = None
    mappings: list[Mapping] | None = None


def create(tenant_id: UUID, preset: str, wanted: SourceFields, *, secret: str | None = None) -> Source:
    """A source with its address, and with a secret where one is given or is ours to make.

    Errors: `invalid_name`, `invalid_options`, `invalid_pointer`, `invalid_secret`, `name_taken`, `too_many`; those of
    `mappings.check`.
    """
    source = Source(id=db.new_id(), tenant_id=tenant_id, preset=preset, repeat_window_s=REPEAT_WINDOW_S)
    _apply(source, wanted)
    _check_options(source)
    source_secrets.new_token(source)
    source_secrets.first_secret(source, secret)
    with transaction.atomic():
        found = db.row(COUNT, {"tenant": tenant_id})
        if found and found[0] >= MOST:
            raise HubError("too_many", f"A tenant has at most {MOST} sources.", field="name")
        _save(source)
    source.refresh_from_db()
    return source


def change(tenant_id: UUID, source_id: UUID, wanted: SourceFields) -> Source:
    """Set the given fields. Errors as `create`, `not_found`."""
    with transaction.atomic():
        source = locked(tenant_id, source_id)
        _apply(source, wanted)
        _check_options(source)
        touch(source)
        _save(source)
    source.refresh_from_db()
    return source


def pause(tenant_id: UUID, source_id: UUID) -> Source:
    """Keep what comes, answered as ever, and publish nothing of it. Errors: `not_found`."""
    with transaction.atomic():
        source = locked(tenant_id, source_id)
        source.paused_at = source.paused_at or datetime.now(UTC)
        touch(source)
        source.save()
    source.refresh_from_db()
    return source


def resume(tenant_id: UUID, source_id: UUID) -> Source:
    """Publish what comes, and soon what was held, oldest first. Errors: `not_found`."""
    with transaction.atomic():
        source = locked(tenant_id, source_id)
        source.paused_at = None
        touch(source)
        source.save()
    source.refresh_from_db()
    return source


def delete(tenant_id: UUID, source_id: UUID) -> None:
    """Its address is unknown from now on, its secrets are gone; what it published stays. Errors: `not_found`."""
    with transaction.atomic():
        source = locked(tenant_id, source_id)
        source.deleted_at = datetime.now(UTC)
        source_secrets.new_token(source)
        source.secrets = source_secrets.seal("secrets", source.id, [])
        touch(source)
        source.save()


def get(tenant_id: UUID, source_id: UUID) -> Source:
    """The tenant's source. Errors: `not_found`."""
    return Source.objects.filter(id=source_id, tenant_id=tenant_id, deleted_at=None).first() or missing()


def listed(tenant_id: UUID, *, before: UUID | None, limit: int) -> list[Source]:
    """The tenant's sources, newest first."""
    found = Source.objects.filter(tenant_id=tenant_id, deleted_at=None)
    if before is not None:
        found = found.filter(id__lt=before)
    return list(found.order_by("-id")[:limit])


def by_token(token: str) -> Source | None:
    """The source with this address."""
    return Source.objects.filter(token_hash=tokens.digest(token), deleted_at=None).first()


def _apply(source: Source, wanted: SourceFields) -> None:
    for one in fields(wanted):
        value = getattr(wanted, one.name)
        if value is not None and one.name != "mappings":
            setattr(source, one.name, value)
    if wanted.mappings is not None:
        mappings.check(source.tenant_id, wanted.mappings)
        source.mappings = mappings.stored(wanted.mappings)


def _check_options(source: Source) -> None:
    types.check_name(source.name)
    source.options = chosen(presets.check_options(presets.PRESETS[source.preset], source.options))


def _save(source: Source) -> None:
    try:
        with transaction.atomic():
            source.save()
    except IntegrityError as error:
        raise HubError("name_taken", f"There is a source {source.name} already.", field="name") from error
