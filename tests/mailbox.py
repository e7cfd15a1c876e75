"""A mail server for tests, on loopback: speaks SMTP (RFC 5321) as far as a client that sends plain text needs it."""

import socket
import socketserver
import ssl
import threading
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any, Self, cast


@dataclass
class Mail:
    """One accepted message with its envelope."""

    sender: str
    recipients: list[str]
    message: EmailMessage


@dataclass
class Mailbox:
    """Keeps what it is sent. refuses: what it answers to `RCPT` instead of taking it; logins: what clients said at `AUTH`.
    tls: spoken from the first byte."""

    mails: list[Mail] = field(default_factory=list)
    refuses: bytes | None = None
    logins: list[bytes] = field(default_factory=list)
    connections: int = 0
    tls: ssl.SSLContext | None = None

    def __enter__(self) -> Self:
        mailbox = self

        class Session(socketserver.StreamRequestHandler):
            timeout = 30

            def handle(self) -> None:
                mailbox.connections += 1
                _converse(mailbox, self)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True

            def get_request(self) -> tuple[socket.socket, Any]:
                accepted, address = super().get_request()
                if mailbox.tls is not None:
                    # Hands are shaken with the first byte, in the session's own thread.
                    accepted = mailbox.tls.wrap_socket(accepted, server_side=True, do_handshake_on_connect=False)
                return accepted, address

            def handle_error(self, request: object, client_address: object) -> None:
                """A client that breaks off is what some tests want."""

        self._server = Server(("127.0.0.1", 0), Session)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def port(self) -> int:
        return self._server.server_address[1]


def _converse(mailbox: Mailbox, session: socketserver.StreamRequestHandler) -> None:
    say = session.wfile.write
    sender, recipients = "", []
    say(b"220 mailbox.test\r\n")
    while line := session.rfile.readline():
        verb = line[:4].upper()
        if verb == b"EHLO":
            say(b"250-mailbox.test\r\n250 AUTH PLAIN\r\n")
        elif verb == b"AUTH":
            mailbox.logins.append(line.split()[-1])
            say(b"235 welcome\r\n")
        elif verb == b"MAIL":
            sender, recipients = _address(line), []
            say(b"250 ok\r\n")
        elif verb == b"RCPT":
            recipients.append(_address(line))
            say(mailbox.refuses or b"250 ok\r\n")
        elif verb == b"DATA":
            say(b"354 go on\r\n")
            mailbox.mails.append(Mail(sender, recipients, _message(session)))
            say(b"250 taken\r\n")
        elif verb == b"QUIT":
            say(b"221 bye\r\n")
            return
        else:
            say(b"250 ok\r\n")


def _message(session: socketserver.StreamRequestHandler) -> EmailMessage:
    lines = []
    while (line := session.rfile.readline()) not in (b".\r\n", b""):
        lines.append(line.removeprefix(b"."))
    return cast(EmailMessage, message_from_bytes(b"".join(lines), policy=policy.default))


def _address(line: bytes) -> str:
    return line[line.index(b"<") + 1 : line.index(b">")].decode()
