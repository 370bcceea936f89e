"""Passwords, codes and secrets in links that must go however they are told; words about them, product keys and
postcodes stay."""

from bot.understanding.sensitive.masks import mask
from bot.understanding.who.looked import looked_at, telling
from bot.understanding.wordlists import word_lists
from tests.lines import each
from tests.unit.understanding.masked import goes

PASSWORD, TOKEN, PIN, CODE, LOGIN = "password", "access token", "pin", "card code", "login code"


@each(
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


@each(
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


@each(
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


@each(
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
        ("PIN for my card 4821", PIN, "4821"),
        ("PIN voor de kaart 4821, verwijder dat", PIN, "4821"),
        ("pin della carta 4821", PIN, "4821"),
        ("PIN karty 4821", PIN, "4821"),
        ("codice di sicurezza della carta 123", CODE, "123"),
        ("beveiligingscode achterop is 123", CODE, "123"),
        ("Card | Expiry | CVC\nVisa | 04/27 | 123", CODE, "123"),
        ("kaart;cvc;naam\nVisa;123;Ana", CODE, "123"),
    ],
)
def test_codes_of_cards_in_data_and_in_sentences(text: str, kind: str, value: str) -> None:
    goes(text, kind, value)


@each(
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


@each(
    "text",
    [
        "Data,Wish\nPassword,keep\nAddress,delete\nPhone,delete",
        "Delete: name, password, email\nKeep: order 4711, invoice 4712, 4713",
        "I want a copy of my name, email, password\nand delete, thereafter, everything",
    ],
)
def test_wishes_in_a_list_that_names_a_password_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        ("shop.example/reset?token=abc123def456", "abc123def456"),
        ("see shop.example/reset-password/a1b2c3d4e5f6a7b8c9d0.", "a1b2c3d4e5f6a7b8c9d0"),
        ("https://x.example/?session=a8f3b2c9d1", "a8f3b2c9d1"),
        ("https://x.example/confirm/a1b2c3d4e5f6a7b8c9d0", "a1b2c3d4e5f6a7b8c9d0"),
        ("https://x.example/verify-email/8f14e45fceea167a5a36?ref=mail", "8f14e45fceea167a5a36"),
        ("https://x.example/order-login/a1b2c3d4e5f6a7b8c9d0", "a1b2c3d4e5f6a7b8c9d0"),
    ],
)
def test_tokens_in_links_without_https_and_of_sessions(text: str, value: str) -> None:
    goes(text, TOKEN, value)


@each(
    ("text", "value"),
    [
        ("https://anna:sunshine@shop.example/", "sunshine"),
        ("postgres://app:s3cretPw@db.example:5432/x", "s3cretPw"),
        ("https://x.example/login?pass=hunter2", "hunter2"),
        ("https://x.example/login?user=anna&pass=sunshine", "sunshine"),
        ("https://x.example/login?pwd=sunshine", "sunshine"),
        ("see my.x.example/in?password=sunshine", "sunshine"),
    ],
)
def test_passwords_in_links(text: str, value: str) -> None:
    goes(text, PASSWORD, value)


@each(
    "text",
    [
        "https://x.example/?pass=season",
        "https://x.example/tickets?pass=weekend-2026",
        "https://x.example/?session=summer&utm_source=mail",
        "https://x.example/order-confirmation/W20K4711XQ88Z1P2",
        "https://x.example/verify/order/AB12CD34EF56GH78",
        "https://x.example/order-confirm?order=A1B2C3D4E5F6G7H8",
        "https://x.example/commande/confirmation/A1B2C3D4E5F6G7H8",
        "https://x.example/confirm-booking/A1B2C3D4E5F6G7H8",
        "x.example/products?session=summer",
        "see x.example/orders/4532015112830366",
    ],
)
def test_links_to_orders_and_with_ordinary_words_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        (
            "Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF_12-x",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF_12-x",
        ),
        (
            "here it is: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF_12-x, delete it",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcDEF_12-x",
        ),
        ("api_key=sk_live_51H8abcdEFGH", "sk_live_51H8abcdEFGH"),
        ("API key: sk_live_51H8abcdEFGH", "sk_live_51H8abcdEFGH"),
        ("my api key is 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("mijn API-sleutel: 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("mein API-Schlüssel lautet 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("clé API : 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("clave API: 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("chiave API: 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("chave de API: 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("klucz API: 8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ('{"access_token": "8f14e45fceea167a5a36dedd"}', "8f14e45fceea167a5a36dedd"),
        ("client_secret=8f14e45fceea167a5a36dedd", "8f14e45fceea167a5a36dedd"),
        ("Authorization: Basic YW5uYTpzdW5zaGluZTEyMw==", "YW5uYTpzdW5zaGluZTEyMw=="),
        ("use sk-proj-8f14e45fceea167a5a36dedd now", "sk-proj-8f14e45fceea167a5a36dedd"),
        ("npm_8f14e45fceea167a5a36dedd8f14e45fceea", "npm_8f14e45fceea167a5a36dedd8f14e45fceea"),
        ("https://hooks.slack.com/services/T0A1/B0C2/8f14e45fceea167a", "T0A1/B0C2/8f14e45fceea167a"),
        ("https://x.blob.example/f?sv=2022&sig=8f14e%2Fea167a5", "8f14e%2Fea167a5"),
        ("https://maps.example/api?key=AbC123dEf456GhI789", "AbC123dEf456GhI789"),
    ],
)
def test_keys_outside_links(text: str, value: str) -> None:
    goes(text, TOKEN, value)


@each(
    "text",
    [
        "API key is missing, ticket 482193",
        "API key rotation, ticket INC-482193",
        "our API keys are managed by team2b",
        "token: ABC-4711",
        "the bearer is anna",
        "secret key ring",
        "I lost the private key of my shed",
        "-----BEGIN PUBLIC KEY-----\nMIIB8f14\n-----END PUBLIC KEY-----",
        "https://shop.example/find?key=summer-sale",
    ],
)
def test_words_about_keys_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each(
    ("text", "value"),
    [
        ("TAN 482193", "482193"),
        ("die TAN lautet 482193", "482193"),
        ("SMS-TAN: 482193", "482193"),
        ("Your login code is 482193", "482193"),
        ("login code: G-482193", "G-482193"),
        ("my OTP is 482 193", "482 193"),
        ("mijn inlogcode is 482193", "482193"),
        ("Anmeldecode: 482193", "482193"),
        ("code de connexion : 482193", "482193"),
        ("el código 2FA es 482193", "482193"),
        ("codice OTP: 482193", "482193"),
        ("código de início de sessão: 482193", "482193"),
        ("kod logowania: 482193", "482193"),
    ],
)
def test_codes_that_open_a_login_once(text: str, value: str) -> None:
    goes(text, LOGIN, value)


@each(
    ("text", "value"),
    [
        ("my pin code is 482193", "482193"),
        ("PIN is 482193", "482193"),
        ("my pin: 482193", "482193"),
        ("mijn pincode is 482193", "482193"),
        ("meine PIN lautet 482193", "482193"),
        ("code PIN : 482193", "482193"),
        ("codice PIN 482193", "482193"),
        ("mi PIN es 482193", "482193"),
        ("o meu PIN é 482193", "482193"),
        ("mój PIN to 482193", "482193"),
        ("the pin of my card is 48219377", "48219377"),
        ("my email address is a@x.example, my pin is 482193", "482193"),
    ],
)
def test_long_pins(text: str, value: str) -> None:
    goes(text, PIN, value)


@each(
    "text",
    [
        "my verification code is 482193",
        "my one-time code is 482193",
        "confirmation code 482193 of my booking",
        "order 482193",
        "code 482193",
        "login code problem, order 482193",
        "Mr Tan 482193",
        "tan 4821 euros",
        "OTP not received, ticket 482193",
        "Security code 1234 from the door",
        "The building's security code 1234",
        "código de seguridad 1234 del portal",
        "codice di sicurezza 1234 del portone",
        "kod bezpieczeństwa 1234 do bramy",
        "PIN: 560001",
        "Pin code: 560001",
        "my address is 4 MG Road, my pin code is 560001",
        "Address changed, PIN is 560001, please correct",
    ],
)
def test_other_codes_stay(text: str) -> None:
    assert mask(text) == (text, ())


@each("kind", sorted(word_lists("sensitive")))
def test_each_phrase_holds_one_of_the_telling_words(kind: str) -> None:
    phrases = word_lists("sensitive")[kind]
    told = telling(phrases)
    assert not any(told.isdisjoint(looked_at(f"My {phrase}: 7").parts) for phrase in phrases if phrase[0].isalpha())


@each(
    ("text", "left"),
    [
        (
            "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIB8\n> aB/c+=\n-----END RSA PRIVATE KEY-----\nDelete it.",
            "\nDelete it.",
        ),
        ("Key: -----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk", ""),
        (
            "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7x\nAAAA1=\nplease delete all my data",
            "please delete all my data",
        ),
    ],
)
def test_a_private_key_goes_whole(text: str, left: str) -> None:
    masked, kinds = mask(text)
    assert kinds == ("private key",)
    assert masked.endswith(f"[private key: not kept]{left}")
