"""Banners and small print go; what stands right above or below them, without a blank line between, is a mail's own."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import html_to_text, new_words, read_text
from bot.understanding.read import understand
from bot.understanding.reading import Zone
from tests.lines import each

UTC = ZoneInfo("UTC")
ASK = "Please delete my account."

BANNERS = [
    "External sender",
    "CAUTION: This email originated from outside of the organization.",
    "CAUTION: This email originated from outside of the organization. Do not click links\n"
    "or open attachments unless you know the content is safe.",
    "[EXTERNAL EMAIL] Exercise caution when opening links.",
    "You don't often get email from ana@citrine.example. Learn why this is important",
    "Let op: deze e-mail is afkomstig van buiten de organisatie.",
    "Achtung: Diese E-Mail stammt von einem externen Absender.",
    "Attention : ce message provient de l'extérieur.",
    "Precaución: este mensaje proviene de fuera de la organización.",
    "Attenzione: questo messaggio proviene dall'esterno dell'organizzazione.",
    "Atenção: mensagem proveniente do exterior da organização.",
    "Uwaga: wiadomość spoza organizacji.",
    "External Email: Please exercise caution with links.",
    "WARNUNG: Diese Mail kommt von einem externen Absender. Bitte öffnen Sie keine Anhänge, wenn Sie ihn nicht kennen.",
    "Attention : courriel externe. Merci de ne pas cliquer sur les liens.",
    "Externe afzender. Klik a.u.b. niet op koppelingen.",
    "Correo externo. Por favor, no abra los adjuntos.",
    "Email esterna. Si prega di non aprire gli allegati.",
    "E-mail externo. Por favor, não clique em links.",
    "Nadawca zewnętrzny. Prosimy nie otwierać załączników.",
    "OBS! Externt mejl från en extern avsändare. Klicka inte på länkar.",
    "Denne mail er sendt af en ekstern afsender.",
    "Viesti tulee organisaation ulkopuolelta.",
    "Dėmesio: šis laiškas gautas iš išorinio siuntėjo. Nespauskite nuorodų.",
    "Pozor: sporočilo zunanjega pošiljatelja. Ne odpirajte prilog.",
    "POZOR: Tento e-mail pochází z externího zdroje. Neklikejte na odkazy.",
    "Sie erhalten nicht häufig E-Mails von ana@citrine.example. Erfahren Sie, warum dies wichtig ist",
    "[Sie erhalten nicht häufig E-Mails von ana@citrine.example. Weitere Informationen, warum dies wichtig ist, finden "
    "Sie unter https://aka.ms/LearnAboutSenderIdentification ]",
    "Certaines personnes qui ont reçu ce message ne reçoivent pas souvent de courrier de ana@citrine.example. "
    "Pourquoi c'est important",
    "No suele recibir correo electrónico de ana@citrine.example. Por qué es esto importante",
    "[EXTERN]",
    "WARNING: This email is from outside the company. Report suspicious mail to IT.",
    "This email was scanned by Mailguard.",
    "【注意】このメールは社外から送信されています。リンクや添付ファイルにご注意ください。",
]


@each("banner", BANNERS)
@each("gap", ["\n", "\n\n"])
def test_a_banner_takes_no_word_of_the_mail_with_it(banner: str, gap: str) -> None:
    mail = read_text(f"{banner}{gap}{ASK}", zone=UTC)
    assert new_words(mail) == ASK
    assert mail.parts(Zone.DISCLAIMER).split() == banner.split()


@each("banner", BANNERS)
def test_a_banner_in_a_forwarded_mail_of_html(banner: str) -> None:
    head = "<b>From:</b> Ana &lt;ana@citrine.example&gt;<br><b>Sent:</b> 6 October 2025 14:05<br><b>Subject:</b> Hello"
    page = f"<html><div>fyi</div><hr><div>{head}</div><br><div><div>{banner}</div><div>{ASK}</div></div></html>"
    assert new_words(read_text(page, zone=UTC)) == ASK


@each(
    "words",
    [
        "You sent it to my external email. Please delete my account.",
        "[EXTERNAL EMAIL] Please delete my account.",
        "External email: please do not click through my data, erase the links.",
        "Externer Absender. Bitte klicken Sie nicht weiter, sondern löschen Sie den Inhalt.",
        "Jag fick reklam från en extern avsändare.",
        "Ik ben van buiten de organisatie en wil mijn gegevens laten verwijderen.",
        "Ich erhielt Werbung von einem externen Absender, bitte löschen Sie meine Daten.",
    ],
)
def test_who_only_speaks_of_something_external_is_heard(words: str) -> None:
    assert new_words(read_text(words, zone=UTC)) == words


PRINTS = [
    "This e-mail and any attachments are confidential. If you are not the intended recipient, please notify the\n"
    "sender immediately and delete this e-mail.",
    "This email is confidential and intended solely for the addressee. If you have received it in error please notify\n"
    "the sender and delete it.",
    "De informatie in dit bericht is\nvertrouwelijk en uitsluitend bestemd voor de geadresseerde. Wilt u het anders\n"
    "als bericht verwijderen?",
    "This e-mail is confidential. If you are not the intended recipient, we ask you to tell us. We process data in\n"
    "accordance with our privacy notice, which explains your rights of access and erasure.",
    "Dit bericht is uitsluitend bestemd voor de geadresseerde. Heeft u het ten onrechte ontvangen, dan verzoeken wij\n"
    "u het te verwijderen. Voor correctie van uw gegevens verwijzen wij naar onze privacyverklaring.",
    "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie\n"
    "bitte sofort den Absender und vernichten Sie diese Mail.",
    "This message contains confidential information and is intended only for the individual named. If you are not the\n"
    "named addressee you should not disseminate, distribute or copy this e-mail.",
    "Ce message est confidentiel. Si vous avez reçu ce message par erreur, merci de le détruire.",
    "Este mensaje es confidencial. Si ha recibido este mensaje por error, notifíquelo al remitente.",
    "Questo messaggio è riservato. Se avete ricevuto questo messaggio per errore, siete pregati di cancellarlo.",
    "Esta mensagem é confidencial. Se recebeu esta mensagem por engano, notifique o remitente e apague-a.",
    "Niniejsza wiadomość jest poufna. Jeżeli nie są Państwo adresatem, prosimy powiadomić nadawcę i ją usunąć.",
]


@each("small", PRINTS)
@each("between", ["\n", "\nAna\n", "\nAna\n____________________\n", "\n\n"])
def test_small_print_takes_no_word_of_the_mail_with_it(small: str, between: str) -> None:
    mail = read_text(f"Hello,\n{ASK}{between}{small}", zone=UTC)
    assert new_words(mail).startswith(f"Hello,\n{ASK}")
    assert mail.parts(Zone.DISCLAIMER).split() == small.split()


@each("between", ["<hr>", "", "<table><tr><td>"])
@each("small", PRINTS)
def test_small_print_in_the_next_block_of_html(small: str, between: str) -> None:
    mail = read_text(f"<html><body><div>{ASK}</div>{between}<div>{small}</div></body></html>", zone=UTC)
    assert new_words(mail).removesuffix("________________").strip() == ASK


def test_small_print_above_a_mail_ends_with_its_own_sentence() -> None:
    mail = read_text(
        f"This e-mail is intended solely for the use of\nthe addressee, not anybody else's.\n{ASK}", zone=UTC
    )
    assert new_words(mail) == ASK


BELOW_SIGN_OFF = [
    "This message is confidential.\nIf it is not for you, delete the message.",
    "Disclaimer: This e-mail is private & confidential. No responsibility is accepted for viruses.",
    "Dit e-mailbericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde(n). Gebruik is niet toegestaan.",
    "Vertraulichkeitshinweis: Diese E-Mail ist nur für den Empfänger bestimmt. Jede Verwendung ist untersagt.",
    "AVIS DE CONFIDENTIALITÉ : ce courriel est strictement réservé à l'usage du destinataire.",
    "Este correo y sus adjuntos son de uso exclusivo del destinatario. Queda prohibida su reproducción.",
    "AVVERTENZA: il contenuto di questo messaggio è strettamente confidenziale.",
    "Esta comunicação é confidencial. Qualquer uso ou divulgação é proibida.",
    "Treść niniejszej wiadomości jest przeznaczona tylko dla adresata.",
]


@each("small", BELOW_SIGN_OFF)
def test_one_sentence_of_small_print_is_enough_below_a_sign_off(small: str) -> None:
    assert new_words(read_text(f"{ASK}\nKind regards\nAna\n{small}", zone=UTC)) == ASK


@each(
    "words",
    [
        "The email with the confidential file went to the wrong recipient.",
        "Die E-Mail mit dem vertraulichen Anhang ging an den falschen Empfänger.",
        "This message also goes to the regulator, please keep it confidential.",
    ],
)
def test_what_somebody_adds_below_their_name_is_no_small_print(words: str) -> None:
    assert words in new_words(read_text(f"{ASK}\nKind regards\nAna\n\n{words}", zone=UTC))


def test_a_request_on_the_line_of_the_small_print() -> None:
    line = f"{ASK} This e-mail is confidential. If you are not the intended recipient, notify the sender."
    assert new_words(read_text(line, zone=UTC)) == line


OWN = [
    "This email is confidential and intended solely for your DPO. Please delete my account.",
    "diese E-Mail ist vertraulich. Sie enthält vertrauliche Informationen. Wir verlangen Auskunft nach Art. 15 DSGVO.",
    "ce message est confidentiel. Toute utilisation non autorisée de nos données doit cesser.",
    "Este mensaje es confidencial y va dirigido exclusivamente a su delegado. Ejercemos el derecho de supresión.",
    "Hello, I received this message and any attachments in error: it is not about me. Please notify the sender.",
    "Ho ricevuto questa e-mail per errore e contiene informazioni riservate di un altro cliente. È una violazione.",
    "Otrzymaną omyłkowo wiadomość odsyłam, mam też powiadomić nadawcę. To jest wyciek danych.",
    "Please erase me, thanks, this email is confidential and intended solely for you",
    "I would like you\nto erase everything\nthis email is confidential and intended solely for the addressee",
    "Niniejsza wiadomość stanowi sprzeciw wobec przetwarzania danych. Treść tej wiadomości jest ostateczna.",
    "The data subject access request concerns everything, also external emails.",
    "[EXTERNAL EMAIL] We object to profiling.",
    "Mittente esterno. Quali dati avete?",
    "External email\nhow do I close the account",
    "Which data of ours came from outside your organisation, and who got it?",
    "Nasze dane trafiły do osób spoza organizacji. Korzystamy z prawa dostępu.",
    "Unsere Daten wurden einem externen Absender gegeben. Art. 17 DSGVO: alles weg damit.",
    "外部メールに私の住所がありました。",
]


@each("words", OWN)
def test_somebodys_own_words_are_no_small_print(words: str) -> None:
    assert new_words(read_text(words, zone=UTC)) == words


@each(
    "small",
    [
        "Tato zpráva je důvěrná a je určena výhradně adresátovi. Pokud jste ji obdrželi omylem, smažte ji.",
        "如果您错收了本邮件，请立即通知发件人。本邮件含有保密信息。",
    ],
)
def test_small_print_of_other_languages(small: str) -> None:
    mail = read_text(f"Žádám o výmaz, 请删除.\n\n{small}", zone=UTC)
    assert (new_words(mail), mail.parts(Zone.DISCLAIMER)) == ("Žádám o výmaz, 请删除.", small)


@each("below", ["And I want a copy.", "Please delete my account.", "We object to profiling.", "Art. 17!"])
def test_own_words_right_below_small_print(below: str) -> None:
    small = "This e-mail is confidential and intended solely for the addressee."
    mail = read_text(f"Hi,\nplease erase everything.\n{small}\n{below}", zone=UTC)
    assert new_words(mail).split("\n") == ["Hi,", "please erase everything.", below]


@each("small", ["Virus-free. www.avast.example", "This email is confidential."])
def test_a_postscript_right_below_small_print(small: str) -> None:
    mail = read_text(f"Hello\nKind regards,\nAna\n{small}\nPS: erase my photos, too.", zone=UTC)
    assert new_words(mail).split("\n")[-1] == "PS: erase my photos, too."


def test_a_rule_of_html_is_a_line() -> None:
    assert html_to_text("<div>a</div><hr><div>b</div>") == "a\n________________\nb"


LISTS = [
    '-- \nYou received this message because you are subscribed to the Google Groups "Desk" group.\n'
    "To unsubscribe from this group and stop receiving emails from it, send an email to desk+unsubscribe@g.example.\n"
    "To view this discussion visit https://groups.google.example/d/msgid/desk/1.",
    '-- \nYou received this message because you are subscribed to the Google Groups\n"Desk" group.\nTo unsubscribe '
    "from this group and stop receiving emails from it, send an\nemail to desk+unsubscribe@g.example.",
    "_______________________\nMembers mailing list\nMembers@l.example\nhttps://l.example/mailman/listinfo/members",
    "_______________________\nMembers mailing list -- members@l.example\n"
    "To unsubscribe send an email to members-leave@l.example",
    "You are receiving this because you are subscribed to all conversations. Change your notification settings",
    "Sent to you by the people of Shop via Desk. Unsubscribe from these emails.",
    "---\nYou are currently subscribed to members as: desk@shop.example\n"
    "To unsubscribe send a blank email to leave-7@l.example",
    "-- \nSie erhalten diese Nachricht, weil Sie in Google Groups E-Mails der Gruppe „Amt“ abonniert haben.\nWenn Sie "
    "sich von dieser Gruppe abmelden und keine E-Mails mehr erhalten möchten, senden Sie eine E-Mail an a+u@g.example.",
    '-- \nVous recevez ce message, car vous êtes abonné au groupe Google Groupes "Bureau".\nPour vous désabonner de ce '
    "groupe et ne plus recevoir d'e-mails le concernant, envoyez un e-mail à l'adresse bureau+u@g.example.",
    '-- \nHas recibido este mensaje porque estás suscrito al grupo "Mesa" de Grupos de Google.\nPara cancelar la '
    "suscripción a este grupo y dejar de recibir sus mensajes, envía un correo electrónico a mesa+u@g.example.",
    '-- \nHai ricevuto questo messaggio perché sei iscritto al gruppo "Banco" di Google Gruppi.\nPer annullare '
    "l'iscrizione a questo gruppo e non ricevere più le sue email, invia un'email a banco+u@g.example.",
    '-- \nVocê recebeu essa mensagem porque está inscrito no grupo "Mesa" dos Grupos do Google.\nPara cancelar '
    "inscrição nesse grupo e parar de receber e-mails dele, envie um e-mail para mesa+u@g.example.",
    '-- \nOtrzymujesz tę wiadomość, ponieważ subskrybujesz grupę dyskusyjną Google o nazwie "Biuro".\nAby anulować '
    "subskrypcję tej grupy i przestać otrzymywać z niej wiadomości, wyślij e-maila na adres biuro+u@g.example.",
    "-- \nJe ontvangt dit bericht omdat je je hebt aangemeld bij de groep 'Balie' van Google Groepen.\nAls je je wilt "
    "afmelden bij deze groep en geen e-mails meer wilt ontvangen, stuur je een e-mail naar balie+u@g.example.",
]


@each("footer", LISTS)
def test_what_a_mailing_list_adds_asks_for_nothing(footer: str) -> None:
    mail = read_text(f"Is the shop open on Monday?\n\n{footer}", zone=UTC)
    assert new_words(mail).strip("_-\n ") == "Is the shop open on Monday?"
    asked = understand(read_text(f"{ASK}\n\nAna\n\n{footer}", zone=UTC))
    assert [right.value.value for right in asked.rights] == ["erasure"]
    assert asked.email is None


@each(
    "words",
    [
        "To unsubscribe from this list",
        "To unsubscribe from this group I wrote to leave@l.example three times.",
        "How do I leave? To unsubscribe from this list, visit what?",
        "Remove the members mailing list entry of ana@x.example",
        "____\nUnsubscribe members mailing list",
        "You are currently subscribed to my data, it seems, so erase it all.",
        "See https://l.example/mailman/listinfo/members and erase the account there.",
        "Please delete what https://groups.google.example/d/msgid/desk/1 shows.",
        "Unfollow and delete the profile of ann.bell@post.example, please",
        "Sent to you by Ann Bell, who wants her account erased",
    ],
)
def test_who_begins_as_a_list_or_a_desk_does_is_heard(words: str) -> None:
    assert new_words(read_text(f"Hello.\n\n{words}", zone=UTC)).endswith(words)


CALLS = [
    "________________________\nMicrosoft Teams meeting\nJoin: https://teams.example/meet/1?p=a\nMeeting ID: 123 45\n"
    "Passcode: aB3dEf\nDownload Teams | Join on the web\nOr call in (audio only)\n+31 20 1234567,,12345678# "
    "Netherlands, Amsterdam\nLearn more | Meeting options\n________________________",
    "Microsoft Teams-Besprechung\nNehmen Sie auf dem Computer, in der mobilen App oder im Raumgerät teil\n"
    "Besprechungs-ID: 123 456 78\nKenncode: aB3dEf\nTeams herunterladen<https://t.example> | Im Web beitreten",
    "Réunion Microsoft Teams\nRejoindre la réunion maintenant<https://t.ex>\nID de réunion : 123 45\nCode secret : aB3",
    "Join Zoom Meeting\nhttps://z.example/j/123\n\nMeeting ID: 123 45\nPasscode: 98765\nOne tap mobile\n+1646558,,123#",
]


@each("call", CALLS)
def test_how_to_join_a_call_is_no_word_of_the_mail(call: str) -> None:
    assert new_words(read_text(f"{ASK}\n\n{call}", zone=UTC)).strip("_\n ") == ASK


@each(
    "words",
    [
        "Meeting ID: 123, please delete the recording of me.",
        "Passcode: of my account is lost. Meeting ID: I have none. Delete my data.",
        "Microsoft Teams meeting on Monday",
    ],
)
def test_who_speaks_of_a_call_is_heard(words: str) -> None:
    assert new_words(read_text(f"Hello.\n\n{words}", zone=UTC)).endswith(words)
