"""Every right, as people ask for it in English and Dutch; what is denied, contrasted, told or only talked about."""

import pytest

from bot.understanding.language import languages_in
from bot.understanding.reading import Meta
from bot.understanding.rights.lexicon import Lexicon
from tests.lines import each
from tests.unit.understanding.said import read, rights

ASKED = [
    ("access", "Hi, please send me a copy of all the personal data you hold about me."),
    ("access", "Where did you get my phone number?"),
    ("access", "Wat weten jullie allemaal van mij?"),
    ("access", "Goedemiddag, ik wil graag inzage in mijn dossier."),
    (
        "portability",
        "Could I have my data in a machine-readable format, JSON or CSV, so another provider can import it?",
    ),
    ("portability", "Ik stap over naar een andere aanbieder en wil mijn gegevens meenemen als csv."),
    ("erasure", "Please delete my account and everything in it."),
    ("erasure", "The lady on the phone wants her details gone from our system."),
    ("erasure", "Verwijder alstublieft al mijn gegevens."),
    ("erasure", "Kunnen jullie mijn profiel wissen?"),
    ("rectification", "My surname is misspelled in your records, it should be Vermeer."),
    ("rectification", "Ik ben verhuisd, wilt u mijn adres aanpassen?"),
    ("restriction", "Until this dispute is settled nobody may use my profile, please freeze it."),
    ("restriction", "Bevries mijn account totdat dit is uitgezocht."),
    ("objection", "I object to the profiling of my visits to your site."),
    ("objection", "Ik maak bezwaar tegen de verwerking op grond van uw gerechtvaardigd belang."),
    ("opt_out_sale", "Do not sell or share my personal information."),
    ("opt_out_sale", "Ik wil niet dat jullie mijn gegevens verkopen aan derden."),
    ("opt_out_marketing", "Unsubscribe me from your newsletter please."),
    ("opt_out_marketing", "STOP"),
    ("opt_out_marketing", "Stop met die reclamemails, ik wil ze niet meer ontvangen."),
    ("withdraw_consent", "I hereby withdraw my consent to the use of my photo."),
    ("withdraw_consent", "Hierbij trek ik mijn toestemming in."),
    ("automated_decision", "A computer rejected my loan application; I want a human to review that decision."),
    ("limit_sensitive", "Limit the use of my sensitive personal information to what is necessary."),
    ("complaint", "I want to lodge a formal complaint about how you handled my personal data."),
    ("complaint", "Jullie hebben mijn gegevens gelekt en daarover dien ik een klacht in."),
    ("erasure", "Bitte löschen Sie alle meine Daten."),
    ("erasure", "Merci de supprimer toutes mes données personnelles."),
    ("erasure", "Quiero que borren todos mis datos personales."),
    ("erasure", "Vi chiedo di cancellare tutti i miei dati."),
    ("erasure", "Quero que apaguem todos os meus dados."),
    ("erasure", "Proszę o usunięcie moich danych osobowych."),
]


@each(("right", "text"), ASKED)
def test_a_right_is_heard(right: str, text: str) -> None:
    assert right in rights(text)
    assert read(text).meta is Meta.REQUEST


@each(
    ("text", "expected"),
    [
        ("Request under Article 15 GDPR.", {"access"}),
        ("I invoke art. 17 and art. 18 GDPR.", {"erasure", "restriction"}),
        ("Verzoek ex artikel 20 AVG", {"portability"}),
        ("art15", {"access"}),
        ("Antrag nach Art. 16 DSGVO", {"rectification"}),
        ("Pursuant to Cal. Civ. Code 1798.105 and 1798.120, please act on my request.", {"erasure", "opt_out_sale"}),
        ("cust 4471 art. 15 + 17 GDPR, please act on his request", {"access", "erasure"}),
        ("I make a request under Articles 15 and 17 GDPR. Please act on it.", {"access", "erasure"}),
        ("Chiedo quanto previsto dagli artt. 15 e 17 GDPR.", {"access", "erasure"}),
        ("Solicito lo previsto en los artículos 15 y 17 del RGPD.", {"access", "erasure"}),
        ("Requeiro o previsto nos artigos 15.º e 17.º do RGPD.", {"access", "erasure"}),
        ("Ik doe een beroep op de artikelen 15 en 17 AVG.", {"access", "erasure"}),
        ("Bezwaar op grond van artikel 21 lid 2 AVG.", {"objection", "opt_out_marketing"}),
    ],
)
def test_articles_of_the_law_name_rights(text: str, expected: set[str]) -> None:
    assert rights(text) == expected


def test_several_rights_in_one_mail() -> None:
    assert rights("First send me a copy of my data. Then delete my account.") == {"access", "erasure"}


def test_a_contrast_leaves_only_what_is_wanted() -> None:
    assert rights("Please don't delete my account, just stop the newsletter.") == {"opt_out_marketing"}


