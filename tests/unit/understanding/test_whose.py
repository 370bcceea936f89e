"""Whose request it is, where somebody else is named beside them: invented messages, and who must come out."""

from collections.abc import Callable

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading
from bot.understanding.replies.typed import typed_name
from tests.growth import in_proportion
from tests.lines import each
from tests.transcripts.talk import Talk
from tests.unit.understanding.said import AMSTERDAM, OWN

# Ana's mail, handed over
ANA = (
    "From: Ana Diaz <ana@x.example>\nSent: Monday, 2 March 2026 10:00\nTo: privacy@northwind.example\n"
    "Subject: my data\n\n"
)
# A colleague's own mail
EMMA = (
    "From: Emma de Vries <emma@northwind.example>\nSent: Monday, 2 March 2026 10:00\nTo: privacy@northwind.example\n"
    "Subject: a customer\n\n"
)
CARL_AND_BOB = [("Carl Koch", "carl@z.example"), ("Bob Berg", "bob@y.example")]
LIST = "- Carl Koch, carl@z.example\n- Bob Berg, bob@y.example\n"


def _read(text: str) -> Reading:
    return understand(read_text(text, zone=AMSTERDAM), own_domains=OWN)


def _email(text: str) -> str | None:
    fact = _read(text).email
    return fact.value if fact else None


def _name(text: str) -> str | None:
    fact = _read(text).name
    return fact.value if fact else None


@each(
    "said",
    [
        "Please send a copy of all my data to carl@y.example.",
        "Please reply to carl@y.example. Delete my data.",
        "I gave my details to carl@y.example, please delete my data",
        "I paid it to carl@y.example. Send me my data.",
        "It's carl@y.example who referred me. Delete my data.",
        "I now see mail from carl@y.example. Please delete my account.",
        "Please port my data over to bob@bank.example.",
        "Please correct my data and send it to carl@y.example",
        "Please delete my data. Our new colleague is carl@y.example.",
        "The new contact for the account is carl@y.example, please delete my data",
        "Update the file and send the address list to carl@y.example",
        "In the right column of the profile it says carl@y.example, please delete my data",
        "Our neighbour's new address is carl@y.example. Delete my data.",
        "Stuur een kopie van mijn gegevens naar carl@y.example.",
        "Bitte senden Sie eine Kopie an carl@y.example. Ich will Auskunft.",
        "Envoyez mes données à carl@y.example svp.",
        "Manden mis datos a carl@y.example",
        "Inviate i miei dati a carl@y.example",
        "Enviem os meus dados para carl@y.example",
        "Proszę wysłać moje dane na carl@y.example",
    ],
)
def test_where_data_are_to_go_is_not_whose_they_are(said: str) -> None:
    assert _email(ANA + said) == "ana@x.example"


@each(
    "said",
    [
        "My address is now neu@x.example, please correct it.",
        "Change it from alt@x.example to neu@x.example please, it is my email.",
        "Please update the e-mail address on my account to neu@x.example",
        "Please note that my e-mail address has changed to neu@x.example",
        "my email isn't anna@x.example but neu@x.example",
        "My new address:\nneu@x.example",
        "ana@x.example -> neu@x.example please change",
        "You have my email wrong, it's neu@x.example",
        "Please use neu@x.example instead of ana@x.example",
        "Please change my mail from old@x.example, the new one is neu@x.example",
        "Zet mijn account van oud@x.example over naar neu@x.example",
        "Wijzig mijn mail van oud@x.example, de nieuwe is neu@x.example",
        "Graag mijn mailadres van oud@x.example naar neu@x.example wijzigen",
        "Mijn e-mailadres moet neu@x.example zijn",
        "Mijn e-mailadres moet zijn: neu@x.example",
        "Bitte ändern Sie meine E-Mail von alt@x.example auf neu@x.example",
        "Meine E-Mail-Adresse hat sich geändert, bitte auf neu@x.example ändern",
        "Meine richtige E-Mail-Adresse lautet neu@x.example",
        "Mon adresse est maintenant neu@x.example, merci de corriger",
        "Merci de remplacer mon adresse ana@y.example par neu@x.example",
        "Mi nueva dirección de correo es neu@x.example",
        "Mi correo correcto es neu@x.example, no ana@x.example",
        "Cambien mi correo de ana@y.example a neu@x.example",
        "Il mio indirizzo corretto è neu@x.example",
        "Cambiate la mia email da ana@y.example a neu@x.example",
        "O meu email agora é neu@x.example",
        "Mudem o meu email de ana@y.example para neu@x.example",
        "Mój nowy adres to neu@x.example",
        "Proszę zmienić mój email z ana@y.example na neu@x.example",
    ],
)
@each("header", [ANA, ""])
def test_an_address_that_is_corrected_wins(header: str, said: str) -> None:
    assert _email(header + said) == "neu@x.example"


