"""Whose place it is that a message names: the person's, a colleague's, a lawyer's, a relative's, or nobody's home."""

from tests.lines import each
from tests.unit.understanding.said import read

ASKS = {
    "en": "Please delete my data.",
    "nl": "Verwijder mijn gegevens.",
    "de": "Bitte löschen Sie meine Daten.",
    "fr": "Veuillez supprimer mes données.",
    "es": "Por favor, borren mis datos.",
    "it": "Vi prego di cancellare i miei dati.",
    "pt": "Por favor, apaguem os meus dados.",
    "pl": "Proszę usunąć moje dane.",
}

HOMES: list[tuple[str, str, str | None]] = [
    # A move that is yet to come tells less than where somebody signs
    ("en", "We are moving to Portugal next spring. {}\n\nBo and Ida Lind\nMatlock, Derbyshire", "GB"),
    ("nl", "Wij verhuizen volgend jaar naar Spanje. {}\n\nBo Lind\nZwolle", "NL"),
    ("de", "Wir ziehen im Herbst nach Italien. {}\n\nBo Lind\nKassel", "DE"),
    ("pl", "Przeprowadzam się do Niemiec. {}\n\nBo Lind\nKraków", "PL"),
    ("en", "I am moving to Gent in May. {}", "BE"),
    # A street may be called a court, a part of a number is no place, and who is off to somewhere lives elsewhere
    ("en", "I live at 2218 Alder Court, Fresno, CA 93704. {}", "US"),
    ("en", "{} I'm off to Spain on the 19th.", None),
    ("en", "I am going to exercise my rights as a California resident. {}", "US"),
    ("en", "Take me off your list, I'm in Texas. {}", "US"),
    ("es", "Voy a vivir en España. {}", "ES"),
    # A lawyer's letter is dated where the lawyer sits
    (
        "es",
        "DESPACHO POZO ABOGADOS\nS/Ref.: -\nN/Ref.: 8/26\n\nBilbao, 15 de mayo de 2026\n\nEn nombre de D.ª Ana Gil: {}",
        None,
    ),
    ("en", "I'll be in Spain next week. {}", None),
    ("nl", "Ik ben volgende week in Spanje. {}", None),
    ("de", "Nächste Woche bin ich in Wien. {}", None),
    ("fr", "Je serai en Espagne la semaine prochaine. {}", None),
    ("es", "La semana que viene estaré en Italia. {}", None),
    ("it", "La prossima settimana sarò in Francia. {}", None),
    ("pt", "Na próxima semana estarei em Londres. {}", None),
    ("pl", "W przyszłym tygodniu będę w Berlinie. {}", None),
    ("en", "I'll be in Spain next week, but I live in Leeds. {}", "GB"),
    ("en", "I'll be living in Spain from next week on. {}", "ES"),
    # Who else lives there
    ("en", "Udo lives in Texas. {} I am Ann Bell.", None),
    ("it", "Marco abita a Londra. {}\n\nAnna Conti", None),
    ("en", "Ann lives in Texas. {}\n\nAnn Bell", "US"),
    # By the name of a people
    ("en", "As a Swiss resident I don't fall under the GDPR. {}", "CH"),
    ("en", "I am a Dutch citizen. {}", "NL"),
    ("fr", "Je suis résidente suisse. {}", "CH"),
    ("en", "I'm not a Swiss resident. {}", None),
    ("en", "Swiss residents have rights. {}", None),
    ("de", "Ich bin niederländischer Staatsbürger in Wien. {}", "AT"),
    ("en", "My wife is a Swiss resident. {} I'm in Germany.", "DE"),
    ("en", "My neighbour is a Dutch citizen. {}", None),
    ("en", "Not being a Swiss resident, I rely on the GDPR. {}", None),
    ("en", "The Polish resident doctor signed it. {}", None),
    ("en", "I work in a German resident centre. {}", None),
    # An address is a home, and so is where somebody is to live
    ("en", "My new address will be in Lisbon, Portugal. {}", "PT"),
    ("pl", "Będę mieszkać w Warszawie od maja. {}", "PL"),
    ("de", "Ich bin in Wien zu Hause und will bis morgen Antwort. {}", "AT"),
    ("fr", "Je suis à Lyon, merci de me répondre demain. {}", "FR"),
    ("de", "{} Andernfalls werde ich die Aufsicht in Irland einschalten.", None),
    ("nl", "In mei zal ik in Spanje zijn. {}", None),
    ("de", "Im Mai werde ich in Wien sein. {}", None),
    ("en", "I'm travelling to Germany, where I live. {}", "DE"),
    ("de", "Az: 3 C 114/26 Amtsgericht Köln. {}", None),
    ("fr", "File : N2 Mobile\n{}", None),
    # Where parcels come from
    ("en", "Please stop shipping from Poland to my address. {}", None),
    ("de", "Das Paket aus China habe ich nie bestellt. {}", None),
    ("en", "I am from Leeds and got no parcel. {}", "GB"),
    # Where somebody was seen, filmed, on holiday
    ("en", "{}\nLast seen: Auckland", None),
    ("de", "Das Zeltlager war in Dänemark, dort wurden Fotos gemacht. {}", None),
    ("nl", "Het zomerkamp was in Durbuy, daar zijn foto's gemaakt. {}", None),
    ("pl", "Startowałam w Poznaniu z numerem 88, ale mieszkam w Bratysławie. {}", "SK"),
    ("fr", "Le dîner était à Lyon, on m'a filmée. {}", None),
    ("it", "La gara era a Bologna, mi hanno filmato. {}", None),
    ("es", "La cena fue en Sevilla y me grabaron. {}", None),
    ("en", "Your rep told me over dinner in Singapore. {}\n\nBo Lind, Oslo", "NO"),
    # Whose line it is
    ("en", "Handler: Post room, Croydon\n{}", None),
    ("nl", "Behandelaar: Team Noord, Assen\n{}", None),
    ("de", "Sachbearbeiterin: Frau Lind, Kassel\n{}", None),
    ("fr", "Traité par : plateau Nantes\n{}", None),
    ("es", "Operadora Ida, Zaragoza\n{}", None),
    ("it", "Operatrice Ida, postazione 9, Catania\n{}", None),
    ("pt", "Atendente: Ida, Braga\n{}", None),
    ("pl", "Konsultantka Ida, Bydgoszcz\n{}", None),
    # Labels and small words that say home
    ("it", "Provincia: Como\n{}", "IT"),
    ("de", "Ort: Essen\n{}", "DE"),
    ("pl", "Miejscowość: Kraków\n{}", "PL"),
    ("es", "Localidad: Getafe\n{}", "ES"),
    ("fr", "Ville : Nice\n{}", "FR"),
    ("pt", "Ligou a sra. Rita Lopes, de Coimbra. {}", "PT"),
    ("pt", "Ligou o sr. Belarmino Fontes, de Coimbra. {}", "PT"),
    ("it", "Ha chiamato la sig.ra Nives Furlan di Trieste. {}", "IT"),
    ("en", "Your driver rang me here in Lerwick. {}", "GB"),
    ("fr", "Le nom de son collège à Marseille, où nous vivons. {}", "FR"),
    ("en", "I have lived in Flat 9, Penarth Court, Cardiff since you moved us. {}", "GB"),
    ("en", "{}\n\nNiamh Brosnan\nBallinrobe, Cork", "IE"),
    ("de", "{}\n\nBo Lind\nLinz an der Donau", "AT"),
    ("fr", "{}\n\nIda Lind\nAtelier Lind - 18 rue du Port, 12000 Rodez - 05 65 55 01 20", "FR"),
    ("fr", "{}\n\nIda Lind\nParis 11e", "FR"),
    ("en", "Ticket 481516: Customer Ann Bell, Cork, writes: {}", "IE"),
    ("nl", "Ticket 481516: klant Jan Peeters, Gent, schrijft: {}", "BE"),
    ("fr", "Ticket 481516 : cliente Anne Petit (Nice), écrit : {}", "FR"),
    # A relative's home, an old address
    ("en", "My sister lives in Graz, and I wrote from there. {}", None),
    ("nl", "Mijn zus woont in Graz, daar was ik toen. {}", None),
    ("de", "Meine Schwester wohnt in Graz, dort war ich damals. {}", None),
    ("fr", "Ma sœur habite à Graz, j'y étais alors. {}", None),
    ("es", "Mi hermana vive en Graz. {}", None),
    ("it", "Mia sorella vive a Graz. {}", None),
    ("pt", "A minha irmã mora em Graz. {}", None),
    ("pl", "Moja siostra mieszka w Grazu. {}", None),
    ("en", "My sister and I live in Graz. {}", "AT"),
    ("de", "Die alte Privatadresse in Reutlingen bitte entfernen. {}", None),
    ("en", "My old address in Leeds is gone. {}", None),
    # Where somebody works, worked, or is offered work
    ("en", "I don't work at Halden any more. {}", None),
    ("en", "I was an intern at Halden. {}", None),
    ("nl", "Ik heb bij Heerlen gesolliciteerd. {}", None),
    ("de", "Ich habe bei Siegen gearbeitet. {}", None),
    ("de", "Ich habe in Siegen gearbeitet. {}", None),
    ("fr", "Je ne travaille plus à Lyon. {}", None),
    ("it", "Non lavoro più a Torino. {}", None),
    ("pl", "Nie pracuję już w Krakowie. {}", None),
    ("en", "I applied for the technician job in Ghent. {}", None),
    ("fr", "On m'a appelée pour un poste à Lille. {}", None),
    ("en", "I worked at Halden and now live in Cork. {}", "IE"),
    ("en", "I applied for a job in Cork and still live there. {}", "IE"),
    ("fr", "On m'a refusé un poste à Lille mais j'y habite. {}", "FR"),
    ("en", "I worked from home in Cork. {}", "IE"),
    ("pt", "Candidato à vaga de técnico, escrevo do Funchal. {}", "PT"),
    # Words typed without their accents
    ("fr", "Je suis domiciliee a Lausanne. {}", "CH"),
    ("pl", "Jestem mieszkanka Krakowa, zamieszkala w Sopocie. {}", "PL"),
    ("pt", "Tenho residencia em Leiria. {}", "PT"),
    # Names and ordinary words
    ("nl", "{}\n\nM. van Doornik", None),
    ("nl", "Van Doornik & Slot is mijn oude werkgever. {}", None),
    ("fr", "Police 7.440.118. {}", None),
    ("pt", "Mudei de nome, agora é Beatriz Salgueiro Pinto. {}", None),
    ("de", "BAJA", None),
]

