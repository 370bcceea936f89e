"""Who is a child, as colleagues and relatives say it; and gifts for children, which make nobody a minor."""

from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@pytest.mark.parametrize(
    "text",
    [
        "The customer is 14 years old and wants her account deleted.",
        "Customer is 15 and asks for a copy of his data.",
        "The caller is 13 years old. Wants to be removed from the list.",
        "klant is 15 jaar, wil haar account verwijderd hebben.",
        "De klant is 15 jaar oud en wil inzage in haar gegevens.",
        "Kunde ist 14 Jahre alt, möchte sein Konto löschen lassen.",
        "Die Anruferin ist 15 und will Auskunft über ihre Daten.",
        "La cliente a 14 ans et veut supprimer son compte.",
        "El cliente tiene 15 años y quiere borrar su cuenta.",
        "Il cliente ha 14 anni e vuole cancellare il suo account.",
        "O cliente tem 15 anos e quer apagar a conta.",
        "Klient ma 14 lat i chce usunąć konto.",
        "My niece is 12, please delete her account.",
        "Please delete my nephew's account, he is 13.",
        "Please delete the account of my little sister (13).",
        "Verwijder het account van mijn zusje.",
        "Mijn nichtje is 12, verwijder haar account.",
        "Mijn broertje heeft een account bij jullie, graag verwijderen.",
        "Bitte löschen Sie das Konto meiner kleinen Schwester.",
        "Meine Nichte ist 12, bitte löschen Sie ihr Konto.",
        "Supprimez le compte de ma petite sœur.",
        "Ma nièce a 12 ans, supprimez son compte.",
        "Borren la cuenta de mi hermanita.",
        "Mi sobrina tiene 12 años, borren su cuenta.",
        "Cancellate l'account della mia sorellina.",
        "Mia nipote ha 12 anni, cancellate il suo account.",
        "Apaguem a conta da minha irmãzinha.",
        "A minha sobrinha tem 12 anos, apaguem a conta dela.",
        "Moja siostrzenica ma 12 lat, proszę usunąć jej konto.",
        "Als Sorgeberechtigter verlange ich Auskunft über die Daten von Jonas Huber.",
        "Als Sorgeberechtigte bitte ich um Löschung der Daten von Jonas Huber.",
    ],
)
def test_a_child_is_told(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I bought a gift for my son in May. Please delete my account.",
        "I ordered a bike for my daughter, order 4411, where is it? Delete my data afterwards.",
        "I bought a birthday present for my daughter and now I get your spam. Remove me from the list.",
        "Ik heb een cadeau voor mijn zoon gekocht. Verwijder mijn gegevens.",
        "Ich habe ein Geschenk für meine Tochter gekauft. Bitte löschen Sie mein Konto.",
        "J'ai acheté un cadeau pour mon fils. Supprimez mon compte.",
        "Compré un regalo para mi hija. Borren mi cuenta.",
        "Ho comprato un regalo per mio figlio. Cancellate il mio account.",
        "Comprei um presente para o meu filho. Apaguem a minha conta.",
        "Kupiłem prezent dla syna. Proszę usunąć moje konto.",
        "I got it as a gift for my son. Stop mailing me.",
        "The customer has been with us for 14 years and wants her account deleted.",
        "The customer is 44 years old and wants her account deleted.",
        "My little sister recommended you, delete my account.",
        "I bought it for my niece, please delete my account.",
        "Geschenk für unsere Tochter bestellt, bitte löscht mich aus dem Verteiler.",
    ],
)
def test_a_gift_for_a_child_or_an_age_of_something_else_makes_no_minor(text: str) -> None:
    flags = {fact.value for fact in read(text).flags}
    assert flags.isdisjoint((Flag.MINOR, Flag.REPRESENTATIVE))