@each(
    "said",
    [
        "I revoke my consent to the weekly newsletter.",
        "Die Einwilligung in den E-Mail-Newsletter widerrufe ich mit sofortiger Wirkung.",
        "Mijn toestemming voor de nieuwsbrief trek ik in.",
        "Je retire mon accord pour la newsletter.",
    ],
)
def test_a_consent_to_newsletters_opts_out_of_them(said: str) -> None:
    assert rights(said) == {"withdraw_consent", "opt_out_marketing"}


def test_a_consent_that_stays_opts_out_of_nothing() -> None:
    said = "I withdraw my consent to health data use. I keep my permission for newsletters as it is."
    assert rights(said) == {"withdraw_consent"}


@each(
    "said",
    [
        "I revoke all consent except for newsletters",
        "I withdraw my consent to everything but the newsletter",
        "I take back every consent I gave you, the newsletter may go on",
        "Ik trek al mijn toestemmingen in, behalve die voor de nieuwsbrief",
        "Ich widerrufe alle Einwilligungen außer für den Newsletter",
        "Revoco todos mis consentimientos excepto el de la newsletter",
        "Revoco tutti i consensi tranne quello per la newsletter",
        "Retiro todos os consentimentos exceto o da newsletter",
        "Cofam wszystkie zgody oprócz zgody na newsletter",
    ],
)
def test_all_consents_but_the_newsletters_opt_out_of_nothing(said: str) -> None:
    assert rights(said) == {"withdraw_consent"}


@each(
    "said",
    [
        "Je retire mon consentement, pas pour la newsletter seulement, pour tout",
        "Ich widerrufe meine Einwilligung in den Newsletter, aber nicht in Werbung per Post",
        "I withdraw my consent to marketing emails but not the newsletter",
    ],
)
def test_advertising_that_is_not_spared_is_opted_out_of(said: str) -> None:
    assert rights(said) == {"withdraw_consent", "opt_out_marketing"}


def test_a_negative_question_still_asks() -> None:
    assert "erasure" in rights("Why have you still not deleted my data?")


def test_typos_are_forgiven() -> None:
    assert rights("plese delte my acount") == {"erasure"}
    assert rights("kunt u mijn gegvens verwijdren") == {"erasure"}


@each(
    "text",
    [
        "Can someone delete the old release branch before the sprint review?",
        "The unsubscribe webhook returns a 500 since this morning.",
        "Hi team, I'd like to withdraw my leave request for Friday.",
        "Which projector is in meeting room 4?",
        "Thanks everybody, the printer works again.",
        "Out of office: I am on holiday until Monday and will read your message then.",
        "Book a demo: our software helps you answer every subject access request in one click.",
        "De printer op de derde verdieping doet het weer niet.",
        "Wil iemand de factuur van leverancier Jansen nog goedkeuren?",
        "What is our term for access requests?",
    ],
)
def test_ordinary_mail_is_not_acted_on(text: str) -> None:
    assert read(text).rights == ()
    assert read(text).meta is Meta.NONE


def test_quoted_words_are_not_a_new_ask() -> None:
    reading = read(
        "From: Ana Diaz <ana@x.example>\nSent: Monday, 3 March 2025 10:00\nTo: privacy@northwind.example\n"
        "Subject: Re: hello\n\nThank you, that answers it.\n\nOn 1 Mar 2025, at 09:00, Bo <bo@y.example> wrote:\n"
        "> Please delete my account and all my data.\n"
    )
    assert reading.rights == ()


@each(
    "vague",
    [
        "Do something about my details, please.",
        "It would please me if something could be done about my details.",
    ],
)
def test_a_vague_wish_is_asked_about(vague: str) -> None:
    assert read(vague).unsure


def test_a_case_of_ours_with_nothing_new_is_a_status_query() -> None:
    assert read("Any news on DSR-2026-0042?").meta is Meta.STATUS_QUERY


@each(
    "asked",
    [
        "where are we at with DSR-2026-0042",
        "gaat het lukken met DSR-2026-0042 deze week?",
        "wie schaut's mit DSR-2026-0042 aus?",
        "où on en est avec DSR-2026-0042",
        "qué tal va DSR-2026-0042",
        "a che punto siamo con DSR-2026-0042",
        "como vai o DSR-2026-0042",
        "jak tam DSR-2026-0042",
    ],
)
def test_a_few_words_beside_our_reference_ask_how_it_stands(asked: str) -> None:
    assert read(asked).meta is Meta.STATUS_QUERY


@each("told", ["DSR-2026-0042 is closed, thanks", "I filed it under DSR-2026-0042"])
def test_our_reference_alone_asks_nothing(told: str) -> None:
    assert read(told).meta is Meta.NONE


