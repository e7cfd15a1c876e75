"""What may be shown of a body, a query or a text that passed between two systems: everything but its secrets.

Two ways to know a secret: by the name it goes under (`is_secret`), and by its value (`Values`), wherever that turns up.
"""

import json
import re
from base64 import b64decode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from html import escape
from typing import Any
from urllib.parse import parse_qsl, quote, quote_plus

HIDDEN = "•••"
DEEPEST = 40
# Shorter ones would hide half of every text.
SHORTEST = 4
# Compared without case, `-`, `_` and blanks, so that clientSecret, client_secret and Client-Secret are one name.
SECRET_PARTS = re.compile(
    r"password|passwd|passphrase|pwd|secret|token|authorization|apikey|privatekey|accesskey|signingkey|credential"
    r"|assertion|cookie|jwt|bearer|sessionid|signature|codeverifier|(?:auth|authorization|device|onetime)code"
)
SECRET_NAMES = {"pin", "otp", "cvv", "cvc", "auth"}
# Places in a list, versions, kinds: nothing that lets anybody in.
NO_SECRETS = re.compile(
    r".*(?:page|continuation|skip|sync|delta|next|cursor)token|tokentype|tokenexpires\w*|tokens?count"
)
# An OAuth code is called as a country's or an error's; these stand beside it.
BESIDE_A_CODE = {"granttype", "redirecturi", "clientid", "codeverifier", "clientsecret"}
NAMED_PAIR = ("name", "key", "field", "header", "id")
_KEY = re.compile(r'"((?:[^"\\]|\\.)*)"\s*:\s*')
_SCALAR = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?$)|[^\s,}\]{\["]+')
# Proofs that can be told without a name. Three parts in base64url with a header that is JSON: a JWT (RFC 7519).
_PROOF = re.compile(
    r"\b(Bearer|Basic|Session)(\s{1,4})[A-Za-z0-9._~+/=-]{8,}|(?<![\w-])eyJ[\w-]{5,2000}\.[\w-]{5,4000}\.[\w-]*",
    re.IGNORECASE,
)
# Bounded, and begun only where a word begins: a stranger's text must not take long.
_WORDS = r"(?<![\w.-])[\w.-]{0,64}?(?:password|passwd|pwd|secret|token|api[_-]?key|authorization)[\w-]{0,64}"
_ASSIGNED = re.compile(rf"(?P<name>{_WORDS})(?P<sep>=)(?P<value>\"[^\"]*\"?|'[^']*'?|[^\s&,;<>\"']+)", re.IGNORECASE)
_ELEMENT = re.compile(rf"(?P<head><(?:[\w-]{{1,64}}:)?(?P<name>{_WORDS})(?:\s[^<>]*)?>)(?P<value>[^<]+)", re.IGNORECASE)
_ANY = re.compile(
    "password|passwd|pwd|secret|token|api[_-]?key|authorization|bearer|basic|session|eyJ|PRIVATE KEY", re.IGNORECASE
)
_PEM = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)", re.DOTALL)


@lru_cache(maxsize=4096)
def is_secret(name: str) -> bool:
    """Whether what goes under this name is a secret, as far as a name can tell."""
    plain = _plain(name)
    if plain in SECRET_NAMES:
        return True
    return SECRET_PARTS.search(plain) is not None and NO_SECRETS.fullmatch(plain) is None


class Values:
    """Secrets that are known by value, in the forms in which they may turn up in a text."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._short: set[str] = set()
        self._forms: list[str] = []
        # Characters of the longest form: so much of the end of a cut text may be the beginning of a secret.
        self.longest = 0

    def add(self, texts: Iterable[str]) -> None:
        """Know these from now on; those under SHORTEST characters are hidden only where they are the whole text."""
        given = set(texts)
        self._short |= {text for text in given if 0 < len(text) < SHORTEST}
        new = {text for text in given if len(text) >= SHORTEST} - self._known
        if not new:
            return
        self._known |= new
        self._forms = sorted({form for text in self._known for form in _forms(text)}, key=len, reverse=True)
        self.longest = len(self._forms[0])

    def may_be_in(self, text: str) -> bool:
        """Whether there is one of them in the text of a JSON document, as far as that can be told without reading it."""
        return bool(self._short) or any(form in text for form in self._forms)

    def hide(self, text: str) -> str:
        """The text without them."""
        if text in self._short:
            return HIDDEN
        for form in self._forms:
            if form in text:
                text = text.replace(form, HIDDEN)
        return text


def hide_text(text: str) -> str:
    """A text of no known form without what looks like a secret in it: `name=value`, XML elements, proofs, private keys."""
    if not _ANY.search(text):
        return text
    text = _PEM.sub(HIDDEN, text)
    text = _PROOF.sub(lambda found: f"{found[1]}{found[2]}{HIDDEN}" if found[1] else HIDDEN, text)
    for pattern in (_ASSIGNED, _ELEMENT):
        text = pattern.sub(_unless_harmless, text)
    return text


def hide_members(document: Any, *, depth: int = 0) -> Any:
    """A JSON document without the values of members whose names are secret, however deep; texts by `hide_text`.

    A text that is itself JSON is treated as such. Below DEEPEST levels everything is hidden.
    """
    if isinstance(document, str):
        return _hide_string(document, depth)
    if depth >= DEEPEST and isinstance(document, dict | list):
        return HIDDEN
    if isinstance(document, list):
        return [hide_members(each, depth=depth + 1) for each in document]
    if not isinstance(document, dict):
        return document
    secret = {name for name in document if is_secret(name)} | _code_of_a_grant(document) | _value_of_a_pair(document)
    return {
        name: _covered(each) if name in secret else hide_members(each, depth=depth + 1)
        for name, each in document.items()
    }


def hide_json_text(text: str) -> str:
    """Like `hide_members` for the beginning of a JSON text that is too long to be read whole.

    A secret member with members of its own ends the text: where it closes is not looked for.
    """
    shown, at, in_pair = [], 0, False
    for key in _KEY.finditer(text):
        if key.start() < at:
            continue
        name, value = _unescaped(key[1]), _SCALAR.match(text, key.end())
        if name in NAMED_PAIR and value and is_secret(value[0]):
            in_pair = True
        elif is_secret(name) or (in_pair and name == "value"):
            in_pair = False
            shown += [text[at : key.end()], f'"{HIDDEN}"']
            at = value.end() if value else len(text)
    return hide_text("".join([*shown, text[at:]]))


def hide_form(text: str, hide: Callable[[str], str]) -> str:
    """A form (application/x-www-form-urlencoded) without its secrets, decoded as far as it stays one. hide: what else."""
    pairs = parse_qsl(text, keep_blank_values=True)
    hidden = [
        (name, HIDDEN if is_secret(name) or _plain(name) == "code" else _hide_string(value, 0)) for name, value in pairs
    ]
    return "&".join(f"{_in_form(hide(name))}={_in_form(hide(value))}" for name, value in hidden)


def texts_of(value: Any) -> Iterator[str]:
    """All texts in a value, however deep."""
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
        yield from texts_of(inner)


def texts_of_header(value: str) -> Iterator[str]:
    """What is secret in a header that proves something: all of it, without its scheme, and what base64 holds."""
    yield value
    for part in re.split(r"[\s;,]+", value):
        proof = part.partition("=")[2] if re.fullmatch(r"[\w.-]+=.+", part) and not part.endswith("=") else part
        if len(proof) < 2 * SHORTEST:
            continue
        yield proof
        yield from _decoded_pair(proof)


def _decoded_pair(proof: str) -> Iterator[str]:
    """The parts of `user:password` in base64 that are long enough to be no ordinary word."""
    try:
        pair = b64decode(proof, validate=True).decode()
    except ValueError:
        return
    yield from (part for part in pair.split(":") if len(part) >= 2 * SHORTEST)


def _forms(text: str) -> set[str]:
    """As it is, and as JSON, URLs and XML write it."""
    quoted = {quote(text, safe=""), quote(text), quote_plus(text)}
    in_json = {json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    slashed = {each.replace("/", "\\/") for each in in_json}
    return {text, escape(text), escape(text, quote=False)} | in_json | slashed | quoted


def _in_form(text: str) -> str:
    return text.replace("%", "%25").replace("&", "%26").replace("=", "%3D").replace("+", "%2B")


def _hide_string(text: str, depth: int) -> str:
    if text[:1] in ("{", "[") and depth < DEEPEST:
        try:
            inner = json.loads(text)
        except (ValueError, RecursionError):
            return hide_json_text(text)
        return json.dumps(hide_members(inner, depth=depth + 1), ensure_ascii=False)
    return hide_text(text)


def _covered(value: Any) -> Any:
    """Whether there was something, and nothing else: null, true and false stay."""
    return value if value is None or isinstance(value, bool) or value in ("", [], {}) else HIDDEN


def _code_of_a_grant(document: Mapping[str, Any]) -> set[str]:
    codes = {name for name in document if _plain(name) == "code"}
    return codes if codes and {_plain(name) for name in document} & BESIDE_A_CODE else set()


def _value_of_a_pair(document: Mapping[str, Any]) -> set[str]:
    """`{"name": "password", "value": "…"}` says as much as `{"password": "…"}`."""
    if "value" not in document:
        return set()
    names = (document[name] for name in NAMED_PAIR if isinstance(document.get(name), str))
    return {"value"} if any(is_secret(name) for name in names) else set()


def _unless_harmless(found: re.Match[str]) -> str:
    name = found["name"].rpartition(":")[2]
    if not is_secret(name):
        return found[0]
    head = found["head"] if "head" in found.re.groupindex else name + found["sep"]
    return f"{head}{HIDDEN}"


def _unescaped(key: str) -> str:
    try:
        return str(json.loads(f'"{key}"'))
    except ValueError:
        return key


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
