"""The desk's key."""

import pytest

from bot.errors import BadSettings
from bot.vault import Vault


def test_sealed_text_comes_back_and_reads_like_nothing() -> None:
    vault = Vault(Vault.new_key())
    sealed = vault.seal("anastasia@x.example")  # three letters may stand in sealed ones by chance
    assert "anastasia" not in sealed
    assert vault.open(sealed) == "anastasia@x.example"
    assert vault.open_json(vault.seal_json({"name": "Ána"})) == {"name": "Ána"}


def test_another_key_is_told_apart() -> None:
    sealed = Vault(Vault.new_key()).seal("x")
    with pytest.raises(BadSettings, match="not the key that this database was written with"):
        Vault(Vault.new_key()).open(sealed)


def test_a_key_that_is_none() -> None:
    with pytest.raises(BadSettings, match="DESK_KEY is not a key"):
        Vault("secret")


def test_marks_match_the_same_address_however_it_is_written_and_only_under_one_key() -> None:
    vault = Vault(Vault.new_key())
    assert vault.mark("email", " Ana@X.example ") == vault.mark("email", "ana@x.example")
    assert vault.mark("email", "ana@x.example") != vault.mark("ticket", "ana@x.example")
    assert vault.mark("email", "ana@x.example") != Vault(Vault.new_key()).mark("email", "ana@x.example")