@each(
    ("text", "ticket"),
    [
        ("Please take 87711, privacy. Volunteer rescinds the photo release he signed.", "87711"),
        ("15003 is iets voor de FG, kan die hem oppakken?", "15003"),
        ("30277 je passe la main : client excédé, ne veut plus d'appels", "30277"),
        ("Over to privacy: driver wants the CCTV of himself from Sat 14:00-14:30. I can't.", None),
        ("Escalating to privacy: order 87711, she wants to be deleted.", None),
        ("Over to you, privacy: she wants to be deleted, her mobile is 0171 5550123.", None),
    ],
)
def test_the_only_number_of_what_is_handed_up_is_its_ticket(text: str, ticket: str | None) -> None:
    reading = read(text)
    assert reading.meta is Meta.ESCALATION
    assert (reading.ticket and reading.ticket.value) == ticket


def test_a_ticket_handed_up_is_an_escalation() -> None:
    reading = read("Escalating ticket 481516 to privacy: the customer wants her account deleted.")
    assert reading.meta is Meta.ESCALATION
    assert {f.value.value for f in reading.rights} == {"erasure"}


@each(
    "text",
    [
        "Student called, most courteous, privacy matter, kindly take over.",
        "Customer on the line, something about privacy. Passing this on to you.",
        "Deze is voor jullie privacyteam, graag overnemen.",
    ],
)
def test_what_is_handed_up_without_a_ticket_and_without_a_right_is_never_dropped(text: str) -> None:
    reading = read(text)
    assert reading.meta is Meta.ESCALATION or reading.unsure


@each("text", ["@Privacy Desk", "privacy", "hello", "@Sam"])
def test_a_name_or_a_word_alone_hands_nothing_up(text: str) -> None:
    reading = read(text)
    assert (reading.meta, reading.unsure) == (Meta.NONE, False)


def test_a_wish_that_another_language_has_as_a_word_of_its_own_is_no_small_talk() -> None:
    assert read("Sí, bórrelo.").unsure  # "borrel": drinks, in Dutch


@each(
    "text",
    [
        "ann@x.example",
        "ann@x.example; bob@y.example; carl@z.example; dora@q.example; eve@r.example",
        "ann@x.example +31 20 555 0101 https://north.example/ann",
    ],
)
def test_addresses_and_numbers_alone_ask_for_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.rights, reading.unsure) == ((), False)


def test_the_words_of_every_right_are_shown() -> None:
    text = "Hello, please delete my account. Under art. 15 GDPR I also want a copy of my data."
    reading = read(text)
    assert {f.reader for f in reading.rights} <= {"frame", "citation"}
    for fact in reading.rights:
        assert text[fact.span[0] : fact.span[1]] == fact.quote
    erasure = next(f for f in reading.rights if f.value.value == "erasure")
    assert erasure.quote == "delete my account"


@each(
    ("right", "text", "quote"),
    [
        ("erasure", "Please delete all personal data you hold about me.", "delete all personal data you hold about me"),
        (
            "erasure",
            "Can you remove my phone number from your database?",
            "remove my phone number from your database",
        ),
        ("erasure", "Wilt u al mijn persoonsgegevens verwijderen?", "mijn persoonsgegevens verwijderen"),
        ("access", "I'd like to know what data you have about me.", "like to know what data you have about me"),
        ("objection", "I object to you profiling me.", "object to you profiling me"),
        ("withdraw_consent", "I withdraw my consent.", "withdraw my consent"),
        ("restriction", "Please freeze my data and tell nobody.", "freeze my data"),
    ],
)
def test_a_plain_ask_is_that_right_alone_without_a_question(right: str, text: str, quote: str) -> None:
    reading = read(text)
    assert [(fact.value.value, fact.quote) for fact in reading.rights] == [(right, quote)]
    assert not reading.unsure


def test_two_asks_joined_in_a_sentence_are_both_heard() -> None:
    reading = read("Please send me a copy of all my data, then delete it.")
    assert {fact.value.value for fact in reading.rights} == {"access", "erasure"}
    assert not reading.unsure


def test_an_agent_who_asks_for_disclosure_does_not_complain() -> None:
    assert rights(
        "On her behalf I request that you disclose the categories and the specific pieces of personal information held "
        "about her, and correct her surname: your file says Bakker, it should be Backer."
    ) == {"access", "rectification"}


@each(
    "text",
    [
        "The April invoice shows the wrong IBAN. Could you send a corrected one?",
        "My parcel arrived damaged, please send a replacement.",
        "Can we move the meeting to Thursday? I need my laptop fixed.",
        "May we see the agenda for Monday?",
        "Mijn pakket is beschadigd aangekomen, ik wil graag mijn geld terug.",
        # who somebody is, and how to reach them
        "Ana Diaz <ana@x.example>",
        "ana@x.example",
        "+31 6 12345678",
    ],
)
def test_ordinary_business_is_not_even_asked_about(text: str) -> None:
    reading = read(text)
    assert reading.meta is Meta.NONE
    assert not reading.unsure


