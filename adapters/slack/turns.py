"""What Slack sends, as turns. Reads the payload only: who somebody is and what files hold is asked for later.

A *deferred* act becomes an `Incoming`, to be kept at once. Forms are *answered*: `pressed` and `submitted` read them.
"""

import json
import re
from datetime import UTC, datetime
from typing import Any

from adapters.slack import mail
from adapters.slack.markup import words
from adapters.slack.render.views import values_of
from bot.conversation.payload import Payload, dicts, inner, text
from bot.conversation.turn import HOME_PAGE, Act, Asked, Incoming, Place, Pressed, Said, Submitted

PLATFORM = "slack"
SHORTCUT = "log_request"  # callback_id of the message shortcut
FORM_BUTTON = "form."  # how the action_id of a button begins that opens a form
NOTHING, ONE_WORD, A_LINE = re.compile(""), re.compile(r"[\w#./-]{0,40}"), re.compile(r".{0,120}")
# What may follow the slash command, and what may follow that. All else hands something over: nothing is dropped.
COMMANDS = {"help": NOTHING, "mine": NOTHING, "open": NOTHING, "status": ONE_WORD, "search": A_LINE}
MAIL_FILES = (".eml", ".msg")
SPOKEN = (None, "file_share", "thread_broadcast", "me_message")  # subtypes of messages in which somebody says something
SLACKBOT = "USLACKBOT"


def deferred(payload: Payload) -> Incoming | None:
    """The act to be kept, if this is one; None for what nobody has to answer."""
    match payload.get("type"):
        case "event_callback":
            return _event(payload)
        case "block_actions":
            return _press(payload)
        case "message_action" if payload.get("callback_id") == SHORTCUT:
            return _shortcut(payload)
        case None if payload.get("command"):
            return _command(payload)
        case _:
            return None


def opens_form(payload: Payload) -> bool:
    """Whether it is the press of a button that opens a form."""
    return payload.get("type") == "block_actions" and str(_action(payload).get("action_id")).startswith(FORM_BUTTON)


def team_of(payload: Payload) -> str:
    """The workspace in which the app is installed and to which this came."""
    view = inner(payload, "view").get("app_installed_team_id")  # `team` may be another workspace of the organisation
    if view:
        return str(view)
    for authorization in dicts(payload.get("authorizations")):
        if authorization.get("team_id"):
            return str(authorization["team_id"])
    team = payload.get("team")
    inside = team.get("id") if isinstance(team, dict) else team
    return str(payload.get("context_team_id") or payload.get("team_id") or inside or "")


def user_of(payload: Payload) -> str:
    """Whoever pressed, sent or typed it."""
    user = payload.get("user")
    return str(payload.get("user_id") or (user.get("id") if isinstance(user, dict) else user) or "")


def pressed(payload: Payload) -> tuple[str, Place, Pressed]:
    """Id, place and act of a pressed button."""
    action, container = _action(payload), inner(payload, "container")
    act = Pressed(payload=text(action, "value") or "", message=text(container, "message_ts"))
    where = container.get("message_ts") or container.get("view_id")
    return f"press:{where}:{user_of(payload)}:{action.get('action_ts')}", _place_of_press(payload), act


def submitted(payload: Payload) -> tuple[str, Place, Submitted]:
    """Id, place and act of a submitted form. A form is sent once under its view's id, unless it had errors."""
    view = payload["view"]
    context = json.loads(view.get("private_metadata") or "{}")
    act = Submitted(payload=str(context.get("payload", "")), values=values_of(view))
    place = Place(channel=str(context.get("channel", "")), thread=context.get("thread"), private=True)
    return f"view:{view.get('id')}", place, act


def context_of(place: Place, payload: str) -> str:
    """What a form brings back: its payload, and where it was opened."""
    thread = {"thread": place.thread} if place.private and place.thread else {}
    return json.dumps({"channel": place.channel, **thread, "payload": payload}, separators=(",", ":"))


def _event(payload: Payload) -> Incoming | None:
    event = inner(payload, "event")
    match event.get("type"):
        case "message":
            return _message(payload, event)
        case "app_mention" if event.get("user") and not event.get("bot_id"):
            return _said(payload, event, private=False)
        case "app_home_opened" if event.get("tab") == "home":
            place = Place(channel=HOME_PAGE)
            return _incoming(payload, f"home:{payload.get('event_id')}", event.get("user"), place, Asked(name="home"))
        case _:
            return None


def _message(payload: Payload, event: Payload) -> Incoming | None:
    """Said to the bot, or a mail in a channel that it was invited to. All else in channels is not for the bot."""
    if event.get("subtype") not in SPOKEN or event.get("hidden"):
        return None
    files = dicts(event.get("files"))
    if any(mail.is_mail(file) for file in files):
        return _said(payload, event, private=event.get("channel_type") == "im")
    if event.get("bot_id") or not event.get("user"):
        return None
    if event.get("channel_type") == "im":
        return _said(payload, event, private=True)
    if any(str(file.get("name", "")).casefold().endswith(MAIL_FILES) for file in files):
        return _said(payload, event, private=False)
    return None


