"""Identifiers: a UUIDv7 inside, a TypeID (`job_01h455vb4pex5vsknk084sn02q`) outside.

Sources: RFC 9562 section 5.7 (UUIDv7, method 3: sub-millisecond fraction in rand_a, as PostgreSQL 18's uuidv7());
TypeID specification 0.3 (prefix, underscore, 26 characters of Crockford base32, lower case).
"""

from uuid import UUID

from hub.rules.errors import HubError

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
VALUES = {char: value for value, char in enumerate(ALPHABET)}
LENGTH = 26
# Ten bits at a time: half the steps, and an event has three ids or more.
PAIRS = [first + second for first in ALPHABET for second in ALPHABET]

PREFIXES = {
    "tenant": "tnt",
    "key": "key",
    "operator": "op",
    "connection": "con",
    "job": "job",
    "run": "run",
    "event": "evt",
    "endpoint": "ep",
    "delivery": "dlv",
    "attempt": "att",
    "replay": "rpl",
    "batch": "bat",
    "schedule": "sch",
    "bulk": "blk",
    "source": "src",
    "request": "req",
    "connect_link": "lnk",
    "audit": "aud",
    "invite": "inv",
}


def uuid7(now_ns: int, random_62: int) -> UUID:
    """A UUIDv7 for that instant: 48 bits of milliseconds, 12 of their fraction, 62 random."""
    ms, rest_ns = divmod(now_ns, 1_000_000)
    fraction = (rest_ns << 12) // 1_000_000
    return UUID(int=(ms << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62) | (random_62 & ((1 << 62) - 1)))


def public_id(kind: str, value: UUID) -> str:
    """`public_id("job", uuid)` is `job_…`; kind is a key of PREFIXES."""
    number = value.int
    code = "".join([PAIRS[(number >> shift) & 1023] for shift in range(120, -1, -10)])
    return f"{PREFIXES[kind]}_{code}"


def parse_id(kind: str, text: str) -> UUID | None:
    """The UUID behind a public id of that kind, or None when it is not one."""
    prefix, _, code = text.rpartition("_")
    if prefix != PREFIXES[kind] or len(code) != LENGTH or code[0] > "7":
        return None
    number = 0
    for char in code:
        value = VALUES.get(char)
        if value is None:
            return None
        number = (number << 5) | value
    return UUID(int=number)


def require_id(kind: str, text: str, *, field: str) -> UUID:
    """Like `parse_id`, but a HubError `not_found` names the field: an id that cannot exist is not found."""
    value = parse_id(kind, text)
    if value is None:
        raise HubError("not_found", f"There is no {kind} with this id.", field=field)
    return value
