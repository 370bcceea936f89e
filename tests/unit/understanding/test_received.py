"""The day on which a request came in, as tickets, notes and letters tell it: invented messages in eight languages."""

from datetime import date

from bot.understanding.mail import read_eml, read_text
from bot.understanding.read import understand
from bot.understanding.received import received_on
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, read

CAME_IN = [
    # the day of the line of a chat, or of the dated note, in which the wish stands
    "[09/01/2026, 14:02] Ann: hi, can you delete my number\n[10/01/2026, 09:11] Pets Ltd: Passing this on",
    "9-1-2026 16:20 - Kim: haal mij uit de lijst en verwijder mijn foto\n10-1-2026 08:58 - Salon Krul: doen we",
    "Ann Bell  9 Jan 2026 at 19:04\nplease delete my account\nJo Low  10 Jan 2026 at 08:06\nHi Ann",
    "Contact ID: C-4711\nLast activity: 02/01/2026\nNote (C. Low, 9 January 2026): customer rang, wants to be deleted",
    "Kundennr.: K-4711\nNotiz vom 09.01.2026 / UC: Kunde rief heute an, will seine Daten gelöscht haben",
    "ID cliente: C-4711\nNota 09/01/2026 (PR): el cliente llamó hoy, quiere borrar sus datos",
    '{"contact": {"id": "C-4711"}, "activity": {"type": "call", "date": "2026-01-09", "note": "wants to be deleted"}}',
    # logs of calls, voice mails, letters and mails that are told of, forms of a site
    "Call record 09/01/2026 11:32, duration 6:12\nCALLER: Stop sending me your catalogue.",
    "Zapis rozmowy 09.01.2026 godz. 16:50, konsultant Jan\nKlientka: Usuńcie moje dane.",
    'Voicemail left 9 January 2026 at 17:22\n"Please delete my data."',
    "Répondeur 09/01/2026 18:33\n« Effacez mes données. »",
    "Letter, date stamp 9 January 2026: Ann Bell wants a copy of her file. Reply by 9 February.",
    "Burofax fechado el 2 de enero, entró el 9 de enero de 2026: Ana Gil quiere sus datos.",
    "Mail ist am 9. Januar 2026 eingegangen von Ann Bell (ann@x.example), sah sie heute: Sie will gelöscht werden.",
    "Mail arrivata il 9 gennaio 2026 da Anna Bo (anna@x.example), la apro solo oggi: vuole cancellare i dati.",
    "Aanvraag via de website op 9 januari 2026, 09:12\nNaam: Ann Bell\nVerzoek: inzage in mijn dossier",
    "Sie haben eine neue Anfrage (09.01.2026 16:12)\nName: Ann Bell\nAnliegen: löschen Sie meine Daten",
    "REQ0055219 | Vence: 06/03/2026\nNotificado el: 09/01/2026 12:31\nPide que se destruya su currículum.",
    "INGEKOMEN 9 januari 2026\n\nAnn Bell\nGroningen, 2 januari 2026\n\nGeachte heer, wis mijn gegevens.\n\nAnn Bell",
    "Neue Nachricht über das Kontaktformular\n\nGesendet am: 9. Januar 2026, 13:44 Uhr\n\nLöschen Sie mich.",
    "Nuovo messaggio dal modulo di contatto\n\nInviato il: 9 gennaio 2026, 13:44\n\nCancellate i miei dati.",
    "Ticket #481516\nStatus: wartend\nFällig: 12.03.2026\nEröffnet: 09.01.2026 09:30\n\nSie will gelöscht werden.",
    "Arrivata il 09/01/2026 via PEC. Richiedente: Ettore Basile. Chiede la cancellazione dei dati.",
    "Arrived on 9 January 2026 by post. Requester: Tom Bell. Wants his data deleted.",
    "Arrivée le 09/01/2026 par courrier. Demandeur : Jean Roy. Veut l'effacement de ses données.",
    "Llegó el 09/01/2026 por correo. Solicitante: Juan Gil. Quiere que borremos sus datos.",
    "Chegou a 09/01/2026 por correio. Requerente: João Melo. Quer apagar os seus dados.",
    "Incidencia 77810 // clienta pide ver grabaciones de sus llamadas // Bilbao // entrada 09/01/2026",
    # How notes of a desk and data of a system say it
    "CS0048812 // usr j.bell@x.example wants his data deleted // Dublin // rcvd 9-Jan-2026",
    "Ticket 88213077 / opened 09 Jan 2026 / contact: Ann Bell / wants a copy of her data",
    "FD-20118: former employee Ann Bell wants all her data, in by post 9 January 2026",
    "INC-44101: cliente dice que su apellido está mal, corregir por favor. Llega 09/01/2026",
    "TCK-44771: klant wil al haar gegevens weg. Komt binnen 09-01-2026",
    "TIC-44771: Kundin will alle Daten gelöscht haben. Eing.: 09.01.2026",
    "Ticket 44771: la cliente vuole che i suoi dati siano cancellati, pervenuta l'09/01/2026",
    '{"ticket_id":"T-55902","created_at":"2026-01-09T10:00:00Z","text":"please delete all my data"}',
    '{"user":{"created_at":"2025-03-01T10:00:00Z"},"ticket":{"id":55902,"created_at":"2026-01-09T10:00:00Z"},'
    '"text":"please delete all my data"}',
    "Logged 9 Jan '26: wants a copy of her data",
    "Ticket 481516\nCaller Mrs Bell rang on 9 January 2026, wants a copy of her data.",
    "Caller rang on 9 January 2026, wants a copy of her data.",
    "Ticket 481516\nHanding over. Caller ann.bell@post.example rang on 9 January 2026: wants a copy of her data.",
    "Had a Mrs Bell on the line, 9 January 2026, wants a copy of her data.",
    "Mevr. aan de lijn op 9 januari 2026: wil een kopie van haar gegevens.",
    "Anruferin rief am 9. Januar 2026 an und will eine Kopie ihrer Daten.",
    "Eben Frau Lind am Apparat, 09.01.2026: will eine Kopie ihrer Daten.",
    "Cliente au téléphone le 9 janvier 2026, veut une copie de ses données.",
    "Cliente al teléfono, 9 de enero de 2026: quiere una copia de sus datos.",
    "Sig.ra Bruni al telefono il 9 gennaio 2026: vuole una copia dei suoi dati.",
    "Cliente ao telefone em 9 de janeiro de 2026, quer uma cópia dos seus dados.",
    "Klientka przy telefonie 9 stycznia 2026, chce kopię swoich danych.",
    "Hi team, had Mrs Bell on the line, 9 January 2026, wants her data deleted.",
    "Mrs Bell is on the phone, 9 January 2026. Wants her data deleted.",
    "Ticket 481516: Mrs Bell on the line on 9 January 2026, wants her data.",
    "Ticket 481516. SLA clock started 9 Jan 2026 09:12. Wants a copy of her data.",
    "Ticket 481516 / Telefonat vom 9. Januar 2026\nWill eine Kopie ihrer Daten.",
    "RECEIVED ON ........ 9 January 2026\nWants a copy of her data.",
    "Ref 88-120 | in: 2026-01-09 | lang: en\nWants a copy of her data.",
    "Arrived: 9 January 2026\nWants a copy of her data.",
    "Info: phoned 9 Jan 2026, 15:20. Ticket 481516. Wants a copy of her data.",
    "Ticket 481516. Call received 9 January 2026. Wants a copy of her data.",
    "Source: web form, 09/01/2026\nWants a copy of her data.",
    "Date of receipt: 9 January 2026\nWants a copy of her data.",
    "Melding 481516 van 09-01-2026\nWil een kopie van haar gegevens.",
    "Ticket 481516. Gebeld op 9 januari 2026. Wil een kopie van haar gegevens.",
    "Datum binnenkomst: 9 januari 2026\nWil een kopie van haar gegevens.",
    "Ticket 481516 - email from customer: 9 January 2026 - delete my data",
    "Ticket 481516 - Zeitpunkt: 9.1.2026 - bitte löschen Sie meine Daten",
    "Bron: webformulier, 09-01-2026\nWil een kopie van haar gegevens.",
    "Telefonnotiz 09.01.26: Ticket 481516, will eine Kopie ihrer Daten.",
    "Eingangsdatum: 9. Januar 2026\nWill eine Kopie ihrer Daten.",
    "Quelle: Webformular, 09.01.2026\nWill eine Kopie ihrer Daten.",
    "Ticket 481516. Kam am 9. Januar 2026 per Post. Will eine Kopie ihrer Daten.",
    "Date de réception : 9 janvier 2026\nVeut une copie de ses données.",
    "Ticket 481516. Appel reçu le 9 janvier 2026. Veut une copie de ses données.",
    "Canal : formulaire web, 09/01/2026\nVeut une copie de ses données.",
    "Ticket 481516. Arrivée le 9 janvier 2026. Veut une copie de ses données.",
    "Fecha de recepción: 9 de enero de 2026\nQuiere una copia de sus datos.",
    "Ticket 481516. Llamada recibida el 9 de enero de 2026. Quiere una copia de sus datos.",
    "Ticket 481516. Llegó el 9 de enero de 2026 por correo. Quiere una copia de sus datos.",
    "Origen: formulario web, 09/01/2026\nQuiere una copia de sus datos.",
    "Data ricezione: 09/01/2026 09:12\nVuole una copia dei suoi dati.",
    "Ticket 481516. Telefonata del 9 gennaio 2026. Vuole una copia dei suoi dati.",
    "Canale: sito, 09/01/2026\nVuole una copia dei suoi dati.",
    "Ticket 481516. Arrivata il 9 gennaio 2026 via PEC. Vuole una copia dei suoi dati.",
    "Data de receção: 9 de janeiro de 2026\nQuer uma cópia dos seus dados.",
    "Ticket 481516. Chamada recebida em 2026-01-09. Quer uma cópia dos seus dados.",
    "Origem: formulário, 09/01/2026\nQuer uma cópia dos seus dados.",
    "Ticket 481516. Chegou a 9 de janeiro de 2026. Quer uma cópia dos seus dados.",
    "Data wpływu: 9 stycznia 2026. Chce kopię swoich danych.",
    "Ticket 481516. Rozmowa odebrana 09.01.2026. Chce kopię swoich danych.",
    "Źródło: formularz, 09.01.2026\nChce kopię swoich danych.",
    "Wpłynęło dnia 9 stycznia 2026 r. pocztą. Chce kopię swoich danych.",
    "Anrufprotokoll | Frau Lind | 09.01.2026 11:17\nWill eine Kopie ihrer Daten.",
    "Task 77-20\nInfo: called 9 Jan 2026, 15:20. Wants a copy of her data.",
    "Gespreksverslag\nGebeld op 9 januari 2026. Wil een kopie van haar gegevens.",
    "Notatka z rozmowy 09.01.2026\nChce kopię swoich danych.",
    "Case 4471\nDate/Time Opened: 9 January 2026 9:41 AM\nWants a copy of her data.",
    "Ticket 481516 (reopened 9 January 2026)\nWants a copy of her data.",
    "Binnengekomen per post op vrijdag 9 januari 2026. Wil een kopie van haar gegevens.",
    "Ticket 481516, letter stamped received 9 January 2026, scanned on 12 January 2026\nWants a copy of her data.",
]
OF_SOMETHING_ELSE = [
    # nobody knows whether a later day of a chat is the first on which it was asked
    "[08/01/2026, 14:02] Shop: your appointment is tomorrow\n[09/01/2026, 09:11] Ann: please delete my data",
    "Note 9 January 2026 (AB): customer rang last week, wants her data deleted",
    "Note 9 January 2026 (AB): customer called about an invoice\n\nShe wants her data deleted.",
    "Email to Ann Bell sent 9 January 2026, she wants her data deleted",
    "Letter to Ann Bell, 9 January 2026: she now wants her data deleted",
    "Brief kam am 9. Januar 2026 zurück, Ann Bell will gelöscht werden",
    "[08/01/2026, 10:00] Shop Sol: Sale! Reply STOP to unsubscribe\n[09/01/2026, 11:00] Ann: delete my account please",
    "Wants her notes of the 9 January 2026 appointment corrected before her op.",
    "ZD-44771: customer wants her data deleted, refers to our mail of 9 January 2026",
    "ZD-44771: customer wants her data deleted / contract opened 9 January 2026 / vip",
    "Ticket 44771: cliente quiere borrar sus datos, el paquete llegó el 09/01/2026",
    '{"user":{"created_at":"2026-01-09T10:00:00Z","name":"Ann Bell"},"text":"please delete all my data"}',
    "Customer called on 3 March 2026 about an invoice. Wants a copy of all her data now.",
    "Frau Lind am Telefon am 9.1.2026 sagte uns, unsere Daten werden gelöscht. Bitte löschen.",
    "Lady on the phone, 3 March 2026, was very rude. Delete everything you have.",
    "Compré en línea el 3 de marzo de 2026 unos zapatos. Borren mis datos.",
    "Commandé en ligne le 3 mars 2026. Effacez mes données.",
    "Hablé por teléfono el 3 de marzo de 2026. Borren mis datos.",
    "Spoke on the phone on 9 January 2026. Delete my data.",
    "Barclays on the phone on 9 January 2026 knew my address. Delete my data.",
    "A man on the phone on 9 January 2026 told me you have my data.",
    "Frau Lind am Telefon am 09.01.2026 hat mir die Löschung versprochen. Bitte löschen Sie meine Daten.",
    "Mme Kerbrat au téléphone le 9 janvier 2026 m'a promis la suppression.",
    "Pan przy telefonie 9 stycznia 2026 znał moje nazwisko. Usuńcie dane.",
    "Caller rang on 3 March 2026 pretending to be you and knew my name. Delete my data.",
    "Caller rang on 9 January 2025 already and rings again today, wants her data.",
    "Your Mr Bell on the phone on 9 January 2026 was rude. Send me my data.",
    "I had your colleague on the phone on 9 January 2026. Send me my data.",
    "Hallo, ik had jullie Kees aan de lijn op 9 januari 2026. Stuur mijn gegevens.",
    "J'ai eu M. Laurent au téléphone le 9 janvier 2026, rien n'a bougé. Effacez mes données.",
    "Please send me my data. A caller rang on 9 January 2026 and knew my name.",
    "Send me my data.\nCaller Mrs Bell rang on 9 January 2026 and knew my name.",
    "Ticket 481516\nCaller Mrs Bell, whom we called on 9 January 2025, wants her data deleted.",
    "Ticket 481516\nCaller wants a copy. Our salesman called on 9 January 2026.",
    "Ticket 481516\nCaller Mrs Bell was called on 9 January 2026 by an ad firm. Delete her.",
    "Ticket 481516\nAnrufer sagt, unser Vertrieb rief an am 9. Januar 2026.",
    "Order 88120 / date: 9 January 2026 / please delete my data",
    "The 14-day clock started on 9 January 2026 when I bought it. Delete my data.",
    "My SLA clock started 9 January 2026 under my contract. Delete my account.",
    "Llegó el 3 de marzo de 2026 un SMS vuestro. Borren mis datos.",
    "Chegou a 3 de março de 2026 um pacote vosso. Apaguem os meus dados.",
    "Kam am 3. März 2026 schon wieder Werbung. Löschen Sie meine Daten.",
    "Przyszła 3 marca 2026 reklama od was. Proszę usunąć moje dane.",
    "The invoice was received on 3 March 2026. Please delete my data.",
    "My parcel was only received on 3 March 2026. Please delete my data.",
    "We have received your answer on 3 March 2026. Delete my data.",
    "You called on 3 March 2026, delete my number.",
    "I called 3 March 2026 and nobody helped. Delete my data.",
    "De factuur is ontvangen op 3 maart 2026. Verwijder mijn gegevens.",
    "Die Rechnung ist eingegangen am 3. März 2026. Löschen Sie meine Daten.",
    "La facture a été reçue le 3 mars 2026. Supprimez mes données.",
    "La factura fue recibida el 3 de marzo de 2026. Borren mis datos.",
    "La fattura è stata ricevuta il 3 marzo 2026. Cancellate i miei dati.",
    "A fatura foi recebida em 3 de março de 2026. Apaguem os meus dados.",
    "Faktura wpłynęła 3 marca 2026. Proszę usunąć moje dane.",
    "Nous avons reçu votre lettre le 3 mars 2026. Supprimez mes données.",
    "J'ai reçu le 3 mars 2026 une publicité. Supprimez mes données.",
    "Data zakupu: 3 marca 2026. Proszę usunąć moje dane.",
    "Date d'achat : 3 mars 2026. Supprimez mes données.",
    "Fecha de compra: 3 de marzo de 2026. Borren mis datos.",
    "Datum aankoop: 3 maart 2026. Verwijder mijn gegevens.",
    "Kaufdatum: 3. März 2026. Löschen Sie meine Daten.",
    "Betreff: unser Telefonat vom 3. März 2026\n\nBitte löschen Sie meine Daten.",
    "Data di acquisto: 3 marzo 2026. Cancellate i miei dati.",
    "Data da compra: 3 de março de 2026. Apaguem os meus dados.",
    "I'm in: 2026-03-03 is when I joined. Delete my data.",
    "Ich kam am 3. März 2026 zu Ihnen. Löschen Sie meine Daten.",
    "Mijn kat is geboren op 3 maart 2026. Verwijder mijn gegevens.",
    "The newsletter arrived on 3 March 2026. Delete my data.",
    "Ihre Werbung kam am 3. März 2026. Löschen Sie meine Daten.",
    "Your ad was sent on 3 March 2026. Delete my data.",
    "Recibí el 3 de marzo de 2026 un SMS. Borren mis datos.",
    "Ik ontving op 3 maart 2026 reclame. Verwijder mijn gegevens.",
    "The parcel never came. Received: nothing. Ordered 3 March 2026. Delete my data.",
    "I joined in 2024. On 3 March 2026 I left. Delete my data.",
    "Arrived on 3 March 2026 broken, wants his data deleted.",
    "Arrived on 3 March 2026, my parcel. Delete my data.",
    "Arrived on 3 March 2026, broken. Please refund and delete account.",
    "Ticket 481516: customer says the letter was sent on 3 March 2026. Delete her data.",
    "Ticket 481516: she called us on 3 March 2026 and nobody answered. Delete her data.",
    "El pedido llegó el 3 de marzo de 2026 roto. Borren mis datos.",
    "Received my order on 3 March 2026, broken. Please delete my data.",
    "Date of my last order: 3 March 2026. Delete my data.",
    "Ticket 481516: account opened 3 March 2026, customer wants it gone",
    "Ticket 481516: Konto wurde angelegt am 3. März 2026, Kundin will Löschung",
    "Ticket 481516: rekening geopend 3 maart 2026, klant wil inzage",
    "Ticket 481516 : compte ouvert le 3 mars 2026, veut tout effacer",
    "Ticket 481516: cuenta creada el 3 de marzo de 2026, quiere borrarla",
    "Ticket 481516: conto aperto il 3 marzo 2026, vuole la cancellazione",
    "Ticket 481516: conta criada em 3 de março de 2026, quer apagar tudo",
    "Ticket #481516\nClosed: 5 March 2026\nDue: 12 March 2026\nCustomer: Ann Bell\n\nWants her data deleted.",
    "Ticket #481516\nGeschlossen: 05.03.2026\nFällig: 12.03.2026\nKunde: Ann Bell\n\nSie will gelöscht werden.",
    "Zgłoszenie #481516\nTermin: 12.03.2026\nKlient: Ann Bell\n\nChce usunięcia swoich danych.",
]


