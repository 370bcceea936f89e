"""The workspace over real HTTP: who may talk to it, what becomes a turn, and what everybody sees."""

import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlalchemy.exc import OperationalError

from adapters.web.guard import LARGEST
from adapters.web.samples import samples
from adapters.web.server import listen
from adapters.web.store import Store
from bot.conversation.action import Action
from bot.conversation.card import Actions, Button, Card, Facts, Quote
from bot.conversation.form import Form, TextField
from bot.conversation.turn import Answer, Asked, Pressed, Said, Submitted, Turn
from bot.delivery.port import Address, Posted
from bot.errors import BadSettings, NotAllowed, TryLater, Undeliverable
from bot.vault import Vault
from tests.contract.page import Page
from tests.contract.served import MONDAY, Served, Turns
from tests.patience import PATIENCE

MAIL = b"From: ana@x.example\nSubject: Delete me\n\nPlease delete my data.\n" + bytes(range(256))


class Wave(Action, name="test.wave"):
    """A button that is worked off later."""


class Explain(Action, name="test.explain", opens_form=True):
    """A button that opens a form."""


FORM = Form.of("Explain", Explain(), TextField(name="why", label="Why?"), submit="Save")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    workspace = Served(tmp_path, Vault(Vault.new_key()), Turns())
    yield workspace
    workspace.close()


# Who may talk to it


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "workspace.localhost:{port}", ""])
def test_a_foreign_name_for_this_machine_is_turned_away(served: Served, host: str) -> None:
    status, _, body = Page(served.port).ask("GET", "/", headers={"Host": host.format(port=served.port)})
    assert status == 403
    assert f"http://127.0.0.1:{served.port}/".encode() in body
    assert b"desk-token" not in body


def test_localhost_is_a_name_for_it(served: Served) -> None:
    assert Page(served.port).ask("GET", "/", headers={"Host": f"localhost:{served.port}"})[0] == 200


