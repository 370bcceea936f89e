"""One sentence that asks in a long mail about other matters is asked about, wherever it stands."""

import pytest

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Meta
from tests.unit.understanding.said import AMSTERDAM, read

ENGLISH = """Hello,

the parcel with the garden chairs came on Tuesday, thank you. One leg was a little loose, but my neighbour tightened it
in a minute. The courier was friendly and carried everything up to the second floor, which I had not expected at all.

About the invoice: it lists the blue cushions twice. I think that somebody scanned them once too often. Could you check
that and let me know? The amount is small, so there is no hurry, and I shall be away until the end of the month.

{ask}

We are also thinking of a larger table for the terrace. Your brochure shows one in oak, two metres long. Is it still
made, and can it stay outside in winter? My wife prefers the round one, so we may visit the shop in spring to compare.

Last of all, the opening hours on your website differ from those on the door. On Saturday we stood before a closed shop
with the children. That is no tragedy, only a hint. Greetings from the coast, and a good week to everybody."""
DUTCH = """Goedemorgen,

de nieuwe gordijnen hangen en ze staan prachtig. De monteur was op tijd en heeft alles netjes achtergelaten. Alleen het
koordje van het linkerraam is wat kort, maar daar kunnen we mee leven. Mijn moeder wil nu ook zulke gordijnen.

Over de factuur nog iets. Daarop staat de montage twee keer. Willen jullie daarnaar kijken? Er is geen haast bij, wij
zijn tot het eind van de maand in Zeeland.

{ask}

Verder vroegen wij ons af of de stof ook in groen te krijgen is. In de folder zagen we een tint die bij de bank past.
Een staaltje mag per post, dan leggen we het ernaast. De showroom is voor ons wat ver rijden.

Tot slot, op de deur van de winkel staan andere openingstijden dan op de site. Wij stonden zaterdag voor niets te
wachten. Geen ramp hoor, maar misschien goed om te weten. Hartelijke groet en een fijne week."""


@pytest.mark.parametrize(
    ("mail", "ask", "right"),
    [
        (ENGLISH, "Please delete all personal data that you hold about me under article 17 GDPR.", "erasure"),
        (ENGLISH, "And would you kindly send me a copy of everything you have stored about me.", "access"),
        (ENGLISH, "Also stop sending me your newsletter, I never read it.", "opt_out_marketing"),
        (DUTCH, "Ook wil ik graag dat jullie al mijn persoonsgegevens verwijderen.", "erasure"),
        (DUTCH, "En stuur me alsjeblieft een kopie van alle gegevens die jullie van mij hebben.", "access"),
    ],
)  # fmt: skip
def test_an_ask_amid_other_matters_is_asked_about_in_its_own_words(mail: str, ask: str, right: str) -> None:
    reading = read(mail.format(ask=ask))
    assert reading.unsure or {fact.value for fact in reading.rights} == {right}
    assert right in [name for name, _ in reading.candidates[:3]]
    shown = next(fact for fact in reading.rights if fact.value == right)
    assert shown.quote in ask
    assert reading.text[slice(*shown.span)] == shown.quote


@pytest.mark.parametrize("mail", [ENGLISH, DUTCH])
def test_a_long_mail_about_other_matters_asks_for_nothing(mail: str) -> None:
    reading = read(mail.format(ask=""))
    assert not reading.rights
    assert not reading.unsure


@pytest.mark.parametrize("length", [4, 12])
def test_an_ask_in_the_midst_of_very_many_lines_is_asked_about(length: int) -> None:
    ask = "Please delete all personal data that you hold about me."
    around = ENGLISH.format(ask="") * length
    reading = understand(read_text(f"{around}\n\n{ask}\n\n{around}", zone=AMSTERDAM))
    assert reading.unsure
    assert "erasure" in [fact.value for fact in reading.rights]


def test_an_ask_amid_german_articles_is_asked_about() -> None:
    reading = read(
        "Hallo Team. Danke für das Paket. Die Schuhe passen gut. Meine Schwester mag den Schal. Ich habe auch einen "
        "Hut bestellt. Der Fahrer war sehr nett. Wir kommen im Mai in den Laden. Das Wetter ist schön. Wann kommt die "
        "Lieferung? Ich möchte das Konto loswerden. Bis zum Sommerfest. Viele Grüße, Ann Bell"
    )
    assert reading.unsure


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Stand-up: TOM-Liste aktualisiert, Löschkonzept Version 3 im Laufwerk, Frau Wiebe möchte von der"
            " Geburtstagsliste runter, Schulungsquote liegt bei 83 Prozent.",
            "erasure",
        ),
        (
            "Ops sync: retention script green, privacy training at 90 percent, ex-volunteer Ned wants his mobile number"
            " deleted, keys audited, new badges next week.",
            "erasure",
        ),
    ],
)
def test_one_item_of_a_list_within_a_sentence_is_asked_about(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure or reading.rights
    assert right in {label for label, _ in reading.candidates}


def test_a_list_of_tasks_within_a_sentence_asks_for_nothing() -> None:
    reading = read(
        "Ops sync: retention script green, privacy training at 90 percent, the old branch is deleted, keys audited."
    )
    assert not reading.rights


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Any news? I sent the form weeks ago. How do I stop the newsletter?", "opt_out_marketing"),
        ("Any update on ticket 3301? Cheers. Oh, and please delete my old address in there.", "erasure"),
        ("Gibt es schon etwas Neues zu meiner Anfrage? Außerdem: keine Werbung mehr bitte.", "opt_out_marketing"),
        ("Is er al nieuws over mijn verzoek van 3 maart? Trouwens, mijn naam is fout gespeld.", "rectification"),
        ("Où en est ma demande du 3 mars ? Au passage, supprimez aussi mon ancien compte.", "erasure"),
    ],
)
def test_another_wish_beside_a_question_about_progress_is_heard(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure or reading.rights
    assert right in {label for label, _ in reading.candidates}


@pytest.mark.parametrize(
    "text",
    [
        "Any news on my deletion? I also tried to call you twice.",
        "Is er al nieuws over mijn verzoek van 3 maart? Overigens stuurde ik het formulier ook per post.",
        "Where does my request stand? By the way, thanks for the quick first answer.",
    ],
)
def test_a_question_about_progress_with_a_remark_is_one_still(text: str) -> None:
    reading = read(text)
    assert reading.meta is Meta.STATUS_QUERY
    assert not reading.unsure
