"""Forms with boxes: what is ticked is asked for, what stands behind an empty box is not, and none is lost."""

from bot.understanding.forms.boxes import boxes, without_unticked
from bot.understanding.mail import read_text
from bot.understanding.reading import Flag, Reading
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, read

TOLD = {
    "en, one a line": (
        "Which of your rights do you wish to use?\n☐ Right of access\n☐ Right to rectification\n☒ Right to erasure\n"
        "☐ Right to object\nFull name: Owen Pryce\nEmail: owen.pryce@post.example",
        {"erasure"},
    ),
    "en, in the words of who asks": (
        "What can we do for you?\n[ ] Delete my account and all my data\n[x] Send me a copy of my data\n"
        "[ ] Correct my data\nYour name: Owen Pryce",
        {"access"},
    ),
    "en, boxes behind": (
        "Right of access   [ ]\nRight to erasure  [x]\nRight to object   [ ]\nName: Owen Pryce",
        {"erasure"},
    ),
    "en, boxes in lines of their own": (
        "Your request\n\n☐\nRight of access\n☒\nRight to erasure\n☐\nRight to object\n\nName: Owen Pryce",
        {"erasure"},
    ),
    "en, marked with an x": (
        "Please mark the right you want to use\n  Access\nX Erasure\n  Objection\nName: Owen Pryce",
        {"erasure"},
    ),
    "en, marked on a dotted line": (
        "__ Access to my information\n_X_ Deletion of my information\n__ Correction\nName: Owen Pryce",
        {"erasure"},
    ),
    "en, answered in boxes": (
        "Access: [x] yes [ ] no\nErasure: [ ] yes [x] no\nObjection: [ ] yes [x] no\nName: Owen Pryce",
        {"access"},
    ),
    "en, an x behind a colon": (
        "Right of access: X\nRight to erasure:\nRight to object:\nName: Owen Pryce",
        {"access"},
    ),
    "en, boxes behind in one line": ("Access ☐ / Erasure ☒ / Portability ☐ - Owen Pryce", {"erasure"}),
    "en, in a sentence": ("I tick: [ ] access, [x] deletion of all my data, [ ] objection. Owen Pryce", {"erasure"}),
    "nl, all in one line": (
        "Mijn verzoek: ( ) inzage (x) wissing ( ) bezwaar ( ) beperking\nNaam: Joke Veldman",
        {"erasure"},
    ),
    "nl, two": (
        "Kruis aan:\n[x] inzage\n[ ] rectificatie\n[ ] wissing\n[x] overdraagbaarheid\nNaam: Joke Veldman",
        {"access", "portability"},
    ),
    "nl, answered": (
        "Inzage: ja\nRectificatie: nee\nWissing: nee\nNaam: Joke Veldman",
        {"access"},
    ),
    "de": (
        "Ich mache folgendes Recht geltend:\n☐ Auskunft (Art. 15 DSGVO)\n☒ Berichtigung (Art. 16 DSGVO)\n"
        "☐ Löschung (Art. 17 DSGVO)\n☐ Widerspruch (Art. 21 DSGVO)\nVor- und Nachname: Gudrun Pohl\n"
        "Anmerkung: neue Anschrift Lindenweg 4, 04103 Leipzig",
        {"rectification"},
    ),
    "de, marked with an x": (
        "x Löschung\n  Auskunft\n  Berichtigung\nName: Gudrun Pohl",
        {"erasure"},
    ),
    "fr": (
        "Vous souhaitez exercer :\n□ votre droit d'accès\n■ votre droit d'opposition\n□ votre droit à l'effacement\n"
        "Nom : Chantal Vasseur",
        {"objection"},
    ),
    "es": (
        "Marque el derecho que desea ejercer:\n[ ] Acceso  [X] Rectificación  [ ] Supresión  [ ] Oposición\n"
        "Nombre: Inés Maldonado\nMotivo: mi segundo apellido es Ferrer",
        {"rectification"},
    ),
    "it": (
        "Il sottoscritto esercita:\n[X] accesso ai dati (art. 15)\n[ ] rettifica dei dati (art. 16)\n"
        "[ ] cancellazione dei dati (art. 17)\n[ ] portabilità (art. 20)\n[ ] opposizione (art. 21)\nDario Conti",
        {"access"},
    ),
    "pt": (
        "Qual dos direitos pretende exercer?\n☐ Direito de acesso\n☐ Direito de retificação\n☐ Direito ao apagamento\n"
        "☒ Direito de portabilidade\nNome: Tomás Rebelo",
        {"portability"},
    ),
    "pl": (
        "Wybieram:\n☐ prawo dostępu do danych\n☐ prawo do sprostowania danych\n☐ prawo do usunięcia danych\n"
        "☒ prawo do ograniczenia przetwarzania\nImię i nazwisko: Halina Dudek",
        {"restriction"},
    ),
    "pl, answered": (
        "Dostęp do danych: nie\nUsunięcie danych: tak\nSprzeciw: nie\nImię i nazwisko: Halina Dudek",
        {"erasure"},
    ),
}
ASKED = {  # and the right that is offered first
    "a right and nothing else": ("☒ recht op inzage ☐ recht op rectificatie ☐ recht op gegevenswissing", "access"),
    "no other box": ("☒ Auskunftsrecht\nName: Gudrun Pohl", "access"),
    "ticked by mistake": (
        "[ ] access [x] erasure [ ] objection\nName: Owen Pryce\nComment: wrong box, do not delete anything.",
        "erasure",
    ),
    "in columns": ("Right\tYes\tNo\nAccess\t☒\t☐\nErasure\t☐\t☒\nName\tOwen Pryce", "access"),
    "two signs that may both be ticks": ("☑ Right of access ☒ Right to erasure\nName: Owen Pryce", "access"),
    "not allowed": (
        "Preferences\nOffers by e-mail [ ]\nOffers by phone [ ]\nService messages [x]\nRemark: the offers annoy me",
        "opt_out_marketing",
    ),
}
OPEN = {
    "en": "I wish to exercise:\n☐ Right of access\n☐ Right to erasure\nName: Owen Pryce",
    "nl": "Ik beroep mij op:\n[ ] recht op inzage\n[ ] recht op gegevenswissing\nNaam: Joke Veldman",
    "de": "Antrag auf\n( ) Auskunft\n( ) Löschung\nName: Gudrun Pohl",
    "fr": "Je souhaite exercer :\n□ droit d'accès\n□ droit à l'effacement\nNom : Chantal Vasseur",
    "es": "Derecho que ejerce:\n[ ] Acceso [ ] Supresión\nNombre: Inés Maldonado",
    "it": "Diritto:\n☐ accesso\n☐ cancellazione\nNome e cognome: Dario Conti",
    "pt": "Direito:\n( ) Acesso\n( ) Apagamento\nNome: Tomás Rebelo",
    "pl": "Prawo:\n☐ prawo dostępu\n☐ prawo do usunięcia\nImię i nazwisko: Halina Dudek",
}
QUIET = {
    "an empty template": "I wish to exercise:\n☐ Right of access\n☐ Right to erasure\nName: ______\nPlace: ______",
    "what is to be done": "- [x] ship release\n- [ ] delete old branch\n- [ ] send Anna a copy of the report",
    "a checklist": "Audit\n- [x] right of access documented\n- [x] right to erasure tested\n- [ ] right to object",
    "what a firm sells": "PrivacyKit has it all:\n✓ Right of access\n✓ Right to erasure\n✗ Redaction\nBook a demo!",
    "a formula": "For f(x) = (x) + 2 and ( ) the empty word we get g(x). Can somebody check the deletion of (x)?",
    "what is not wanted": "Access: no\nErasure: no\nComment: when do you open?\nName: Owen Pryce",
    "what a role may do": "Role: viewer\nAccess: yes\nExport: no\nDelete: no",
    "another matter": "Ik wil\n[ ] een kopie van mijn dossier\n[ ] mijn dossier laten wissen\n[v] een afspraak maken",
}


