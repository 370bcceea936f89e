"""The page as somebody who uses it sees it."""

from typing import Literal, Self

from playwright.sync_api import Browser, Locator, expect

from tests.patience import PATIENCE

Side = Literal["chat", "channel"]

expect.set_options(timeout=1000 * PATIENCE)

DROP = """([name, content]) => {
  const dropped = new DataTransfer();
  dropped.items.add(new File([content], name));
  const side = document.querySelector("#chat .messages");
  for (const kind of ["dragenter", "dragover", "drop"])
    side.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
}"""


class Window:
    """One browser window with the workspace open in it."""

    def __init__(self, browser: Browser, address: str, *, width: int = 1280, height: int = 800) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": height}, locale="en-GB", reduced_motion="reduce"
        )
        self.address = address
        self.page = self._context.new_page()
        self.troubles: list[str] = []  # what the browser complained about, refusals of the desk aside
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda said: self._note(said.type, said.text))

    def close(self) -> None:
        self._context.close()

    def as_(self, person: str) -> Self:
        """Open the page as somebody, with everything loaded that was said before."""
        self.page.goto(f"{self.address}/?as={person}")
        expect(self.page.locator("#now .time")).not_to_be_empty()
        return self

    def becomes(self, name: str) -> Self:
        """Choose somebody else to be."""
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(self.page.locator("#chat-title")).to_contain_text(name)
        expect(self.page.locator("#now .time")).not_to_be_empty()
        return self

    @property
    def composer(self) -> Locator:
        return self.page.locator("#chat-text")

    @property
    def dialog(self) -> Locator:
        return self.page.get_by_role("dialog")

    @property
    def note(self) -> Locator:
        """What is said in passing."""
        return self.page.locator(".toast")

    @property
    def attached(self) -> Locator:
        return self.page.locator(".attached .file")

    def messages(self, side: Side = "chat") -> Locator:
        return self.page.locator(f"#{side} .message")

    def last(self, side: Side = "chat") -> Locator:
        return self.messages(side).last

    def says(self, text: str) -> None:
        """Type into the private chat and send."""
        self.composer.fill(text)
        self.composer.press("Enter")

    def writes_in_channel(self, text: str) -> None:
        self.page.locator("#channel-text").fill(text)
        self.page.locator("#channel-text").press("Enter")

    def presses(self, label: str, side: Side = "chat") -> None:
        """Press the newest button of that label."""
        self.page.locator(f"#{side}").get_by_role("button", name=label).last.click()

    def picks_sample(self, title: str) -> None:
        self.page.get_by_role("button", name="Sample mails").click()
        self.page.get_by_role("menuitem", name=title).click()

    def drops(self, name: str, content: str) -> None:
        """Let a file fall onto the chat."""
        self.page.evaluate(DROP, [name, content])

    def moves_clock(self, label: str) -> None:
        self.page.get_by_role("button", name=label).click()

    def has_news(self, person: str) -> Locator:
        """The dot at somebody's picture."""
        return self.page.locator(f'.people [data-person="{person}"] .dot')

    def focused(self) -> str:
        """Name, label or text of what has the keyboard."""
        found: str = self.page.evaluate(
            "document.activeElement.name || document.activeElement.id || document.activeElement.textContent.trim()"
        )
        return found

    def tabs_to(self, name: str, *, back: bool = False) -> None:
        """Walk with the Tab key until that has the keyboard."""
        for _ in range(40):
            if self.focused() == name:
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"the Tab key does not lead to {name!r}")

    def sticks_out(self, *selectors: str) -> list[str]:
        """Which of these are wider than the window, or hold something that is wider than they are."""
        fits = "box => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().right <= innerWidth"
        return [selector for selector in selectors if not self.page.locator(selector).first.evaluate(fits)]

    def goes_offline(self, *, offline: bool = True) -> None:
        self._context.set_offline(offline)

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and not text.startswith("Failed to load resource"):
            self.troubles.append(text)