@each(
    ("said", "email"),
    [
        ("Please remove bob@y.example from your list, I get his mail at ana@x.example", "bob@y.example"),
        ("My email was hacked: hacker@evil.example. Please delete the account", None),
        ("please delete my data and reply to ana@x.example", "ana@x.example"),
        ("I gave my details to carl@y.example, my email is ana@x.example, please delete", "ana@x.example"),
        ("Stop sending mail to ana@x.example. I asked bob@y.example before.", "ana@x.example"),
        ("Customer Ana Diaz wants a copy sent to ana@x.example", "ana@x.example"),
        ("Delete my account. my e-mail: info@anadiaz.example", "info@anadiaz.example"),
        ("my e-mail is hello@anadiaz.example, delete my account", "hello@anadiaz.example"),
        ("my e-mail: team.bell@z.example delete my account", "team.bell@z.example"),
        ("please erase me, my address is customerana@z.example", "customerana@z.example"),
    ],
)
def test_whose_of_several_addresses(said: str, email: str | None) -> None:
    assert _email(said) == email


def test_the_senders_provider_is_not_the_company() -> None:
    copied = ANA.replace("ana@x.example", "ana@post.example").replace("Subject:", "Cc: bob@post.example\nSubject:")
    assert _email(copied + "Please delete my data") == "ana@post.example"


@each(
    ("text", "persons"),
    [
        ("Please delete these customers:\n" + LIST, CARL_AND_BOB),
        (EMMA + "Please delete these customers:\n" + LIST, CARL_AND_BOB),
        ("We act as agent for these consumers:\n" + LIST + "Please delete.", CARL_AND_BOB),
        # a customer's references, and the colleagues who handle it
        (ANA + "Please delete my data.\n\nreferences:\n" + LIST, []),
        (
            "Handled by:\nEmma de Vries, emma@northwind.example\nSam Smith, sam@northwind.example\n\n"
            "---------- Forwarded message ---------\n" + ANA + "Please delete all my data.\n\nAna Diaz",
            [],
        ),
        ("Handled by:\n" + LIST + "\n" + ANA + "Please delete all my data.", []),
        # nobody is lost who is listed above somebody else's mail
        (
            "These two want out as well:\n" + LIST + "\n" + ANA + "Please erase everything",
            [("Ana Diaz", "ana@x.example"), *CARL_AND_BOB],
        ),
        (
            ANA + "Please delete us both:\n- Ana Diaz, ana@x.example\n- Bo Diaz, bo@x.example",
            [("Ana Diaz", "ana@x.example"), ("Bo Diaz", "bo@x.example")],
        ),
        # addresses alone
        (
            "ana@x.example\nbob@y.example\ncarl@z.example\nplease delete these people",
            [(None, "ana@x.example"), (None, "bob@y.example"), (None, "carl@z.example")],
        ),
        ("Please delete ana@x.example and bob@y.example", [(None, "ana@x.example"), (None, "bob@y.example")]),
        # in a sentence
        (
            "Please delete the accounts of me and my wife: Ana Diaz (ana@x.example) and Bob Roy (bob@y.example).",
            [("Ana Diaz", "ana@x.example"), ("Bob Roy", "bob@y.example")],
        ),
        (
            "Bitte löschen Sie die Daten von Ana Diaz (ana@x.example) und Frau Bea Roy (bea@y.example).",
            [("Ana Diaz", "ana@x.example"), ("Bea Roy", "bea@y.example")],
        ),
        (
            "Three want erasure: Ana Diaz, ana@x.example, Bob Roy, bob@y.example, and Carl Low, carl@z.example",
            [("Ana Diaz", "ana@x.example"), ("Bob Roy", "bob@y.example"), ("Carl Low", "carl@z.example")],
        ),
        (
            "Ana Diaz (ana@x.example) and Bob Roy (bob@y.example) want their data deleted",
            [("Ana Diaz", "ana@x.example"), ("Bob Roy", "bob@y.example")],
        ),
        (
            "Ana Diaz ana@x.example wants a copy, her husband Bob Roy bob@y.example wants his data deleted",
            [("Ana Diaz", "ana@x.example"), ("Bob Roy", "bob@y.example")],
        ),
        ("Ana Diaz (ana@x.example) wants a copy of what Bob Roy (bob@y.example) wrote about her", []),
        ("You shared my data with Ana Diaz (ana@x.example) and Bob Roy (bob@y.example). Carl Low", []),
        ("My witnesses are Ana Diaz (ana@x.example) and Bob Roy (bob@y.example). Delete my data. Carl Low", []),
        ("Delete Ana Diaz (ana@x.example). Emma Roy (emma@northwind.example) knows her.", []),
        ("Delete Ana Diaz (ana.diaz@x.example) or Ana Diaz (ana.d@y.example)", []),
        ("Handled by Tom Roy (tom@y.example) and Bea Low (bea@z.example): delete Ana Diaz (ana@x.example)", []),
        ("Please delete my addresses ana@x.example and work@y.example", []),
        ("Customer wants to be deleted, her addresses: ana@x.example, diaz@y.example", []),
        ("Please delete ana.diaz@x.example, ana.d@y.example", []),
        ("I mailed bob@y.example and carl@z.example about my data, delete it. Ana Diaz, ana@x.example", []),
        ("cc: bob@y.example, carl@z.example\nCustomer Ana Diaz (ana@x.example) wants to be deleted", []),
    ],
)
def test_who_is_listed(text: str, persons: list[tuple[str | None, str]]) -> None:
    assert [(who.name, who.email) for who in _read(text).persons] == persons


