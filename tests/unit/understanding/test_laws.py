"""Which law a message names, and what follows: the place it decides over, and the day by which an answer is due."""

from datetime import date

from bot.law.book import law_book
from bot.law.which import obeyed, which_law
from bot.understanding.jsonl import plain
from bot.understanding.rights.laws import law_codes, laws_named
from bot.understanding.words import fold
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.law.asking import dates
from tests.unit.understanding.said import read

NAMED = {
    "uk_gdpr": (
        *("the UK GDPR", "the uk\ngdpr", "UK-GDPR", "the Data Protection Act", "DPA 2018", "the ICO"),
        *("the Information Commissioner's office", "Data Protection Act 1998", "the UK Data Protection Act"),
        *("the Data Protection\nAct 2018", "the British data protection law", "GDPR/DPA 2018"),
    ),
    "ccpa": (
        *("CCPA", "CPRA", "section 1798.105", "Civ.Code1798.105", "_1798.105_", "the California Privacy Rights Act"),
        *("California's Delete Act", "Californian privacy law", "the privacy laws of the State of California"),
        "ley de privacidad del consumidor de California",
    ),
    "gdpr": (
        *("GDPR", "de AVG", "DSGVO", "DS-GVO", "RGPD", "RODO", "Verordnung 2016/679", "CNIL", "AEPD", "il Garante"),
        "een AVG-verzoek", "AVG-verwijderverzoek", "AVG-bezwaar", "het AVG-dossier",
        *("UODO", "Autoriteit Persoonsgegevens", "bij de AP", "dreigt met AP", "the DPC", "CNPD"),
        *("Datatilsynet", "BfDI", "Datenschutz-Grundverordnung"),
        *("Datenschutzgrundverordnung", "Gegevensbeschermingsautoriteit", "Landesdatenschutzbehörde", "art.\n17"),
        *("§ 17 DSGVO", "Article 15\n\nThanks", "Landesdatenschutzbeauftragten", "die Datenschutzbehörden"),
        *("the General\nData Protection Regulation", "Règlement général sur la protection des données"),
        *("de algemene verordening gegevensbescherming", "el Reglamento General de Protección de Datos (UE)"),
        *("Regolamento generale sulla protezione dei dati", "il Regolamento UE 679/2016", "Regulamento (UE) 2016/679"),
        *("Regulamento Geral sobre a Proteção de Dados", "Rozporządzenia o ochronie danych osobowych"),
        *("la loi « Informatique et Libertés »", "BDSG", "Bundesdatenschutzgesetzes", "UAVG", "LOPDGDD"),
        *("the Irish Data Protection Act 2018", "Germany's Federal Data Protection Act", "Data Protection Acts 1988"),
        *("Ireland's data protection law", "§ 44 DSG", "art. 17, by law 30 days", "Art. 15 DSGVO und das DSG"),
        "österreichisches Datenschutzgesetz",
        *("Agencia Española de Protección de Datos", "loi belge sur la protection des données", "EU privacy law"),
        *("polskiej ustawy o ochronie danych", "ley española de protección de datos", "Lei n.º 58/2019"),
    ),
    "br_lgpd": (
        *("LGPD", "Lei 13.709/2018", "Lei nº 13.709", "Lei Federal n.º 13709", "a Lei Geral de Proteção de Dados"),
        *("Brazil's data protection law", "lei brasileira de proteção de dados", "art. 18, II, da LGPD", "ANPD"),
        *("artigo 18 da Lei 13.709/2018", "brasilianisches Datenschutzrecht"),
    ),
    "ch_fadp": (
        *("FADP", "revDSG", "nFADP", "nDSG", "nLPD", "art. 25 LPD", "Art. 32 Abs. 2 lit. c DSG", "DSG, Art. 25"),
        *("LPD suisse", "das Schweizer DSG", "DSG (Schweiz)", "DSG Schweiz"),
        "EDÖB",
        *("das Schweizer Datenschutzgesetz", "das Datenschutzgesetz der Schweiz", "the Swiss Data Protection Act"),
        *("loi fédérale sur la protection des données", "loi suisse sur la protection des données", "de la LPD"),
        *("la legge svizzera sulla protezione dei dati", "de Zwitserse privacywet"),
        "szwajcarska ustawa o ochronie danych",
    ),
    "ca_qc": (
        *("Bill 64", "article 27 of P-39.1", "section 27, P-39 1", "Loi 25", "Law 25", "la loi n° 25"),
        "Quebec's privacy law",
        "loi québécoise sur la protection des renseignements",
        "Act respecting the protection of personal information in the private sector",
    ),
    "ca_pipeda": ("PIPEDA", "LPRPDE", "Canada's privacy law", "Canadian federal privacy law"),
    "in_dpdp": (
        *("the DPDP Act", "the Digital Personal Data Protection Act, 2023", "India's data protection law"),
        "the new Indian Personal Data Protection Act",
    ),
    "za_popia": ("POPIA", "the POPI Act", "South Africa's Protection of Personal Information Act", "a PAIA request"),
    "au_app": (
        *("the Australian Privacy Principles", "the Privacy Act 1988 (Cth)"),
        *("Australia's Privacy Act", "the OAIC"),
    ),
    "us_va": (
        *("Va. Code § 59.1-577", "VCDPA", "the Virginia Consumer Data Protection Act"),
        *("Virginia's privacy law", "the privacy law of Virginia"),
    ),
    "us_co": ("CPA (Colorado)", "the Colorado Privacy Act", "C.R.S. § 6-1-1306(1)(b)"),
    "us_ct": ("CTDPA", "Connecticut Data Privacy Act"),
    "us_ia": ("Iowa's ICDPA", "the ICDPA of Iowa"),
    "us_tx": (
        *("TDPSA", "Texas Data Privacy Act", "the Texas Data Privacy and Security Act"),
        "Tex. Bus. & Com. Code § 541.051",
    ),
    "us_or": ("OCPA", "Oregon Consumer Privacy Act"),
    "us_mn": ("under Minn. Stat. 325O.14", "the Minnesota Consumer Data Privacy Act", "my Minnesota privacy rights"),
    "us_de": ("the Delaware Personal Data Privacy Act",),
    "us_nh": ("New Hampshire's privacy law",),
    "us_ri": ("the Rhode Island Data Transparency and Privacy Protection Act",),
    "us_tn": ("the Tennessee Information Protection Act",),
    "us_fl": ("the Florida Digital Bill of Rights",),
    "other": (
        *("NDPA", "Kenya's Data Protection Act, 2019", "the Data Protection Act, 2019"),
        "Ghana's Data Protection Act 2012",
        *("Singapore's Personal Data Protection Act 2012", "the Personal Data Protection Act", "Ley 25.326"),
        "Ley 1581",
        *("la Ley N° 29733", "ley argentina de protección de datos", "New York privacy law"),
        "New Zealand's Privacy Act",
        *("ley de protección de datos personales de la República Argentina", "the Data Protection Act (Jamaica)"),
    ),
    None: (
        *("ticket 1798. She called", "avg score", "average", "micro-avg", "the ICOs", "the contract, article 9", "25"),
        *("you must by law 25 days from now", "loi 25-11 du code", "our Data Processing Agreement (DPA)"),
        *("AVG-2026-17", "AVG-antivirus", "it came with order P-391", "my parking space is P-39, 1 car"),
        "the app 12.4",
        "call 541.052.0199",
        *("our privacy law team", "das Datenschutzgesetz", "I am Virginia. Privacy law is hard", "the LPD lamp"),
        *("art. 15 de la Ley 24.240", "artículo 18 de la Ley 39/2015", "the Privacy Act", "we must act"),
    ),
}  # fmt: skip