@each("text", CAME_IN)
def test_what_a_note_or_a_form_says_of_the_day(text: str) -> None:
    received = read(text).received
    assert received is not None
    assert received.value == date(2026, 1, 9)
    assert read(text).text[slice(*received.span)] == received.quote


@each("text", OF_SOMETHING_ELSE)
def test_the_day_of_something_else_is_not_that_of_receipt(text: str) -> None:
    assert read(text).received is None


@each("piece", ["received ....", "source: web ", "invoice of x ", "call on ", "| in: ", "date of ", " "])
def test_long_texts_take_time_in_proportion(piece: str) -> None:
    def read(size: int) -> None:
        mail = read_text(f"hello\n{piece * (size // len(piece))}\nbye 2025", zone=AMSTERDAM)
        received_on(mail, None, ticket=True)

    assert in_proportion(read)


@each(
    ("sender", "words", "day"),
    [
        ("Sam Fox <sam@northloop.example>", "Request of Ann Bell, received 9 January 2026: delete her data.", 9),
        ("Sam Fox <sam@northloop.example>", "Please delete my data. I received the contract on 9 January 2026.", 12),
        ("Ann Bell <ann@bell.example>", "Please delete my data. I received your letter on 9 January 2026.", 12),
        ("Desk <support@northloop.example>", "Name: Ann Bell\nDelete my data. Letter received 9 January 2026.", 12),
    ],
)
def test_a_colleague_tells_in_a_mail_that_it_came_in_earlier(sender: str, words: str, day: int) -> None:
    head = f"From: {sender}\nTo: privacy@northloop.example\nDate: Mon, 12 Jan 2026 10:15:00 +0100\nSubject: Data\n\n"
    reading = understand(
        read_eml((head + words).encode(), zone=AMSTERDAM), own_domains=frozenset({"northloop.example"})
    )
    assert reading.received is not None
    assert reading.received.value == date(2026, 1, day)