@each(
    ("said", "name", "email"),
    [
        ("Hi, Ana Diaz (ana@x.example) called and wants all her data deleted.\n\nEmma", "Ana Diaz", "ana@x.example"),
        ("Customer Ana Diaz wants a copy of her data. Thanks, Emma de Vries", "Ana Diaz", None),
        ("A customer called, she wants all her data deleted.\n\nEmma", None, None),
        ("Please send me a copy of my personnel file.\n\nEmma de Vries", "Emma de Vries", None),
    ],
)
def test_a_colleague_writes_about_a_customer(said: str, name: str | None, email: str | None) -> None:
    assert (_name(EMMA + said), _email(EMMA + said)) == (name, email)


def test_a_contact_form_is_sent_by_nobody() -> None:
    form = ANA.replace("Ana Diaz <ana@x.example>", "WordPress <wordpress@shop.example>")
    form += "Name: Ana Diaz\nEmail: ana@x.example\nMessage: delete my data"
    assert (_name(form), _email(form)) == ("Ana Diaz", "ana@x.example")


@each(
    "verb",
    [
        *("Delete", "Erase", "Remove", "Wipe", "Forget", "Purge", "Correct", "Block", "Anonymise", "Unsubscribe"),
        *("Verwijder", "Wis", "Schrap", "Vergeet", "Corrigeer", "Blokkeer"),
        *("Lösche", "Löschen", "Entfernen", "Sperren", "Berichtigen"),
        *("Supprimez", "Effacez", "Corrigez", "Bloquez"),
        *("Elimina", "Borra", "Borrar", "Suprima", "Cancella", "Cancellate", "Rimuovi"),
        *("Apague", "Elimine", "Remova", "Usuń", "Skasuj", "Popraw"),
    ],
)
def test_what_is_asked_is_no_name(verb: str) -> None:
    assert _name(f"{verb} Ana Diaz (ana@x.example), all her data") == "Ana Diaz"


@each(
    ("said", "name"),
    [
        ("Could I please have all the data you hold on me? Tysm, Saoirse", "Saoirse"),
        ("got part 1, thanks! please send the rest of my data. Vikram", "Vikram"),
        ("For how long do you keep my documents? no hurry. Meera, Leicester", "Meera"),
        ("Please erase my data. Paris", None),
        ("I am the mother of Elif (9) who uses your app. Please delete her account.", "Elif"),
        ("our daughter Freya (15) won and you put her photo online. Remove it.\n\nMarit Sund", "Freya"),
        ("Caller: mother of Noé (8). Wants his name spelled right, it's Noé Célestin Dubray.", "Noé Célestin Dubray"),
        ("take me out of your system\n\njez hartnoll\njez.hartnoll@bricks.example", "Jez Hartnoll"),
        ("I'm not the Margaret Lowe in Wakefield. Correct my data.\n\nMargaret Lowe", "Margaret Lowe"),
        ("Karel in 't Veld wil dat we zijn gegevens wissen", "Karel in 't Veld"),
        ("En representación de D. Emilio Santacruz Vega pido que supriman sus datos.", "Emilio Santacruz Vega"),
        ("Cliente: D. Conceição Vaz (residente no Funchal)\nPedido: apagar os dados", "Conceição Vaz"),
        ("Pouvez-vous corriger mes données svp.\nMerci beaucoup, Thi Mai Nguyen", "Thi Mai Nguyen"),
        ("Gelieve mijn gegevens te wissen.\n\nMet de meeste hoogachting,\nA. Feenstra", "A. Feenstra"),
        ("Jan A. Smit wil zijn gegevens laten wissen", "Jan A. Smit"),
        ("Delete the rest. No number given, logged in as Ffion Jarrold.", "Ffion Jarrold"),
        ("As far as I'm concerned (Anders Rydell, ar@post.example) my data can go.", "Anders Rydell"),
    ],
)
def test_names_that_stand_alone(said: str, name: str | None) -> None:
    assert _name(said) == name