COLLEAGUES = [
    "Please pick up.\n\nMarlow Finch\nCustomer care, Leeds",
    "Graag oppakken.\n\nGroet,\nIda Lind\nKlantenservice Noord | Zwolle | 038 555 12 00",
    "Bitte übernehmen.\n\nMit freundlichen Grüßen\nIda Lind\nKundenbetreuung, Kassel",
    "Pour traitement.\n\nIda Lind\nRelation adhérents - Nantes\nTél. : 02 55 50 18 00",
    "Os lo paso.\n\nUn saludo,\nIda Lind\nAvda. de Burgos 118, Madrid",
    "Per competenza.\n\nIda Lind\nAssistenza, Bologna",
    "Para vosso tratamento.\n\nIda Lind\nApoio ao Cliente, Braga",
    "Do realizacji.\n\nIda Lind\nInfolinia, Poznań",
]
MAIL = "\n\nFrom: Bo Lind <bo@post.example>\nSent: 3 March 2025 09:00\nTo: us <us@x.example>\nSubject: data\n\n"

LAWYERS: list[tuple[str, str | None]] = [
    (
        "On behalf of my client, Mr Bo Lind, I ask you to delete his data.\n\nYours faithfully\nIda Vance\n"
        "Vance Solicitors, Leeds",
        None,
    ),
    (
        "Im Namen meines Mandanten Bo Lind bitte ich um Löschung seiner Daten.\n\nIda Vance\nRechtsanwältin, Kassel",
        None,
    ),
    (
        "In nome e per conto del sig. Bo Lind chiedo di cancellare i suoi dati.\n\nAvv. Ida Vance\nForo di Perugia",
        None,
    ),
    (
        "Namens cliënt, de heer Bo Lind, wonende te Assen, verzoek ik u zijn gegevens te wissen.\n\nmr. I. Vance\n"
        "Advocatenkantoor Vance, Gent",
        "NL",
    ),
    ("We act for Mr Bo Lind of Norwich and ask you to delete his data.\n\nVance LLP, Dublin", "GB"),
]


