"""A customer's mail quoted below a few words that ask for nothing: perhaps a colleague hands it on. I ask."""

from bot.cases.commands import OpenCase, PassToLegal
from bot.conversation.draft import CHAT
from bot.rights import Right
from tests.lines import each
from tests.transcripts.talk import Talk

QUOTED = {
    "en": "On Tue, 3 Mar 2026 at 10:12, Jane Roe <jane@mail.example> wrote:\n> Please delete my account.\n> Jane",
    "de": "Am Di., 3. März 2026 um 10:12 Uhr schrieb Jane Roe <jane@mail.example>:\n> Bitte löschen Sie mein Konto.",
    "fr": "Le mar. 3 mars 2026 à 10:12, Jane Roe <jane@mail.example> a écrit :\n> Merci de supprimer mon compte.",
    "it": "Il giorno mar 3 mar 2026 alle ore 10:12 Jane Roe <jane@mail.example> ha scritto:\n> Cancellate i miei dati.",
    "nl": "Op di 3 mrt 2026 om 10:12 schreef Jane Roe <jane@mail.example>:\n> Verwijder mijn account.\n> Jane",
}


@each(
    ("language", "words"),
    [
        ("en", "Can someone pick this up?"),
        ("en", "Anyone?"),
        ("en", "Any news on this one?"),
        ("en", "Hi Jane, I have copied in my colleagues."),
        ("de", "Wie kümmert sich darum?"),
        ("fr", "Bonjour, que dois-je répondre ?"),
        ("it", "Buonasera, mi è arrivata questa."),
        ("en", "Not done yet, who takes it?"),
        ("en", "Has this been sorted?"),
        ("en", "Ok, see what Jane wants"),
        ("de", "Ist das schon erledigt?"),
        ("nl", "Is dit al afgehandeld?"),
        ("de", "Nein, das ist nicht unsere Baustelle."),
        ("de", "Keine Ahnung wohin damit"),
        ("fr", "Pas encore réglé, qui s'en occupe ?"),
        ("it", "Non è ancora chiuso, chi se ne occupa?"),
        ("nl", "Nee, hier gaan wij niet over."),
        ("nl", "Met vriendelijke groet,\nTom de Vries\nKlantenservice"),
    ],
)
def test_what_is_quoted_below_is_asked_about(language: str, words: str) -> None:
    talk = Talk()
    talk.says(f"{words}\n\n{QUOTED[language]}")
    talk.shows("What is the person asking for?")
    assert talk.labels[0] == "Delete"
    talk.presses("Delete")
    while "Open case" not in talk.labels:
        talk.presses("Not said")
    talk.presses("Open case")
    (case,) = (command for command in talk.commands if isinstance(command, OpenCase))
    assert case.rights == (Right.ERASURE,)
    assert (case.subject.name, case.subject.email) == ("Jane Roe", "jane@mail.example")
    assert case.received_at.date().isoformat() == "2026-03-03"


@each("words", ["Thanks, that was all.", "This one is closed.", "Hat sich erledigt, nicht mehr nötig."])
def test_what_was_answered_is_not_asked_about(words: str) -> None:
    talk = Talk()
    talk.says(f"{words}\n\n{QUOTED['en']}")
    talk.hides("delete my account")


def test_a_legal_demand_below_goes_to_the_legal_team() -> None:
    talk = Talk()
    talk.says(
        "Anyone?\n\nOn Tue, 3 Mar 2026 at 10:12, Insp. Hale <hale@police.example> wrote:\n"
        "> By court order you must produce the account records of Jane Roe by 20 March.\n> Inspector Hale"
    )
    assert [type(command) for command in talk.commands] == [PassToLegal]


OURS = (
    "On Tue, 3 Mar 2026 at 10:12, Tom Hale wrote:\n> Dear Jane,\n> Do you want us to delete your account? Please "
    "confirm.\n> We hand over data to the police upon a court order only.\n> Tom Hale, Northloop"
)


@each(
    "words",
    [
        "I spoke to Tom today, please delete my account.",
        "Please delete my account as Tom promised me.",
        "Yes, I talked to Tom about it, please delete my account.",
    ],
)
def test_whoever_writes_of_somebody_asks_for_themselves(words: str) -> None:
    talk = Talk()
    talk.says(f"{words}\n\n{OURS}")
    talk.hides("Tom Hale")


def test_what_we_wrote_of_courts_goes_to_nobody() -> None:
    talk = Talk()
    talk.says(f"I do not understand your answer\n\n{OURS}")
    assert talk.commands == []


def test_an_own_ask_above_counts_and_not_what_is_quoted() -> None:
    talk = Talk()
    talk.says(f"Please send me a copy of everything you hold about me.\n\n{QUOTED['en']}")
    talk.hides("What is the person asking for?")
    talk.shows("Send a copy")


def test_progress_of_a_case_that_is_named_is_told() -> None:
    talk = Talk()
    talk.says(f"How far is DSR-2026-0042?\n\n{QUOTED['en']}")
    talk.hides("What is the person asking for?")


def test_a_mail_below_a_colleagues_quoted_words_is_asked_about() -> None:
    talk = Talk()
    inner = QUOTED["en"].replace("\n", "\n> ")
    talk.says(
        f"Anyone?\n\nOn Wed, 4 Mar 2026 at 10:12, Tom Hart <tom@northloop.example> wrote:\n> Anyone?\n>\n> {inner}"
    )
    talk.shows("What is the person asking for?", "delete my account")


def test_what_must_not_be_kept_is_taken_out_of_what_is_quoted_in_a_file() -> None:
    talk = Talk()
    quoted = QUOTED["en"].replace("my account.", "my account, my card is 4111 1111 1111 1111, my password is hunter22.")
    talk.drops(("mail.eml", f"From: Tom <tom@northloop.example>\nSubject: Re: x\n\nAnyone?\n\n{quoted}\n".encode()))
    talk.shows("What is the person asking for?", "delete my account")
    talk.hides("4111", "hunter22")
    talk.is_stored()
    stored = CHAT.dump_json(talk.chat).decode()
    assert "4111" not in stored
    assert "hunter22" not in stored
