"""One sentence that asks in a long mail about other matters is asked about, wherever it stands."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Meta
from tests.lines import each
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


@each(
    ("said", "right"),
    [
        ("Any update on DSR-2026-0042? I want the recordings of my calls deleted.", "erasure"),
        ("Wie ist der Stand bei DSR-2026-0042? Bitte löschen Sie meine alte Telefonnummer.", "erasure"),
        ("Co z DSR-2026-0042? Proszę usunąć mój stary numer telefonu.", "erasure"),
        ("where is DSR-2026-0042? she also wants a copy", "access"),
        ("où en est DSR-2026-0042 ? elle veut aussi une copie", "access"),
        ("a che punto siamo con DSR-2026-0042? vuole anche la cancellazione", "erasure"),
        ("hoe staat het met DSR-2026-0042? ze wil ook een kopie", "access"),
    ],
)
def test_a_plain_wish_beside_a_question_about_progress_is_asked_about(said: str, right: str) -> None:
    reading = read(said)
    assert reading.unsure
    assert right in {name for name, _ in reading.candidates}


@each(
    "said",
    [
        "any news on DSR-2026-0042? he also wants an answer this week",
        "any news on my deletion? I also want to know when it is done",
        "any news on DSR-2026-0042? she also asked for a copy in March",
    ],
)
def test_who_also_wants_an_answer_wants_nothing_further(said: str) -> None:
    assert not read(said).unsure


def test_what_was_told_of_the_earlier_request_is_no_further_one() -> None:
    reading = read("What about my deletion request DSR-2026-0042? I sent it in May. You confirmed it on 3 June.")
    assert reading.meta is Meta.STATUS_QUERY
    assert not reading.unsure


@each(
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


@each("mail", [ENGLISH, DUTCH])
def test_a_long_mail_about_other_matters_asks_for_nothing(mail: str) -> None:
    reading = read(mail.format(ask=""))
    assert not reading.rights
    assert not reading.unsure


@each("length", [4, 12])
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


# Each was taken for a question about progress and nothing else
@each(
    ("text", "right"),
    [
        ("Any news? I sent the form weeks ago. How do I stop the newsletter?", "opt_out_marketing"),
        ("Any update on my access request of 3 March? Also: include my call recordings.", "access"),
        ("Any news on 3301? P.S. delete my old address.", "erasure"),
        ("Gibt es Neues zu 3301? Und noch etwas: meine Adresse ist falsch.", "rectification"),
        ("Is er al nieuws over mijn verzoek? PS mijn adres klopt niet.", "rectification"),
        ("Como está o meu pedido de 3 de março? PS: o meu nome está mal escrito.", "rectification"),
    ],
)
def test_another_wish_beside_a_question_about_progress_is_asked_about(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert reading.candidates[0][0] == right
    assert "status_query" in {label for label, _ in reading.candidates}


def test_the_day_of_the_earlier_request_is_not_when_the_other_wish_came() -> None:
    assert read("Any update on my access request of 3 March? Also: include my call recordings.").received is None


@each(
    "text",
    [
        "Any news on my deletion? I also tried to call you twice.",
        "Any news? Also, I attached my ID again.",
        "Any news on my request? Also, where does the one of my wife stand?",
        "Gibt es Neues zu 3301? Außerdem: Wie steht es um die andere Anfrage 3302?",
        "Any news on my request? Plus I'm getting annoyed.",
        "Avez-vous des nouvelles de ma demande d'effacement ? En attendant, merci.",
        "Is er al nieuws over mijn verzoek van 3 maart? Overigens stuurde ik het formulier ook per post.",
        "Where does my request stand? By the way, thanks for the quick first answer.",
    ],
)
def test_a_question_about_progress_with_a_remark_is_one_still(text: str) -> None:
    reading = read(text)
    assert reading.meta is Meta.STATUS_QUERY
    assert not reading.unsure


POLICE = """Please check this with Legal before anything leaves the house. Romy

---------- Forwarded message ---------
From: DS Colm Varley <c.varley@northmoor-police.example>
Date: Tue, 11 Feb 2025 at 15:40
Subject: Request for disclosure, ref NM/4471/25
To: <info@cityscoot.example>

Good afternoon,

I am investigating a collision on Abbey Road on the evening of 7 February in which a cyclist was injured. A witness
gives the number of one of your scooters as 2208. It was blue.

Please supply the name, address and telephone number of the person who rented that scooter, and the location data for
the same period. The disclosure is necessary for the prevention and detection of crime. Do not tell the rider.

I ask you to keep the records and not delete anything. A signed form is attached. If you need a court order
instead, let me know by return and I will apply for one.

