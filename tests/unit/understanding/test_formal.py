"""Formal wishes that say neither "my" nor "me" are asked about; what only sounds so is left alone."""

from tests.lines import each
from tests.unit.understanding.said import read


def assert_is_heard(right: str, text: str) -> None:
    """Told or asked about, with that right among the readings."""
    reading = read(text)
    assert reading.unsure or reading.rights
    assert right in {label for label, _ in reading.candidates}


@each(
    ("text", "right"),
    [
        ("Por la presente ejerzo el derecho de acceso. De no ser atendido, acudiré al Juzgado.\nLuis García", "access"),
        ("Je demande l'accès aux données. À défaut, saisine du tribunal judiciaire.", "access"),
        ("Veuillez supprimer le compte. À défaut, le tribunal judiciaire de Lyon sera saisi.", "erasure"),
        ("Con la presente il sottoscritto Mario Rossi chiede l'accesso ai dati. In difetto, querela.", "access"),
        ("Con la presente si chiede la cancellazione dei dati personali del sottoscritto entro 30 giorni.", "erasure"),
        ("Venho solicitar a eliminação dos dados no prazo de 30 dias, sob pena de queixa-crime.", "erasure"),
        ("Żądam dostępu do danych. W przeciwnym razie sprawa trafi do Sądu Rejonowego.", "access"),
        ("Chiedo la cancellazione entro 30 giorni; in difetto, ricorso al Tribunale di Milano. Mario Rossi", "erasure"),
        ("Wzywam do usunięcia danych w terminie 7 dni.", "erasure"),
        ("We request erasure of the account, failing which proceedings will be issued.", "erasure"),
        ("Sie werden aufgefordert, bis zum 5. März Auskunft über die gespeicherten Daten zu erteilen.", "access"),
    ],
)
def test_a_formal_wish_is_asked_about(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert right in {label for label, _ in reading.candidates}
    assert not any(flag.value.value == "legal_demand" for flag in reading.flags)


@each(
    "text",
    [
        "Je demande la suppression de la ligne 4 du devis, merci.",
        "Si richiede la cancellazione dell'ordine 4711.",
        "Wir fordern die Löschung der Hypothek im Grundbuch.",
    ],
)
def test_a_formal_letter_about_a_thing_is_none(text: str) -> None:
    reading = read(text)
    assert not reading.rights


@each(
    "text",
    [
        "DT-3310 la cliente souhaite qu'on l'oublie, tout simplement",
        "M. Petit voudrait qu'il ne reste plus rien de lui chez nous. Dossier 55-2.",
        "Mevrouw Vos wil graag uit onze administratie en uit de boeken gehaald worden",
        "Mijn vrouw en ik zouden graag uit uw boeken verdwijnen",
        "La signora chiede che ci dimentichiamo di lei",
        "Klientka chce, żebyśmy o niej zapomnieli",
        "vous pouvez m'oublier ? merci",
        "podem esquecer-me? obrigado",
    ],
)
def test_who_wants_to_be_forgotten_is_heard(text: str) -> None:
    assert_is_heard("erasure", text)


def test_a_party_that_is_not_to_be_forgotten_is_none() -> None:
    reading = read("Vergeet mij niet voor vrijdag, ik neem de taart mee!")
    assert not reading.rights
    reading = read("Il ne faut pas qu'on l'oublie, la réunion de lundi.")
    assert not reading.rights


@each(
    ("text", "right"),
    [
        ("Police 4711, droit d'accès. Paul Martin", "access"),
        ("Police n° 4711. Droit d'accès. Cordialement, Paul Martin", "access"),
        ("Right of access, policy 4711. Paul Martin", "access"),
        ("Auskunftsersuchen Paul Martin", "access"),
        ("Diritto di accesso, polizza 4711, Paolo Martini", "access"),
        ("Direito de acesso, apólice 4711", "access"),
        ("Prawo dostępu, polisa 4711, Paweł Marcin", "access"),
        ("recht op vergetelheid jan de boer", "erasure"),
        ("Derecho al olvido, Pablo Martín", "erasure"),
        ("Droit à l'effacement. Contrat 4711. Merci. P. Martin", "erasure"),
        ("Contrat 4711 : droit de rectification", "rectification"),
        ("Adreswijziging klant 4711", "rectification"),
        ("Recht auf Datenübertragbarkeit, Paul Martin", "portability"),
        ("sprzeciw, Jan Nowak", "objection"),
        ("droit d'accès\n\nPaul Martin\n12 rue des Lilas\n75011 Paris", "access"),
        ("Droit d'accès ? Paul Martin", "access"),
        ("Bezwaar, P. de Boer", "objection"),
        ("auskunftssperre Paul Martin", "restriction"),
        ("Déréférencement. Paul Martin", "erasure"),
        ("Robinsonliste Paul Martin", "opt_out_marketing"),
        ("DNSMPI, Paul Martin", "opt_out_sale"),
        ("AVG-inzageverzoek Jan Vos", "access"),
        ("AVG-verwijderverzoek van Jan Vos", "erasure"),
        ("DSGVO-Auskunft Max Bauer", "access"),
        ("inzageverzoek Piet Vos", "access"),
        ("Inzageverzoek van Jan Vos (jan@vos.example), gisteren ontvangen", "access"),
        ("AVG-inzageverzoek Jan Vos, jan@vos.example, gisteren binnengekomen", "access"),
        ("Auskunftsersuchen von Jonas Huber, jonas@huber.example, gestern eingegangen", "access"),
        ("richiesta di cancellazione di Rosa Conti, rosa@conti.example, ricevuta ieri", "erasure"),
        ("deletion request from Ann Bell, ann@bell.example, received yesterday", "erasure"),
        ("pedido de acesso de Paulo Reis, paulo@reis.example, recebido ontem", "access"),
        ("solicitud de supresión de Diego Vera, diego@vera.example, recibida ayer", "erasure"),
    ],
)
def test_the_name_of_a_right_with_nothing_but_who_asks_is_asked_about(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert right in {label for label, _ in reading.candidates}


@each(
    ("text", "right"),
    [
        ("Kader Benali réclame son droit à l'oubli, c'est pour vous, moi je ne touche pas à ça.", "erasure"),
        ("Ximena Polo exige el derecho al olvido y amenaza con abogados. Yo no entro ahí.", "erasure"),
    ],
)
def test_a_right_that_is_said_by_its_name_is_among_the_readings(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert right in {label for label, _ in reading.candidates}


@each(
    "text",
    [
        "Router replaced, credit of 20 given. Mw. wil het gesprek van vorige week terugluisteren.",
        "Reparatur erledigt, Gutschrift gebucht. Will sich das Telefonat vom Juni nochmal anhören.",
        "Remboursé. M. souhaite réécouter la conversation du 4, on lui avait promis deux mois gratuits.",
        "Avería resuelta. Pide además oír la llamada del día 2.",
        "Intervento chiuso. La signora chiede anche di poter risentire la telefonata del 6.",
        "Peça trocada. Cliente pergunta se pode ouvir a chamada de dia 30.",
        "Pralka naprawiona. Chce jeszcze raz posłuchać rozmowy z czerwca.",
        "INC-99120 Leandro Pueyo reclama el audio de la llamada del 4 de mayo en la que contrató,\n"
        "no recuerda haber dicho que sí",
    ],
)
def test_a_caller_who_wants_to_hear_a_call_again_is_asked_about(text: str) -> None:
    assert_is_heard("access", text)


@each(
    "text",
    [
        "Das mit den Fotos vom Sommerfest: doch nicht",
        "Wegen dem Film im Kindergarten: lieber doch nicht, bitte",
        "- Mutter von Emil (2a): Fotozettel vom September doch lieber nein",
        "de foto's van het zomerfeest: toch maar niet",
        "les photos de la kermesse, finalement non merci",
        "lo de las fotos de la fiesta al final no",
        "aquilo das fotos da festa afinal não",
        "zdjęcia z festynu jednak nie",
        "The photos of the school fair: rather not.",
        "la madre de los gemelos al final no quiere las fotos del calendario",
    ],
)
def test_a_yes_that_is_taken_back_is_asked_about(text: str) -> None:
    assert_is_heard("withdraw_consent", text)


@each(
    "text",
    [
        "Ich schicke dir die Bilder lieber nicht, sonst teilst du sie wieder im Familienchat.",
        "I changed my mind about removing the photos, leave them please.",
        "Bowling am Freitag doch nicht, der Film läuft um acht.",
    ],
)
def test_another_change_of_mind_is_no_consent_taken_back(text: str) -> None:
    assert not read(text).rights


def test_to_listen_to_somebody_is_no_wish_to_hear_a_call_again() -> None:
    assert not read("We want to listen to our customers, so we call each of them once a year.").rights


@each(
    "text",
    [
        "Recht op vergetelheid: lezing 12 juni, Gent. Komt u?",
        "right to erasure slide is missing",
        "Geen bezwaar. Akkoord. Jan.",
        "MEETING ABOUT THE RIGHT OF ACCESS CANCELLED",
        "Bitte Auskunft Liefertermin Bestellung 4711",
        "Adressänderung Lieferant Meier GmbH",
        "Access rights SharePoint Finance, Paul Martin",
        "Opposizione Multa Verbale 4711",
        "Ihre Rechte: Auskunft, Löschung, Widerspruch.",
        "Merci.\n\nLe 3 mars 2026, Paul Martin <paul@x.example> a écrit :\n> Le droit d'accès est dans la charte.",
        "Policy 14 Subject access, final. Approved on 3 May.",
        "o direito ao esquecimento será o tema da mesa-redonda das 15h",
    ],
)
def test_the_name_of_a_right_in_a_sentence_about_something_else_is_none(text: str) -> None:
    assert not read(text).unsure


def test_a_formal_wish_is_signed_by_its_reader() -> None:
    (wish,) = read("Je demande l'accès aux données. À défaut, saisine du tribunal judiciaire.").rights
    assert (wish.reader, wish.quote) == ("formal", "Je demande l'accès")


@each(
    "text",
    [
        *("GDPR-request Jan Vos", "pedido RGPD de Paulo Reis paulo@reis.example", "wniosek RODO Jan Kot"),
        *("AVG-verzoek van Jan Vos, gisteren ontvangen", "DSR from Ann Bell (ann@bell.example), by phone"),
    ],
)
def test_a_request_of_which_only_the_law_is_told_is_asked_about(text: str) -> None:
    assert read(text).unsure


@each("text", ["our GDPR request template", "GDPR requests are up this year", "the DSR dashboard"])
def test_talk_of_requests_is_none(text: str) -> None:
    assert not read(text).unsure


@each(
    ("sentence", "right"),
    [
        ("This is a subject access request.", "access"),
        ("Please treat this as a request for access under GDPR.", "access"),
        ("Dit is een inzageverzoek op grond van de AVG.", "access"),
        ("Beschouw dit als een verwijderverzoek.", "erasure"),
        ("Dies ist ein Auskunftsersuchen.", "access"),
        ("Bitte betrachten Sie dies als DSGVO-Löschantrag.", "erasure"),
        ("Ceci est une demande d'effacement de mes données.", "erasure"),
        ("Ceci constitue une demande d'accès au titre du RGPD.", "access"),
        ("Esta es una solicitud de supresión.", "erasure"),
        ("Presento una solicitud de acceso según el RGPD.", "access"),
        ("Questa è una richiesta di accesso ai sensi del GDPR.", "access"),
        ("Este é um pedido de apagamento.", "erasure"),
        ("To jest wniosek o dostęp na podstawie RODO.", "access"),
    ],
)
@each("note", ["", "Hi team, see below, thanks. Sam\n\n"])
def test_a_mail_that_says_what_it_is_is_asked_about(sentence: str, right: str, note: str) -> None:
    head = "From: Hilde Moen <hilde@moen.example>\nSent: 3 March 2026 09:14\nTo: desk@x.example\nSubject: hello\n\n"
    assert_is_heard(right, sentence)
    assert_is_heard(right, f"{note}{head}Hello,\n\n{sentence}\n\nHilde Moen")


@each(
    "text",
    [
        "This is not an access request, just a remark.",
        "This is the access request for the server room, please badge Bo in.",
        "Das ist der Löschantrag für das Grundbuch.",
        "Ceci est une demande de suppression de la ligne 4 du devis.",
        "Dit is een voorbeeld van een inzageverzoek.",
    ],
)
def test_what_is_no_request_for_data_is_not_told_as_one(text: str) -> None:
    assert all(fact.reader != "formal" for fact in read(text).rights)
