"""A new key for everything that is sealed: nothing is forgotten, nothing is lost, and the old key can go."""

from base64 import b64encode

import pytest
from django.apps import apps
from django.db import models

from hub import db, vault, vault_rotation
from hub.accounts import tenants
from hub.connectors.credentials import Token
from hub.delivery import endpoint_secrets, endpoints
from hub.delivery.endpoints import EndpointFields
from hub.inbound import source_secrets, sources
from hub.inbound.sources import SourceFields
from hub.jobs import connect, connections, token_rows
from hub.jobs.accesses import open_credentials
from hub.jobs.connect import LinkRequest
from hub.jobs.connections import ConnectionFields
from hub.vault import SealedField, VaultError

OLD = "old:" + b64encode(b"o" * 32).decode()
NEW = "new:" + b64encode(b"n" * 32).decode()
# Binary, and no secrets: hashes, bodies of requests and answers, what systems publish of themselves.
NO_SECRETS = ("hash", "body", "excerpt", ".subject", "system_document.content")


@pytest.fixture
def owned(transactional_db, settings):
    """One of everything that seals something, under the old key."""
    settings.VAULT_KEYS = [OLD]
    settings.HUB = settings.HUB.model_copy(
        update={"oauth_clients": {"hubspot": {"client_id": "i", "client_secret": "s"}}}
    )
    tenant = tenants.create_tenant("acme", "acme")
    credentials = {"bearer": "t0ken"}
    fields = ConnectionFields(name="rest", base_url="https://erp.example.com", credentials=credentials)
    connection = connections.create(tenant.id, "http", fields)
    db.execute(token_rows.MAKE, (connection.id,))
    claim = token_rows.Claim(1, {}, None)
    token_rows.keep(connection.id, Token("access", None, "refresh"), claim=claim, owner=connection.id)
    wanted = EndpointFields(
        url="https://partner.example.com",
        headers={"X-Key": "k"},
        auth={"type": "basic", "username": "u", "password": "p"},
    )
    endpoint, secret = endpoints.create(tenant.id, wanted)
    source = sources.create(tenant.id, "unsigned", SourceFields(name="in"))
    connect.create(tenant.id, LinkRequest(connector="hubspot", name="HubSpot"), by="key_1")
    return tenant, connection, endpoint, secret, source


def used():
    return {key for keys in vault_rotation.keys_in_use().values() for key in keys}


def test_every_binary_column_is_either_sealed_or_known_to_be_no_secret():
    binary = {
        f"{model._meta.db_table}.{field.column}"
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.BinaryField)
    }
    sealed = {column.name for column in vault_rotation.columns()}
    unknown = {name for name in binary - sealed if not name.endswith(NO_SECRETS)}

    assert unknown == set(), (
        "say SealedField with the context that its values are sealed with, or add it to what is none"
    )
    assert all(column.context for column in vault_rotation.columns())


def test_every_place_that_seals_has_its_field(owned, monkeypatch, settings):
    """Whatever context is sealed with is the context of a field: a value that rotation cannot open would show here."""
    vault_rotation.rotate()
    settings.VAULT_KEYS = [NEW, OLD]

    counts = vault_rotation.rotate()

    assert sum(count.failed for count in counts.values()) == 0
    assert {name for name, count in counts.items() if not count.resealed} <= {"endpoint.tls"}
    contexts = {column.context for column in vault_rotation.columns()}
    assert contexts == {
        *("connection", "connection-token", "connect-link", "source-secrets", "source-token"),
        *("endpoint-secrets", "endpoint-headers", "endpoint-auth", "endpoint-tls"),
    }


def test_everything_is_readable_without_the_old_key_afterwards(owned, settings):
    _, connection, endpoint, secret, source = owned
    assert used() == {"old"}
    settings.VAULT_KEYS = [NEW, OLD]
    vault_rotation.rotate(batch=1)
    assert used() == {"new"}

    settings.VAULT_KEYS = [NEW]

    connection.refresh_from_db()
    assert open_credentials(connection.id, connection.credentials)["bearer"] == "t0ken"
    token = token_rows.look(connection.id, refused=None, owner=connection.id, claim=token_rows.LAST_MOMENT)
    assert (token.value, token.refresh_token) == ("access", "refresh")
    endpoint.refresh_from_db()
    assert [one["secret"] for one in endpoint_secrets.live_secrets(endpoint)] == [secret]
    source.refresh_from_db()
    assert source_secrets.address(source).rpartition("/")[2]
    assert vault_rotation.rotate()["connection.credentials"].resealed == 0


def test_a_rotation_that_was_stopped_goes_on_where_it_was(owned, settings):
    settings.VAULT_KEYS = [NEW, OLD]
    stop = RuntimeError("killed")

    def kill(column, count):
        raise stop

    with pytest.raises(RuntimeError):
        vault_rotation.rotate(batch=1, told=kill)
    assert used() == {"old", "new"}

    vault_rotation.rotate()

    assert used() == {"new"}


def test_what_is_written_meanwhile_wins(owned, settings, monkeypatch):
    tenant, connection, *_ = owned
    settings.VAULT_KEYS = [NEW, OLD]
    really = vault.open

    def open_and_be_overtaken(sealed, *, context):
        if context == f"connection:{connection.id}".encode() and not overtaken:
            overtaken.append(True)
            connections.change(tenant.id, connection.id, ConnectionFields(credentials={"bearer": "newer"}))
        return really(sealed, context=context)

    overtaken = []
    monkeypatch.setattr(vault, "open", open_and_be_overtaken)
    counts = vault_rotation.rotate()

    connection.refresh_from_db()
    assert counts["connection.credentials"].changed == 1
    assert open_credentials(connection.id, connection.credentials)["bearer"] == "newer"


def test_a_value_of_an_unknown_key_is_counted_and_left_alone(owned, settings):
    settings.VAULT_KEYS = [NEW]

    counts = vault_rotation.rotate()

    assert counts["connection.credentials"].failed == 1
    assert used() == {"old"}
    with pytest.raises(VaultError):
        vault.open(b"nothing", context=b"")
    assert SealedField(context="x").context == "x"
