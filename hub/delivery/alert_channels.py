"""The ways to a person: e-mail over SMTP, and a POST to a chat's incoming webhook. Each says what went wrong, in one word.

The POST goes over the wire of deliveries: its address is checked and pinned like every target. Its body is what Slack wants,
and others take: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks. The three characters that it
reads as its own are escaped (https://api.slack.com/docs/message-formatting): a tenant's words must not call a whole channel.
"""

import html
import json
import smtplib
import time
from collections.abc import Sequence
from email.utils import parseaddr
from ipaddress import ip_network
from typing import Any
from urllib.parse import unquote, urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from hub.wire import Request, Wire

SMTP_TIMEOUT_S = 5
POST_TIMEOUT_S = 5.0
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def server(url: str) -> dict[str, Any]:
    """What Django's SMTP backend wants of `smtp://`, `smtp+starttls://` or `smtps://user:password@host:port`."""
    parts = urlsplit(url)
    return {
        "host": parts.hostname or "",
        "port": parts.port or PORTS[parts.scheme],
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+starttls",
        "use_ssl": parts.scheme == "smtps",
    }


def mail(alert_id: UUID, recipients: Sequence[str], *, subject: str, text: str) -> str | None:
    """Send an e-mail; None, or the class of the error. A second try has the same Message-ID."""
    sender = settings.HUB.mail_from
    headers = {
        "Message-ID": f"<{alert_id}@{parseaddr(sender)[1].rpartition('@')[2]}>",
        # RFC 3834: no out-of-office answers to this.
        "Auto-Submitted": "auto-generated",
    }
    # Opened and closed here: without that the backend would leave its failures to whoever reads the log.
    connection = EmailBackend(**server(settings.HUB.smtp_url), timeout=SMTP_TIMEOUT_S, fail_silently=False)
    message = EmailMessage(subject, text, sender, list(recipients), headers=headers, connection=connection)
    try:
        message.send()
    except smtplib.SMTPResponseException as error:
        return f"smtp_{error.smtp_code}"
    except (OSError, smtplib.SMTPException) as error:
        return type(error).__name__
    return None


def post(alert_id: UUID, text: str) -> str | None:
    """POST `{"text"}`; None, or the class of the error."""
    env = settings.HUB
    wire = Wire(allow=[ip_network(cidr) for cidr in env.target_allow], allow_http=env.target_http, max_connections=1)
    request = Request(
        key=alert_id,
        url=env.alert_webhook_url,
        headers=["content-type: application/json", "user-agent: hub-webhooks/1"],
        body=json.dumps({"text": html.escape(text, quote=False)}).encode(),
        connect_timeout_s=POST_TIMEOUT_S,
        timeout_s=POST_TIMEOUT_S,
    )
    end = time.monotonic() + POST_TIMEOUT_S + 1
    try:
        wire.start([request])
        while time.monotonic() < end:
            for response in wire.collect(POST_TIMEOUT_S):
                good = response.error is None and response.status is not None and 200 <= response.status < 300
                return None if good else response.error or f"http_{response.status}"
    finally:
        wire.close()
    return "timeout"