@each(("language", "text", "country"), HOMES)
def test_where_the_person_lives(language: str, text: str, country: str | None) -> None:
    found = read(text.format(ASKS[language])).country
    assert (found and found.value) == country


@each("note", COLLEAGUES)
def test_who_hands_a_mail_over_signs_with_a_place_of_their_own(note: str) -> None:
    assert read(f"{note}{MAIL}Please delete my data.\n\nBo Lind").country is None
    there = read(f"{note}{MAIL}Please delete my data.\n\nBo Lind\nOslo").country
    assert there is not None
    assert there.value == "NO"


def test_what_a_colleague_says_of_the_persons_home_counts() -> None:
    found = read(f"Customer lives in Texas, please pick up.{MAIL}Please delete my data.\n\nBo Lind").country
    assert found is not None
    assert found.value == "US"


@each(("text", "country"), LAWYERS)
def test_a_lawyer_signs_with_a_place_of_their_own(text: str, country: str | None) -> None:
    found = read(text).country
    assert (found and found.value) == country


@each(
    ("words", "country", "state"),
    [
        ("ZD-4411: cust wants everything gone, lives in TX, pls handle", "US", "TX"),
        ("INC0039821 - customer based in IL wants her account and all her data deleted", "US", "IL"),
        ("ZD-5521 cust in NY wants all his data deleted", "US", "NY"),
        ("Case 00981234 - CA resident, wants all her data deleted", "US", "CA"),
        ("TX-based customer wants all his data deleted", "US", "TX"),
        ("I live in NJ, delete my data", "US", "NJ"),
        ("I moved to NV last year, delete my data", "US", "NV"),
        ("user lives in texas, wants his data deleted", "US", "TX"),
        ("klant woont in BE en wil al zijn gegevens weg", "BE", None),
        ("Kd. wohnt in AT, will Löschung seiner Daten", "AT", None),
        ("she lives in DE and wants her data deleted", "DE", None),
        ("Ticket ID 88120: customer wants all her data deleted", None, None),
        ("Customer ID 83221 wants all his data deleted", None, None),
        ("Delete my data. Bo Lind, 4 Elm St, Larkhaven, ID 83714", "US", "ID"),
        ("FD-20118: former employee Callum Reid (callum@x.example), Edinburgh, wants all his data", "GB", None),
        ("I was formerly a customer in Leeds, delete my data", None, None),
        ("hallo hier spricht uwe brinkmann aus hannover löschen sie bitte meine daten", "DE", None),
        ("hi i'm a student from leeds please delete my data", "GB", None),
        ("i am travelling from london next week, please delete my data", None, None),
        ("my sister lives in TX, please delete my data", None, None),
        ("my mum lives in florida, please delete my data", None, None),
        ("she works in IT and wants her data deleted", None, None),
        ("she is based in IT and wants her data deleted", None, None),
        ("Our office is in TX. Please delete my data.", None, None),
        ("I used to live in TX. Please delete my data.", None, None),
        ("CA residents have the right to know. Please delete my data.", None, None),
        ("I am not a CA resident. Delete my data.", None, None),
        ("Customer lives in OK house. Wants all his data deleted.", None, None),
        ("Customer lives in OK and wants all his data deleted.", "US", "OK"),
        ("this is a mail from spain support: delete the data of customer Ann Bell", None, None),
        ("this is ann bell from spain, delete my data", "ES", None),
    ],
)
def test_the_code_of_a_home_is_told(words: str, country: str | None, state: str | None) -> None:
    reading = read(words)
    assert (reading.country and reading.country.value) == country
    assert (reading.state and reading.state.value) == state


@each(
    ("signed", "country"),
    [
        ("Groetjes, Gijs van Aalten", None),
        ("Groetjes, Gijs van Aalten, Delft", "NL"),
        ("Groetjes, Gijs uit Aalten", "NL"),
        ("Groetjes, Thibault Debruyne van Oostende", "BE"),
    ],
)
def test_a_surname_with_a_town_in_it_is_no_home(signed: str, country: str | None) -> None:
    reading = read(f"Kunnen jullie mijn profiel weghalen?\n{signed}")
    assert (reading.country and reading.country.value) == country
