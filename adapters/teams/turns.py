"""What Teams sends, as turns. Reads the activity only: who somebody is and what files hold is asked for later.

A *deferred* act becomes an `Incoming`, to be kept at once. What Teams waits for is *answered*: `pressed` and
`submitted` read it.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from adapters.teams import markup
from adapters.teams.render.forms import filled
from bot.conversation.payload import Payload, dicts, inner, sound, text
from bot.conversation.turn import Act, Asked, Incoming, Place, Pressed, Said, Submitted

PLATFORM = "teams"
COMMAND = "logRequest"  # of the message's menu
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"
SPEECH = ("text/html", "messageReference", "forwardedMessageReference")  # attachments that are part of what is said
CARDS = ("application/vnd.microsoft.card.", "application/vnd.microsoft.teams.card.")
SHORT = 200  # characters up to which words below a message say little without it
LONGEST_LINK = 1000


def deferred(activity: Payload) -> Incoming | None:
    """The act to be kept, if this is one; None for what nobody has to answer."""
    match activity.get("type"):
        case "message" if payload_of(activity):
            name, place, act = pressed(activity)
            return _incoming(activity, name, place, act)
        case "message":
            return _said(activity)
        case "installationUpdate" if activity.get("action") == "add" and is_private(activity):
            return _incoming(activity, _name("hello", activity), place_of(activity), Asked(name="hello"))
        case _:
            return None


def logs(activity: Payload) -> Incoming:
    """The message in whose menu somebody chose to log it."""
    message = inner(inner(activity, "value"), "messagePayload")
    author = inner(inner(message, "from"), "user")
    wants = noted(activity) | _files(dicts(message.get("attachments")))
    link = str(message.get("linkToMessage") or "")
    if link.startswith("https://") and len(link) <= LONGEST_LINK:
        wants["link"] = link
    if (who := text(author, "id")) and who != user_of(activity):
        wants |= {"author": who, "author_name": text(author, "displayName") or ""}
    place = Place(channel=place_of(activity).channel, private=True)
    act = Said(text=markup.logged(message), logged=True)
    return _incoming(activity, _name("log", activity), place, act, wants)


def tenant_of(activity: Payload) -> str:
    """The organisation's directory in which it happened."""
    inside = inner(inner(activity, "channelData"), "tenant").get("id")
    return str(inside or inner(activity, "conversation").get("tenantId") or "").casefold()


def user_of(activity: Payload) -> str:
    """Whoever did it: their id in the directory, else the one that is good for this bot alone."""
    who = inner(activity, "from")
    return sound(str(who.get("aadObjectId") or who.get("id") or ""))


def is_private(activity: Payload) -> bool:
    """Whether it is in the chat of one person with the bot. The menu of a message may be used in a chat of two people,
    which Teams calls "personal", too, but the bot is not in there."""
    where = inner(activity, "conversation")
    return where.get("conversationType") == "personal" and not str(where.get("id")).startswith("19:")


def place_of(activity: Payload) -> Place:
    channel, _mark, root = sound(str(inner(activity, "conversation").get("id"))).partition(";messageid=")
    if is_private(activity):
        return Place(channel=channel)
    return Place(channel=channel, thread=root or None, private=False)


def payload_of(activity: Payload) -> str:
    """What a pressed button or a sent form brings back; empty where there is none."""
    return str(data_of(activity).get("payload") or "")


def data_of(activity: Payload) -> Mapping[str, Any]:
    """What hangs on a button, with what was filled in."""
    value = inner(activity, "value")
    if activity.get("type") == "message":
        return value
    return inner(inner(value, "action"), "data") or inner(value, "data")


def opens_form(activity: Payload) -> bool:
    """Whether it is the press of a form's button in a client that knows no dialogs, so that it came as a message."""
    return activity.get("type") == "message" and inner(data_of(activity), "msteams").get("type") == "task/fetch"


