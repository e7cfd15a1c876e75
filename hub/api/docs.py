"""Swagger UI from Ninja's bundled files: nothing comes from another host, and the policy header makes sure of it."""

import json

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.docs import Swagger

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="stylesheet" href="/static/ninja/swagger-ui.css">
<link rel="icon" href="/static/ninja/favicon.svg">
</head>
<body>
<script type="application/json" id="swagger-settings">{settings}</script>
<div id="swagger-ui"></div>
<script src="/static/ninja/swagger-ui-bundle.js"></script>
<script src="/static/ninja/swagger-ui-init.js"></script>
</body>
</html>
"""
POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'"


class LocalSwagger(Swagger):
    """Ninja's docs page without templates and without the outside validator that Swagger UI asks by default."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: object) -> HttpResponse:
        """The page."""
        shown = {**self.settings, "url": self.get_openapi_url(api, {}), "validatorUrl": None}
        page = PAGE.format(title=api.title, settings=json.dumps(shown))
        return HttpResponse(page, headers={"Content-Security-Policy": POLICY})