@each(("law", "words"), [(law, words) for law, all_words in NAMED.items() for words in all_words])
def test_the_law_that_is_named(law: str | None, words: str) -> None:
    reading = read(f"Please delete my account, {words}")
    assert (reading.law_hint and reading.law_hint.value) == law
    told = law if law in ("gdpr", "uk_gdpr", "ccpa") else "other" if law else "unknown"
    assert plain("1", reading, 0.0)["law_hint"] == told


def test_every_law_that_can_be_told_has_a_clock() -> None:
    for code in law_codes() - {"other"}:
        assert len(which_law(None, None, code)) == 1, code
        assert which_law(None, None, code) != law_book().residence.unknown
    told = {which_law(None, None, code)[0] for code in law_codes() - {"other"}}
    assert told == law_book().regimes.keys()


@each(
    ("text", "place", "law"),
    [
        ("En vertu de la loi 25, supprimez mes données.\n\nInès Côté, Laval", "CA QC", "ca_qc"),
        ("Supprimez mes données.\n\nInès Côté, Laval", "FR", "gdpr"),
        ("Under PIPEDA, delete my account.\n\nJo Fraser, Hamilton", "CA ON", "ca_pipeda"),
        ("under pipeda, delete my account. i live in london", "CA ON", "ca_pipeda"),
        ("Under PIPEDA, delete my account. I live in London, England", "GB", "ca_pipeda"),
        ("Según la Ley 25.326 pido que borren mis datos. Vivo en Córdoba", "AR", "other"),
        ("Según el RGPD pido que borren mis datos. Vivo en Córdoba", "ES", "gdpr"),
        ("Com base na LGPD, apaguem os meus dados. Moro em Santarém", "BR", "br_lgpd"),
        ("Com base na LGPD, apaguem os meus dados. Moro em Lisboa", "PT", "br_lgpd"),
        ("Under the VCDPA, delete my account.\n\nJo Fraser, Richmond", "US VA", "us_va"),
        ("Under the CCPA, delete my account.\n\nJo Fraser, Richmond", "US CA", "ccpa"),
        ("Under POPIA, delete my account. I live in Newcastle", "ZA", "za_popia"),
        ("Under the UK GDPR, delete my account. I live in Newcastle", "GB", "uk_gdpr"),
        ("Das CCPA gilt für mich nicht; ich wohne in Zürich. Löschen Sie meine Daten.", "CH", "other"),
        ("RODO mnie nie dotyczy, mieszkam w Zurychu. Proszę usunąć moje dane.", "CH", "other"),
        ("As I'm not in California, I rely on the GDPR. Delete my data.", "", "gdpr"),
        ("I'm in Lisbon. Acme Inc. complies with the LGPD. Delete my data.", "PT", "gdpr"),
        ("Under the Virginia Consumer Data Protection Act, delete my account.", "", "us_va"),  # its name is no home
    ],
)
def test_a_law_decides_which_of_several_places_is_meant(text: str, place: str, law: str) -> None:
    reading = read(text)
    assert " ".join(fact.value for fact in (reading.country, reading.state) if fact) == place
    assert reading.law_hint is not None
    assert reading.law_hint.value == law


