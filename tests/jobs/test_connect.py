"""Connecting by consent, end to end against an authorization server: link, consent, callback, connection; what goes wrong."""

from http.cookies import SimpleCookie
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.test import Client

from hub import db
from hub.accounts import tenants
from hub.connectors import registry
from hub.connectors.manifest.connector import ManifestConnector
from hub.connectors.manifest.model import Manifest
from hub.jobs import connect, connections, parking
from hub.jobs.accesses import open_credentials
from hub.jobs.connect import LinkRequest
from hub.jobs.connections import ConnectionFields
from hub.jobs.models import Connection, ConnectLink
from hub.rules.errors import HubError
from hub.rules.outcomes import Category, Done, failed
from tests import oauth
from tests.jobs.conftest import LOOPBACK

BACK = "https://app.example.com/connected"


@pytest.fixture
def server():
    with oauth.running() as running:
        running.redirect_uris.add("http://hub.example/connect/callback")
        yield running


@pytest.fixture
def hub(server, monkeypatch, settings):
    settings.HUB = settings.HUB.model_copy(
        update={
            "connection_allow": LOOPBACK,
            "api_url": "http://hub.example",
            "connect_return_urls": ["https://app.example.com/connected"],
        }
    )
    settings.ALLOWED_HOSTS = ["*"]

    def register(**auth):
        made = ManifestConnector(Manifest.model_validate(oauth.manifest(server, **auth)))
        monkeypatch.setitem(registry.connectors(), "things", made)

    register()
    return register


def asked(server, **changes):
    """A link request for a new connection."""
    return LinkRequest(
        **{"connector": "things", "name": "Things", "base_url": server.url, "credentials": oauth.CLIENT} | changes
    )


class Browser(Client):
    """A person's browser: follows where it is led, to the vendor and back."""

    def open(self, url):
        return self.get(urlsplit(url).path)

    def consent(self, location):
        """The vendor's page; where it sends the browser."""
        return httpx.get(location).headers["Location"]

    def come_back(self, location):
        parts = urlsplit(location)
        return self.get(f"{parts.path}?{parts.query}")

    def through(self, url):
        """All of it."""
        return self.come_back(self.consent(self.open(url)["Location"]))


def test_a_link_leads_over_consent_to_a_connection_that_works(tenant, server, hub):
    link, url = connect.create(tenant.id, asked(server), by="key_1")
    browser = Browser()

    opened = browser.open(url)
    query = {name: values[0] for name, values in parse_qs(urlsplit(opened["Location"]).query).items()}
    page = browser.come_back(browser.consent(opened["Location"]))

    assert opened.status_code == 302
    assert query["code_challenge_method"] == "S256"
    assert query["redirect_uri"] == "http://hub.example/connect/callback"
    assert (page.status_code, "Connected" in page.content.decode()) == (200, True)
    made = Connection.objects.get(tenant_id=tenant.id)
    assert (made.name, made.connector) == ("Things", "things")
    credentials = open_credentials(made.id, made.credentials)
    assert credentials["refresh_token"] in server.refresh
    assert isinstance(connections.check(tenant.id, made.id), Done)
    assert server.grants == ["authorization_code"]
    link.refresh_from_db()
    assert (link.connection_id, link.sealed) == (made.id, None)


