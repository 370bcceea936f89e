"""Passwords, codes and secrets in links that must go however they are told; words about them, product keys and
postcodes stay."""

import pytest

from bot.understanding.sensitive.masks import mask
from tests.unit.understanding.masked import goes

PASSWORD, TOKEN, PIN, CODE = "password", "access token", "pin", "card code"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("my passwords are hunter2 and letmein9", ("hunter2", "letmein9")),
        ("my passwords are hunter2 and letmein, delete both", ("hunter2", "letmein")),
        ("Passwords: hunter2, letmein9 and qwerty12", ("hunter2", "letmein9", "qwerty12")),
        ("mijn wachtwoorden zijn Geheim1 en Geheim22", ("Geheim1", "Geheim22")),
        ("meine Passwörter sind Geheim1 und Geheim22", ("Geheim1", "Geheim22")),
        ("mes mots de passe sont Soleil24 et Lune2024", ("Soleil24", "Lune2024")),
        ("mis contraseñas son Sol2024 y Luna2024", ("Sol2024", "Luna2024")),
        ("le mie password sono Sole2024 e Luna2024", ("Sole2024", "Luna2024")),
        ("as minhas senhas são Gato1234 e Rato1234", ("Gato1234", "Rato1234")),
        ("moje hasła to Kot12345 i Pies1234", ("Kot12345", "Pies1234")),
        ('my password is "sunshine"', ("sunshine",)),
        ("mijn wachtwoord is 'zonneschijn', log maar in", ("zonneschijn",)),
        ("mein Passwort lautet „sonnenschein“", ("sonnenschein",)),
        ("mon mot de passe est « soleil »", ("soleil",)),
        ('mi contraseña es "girasol".', ("girasol",)),
        ('la password è "girasole"', ("girasole",)),
        ('a senha é "girassol"', ("girassol",)),
        ("hasło to „słonecznik”", ("słonecznik",)),
        ('password "sunshine"', ("sunshine",)),
        ('my password is "correct horse battery"', ("correct horse battery",)),
        ("password: p@ss.word", ("p@ss.word",)),
        ("my password is p@ss.word", ("p@ss.word",)),
        ("<b>Password:</b> sunshine", ("sunshine",)),
        ("<b>Password</b>: sunshine<br>", ("sunshine",)),
        ("<td>Password</td><td>sunshine</td>", ("sunshine",)),
        ("<td>Wachtwoord</td> <td>Geheim12</td></tr>", ("Geheim12",)),
        ("Password | sunshine", ("sunshine",)),
        ("| Password | sunshine |", ("sunshine",)),
        ("User     ana\nPassword     sunshine\n", ("sunshine",)),
        ("login;password\nana;hunter2\nbob;sunshine7\n", ("hunter2", "sunshine7")),
        ("| E-mail | Wachtwoord |\n|---|---|\n| ana@x.example | zonneschijn1 |\n", ("zonneschijn1",)),
        ("name,password,city\nAna,sunshine7,Leeds\n", ("sunshine7",)),
    ],
)
def test_passwords_in_lists_quotes_tables_and_tags(text: str, values: tuple[str, ...]) -> None:
    goes(text, PASSWORD, *values)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("password set to sunshine", "sunshine"),
        ("the password was set to sunshine.", "sunshine"),
        ("I changed my password to sunshine", "sunshine"),
        ("we reset her password to sunshine, tell her", "sunshine"),
        ("ik heb mijn wachtwoord veranderd in Geheim12", "Geheim12"),
        ("wachtwoord is gewijzigd naar zonneschijn", "zonneschijn"),
        ("ich habe mein Passwort auf sonnenschein geändert", "sonnenschein"),
        ("Passwort auf sonnenschein gesetzt", "sonnenschein"),
        ("j'ai changé mon mot de passe en soleil24", "soleil24"),
        ("he cambiado mi contraseña por Girasol24", "Girasol24"),
        ("ho cambiato la password in Girasole24", "Girasole24"),
        ("mudei a minha senha para girassol", "girassol"),
        ("zmieniłem hasło na Kot12345", "Kot12345"),
    ],
)
def test_passwords_that_were_set(text: str, value: str) -> None:
    goes(text, PASSWORD, value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("https://x.example/reset?token=Zx81kQ22", "Zx81kQ22"),
        ("https://x.example/in?a=1&access_token=Zx81kQ22&b=2", "Zx81kQ22"),
        ("https://x.example/#id_token=Zx81kQ22", "Zx81kQ22"),
        ("<https://x.example/password/reset/a81Hq2LmZp03Xs7Rr>", "a81Hq2LmZp03Xs7Rr"),
        ("www.x.example/reset-password/550e8400-e29b-41d4-a716-446655440000", "550e8400-e29b-41d4-a716-446655440000"),
        ("https://x.example/wachtwoord-herstellen?code=a81Hq2LmZp03Xs7Rr", "a81Hq2LmZp03Xs7Rr"),
        ("https://x.example/login?key=a81Hq2LmZp03Xs7Rr", "a81Hq2LmZp03Xs7Rr"),
        ("https://x.example/go?session_id=a81Hq2LmZp03", "a81Hq2LmZp03"),
    ],
)
def test_secrets_in_links(text: str, value: str) -> None:
    goes(text, TOKEN, value)


def test_a_password_in_a_link_goes_and_the_rest_of_the_link_stays() -> None:
    goes("https://x.example/in?user=ana&password=sunshine&lang=nl", PASSWORD, "sunshine")


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ('{"cvv": "123"}', CODE, "123"),
        ("{'cvc': '1234', 'a': 1}", CODE, "1234"),
        ('{"cvv":123}', CODE, "123"),
        ("<cvv>123</cvv>", CODE, "123"),
        ('{"pin": "4821"}', PIN, "4821"),
        ("the pin for the card is 4821", PIN, "4821"),
        ("my pin for my debit card: 4821", PIN, "4821"),
        ("mon code PIN est le 4821", PIN, "4821"),
        ("de pincode van mijn pas is 4821", PIN, "4821"),
        ("die PIN für meine Karte ist die 4821", PIN, "4821"),
        ("il pin della mia carta è il 4821", PIN, "4821"),
        ("el pin de mi tarjeta es el 4821", PIN, "4821"),
        ("o pin do meu cartão é o 4821", PIN, "4821"),
        ("pin do karty to 4821", PIN, "4821"),
        ("the cvv of the card is 123", CODE, "123"),
    ],
)
def test_codes_of_cards_in_data_and_in_sentences(text: str, kind: str, value: str) -> None:
    goes(text, kind, value)


@pytest.mark.parametrize(
    "text",
    [
        "PIN: 10115 Berlin",
        "pin 1011 AB Amsterdam",
        "clave de producto: XK7Q2-99PLM-22QRT",
        "clave de licencia: XK7Q2-99PLM",
        "clave de rastreo: 20260305AB12",
    ],
)
def test_postcodes_and_product_keys_stay(text: str) -> None:
    assert mask(text) == (text, ())


@pytest.mark.parametrize(
    "text",
    [
        "Data,Wish\nPassword,keep\nAddress,delete\nPhone,delete",
        "Delete: name, password, email\nKeep: order 4711, invoice 4712, 4713",
        "I want a copy of my name, email, password\nand delete, thereafter, everything",
    ],
)
def test_wishes_in_a_list_that_names_a_password_stay(text: str) -> None:
    assert mask(text) == (text, ())