@each(
    ("said", "agent", "minor"),
    [
        ("I am 16 and want my account deleted", False, True),
        ("Please delete my account, I am 17 years old.", False, True),
        ("im 15 and want my account gone", False, True),
        ("Ik ben 15 en wil mijn account laten verwijderen", False, True),
        ("Ich bin 15 Jahre alt und will mein Konto löschen", False, True),
        ("J'ai 15 ans, supprimez mon compte", False, True),
        ("Tengo 15 años y quiero borrar mi cuenta", False, True),
        ("Ho 15 anni e voglio cancellare il mio account", False, True),
        ("Tenho 15 anos e quero apagar a minha conta", False, True),
        ("Mam 15 lat i chcę usunąć konto", False, True),
        ("I am 42 and want my account deleted", False, False),
        ("I am 15 years a customer and want my account deleted", False, False),
        ("Ik ben 15 jaar klant, verwijder mijn account", False, False),
        ("Ich bin 15 Jahre Kunde, löschen Sie mein Konto", False, False),
        ("J'ai 15 ans d'ancienneté, supprimez mon compte", False, False),
        ("Ho 10 e-mail da voi, cancellate i miei dati", False, False),
        ("Ich wohne im 10. Bezirk, löschen Sie meine Daten", False, False),
        ("Für die Antwort habe ich mir den 9. März vorgemerkt. Welche Daten haben Sie über mich?", False, False),
        ("My son, 25, wants his data deleted", True, False),
        ("My 25-year-old son wants his data deleted", True, False),
        ("My son, 12, wants his data deleted", True, True),
        ("Mein Sohn (25) will, dass seine Daten gelöscht werden", True, False),
        ("Mon fils de 25 ans veut supprimer son compte", True, False),
        ("Guardian of Mr. Cole (81) asks for his data", True, False),
        ("I am the guardian of Mr Clive Ellery, born 1944. Please stop the mailings he gets.", True, False),
        ("Mum here. My 14yo signed up with my card. Just scrub her details off your system.", True, True),
        ("Customer's daughter called for her father Mr Fonseka, 79. Please correct his number", True, False),
        ("bei unserem Sohn Jonas steht 12.03.2014 als Geburtstag. Können Sie das bitte ändern?", True, True),
        ("Proszę o usunięcie danych mojej córki Zofii (9 lat)", True, True),
        ("My mother wants her account deleted.", True, False),
        ("I want my mother's data removed.", True, False),
        # only mentioned
        ("Please delete my account. My wife has her own account, keep hers.", False, False),
        ("stop. how did you get this number, it's for my kids' school only", False, False),
        ("Delete my data; my grandson says I should.", False, False),
        ("My wife and I both get your newsletter. As far as I'm concerned it can end.", False, False),
        ("Please delete my data.\n\nAna Diaz\nAttorney at law", False, False),
        ("I am a solicitor by trade. Please delete my data.\n\nAna Diaz", False, False),
        ("Ich bin Rechtsanwalt und möchte Auskunft über meine Daten", False, False),
        ("Please erase the data of Ms Beatrix Holloway.\n\nJ. Grub\nSolicitor", True, False),
        ("SOLICITO copia de los datos personales que obren en su poder.", False, False),
    ],
)
def test_for_whom_they_write(said: str, agent: bool, minor: bool) -> None:
    reading = _read(said)
    assert (reading.flagged(Flag.REPRESENTATIVE) is not None, reading.flagged(Flag.MINOR) is not None) == (agent, minor)


def test_a_lawyer_who_asks_for_her_own_data_keeps_her_name() -> None:
    text = ANA + "Please delete my data.\n\nAna Diaz\nAttorney at law"
    assert (_name(text), _email(text)) == ("Ana Diaz", "ana@x.example")