def test_it_listens_on_loopback_only(served: Served) -> None:
    others = {i[4][0] for i in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    # 127.0.0.2 is this machine as well, and reached by a listener on all addresses
    for address in {*others, "127.0.0.2"}:
        with pytest.raises(OSError), socket.create_connection((str(address), served.port), timeout=5):
            pass


def test_a_taken_port_is_said_in_one_sentence(served: Served) -> None:
    with pytest.raises(BadSettings, match=f"Port {served.port} .* is taken. Set WORKSPACE_PORT"):
        served.run(listen(web.Application(), served.port))


@pytest.mark.parametrize("path", ["/press", "/submit", "/home", "/seen", "/empty", "/clock", "/say"])
@pytest.mark.parametrize("missing", ["Cookie", "X-Desk-Token", "both", "a wrong token", "a foreign origin"])
def test_nothing_changes_without_the_pages_token(served: Served, path: str, missing: str) -> None:
    page = Page(served.port)
    keys = {name: value for name, value in page.keys.items() if name != missing and missing != "both"}
    if missing == "a wrong token":
        keys["X-Desk-Token"] = Page(served.port).keys["X-Desk-Token"]  # of another page's cookie
    if missing == "a foreign origin":
        keys["Origin"] = "https://evil.example"
    status, answer = page.sends(path, headers=keys, hours=24, payload=Wave().encoded())
    assert status == 403
    assert "reload" in answer["problem"]
    assert not served.desk.kept
    assert served.clock.ahead == timedelta()


def test_every_answer_forbids_frames_scripts_from_elsewhere_and_caching(served: Served) -> None:
    page = Page(served.port)
    for path in ("/", "/static/workspace.js", "/nothing"):
        headers = page.ask("GET", path)[1]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in headers["Content-Security-Policy"]
        assert not any(name.startswith("Access-Control") for name in headers)
    cookie = page.headers["Set-Cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie


def test_the_page_holds_no_script_or_style_of_its_own(served: Served) -> None:
    html = Page(served.port).html
    assert " style=" not in html and "<style" not in html and " on" + "click" not in html
    assert html.count("<script") == 2  # the module, and its words as data
    assert "http://" not in html and "https://" not in html


def test_an_open_page_goes_on_working_after_a_restart(served: Served, tmp_path: Path) -> None:
    page = Page(served.port)
    again = Served(tmp_path, served.vault, Turns())
    try:
        other = Page(again.port)
        other.keys = page.keys
        assert other.says("hello")[0] == 200
    finally:
        again.close()


# What becomes a turn


def test_words_and_a_dropped_mail_become_a_turn(served: Served) -> None:
    status, _ = Page(served.port, "daan").says("Wat moet ik hiermee?\r\nGroet", ("mail/delete.eml", MAIL))
    assert status == 200
    (turn,) = served.desk.kept
    assert (turn.speaker.id, turn.speaker.language) == ("workspace:local:daan", "nl")
    assert turn.place.private
    assert turn.at == MONDAY
    assert isinstance(turn.act, Said)
    assert turn.act.text == "Wat moet ik hiermee?\nGroet"
    (file,) = turn.act.files
    assert (file.name, file.content) == ("delete.eml", MAIL)


def test_an_outsider_is_a_guest(served: Served) -> None:
    Page(served.port, "otto").says("hello")
    assert served.desk.kept[0].speaker.guest


def test_words_in_the_channel_are_not_private(served: Served) -> None:
    card = served.post(Card.of("A case"))
    Page(served.port, "pieter").says("@desk I take this one", channel="privacy", thread=card.message)
    place = served.desk.kept[0].place
    assert (place.channel, place.thread, place.private) == ("privacy", card.message, False)
    assert Page(served.port, "emma").messages()[-1]["thread"] == int(card.message)


@pytest.mark.parametrize(
    ("words", "heard"),
    [
        ("I called her, she is fine with Friday.", None),
        ("My mail to help@desk.example was bounced", None),
        ("@desk she wants a copy, too", "she wants a copy, too"),
        ("She wants a copy, too, @Privacy Desk", "She wants a copy, too,"),
    ],
)
def test_a_note_to_colleagues_in_a_thread_is_no_message_to_the_desk(
    served: Served, words: str, heard: str | None
) -> None:
    card = served.post(Card.of("A case"))
    status, _answer = Page(served.port, "pieter").says(words, channel="privacy", thread=card.message)
    assert status == 200
    assert [turn.act.text for turn in served.desk.kept if isinstance(turn.act, Said)] == ([heard] if heard else [])
    assert words in str(Page(served.port, "emma").messages()[-1])


def test_nobody_writes_in_somebody_elses_private_chat(served: Served) -> None:
    status, answer = Page(served.port, "otto").says("hello", channel="@emma")
    assert status == 409
    assert "reload" in answer["problem"]
    assert not served.desk.kept


def test_the_same_event_twice_is_one_turn_and_one_message(served: Served) -> None:
    page = Page(served.port)
    event = "7f9c0a52-1d6f-4a3e-9d7a-0b8f6a0c5d11"
    assert page.says("Please delete Ana", event=event)[0] == 200
    assert page.says("Please delete Ana", event=event)[0] == 200
    assert len(served.desk.kept) == 1
    assert len(page.messages()) == 1


def test_a_refused_message_is_taken_back_so_that_nothing_looks_sent(served: Served) -> None:
    def refuse(_turn: Turn) -> None:
        raise OperationalError("insert", {}, Exception("ana@x.example is locked"))

    served.desk.hears = refuse
    page = Page(served.port)
    status, answer = page.says("About ana@x.example")
    assert status == 409
    assert answer["problem"] == "The desk could not save this just now. Nothing was lost: please send it again."
    assert page.messages() == []


def test_nothing_to_send_is_said(served: Served) -> None:
    status, answer = Page(served.port).says("  \n ")
    assert (status, len(served.desk.kept)) == (409, 0)
    assert answer["problem"].startswith("There is nothing to send yet")


def test_a_file_of_another_kind_is_said(served: Served) -> None:
    status, answer = Page(served.port).says("", ("passport.png", b"\x89PNG"))
    assert (status, len(served.desk.kept)) == (409, 0)
    assert answer["problem"].startswith("I can read .eml, .msg and .txt files only.")


def test_five_megabytes_of_text_arrive_whole_and_are_shortened_on_the_page_only(served: Served) -> None:
    text = "please delete me " * (5 * 1024 * 1024 // 17)
    page = Page(served.port)
    assert page.says(text)[0] == 200
    assert served.desk.kept[0].act.text == text
    (shown,) = page.messages()
    assert "Shortened here; the desk read all of it." in shown["html"]
    assert len(shown["html"]) < 50_000


def test_more_than_fits_is_one_kind_sentence(served: Served) -> None:
    status, answer = Page(served.port).says("x" * (LARGEST + 1))
    assert (status, len(served.desk.kept)) == (413, 0)
    assert answer["problem"].startswith("That is more than 6 MB")


def test_too_much_is_noticed_without_an_announced_length(served: Served) -> None:
    page = Page(served.port)
    chunk = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    head = f"POST /press HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nTransfer-Encoding: chunked\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in page.keys.items())
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as connection:
        connection.sendall(head.encode() + b"\r\n" + chunk * 7 + b"0\r\n\r\n")
        assert connection.recv(20).startswith(b"HTTP/1.1 413")


def test_a_button_is_stored_with_the_message_it_stood_in(served: Served) -> None:
    card = served.post(Card.of(Actions.of(Button.of("Wave", Wave()))))
    payload = Wave().encoded()
    status, answer = Page(served.port, "priya").sends(
        "/press", payload=payload, channel="privacy", thread=card.message, message=card.message
    )
    assert (status, answer) == (200, {"later": True})
    (turn,) = served.desk.kept
    assert turn.act == Pressed(payload=payload, message=card.message)
    assert not turn.place.private


def test_a_button_that_opens_a_form_is_answered_with_it(served: Served) -> None:
    served.desk.answers = lambda _turn: Answer(form=FORM)
    status, answer = Page(served.port, "priya").sends("/press", payload=Explain().encoded())
    assert status == 200
    assert '<label for="f0">Why?</label>' in answer["form"]
    assert not served.desk.kept


def test_a_stale_button_is_refused_in_one_sentence_in_the_pressers_language(served: Served) -> None:
    status, answer = Page(served.port).sends("/press", payload='["case.gone",1,{}]')
    assert status == 409
    assert answer["problem"] == "This button is from an older message and no longer works. Please use a newer one."


def test_who_may_not_is_told_so(served: Served) -> None:
    def refuse(_turn: Turn) -> Answer:
        raise NotAllowed("Only the privacy team can do this.")

    served.desk.answers = refuse
    assert Page(served.port).sends("/press", payload=Explain().encoded()) == (
        409,
        {"problem": "Only the privacy team can do this."},
    )


def test_a_form_brings_its_values_and_its_errors(served: Served) -> None:
    served.desk.answers = lambda _turn: Answer(errors={"why": "An extension needs a reason."})
    values = {"why": "", "points": ["a", "b"]}
    page = Page(served.port, "priya")
    status, answer = page.sends("/submit", payload=Explain().encoded(), values=values, channel="privacy")
    assert (status, answer) == (200, {"errors": {"why": "An extension needs a reason."}})
    (turn,) = served.desk.asked
    assert turn.act == Submitted(payload=Explain().encoded(), values=values)
    assert turn.place.private  # a dialog is seen by one person, wherever it was opened


def test_a_private_answer_stays_out_of_the_channel(served: Served) -> None:
    served.desk.answers = lambda _turn: Answer(card=Card.of(Facts.of(("Name", "Ana Diaz")), title="Details"))
    page = Page(served.port, "priya")
    _, answer = page.sends("/press", payload=Explain().encoded(), channel="privacy")
    assert "Ana Diaz" in answer["card"] and "Only you see this." in answer["card"]
    assert page.messages() == []


def test_home_is_asked_for_the_chosen_person(served: Served) -> None:
    served.desk.answers = lambda turn: Answer(card=Card.of(f"Hello {turn.speaker.name}"))
    _, answer = Page(served.port, "noor").sends("/home")
    assert "Hello Noor de Wit" in answer["card"]
    assert served.desk.asked[0].act == Asked(name="home")


@pytest.mark.parametrize(
    "values",
    [
        {"event": "not-a-uuid"},
        {"person": "mallory"},
        {"channel": "#elsewhere"},
        {"thread": "soon"},
        {"values": {"why": {"deep": 1}}},
        {"values": "all"},
    ],
)
def test_what_the_page_never_sends_is_refused(served: Served, values: dict[str, Any]) -> None:
    sent = {"payload": Explain().encoded(), "values": {}, **values}
    status, answer = Page(served.port).sends("/submit", **sent)
    assert status == 409
    assert "reload" in answer["problem"]
    assert not served.desk.asked


# What everybody sees


def test_a_posted_card_reaches_every_open_page_at_once(served: Served) -> None:
    with Page(served.port, "emma").listening() as emma, Page(served.port, "priya").listening() as priya:
        for events in (emma, priya):
            assert next(data for name, data in events if name == "messages")["messages"] == []
        served.post(Card.of("Due in 7 days", title="DSR-2026-0042"))
        for events in (emma, priya):
            (message,) = next(data for name, data in events if name == "messages")["messages"]
            assert message["side"] == "channel"
            assert "DSR-2026-0042" in message["html"]


def test_a_private_message_is_for_its_person_and_news_for_the_others(served: Served) -> None:
    with Page(served.port, "emma").listening() as emma, Page(served.port, "priya").listening() as priya:
        assert next(data for name, data in emma if name == "unread")["@emma"] == 0
        assert next(data for name, data in priya if name == "unread")["@emma"] == 0
        posted = served.post(Card.of("Your case was opened"), to="emma")
        (message,) = next(data for name, data in emma if name == "messages")["messages"]
        assert message["side"] == "chat"
        assert next(data for name, data in priya if name == "unread")["@emma"] == 1
        Page(served.port, "emma").sends("/seen", message=int(posted.message))
        assert next(data for name, data in priya if name == "unread")["@emma"] == 0
    assert Page(served.port, "priya").messages() == []


def test_a_page_that_was_away_gets_what_it_missed(served: Served) -> None:
    first = served.post(Card.of("first"))
    served.post(Card.of("second"))
    served.update(first, Card.of("first, changed"))
    with Page(served.port).listening(after=2) as events:
        (missed,) = next(data for name, data in events if name == "messages")["messages"]
    assert missed["id"] == int(first.message)
    assert "first, changed" in missed["html"]


def test_a_message_of_one_name_is_posted_once_even_after_a_restart(served: Served, tmp_path: Path) -> None:
    first = served.post(Card.of("Nudge"), once="nudge 1")
    again = Served(tmp_path, served.vault, Turns())
    try:
        assert again.post(Card.of("Nudge"), once="nudge 1") == first
        assert len(Page(again.port).messages()) == 1
    finally:
        again.close()


def test_a_person_cannot_take_the_name_of_a_message_of_the_bot(served: Served) -> None:
    event = "7f9c0a52-1d6f-4a3e-9d7a-0b8f6a0c5d11"
    Page(served.port).says("hello", event=event)
    served.post(Card.of("An answer"), to="emma", once=event)
    assert len(Page(served.port).messages()) == 2


def test_a_reply_to_a_reply_stands_in_the_same_thread(served: Served) -> None:
    card = served.post(Card.of("A case"))
    reply = served.post(Card.of("taken"), thread=card)
    served.post(Card.of("verified"), thread=reply)
    assert [m["thread"] for m in Page(served.port).messages()] == [None, int(card.message), int(card.message)]


def test_an_address_may_name_the_thread(served: Served) -> None:
    card = served.post(Card.of("A case"))
    to = Address("workspace", "local", channel="privacy", thread=card.message)
    served.run(served.poster.post(to, Card.of("Let's go on in private."), once="line"))
    assert Page(served.port).messages()[-1]["thread"] == int(card.message)


@pytest.mark.parametrize(
    "to",
    [
        Address("workspace", "local", channel="general"),
        Address("workspace", "local", user="mallory"),
        Address("workspace", "local", channel="@mallory"),
        Address("slack", "T1", channel="privacy"),
    ],
)
def test_where_nobody_listens_nothing_can_be_posted(served: Served, to: Address) -> None:
    with pytest.raises(Undeliverable):
        served.run(served.poster.post(to, Card.of("hello"), once="x"))


def test_a_message_that_is_not_there_cannot_be_changed(served: Served) -> None:
    for number in ("4711", "x"):
        with pytest.raises(Undeliverable):
            served.update(Posted("privacy", number), Card.of("new"))


def test_trouble_with_the_database_is_a_reason_to_try_later(served: Served, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "workspace.db")) as db:
        db.execute("DROP TABLE messages")
    with pytest.raises(TryLater):
        served.post(Card.of("hello"))


def test_an_emptied_chat_is_gone_from_page_and_file_and_stays_so(served: Served) -> None:
    page = Page(served.port)
    posted = served.post(Card.of(Quote(text="ana@x.example")), to="emma", once="one")
    page.says("about ana@x.example")
    with page.listening() as events:
        next(data for name, data in events if name == "messages")
        page.sends("/empty")
        gone = next(data for name, data in events if name == "messages")["messages"]
    assert [m["html"] for m in gone] == ["", ""]
    served.update(posted, Card.of("back again?"))
    served.post(Card.of("back again?"), to="emma", once="one")
    assert page.messages() == []


def test_the_file_holds_nothing_readable(served: Served, tmp_path: Path) -> None:
    Page(served.port).says("Delete ana.diaz@citrine.example, please", ("ana-diaz.eml", MAIL))
    served.post(Card.of("About ana.diaz@citrine.example"), to="emma")
    files = [file.read_bytes() for file in tmp_path.glob("workspace.db*")]
    assert files
    for content in files:
        assert b"citrine" not in content and b"ana-diaz" not in content


def test_another_key_and_a_folder_that_is_not_there_are_said_in_one_sentence(served: Served, tmp_path: Path) -> None:
    served.post(Card.of("hello"))
    with pytest.raises(BadSettings, match="DESK_KEY is not the key"):
        Store(f"sqlite:///{tmp_path / 'workspace.db'}", Vault(Vault.new_key()))
    with pytest.raises(BadSettings, match="cannot be opened"):
        Store(f"sqlite:///{tmp_path / 'nowhere' / 'workspace.db'}", served.vault)


# The clock


def test_the_clock_moves_ahead_and_stays_moved_after_a_restart(served: Served, tmp_path: Path) -> None:
    with Page(served.port, "priya").listening() as events:
        assert next(data for name, data in events if name == "ahead") == {"now": MONDAY.isoformat(), "moved": False}
        status, answer = Page(served.port).sends("/clock", hours=72)
        later = {"now": (MONDAY + timedelta(days=3)).isoformat(), "moved": True}
        assert (status, answer) == (200, later)
        assert next(data for name, data in events if name == "ahead") == later
    assert served.moves == 1
    again = Served(tmp_path, served.vault, Turns())
    assert again.clock.now() == MONDAY + timedelta(days=3)
    again.close()


def test_a_date_means_its_morning_when_work_has_begun(served: Served) -> None:
    Page(served.port).sends("/clock", to="2026-03-30")  # summer time began the day before
    assert served.clock.now().isoformat() == "2026-03-30T07:01:00+00:00"


@pytest.mark.parametrize("to", [{"to": "2026-03-09"}, {"to": "2025-01-01"}, {"to": "soon"}, {"hours": -24}, {}])
def test_the_clock_never_goes_back(served: Served, to: dict[str, Any]) -> None:
    status, answer = Page(served.port).sends("/clock", **to)
    assert status == 409
    assert answer["problem"].endswith(".")
    assert (served.clock.ahead, served.moves) == (timedelta(), 0)


def test_the_clock_stops_after_five_years(served: Served) -> None:
    assert Page(served.port).sends("/clock", to="2040-01-01")[0] == 409


# Samples


def test_every_sample_mail_is_one_click_away_and_a_few_days_old(served: Served) -> None:
    page = Page(served.port)
    assert {sample.language for sample in samples().values()} == {"en", "nl"}
    for name in samples():
        assert f'data-sample="{name}"' in page.html
        status, _, mail = page.ask("GET", f"/samples/{name}")
        assert status == 200
        assert b"$" not in mail and b"X-Sample" not in mail
        assert b" Mar 2026 " in mail
    assert page.ask("GET", "/samples/..%2fpeople.py")[0] == 404


def test_the_dutch_page_is_dutch(served: Served) -> None:
    assert '<html lang="nl">' in Page(served.port, "daan").html
    assert '<html lang="en">' in Page(served.port, "emma").html