def pressed(activity: Payload, payload: str = "") -> tuple[str, Place, Pressed]:
    """Id, place and act of a pressed button."""
    act = Pressed(payload=payload or payload_of(activity), message=text(activity, "replyToId"))
    return _name("press", activity), place_of(activity), act


def submitted(activity: Payload) -> tuple[str, Place, Submitted]:
    """Id, place and act of a sent form. A form is sent once under the name of its opening, unless it had errors."""
    data = data_of(activity)
    once = sound(str(data.get("once") or ""))[:200] or _name("form", activity)
    place = place_of(activity).model_copy(update={"private": True})
    return f"form:{once}", place, Submitted(payload=payload_of(activity), values=filled(data))


def once_for(activity: Payload) -> str:
    """A name for the form that this opens."""
    return _name("open", activity)


def _said(activity: Payload) -> Incoming:
    said, place = markup.words(activity), place_of(activity)
    wants = noted(activity) | _files(dicts(activity.get("attachments")))
    if not place.private:
        wants["link"] = _link(activity, place)
        if place.thread and place.thread != activity.get("id") and len(said) <= SHORT:
            wants["thread"] = place.thread
    return _incoming(activity, _name("message", activity), place, Said(text=said), wants)


def _incoming(activity: Payload, name: str, place: Place, act: Act, wants: dict[str, str] | None = None) -> Incoming:
    return Incoming(
        id=name,
        platform=PLATFORM,
        tenant=tenant_of(activity),
        user=user_of(activity),
        place=place,
        at=_moment(text(activity, "timestamp")),
        act=act,
        wants=noted(activity) if wants is None else wants,
    )


def noted(activity: Payload) -> dict[str, str]:
    """What Teams says of whoever acts, and of how they are reached."""
    who, about = (
        inner(activity, "from"),
        next((one for one in dicts(activity.get("entities")) if one.get("type") == "clientInfo"), {}),
    )
    found = {
        "service_url": text(activity, "serviceUrl"),
        "account": text(who, "id"),
        "name": text(who, "name"),
        "locale": text(activity, "locale") or text(about, "locale"),
        "zone": text(activity, "localTimezone") or text(about, "timezone"),
        "conversation": place_of(activity).channel if is_private(activity) else None,
    }
    return {key: value[:300] for key, value in found.items() if value}


def _files(parts: list[dict[str, Any]]) -> dict[str, str]:
    """The files that must still be fetched; those of channels have no address that we may use."""
    waiting = list[dict[str, str]]()
    for part in parts:
        kind = str(part.get("contentType") or "")
        if kind in SPEECH or kind.startswith(CARDS) or (kind.startswith("image/") and not part.get("name")):
            continue  # the last: a picture within what was pasted
        url = inner(part, "content").get("downloadUrl") if kind == DOWNLOAD else None
        waiting.append({"name": str(part.get("name") or "file")[:120], "url": str(url or "")})
    return {"files": json.dumps(waiting)} if waiting else {}


def _link(activity: Payload, place: Place) -> str:
    data = inner(activity, "channelData")
    message, group = str(activity.get("id") or ""), inner(data, "team").get("aadGroupId")
    about = {"tenantId": tenant_of(activity), "groupId": group, "parentMessageId": place.thread}
    asked = urlencode({key: str(value) for key, value in about.items() if value})
    return f"https://teams.microsoft.com/l/message/{quote(place.channel, safe='')}/{quote(message, safe='')}?{asked}"


def _name(kind: str, activity: Payload) -> str:
    """A name for what happened: the same activity, sent twice, has it twice."""
    return f"{kind}:{place_of(activity).channel[:180]}:{sound(str(activity.get('id') or ''))[:60]}"


def _moment(stamp: str | None) -> datetime | None:
    """Teams' own time of it, if it gives one."""
    try:
        found = datetime.fromisoformat(stamp) if stamp else None
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found is not None and found.tzinfo is None else found