def _said(payload: Payload, message: Payload, *, private: bool) -> Incoming:
    """Words and files of a message. The same message is told as several events, so it is named by its place."""
    channel, ts = str(message.get("channel")), str(message.get("ts"))
    act, wants = _content(message, _bot(payload))
    thread = text(message, "thread_ts")
    if private and message.get("parent_user_id") == _bot(payload):
        thread = None  # a reply to what the bot said belongs to the conversation in which it said it
    if private:
        place = Place(channel=channel, thread=thread)
    else:
        place = Place(channel=channel, thread=thread or ts, private=False)
        wants |= {"link": f"{channel} {ts}"}
    if not private and thread and thread != ts:
        wants["root"] = f"{channel} {thread}"  # "@desk, this one": what the thread is about belongs to it
    user = message.get("user")
    if user == SLACKBOT or message.get("bot_id"):
        mails = [file for file in dicts(message.get("files")) if mail.is_mail(file)]
        wants["mail_from"] = next((found for file in mails if (found := mail.sender(file))), "")
        user = f"{SLACKBOT}.{ts}"  # nobody: such mails do not wait for each other
    return _incoming(payload, f"message:{channel}:{ts}", user, place, act, wants, at=ts)


def _shortcut(payload: Payload) -> Incoming:
    message, channel = inner(payload, "message"), str(inner(payload, "channel").get("id"))
    ts = str(payload.get("message_ts") or message.get("ts"))
    act, wants = _content(message, "")
    act = act.model_copy(update={"logged": True})
    wants |= {"link": f"{channel} {ts}", "author": str(message.get("user") or "")}
    place = Place(channel=channel, private=True, hook=text(payload, "response_url"))
    return _incoming(
        payload, f"shortcut:{channel}:{ts}:{payload.get('action_ts')}", user_of(payload), place, act, wants
    )


def _command(payload: Payload) -> Incoming:
    first, _space, rest = str(payload.get("text") or "").strip().partition(" ")
    name = first.casefold()
    if name in COMMANDS and COMMANDS[name].fullmatch(rest.strip()):
        act = Asked(name=name, words=words({"text": rest}))
    elif first:
        act = Asked(name="new", words=words({"text": payload.get("text")}))
    else:
        act = Asked(name="help")
    place = Place(channel=str(payload.get("channel_id")), private=True, hook=text(payload, "response_url"))
    return _incoming(payload, f"command:{payload.get('trigger_id')}", user_of(payload), place, act)


def _press(payload: Payload) -> Incoming | None:
    if _action(payload).get("type") != "button" or opens_form(payload):
        return None
    name, place, act = pressed(payload)
    return _incoming(payload, name, user_of(payload), place, act)


def _place_of_press(payload: Payload) -> Place:
    container = inner(payload, "container")
    if container.get("type") == "view":
        return Place(channel=HOME_PAGE)
    channel = str(container.get("channel_id") or inner(payload, "channel").get("id") or "")
    private = channel.startswith("D")
    hook = text(payload, "response_url") if not private or container.get("is_ephemeral") else None
    thread = text(container, "thread_ts")
    if thread == text(container, "message_ts"):
        thread = None  # it only says that there are replies below
    return Place(channel=channel, thread=thread, private=private, hook=hook)


def _content(message: Payload, bot: str) -> tuple[Said, dict[str, str]]:
    """What a message says and holds, and the files that must still be fetched."""
    mails, others = mail.sorted_files(message)
    said = Said(
        text=words(message, bot=bot),
        files=tuple(file for file, _kinds in mails),
        masked=tuple(dict.fromkeys(kind for _file, kinds in mails for kind in kinds)),
    )
    waiting = [{key: file.get(key) for key in ("name", "mimetype", "size", "url_private_download")} for file in others]
    return said, {"files": json.dumps(waiting)} if waiting else {}


def _incoming(
    payload: Payload,
    name: str,
    user: Any,
    place: Place,
    act: Act,
    wants: dict[str, str] | None = None,
    at: str = "",
) -> Incoming:
    times = (text(payload, "event_time"), text(payload, "action_ts"), text(_action(payload), "action_ts"))
    return Incoming(
        id=name,
        platform=PLATFORM,
        tenant=team_of(payload),
        user=str(user or ""),
        place=place,
        at=_moment(at or next((ts for ts in times if ts), "")),
        act=act,
        wants=wants or {},
        by_nobody="mail_from" in (wants or {}),
    )


def _moment(ts: str | None) -> datetime | None:
    """Slack's own time of it, if it gives one."""
    try:
        return datetime.fromtimestamp(float(ts), UTC) if ts else None
    except (ValueError, OverflowError, OSError):
        return None


def _bot(payload: Payload) -> str:
    return next((str(a.get("user_id")) for a in dicts(payload.get("authorizations")) if a.get("is_bot")), "")


def _action(payload: Payload) -> dict[str, Any]:
    return next(iter(dicts(payload.get("actions"))), {})
