"""Words that cannot wait for the team: despair and danger, threats and insults, in every language; and what only sounds
like them."""

from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading

DISTRESS = [
    "I can't go on like this any more, delete everything before I kill myself.",
    "My ex is stalking me, take my address off your site.",
    "You gave my number to my abuser. I fear for my life.",
    "Ik maak er een einde aan als dit zo doorgaat, verwijder mijn gegevens.",
    "Haal mijn adres weg, mijn stalker heeft het gevonden.",
    "Ich bringe mich um, wenn ihr das nicht löscht.",
    "Ich wohne im Frauenhaus, bitte meine Adresse löschen.",
    "Je vais me tuer si ça continue, effacez tout.",
    "Tengo miedo por mi vida, borren mi dirección.",
    "Non voglio più vivere, cancellate i miei dati.",
    "Temo pela minha vida: apaguem a minha morada.",
    "Boję się o swoje życie, usuńcie mój adres.",
]
HOSTILE = [
    "You idiots, I'll kill you all if you don't delete my data!",
    "I know where you live. Delete it.",
    "Delete my fucking account.",
    "Stelletje oplichters, verwijder mijn account!",
    "Ich mach euch fertig, ihr Betrüger. Löscht meine Daten!",
    "Bande d'escrocs, supprimez mon compte !",
    "Hijos de puta, borrad mis datos.",
    "Siete dei ladri, ve ne pentirete. Cancellate i miei dati.",
    "Seus idiotas, vão se arrepender. Apaguem os meus dados.",
    "Wiem, gdzie mieszkasz. Usuńcie moje dane, skurwysyny.",
]
NEITHER = [
    "Your newsletters are killing me, please take me off the list.",
    "My boss is going to kill me if this isn't sorted by Friday. Where is my order?",
    "We met the deadline; the link in your mail is dead, by the way.",
    "I tried desperately to unsubscribe, please do it for me.",
    "Ich versuche verzweifelt, mich vom Newsletter abzumelden.",
    "La banda de rock tocó muy bien; borren mi correo de la lista.",
    "Les retards de livraison continuent, supprimez mon compte.",
    "Please burn a copy of my data to a disc and send it to me.",
    "Ik ben mijn wachtwoord kwijt, verwijder mijn account maar.",
    "I hate your emails and I want out.",
]


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@pytest.mark.parametrize("text", DISTRESS)
def test_despair_and_danger_are_told_with_their_words(text: str) -> None:
    told = read(text).flagged(Flag.DISTRESS)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize("text", HOSTILE)
def test_threats_and_insults_are_told_with_their_words(text: str) -> None:
    told = read(text).flagged(Flag.HOSTILE)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize("text", NEITHER)
def test_ordinary_words_raise_neither(text: str) -> None:
    assert {Flag.DISTRESS, Flag.HOSTILE}.isdisjoint(fact.value for fact in read(text).flags)


def test_they_are_told_where_nothing_is_asked_for_too() -> None:
    reading = read("Hi all, the customer on line two said he wants to die. What do we do?")
    assert (reading.rights, reading.flagged(Flag.DISTRESS) is not None) == ((), True)


def test_what_a_colleague_quotes_of_us_is_not_the_customers_anger() -> None:
    mail = "Please delete my account.\n\nOn 3 Mar 2026 at 10:15 Desk <desk@shop.example> wrote:\n> You idiots broke it."
    assert read(mail).flagged(Flag.HOSTILE) is None


@pytest.mark.parametrize(
    "text",
    [
        "I will come to your office tomorrow and burn the whole damn thing down.",
        "I will bloody well kill you.",
        "I will personally burn your whole bloody office to the ground.",
        "I know exactly where you live.",
        "I know very well where you all live.",
        "You will really regret this.",
        "Ik weet precies waar jullie wonen.",
        "Ik steek jullie hele kantoor in de brand.",
        "Ik maak jullie echt allemaal helemaal kapot.",
        "Dat zullen jullie nog heel erg bezuren.",
        "Ich weiß ganz genau, wo ihr wohnt.",
        "Ich bringe euch verdammt noch mal alle um.",
        "Das werdet ihr alle noch bitter bereuen.",
        "Je sais très bien où vous habitez.",
        "Vous allez vraiment le regretter.",
        "Je vais mettre tout de suite le feu à votre boutique.",
        "Sé perfectamente dónde viven.",
        "Voy a prender de verdad fuego a vuestra oficina.",
        "So benissimo dove abitate.",
        "Do subito fuoco al vostro ufficio.",
        "Sei muito bem onde moram.",
        "Vou mesmo matar vocês.",
        "Vou deitar mesmo fogo ao vosso escritório.",
        "Wiem bardzo dobrze, gdzie mieszkacie.",
    ],
)
def test_threats_with_other_words_between(text: str) -> None:
    told = read(text).flagged(Flag.HOSTILE)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize(
    "text",
    [
        "I will come to your office and sign the form.",
        "No sé dónde viven sus servidores.",
        "Ich zünde eine Kerze an.",
    ],
)
def test_who_denies_it_or_does_something_else_threatens_nobody(text: str) -> None:
    assert read(text).flagged(Flag.HOSTILE) is None
