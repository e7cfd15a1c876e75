"""Encryption at rest: AES-256-GCM, the key's id inside the sealed value, bound to the row it belongs to.

Sealed value: 1 byte format, 1 byte length of the key id, the key id, 12 bytes nonce, ciphertext with 16 bytes
tag. Format and key id are authenticated with the context. Random nonces are good for 2**32 values a key (NIST
SP 800-38D, 8.3): add a key long before that.
"""

import os
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import models

FORMAT = b"\x01"
KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16


class VaultError(Exception):
    """A sealed value cannot be opened, or the keys are unusable: the installation's fault."""


def seal(plaintext: bytes, *, context: bytes) -> bytes:
    """Encrypt with the first key. context: names the row, `b"endpoint:<uuid>"`; opening needs the same."""
    key_id, cipher = next(iter(_ring().items()))
    header = FORMAT + bytes([len(key_id)]) + key_id
    nonce = os.urandom(NONCE_BYTES)
    return header + nonce + cipher.encrypt(nonce, plaintext, header + context)


def open(sealed: bytes, *, context: bytes) -> bytes:
    """Decrypt with whichever key sealed it.

    Raises VaultError: not a sealed value, a key that VAULT_KEYS no longer has, or a value changed or moved to
    another row.
    """
    header, key_id = _split(sealed)
    cipher = _ring().get(key_id)
    if cipher is None:
        raise VaultError(f"sealed with key {key_id.decode(errors='replace')!r}, which is not in VAULT_KEYS")
    start = len(header)
    nonce, ciphertext = sealed[start : start + NONCE_BYTES], sealed[start + NONCE_BYTES :]
    try:
        return cipher.decrypt(nonce, ciphertext, header + context)
    except InvalidTag:
        raise VaultError("the sealed value was changed, or belongs to another row") from None


def reseal_needed(sealed: bytes) -> bool:
    """Whether the value is under an older key than the one that encrypts now."""
    return _split(sealed)[1] != next(iter(_ring()))


def newest_header() -> bytes:
    """What every value begins with that is under the key that encrypts now."""
    key_id = next(iter(_ring()))
    return FORMAT + bytes([len(key_id)]) + key_id


class SealedField(models.BinaryField):
    """A column of sealed values; how `hub vault rotate` finds them all.

    context: what stands before `:<id of the row>` in the context that its values are sealed with.
    """

    def __init__(self, *args: Any, context: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.context = context

    if TYPE_CHECKING:
        # As with Django's own fields, what a row holds is a value.
        def __get__(self, instance: Any, owner: Any = None) -> Any: ...

        def __set__(self, instance: Any, value: Any) -> None: ...

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """For migrations it is any binary column: the context is no part of the table."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.BinaryField", list(args), kwargs


def check_keys(keys: Sequence[str]) -> None:
    """Raise VaultError unless the keys are a usable VAULT_KEYS; the message never holds key material."""
    _parse(tuple(keys))


def _split(sealed: bytes) -> tuple[bytes, bytes]:
    """(header, key id) of a sealed value."""
    end = 2 + sealed[1] if len(sealed) > 1 else 0
    if sealed[:1] != FORMAT or len(sealed) < end + NONCE_BYTES + TAG_BYTES:
        raise VaultError("this is not a sealed value")
    return sealed[:end], sealed[2:end]


def _ring() -> dict[bytes, AESGCM]:
    return _parse(tuple(settings.VAULT_KEYS))


@lru_cache(maxsize=8)
def _parse(keys: tuple[str, ...]) -> dict[bytes, AESGCM]:
    """Key id → cipher, in the order of VAULT_KEYS (`id:base64`)."""
    ring: dict[bytes, AESGCM] = {}
    for place, entry in enumerate(keys):
        key_id, _, text = entry.partition(":")
        name = key_id.encode()
        try:
            key = b64decode(text, validate=True)
        except (Base64Error, ValueError):
            raise VaultError(f"VAULT_KEYS[{place}]: what follows the id is not base64") from None
        if not 0 < len(name) < 256 or len(key) != KEY_BYTES:
            raise VaultError(f"VAULT_KEYS[{place}]: needs an id and {KEY_BYTES} bytes of key, as id:base64")
        if name in ring:
            raise VaultError(f"VAULT_KEYS[{place}]: the id {key_id!r} is there twice")
        ring[name] = AESGCM(key)
    if not ring:
        raise VaultError("VAULT_KEYS is empty")
    return ring
