"""Where somebody lives, and which law follows: invented messages in eight languages."""

from bot.understanding.where.places import is_place, places
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import read

TOWNS: list[tuple[str, str]] = [
    ("I live in Tallinn, Estonia", "EE"),
    ("I live in Reading and want out", "GB"),
    ("Reading your policy I want out", ""),
    ("Meinen Namen und alles andere löschen", ""),
    ("Ich wohne in Essen", "DE"),
    ("Das Essen war gut", ""),
    ("I live in Nice", "FR"),
    ("Nice to meet you", ""),
    ("vivo a Treviso", "IT"),
    ("ik woon in Zwolle", "NL"),
    ("ich wohne in Kassel", "DE"),
    ("j'habite à Nantes", "FR"),
    ("mieszkam w Krakowie", "PL"),
    ("moro em Curitiba (PR), Brasil", "BR PR"),
    ("fyi moved to 9 Kestrel Mews, Hove. old one was Lewes Rd", "GB"),
    ("mijn vader, die in Delfzijl in een verzorgingshuis woont", "NL"),
    ("noi abitiamo in un paese piccolo, qui a Spello ci conoscono", "IT"),
    ("ahora vivo en Calle Morelos 118, Col. Centro, Querétaro. Gracias", "MX"),
    ("scrivo da Londra, dove vivo da un po'", "GB"),
    ("Bo Lind\nParamaribo, Suriname", "SR"),
    ("Bo Lind\n9490 Vaduz, Liechtenstein", "LI"),
    ("Bo Lind\n23769 Fehmarn", "DE"),
    ("Bo Lind, Bergen", "NO"),
    ("Bo Lind, Como", "IT"),
    ("Catania, 17 settembre 2026\n\nSpett.le Società,", "IT"),
    ("Wir wohnen in Koeln", "DE"),
    ("Vivo en Malaga", "ES"),
    ("Bo Lind\n12 rue Haute\n69003 LYON", "FR"),
    ("Bo Lind, 's-Hertogenbosch", "NL"),
    ("Ich wohne in Berlin-Mitte", "DE"),
    ("Paris", "FR"),  # the whole answer to where somebody lives
    ("Indien u dit leest, wis mijn gegevens", ""),  # a Dutch word, and a German country
]

DECIDING: list[tuple[str, str]] = [
    ("I live in Perth, Australia", "AU"),
    ("I live in Perth, Scotland", "GB"),
    ("Ich komme aus Polen und lebe jetzt in Köln", "DE"),
    ("löscht bitte alles. Mit besten Grüßen aus Linz", "AT"),
    ("effacez la fiche de Mme Huguette Sauvageot, 84 ans, de Dole", "FR"),
    ("I am from Canada, and visited your fair in Berlin", "CA"),
    ("I live in Perth, WA, Australia", "AU WA"),
    ("Bo Lind, Paris, Texas", "US TX"),
    ("Bo Lind, London, Ontario, Canada", "CA ON"),
    ("Bo Lind, San Jose, Costa Rica", "CR"),
    ("Bo Lind, San Jose", "US CA"),
    ("Bo Lind, Toledo, Ohio", "US OH"),
    ("Bo Lind, Toledo, España", "ES"),
    ("Bo Lind, Kingston, Jamaica", "JM"),
    ("Bo Lind, Tbilisi, Georgia", "GE"),
    ("Bo Lind, Atlanta, Georgia", "US GA"),
    ("Bo Lind, Seattle, Washington", "US WA"),
    ("Bo Lind, Washington, DC", "US DC"),
]

CODES: list[tuple[str, str]] = [
    ("Please delete my data, OK?", ""),
    ("Delete my data, IN FULL.", ""),
    ("Delete my data, OR I will complain", ""),
    ("Please delete my data, ME and my wife", ""),
    ("Bo Lind, Berlin, DE", "DE"),
    ("Bo Lind\nHamburg, DE 20095", "DE"),
    ("Bo Lind\nMilano, MI", "IT"),
    ("Bo Lind\nComo, CO", "IT"),
    ("Fresno, CA 93701", "US CA"),
    ("Trenton Hale, Henderson NV, trenton.hale@desertmail.example", "US NV"),
    ("Bo Lind\nSparks, NV", "US NV"),
    ("Bo Lind, Portland, ME", "US ME"),
    ("Bo Lind\nBirmingham, AL 35203", "US AL"),
    ("Bo Lind\n14 Elm St, Nowhereville, TX 78701", "US TX"),
    ("14 Elm St, Nowhereville, DE 20095", ""),  # no zip code of Delaware
    ("Bo Lind, MD", ""),
    ("Name: Bo Lind\nState: OR\nPhone: none", "US OR"),
    ("Bo Lind / State of residence: TX / erasure", "US TX"),
    ("name=Bo+Lind&state=CO&type=erasure", "US CO"),
    ("State: OK now, thanks", ""),
    ("Order state: OK, but erase my data", ""),
    ("Bo Lind, Victoria, BC", "CA BC"),
]