def test_nothing_secret_of_the_flow_is_kept_in_the_clear(tenant, server, hub):
    _, url = connect.create(tenant.id, asked(server), by="key_1")
    opened = Browser().open(url)
    state = parse_qs(urlsplit(opened["Location"]).query)["state"][0]

    row = db.row("SELECT connect_link::text FROM connect_link")[0]

    for secret in (url.rpartition("/")[2], state, opened.cookies["hub_connect"].value, oauth.CLIENT["client_secret"]):
        assert secret not in row
        assert secret.encode().hex() not in row
    cookie = opened.cookies["hub_connect"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/connect/")


def test_a_link_is_good_once_and_for_a_while(tenant, server, hub):
    _, url = connect.create(tenant.id, asked(server), by="key_1")
    assert Browser().open(url).status_code == 302
    assert Browser().open(url).status_code == 410

    _, late = connect.create(tenant.id, asked(server), by="key_1")
    db.execute("UPDATE connect_link SET expires_at = now()")
    assert Browser().open(late).status_code == 410
    assert Browser().get("/connect/" + "x" * 43).status_code == 410
    assert Browser().head(urlsplit(late).path).status_code == 405


def test_a_state_is_used_up_whatever_comes_back(tenant, server, hub):
    _, url = connect.create(tenant.id, asked(server), by="key_1")
    browser = Browser()
    back = browser.consent(browser.open(url)["Location"])
    secret = browser.cookies["hub_connect"].value
    assert browser.come_back(back).status_code == 200

    browser.cookies = SimpleCookie({"hub_connect": secret})
    replayed = browser.come_back(back)

    assert replayed.status_code == 400
    assert "over" in replayed.content.decode()
    assert server.grants == ["authorization_code"]
    assert Connection.objects.count() == 1


@pytest.mark.parametrize("change", ["state", "browser", "no_browser", "expired"])
def test_a_tampered_return_gets_nothing_and_asks_nobody(tenant, server, hub, change):
    _, url = connect.create(tenant.id, asked(server), by="key_1")
    browser = Browser()
    back = browser.consent(browser.open(url)["Location"])
    if change == "state":
        back = back[:-1] + ("A" if back[-1] != "A" else "B")
    elif change == "browser":
        browser.cookies = SimpleCookie({"hub_connect": "x" * 43})
    elif change == "no_browser":
        browser.cookies = SimpleCookie()
    else:
        db.execute("UPDATE connect_link SET expires_at = now()")

    page = browser.come_back(back)

    assert page.status_code == 400
    assert server.grants == []
    assert Connection.objects.count() == 0


def test_a_code_of_another_flow_is_refused_by_its_verifier(tenant, server, hub):
    """Code injection: what PKCE is for. The attacker's code was issued for a challenge of which this flow has no verifier."""
    other = tenants.create_tenant("other", "other")
    theirs, mine = Browser(), Browser()
    _, their_url = connect.create(other.id, asked(server), by="key_2")
    _, my_url = connect.create(tenant.id, asked(server), by="key_1")
    stolen = parse_qs(urlsplit(theirs.consent(theirs.open(their_url)["Location"])).query)["code"][0]
    my_state = parse_qs(urlsplit(mine.open(my_url)["Location"]).query)["state"][0]

    page = mine.come_back(f"http://hub.example/connect/callback?code={stolen}&state={my_state}")

    assert page.status_code == 400
    assert "invalid_grant" in page.content.decode()
    assert Connection.objects.count() == 0


def test_whoever_comes_back_decides_nothing_about_whose_connection_it_is(tenant, server, hub):
    other = tenants.create_tenant("other", "other")
    victim, attacker = Browser(), Browser()
    _, their_url = connect.create(other.id, asked(server), by="key_2")
    their_back = attacker.consent(attacker.open(their_url)["Location"])

    _, my_url = connect.create(tenant.id, asked(server), by="key_1")
    victim.open(my_url)
    page = victim.come_back(their_back)

    assert page.status_code == 400
    assert Connection.objects.count() == 0


def test_the_vendors_refusal_is_shown_plainly_and_harmlessly(tenant, server, hub):
    hub(scopes=["denied"])
    link, url = connect.create(tenant.id, asked(server), by="key_1")

    page = Browser().through(url)

    assert page.status_code == 400
    assert "The person said no." in page.content.decode()
    link.refresh_from_db()
    assert link.error == {"code": "access_denied", "message": "The person said no."}

    _, url = connect.create(tenant.id, asked(server), by="key_1")
    browser = Browser()
    state = parse_qs(urlsplit(browser.open(url)["Location"]).query)["state"][0]
    said = "error=x&error_description=%3Cscript%3Ealert(1)%3C/script%3E"
    page = browser.come_back(f"http://hub.example/connect/callback?state={state}&{said}")
    assert "<script>" not in page.content.decode()
    assert "default-src 'none'" in page["Content-Security-Policy"]


@pytest.mark.parametrize("broken", ["away", "no_refresh_token", "wrong_client"])
def test_an_exchange_that_fails_leaves_no_connection(tenant, server, hub, broken):
    credentials = oauth.CLIENT
    server.broken = broken == "away"
    if broken == "no_refresh_token":
        server.answer_more = {"refresh_token": None}
    if broken == "wrong_client":
        credentials = oauth.CLIENT | {"client_secret": "wrong"}
    link, url = connect.create(tenant.id, asked(server, credentials=credentials), by="key_1")

    page = Browser().through(url)

    assert page.status_code == 400
    link.refresh_from_db()
    expected = {"away": "http_503", "no_refresh_token": "no_refresh_token", "wrong_client": "invalid_client"}
    assert link.error["code"] == expected[broken]
    assert Connection.objects.count() == 0


def test_people_return_to_listed_addresses_only(tenant, server, hub):
    _, url = connect.create(tenant.id, asked(server, return_url=f"{BACK}/here?tab=1"), by="key_1")
    answer = Browser().through(url)

    place, _, query = answer["Location"].partition("&")
    assert (answer.status_code, place) == (302, f"{BACK}/here?tab=1")
    assert parse_qs(query)["status"] == ["connected"]
    for wrong in (
        "https://app.example.com.evil.example/connected",
        "https://app.example.com/connectedx",
        "https://app.example.com@evil.example/connected",
        "https://app.example.com/connected/../admin",
        "https://app.example.com/connected/%2e%2e/admin",
        "http://app.example.com/connected",
        "https://app.example.com:444/connected",
        "//evil.example/connected",
        "https:\\\\evil.example/connected",
        "javascript:alert(1)",
    ):
        with pytest.raises(HubError) as refused:
            connect.create(tenant.id, asked(server, return_url=wrong), by="key_1")
        assert (refused.value.code, refused.value.field) == ("return_url_not_allowed", "return_url"), wrong


def test_a_broken_connection_is_connected_again_with_the_client_it_has(tenant, server, hub):
    credentials = oauth.CLIENT | {"refresh_token": server.new_grant()}
    fields = ConnectionFields(name="Things", base_url=server.url, credentials=credentials)
    made = connections.create(tenant.id, "things", fields)
    parking.declare_broken(made.id, failed(Category.AUTH, "No."))

    _, url = connect.create(tenant.id, LinkRequest(connection_id=made.id), by="key_1")
    assert Browser().through(url).status_code == 200

    made.refresh_from_db()
    assert (made.broken_at, Connection.objects.count()) == (None, 1)
    assert isinstance(connections.check(tenant.id, made.id), Done)
    stranger = tenants.create_tenant("other", "other")
    with pytest.raises(HubError) as refused:
        connect.create(stranger.id, LinkRequest(connection_id=made.id), by="key_2")
    assert (refused.value.code, refused.value.field) == ("not_found", "connection_id")


def test_what_cannot_be_connected_is_said_at_once(tenant, server, hub, settings):
    cases = [
        (LinkRequest(connector="echo", name="Echo"), "not_connectable", "connector"),
        (asked(server, credentials={}), "not_connectable", "credentials"),
        (asked(server, name=""), "invalid_input", "name"),
        (LinkRequest(), "invalid_input", "connector"),
        (asked(server, credentials=oauth.CLIENT | {"nothing": 1}), "invalid_input", "credentials.nothing"),
        (asked(server, base_url=""), "invalid_input", "base_url"),
    ]
    for request, code, field in cases:
        with pytest.raises(HubError) as refused:
            connect.create(tenant.id, request, by="key_1")
        assert (refused.value.code, refused.value.field) == (code, field)

    settings.HUB = settings.HUB.model_copy(update={"oauth_clients": {"things": oauth.CLIENT}})
    _, url = connect.create(tenant.id, asked(server, credentials={}), by="key_1")
    assert Browser().through(url).status_code == 200
    with pytest.raises(HubError) as taken:
        connect.create(tenant.id, asked(server), by="key_1")
    assert taken.value.code == "name_taken"


def test_old_links_are_forgotten(tenant, server, hub):
    connect.create(tenant.id, asked(server), by="key_1")
    db.execute("UPDATE connect_link SET expires_at = now() - interval '8 days'")
    kept, _ = connect.create(tenant.id, asked(server), by="key_1")

    assert connect.forget_old() == 1
    assert [link.id for link in ConnectLink.objects.all()] == [kept.id]
