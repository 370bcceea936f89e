"""What opens an account or a wallet when all else is lost must go: recovery codes and a wallet's words; so must what
opens a login and is told in another way. Words about them, and codes of shops, stay."""

from bot.understanding.sensitive.masks import mask
from tests.lines import each
from tests.unit.understanding.masked import goes

CODES, WORDS, PASSWORD, LOGIN = "recovery code", "seed phrase", "password", "login code"


def all_go(text: str, kind: str, values: tuple[str, ...], stays: str) -> None:
    masked, kinds = mask(text)
    assert kinds == (kind,)
    assert not [value for value in values if value in masked]
    assert stays in masked


@each(
    ("text", "values", "stays"),
    [
        ("My 2FA backup codes: 1234-5678 8765-4321. Delete me.", ("1234-5678", "8765-4321"), "Delete me."),
        ("The recovery codes you gave me:\na1b2c-d3e4f\ng5h6i-j7k8l\nClose it.", ("a1b2c", "j7k8l"), "Close it."),
        ("Backup codes:\n1. 48219071\n2. 55301188\nThanks", ("48219071", "55301188"), "Thanks"),
        ("recovery code is 48213 90717, use it", ("48213", "90717"), "use it"),
        ("Mijn herstelcodes zijn 4821-9071 en 5530-1188. Dank", ("4821-9071", "5530-1188"), "Dank"),
        ("Back-upcode: 82736451", ("82736451",), "Back-upcode"),
        ("Meine Backup-Codes: 4821 9071, 5530 1188. Bitte löschen.", ("4821", "1188"), "Bitte löschen."),
        ("Wiederherstellungscode: KX7P-22QM-91LT", ("KX7P", "91LT"), "code"),
        ("Mes codes de secours : 4821-9071, 5530-1188. Merci", ("4821-9071", "5530-1188"), "Merci"),
        ("Mis códigos de recuperación son 48219071 y 55301188", ("48219071", "55301188"), "Mis"),
        ("one of my back-up codes, 8812 0091, so log in", ("8812", "0091"), "so log in"),
        ("Your emergency codes:\n* 11111-22222\n* 33333-44444\nwipe it", ("11111", "44444"), "wipe it"),
        ("kody zapasowe do konta: 482 190, 553 011", ("482", "011"), "do konta"),
        ("codice di recupero KX7P-22QM-91LT", ("KX7P", "91LT"), "codice"),
        ("Os meus códigos de recuperação: 4821-9071; 5530-1188", ("4821-9071", "5530-1188"), "Os"),
        ("Moje kody zapasowe: 4821 9071, 5530 1188. Dzięki", ("4821", "1188"), "Dzięki"),
    ],
)
def test_recovery_codes(text: str, values: tuple[str, ...], stays: str) -> None:
    all_go(text, CODES, values, stays)


DRAWN = "legal winner cabbage yellow ozone tribe lemon random door kitten orbit usage"
TWICE = f"{DRAWN} fiber ranch salad turtle volcano wagon zebra umbrella tiger spider rocket pencil"
IN_SPANISH = "ábaco árbol brazo cable dedo eje fauna gato hielo isla jabón koala"


@each(
    ("text", "stays"),
    [
        (f"My seed phrase is {DRAWN}. Delete my account.", "Delete my account."),
        (f"the wallet: {DRAWN} please remove it", "please remove it"),
        (f"Seed phrase:\n{TWICE}\n\nSend me my data.", "Send me my data."),
        ("Mnemonic: " + ", ".join(DRAWN.split()) + ", ok?", "ok?"),
        (
            "seed words:\n"
            + "\n".join(f"{at}) {word}" for at, word in enumerate(DRAWN.split(), 1))
            + "\nremove my wallet",
            "remove my wallet",
        ),
        ("recovery phrase: " + " ".join(f"{at}. {word}" for at, word in enumerate(DRAWN.split(), 1)), "phrase"),
        (f"Mijn herstelzin is {DRAWN}, verwijder mijn wallet", "verwijder mijn wallet"),
        (f"Meine Wiederherstellungsphrase lautet: {DRAWN}. Danke", "Danke"),
        (f"Ma phrase de récupération : {DRAWN}", "Ma phrase"),
        (f"Mi frase semilla es {IN_SPANISH}. Gracias", "Gracias"),
        (f"La mia frase di recupero: {DRAWN}", "La mia"),
        (f"Moja fraza odzyskiwania: {DRAWN}", "Moja"),
    ],
)
def test_the_words_of_a_wallet(text: str, stays: str) -> None:
    all_go(text, WORDS, ("winner", "usage", "ranch", "pencil", "árbol", "koala"), stays)


