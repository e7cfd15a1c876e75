"""Settings: read once from the environment (`HUB_…`), documented in docs/settings.md.

A secret may also come from a file: `HUB_SECRET_KEY_FILE=/run/secrets/key` stands for `HUB_SECRET_KEY`.
`hub/checks.py` refuses contradictory or insecure values at start-up.
"""

import os
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, unquote, urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

Strings = Annotated[list[str], NoDecode]


def _secrets_from_files() -> dict[str, str]:
    """Values of every `HUB_X_FILE` variable, as field name → content without the trailing newline."""
    return {
        name[len("HUB_") : -len("_FILE")].lower(): Path(path).read_text().rstrip("\n")
        for name, path in os.environ.items()
        if name.startswith("HUB_") and name.endswith("_FILE")
    }


class Environment(BaseSettings):
    """Everything an installation can set. Each description is a row of docs/settings.md."""

    model_config = SettingsConfigDict(env_prefix="HUB_", extra="ignore")

    env: Literal["local", "production"] = Field("local", description="`production` refuses insecure values")
    database_url: str = Field("postgresql://hub@127.0.0.1:5432/hub", description="PostgreSQL 18 or newer")
    redis_url: str = Field(
        "redis://127.0.0.1:6379/0",
        description="Redis or Valkey; also `rediss://`, `sentinel://host:26379,…/0?service=mymaster`, `redis+cluster://`",
    )
    secret_key: str = Field("", description="signs tickets and operator tokens; 32 characters or more")
    vault_keys: Strings = Field(
        [], description="`id:base64` of 32 bytes, comma separated; the first encrypts, all decrypt"
    )
    allowed_hosts: Strings = Field(["localhost", "127.0.0.1", "[::1]"], description="host names of the API")
    trusted_proxies: Strings = Field(
        [],
        description="addresses and CIDRs of the proxies, and of the console's server, whose `X-Forwarded-For` is believed",
    )
    api_url: str = Field("http://127.0.0.1:8000", description="where clients reach the API")
    callback_url: str = Field(
        "", description="where outside systems reach `/callbacks/…`, if not at `HUB_API_URL`; jobs hand it out"
    )
    stream_url: str = Field("http://127.0.0.1:8001", description="where clients reach the realtime plane")
    stream_origins: Strings = Field(
        ["http://localhost:3000", "http://127.0.0.1:3000"],
        description="browser origins that may open a stream; a client without an Origin header may always",
    )
    stream_limit: int = Field(10_000, gt=0, description="streams that one realtime process serves at once")
    stream_limit_per_tenant: int = Field(2_000, gt=0, description="of these, one tenant's")
    stream_limit_per_address: int = Field(
        1_000,
        gt=0,
        description="of these, one client address's (an IPv6 /64); behind a proxy it needs `HUB_TRUSTED_PROXIES`",
    )
    target_allow: Strings = Field(
        [], description="CIDRs that deliveries may reach although they are private, e.g. `10.20.0.0/16`"
    )
    target_http: bool = Field(False, description="deliveries may go to plain http:// endpoints")
    connection_allow: Strings = Field(
        [], description="CIDRs that connections may reach although they are private, e.g. an ERP in the LAN"
    )
    oauth_clients: dict[str, dict[str, str]] = Field(
        {},
        description='OAuth clients for connect links, by connector: `{"hubspot": {"client_id": "…", "client_secret": "…"}}`',
    )
    connect_return_urls: Strings = Field(
        [], description="where people may be sent after connecting: URLs, and what lies below them"
    )
    connectors_dir: str = Field("", description="folder with manifests of the installation's own connectors")
    log_json: bool = Field(True, description="JSON lines; false for people")
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    drain_budget_s: float = Field(
        20, gt=0, description="a drain takes new work for this long, then ends unless something slow is under way"
    )
    lease_s: float = Field(30, gt=0, description="a lane's lease, renewed at a third of it")
    delivery_room: int = Field(200, gt=0, description="deliveries in flight in one drain")
    endpoints_per_tenant: int = Field(10_000, gt=0, description="endpoints that one tenant may have")
    disable_after_days: float = Field(
        5, gt=0, description="an endpoint with nothing but failures for so long is disabled"
    )
    job_room: int = Field(500, gt=0, description="jobs in flight in one drain")
    keep_exchanges: Literal["all", "failures", "none"] = Field(
        "all",
        description="whose requests to outside systems, with the answers, runs keep: `all`, those of `failures`, or `none`",
    )
    retention_days: int = Field(
        30,
        gt=0,
        description="events, deliveries and attempts are kept for so long, unless the tenant chooses otherwise",
    )
    job_retention_days: int = Field(90, gt=0, description="finished jobs and their runs, likewise")
    retention_days_max: int = Field(365, gt=0, le=3650, description="the longest that a tenant may choose")
    statistics_days: int = Field(400, gt=7, description="hourly statistics are kept for so long")
    smtp_url: str = Field(
        "",
        description="sends alerts: `smtps://user:password@host`, `smtp+starttls://…` or plain `smtp://…`; empty sends none",
    )
    mail_from: str = Field("", description="sender of these e-mails, `Hub <hub@example.com>`")
    alert_emails: Strings = Field([], description="operators that are told of failing endpoints, comma separated")
    alert_webhook_url: str = Field("", description='operators\' chat: gets a POST of `{"text"}`, as Slack wants it')

    @field_validator(
        "vault_keys",
        "allowed_hosts",
        "trusted_proxies",
        "stream_origins",
        "target_allow",
        "connection_allow",
        "connect_return_urls",
        "alert_emails",
        mode="before",
    )
    @classmethod
    def _split(cls, value: Any) -> Any:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


