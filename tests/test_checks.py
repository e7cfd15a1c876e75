"""Settings that the hub refuses to start with."""

import base64
import subprocess
import sys

import pytest

from hub.checks import problems
from hub.settings import LOCAL_SECRET, LOCAL_VAULT_KEY, Environment

pytestmark = pytest.mark.pure

KEY = "k1:" + base64.b64encode(b"k" * 32).decode()
GOOD = {
    "env": "production",
    "log_json": True,
    "secret_key": "s" * 40,
    "vault_keys": [KEY],
    "allowed_hosts": ["hub.example.com"],
    "api_url": "https://hub.example.com",
    "stream_url": "https://stream.example.com",
    "stream_origins": ["https://app.example.com"],
}


def test_good_production_settings_and_local_defaults_are_fine():
    assert problems(Environment(**GOOD)) == []
    assert problems(Environment(env="local", secret_key="", vault_keys=[], log_json=False)) == []


@pytest.mark.parametrize(
    ("changes", "variable"),
    [
        ({"secret_key": ""}, "HUB_SECRET_KEY"),
        ({"smtp_url": "mail.example.com", "mail_from": "hub@example.com"}, "HUB_SMTP_URL"),
        ({"smtp_url": "smtp://u:p@mail.example.com", "mail_from": "hub@example.com"}, "HUB_SMTP_URL"),
        ({"smtp_url": "smtps://mail.example.com"}, "HUB_MAIL_FROM"),
        ({"alert_emails": ["ops@example.com"]}, "HUB_ALERT_EMAILS"),
        ({"alert_webhook_url": "http://chat.example.com/x"}, "HUB_ALERT_WEBHOOK_URL"),
        ({"alert_webhook_url": "chat"}, "HUB_ALERT_WEBHOOK_URL"),
        ({"secret_key": LOCAL_SECRET}, "HUB_SECRET_KEY"),
        ({"secret_key": "short"}, "HUB_SECRET_KEY"),
        ({"vault_keys": []}, "HUB_VAULT_KEYS"),
        ({"vault_keys": [LOCAL_VAULT_KEY]}, "HUB_VAULT_KEYS"),
        ({"vault_keys": ["k1:c2hvcnQ="]}, "HUB_VAULT_KEYS"),
        ({"vault_keys": [KEY, KEY]}, "HUB_VAULT_KEYS"),
        ({"api_url": "http://hub.example.com"}, "HUB_API_URL"),
        ({"api_url": "hub.example.com"}, "HUB_API_URL"),
        ({"stream_url": "http://stream.example.com"}, "HUB_STREAM_URL"),
        ({"allowed_hosts": ["*"]}, "HUB_ALLOWED_HOSTS"),
        ({"allowed_hosts": []}, "HUB_ALLOWED_HOSTS"),
        ({"stream_origins": ["*"]}, "HUB_STREAM_ORIGINS"),
        ({"target_http": True}, "HUB_TARGET_HTTP"),
        ({"target_allow": ["0.0.0.0/0"]}, "HUB_TARGET_ALLOW"),
        ({"trusted_proxies": ["0.0.0.0/0"]}, "HUB_TRUSTED_PROXIES"),
        ({"trusted_proxies": ["proxy.example.com"]}, "HUB_TRUSTED_PROXIES"),
        ({"target_allow": ["::/0"]}, "HUB_TARGET_ALLOW"),
        ({"target_allow": ["10.0.0.1/8"]}, "HUB_TARGET_ALLOW"),
        ({"connection_allow": ["everything"]}, "HUB_CONNECTION_ALLOW"),
        ({"log_json": False}, "HUB_LOG_JSON"),
        ({"lease_s": 2}, "HUB_LEASE_S"),
        ({"drain_budget_s": 3600}, "HUB_DRAIN_BUDGET_S"),
    ],
)
def test_each_wrong_setting_is_named(changes, variable):
    found = problems(Environment(**GOOD | changes))

    assert any(variable in text for text in found), found


def test_secrets_are_never_shown():
    found = problems(Environment(**GOOD | {"secret_key": "tell-nobody", "vault_keys": ["tell-nobody-either"]}))

    assert "tell-nobody" not in " ".join(found)


def test_api_does_not_start_with_refused_settings():
    env = {"HUB_ENV": "production", "DJANGO_SETTINGS_MODULE": "hub.settings", "PATH": "/usr/bin:/bin"}

    started = subprocess.run(
        [sys.executable, "-c", "import hub.wsgi"], env=env, capture_output=True, text=True, check=False, timeout=60
    )

    assert started.returncode == 1
    assert "HUB_SECRET_KEY is missing" in started.stderr
    assert "Traceback" not in started.stderr
