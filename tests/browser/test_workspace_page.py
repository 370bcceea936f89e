"""The workspace in a real browser: writing, cards, forms, the clock, by keyboard and on a narrow window."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from adapters.web.samples import samples
from bot.conversation.action import Action
from bot.conversation.card import Actions, Button, Card, Facts, Text
from bot.conversation.form import Choice, ChoiceField, DateField, Form, TextField
from bot.conversation.turn import Answer, Pressed, Said, Submitted, Turn
from bot.errors import Stale
from tests.browser.chromium import needs_chromium
from tests.browser.window import Window
from tests.contract.served import MONDAY, Served

needs_chromium()

pytestmark = pytest.mark.browser


class Prolong(Action, name="page.prolong", opens_form=True):
    """Opens the form below."""


class Grab(Action, name="page.grab"):
    """Is worked off later."""


CASE = Card.of(
    Facts.of(("Days left", "12")),
    Actions.of(Button.of("Take", Grab(), "primary"), Button.of("Extend …", Prolong())),
    title="DSR-2026-0042 · Delete",
)
EXTEND = Form.of(
    "Extend",
    Prolong(),
    ChoiceField(name="why", label="Why?", choices=(Choice(value="complex", label="It is complex"),)),
    TextField(name="reason", label="Reason", long=True),
    DateField(name="told", label="Person told on", required=False),
    submit="Extend",
)


def extending(turn: Turn) -> Answer:
    """Opens the form, and wants a reason of some length."""
    if isinstance(turn.act, Pressed):
        return Answer(form=EXTEND)
    assert isinstance(turn.act, Submitted)
    if len(str(turn.act.values["reason"])) < 10:
        return Answer(errors={"reason": "Please say it in a sentence."})
    return Answer(card=Card.of("Extended to 5 Jun 2026.", tone="good"))


NAMELESS = """() =>
  [...document.querySelectorAll("button, a, input, textarea, select")]
    .filter((one) => !(one.textContent.trim() || one.getAttribute("aria-label") || one.labels?.length))
    .map((one) => one.outerHTML)"""


# Writing


def test_a_sample_mail_is_one_click_away_and_enter_sends_it(served: Served, window: Window) -> None:
    window.as_("emma").picks_sample("Fwd: Please delete my account")
    expect(window.attached).to_have_text("1-delete-forwarded.eml")
    window.says("Can you take this?")
    expect(window.last()).to_contain_text("1-delete-forwarded.eml")
    expect(window.attached).to_have_count(0)
    (turn,) = served.desk.heard()
    assert isinstance(turn.act, Said)
    assert turn.act.files[0].content == samples()["1-delete-forwarded.eml"].mail(MONDAY)


def test_a_dropped_mail_is_added_and_another_kind_is_refused_kindly(served: Served, window: Window) -> None:
    window.as_("emma").drops("passport.png", "PNG")
    expect(window.note).to_contain_text("I can read .eml, .msg and .txt files only.")
    window.drops("request.eml", "Subject: Delete me\n\nPlease")
    expect(window.attached).to_have_text("request.eml")
    window.composer.press("Enter")
    expect(window.last()).to_contain_text("request.eml")
    assert [file.name for file in served.desk.heard()[0].act.files] == ["request.eml"]


def test_a_file_too_large_is_refused_before_it_is_sent(window: Window) -> None:
    window.as_("emma").drops("archive.eml", "x" * (6 * 1024 * 1024 + 1))
    expect(window.note).to_contain_text("That is more than 6 MB")
    expect(window.attached).to_have_count(0)


def test_shift_enter_is_a_new_line(served: Served, window: Window) -> None:
    window.as_("emma").composer.fill("Hello,")
    window.composer.press("Shift+Enter")
    window.composer.press_sequentially("please help")
    window.composer.press("Enter")
    expect(window.last()).to_contain_text("please help")
    assert served.desk.heard()[0].act.text == "Hello,\nplease help"


def test_what_was_typed_survives_a_lost_connection_and_is_sent_once(served: Served, window: Window) -> None:
    window.as_("emma").goes_offline()
    window.says("Please delete Ana")
    expect(window.note).to_contain_text("The desk cannot be reached. What you typed stays here")
    expect(window.composer).to_have_value("Please delete Ana")
    window.goes_offline(offline=False)
    window.composer.press("Enter")
    expect(window.composer).to_have_value("")
    expect(window.messages()).to_have_count(1)
    assert len(served.desk.heard()) == 1


def test_what_was_typed_survives_being_somebody_else_for_a_moment(window: Window) -> None:
    window.as_("emma").composer.fill("half a sen")
    window.becomes("Priya")
    expect(window.composer).to_have_value("")
    window.becomes("Emma")
    expect(window.composer).to_have_value("half a sen")


def test_hostile_words_are_only_words(served: Served, window: Window) -> None:
    words = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"
    window.as_("emma").says(words)
    expect(window.last().locator(".words")).to_have_text(words)
    served.post(Card.of(words, title=words[:100]), to="emma")
    expect(window.last().locator(".text")).to_have_text(words)
    assert window.page.title() == "Emma · Privacy Desk"


# Both sides, live


def test_a_card_appears_at_once_and_changes_in_its_place(served: Served, window: Window) -> None:
    window.as_("emma")
    card = served.post(CASE)
    expect(window.last("channel")).to_contain_text("DSR-2026-0042")
    served.update(card, Card.of(Facts.of(("Owner", "Priya Nair")), title="DSR-2026-0042 · Delete"))
    expect(window.last("channel")).to_contain_text("Priya Nair")
    expect(window.messages("channel")).to_have_count(1)


def test_replies_gather_below_their_card(served: Served, window: Window) -> None:
    card = served.post(CASE)
    served.post(Card.of("Priya Nair took this case."), thread=card)
    window.as_("pieter")
    thread = window.page.locator(".thread")
    expect(thread.locator(".count")).to_have_text("1 reply")
    expect(thread.locator(".latest")).to_contain_text("Priya Nair took this case.")
    expect(thread.locator(".replies")).to_be_hidden()
    served.post(Card.of("Due in 7 days."), thread=card)  # news opens the thread
    expect(thread.locator(".count")).to_have_text("2 replies")
    expect(thread.get_by_text("Due in 7 days.").last).to_be_visible()
    served.update(card, CASE)
    expect(thread.locator(".message")).to_have_count(2)


def test_a_colleague_replies_in_a_thread(served: Served, window: Window) -> None:
    card = served.post(CASE)
    window.as_("pieter").presses("Reply", "channel")
    expect(window.page.locator(".replying")).to_contain_text("DSR-2026-0042")
    window.writes_in_channel("@desk I have the export")  # among colleagues only what names the desk is for it
    expect(window.page.locator(".thread .message")).to_contain_text("I have the export")
    assert served.desk.heard()[0].place.thread == card.message


def test_somebody_elses_news_shows_as_a_dot_until_it_is_read(served: Served, window: Window) -> None:
    window.as_("priya")
    expect(window.has_news("emma")).to_be_hidden()
    served.post(Card.of("Your case was opened."), to="emma")
    expect(window.has_news("emma")).to_be_visible()
    with window.page.expect_response("**/seen"):  # a page that is left at once may not get it out
        window.becomes("Emma")
        expect(window.last()).to_contain_text("Your case was opened.")
    window.becomes("Priya")
    expect(window.has_news("emma")).to_be_hidden()


def test_who_reads_further_up_is_left_in_peace(served: Served, window: Window) -> None:
    for number in range(12):
        served.post(Card.of(Text.of(f"Message {number}\n\n\n\n")), to="emma")
    box = window.as_("emma").page.locator("#chat .messages")
    expect(window.last()).to_be_in_viewport()
    box.evaluate("box => box.scrollTop = 0")
    served.post(Card.of("The newest"), to="emma")
    below = window.page.locator("#chat .new-below")
    expect(below).to_be_visible()
    assert box.evaluate("box => box.scrollTop") == 0
    below.click()
    expect(window.last()).to_be_in_viewport()
    expect(below).to_be_hidden()


def test_an_emptied_chat_is_empty(served: Served, window: Window) -> None:
    served.post(Card.of("About Ana"), to="emma")
    window.as_("emma").page.on("dialog", lambda question: question.accept())
    expect(window.messages()).to_have_count(1)
    window.page.get_by_role("button", name="Empty this chat").click()
    expect(window.messages()).to_have_count(0)
    expect(window.page.get_by_text("Hi Emma, what came in?")).to_be_visible()


# Buttons and forms


def test_a_form_says_what_is_missing_keeps_what_was_typed_and_returns_the_focus(served: Served, window: Window) -> None:
    served.desk.answers = extending
    served.post(CASE)
    window.as_("priya").presses("Extend …", "channel")
    expect(window.dialog.get_by_role("heading", name="Extend")).to_be_visible()
    window.dialog.get_by_role("button", name="Extend").click()
    expect(window.dialog.get_by_text("Please choose.")).to_be_visible()
    expect(window.dialog.get_by_text("Please fill this in.")).to_be_visible()
    assert window.focused() == "why"
    assert served.desk.asked[1:] == []  # what is missing is seen before anything is sent

    window.dialog.get_by_label("It is complex").check()
    window.dialog.get_by_label("Reason").fill("short")
    window.dialog.get_by_role("button", name="Extend").click()
    expect(window.dialog.get_by_text("Please say it in a sentence.")).to_be_visible()
    assert window.focused() == "reason"
    expect(window.dialog.get_by_label("It is complex")).to_be_checked()

    window.dialog.get_by_label("Reason").fill("Four systems are to be searched.")
    window.dialog.get_by_role("button", name="Extend").click()
    expect(window.note).to_have_text("Extended to 5 Jun 2026.")
    expect(window.dialog).to_have_count(0)
    assert window.focused() == "Extend …"
    sent = served.desk.asked[-1].act.values
    assert sent == {"why": "complex", "reason": "Four systems are to be searched.", "told": ""}


def test_the_keyboard_is_enough(served: Served, window: Window) -> None:
    served.desk.answers = extending
    served.post(CASE)
    keyboard = window.as_("priya").page.keyboard
    expect(window.last("channel")).to_be_visible()
    window.composer.press("Tab")
    window.tabs_to("Extend …")
    keyboard.press("Enter")
    expect(window.dialog).to_be_visible()
    assert window.focused() == "why"
    keyboard.press("Escape")
    expect(window.dialog).to_have_count(0)
    assert window.focused() == "Extend …"


def test_a_pressed_button_is_busy_until_something_comes_of_it(served: Served, window: Window) -> None:
    card = served.post(CASE)
    window.as_("priya").presses("Take", "channel")
    take = window.page.get_by_role("button", name="Take")
    expect(take).to_have_attribute("aria-busy", "true")
    served.update(card, CASE)
    expect(take).not_to_have_attribute("aria-busy", "true")
    assert len(served.desk.heard()) == 1


def test_a_stale_button_says_so_in_passing(served: Served, window: Window) -> None:
    def stale(_turn: Turn) -> Answer:
        raise Stale("The case has changed. Please use the newest card.")

    served.desk.answers = stale
    served.post(CASE)
    window.as_("priya").presses("Extend …", "channel")
    expect(window.note).to_have_text("The case has changed. Please use the newest card.")
    expect(window.dialog).to_have_count(0)


def test_home_and_private_answers_are_for_one_pair_of_eyes(served: Served, window: Window) -> None:
    served.desk.answers = lambda _turn: Answer(card=Card.of(Facts.of(("Due next", "DSR-2026-0042")), title="Home"))
    window.as_("priya").presses("Home")
    expect(window.dialog).to_contain_text("Only you see this.")
    expect(window.dialog).to_contain_text("DSR-2026-0042")
    window.page.keyboard.press("Escape")
    expect(window.dialog).to_have_count(0)
    expect(window.messages("channel")).to_have_count(0)


# The clock


def test_the_clock_moves_ahead_and_says_so(served: Served, window: Window) -> None:
    served.post(Card.of("Before"))
    now = window.as_("priya").page.locator("#now")
    expect(now).to_have_text("Mon, 9 Mar 2026 09:30")
    expect(window.page.get_by_text("moved ahead")).to_be_hidden()
    window.moves_clock("Move the clock 7 days ahead")
    expect(now).to_have_text("Mon, 16 Mar 2026 09:30")
    expect(window.page.get_by_text("moved ahead")).to_be_visible()
    served.post(Card.of("After"))
    expect(window.page.locator("#channel .day")).to_have_text(["Monday 9 March 2026", "Monday 16 March 2026"])


def test_the_clock_moves_to_a_date_and_never_back(served: Served, window: Window) -> None:
    page = window.as_("priya").page
    page.get_by_role("button", name="To a date …").click()
    page.get_by_label("Move the clock to the morning of").fill("2026-04-01")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(page.locator("#now")).to_have_text("Wed, 1 Apr 2026 09:01")
    page.get_by_role("button", name="To a date …").click()
    page.get_by_label("Move the clock to the morning of").fill("2026-03-20")
    page.get_by_role("button", name="Move", exact=True).click()
    expect(window.note).to_contain_text("The clock can only be moved ahead.")


# Narrow windows, other languages


def test_a_narrow_window_shows_one_side_at_a_time_and_nothing_sticks_out(served: Served, phone: Window) -> None:
    served.desk.answers = extending
    page = phone.as_("priya").page
    expect(page.locator("#channel")).to_be_hidden()
    served.post(CASE)
    expect(page.locator(".tabs .dot").last).to_be_visible()
    page.get_by_role("button", name="#privacy").click()
    expect(page.locator("#chat")).to_be_hidden()
    expect(page.locator(".tabs .dot").last).to_be_hidden()
    phone.presses("Extend …", "channel")
    expect(phone.dialog).to_be_visible()
    assert phone.sticks_out("body", "dialog", "#channel .messages", "#channel .card", ".top") == []


def test_longer_words_of_another_language_fit_a_narrow_window_too(served: Served, phone: Window) -> None:
    served.clock.ahead = timedelta(days=7)  # the clock says that it is moved
    phone.as_("daan")
    expect(phone.page.locator("#moved")).to_be_visible()
    assert phone.sticks_out("body", ".top", ".composer", ".composer-row", ".side-head") == []
    expect(phone.page.locator("#chat [type=submit]")).to_be_in_viewport(ratio=1)


def test_the_page_speaks_dutch_to_daan(served: Served, window: Window) -> None:
    window.as_("daan")
    assert window.page.locator("html").get_attribute("lang") == "nl"
    served.post(Card.of("Hallo"), to="daan")
    expect(window.last()).to_contain_text("Hallo")
    expect(window.page.locator("#now")).to_contain_text("9 mrt 2026")


def test_every_control_has_a_name(served: Served, window: Window) -> None:
    served.post(CASE)
    window.as_("emma")
    expect(window.last("channel")).to_be_visible()
    nameless = window.page.evaluate(NAMELESS)
    assert nameless == []
