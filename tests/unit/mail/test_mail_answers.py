"""Answers above a mail, and words that hand it on: a small word of one language is not another's."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import new_words, read_text
from bot.understanding.reading import Sender, Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
ANA = Sender("Ana Diaz", "ana@citrine.example")
ABOVE = {
    "en": "On Mon, Oct 6, 2025 at 2:05 PM {} wrote:",
    "nl": "Op ma 6 okt 2025 om 14:05 schreef {}:",
    "de": "Am Mo., 6. Okt. 2025 um 14:05 Uhr schrieb {}:",
    "fr": "Le lun. 6 oct. 2025 à 14:05, {} a écrit :",
    "es": "El lun, 6 oct 2025 a las 14:05, {} escribió:",
    "it": "Il giorno lun 6 ott 2025 alle ore 14:05 {} ha scritto:",
    "pt": "Em seg., 6 de out. de 2025 às 14:05, {} escreveu:",
    "pl": "pon., 6 paź 2025 o 14:05 {} napisał(a):",
    "da": "man. 6. okt. 2025 kl. 14.05 skrev {}:",
    "fi": "ma 6. lokak. 2025 klo 14.05 {} kirjoitti:",
    "cs": "po 6. 10. 2025 v 14:05 odesílatel {} napsal:",
}


def below(note: str, language: str) -> str:
    line = ABOVE[language].format(f"{ANA.name} <{ANA.email}>")
    return f"{note}\n\n{line}\n\n> Please send us the form.\n> Ana\n"


ANSWERS = [
    ("I am working on it, the form comes tomorrow.", "en"),
    ("I had a fall last week, so the form comes later.", "en"),
    ("In that case I will wait.", "en"),
    ("Ik kom er morgen op terug.", "nl"),
    ("Auf keinen Fall vor Freitag.", "de"),
    ("Envoyez-le s'il vous plaît par la poste.", "fr"),
    ("Il y a une copie dans l'annexe.", "fr"),
    ("En ese caso espero.", "es"),
    ("Il modulo è qui.", "it"),
    ("A lei diz que basta uma cópia.", "pt"),
    ("Wracam ze sklepu dopiero jutro.", "pl"),
    ("Formularen er vedhæftet.", "da"),
    ("Her er formularen.", "da"),
    ("Lomake on liitteenä.", "fi"),
    ("Formulář je ze včerejška.", "cs"),
]
NOTES = [
    ("She asked twice now.", "en"),
    ("Case 88, same as last week.", "en"),
    ("Hij belde ook al.", "nl"),
    ("Ze wil een kopie van alles.", "fr"),
    ("Er will alles gelöscht haben.", "de"),
    ("Fall 19, bitte prüfen.", "de"),
    ("Il veut partir.", "fr"),
    ("Ella llamó ayer.", "es"),
    ("Lui ha già chiamato.", "it"),
    ("Ele já pediu duas vezes.", "pt"),
    ("On dzwonił wczoraj.", "pl"),
    ("She wants a copy of everything.", "da"),
    ("Same as in case 88.", "en"),
    ("Caso 88421.", "fr"),
    ("Wie im Fall 19.", "de"),
    ("Hem weer.", "en"),
    ("Zij belde net, boos.", "en"),
    ("Er hat schon dreimal angerufen.", "en"),
    ("Was soll ich ihm antworten?", "en"),
    ("Elle insiste beaucoup.", "en"),
    ("Encore lui.", "fr"),
    ("Otra vez él.", "en"),
    ("Di nuovo lui.", "en"),
    ("Ela pode pedir isto?", "en"),
    ("Ona bardzo nalega.", "en"),
]


@each(("answer", "language"), ANSWERS)
def test_who_answers_hands_nothing_on_by_a_word_of_another_language(answer: str, language: str) -> None:
    mail = read_text(below(answer, language), zone=UTC)
    assert (mail.sender, mail.forwarded, new_words(mail)) == (None, False, answer)


@each(("note", "language"), NOTES)
def test_who_speaks_of_somebody_or_of_a_case_hands_a_mail_on(note: str, language: str) -> None:
    mail = read_text(below(note, language), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value, mail.parts(Zone.NOTE)) == (ANA, note)


SENTENCES = [
    "Kollegasi kirjoitti 4.3.2024 minulle:",
    "Em 4 de março de 2024 a sua colega escreveu-me:",
    "No dia 4 de março de 2024 sua colega me escreveu:",
    "4 марта 2024 г. ваш коллега написал мне:",
    "4 березня 2024 р. ваш колега написав мені:",
    "Στις 4 Μαρτίου 2024 η συνάδελφός σας μου έγραψε:",
    "Den 4 mars 2024 skrev er kollega till mig:",
    "Den 4. marts 2024 skrev jeres kollega:",
    "Dne 4. března 2024 mi napsal váš kolega:",
    "4 Mart 2024 tarihinde arkadaşınız bana şunu yazdı:",
    "4. märtsil 2024 kirjutas teie kolleeg mulle:",
]


@each("sentence", SENTENCES)
def test_a_sentence_about_you_and_me_announces_nobody(sentence: str) -> None:
    text = f"{sentence}\nbla bla.\n\nNoa"
    mail = read_text(text, zone=UTC)
    assert (mail.sender, mail.forwarded) == (None, False)


REPLY_TO = [
    ("Отправитель", "Тема", "Дата", "4 марта 2024 г. в 09:17:20 GMT+3", "Кому", "Ответ-Кому"),
    ("Od", "Predmet", "Dátum", "4. marca 2024 9:17:20 SEČ", "Pre", "Odpovedať-Pre"),
    ("Od", "Předmět", "Datum", "4. března 2024 9:17:20 SEČ", "Komu", "Odpověď na"),
    ("Expeditorul", "Subiectul", "Dată", "4 martie 2024 la 09:17:20 EET", "Destinatarul", "Răspuns către"),
    ("Lähettäjä", "Aihe", "Päivämäärä", "4. maaliskuuta 2024 klo 9.17.20 EET", "Vastaanottaja", "Vastaus"),
]


@each(("start", "subject", "date", "when", "to", "answer"), REPLY_TO)
def test_where_to_answer_is_a_line_of_the_head(
    start: str, subject: str, date: str, when: str, to: str, answer: str
) -> None:
    rows = [f"{start}: {ANA.name} <{ANA.email}>", f"{subject}: Data", f"{date}: {when}", f"{to}: help@x.example"]
    mail = read_text("\n".join(["FYI", "", *rows, f"{answer}: ana.d@x.example", "", "Delete it."]), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.subject, new_words(mail)) == (ANA.name, "Data", "Delete it.")


def test_an_answer_above_protons_line_hands_nothing_on() -> None:
    line = f"------- Original Message -------\nOn Monday, October 6th, 2025 at 2:05 PM, {ANA.name} <{ANA.email}> wrote:"
    mail = read_text(f"Sounds good to me.\n\n{line}\n\n> Shall we leave at six?\n> Ana\n", zone=UTC)
    assert (mail.sender, mail.forwarded, new_words(mail)) == (None, False, "Sounds good to me.")


def test_who_quotes_what_you_wrote_names_nobody() -> None:
    mail = read_text("Вы писали 7 мая 2024 г., 8:05:00:\n> Удалите мои данные.\n> Алла", zone=UTC)
    assert (mail.sender, mail.sent is not None, new_words(mail)) == (None, True, "Удалите мои данные.\nАлла")


def test_a_sentence_is_no_sender() -> None:
    text = "Hi,\n\nfrom: tomorrow I work from home. To: be honest I want my data.\n\nSubject: to change.\n\nNoa"
    mail = read_text(text, zone=UTC)
    assert (mail.sender, mail.forwarded, "tomorrow" in new_words(mail)) == (None, False, True)


@each("sender", ["acme ltd.", "ana d.", "van der berg b.v.", "the team at halden inc."])
def test_a_sender_in_lower_case_may_end_with_a_stop(sender: str) -> None:
    rows = [f"From: {sender}", "Sent: Monday, October 6, 2025 2:05 PM", "To: Help", "Subject: Data"]
    mail = read_text("\n".join(["FYI", "", *rows, "", "Delete it."]), zone=UTC)
    assert mail.sender is not None
    assert (mail.sender.value.name, mail.sent is not None, new_words(mail)) == (sender, True, "Delete it.")


@each("text", ["Copia: dei miei dati, grazie.", "Cópia: dos meus dados, se faz favor."])
def test_a_copy_that_is_asked_for_is_no_label(text: str) -> None:
    mail = read_text(f"De: Rita Melo\nPara: help@x.example\nAssunto: dados\n{text}", zone=UTC)
    assert mail.sender is not None
    assert new_words(mail) == text