@each(
    ("text", "laws", "due"),
    [
        ("Com base na Lei 13.709/2018, artigo 18, quero uma cópia dos meus dados.", ("br_lgpd",), "2026-06-16"),
        ("Com base na LGPD quero uma cópia dos meus dados. Moro em Santarém", ("br_lgpd",), "2026-06-16"),
        ("Under the Virginia Consumer Data Protection Act, send me a copy of my data.", ("us_va",), "2026-07-16"),
        ("Under the VCDPA and the GDPR, send me a copy of my data.", ("us_va", "eu_gdpr"), "2026-07-01"),
        ("Under the VCDPA, Virginia's privacy law, send me a copy of my data.", ("us_va",), "2026-07-16"),
        ("I live in the US. Under Virginia's privacy law, send me a copy of my data.", ("us_va",), "2026-07-16"),
        ("Gestützt auf Art. 25 DSG verlange ich eine Kopie meiner Daten.", ("ch_fadp",), "2026-07-01"),
        ("Under POPIA, send me a copy of my data.", ("za_popia",), "2026-07-01"),
        ("Under India's Digital Personal Data Protection Act, send me a copy of my data.", ("in_dpdp",), "2026-07-01"),
        ("En vertu de la loi 25, je veux une copie de mes données. Inès, Laval", ("ca_qc",), "2026-07-01"),
        ("Under PIPEDA, send me a copy of my data. Jo Fraser, Hamilton", ("ca_pipeda",), "2026-07-01"),
        ("Under the Irish Data Protection Act, send me a copy of my data.", ("eu_gdpr",), "2026-07-01"),
        ("Under Kenya's Data Protection Act, send me a copy of my data.", ("eu_gdpr", "us_ca"), "2026-07-01"),
    ],
)
def test_the_clock_of_the_law_that_is_named_runs(text: str, laws: tuple[str, ...], due: str) -> None:
    reading = read(text)
    country, state, hint = (fact.value if fact else None for fact in (reading.country, reading.state, reading.law_hint))
    assert which_law(country, state, hint) == laws
    safe = obeyed([dates("2026-06-01", law) for law in laws]).safe_due
    assert safe is not None
    assert safe.on == date.fromisoformat(due)


@each(
    "piece",
    [
        "privacy law ",
        "ley a b c de ",
        "loi n° ",
        "art. 2 dsg",
        "art 25 ",
        "data protection act ",
        "Kenya's data ",
        "§ 3",
        "not under the gdpr or ",
        "gdpr, which that ",
    ],
)
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    def read(size: int) -> None:
        text = fold(piece * (size // len(piece)))
        laws_named(text, text)

    assert in_proportion(read)
