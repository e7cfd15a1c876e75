"""What belongs to connections besides their row: the tokens that were fetched for them."""

from django.db import models
from django.db.models.functions import Now

from hub.vault import SealedField


class ConnectionToken(models.Model):
    """A connection's present access token; see tokens.py. No row until one was fetched."""

    connection_id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    # Of the credentials: goes up with each token that is kept, and when a person gives new credentials.
    version = models.BigIntegerField(default=1)
    # Sealed JSON: {"access_token", "expires_at", "refresh_token", "extra"}; null when the connection's own credentials count.
    sealed = SealedField(null=True, context="connection-token")
    expires_at = models.DateTimeField(null=True)
    # Who is fetching a token now, and until when nobody else does.
    claimed_by = models.UUIDField(null=True)
    claimed_until = models.DateTimeField(null=True)
    renewed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "connection_token"


class ConnectLink(models.Model):
    """A consent that is being asked for; see connect.py."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    # The connection that is reconnected, or was made in the end.
    connection_id = models.UUIDField(null=True)
    connector = models.TextField()
    # Which of the connector's kinds of credentials.
    auth = models.TextField()
    name = models.TextField(default="")
    base_url = models.TextField(default="")
    config = models.JSONField(default=dict)
    # Where the person goes afterwards; empty shows a page of the hub's own.
    return_url = models.TextField(default="")
    # SHA-256 of the link's token; of the state and of the browser that opened it, once it was.
    token_hash = models.BinaryField(unique=True)
    state_hash = models.BinaryField(null=True, unique=True)
    browser_hash = models.BinaryField(null=True)
    # Sealed JSON: {"credentials", "verifier"}; null when it is over.
    sealed = SealedField(null=True, context="connect-link")
    created_by = models.TextField()
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # Why nothing came of it: {"code", "message"}.
    error = models.JSONField(null=True)

    class Meta:
        db_table = "connect_link"
        indexes = [models.Index(fields=["tenant_id", "id"], name="connect_link_page")]


class SystemDocument(models.Model):
    """What a system says of itself, for connectors whose operations come from there; see documents.py."""

    id = models.UUIDField(primary_key=True)
    tenant_id = models.UUIDField()
    # SHA-256 of the text, hexadecimal; a connection's config names it.
    hash = models.TextField()
    # The text, deflated.
    content = models.BinaryField()
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "system_document"
        constraints = [models.UniqueConstraint(fields=["tenant_id", "hash"], name="system_document_once")]
