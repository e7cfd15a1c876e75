"""Secrets at rest: sealed to their row, readable through a rotation, useless without the key."""

from base64 import b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub import vault
from hub.vault import VaultError

pytestmark = pytest.mark.pure

OLD = "2025:" + b64encode(b"o" * 32).decode()
NEW = "2026:" + b64encode(b"n" * 32).decode()
ROW = b"endpoint:0198c0de"


@pytest.fixture(autouse=True)
def keys(settings):
    settings.VAULT_KEYS = [OLD]
    return settings


@given(plaintext=st.binary(max_size=4096), context=st.binary(max_size=64))
def test_what_is_sealed_opens_again(plaintext, context):
    assert vault.open(vault.seal(plaintext, context=context), context=context) == plaintext


def test_the_sealed_value_does_not_show_the_secret_and_is_never_the_same_twice():
    sealed = vault.seal(b"whsec_very-secret", context=ROW)

    assert b"very-secret" not in sealed
    assert sealed != vault.seal(b"whsec_very-secret", context=ROW)


def test_a_sealed_value_moved_to_another_row_does_not_open():
    sealed = vault.seal(b"secret", context=ROW)

    with pytest.raises(VaultError, match="another row"):
        vault.open(sealed, context=b"endpoint:0198beef")


def test_no_changed_byte_goes_unnoticed():
    sealed = vault.seal(b"secret", context=ROW)

    for place in range(len(sealed)):
        changed = bytearray(sealed)
        changed[place] ^= 1
        with pytest.raises(VaultError):
            vault.open(bytes(changed), context=ROW)


def test_after_a_rotation_old_values_open_and_ask_to_be_sealed_again(keys):
    sealed = vault.seal(b"secret", context=ROW)
    assert not vault.reseal_needed(sealed)

    keys.VAULT_KEYS = [NEW, OLD]

    assert vault.open(sealed, context=ROW) == b"secret"
    assert vault.reseal_needed(sealed)
    assert not vault.reseal_needed(vault.seal(b"secret", context=ROW))


def test_a_value_under_a_key_that_is_gone_says_which(keys):
    sealed = vault.seal(b"secret", context=ROW)
    keys.VAULT_KEYS = [NEW]

    with pytest.raises(VaultError, match="'2025', which is not in VAULT_KEYS"):
        vault.open(sealed, context=ROW)


def test_another_key_under_the_same_id_does_not_open(keys):
    sealed = vault.seal(b"secret", context=ROW)
    keys.VAULT_KEYS = ["2025:" + b64encode(b"x" * 32).decode()]

    with pytest.raises(VaultError):
        vault.open(sealed, context=ROW)


@pytest.mark.parametrize(
    "junk", [b"", b"\x01", b"\x01\xff", b"\x02" + bytes(60), b"\x01\x04abcd" + bytes(27), b"whsec_abc"]
)
def test_what_was_never_sealed_is_told_apart(junk):
    with pytest.raises(VaultError, match="not a sealed value"):
        vault.open(junk, context=ROW)


@pytest.mark.parametrize(
    ("entries", "problem"),
    [
        ([], "empty"),
        (["nokey"], "VAULT_KEYS.0."),
        ([":" + b64encode(bytes(32)).decode()], "an id and 32 bytes"),
        (["a:" + b64encode(bytes(16)).decode()], "32 bytes"),
        (["a:not-b64-at-all!"], "not base64"),
        ([OLD, OLD], "twice"),
        ([OLD, "b:" + b64encode(bytes(31)).decode()], "VAULT_KEYS.1."),
    ],
)
def test_unusable_keys_are_named_by_place_and_never_shown(entries, problem):
    with pytest.raises(VaultError, match=problem) as refused:
        vault.check_keys(entries)

    assert not any(entry.partition(":")[2] in str(refused.value) for entry in entries if len(entry) > 10)
