"""Names and addresses as they stand in a From line."""

import re
from functools import cache

from bot.understanding.mail import lexicon
from bot.understanding.reading import Sender
from bot.understanding.wordlists import alternatives

# Both parts are bounded, so that a long run of letters costs little.
_NOT = r"\s<>()\[\]:;,\"@|*"
# "o'neil@x.example" is one, but not the quotation marks of "'ana@x.example'"
ADDRESS = re.compile(rf"[^'{_NOT}](?:[^{_NOT}]{{0,62}}[^'{_NOT}])?@[^'{_NOT}]{{1,190}}")
_QUOTED = re.compile(r'\s*"((?:[^"\\]|\\.){0,200})"\s*(?=<)')
_IN_BRACKETS = re.compile(rf"<\s?(?:mailto:)?({ADDRESS.pattern})", re.IGNORECASE)
_LINK = re.compile(rf"<mailto:({ADDRESS.pattern})\|([^<>|]{{0,80}})>", re.IGNORECASE)  # as Slack stores it
_VIA = re.compile(r"([^\n]{2,80}?) via [^\n]{2,80}", re.IGNORECASE)
_NO_REPLY = re.compile(
    r"(?:[^@]{1,40}[-_.])?(?:do[-_.]?not|no|nicht|keine|niet|geen|ne[-_.]?pas|non|nao|nie)[-_.]?"
    r"(?:reply|responder|repondre|rispondere|antworten|antwort|antwoord|beantwoorden|odpowiadaj)(?:\+[^@]{0,60}|[-_.]?\d{0,6})@",
    re.IGNORECASE,
)
_OF_FORM = re.compile(
    r"(?:wordpress|(?:web|contact|kontakt)?-?form(?:s|ular|ulaire|ulier)?)(?:[-+.][^@]{0,60})?@", re.IGNORECASE
)
_PERSON = re.compile(r"[^\W\d_][\w'.-]{0,30}(?: [^\W\d_][\w'.-]{0,30}){1,3}")
_REWRITTEN = re.compile(r"([^=@+]{1,64})=([^=@]{1,190}\.[^=@.]{2,24})@.{1,190}")  # "ana=x.example@lists.example"
_PARTICLE = 3  # letters of "van" or "de" in a name, which also stand in that of a form
_QUOTES = " \t\"'“”„«»‘’*_,;:|<>[]()"
_PICTURES = re.compile("[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]")  # with which some adorn their name


def read_sender(value: str, reply_to: str = "", to: str = "") -> Sender | None:
    """Who a From line names, or None when it names nobody.

    What a list, a help desk or a form on a website passes on ("Ana via Support <support@x.example>", "Website
    <noreply@x.example>") has the writer's address in `reply_to`, if anywhere. `to`: whom it went to.
    """
    value = _without_links(value[:1_000])
    if (behalf := _for().search(value)) is not None and (person := _on_behalf(value, behalf)) is not None:
        return person
    person = _read(value)
    if person is not None and _NO_REPLY.match(person.email or ""):
        writer = _read(reply_to[:1_000])
        if writer is None or writer.email is None or _NO_REPLY.match(writer.email) or _is_same_house(person, writer):
            return person
        return Sender(writer.name or _persons_name(person.name or ""), writer.email)
    if person is not None and person.name and person.email is None and (own := _read(reply_to[:1_000])) is not None:
        named = own.name == person.name or _is_named_after(own.email or "", person.name)
        return Sender(person.name, own.email if named else None)
    through = _VIA.fullmatch(person.name or "") if person else None
    if person is not None and not through and (writer := _wrote_in_our_form(person, reply_to, to)) is not None:
        return writer
    if person is None or through is None or _is_named_after(person.email or "", through[1]):
        return person
    other = _read(reply_to[:1_000])
    return Sender(through[1].strip(_QUOTES), other.email if other and other.email != person.email else None)


def _wrote_in_our_form(person: Sender, reply_to: str, to: str) -> Sender | None:
    """Who wrote what a house sends to itself and answers elsewhere, as the forms on its website do; else None."""
    writer = _read(reply_to[:1_000]) if reply_to else None
    went = ADDRESS.search(to[:1_000])
    if writer is None or not (writer.email and person.email and went) or _NO_REPLY.match(writer.email):
        return None
    to_itself = is_machine(person.email) or _is_same_house(person, Sender(None, went[0]))
    if not to_itself or _is_same_house(person, writer) or _is_of_office(writer.email):
        return None
    if not is_machine(person.email) and person.name and _is_named_after(person.email, person.name):
        return None  # somebody's own mailbox is no form's
    same = person.name is not None and (person.name == writer.name or _is_named_after(writer.email, person.name))
    if same and _is_named_after(person.email, person.name or ""):
        return None  # a colleague who wants the answer at another mailbox of theirs
    return Sender(writer.name or (person.name if same else None), writer.email)


