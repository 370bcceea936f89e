"""What goes wrong at the edge of the real desk: one clear sentence each, and nothing is lost."""

import json
from collections.abc import Iterator

import pytest

from bot.cases.actions import Take
from tests.contract.page import Page
from tests.letters import ADDRESS, letter
from tests.product import Product


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """One desk for all of these: each test is somebody else's chat, or looks at its own answer only."""
    running = Product(tmp_path_factory.mktemp("desk")).start()
    yield running
    running.stop()
    assert "Traceback" not in running.log()


def still_works(office: Product, page: Page) -> None:
    """The chat goes on as if nothing had been."""
    office.quiet()
    assert page.hears("help").title == "What I can do"


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_an_empty_mail(office: Product, content: bytes) -> None:
    emma = office.page("emma")
    answer = emma.hears("", ("empty.eml", content))
    assert "“empty.eml” holds no words. Paste the message here instead." in answer.text
    still_works(office, emma)


def test_a_broken_mail_is_read_as_far_as_it_goes(office: Product) -> None:
    broken = (
        b"From: Ana <" + ADDRESS.encode() + b">\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
        b"--x\nContent-Type: text/plain; charset=nonsense\nContent-Transfer-Encoding: base64\n\n"
        b"%%% \xff\xfe\x00 please send me a copy of my data"
    )
    sam = office.page("sam")
    answer = sam.hears("", ("broken.eml", broken))
    assert "please send me a copy of my data" in answer.text
    assert "Send a copy" in answer.text
    still_works(office, sam)


def test_a_request_before_five_megabytes_of_other_text(office: Product) -> None:
    pieter = office.page("pieter")
    text = letter().decode() + "We met at the fair last year and had a long talk.\n" * 100_000
    answer = pieter.hears(text)
    assert "Send a copy" in answer.text
    assert ADDRESS in answer.text
    still_works(office, pieter)


def test_more_than_that_is_refused_in_one_sentence(office: Product) -> None:
    pieter = office.page("pieter")
    status, answer = pieter.says("x" * (7 * 1024 * 1024))
    assert status == 413
    assert answer["problem"].startswith("That is more than 6 MB")
    still_works(office, pieter)


def test_a_button_of_a_case_that_is_gone(office: Product) -> None:
    priya = office.page("priya")
    assert priya.sends("/press", payload=Take(case="DSR-2019-0001").encoded()) == (200, {"later": True})
    priya.until_told("This case is no longer on record.")


def test_a_button_that_no_version_knows(office: Product) -> None:
    status, answer = office.page("daan").sends("/press", payload='["case.gone",1,{}]')
    assert status == 409
    assert answer["problem"].startswith("Deze knop")


def test_a_button_with_half_a_character_in_it(office: Product) -> None:
    noor = office.page("noor")
    gone = Take(case="DSR-\ud83d").encoded()
    assert noor.sends("/press", payload=gone, message="\ud83d") == (200, {"later": True})
    noor.until_told("This case is no longer on record.")
    still_works(office, noor)


def test_a_card_that_has_changed_meanwhile(office: Product) -> None:
    emma, priya, noor = (office.page(person) for person in ("emma", "priya", "noor"))
    emma.says("", ("mail.eml", letter()))
    emma.until_told("Open this case?")
    emma.presses("Open case")
    _, answer = priya.presses("Close …", "channel")
    noor.presses("Take it", "channel")
    noor.until_told("Noor de Wit", "channel")
    status, late = priya.submits(answer["form"], outcome=["fulfilled"])
    assert status == 200
    assert "changed" in late["errors"][""]


def test_another_pages_token(office: Product) -> None:
    emma, other = office.page("emma"), office.page("emma")
    keys = {"Cookie": emma.keys["Cookie"], "X-Desk-Token": other.keys["X-Desk-Token"]}
    status, answer = emma.sends("/press", headers=keys, payload="x")
    assert (status, answer["problem"]) == (403, "This page is out of date. Please reload it; what you typed stays.")


def test_another_name_for_this_machine(office: Product) -> None:
    status, _headers, body = office.page("emma").ask("GET", "/", headers={"Host": "desk.attacker.example"})
    assert status == 403
    assert json.loads(body)["problem"] == f"The workspace answers on http://127.0.0.1:{office.port}/ only."
