"""Whether somebody who names a law asks under it: laws that are denied, left open, or only told of."""

from datetime import date

from bot.law.which import obeyed, which_law
from tests.lines import each
from tests.unit.law.asking import dates
from tests.unit.understanding.said import read

# Who asks for a copy of their data, and on what grounds: the laws that may hold.
GROUNDS = {
    ("us_ca", "br_lgpd"): ("Under the CCPA and the LGPD", "CCPA/LGPD request"),
    ("eu_gdpr", "ch_fadp"): (
        *(
            "Under European and Swiss data protection law",
            "RGPD et LPD",
            "Gemäß DSGVO und revDSG",
            "Ai sensi del GDPR e della LPD svizzera",
        ),
        *("Nicht nur nach der DSGVO, sondern auch nach dem Schweizer DSG", "Conforme al RGPD y al revDSG"),
    ),
    ("eu_gdpr", "us_ca"): (
        *("Op grond van de AVG dan wel de CCPA", "Na podstawie RODO oraz CCPA", "No olviden el RGPD ni la CCPA"),
        *("Don't forget the GDPR nor the CCPA", "Nie zapomnijcie o RODO ani o CCPA"),
    ),
    ("ch_fadp", "eu_gdpr"): ("LPD/RGPD", "Selon la nouvelle LPD et le RGPD"),
    ("eu_gdpr", "uk_gdpr"): ("Under EU and UK data protection law",),
    ("us_va", "us_tx"): ("Under Virginia or Texas privacy law",),
    ("us_ca", "br_lgpd", "eu_gdpr"): ("Californian and Brazilian privacy laws, and the GDPR",),
    ("eu_gdpr", "ca_qc"): ("En vertu du RGPD ou, à défaut, de la Loi 25",),
    ("us_ca",): (
        *("We're not covered by the GDPR, this is under CCPA", "Ik vraag dit niet op grond van de AVG maar de CCPA"),
        *("Nie na podstawie RODO, lecz CCPA", "This is no GDPR request but one under the CCPA"),
    ),
    ("br_lgpd",): (
        *("No por el RGPD sino por la LGPD", "Non ai sensi del GDPR ma della LGPD", "Não pelo RGPD mas pela LGPD"),
        *("Neither the GDPR nor the CCPA apply to me, but the LGPD does", "Instead of the CCPA, I rely on the LGPD"),
        *("Don't treat this as a CCPA request. It is one under the LGPD", "I never said CCPA. I said LGPD"),
        *("No pido esto bajo la CCPA sino bajo la LGPD", "Non chiedo questo in base al CCPA ma in base alla LGPD"),
        *("Não invoco o RGPD, invoco a LGPD", "Nie powołuję się na RODO, lecz na LGPD"),
        *(
            "Dit verzoek is niet gebaseerd op de AVG maar op de LGPD",
            "This has nothing to do with the GDPR but the LGPD",
        ),
        *("Pela LGPD, e não pelo RGPD", "Unlike my last request under the CCPA, this one is under the LGPD"),
    ),
    ("ch_fadp",): (
        "Nicht nach der DSGVO, sondern nach dem Schweizer DSG",
        "Die DSGVO gilt hier nicht, aber das revDSG",
    ),
    ("ca_qc",): ("Non pas au titre du RGPD mais de la Loi 25", "Le RGPD ne s'applique pas, mais la Loi 25"),
    ("br_lgpd", "eu_gdpr"): ("Com base na LGPD e no RGPD", "Com base na Lei 13.709, no art. 18 da LGPD, e no RGPD"),
    ("ca_pipeda",): (
        "Je ne demande pas cela en vertu du RGPD mais en vertu de la LPRPDE",
        "The GDPR and the CCPA do not apply, I rely on PIPEDA",
    ),
    ("eu_gdpr",): (
        *("I rely on the GDPR as the CCPA does not apply", "RODO, a nie CCPA", "de AVG en niet de CCPA"),
        *("It's not the CCPA but the GDPR", "Ce n'est ni le CCPA ni la LGPD, mais le RGPD"),
        *("No es ni la CCPA ni la LGPD, sino el RGPD", "To ani CCPA, ani LGPD, lecz RODO"),
    ),
    ("eu_gdpr", "us_ca", "br_lgpd"): ("The GDPR, the CCPA and the LGPD apply",),
    ("uk_gdpr",): ("Under the Data Protection Act 2018 (formerly the Data Protection Act 1998)",),
}


