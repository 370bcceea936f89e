"""A letter is downloaded from the private card that shows it: in the workspace, over its real server."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.fetching import fetch, is_safe, link_in
from tests.letters import ADDRESS, SURNAME, drafted, letter
from tests.product import Product


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    running = Product(tmp_path_factory.mktemp("product")).start()
    emma = running.page("emma")
    emma.says("What should I do with this?", ("mail.eml", letter()))
    emma.until_told(ADDRESS)
    emma.presses("Open case")
    yield running
    running.kill()


def written(product: Product, **values: str | list[str]) -> str:
    """Priya writes a letter; the link that her private chat shows."""
    priya = product.page("priya")
    _status, answer = priya.presses("Write to them …", "channel")
    own = str(values["own"])
    status, answer = priya.submits(answer["form"], **values)
    assert (status, answer.get("errors")) == (200, None)
    return product.address + link_in(priya.until_told(own).html)


def test_the_letter_is_downloaded_as_the_mail_that_was_shown(product: Product) -> None:
    link = written(product, letter="receipt", language="de", own="Grüße aus Ærø, „bis bald“.")
    file = fetch(link)
    assert file.status == 200 and is_safe(file)
    assert file.headers["Content-Type"] == "message/rfc822"
    assert file.headers["Content-Disposition"].startswith('attachment; filename="letter-DSR-')
    assert file.headers.get_filename("").endswith(".eml")
    mail, body = drafted(file.content)
    assert (mail["To"], mail["X-Unsent"], mail["From"]) == (ADDRESS, "1", None)
    assert body.startswith("Guten Tag Ana Diaz,") and "Grüße aus Ærø, „bis bald“." in body
    looked = fetch(link, method="HEAD")
    assert (looked.status, looked.content) == (200, b"")
    assert fetch(link).content == file.content, "a preview that opened the link takes nothing away"


def test_half_a_character_in_our_own_words_is_shown_as_unreadable(product: Product) -> None:
    priya = product.page("priya")
    _status, answer = priya.presses("Write to them …", "channel")
    status, answer = priya.submits(answer["form"], letter="receipt", language="en", own="Cut off \ud83d here.")
    assert (status, answer.get("errors")) == (200, None)
    link = product.address + link_in(priya.until_told("Cut off � here.").html)
    _mail, body = drafted(fetch(link).content)
    assert "Cut off � here." in body


def test_a_changed_link_says_what_to_do(product: Product) -> None:
    link = written(product, letter="clarification", language="en", own="Which account is it?")
    for wrong in (link[:-1], link[:-1] + ("0" if link[-1] != "0" else "1"), f"{product.address}/letters/x"):
        refused = fetch(wrong)
        assert (refused.status, refused.said) == (
            403,
            "This is no link of this desk, or a part of it is missing. Open it from your message with the letter.",
        )
        assert is_safe(refused) and refused.headers.get_content_type() == "text/plain"
    assert fetch(f"{product.address}/letters/").status == 404
    assert fetch(link).status == 200


def test_a_database_that_is_out_of_order_is_said_in_one_sentence(product: Product) -> None:
    link = written(product, letter="receipt", language="en", own="Wait a minute.")
    with closing(sqlite3.connect(product.data / "desk.db")) as db:
        db.execute("ALTER TABLE letter_files RENAME TO elsewhere")
        away = fetch(link)
        db.execute("ALTER TABLE elsewhere RENAME TO letter_files")
    said = "The desk can't look for the letter just now. Please try again in a minute."
    assert (away.status, away.said) == (503, said) and is_safe(away)
    assert "a letter could not be fetched: OperationalError" in product.log()
    assert fetch(link).status == 200


def test_downloading_records_nothing_and_leaves_no_trace(product: Product) -> None:
    link = written(product, letter="receipt", language="en", own="We have begun.")
    with closing(sqlite3.connect(product.data / "desk.db")) as db:
        before = db.execute("SELECT count(*) FROM audit").fetchone()
        assert fetch(link).status == 200
        assert db.execute("SELECT count(*) FROM audit").fetchone() == before
        assert db.execute("SELECT count(*) FROM requests WHERE acknowledged_on IS NOT NULL").fetchone() == (0,)
    product.quiet()
    noor = product.page("noor")
    channel = [message["html"] for message in noor.messages() if message["side"] == "channel"]
    assert channel and not any("/letters/" in html for html in channel)
    assert "/letters/" not in product.log() and SURNAME not in product.log()


def test_a_link_ends_and_says_so_in_the_language_of_the_browser(product: Product) -> None:
    link = written(product, letter="receipt", language="en", own="This one ends.")
    assert product.page("priya").sends("/clock", hours=1)[0] == 200
    ended = fetch(link)
    assert (ended.status, ended.said) == (
        410,
        "This link has ended: a letter can be fetched for 15 minutes. Press “Write to them …” on the case's card, and "
        "write it again.",
    )
    assert is_safe(ended)
    assert fetch(link, language="nl-NL,nl;q=0.9").said.startswith("Deze link is verlopen")
    with closing(sqlite3.connect(product.data / "desk.db")) as db:
        assert db.execute("SELECT count(*) FROM letter_files").fetchone() == (0,), (
            "moving the clock looks at what is due"
        )
    assert fetch(written(product, letter="receipt", language="en", own="Once more.")).status == 200


def test_an_address_that_nothing_is_reached_under_is_said_not_to_be_used(tmp_path: Path) -> None:
    running = Product(tmp_path, DESK_ADDRESS="https://desk.example.com").start()
    assert running.stop() == 0
    said = "DESK_ADDRESS is not used: it is for letters in Slack and Teams, and neither is set up."
    assert said in running.log()