def _is_of_office(address: str) -> bool:
    """Whether a mailbox is nobody's in particular: "support+48213@desk.example"."""
    words = set(re.split(r"[\W\d_]+", address.partition("@")[0].lower()))
    nobody = {word for word in words & lexicon.phrases("markers", "nobody").keys() if len(word) > _PARTICLE}
    return bool(nobody or words & lexicon.phrases("markers", "mailbox").keys())


def is_machine(address: str) -> bool:
    """Whether a machine sends from an address: nobody forwards a mail by hand from there."""
    return bool(_NO_REPLY.match(address) or _OF_FORM.match(address))


@cache
def _for() -> re.Pattern[str]:
    """What stands between the mailbox and the writer in "Reception <desk@x.example> on behalf of Ana Diaz", as Exchange
    writes it for who has another one's mailbox."""
    return re.compile(rf"(?<=[\s>\])])(?:{alternatives(lexicon.phrases('markers', 'behalf'))})[:;]?\s", re.IGNORECASE)


def _without_links(value: str) -> str:
    """A From line without Slack's markup: "Ana &lt;<mailto:ana@x.example|ana@x.example>&gt;"."""
    if "<mailto:" not in value or "|" not in value:  # as in most
        return value
    value = value.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _LINK.sub(lambda link: f"<{link[1]}>" if "@" in link[2] else f"{link[2]} <{link[1]}>", value)


def leads_elsewhere(value: str, reply_to: str) -> bool:
    """Whether an answer to a mail goes to another address than the one it came from."""
    sent, answered = ADDRESS.search(value[:1_000]), ADDRESS.search(reply_to[:1_000])
    return answered is not None and (sent is None or sent[0].lower() != answered[0].lower())


def _on_behalf(value: str, behalf: re.Match[str]) -> Sender | None:
    """On whose behalf a mail was sent: of whom a mail program tells behind the address that sent it."""
    sent, person = _read(value[: behalf.start()]), _read(value[behalf.end() :])
    if sent is None or person is None or not (person.name or "A")[:1].isupper():
        return None
    if sent.email is None:  # "Jan Bakker namens Stichting X <jan@x.example>" is Jan Bakker
        return person if _is_named_after(person.email or "", person.name or "") else None
    own = sent.email if _is_named_after(sent.email, person.name or "") else None
    return Sender(person.name, person.email or own)


def _is_same_house(one: Sender, other: Sender) -> bool:
    """Whether two addresses belong to the same organisation: its form is answered by its own team."""
    first, second = ("." + (person.email or "").rpartition("@")[2].lower() for person in (one, other))
    return first.endswith(second) or second.endswith(first)


def _persons_name(name: str) -> str | None:
    """The name of a form's mail, when it is the person's who filled it in, and not the form's: "Website"."""
    return (
        name
        if _PERSON.fullmatch(name)
        and name.istitle()
        and lexicon.phrases("markers", "nobody").keys().isdisjoint(name.lower().split())
        else None
    )


def _is_named_after(address: str, name: str) -> bool:
    """Whether an address is that of who bears the name: "Ann Bell via Zendesk <ann@mail.example>"."""
    own = address.partition("@")[0].lower()
    return any(len(word) > 2 and word in own for word in re.findall(r"[^\W_]+", name.lower()))


def _read(value: str) -> Sender | None:
    quoted = _QUOTED.match(value)  # an address within somebody's name is no address of theirs
    match = _address(value, quoted.end() if quoted else 0)
    if match is None:
        name = _name(value.split("<")[0].split("[mailto")[0])
        return Sender(name, None) if name else None
    address = match[0].rstrip(".").removeprefix("mailto=")
    before = value[: match.start()]
    name = _name(before.removesuffix("mailto:")) or _name(_behind(value[match.end() :]))
    if (rewritten := _REWRITTEN.fullmatch(address)) and _is_named_after(f"{rewritten[1]}@", name or ""):
        address = "@".join(rewritten.groups())
    return Sender(name, address)


def _address(value: str, start: int) -> re.Match[str] | None:
    """The first address: the one in brackets, where what stands before these is a name that looks like one."""
    first, bracket = ADDRESS.search(value, start), _IN_BRACKETS.search(value, start)
    if first and bracket and first.end() <= bracket.start() and not set(",;") & set(value[start : bracket.start()]):
        return ADDRESS.search(value, bracket.start(1))
    return first


def _behind(rest: str) -> str:
    """A name in brackets behind its address, as old programs write it."""
    inside = re.match(r">?\s?\(([^()]{1,80})\)", rest)
    return inside[1] if inside else ""


def _name(words: str) -> str | None:
    name = " ".join(_PICTURES.sub("", words).split()).removesuffix("mailto:").rstrip(" <[(").strip()
    name = name.replace("<", "").replace('\\"', '"').strip(_QUOTES)
    name += '"' * (name.count('"') % 2)  # 'The choir "Alpino"'
    for left, right in ("()", "[]", "«»", "“”"):  # those of "Ana Diaz (Citrine)" belong to the name
        if name.count(left) != name.count(right):
            name = name + right if left in name else left + name if right in name else name
    return name if name and not ADDRESS.search(name) and any(letter.isalpha() for letter in name) else None