ENV = Environment.model_validate({**Environment().model_dump(exclude_unset=True), **_secrets_from_files()})

LOCAL_SECRET = "local-only-secret-key-never-for-production-0123456789"  # noqa: S105 checks.py refuses it in production
LOCAL_VAULT_KEY = "local:bG9jYWwtb25seS12YXVsdC1rZXktMzItYnl0ZXMhISE="


def database(url: str) -> dict[str, Any]:
    """Django's DATABASES entry for a `postgresql://` URL; query parameters become libpq options."""
    parts = urlsplit(url)
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", None) or parts.hostname or "",
        "PORT": str(query.pop("port", None) or parts.port or ""),
        # Reconnecting for each request costs 9/10 of the throughput (docs/design.md, section 3).
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "connect_timeout": 5,
            # An old snapshot slows every claim down and hides new events from every reader: nobody may keep one.
            # JIT compiles for tens of milliseconds what runs in one. Prepared statements (db.py) are planned once: planning
            # the statement that accepts a job takes ten times as long as running it.
            "options": "-c idle_in_transaction_session_timeout=15000 -c jit=off -c timezone=UTC"
            " -c plan_cache_mode=force_generic_plan",
            # Django's default, None, has psycopg prepare nothing, even what asks for it.
            "prepare_threshold": 5,
            **query,
        },
        "TEST": {"NAME": f"test_{unquote(parts.path.lstrip('/'))}"},
    }


SECRET_KEY = ENV.secret_key or LOCAL_SECRET
VAULT_KEYS = ENV.vault_keys or [LOCAL_VAULT_KEY]
DEBUG = False
ALLOWED_HOSTS = ENV.allowed_hosts
DATABASES = {"default": database(ENV.database_url)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
ROOT_URLCONF = "hub.urls"
WSGI_APPLICATION = "hub.wsgi.application"
ASGI_APPLICATION = "hub.asgi.application"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "ninja",
    "channels",
    "hub.accounts",
    "hub.audit",
    "hub.lanes",
    "hub.idempotency",
    "hub.eventlog",
    "hub.connectors",
    "hub.realtime",
    "hub.delivery",
    "hub.jobs",
    "hub.inbound",
    "hub.api",
    "hub.checks.Checks",
]
AUTH_USER_MODEL = "accounts.Operator"
MIDDLEWARE = ["hub.api.edge.edge"]
STATIC_URL = "/static/"
# Bodies over this are answered 413 (api/app.py); Django's own limit must not come first.
BODY_LIMIT_BYTES = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = BODY_LIMIT_BYTES + 1
LOGGING_CONFIG = None
HUB = ENV
