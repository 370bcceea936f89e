"""A mail in a language that the bot does not read is asked about, whatever a colleague says above it."""

from bot.understanding.rights.unread import is_unread
from tests.lines import each
from tests.unit.understanding.said import read

MAILS = [
    ("Od: Eva Malá <eva@x.example>\nOdesláno: 3. března 2026 9:14\nPředmět: Účet", "Žádám o výmaz všech svých údajů."),
    ("Fra: Mads Holst <mads@x.example>\nSendt: 3. marts 2026 09:14\nEmne: Data", "Jeg vil gerne have slettet alt."),
    (
        "Lähettäjä: Matti Laine <matti@x.example>\nLähetetty: 3.3.2026\nAihe: Tiedot",
        "Haluan, että poistatte kaikki tietoni rekisteristänne.",
    ),
    (
        "Kimden: Ayşe Yılmaz <ayse@x.example>\nGönderildi: 3 Mart 2026\nKonu: Veri",
        "Kişisel verilerimin silinmesini istiyorum.",
    ),
    ("От: Пётр Волков <petr@x.example>\nДата: 3 марта 2026\nТема: Данные", "Прошу удалить мои данные."),
    ("Από: Ελένη Νικολάου <eleni@x.example>\nΣτάλθηκε: 3 Μαρτίου 2026\nΘέμα: Δεδομένα", "Διαγράψτε τα δεδομένα μου."),
    ("من: أحمد الخطيب <a@x.example>\nالتاريخ: 3 مارس 2026\nالموضوع: بيانات", "أطلب حذف جميع بياناتي"),
    ("发件人: 王小明 <w@x.example>\n发送时间: 2026年3月3日 15:26\n主题: 账户", "请删除我的所有个人信息。"),
]


@each(("head", "words"), MAILS)
@each("note", ["", "fyi\n\n", "Hi team, see below, thanks. Sam\n\n", "Zie onder, groet Sam\n\n"])
def test_a_mail_in_another_language_is_asked_about(head: str, words: str, note: str) -> None:
    assert read(f"{note}{head}\n\n{words}\n").unsure


SHORT = [
    "Hej, slet mig.",
    "Hei, vennligst slett all informasjon om meg.",
    "Poistakaa tietoni.",
    "Prosím o smazání.",
    "Doresc o copie a datelor mele.",
    "Kustutage minu andmed.",
    "Verilerimin kopyasını istiyorum.",
]


@each("words", SHORT)
@each("note", ["", "Få Outlook for iOS\n____________________\n"])
def test_so_is_a_short_one_below_what_a_phone_adds(words: str, note: str) -> None:
    assert read(f"{note}Fra: Mads Holst <mads@x.example>\nSendt: 3. marts 2026 09:14\nEmne: Hei\n\n{words}").unsure


@each(
    "words",
    [
        "Kennziffer 25-08. Danke, M. Lehtonen",
        "Please resend invoice 2231 to Þórdís Guðmundsdóttir, Hafnarfjörður.",
        "De schoenen van Przemysław Szczęsny zijn aangekomen, dank!",
        "Thx",
        "Risulta insoluta la 904.",
    ],
)
def test_names_and_numbers_are_no_other_language(words: str) -> None:
    mail = read(f"From: Ana Diaz <ana@x.example>\nSent: 3 March 2026 09:14\nSubject: hello\n\n{words}").mail
    assert not is_unread(mail)
