"""Settings that contradict each other or are not safe in production: refused at the start of every process."""

import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from hub import settings, vault
from hub.connectors.manifest.load import ManifestError, load_folder
from hub.settings import ENV, Environment

SECRET_MIN = 32
TIMEOUT_MAX_S = 600
TOO_WIDE = {
    "HUB_TARGET_ALLOW": "allows every address, the hub's own servers too",
    "HUB_CONNECTION_ALLOW": "allows every address, the hub's own servers too",
    "HUB_TRUSTED_PROXIES": "trusts everybody: every client could claim any address",
}
SMTP_SCHEMES = ("smtp", "smtp+starttls", "smtps")


class Checks(AppConfig):
    """Puts the checks into `manage check`."""

    name = "hub"
    default = False

    def ready(self) -> None:
        """Called by Django once."""
        register(_django_check)


def _django_check(app_configs: object, **kwargs: object) -> list[CheckMessage]:
    return [Error(text, id="hub.E001") for text in problems(ENV)]


def refuse_bad_settings() -> None:
    """Leave the process with every problem on a line of its own, or do nothing."""
    found = problems(ENV)
    if found:
        raise SystemExit("These settings are refused:\n" + "\n".join(f"- {text}" for text in found))


def problems(env: Environment) -> list[str]:
    """What is wrong, one sentence each that names the variable."""
    found = [*_contradictions(env), *_vault(env), *_networks(env), *_alerts(env), *_connectors(env)]
    if env.env == "production":
        found += [*_insecure(env), *_too_open(env)]
    return found


def _contradictions(env: Environment) -> list[str]:
    found = []
    if env.lease_s < 3:
        found.append("HUB_LEASE_S is renewed at a third of it: 3 seconds or more are needed.")
    if env.drain_budget_s > TIMEOUT_MAX_S:
        found.append(f"HUB_DRAIN_BUDGET_S is over {TIMEOUT_MAX_S} seconds: other lanes would wait that long.")
    if env.secret_key and len(env.secret_key) < SECRET_MIN:
        found.append(f"HUB_SECRET_KEY needs {SECRET_MIN} characters or more.")
    for name, days in (("RETENTION_DAYS", env.retention_days), ("JOB_RETENTION_DAYS", env.job_retention_days)):
        if days > env.retention_days_max:
            found.append(f"HUB_{name} is over HUB_RETENTION_DAYS_MAX.")
    if not env.allowed_hosts:
        found.append("HUB_ALLOWED_HOSTS is empty: every request would be refused.")
    for name, url in (("HUB_API_URL", env.api_url), ("HUB_STREAM_URL", env.stream_url)):
        if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname:
            found.append(f"{name} must be an http or https address.")
    return found


def _vault(env: Environment) -> list[str]:
    if not env.vault_keys:
        return []
    try:
        vault.check_keys(env.vault_keys)
    except vault.VaultError as error:
        return [f"HUB_{error}."]
    return []


def _networks(env: Environment) -> list[str]:
    found = []
    for name, cidrs in (
        ("HUB_TARGET_ALLOW", env.target_allow),
        ("HUB_CONNECTION_ALLOW", env.connection_allow),
        ("HUB_TRUSTED_PROXIES", env.trusted_proxies),
    ):
        for cidr in cidrs:
            try:
                network = ipaddress.ip_network(cidr)
            except ValueError:
                found.append(f"{name}: {cidr!r} is not a network such as 10.20.0.0/16.")
                continue
            if env.env == "production" and network.prefixlen == 0:
                found.append(f"{name}: {cidr} {TOO_WIDE[name]}.")
    return found


def _alerts(env: Environment) -> list[str]:
    found = []
    smtp = urlsplit(env.smtp_url)
    if env.smtp_url and (smtp.scheme not in SMTP_SCHEMES or not smtp.hostname):
        found.append(f"HUB_SMTP_URL must begin with one of {', '.join(SMTP_SCHEMES)} and name a host.")
    if env.smtp_url and "@" not in env.mail_from:
        found.append("HUB_MAIL_FROM is missing: e-mails need a sender.")
    if env.alert_emails and not env.smtp_url:
        found.append("HUB_ALERT_EMAILS needs HUB_SMTP_URL: nothing would be sent.")
    if env.alert_webhook_url and urlsplit(env.alert_webhook_url).scheme not in ("http", "https"):
        found.append("HUB_ALERT_WEBHOOK_URL must be an http or https address.")
    if env.env == "production" and smtp.scheme == "smtp" and smtp.password:
        found.append("HUB_SMTP_URL must be smtps or smtp+starttls: its password would travel unencrypted.")
    if env.env == "production" and env.alert_webhook_url.startswith("http:"):
        found.append("HUB_ALERT_WEBHOOK_URL must be https: whoever reads it can post there.")
    return found


def _connectors(env: Environment) -> list[str]:
    """What is wrong with the installation's own manifests."""
    if not env.connectors_dir:
        return []
    try:
        load_folder(Path(env.connectors_dir))
    except ManifestError as error:
        return [f"HUB_CONNECTORS_DIR: {line}" for line in error.lines]
    return []


def _insecure(env: Environment) -> list[str]:
    found = []
    if not env.secret_key or env.secret_key == settings.LOCAL_SECRET:
        found.append("HUB_SECRET_KEY is missing: tickets and operator tokens could be forged.")
    if not env.vault_keys or settings.LOCAL_VAULT_KEY in env.vault_keys:
        found.append("HUB_VAULT_KEYS is missing or the public local key: credentials would be readable.")
    if urlsplit(env.api_url).scheme != "https":
        found.append("HUB_API_URL must be https: API keys travel with every request.")
    if urlsplit(env.stream_url).scheme != "https":
        found.append("HUB_STREAM_URL must be https: tickets travel there.")
    return found


def _too_open(env: Environment) -> list[str]:
    found = []
    if "*" in env.allowed_hosts:
        found.append("HUB_ALLOWED_HOSTS must name hosts, not `*`.")
    if "*" in env.stream_origins:
        found.append("HUB_STREAM_ORIGINS must name origins, not `*`.")
    if env.target_http:
        found.append("HUB_TARGET_HTTP must be off: deliveries would travel unencrypted.")
    if not env.log_json:
        found.append("HUB_LOG_JSON must be on: log readers expect one JSON object a line.")
    return found
