"""Tenants: create, find."""

import re

from django.db import IntegrityError, transaction

from hub.accounts.models import Tenant, new_id
from hub.rules.errors import HubError

SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def create_tenant(name: str, slug: str) -> Tenant:
    """A new tenant. slug: lower-case letters, digits and hyphens, at most 63. HubError `invalid_slug`, `slug_taken`."""
    if not SLUG.fullmatch(slug):
        raise HubError("invalid_slug", "A slug has 1 to 63 lower-case letters, digits and inner hyphens.", field="slug")
    tenant = Tenant(id=new_id(), name=name, slug=slug)
    try:
        with transaction.atomic():
            tenant.save(force_insert=True)
    except IntegrityError as exc:
        raise HubError("slug_taken", f"There is a tenant with the slug {slug!r} already.", field="slug") from exc
    return tenant


def find_tenant(slug: str) -> Tenant:
    """The tenant with this slug, or HubError `not_found`."""
    tenant = Tenant.objects.filter(slug=slug).first()
    if tenant is None:
        raise HubError("not_found", f"There is no tenant with the slug {slug!r}.", field="slug")
    return tenant