POSTCODES: list[tuple[str, str]] = [
    ("Bo Lind\nDorpsstraat 12\n1234 AB Onbekendorp", "NL"),
    ("Bo Lind\n12 Foo Street, Barchester, OX1 2QQ", "GB"),
    ("My address is 12 Foo Street, Barchester OX1 2QQ. Please delete my data.", "GB"),
    ("12 Rose Street, Perth PH1 5AA", "GB"),
    ("ul. Cicha 3, 00-950 Miasteczko", "PL"),
    ("Rua do Carvalhal, 56, 3.º Esq., 4710-220 Vilarinho. Agradeço", "PT"),
    ("Rua das Flores 9, 01310-100 Vilarinho", "BR"),
    ("14 Elm St, Nowhereville, K1A 0B1", "CA"),
    ("Bo Lind\nHauptstr. 5\nD-10115 Neudorf", "DE"),
    ("my ticket AB12 3DE is open", ""),
    ("Member AB12 3DE, please delete my data", ""),
    ("Contract AB12 3DE. Please delete my data", ""),
    ("Postcode AB12 3DE. Please delete my data", "GB"),
    ("das Konto DE-55122 löschen", ""),
    ("call me on 22-345 or later", ""),
]

NO_HOME: list[tuple[str, str]] = [
    # a street that is called by a place, a flat, and where somebody was spoken to
    ("Wendell Price\n220 London Street\nColumbus, OH 43215", "US OH"),
    ("2207 Alder Ct Apt 5, Boise ID 83702", "US ID"),
    ("Jules Havard\n220 avenue de Rome\n87000 Limoges", "FR"),
    ("Giuliano Avari\nVia Londra 9\n51100 Pistoia", "IT"),
    ("Julián Haro\nCalle de Londres 9, 3.º B\n28028 Madrid", "ES"),
    ("Julião Haro\nPraça de Espanha 12, Lisboa", "PT"),
    ("Abito in via Parigi a Bologna", "IT"),
    ("Ravi Menon wants the recording of when he spoke to Lucy in Paris", ""),
    ("I spoke with Ann Bell from Texas, she wants her data deleted", "US TX"),
    ("J'ai parlé avec Marie Petit de Lyon, elle veut supprimer son compte", "FR"),
    ("Spoke to a customer in California who wants everything deleted", "US CA"),
    # who is named first
    ("Stein Vermeulen uit Gent wil gewist worden. Onze klant in Parijs is een andere Vermeulen.", "BE"),
    ("the Leeds office told me so", ""),
    ("you signed me up at the Hamburg fair", ""),
    ("the Berlin authority will hear of it", ""),
    ("a workshop in Lisbon", ""),
    ("I lost my card in the museum in Antwerp", ""),
    ("for the staff day in Antwerp I ticked halal", ""),
    ("Voor de personeelsdag in Antwerpen heb ik ingevuld dat ik halal eet", ""),
    ("beim Betriebsfest in Bremen wurde ich fotografiert", ""),
    ("au salon de Lyon j'ai laissé ma carte", ""),
    ("en la feria de Sevilla dejé mi tarjeta", ""),
    ("alla fiera di Bologna ho lasciato i miei dati", ""),
    ("na targach w Poznaniu zostawiłam wizytówkę", ""),
    ("Niederlassung Köln, Team Berlin: bitte übernehmen", ""),
    ("helpdesk Gent, overdracht", ""),
    ("under the UK GDPR you must answer", ""),
    ("as the California Consumer Privacy Act says", ""),
    ("we met at your booth in Lisbon; I live in Porto", "PT"),
    ("Bo Lind, Cardiff office", "GB"),  # a signature's place counts
    # People who are called like towns
    ("Austin Cole wants out", ""),
    ("Trenton Hale wants out", ""),
    ("Jack London wants out", ""),
    ("Mrs Derby wants out", ""),
    ("Winona Clearwater wants out", ""),
    ("Thanks,\nAustin", ""),
    ("Kind regards\nFlorence", ""),
]

