"""What somebody says, drops or fills in is kept without numbers that must never be kept."""

from datetime import UTC, datetime

from bot.conversation.turn import Act, File, Missing, Place, Said, Submitted, Turn
from bot.db import transaction
from bot.delivery import inbox
from tests.people import SAM
from tests.unit.delivery.office import Office
from tests.unit.delivery.test_inbox import LEASE


def kept(office: Office, act: Act) -> Act:
    """What is left of an act once it was stored."""
    at = datetime(2026, 3, 6, 10, tzinfo=UTC)
    office.house().desk.store(Turn(id="e1", speaker=SAM, place=Place(channel=SAM.user), at=at, act=act))
    with transaction(office.engine) as session:
        (claimed,) = inbox.claim(session, office.vault, office.clock.now(), LEASE)
    return claimed.turn.act


def test_words_as_a_phone_types_them(office: Office) -> None:
    act = kept(office, Said(text="Ma carte: 4111\xa01111\u200b 1111\xa01111, mot\xa0de\xa0passe: Soleil24"))
    assert isinstance(act, Said)
    assert act.text == "Ma carte: [card number: not kept], mot\xa0de\xa0passe: [password: not kept]"
    assert act.masked == ("card number", "password")


def test_names_of_files(office: Office) -> None:
    files = (File.model_construct(name="IBAN NL91ABNA0417164300.eml", content=b"Subject: hi"),)
    gone = (Missing(name="4111111111111111.pdf", why="no_mail"),)
    act = kept(office, Said(text="here", files=files, missing=gone))
    assert isinstance(act, Said)
    assert [(file.name, file.content) for file in act.files] == [
        ("IBAN [bank account number: not kept].eml", b"Subject: hi")
    ]
    assert act.missing == (Missing(name="[card number: not kept].pdf", why="no_mail"),)


def test_every_value_of_a_form(office: Office) -> None:
    values: dict[str, str | list[str]] = {
        "why": "she wrote SSN 123.45.6789",
        "which": ["access", "card 4111.1111.1111.1111"],
        "on": "2026-03-20",
    }
    act = kept(office, Submitted(payload="{}", values=values))
    assert isinstance(act, Submitted)
    assert act.values == {
        "why": "she wrote SSN [social security number: not kept]",
        "which": ["access", "card [card number: not kept]"],
        "on": "2026-03-20",
    }
