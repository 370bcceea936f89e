"""Formal demands, and demands with a day: how and until when something is demanded says nothing of what is wanted."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("letter", "right"),
    [
        ("You are hereby put on notice to destroy all data relating to Mrs J. Attwood within 7 days.", "erasure"),
        ("Wij sommeren u de gegevens van onze cliënt binnen vijf werkdagen te verwijderen.", "erasure"),
        (
            "Fijo como fecha límite el 30 de abril para que le den copia de su expediente.",
            "access",
        ),
        ("Vi assegno un termine di sette giorni per inviarmi le registrazioni.", "access"),
        ("Fica a empresa notificada a excluir, em 48 horas, os dados da Sra. Ana Prado.", "erasure"),
    ],
)
def test_what_stands_behind_a_formal_demand_is_heard(letter: str, right: str) -> None:
    reading = read(letter)
    assert reading.unsure
    assert [fact.value.value for fact in reading.rights] == [right]
    assert all(fact.quote and fact.quote in letter for fact in reading.rights)


@each(
    "letter",
    [
        "Ich fordere Sie auf, mir bis zum 15.04. Auskunft zu erteilen.",
        "Ich fordere Sie auf, mir bis zum 15. April Auskunft zu erteilen. Andernfalls erheben wir Klage.",
        "Die Auskunft ist bis spätestens 05.06. zu erteilen.",
        "Hiermit setze ich Ihnen eine Frist von 14 Tagen zur Erteilung der Auskunft.",
        "Fristsetzung: Auskunft an Herrn Demir bis 18. Juni",
        "Je vous prie de faire droit à la demande d'accès de mon client au plus tard le 30 avril.",
        "Nuestra asociada solicita acceso, que deberá facilitarse a más tardar el 30 de abril.",
        "Stowarzyszenie żąda w imieniu członka dostępu, nie później niż do końca miesiąca.",
    ],
)
def test_a_right_that_is_demanded_by_its_noun_alone_is_asked_about(letter: str) -> None:
    reading = read(letter)
    assert reading.unsure
    assert "access" in {label for label, _ in reading.candidates[:2]}


def test_what_is_asked_about_anyway_is_not_taken_for_a_request_but_offers_what_is_demanded() -> None:
    reading = read("We hereby demand that you take our song off your page by 5 May.")
    assert reading.unsure
    assert reading.rights == ()
    assert reading.candidates[0][0] == "erasure"


@each(
    "letter",
    [
        "You are hereby put on notice to destroy all data of Mrs Attwood, failing which we shall apply to the court.",
        "Wij sommeren u zijn gegevens te wissen, bij gebreke waarvan wij de rechtbank inschakelen.",
        "Nuestra asociada solicita acceso; de lo contrario acudiremos al juzgado.",
        "Fica a empresa notificada a excluir os dados da Sra. Ana Prado, sob pena de ação judicial.",
        "Je vous mets en demeure de répondre à la demande d'accès de mon client, sinon je saisis le tribunal.",
    ],
)
def test_who_threatens_with_a_court_still_asks(letter: str) -> None:
    reading = read(letter)
    assert reading.unsure
    assert reading.rights
    assert reading.flagged(Flag.LEGAL_DEMAND) is None


@each(
    "letter",
    [
        "Können Sie uns bis Freitag Auskunft geben, ob die Ware lieferbar ist?",
        "Bitte erteilen Sie uns bis zum 15.04. Auskunft über den Stand der Lieferung.",
        "Auskunft erteilt Herr Keller, Tel. 030 123456, bis 28. Februar.",
        "Wir fordern Sie auf, den offenen Betrag bis zum 15.04. zu überweisen. Andernfalls erheben wir Klage.",
        "We require that the deposit reach us within 14 days, failing which we shall issue proceedings.",
        "Sommatie: betaal het openstaande bedrag uiterlijk 15 april, bij gebreke waarvan wij u zullen dagvaarden.",
        "Nous vous mettons en demeure de libérer les lieux avant le 15 avril.",
        "Se les requiere por última vez para que abonen las cuotas antes de 48 horas.",
        "Vi assegno un termine di sette giorni per montare gli infissi.",
        "Wzywam Państwa do zapłaty 1200 zł w terminie 14 dni.",
    ],
)
def test_money_goods_and_repairs_are_demanded_of_others(letter: str) -> None:
    reading = read(letter)
    assert not reading.rights
    assert not reading.unsure