@each("announced", ["Ann Bell <ann@bell.example> wrote:", "From: Ann Bell <ann@bell.example>\nSubject: x"])
def test_the_day_on_which_a_colleague_handed_it_on_is_not_that_of_receipt(announced: str) -> None:
    head = "From: Sam Fox <sam@northloop.example>\nDate: Mon, 12 Jan 2026 10:15:00 +0100\nSubject: Fwd: Data\n\nFYI"
    mail = read_eml(f"{head}\n\n{announced}\n\n> Please delete my data.\n> Ann".encode(), zone=AMSTERDAM)
    assert mail.forwarded
    assert received_on(mail, date(2026, 2, 1)) is None


def test_a_machine_may_pass_on_what_came_in_earlier() -> None:
    head = "From: Form <noreply@northloop.example>\nDate: Mon, 12 Jan 2026 10:15:00 +0100\nSubject: Form"
    words = "From: Ann Bell <ann@bell.example>\nSubject: x\n\nPlease delete my data. Received on 9 January 2026."
    received = understand(read_eml(f"{head}\n\n{words}".encode(), zone=AMSTERDAM)).received
    assert received is not None
    assert received.value == date(2026, 1, 9)


@each(
    "said",
    [
        "Note 3 February 2026 (AB): customer rang about a bill. Today Ann Bell (ann@bell.example) wants to be deleted",
        "Bestellformular\nName: Anna Berg\nVersandt: 3. Februar 2026\nArtikel: Buch\nBitte löschen Sie meine Daten",
        "Letter: arrived 3 February 2026 at her old address. She wants her data deleted",
        "Brief: aangekomen 3 februari 2026 bij klant. Zij wil haar gegevens verwijderd",
        "Segnalato il 3 febbraio 2026 ai carabinieri. Cancellate i miei dati",
        "Arrived on 3 February 2026 from London. I want my data deleted",
    ],
)
def test_a_day_of_something_else_is_no_day_of_receipt(said: str) -> None:
    assert read(said).received is None
