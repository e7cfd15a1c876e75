"""Addresses of the API plane."""

from pathlib import Path

import ninja
from django.urls import path, re_path
from django.views.static import serve

from hub import health
from hub.api import connecting, problems
from hub.api.app import api
from hub.api.callbacks_receiving import receive as answer_job
from hub.api.sources_receiving import receive

handler400 = problems.bad_request
handler404 = problems.not_found
handler500 = problems.failed

urlpatterns = [
    path("api/v1/", api.urls),
    # Where outside systems send their webhooks: a token of our own making, so nothing else can be meant.
    re_path(r"^in/(?P<token>[A-Za-z0-9_-]{43})$", receive),
    # Where they answer jobs, likewise.
    re_path(r"^callbacks/(?P<token>[A-Za-z0-9_-]{43})$", answer_job),
    # What people's browsers visit while they connect a system.
    path("connect/callback", connecting.come_back),
    re_path(r"^connect/(?P<token>[A-Za-z0-9_-]{43})$", connecting.begin),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    # Swagger UI's own files only: nothing else of the API plane is static.
    re_path(r"^static/(?P<path>ninja/[\w.-]+)$", serve, {"document_root": Path(ninja.__file__).parent / "static"}),
]