Colm Varley
Detective Sergeant, Roads Policing"""


def test_an_order_to_keep_records_stays_a_legal_demand() -> None:
    reading = read(POLICE)
    assert Flag.LEGAL_DEMAND in {flag.value for flag in reading.flags}
    assert not reading.rights


@each(
    ("chat", "right"),
    [
        (
            "Assistant: Delete your account, or unsubscribe you from our mails?\nIvy: the last one please",
            "erasure",
        ),
        ("Bot: ¿Prefieres borrar tu cuenta o recibir una copia de tus datos?\nIván: la segunda", "access"),
        ("Bot: Wil je je account wissen of alleen de nieuwsbrief opzeggen?\nIda: het eerste graag", "erasure"),
        ("Bot : effacer votre compte, corriger une donnée ou vous désabonner ?\nInès : la dernière svp", "erasure"),
        ("Agente: vuole cancellare il profilo o correggere l'indirizzo?\nIvo: tutte e due, grazie", "rectification"),
    ],
)
def test_what_is_picked_of_several_wishes_is_asked_about(chat: str, right: str) -> None:
    reading = read(chat)
    assert reading.unsure
    assert right in [label for label, _ in reading.candidates][:4]


@each(
    "chat",
    [
        "Bot: Track an order, change a delivery or talk to somebody?\nIvy: the last one please",
        "Bot: Would you like to change your delivery date?\nIvy: yes, the second please",
        "For the vendor:\n1. Do you delete or anonymise records, or keep copies?\n2. Who is the auditor?",
    ],
)
def test_what_is_picked_of_other_matters_is_none(chat: str) -> None:
    reading = read(chat)
    assert reading.meta is Meta.NONE
    assert not reading.unsure


@each(
    ("mail", "right"),
    [
        (
            "Hi Kim,\n\nTicket 4411 was assigned to you.\n\nBitte löschen Sie alle meine Daten.\n\nReply to answer.",
            "erasure",
        ),
        ("A new ticket has been created. Open it at https://x.example/1\n\nSolicito una copia de mis datos.", "access"),
        (
            "New message from your contact form:\n\nIk wil dat mijn gegevens worden gewist.\n\n-- \nFrom x.example",
            "erasure",
        ),
    ],
)
def test_a_paragraph_in_another_language_is_read_in_it(mail: str, right: str) -> None:
    reading = read(mail)
    assert reading.unsure or reading.rights
    assert right in [label for label, _ in reading.candidates][:2]


def test_a_line_in_another_language_that_asks_for_nothing_stays_so() -> None:
    reading = read("Hi all,\n\nlunch is at noon in the garden.\n\nGuten Appetit und bis morgen!\n\nBo")
    assert not reading.unsure
    assert not reading.rights


@each(
    ("said", "right"),
    [
        ("Delete mine! how long do we keep CVs?", "erasure"),
        ("Delete mine! do we need consent for that?", "erasure"),
        ("ona chce usunięcia konta. kto u nas obsługuje wnioski o dostęp?", "erasure"),
    ],
)
def test_a_plain_wish_beside_a_colleagues_question_is_asked_about(said: str, right: str) -> None:
    reading = read(said)
    assert reading.unsure
    assert [fact.value.value for fact in reading.rights] == [right]


@each(
    "said",
    [
        "How long do we keep CVs? Please read the policy.",
        "do we need consent for that? I'll delete the draft.",
    ],
)
def test_a_colleagues_question_beside_work_is_left_alone(said: str) -> None:
    reading = read(said)
    assert not reading.rights
    assert not reading.unsure


@each(
    ("said", "right"),
    [
        (
            "Gracias por la estancia, el desayuno de lujo. En la confirmación pone Sr. Lowry y soy mujer.",
            "rectification",
        ),
        ("hi all! the printer works again. she wants to be forgotten. lunch at 12?", "erasure"),
        ("ha chiamato il cliente: vuole essere dimenticato e la macchinetta è rotta", "erasure"),
        ("Kunde rief an: er will vergessen werden und die Kaffeemaschine ist kaputt", "erasure"),
        ("klant belde: hij wil vergeten worden en het koffieapparaat is stuk", "erasure"),
        ("j'escalade, il veut être oublié et la machine à café est en panne", "erasure"),
    ],
)
def test_a_plain_wish_among_small_talk_is_asked_about(said: str, right: str) -> None:
    reading = read(said)
    assert right in {fact.value.value for fact in reading.rights}


def test_small_talk_alone_is_left_alone() -> None:
    reading = read("hi all! the printer works again. the coffee machine is broken, though. lunch at 12?")
    assert not reading.rights
    assert not reading.unsure
