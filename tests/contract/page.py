"""A browser without a screen: it opens the workspace's page, presses, fills in, and follows the live stream."""

import http.client
import json
import re
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tests.patience import PATIENCE


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as somebody sees it."""

    id: int
    side: str  # "chat" or "channel"
    thread: int | None
    author: str  # "" is the bot
    html: str

    @property
    def text(self) -> str:
        return _text(self.html)

    @property
    def title(self) -> str:
        found = LexborHTMLParser(self.html).css_first(".card-title")
        return found.text(strip=True) if found is not None else ""

    @property
    def buttons(self) -> dict[str, str]:
        """Label -> what it sends back."""
        found = LexborHTMLParser(self.html).css("button[data-payload]")
        return {button.text(strip=True): button.attributes["data-payload"] or "" for button in found}


class Page:
    """One opened page; it holds its cookie and token."""

    def __init__(self, port: int, person: str = "emma") -> None:
        self._port = port
        self.person = person
        status, headers, html = self.ask("GET", f"/?as={person}")
        assert status == 200
        self.headers = headers
        self.html = html.decode()
        found = re.search(r'name="desk-token" content="(\w+)"', self.html)
        assert found is not None
        self.keys = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Desk-Token": found[1]}

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, dict(answer.headers), answer.read()
        finally:
            connection.close()

    def sends(self, path: str, headers: dict[str, str] | None = None, **values: Any) -> tuple[int, dict[str, Any]]:
        """Post JSON as the page does."""
        body = json.dumps({"person": self.person, "event": str(uuid.uuid4()), **values}).encode()
        keys = {"Content-Type": "application/json", **(self.keys if headers is None else headers)}
        status, _headers, answer = self.ask("POST", path, body, keys)
        return status, json.loads(answer)

    def says(self, text: str, *files: tuple[str, bytes], event: str = "", **fields: str) -> tuple[int, dict[str, Any]]:
        """Send words and files as the composer does."""
        event = event or str(uuid.uuid4())
        parts = {"event": event, "person": self.person, "text": text, **fields}
        body = b"".join(
            f'--edge\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in parts.items()
        )
        for name, content in files:
            head = f'--edge\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n'
            body += head.encode() + b"Content-Type: message/rfc822\r\n\r\n" + content + b"\r\n"
        keys = {**self.keys, "Content-Type": "multipart/form-data; boundary=edge"}
        status, _headers, answer = self.ask("POST", "/say", body + b"--edge--\r\n", keys)
        return status, json.loads(answer)

    @contextmanager
    def listening(self, after: int = 0) -> Iterator[Iterator[tuple[str, Any]]]:
        """The live stream, as (event, data); it waits for the next one."""
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE)
        try:
            connection.request("GET", f"/events?as={self.person}", headers={"Last-Event-ID": str(after)})
            yield _events(connection.getresponse())
        finally:
            connection.close()

    def messages(self) -> list[dict[str, Any]]:
        """What a freshly opened page shows."""
        with self.listening() as events:
            messages: list[dict[str, Any]] = next(data for name, data in events if name == "messages")["messages"]
            return messages

    def until(self, shows: Callable[[list[Shown]], object]) -> list[Shown]:
        """Follow the live stream until what this person sees, oldest first, is as said; returns it."""
        seen: dict[int, Shown] = {}
        with self.listening() as events, suppress(TimeoutError):
            for name, data in events:
                if name != "messages":
                    continue
                changed = [Shown(m["id"], m["side"], m["thread"], m["author"], m["html"]) for m in data["messages"]]
                seen |= {message.id: message for message in changed}
                messages = [seen[id_] for id_ in sorted(seen) if seen[id_].html]
                if shows(messages):
                    return messages
        raise AssertionError("This is all that was shown:\n" + "\n".join(m.text for m in seen.values()))

    def until_told(self, words: str, side: str = "chat") -> Shown:
        """Wait for the bot to say this; returns its newest message that does."""
        found = self.until(lambda messages: _told(messages, words, side))
        return _told(found, words, side)[-1]

    def hears(self, text: str, *files: tuple[str, bytes]) -> Shown:
        """Send words and files, and wait for the bot's first message in the chat after them."""
        before = max((message["id"] for message in self.messages()), default=0)
        status, answer = self.says(text, *files)
        assert status == 200, answer
        found = self.until(lambda messages: _after(messages, before))
        return _after(found, before)[0]

    def presses(self, label: str, side: str = "chat") -> tuple[int, dict[str, Any]]:
        """Press the newest button of that label, as soon as there is one."""
        message = _with(self.until(lambda messages: _with(messages, label, side)), label, side)[-1]
        pressed: dict[str, Any] = {"payload": message.buttons[label], "message": message.id}
        if side == "channel":
            pressed |= {"channel": "privacy", "thread": message.thread or message.id}
        return self.sends("/press", **pressed)

    def submits(self, form: str, **values: str | list[str]) -> tuple[int, dict[str, Any]]:
        """Fill in a form that a press was answered with, over what stands in it already."""
        tree = LexborHTMLParser(form).css_first("form[data-payload]")
        assert tree is not None
        return self.sends("/submit", payload=tree.attributes["data-payload"], values={**_filled(form), **values})


def _told(messages: list[Shown], words: str, side: str) -> list[Shown]:
    return [m for m in messages if m.side == side and not m.author and words in m.text]


def _after(messages: list[Shown], before: int) -> list[Shown]:
    return [m for m in messages if m.side == "chat" and not m.author and m.id > before]


def _with(messages: list[Shown], label: str, side: str) -> list[Shown]:
    return [m for m in messages if m.side == side and label in m.buttons]


def _text(html: str) -> str:
    return " ".join(LexborHTMLParser(html).text(separator=" ").split())


def _filled(form: str) -> Mapping[str, str | list[str]]:
    """What a browser would send of a form that nobody touched."""
    values: dict[str, str | list[str]] = {}
    for field in LexborHTMLParser(form).css("[data-field]"):
        name, several = field.attributes["data-field"] or "", "data-several" in field.attributes
        chosen = [f.attributes["value"] or "" for f in field.css("input[checked], option[selected]")]
        typed = [
            f.attributes.get("value") or f.text() for f in field.css("input[type=text], input[type=date], textarea")
        ]
        values[name] = chosen if several else next(iter([*chosen, *typed]), "").strip()
    return values


def _events(response: http.client.HTTPResponse) -> Iterator[tuple[str, Any]]:
    """The events as they come. Raises TimeoutError when the stream goes on for longer than anybody waits."""
    name, deadline = "", time.monotonic() + PATIENCE
    while line := response.readline().decode().rstrip("\n"):
        while line:
            field, _, value = line.partition(": ")
            if field == "event":
                name = value
            elif field == "data":
                yield name, json.loads(value)
            line = response.readline().decode().rstrip("\n")
        if time.monotonic() > deadline:
            raise TimeoutError("the live stream did not tell it in time")