# Texas gives 45 days, the GDPR a month: who leaves open whether it holds, or says that others
# deny it, is owed the month.
OPEN = [
    "If the GDPR does not apply, I rely on the TDPSA",
    "Under the TDPSA, even if the GDPR does not apply",
    "Whether or not the GDPR applies, I ask under the TDPSA",
    "Don't tell me that the GDPR does not apply. So does the TDPSA",
    "I don't think the GDPR doesn't apply, and the TDPSA does",
    "You say the GDPR doesn't apply. I disagree, and I invoke the TDPSA, too",
    "The GDPR doesn't apply only in Europe, and there is the TDPSA",
    "You do not apply the GDPR, and I also invoke the TDPSA",
    "You have no basis under the GDPR. I invoke the TDPSA",
    "Your policy violates the GDPR. I ask under the TDPSA",
    "The GDPR does not cover this? Of course it does, like the TDPSA",
    "Isn't the GDPR made for this? I invoke the TDPSA, too",
    "Your colleague wrote that the GDPR doesn't apply to me. She is wrong, and there is the TDPSA",
    "Do not forget the GDPR! I invoke the TDPSA, too",
    "Laut Ihrer Antwort gilt die DSGVO nicht. Falsch! Auch das TDPSA gilt",
    "Falls die DSGVO nicht anwendbar ist, gilt das TDPSA",
    "Die DSGVO gilt nicht nur in Europa, das TDPSA gilt auch",
    "Sie halten sich nicht an die DSGVO. Auch das TDPSA gilt",
    "Sie haben keine Grundlage nach der DSGVO. Auch das TDPSA gilt",
    "Als de AVG niet van toepassing is, beroep ik mij op de TDPSA",
    "De AVG geldt niet alleen in Europa, en er is de TDPSA",
    "Si le RGPD ne s'applique pas, je me fonde sur le TDPSA",
    "Le RGPD ne s'applique pas seulement en Europe, le TDPSA aussi",
    "Si no se aplica el RGPD, me baso en la TDPSA",
    "El RGPD no se aplica solo en Europa; también la TDPSA",
    "Se il GDPR non si applica, vale il TDPSA",
    "Il GDPR non si applica solo in Europa, e c'è il TDPSA",
    "Se o RGPD não se aplica, aplica-se o TDPSA",
    "O RGPD não se aplica só na Europa, e há o TDPSA",
    "Jeśli RODO nie ma zastosowania, powołuję się na TDPSA",
    "RODO nie stosuje się tylko w Europie, jest też TDPSA",
]


@each("ground", OPEN)
def test_a_law_of_which_it_is_open_whether_it_holds_counts(ground: str) -> None:
    reading = read(f"{ground}. Please send me a copy of my data.")
    assert reading.law_hint is not None
    laws = which_law(None, None, reading.law_hint.value)
    assert set(laws) == {"eu_gdpr", "us_tx"}
    safe = obeyed([dates("2026-06-01", law) for law in laws]).safe_due
    assert safe is not None
    assert safe.on == date(2026, 7, 1)


@each(
    "words",
    [
        "Your policy violates the GDPR.",
        "According to your website the GDPR protects me.",
        "You say you comply with the GDPR.",
        "You have no basis under the GDPR.",
        "I am no European, but under the GDPR I may ask.",
    ],
)
def test_a_law_that_is_held_against_us_counts_beside_the_one_of_a_home(words: str) -> None:
    reading = read(f"I live in Texas. {words} Delete my account.")
    country, state, hint = (fact.value if fact else None for fact in (reading.country, reading.state, reading.law_hint))
    assert which_law(country, state, hint) == ("us_tx", "eu_gdpr")


@each(("laws", "ground"), [(laws, ground) for laws, told in GROUNDS.items() for ground in told])
def test_laws_that_are_denied_do_not_count_and_all_others_do(laws: tuple[str, ...], ground: str) -> None:
    reading = read(f"{ground}. Please send me a copy of my data.")
    assert reading.law_hint is not None
    assert which_law(None, None, reading.law_hint.value) == laws


@each(
    ("text", "hint"),
    [
        ("Your privacy notice says the CCPA gives me rights. Send me my data.", "ccpa other"),
        ("Send me a copy of my data.\n\n--\nAcme Inc. complies with the LGPD", "br_lgpd other"),
        ("I know I'm not protected by the CCPA. Send me a copy of my data.", "ccpa other"),
        ("You told me the LGPD doesn't cover me. I say it does: send me my data.", "br_lgpd"),
        ("Your site has no form, so by mail: under the LGPD, send me my data.", "br_lgpd"),
        ("Über Ihrer Website ging es nicht, daher so: nach der DSGVO verlange ich meine Daten.", "gdpr"),
        ("Aviso: com base na LGPD peço uma cópia dos meus dados.", "br_lgpd"),
        ("Hello,\n---\nunder the LGPD, send me my data.", "br_lgpd other"),
        ("You do not apply the LGPD. Send me my data.", "br_lgpd"),
        ("Ich weiß, Sie halten sich nicht an die DSGVO. Schicken Sie mir meine Daten.", "gdpr"),
        ("As your privacy notice and the CCPA say, send me a copy of my data.", "ccpa"),
        ("See our CCPA notice at x.example/ccpa. Send me a copy of my data.", "ccpa other"),
        ("Bitte löschen Sie meine Daten DSGVO-konform.", "gdpr"),
        ("Our firm is GDPR-certified, but never mind: send me a copy of my data.", "gdpr other"),
        ("I wrote to gdpr@x.example. Send me a copy of my data.", "gdpr other"),
        ("No he recibido la copia que pedí con base en la LGPD. Quiero una copia de mis datos.", "br_lgpd"),
        ("Não recebi resposta ao pedido feito ao abrigo da LGPD. Quero uma cópia dos meus dados.", "br_lgpd"),
        ("I haven't had a reply to my request under the LGPD. Send me a copy of my data.", "br_lgpd"),
        ("You have not complied with the LGPD. Send me a copy of my data.", "br_lgpd"),
        ("FYI\n\n--\nBo\n\nFrom: Ana <ana@x.example>\nSent: 5 March 2026 10:15\nTo: x@x.example\nSubject: data\n\n"
         "Under the LGPD, send me a copy of my data.", "br_lgpd"),
    ],
)  # fmt: skip
def test_a_law_that_is_only_told_of_leaves_others_possible(text: str, hint: str) -> None:
    reading = read(text)
    assert reading.law_hint is not None
    assert reading.law_hint.value == hint
