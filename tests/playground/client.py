"""The client as somebody who uses Teams sees it, in a real browser."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from playwright.sync_api import Browser, Locator, Route, expect

from tests.patience import PATIENCE
from tests.playground.program import Person

LONGEST = 1000 * PATIENCE  # milliseconds
CARD = ".ac-adaptiveCard"
POSTED = "Microsoft 365 Agents Playground message 201"  # in the log panel, where the bot has posted
EDITOR = "[data-lexical-editor=true]"

Words = str | re.Pattern[str]


class Playground:
    """One window with the client open in it. It forgets every conversation when it is loaded anew.

    Args:
        me: who uses the page, and writes.
        quiet: waits until the bot has nothing left to say: a card that changes meanwhile slips away from under the
            pointer, and takes a form with it that was opened in it.
    """

    def __init__(self, browser: Browser, address: str, me: Person, quiet: Callable[[], None]) -> None:
        self._hands, self._quiet = me, quiet
        self._context = browser.new_context(
            viewport={"width": 1300, "height": 1100}, locale="en-GB", reduced_motion="reduce"
        )
        self._context.set_default_timeout(LONGEST)
        self._context.route(lambda url: not url.startswith(address), lambda route: route.abort())  # no fonts from afar
        self._context.route("**/_conversation/v1/invoke", self._pressed)
        self.page = self._context.new_page()
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.goto(address)
        self._in_channel = False
        self.opens_chat()
        self.card("Hello", me.name)  # what is typed before the bot has greeted is lost: the client connects meanwhile

    def close(self) -> None:
        self._context.close()

    def opens_chat(self) -> None:
        """Open the private chat with the bot."""
        self._opens("Personal Chat")

    def opens_group(self) -> None:
        self._opens("Group Chat")

    def opens_channel(self, name: str) -> None:
        self._opens(name, channel=True)

    def acts_as(self, person: Person) -> None:
        """Buttons are pressed by somebody else from now on; the page itself has one user only."""
        self._hands = person

    def says(self, text: str) -> None:
        """Type and send: a message in a chat, a new post in a channel."""
        self._types(text)

    def mentions(self, text: str) -> None:
        """The same, with the bot mentioned: in channels and groups it hears nothing else."""
        self._types(text, mention="Privacy Desk")

    def card(self, *words: Words) -> Locator:
        """The newest card with all of these words, once it is there."""
        found = self.page.locator(CARD)
        for word in words:
            found = found.filter(has_text=word)
        newest = found.first if self._in_channel else found.last
        expect(newest).to_be_visible(timeout=LONGEST)
        return newest

    def presses(self, title: str, *words: Words) -> None:
        """Press a button on the newest card with these words."""
        self.card(*words)
        self._quiet()
        self.card(*words).get_by_role("button", name=title, exact=True).click()

    def offers(self, title: str, *words: Words) -> bool:
        """Whether the newest card with these words has such a button."""
        return self.card(*words).get_by_role("button", name=title, exact=True).count() > 0

    def told(self, words: str) -> None:
        """Wait until something is said in passing, below a card."""
        expect(self.page.get_by_text(words).first).to_be_visible(timeout=LONGEST)

    def fills(self, title: str, answers: Mapping[str, str]) -> None:
        """Fill in the form that is open in a card, by its labels, and press its button.

        Args:
            answers: by label; what is typed, or the label of the choice.
        """
        form = self.page.locator(CARD).filter(has=self.page.get_by_role("button", name=title, exact=True))
        for label, answer in answers.items():
            field = form.locator("div:has(> label)").filter(has=self.page.get_by_text(label, exact=True))
            typed = field.get_by_role("textbox")
            if typed.count():
                typed.fill(answer)
            else:
                field.get_by_label(answer, exact=True).check()
        form.get_by_role("button", name=title, exact=True).click()

    def logs(self, words: str, command: str, answer: str = "") -> None:
        """Choose the app's entry in the menu of a message, see that it is answered so, and close its dialog.

        What came is looked at on its way: the client forgets to draw it when a message comes in at the same moment.
        """
        more = self.page.get_by_label("Show more information")
        message = self.page.locator("div").filter(has=more).filter(has_text=words).last
        message.get_by_label("Show more information").click()
        self.page.get_by_role("menuitem", name="Action Command").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_placeholder("Input command id or leave blanks").fill(command)
        with self.page.expect_response("**/_conversation/v1/invoke") as came:
            dialog.get_by_role("button", name="Create").click()
        assert answer in came.value.text()
        dialog.get_by_label("Close").click()
        expect(dialog).to_have_count(0, timeout=LONGEST)

    def listens(self) -> Callable[[int], None]:
        """Returns what waits until so many more messages of the bot are drawn, as the page's log says."""
        before = self._posted()

        def drawn(number: int) -> None:
            wanted = {"said": POSTED, "number": before + number}
            self.page.wait_for_function(
                "({said, number}) => document.body.innerText.split(said).length > number", arg=wanted, timeout=LONGEST
            )
            self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

        return drawn

    def cards(self) -> str:
        """The words of all cards in the conversation that is open."""
        return "\n".join(self.page.locator(CARD).all_inner_texts())

    @property
    def warnings(self) -> set[str]:
        """What the client says that it could not show, or could not do: the beginnings of its words."""
        said: str = self.page.evaluate("document.body.innerText")
        return {found[:20] for found in re.findall(r"(?:Warning|Error): ([^\n]+)", said)}

    def screenshot(self, path: Path) -> None:
        """A picture of the window."""
        self.page.screenshot(path=path)

    def _posted(self) -> int:
        said: str = self.page.evaluate("document.body.innerText")
        return said.count(POSTED)

    def _opens(self, name: str, *, channel: bool = False) -> None:
        self.page.get_by_role("treeitem", name=name).click()
        self._in_channel = channel
        start = "Start a new post" if channel else "Type a message..."
        expect(self.page.get_by_text(start, exact=True).first).to_be_visible(timeout=LONGEST)

    def _types(self, text: str, mention: str = "") -> None:
        editors = self.page.locator(EDITOR)
        editor = editors.first if self._in_channel else editors.last
        editor.click()
        if mention:
            self.page.keyboard.type("@")
            self.page.locator("#typeahead-menu").get_by_text(mention, exact=True).click()
            text = f" {text}"
        self.page.keyboard.insert_text(text)
        if self._in_channel:
            self.page.get_by_role("button", name="Post", exact=True).click()
        else:
            self.page.keyboard.press("Enter")
        expect(editor).to_have_text("", timeout=LONGEST)

    def _pressed(self, route: Route) -> None:
        sent = json.loads(route.request.post_data or "{}")
        sent["from"] = {"id": self._hands.id}
        route.continue_(post_data=json.dumps(sent))
