"""Below a sign-off: short asks go on with the mail; names, titles, firms, addresses and slogans don't."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.reading import Zone
from tests.lines import each

UTC = ZoneInfo("UTC")

ASKS = [
    ("Hello, the shoes arrived, thank you.\n\nKind regards,\nAna Diaz", "Please also delete my account."),
    ("Hello, the shoes arrived.\n\nBest,\nAna", "Please delete my data"),
    ("Hi\n--", "Please delete my data"),
    ("Hi\n\nRegards,", "Delete my account."),
    ("Hi\n\nRegards,\nAna", "And erase the photos."),
    ("Hi\n\nRegards,\nAna", "unsubscribe me"),
    ("Hi\n\nRegards,\nAna", "DELETE MY ACCOUNT"),
    ("De schoenen zijn er.\n\nMet vriendelijke groet,\nAna", "Verwijder ook mijn account."),
    ("De schoenen zijn er.\n\nGroetjes, Ana", "En wis alle foto's."),
    ("Die Schuhe sind da.\n\nMit freundlichen Grüßen\nAna", "Bitte auch mein Konto löschen."),
    ("J'ai reçu les chaussures.\n\nCordialement,\nAna", "Supprimez aussi mon compte."),
    ("Ya llegaron.\n\nSaludos,\nAna", "Borren también mis fotos"),
    ("Sono arrivate.\n\nCordiali saluti\nAna", "Cancellate anche le mie foto."),
    ("Já chegaram.\n\nCumprimentos\nAna", "Apaguem também as fotos."),
    ("Buty doszły.\n\nPozdrawiam\nAna", "Proszę usunąć też zdjęcia."),
]


@each(("above", "ask"), ASKS)
@each("gap", ["\n", "\n\n"])
def test_a_short_ask_below_the_sign_off_still_counts(above: str, ask: str, gap: str) -> None:
    assert new_words(read_text(above + gap + ask, zone=UTC)).split("\n")[-1] == ask


SIGNATURES = [
    "Ana Diaz", "My Linh Nguyen", "Senior Manager Data Deletion", "Head of Sales and marketing", "Delete GmbH",
    "Stop & Shop", "Sales & marketing", "Mill Lane 5, 1000 AB Amsterdam", "Tel: +31 6 12345678", "ana@my-shop.example",
    "www.delete-it.example", "Making life easier.", "We make your world better.", "Your data, our care.",
    "Sprzedaż i marketing", "Specjalista do spraw sprzedaży", "Leiterin der Abteilung", "Directeur des ventes",
    "Responsabile per i clienti", "Gerente de ventas", "Hoofd van de afdeling", "Chef de projet",
    "[Delete where not applicable]",
]  # fmt: skip


@each("line", SIGNATURES)
def test_what_only_says_who_somebody_is_stays_a_signature(line: str) -> None:
    mail = read_text(f"Hello, the shoes arrived.\n\nKind regards,\nAna\n{line}", zone=UTC)
    assert new_words(mail) == "Hello, the shoes arrived."
    assert mail.parts(Zone.SIGNATURE).endswith(line)


DEVICES = [
    "Sent on my phone", "Gesendet von meinem Telefon", "Verstuurd met mijn telefoon", "Von meiner Motorola gesendet",
    "Von meinem/meiner Galaxy gesendet", "Von meinem Samsung Galaxy Tablet gesendet.", "Von meinem Honor verschickt",
    "Von meinem Redmi Note 9 Pro gesendet", "Von meinem Handy geschrieben!", "Vanaf mijn Samsung-telefoon verzonden",
    "Diese Nachricht wurde von meinem Android-Tablet mit K-9 Mail gesendet.",
    "Diese E-Mail wurde von meinem Android Mobiltelefon mit der WEB.DE Mail App verschickt.",
    "Küldés iPhone-ról", "Siųsta iš „iPhone“", "Gửi từ điện thoại của tôi",
    "Sent from ProtonMail mobile", "Lähetetty Galaxy-laitteesta", "Obtenha o Outlook para iOS",
    "Virusvrij.www.avast.com", "Sans virus.www.avg.com", "Yahoo Mail: Search, Organize, Conquer",
    "iOS için Outlook’u edinin", "iOS 版 Outlook を入手", "获取 Outlook for iOS", "Android용 Outlook 다운로드",
    "تم الإرسال من iPhone", "נשלח מה-iPhone שלי", "Đã gửi từ iPhone của tôi", "ส่งจาก iPhone ของฉัน",
    "Dikirim dari iPhone saya",
    "Envoyé avec Proton Mail", "Wysłano za pomocą bezpiecznej poczty",
]  # fmt: skip


@each("line", DEVICES)
@each("above", ["Kind regards,\nAna\n", ""])
def test_a_phones_line_asks_for_nothing(line: str, above: str) -> None:
    mail = read_text(f"Hello.\n\n{above}{line}", zone=UTC)
    assert new_words(mail) == "Hello."
    assert line in mail.parts(Zone.SIGNATURE)


@each(
    "line",
    [
        "Von meinem Konto wurde ohne mich gesendet",
        "Von meinem Handy habt ihr Daten. Die habe ich nie gesendet.",
        "Von meinem Chef wurde Ihnen mein Foto geschickt",
        "Yahoo Mail: my address there is old",
        "Virus-free. Please keep it so.",
        "Von meinem iPhone sollen alle Daten weg",
        "Diese Nachricht wurde von meinem gehackten Konto gesendet.",
        "Vanaf mijn account is spam verzonden",
        "Regards. Delete My Account",
        "Sent from front desk: Ann Bell wants all her data deleted",
        "Der Umwelt zuliebe keine Werbung mehr an mich, löschen Sie meine Adresse",
    ],
)
def test_who_tells_what_came_from_where_is_heard(line: str) -> None:
    assert new_words(read_text(f"Hello.\n\n{line}", zone=UTC)) == f"Hello.\n\n{line}"