MOVED: list[tuple[str, str]] = [
    ("I used to live in Germany, now I am in Texas", "US TX"),
    ("I don't live in California any more, I'm in Bengaluru now", "IN"),
    ("As I'm not in California, I ask you", ""),
    ("Even though I'm not a California resident", ""),
    ("I'm a California resident", "US CA"),
    ("California residents have the right to know", ""),
    ("As California residents, we ask you", "US CA"),
    ("See our California privacy notice", ""),
    ("Section 9 of your notice (“California residents”) is unreadable", ""),
    ("My former home was in Texas; now I'm in Johannesburg", "ZA"),
    ("Il GDPR non vale per me, la mia vecchia casa era in Italia; vivo a Bellinzona", "CH"),
    ("El GDPR no vale, vivo en Río de Janeiro", "BR"),
    ("I moved from California to Germany", "DE"),
    ("I moved to Germany from California", "DE"),
    ("ik ben van Utrecht naar Gent verhuisd", "BE"),
    ("Ich bin von Köln nach Wien gezogen", "AT"),
    ("Nous avons déménagé de Lyon à Bruxelles", "BE"),
    ("I was born in Rotterdam and live in Gent", "BE"),
    ("I no longer live in Leeds", ""),
    ("ik woon niet meer in Leeds maar in Gent", "BE"),
    ("ya no vivo en Sevilla, ahora vivo en Oporto", "PT"),
]

SMALL: list[tuple[str, str]] = [
    ("texas resident here. 3 things: dont sell my data", "US TX"),
    ("im a new york resident", "US NY"),
    ("i live in california", "US CA"),
    ("ik woon in utrecht", "NL"),
    ("i live in fear of your mails", ""),
    ("i live in nice rooms", ""),
]


@each(("text", "where"), [*TOWNS, *DECIDING, *CODES, *POSTCODES, *NO_HOME, *MOVED, *SMALL])
def test_where_somebody_lives(text: str, where: str) -> None:
    found = places(text, ((0, len(text)),))
    assert " ".join(fact.value for fact in found if fact) == where
    for fact in found:
        assert fact is None or fact.quote == text[slice(*fact.span)]


@each(
    ("text", "law"),
    [
        ("Please delete my account.\n\nBo Lind\nPerth, Australia", "other"),
        ("Please delete my account.\n\nBo Lind\nParis, Texas", "other"),
        ("Please delete my account.\n\nBo Lind\nHove", "uk_gdpr"),
        ("Please delete my account. I moved from California to Germany.", "gdpr"),
        ("Please delete my account. I used to live in Germany, now I live in Fresno.", "ccpa"),
        ("Please delete my account, OK?", None),
    ],
)
def test_the_law_of_the_place(text: str, law: str | None) -> None:
    hint = read(text).law_hint
    assert (hint and hint.value) == law


@each(
    "text",
    [
        "Hello, we are organising a panel on data protection in Brussels on 11 November. Would your DPO speak there?",
        "ok so the new hire form has a new field. can product restrict it to UK projects?",
    ],
)
def test_a_place_in_a_message_that_asks_nothing_says_nothing(text: str) -> None:
    reading = read(text)
    assert (reading.country, reading.state) == (None, None)


@each(
    ("words", "known"),
    [
        *(
            ("Utrecht", True),
            ("New York", True),
            ("Den Helder", True),
            ("Paris Texas", True),
            ("Lugano Svizzera", True),
        ),
        *(("Austin", False), ("Florence", False), ("Hamilton", False), ("Bo Lind", False), ("", False)),
    ],
)
def test_what_is_a_place_and_nobodys_name(words: str, known: bool) -> None:
    assert is_place(words) is known


@each(
    "piece",
    ["Paris, ", "San ", "A", "AB12 ", "1234 AB ", "a ", "Bo Lind, NV ", "live in ", "Ohio\n", "OK, ", "- (, ;", "’"],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece))
        places(text, tuple((at, min(len(text), at + 4_000)) for at in range(0, len(text), 4_000)))

    assert in_proportion(read)