def test_a_new_ask_beside_a_question_about_progress_is_asked_about() -> None:
    reading = read("Any news on my request? And please take me off the newsletter too.")
    assert reading.unsure or "opt_out_marketing" in {fact.value.value for fact in reading.rights}


@each(
    "text",
    [
        "Verwijder mijn account niet, stop alleen met de nieuwsbrief.",
        "Jullie hoeven mijn account niet te wissen, alleen geen mails meer.",
        "Löschen Sie mein Konto nicht, ich will nur keine Werbung mehr.",
    ],
)
def test_nothing_is_erased_without_a_question_where_somebody_said_not_to(text: str) -> None:
    reading = read(text)
    assert reading.unsure or rights(text) == {"opt_out_marketing"}


def test_a_slip_is_mended_in_the_same_way_whatever_was_read_before() -> None:
    atoms = Lexicon("en").atoms
    mended, as_it_stands = atoms.of(["dleete"], repair=True), atoms.of(["dleete"], repair=False)
    again = Lexicon("en").atoms
    assert (again.of(["dleete"], repair=False), again.of(["dleete"], repair=True)) == (as_it_stands, mended)
    assert mended > as_it_stands


def test_an_erasure_beside_a_decision_by_a_machine() -> None:
    assert len(read("A robot rejected me by automated decision. Delete my account, I am jo@mail.example.").rights) == 2


def test_a_contrast_leaves_only_what_is_wanted_in_dutch() -> None:
    assert rights("Verwijder mijn account niet, stop alleen met de nieuwsbrief.") == {"opt_out_marketing"}


def test_a_short_word_about_somebodys_details_is_asked_about() -> None:
    reading = read("A lady at the desk: and my file? She was not amused about her details.")
    assert reading.unsure
    assert reading.candidates


@each(
    "text",
    [
        "Unsubscribe ana@x.example",
        "STOP 0612345678",
        "Opt out: ana@x.example",
        "Löschung hans@gmx.example",
        "Abmeldung Hans Meier hans@x.example",
        "Auskunft hans@post.example",
        "DSGVO hans@x.example",
        "Verwijderen jan@x.example",
        "Disiscrivetemi anna@x.example",
        "Supprimez marie@x.example",
        "Raus hans@x.example",
        "Weg wegener@x.example",
        "hou op 0612345678",
        "WHAT DO YOU HAVE? john@x.example",
        "Oud: jan@x.example Nieuw: jan@y.example",
        "Verstorben: Hans Meier hans@x.example",
    ],
)
def test_a_word_with_an_address_is_heard_or_asked_about(text: str) -> None:
    reading = read(text)
    assert reading.rights or reading.unsure or reading.meta is Meta.ESCALATION


@each("ending", ["it", "com", "de", "nl"])
def test_the_ending_of_an_address_says_nothing_about_the_language(ending: str) -> None:
    assert languages_in(f"Verwijderen jan@post.{ending}") == languages_in("Verwijderen")


# Known weaknesses (docs/reading.md): each must move up to the tests above as soon as it is read well.


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="'clear' is taken for an erasure")
def test_thanks_are_no_request() -> None:
    assert read("Thank you, all clear now.").rights == ()


def test_a_wish_that_something_be_done_is_asked_about() -> None:
    assert read("Something should be done about my details, please.").unsure


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="only the first of two wishes is heard")
def test_one_wish_or_another_is_asked_about() -> None:
    assert read("Customer says: can my details be gone, or may I see them?").unsure


def test_a_colleagues_short_ask_for_somebody_with_an_address_is_told() -> None:
    reading = read("Please delete all data of @Sasha Lim <sasha@citrine.example>")
    assert reading.rights
    assert not reading.unsure


@each(
    "said",
    [
        "Anrufer will Löschung.",
        "Received on 3 March 2026: delete my data",
        "I rang, you promised deletion, nothing happened. Delete it.",
        "En qualité de conseil de la société Alpha, je demande la suppression de mes données",
    ],
)
def test_a_plain_wish_that_the_rest_drowns_is_asked_about(said: str) -> None:
    reading = read(said)
    assert reading.unsure or reading.rights


@each(
    "said",
    [
        "Received on 3 March 2026: delete my data",
        "Received on 3 March 2026 by phone: Mrs Bell wants her data deleted",
        "Reçu le 3 mars 2026 : supprimez mes données",
    ],
)
def test_a_day_that_a_message_begins_with_says_nothing_of_what_is_wanted(said: str) -> None:
    assert [fact.value for fact in read(said).rights] == ["erasure"]