@each(
    ("said", "phone"),
    [
        ("Born 01/02/1985 12 30", None),
        ("my IP is 192.168.100.200", None),
        ("The order number is 0612345678", None),
        ("Meine Kundennummer ist 0612345678", None),
        ("mi teléfono es 612345678", "612345678"),
        ("Tel: 601234567", "601234567"),
        ("cell 3331234567", "3331234567"),
        ("call 1-415-555-0132", "1-415-555-0132"),
        ("numer telefonu to 601 234 567", "601 234 567"),
        ("Tel. 0176/5530 8812", "0176/5530 8812"),
        ("telefoonnummer 0612345678", "0612345678"),
    ],
)
def test_phones(said: str, phone: str | None) -> None:
    fact = _read(f"Please delete my data. {said}").phone
    assert (fact.value if fact else None) == phone


@each(
    ("answer", "name"),
    [
        ("Ana Diaz", "Ana Diaz"),
        ("ana diaz", "ana diaz"),
        ("kofi adjei", "kofi adjei"),
        ("ana", "ana"),
        ("her name is Ana Diaz", "Ana Diaz"),
        ("his name is joris de wit", "joris de wit"),
        ("Ana Diaz, her email is", "Ana Diaz"),
        ("D. van der Meer", "D. van der Meer"),
        ("Ana Diaz (Citrine)", "Ana Diaz (Citrine)"),
        ("Oak Foods Ltd", "Oak Foods Ltd"),
        ("Мария Иванова", "Мария Иванова"),
        ("I don't know", None),
        ("no idea", None),
        ("see ticket", None),
        ("her e-mail is", None),
        ("Unknown", None),
        ("same as above", None),
        ("weet ik niet", None),
        ("geen idee", None),
        ("keine Ahnung", None),
        ("je ne sais pas", None),
        ("no lo sé", None),
        ("non lo so", None),
        ("não sei", None),
        ("nie wiem", None),
        ("what?", None),
        ("", None),
    ],
)
def test_a_typed_name(answer: str, name: str | None) -> None:
    assert typed_name(answer) == name


@each(
    ("said", "name"),
    [
        ("Please delete my data. My name is Ana Bell and my mother Rosa Bell is not involved.", "Ana Bell"),
        ("Hi, delete the data of my late father, John Bell. Regards, Ana Bell", "John Bell"),
        ("Our client Ana Bell wants her data deleted. Tom Hill", "Ana Bell"),
        ("Please remove Carl Bell from your list.\nKind regards,\nhis mother, Ana Bell", "Ana Bell"),
        ("My son Tim's teacher said you hold his data. He is 10. Delete it.", "Tim"),
        ("Kollegen, er heißt Aslaug Timm und möchte Auskunft über seine Daten", "Aslaug Timm"),
    ],
)
def test_the_writer_and_their_kin_are_told_apart(said: str, name: str) -> None:
    assert _name(said) == name


def test_relatives_are_known_however_they_are_spelt() -> None:
    for relative in ("soeur", "sœur", "grand-mère"):
        said = _read(f"J'écris pour ma {relative}, Anne Petit. Elle souhaite l'effacement de ses données.")
        assert said.flagged(Flag.REPRESENTATIVE)


@each("words", ["unknown", "I don't know"])
def test_who_does_not_know_the_person_is_no_name(words: str) -> None:
    talk = Talk()
    talk.says("customer wants to be forgotten, please delete everything")
    if "Is this about you?" in talk.text:
        talk.presses("No, about somebody else")
    talk.shows("Whose data is it about?")
    talk.says(words)
    talk.shows("About not named")


@each(
    "pattern",
    [
        lambda n: "Ana Boa, q@x.example " * n,
        lambda n: "Please delete:\n" + "".join(f"- Ana Bo, a{i}@x.example\n" for i in range(n)),
        lambda n: "Please delete:\n" + "".join(f"a{i}@x.example\n" for i in range(n)),
        lambda n: "my son and my daughter's father " * n,
        lambda n: "mother of Elif (9). " * n,
        lambda n: "tel 1 415 555 0132 " * n,
        lambda n: "Assistant: Thanks Ana Boa. Submitted by: Bo Boa (mother) " * n,
        lambda n: "change Ana Boa to Ana Bea, deputy for Ana Boa, " * n,
        lambda n: "ab@c.de xyz " * (4 * n),
    ],
)
def test_many_names_cost_little(pattern: Callable[[int], str]) -> None:
    assert in_proportion(lambda many: understand(read_text(pattern(many), zone=AMSTERDAM), own_domains=OWN), 40)
