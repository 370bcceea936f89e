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


@pytest.mark.parametrize(
    "text",
    [
        "I work as a lawyer. Please delete my data.",
        "I'm a solicitor myself. Send me a copy of my data.",
        "I'm a mother of two. Delete my account.",
        "My mother's maiden name is Bell, delete that security question of my account.",
        "On behalf of all of us here: thanks. Delete my account.",
        "I was a minor when I signed up in 2009. Delete my account.",
        "Ik werk als advocaat. Verwijder mijn gegevens.",
        "Ik ben moeder van drie. Schrijf mij uit.",
        "Namens het hele gezin bedankt. Verwijder mijn account.",
        "Ich arbeite als Anwältin. Bitte löschen Sie meine Daten.",
        "Ich bin Mutter von drei Kindern. Bitte melden Sie mich ab.",
        "Im Namen der ganzen Familie danke. Löschen Sie mein Konto.",
        "Je travaille comme avocate. Supprimez mes données.",
        "Je suis mère de trois enfants. Désinscrivez-moi.",
        "Au nom de toute la famille, merci. Supprimez mon compte.",
        "Soy madre de tres hijos. Denme de baja.",
        "En nombre de toda la familia, gracias. Borren mi cuenta.",
        "Sono mamma di tre figli. Cancellatemi dalla lista.",
        "A nome di tutta la famiglia, grazie. Cancellate il mio account.",
        "Sou mãe de três filhos. Cancelem a minha subscrição.",
        "Em nome de toda a família, obrigado. Apaguem a minha conta.",
        "Jestem mamą trójki dzieci. Wypiszcie mnie.",
        "W imieniu całej rodziny dziękuję. Usuńcie moje konto.",
        "I'm an attorney by trade and I'd like my profile removed.",
        "Being a mother of twins I have no time for spam. Unsubscribe me.",
        "The security question asks for my mother's maiden name; delete my account.",
        "Als advocaat weet ik hoe het werkt: geef mij mijn gegevens.",
        "Ich bin Jurist und möchte meine Daten sehen.",
        "Ich bin Vater von zwei Töchtern und will keine Werbung mehr.",
        "En tant qu'avocate, je suis choquée. Effacez mes données.",
        "Soy padre de dos hijas y no quiero más publicidad.",
        "Sono papà di due bambini e non voglio più pubblicità.",
        "Sou pai de duas filhas e não quero mais publicidade.",
        "Jestem tatą dwójki dzieci i nie chcę reklam.",
    ],
)
def test_a_trade_a_number_of_children_and_a_security_question_make_nobody_act_for_another(text: str) -> None:
    flags = {fact.value for fact in read(text).flags}
    assert flags.isdisjoint((Flag.MINOR, Flag.REPRESENTATIVE))


@pytest.mark.parametrize(
    "text",
    [
        "I am writing on behalf of my mother, please delete her data.",
        "I am the mother of Jo Bell, please delete his account.",
        "As a lawyer I act for Mrs Bell and ask for a copy of her data.",
        "My husband's data should be erased, he asked me to.",
        "As a solicitor instructed by Mrs Bell, I ask you to delete her data.",
        "Namens mijn moeder verzoek ik om verwijdering van haar gegevens.",
        "Als advocaat van de heer Smit vraag ik om zijn gegevens.",
        "Ich bin die Mutter von Tom Huber, bitte löschen Sie sein Konto.",
        "Au nom de ma mère, je demande l'effacement de ses données.",
        "En nombre de mi madre pido que borren sus datos.",
        "A nome di mia madre chiedo la cancellazione dei suoi dati.",
        "Em nome da minha mãe peço que apaguem os dados dela.",
        "W imieniu mojej mamy proszę o usunięcie jej danych.",
        "On behalf of my family of four, delete all our accounts.",
        "As Mrs Roe's solicitor I ask for her file.",
        "On behalf of my wife: please erase her account.",
        "On behalf of the whole Roe family, delete their records.",
        "Als advocaat vraag ik inzage in het dossier van mijn cliënt.",
        "En tant qu'avocat de Mme Roux je demande son dossier.",
        "In nome e per conto della signora Verdi chiedo i suoi dati.",
        "Jako adwokat pani Lis proszę o jej dane.",
    ],
)
def test_who_acts_for_another_is_told(text: str) -> None:
    assert read(text).flagged(Flag.REPRESENTATIVE) is not None


@pytest.mark.parametrize(
    "text",
    [
        "My son is 9 and has an account with you, delete it.",
        "Please delete my daughter's photo, she is 8.",
        "Our son, 11, signed up. Remove his data.",
        "Ik ben 13 jaar, verwijder mijn account.",
        "Mein Sohn ist 9 und hat ein Konto, bitte löschen.",
        "Mon fils a 9 ans et a un compte, supprimez-le.",
        "Mi hijo tiene 9 años y tiene una cuenta, bórrenla.",
        "Mio figlio ha 9 anni e ha un account, cancellatelo.",
        "O meu filho tem 9 anos e tem uma conta, apaguem-na.",
        "Mój syn ma 9 lat i ma konto, proszę je usunąć.",
        "I am the mother of three children aged 6, 9 and 12; delete their accounts.",
    ],
)
def test_a_child_is_told_by_their_age_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None
