"""TLS over a checked address: the certificate and the server name are those of the URL."""

import ssl
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from hub.connectors import outbound, registry
from hub.connectors.registry import Category, Done, Outcome
from tests.connectors.conftest import over_http
from tests.connectors.contract import with_sessions
from tests.connectors.records import Records


def certificate(folder: Path) -> Path:
    """A self-signed certificate for `localhost`, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "localhost.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def secure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Records, list[str | None]]]:
    """The REST system over TLS, trusted by the client, and the server names it was asked for."""
    path = certificate(tmp_path)
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    server = Records()
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    trusting = ssl.create_default_context(cafile=str(path))
    monkeypatch.setattr(outbound, "tls", lambda: trusting)
    yield server, names
    server.shutdown()
    server.server_close()
    thread.join(5)


def test_tls_asks_for_the_name_and_trusts_its_certificate(secure: tuple[Records, list[str | None]]):
    server, names = secure
    access = over_http(server).access(url=f"https://localhost:{server.server_address[1]}/api")

    result = with_sessions(lambda pool: registry.check(pool, "http", access), allow=("127.0.0.0/8", "::1"))

    assert isinstance(result, Done)
    assert names == ["localhost"]
    assert server.seen[0][2]["Host"] == f"localhost:{server.server_address[1]}"


def test_a_certificate_for_another_name_is_not_accepted(secure: tuple[Records, list[str | None]]):
    server, _ = secure
    access = over_http(server).access(url=f"https://127.0.0.1:{server.server_address[1]}/api")

    result = with_sessions(lambda pool: registry.check(pool, "http", access))

    assert isinstance(result, Outcome)
    assert result.category is Category.UNAVAILABLE
    assert "certificate verify failed" in result.message
    assert server.seen == []