@each(
    ("text", "value"),
    [
        ("user bob pass hunter2 please delete my account", "hunter2"),
        ("u: bob p: hunter2", "hunter2"),
        ("username=bob&password=hunter2", "hunter2"),
        ("my creds are bob:hunter2", "hunter2"),
        ("credentials: bob@x.example:hunter2", "hunter2"),
        ("usuario bob clave hunter2, borren mi cuenta", "hunter2"),
        ("Acceso: bob / Verano24!", "Verano24!"),
        ("Acesso: bob / Verao24!", "Verao24!"),
        ("sign in as bob with hunter2x and look", "hunter2x"),
        ("Anmelden mit joerg / Sommer2024!", "Sommer2024!"),
        ("inloggen met bob en Zomer2024!", "Zomer2024!"),
        ("lösenord: Sommar24!", "Sommar24!"),
        ("adgangskode: Sommer24!", "Sommer24!"),
        ("salasana: Kesa2024!", "Kesa2024!"),
        ("heslo: Leto2024!", "Leto2024!"),
        ("пароль: Leto2024!", "Leto2024!"),
        ("şifre: Yaz2024!", "Yaz2024!"),
        ("パスワード：Natsu2024!", "Natsu2024!"),
        ("密码：Xiatian24!", "Xiatian24!"),
    ],
)
def test_passwords_behind_a_user_and_in_other_languages(text: str, value: str) -> None:
    goes(text, PASSWORD, value)


@each(
    "text",
    [
        "the one-time code from my bank is 482913",
        "De eenmalige code van mijn bank is 482913",
        "der Einmalcode von meiner Bank lautet 482913",
        "the verification code of my authenticator: 482913",
    ],
)
def test_a_one_time_code_of_somebody_else_goes(text: str) -> None:
    goes(text, LOGIN, "482913")


@each(
    "text",
    [
        "How many backup codes do I have left? Case 2026-0042",
        "I lost my backup codes. Order: 1234-5678",
        "backup codes for order: 1234-5678",
        "Recovery codes: reset on 3 May, thanks,12",
        "The recovery code expired 2026-03-04",
        "Herstelcodes kwijt; ordernummer 4821-9071",
        "Codes de secours perdus, commande 4821-9071",
        "Promo codes: AB12-CD34",
        "I keep my seed phrases offline. Delete my account.",  # a name only within another word
        "my recovery phrase is lost since march when somebody stole phone tablet during travels abroad",
        "you can also see that people have just this one big open box there and what about them",
        "Seed: tomato, basil, pepper, carrot, onion, leek, garlic, radish, spinach, beet, kale, cress",
        "Lösenord: fungerar inte",
        "пароль: не работает",
        "account 4711 code AB12CD",
        "user Bob passed away in 2024",
        "login: https://shop.example/page2",
        "Login: 10:30am",
        "log in with the new app v2.0b1",
        "I sign in with Apple and iPhone15",
        "I log in with Google/Microsoft365",
        "Inloggen met DigiD en eHerkenning3",
        "Acceso: 12-05-2026, 15:30h",
        "Dostęp: poniedziałek, 8:00-16:00h",
        "Código de reserva: XK4P2L (voo)",
        "I cannot sign in as bob with any browser",
        "Acceso: puerta 4 / planta 3",
        "https://shop.example/a?user=bob&pw=no",
    ],
)
def test_words_about_them_and_other_codes_stay(text: str) -> None:
    assert mask(text) == (text, ())
