"""The one page of the workspace: its template filled for a person, in that person's language."""

import json
from functools import cache
from html import escape
from importlib import resources
from string import Template

from adapters.web import render
from adapters.web.guard import LARGEST, too_large
from adapters.web.people import PEOPLE, Person, private_channel
from adapters.web.samples import samples
from bot.conversation.card import Card
from bot.wording import _, current_language


def page(person: Person, *, token: str, channel: str, company: str, zone: str) -> str:
    """The page as this person sees it. Messages are not in it: they come with the stream."""
    words = {
        "lang": current_language(),
        "token": token,
        "title": f"{person.first_name} · Privacy Desk",
        "person": person.key,
        "name": person.name,
        "first_name": person.first_name,
        "role": _(person.role),
        "chat": private_channel(person.key),
        "channel": channel,
        "zone": zone,
        "workspace": _("Local workspace of {company}", company=company),
        "clock_label": _("The desk's clock"),
        "moved": _("moved ahead"),
        "one_day": _("Move the clock 1 day ahead"),
        "three_days": _("Move the clock 3 days ahead"),
        "seven_days": _("Move the clock 7 days ahead"),
        "days": _("days"),
        "to_date": _("To a date …"),
        "to_date_label": _("Move the clock to the morning of"),
        "to_date_hint": _("Time only moves ahead. Reminders and due dates follow at once."),
        "go": _("Move"),
        "people_label": _("Who you are"),
        "act_as": _("You are"),
        "sides_label": _("Chat or channel"),
        "chat_tab": _("Chat"),
        "chat_with": _("private chat with Privacy Desk"),
        "home": _("Home"),
        "empty": _("Empty this chat"),
        "welcome": _("Hi {name}, what came in?", name=person.first_name),
        "welcome_hint": _("Paste a customer's e-mail, drop an .eml or .msg file, or start with a sample mail below."),
        "attached": _("Added files"),
        "chat_placeholder": _("Write to Privacy Desk, or paste a mail"),
        "samples_label": _("Sample mails"),
        "add_file": _("Add a file"),
        "keys": _("Shift + Enter: a new line"),
        "send": _("Send"),
        "drop": _("Drop the mail here (.eml, .msg or .txt)"),
        "channel_note": _("the privacy team's channel"),
        "channel_welcome": _("Nothing here yet"),
        "channel_hint": _("Each case gets one card here, with its dates and its buttons. Reminders follow below it."),
        "channel_placeholder": _("Write in #{channel} as {name}", channel=channel, name=person.first_name),
        "no_thread": _("Write in the channel instead"),
        "new_below": _("New messages ↓"),
        "reply": _("Reply"),
    }
    html = {
        "avatar": render.avatar(person),
        "people": "".join(_choice(other, other is person) for other in PEOPLE.values()),
        "samples": "".join(
            f'<button type="button" role="menuitem" data-sample="{escape(s.name)}">'
            f'<span class="lang">{escape(s.language.upper())}</span>{escape(s.title)}</button>'
            for s in samples().values()
        ),
        "words": _for_script(_words()),
    }
    return _template().substitute({key: escape(text) for key, text in words.items()} | html)


def private_card(shown: Card, viewer: render.Viewer) -> str:
    """A card in a dialog, for one person alone."""
    title = shown.title or "Privacy Desk"
    body = render.card(shown.model_copy(update={"title": ""}), viewer)
    return (
        f'<div class="panel"><h2 class="dialog-title" id="dialog-title">{escape(title)}</h2>'
        f'<p class="only-you">{escape(_("Only you see this."))}</p>{body}'
        f'<div class="dialog-buttons"><button type="button" class="button" data-close>{escape(_("Close"))}</button>'
        "</div></div>"
    )


def _choice(person: Person, current: bool) -> str:
    here = ' aria-current="page"' if current else ""
    return (
        f'<li><a href="/?as={person.key}"{here} data-person="{person.key}" title="{escape(_(person.role))}">'
        f'{render.avatar(person)}<span class="person-name">{escape(person.first_name)}</span>'
        f'<span class="person-role">{escape(_(person.role))}</span>'
        f'<span class="dot" hidden><span class="hidden">{escape(_("has news"))}</span></span></a></li>'
    )


def _words() -> dict[str, object]:
    """What the script says by itself."""
    return {
        "largest": LARGEST,
        "tooLarge": too_large(),
        "wrongKind": _("I can read .eml, .msg and .txt files only. Save the mail as one of them, or paste its text."),
        "unreadable": _("This file could not be read. Please save the mail again and drop it once more."),
        "unreachable": _("The desk cannot be reached. What you typed stays here; send it again in a moment."),
        "offline": _("The desk cannot be reached. This page goes on by itself as soon as it is back."),
        "emptyReally": _("Take all messages out of this chat? Cases stay as they are."),
        "remove": _("Remove {name}", name="%"),
        "inThread": _("Replying to: {title} (for Privacy Desk, write @desk)", title="%"),
        "reply": render.replies(1),
        "replies": render.replies(99).replace("99", "%"),
        "latest": _("latest: {text}", text="%"),
        "dismiss": _("Close"),
    }


def _for_script(value: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(value).replace("<", "\\u003c").replace("&", "\\u0026")


@cache
def _template() -> Template:
    return Template((resources.files("adapters.web") / "page.html").read_text(encoding="utf-8"))
