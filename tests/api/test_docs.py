"""The page that shows the document."""

import re

from django.test import Client


def test_swagger_page_loads_nothing_from_elsewhere(db):
    client = Client()

    page = client.get("/api/v1/docs")
    text = page.content.decode()

    assert page.status_code == 200
    assert re.findall(r"""(?:src|href)=["'](?!/)""", text) == []
    assert "http" not in text
    assert page["Content-Security-Policy"].startswith("default-src 'self'")
    for address in re.findall(r"""(?:src|href)=["'](/static[^"']+)""", text):
        answer = client.get(address)
        assert answer.status_code == 200, address
        answer.close()