def offered(reading: Reading) -> str:
    """What a question offers first."""
    return reading.candidates[0][0]


@each(("text", "wanted"), TOLD.values())
def test_what_is_ticked_is_told_and_nothing_else(text: str, wanted: set[str]) -> None:
    reading = read(text)
    assert {fact.value.value for fact in reading.rights} == wanted
    assert not reading.unsure


@each(("text", "first"), ASKED.values())
def test_what_is_ticked_is_offered_first_where_something_speaks_against_it(text: str, first: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert offered(reading) == first


@each("text", OPEN.values())
def test_a_form_on_which_nothing_is_ticked_is_asked_about_with_what_it_lists(text: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert {"access", "erasure"} <= {name for name, _ in reading.candidates[:3]}
    assert reading.name is not None


@each("text", QUIET.values())
def test_boxes_that_ask_for_nothing_ask_for_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.rights, reading.unsure) == ((), False)


def test_a_no_that_is_ticked_is_not_acted_upon() -> None:
    reading = read("Shall we delete your data? [ ] yes [x] no\nName: Owen Pryce")
    assert reading.unsure


def test_a_heading_above_empty_boxes_only_is_not_heard() -> None:
    reading = read(
        "1. Toegang tot uw gegevens (art. 15)\n[X] ik wil een kopie van mijn gegevens\n[ ] alleen een overzicht\n\n"
        "2. Iets anders (art. 16-20)\n[ ] aan mijzelf\n[ ] aan een ander\n\n"
        "3. Recht van bezwaar (art. 21)\nKruis aan wat past:\n[ ] wegens mijn bijzondere situatie\nJoke Veldman"
    )
    assert [fact.value.value for fact in reading.rights] == ["access"]
    assert not reading.unsure


def test_consent_is_no_request() -> None:
    reading = read("Order form\n[x] I agree to the terms and the privacy policy\nItem: oak table\nName: Owen Pryce")
    assert not reading.rights


@each("before", ["", "[x] I have read the privacy statement\n"])
def test_demands_in_a_list_of_boxes_are_not_lost(before: str) -> None:
    reading = read(f"{before}I ask you to:\n[ ] delete my account\n[ ] send me a copy of my data\nOwen Pryce")
    assert {fact.value.value for fact in reading.rights} == {"access", "erasure"}
    assert reading.unsure


@each(
    "text",
    [
        "I'm acting: (x) for myself ( ) on behalf of someone else\nI want my data deleted. Owen Pryce",
        "Ik handel: ( ) namens mijn minderjarige kind (x) voor mijzelf\nWis mijn gegevens. Joke Veldman",
        "Ich stelle den Antrag\n[x] für mich selbst\n[ ] als gesetzliche Vertreterin meines minderjährigen Kindes\n"
        "[ ] als Rechtsanwalt\nBitte löschen Sie meine Daten. Gudrun Pohl",
        "J'agis : ☒ pour moi-même ☐ au nom de mon enfant mineur\nSupprimez mes données. Chantal Vasseur",
    ],
)
def test_roles_behind_empty_boxes_are_nobody_s(text: str) -> None:
    reading = read(text)
    assert not {fact.value for fact in reading.flags} & {Flag.REPRESENTATIVE, Flag.MINOR}
    assert [fact.value.value for fact in reading.rights] == ["erasure"]


def test_a_role_that_is_ticked_is_heard() -> None:
    reading = read(
        "I am\n[x] a lawyer acting on behalf of my client\n[ ] the person concerned\nDelete my client's data."
    )
    assert reading.flagged(Flag.REPRESENTATIVE)


def test_what_stands_behind_an_empty_box_is_not_the_person_s() -> None:
    reading = read(
        "Answer me\n[ ] by e-mail to office@lawfirm.example\n[x] by post\nI want a copy of my data.\nName: Owen Pryce"
    )
    assert (reading.email, reading.name and reading.name.value) == (None, "Owen Pryce")


@each("text", [text for text, _ in TOLD.values()])
def test_every_fact_quotes_the_text_as_it_was_written(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    quoted = [(fact.quote, fact.span) for fact in reading.rights]
    quoted += [(fact.quote, fact.span) for fact in (reading.name, reading.email) if fact is not None]
    assert len(quoted) > 1
    assert all(quote == text[slice(*span)] for quote, span in quoted)


@each(
    ("text", "left"),
    [
        ("[ ] the data\n   that you hold\n[x] a copy\nName: Bo", "\n\n[x] a copy\nName: Bo"),
        ("[ ] Correction of what is held about the person\nwho asks\n[x] Other\nBo", "\n\n[x] Other\nBo"),
        ("I take (x) one ( ) another. My name is Bo.", "I take (x) one . My name is Bo."),
        ("Colour: red [x] blue [ ]", "Colour: red [x]"),
        ("Member [ ], hereby asks [x] for it", "Member [ ], hereby asks [x] for it"),
        ("☒ Yes ☐ No  A copy\n☐ Yes ☒ No  Bo", "☒ Yes A copy\n☒ No Bo"),
        ("(o) stay\n(x) leave", "\n(x) leave"),
        ("(o) stay ( ) leave", "(o) stay"),
        ("a[ ] = b[x]", "a[ ] = b[x]"),
        ("● one\n○ two", "● one\n○ two"),
    ],
)
def test_what_belongs_to_an_empty_box(text: str, left: str) -> None:
    mail = read_text(text, zone=AMSTERDAM)
    heard = without_unticked(mail, boxes(text)).text
    assert len(heard) == len(text)
    assert [line.split() for line in heard.split("\n")] == [line.split() for line in left.split("\n")]


@each(
    "piece",
    ["[ ] ", "☐ a ☒ b", "[", "x\t", "access x\n", "erasure: no, ", "erasure: [ ] yes [x] no\n", "☐\n", " " * 99],
)
def test_a_page_of_boxes_takes_time_in_proportion(piece: str) -> None:
    assert in_proportion(lambda size: boxes("a: no\n" + piece * (size // len(piece))), 30_000)


def test_the_words_shown_are_those_behind_the_ticked_box() -> None:
    reading = read("[ ] Right of access\n[x] Right to erasure\n[ ] Right to object\nName: Ada Brook\nada@brook.example")
    assert [(fact.value.value, fact.quote) for fact in reading.rights] == [("erasure", "Right to erasure")]


def test_the_words_of_a_law_end_before_an_empty_box() -> None:
    law = read("Rechten aangevinkt: [x] art. 15 [ ] art. 16 [x] art. 20 [ ] art. 21").law_hint
    assert law is not None
    assert law.quote == "art. 15"
