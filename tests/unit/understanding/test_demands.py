"""What a court or the police demand is told as such, though it sounds like an access request; customers who only speak
of them demand nothing."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading
from tests.lines import each


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@each(
    "text",
    [
        "Court order: provide all records you hold about Tom Bell, account 4411.",
        "The court asks for the personnel file of your former employee.",
        "Vordering verstrekking gegevens: graag een kopie van alle gegevens van Jan Smit. Officier van justitie.",
        "die Polizeiinspektion Nord bittet um Mitteilung, ob ein Herr Zoltan Biro am 3.2. bei Ihnen übernachtet hat.",
        "Das Amtsgericht Fürth bittet um Klardaten zum Konto von Herrn Huber.",
        "Réquisition judiciaire : merci de nous transmettre toutes les données de M. Petit.",
        "La gendarmerie nationale vous demande de communiquer les données de M. Petit.",
        "Gendarmerie de Lyon, réquisition : copie des données de votre client Jean Petit.",
        "From: DC Hollis <hollis@northshirepolice.example>\nTo: info@shop.example\nSubject: Records\n\n"
        "In connection with an investigation we ask that you preserve log-in times of one of your users.",
        "De: Secretaria <secretaria@tribunal.example>\nEnviada: 21 de setembro de 2026\nAssunto: Ofício 5512/26\n\n"
        "Solicita-se que informem este Tribunal dos dados do titular do contrato C-90071.",
        "Komenda Powiatowa w Świeciu zwraca się o wskazanie danych kierowcy.",
    ],
)
def test_a_demand_is_told_whatever_right_it_sounds_like(text: str) -> None:
    mail = read_text(text, zone=ZoneInfo("UTC"))
    told = understand(mail).flagged(Flag.LEGAL_DEMAND)
    assert told is not None
    assert told.quote == mail.text[slice(*told.span)]


@each(
    "text",
    [
        "My tax office needs my annual statement, please send a copy of my data.",
        "Please investigate my refund, it's been three weeks.",
        "Where is my order? I want you to investigate.",
        "I will call the police if you do not delete my data!",
        "Das Finanzamt braucht meine Rechnung, bitte schicken.",
        "Je vais appeler la police si vous continuez.",
        "J'irai au tribunal.",
        "Hacienda me pide la factura, mándenmela.",
        "Mi orden no ha llegado, ¿dónde está?",
        "Chiamo la polizia se non la smettete.",
        "Vou chamar a polícia.",
        "My bike was stolen from your rack, do I tell you or the police?",
        "Die Anzeige bei der Polizei nehme ich zurück, die Karte ist wieder da.",
    ],
)
def test_customers_who_speak_of_the_police_or_an_office_demand_nothing(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is None


@each(
    "text",
    [
        "This is Thames Valley Police. Please provide all personal data you hold about your customer Tom Bell.",
        "I am writing from Kent Police. Please provide the personal data you hold about Tom Bell, DOB 1.2.1990.",
        "You are ordered by the County Court to disclose the personal data of Tom Bell.",
        "We are the Crown Prosecution Service and require disclosure of all correspondence with Mr Bell.",
        "HMRC requires the payment records of your customer Tom Bell.",
        "We were served with a warrant for customer data this morning.",
        "Please keep the data of your customer Tom Bell and do not delete anything. PC Lane, Essex Police",
        "The Spanish tax agency requests the invoices of Juan Perez.",
        "De politie verzoekt u de gegevens van de heer Smit niet te verwijderen.",
        "De rechtbank Den Haag gelast u de gegevens van de heer Jansen te verstrekken.",
        "De rechtbank beveelt u het dossier van mevrouw Jansen over te leggen.",
        "De recherche vraagt om een kopie van de gegevens van klant Smit en verzoekt niets te wissen.",
        "Als deurwaarder verzoek ik u om het adres van uw klant Smit.",
        "Amtsgericht München: Sie werden aufgefordert, Auskunft über Ihren Kunden Max Huber zu erteilen.",
        "Der Zoll fordert Sie auf, die Lohnunterlagen von Herrn Huber vorzulegen.",
        "Das Arbeitsgericht Köln gibt Ihnen auf, die Daten Ihres Mitarbeiters Huber vorzulegen.",
        "Das Hauptzollamt ersucht um Auskunft zu Ihrem Kunden Huber.",
        "La police nationale vous prie de ne pas effacer les données de M. Petit.",
        "Merci de me communiquer les données de votre client M. Petit.\n\nBrigadier-chef Durand, Commissariat de Lille",
        "L'administration fiscale vous demande les factures de M. Petit.",
        "El juzgado le ordena que aporte los datos de Juan Pérez.",
        "Aquí la Guardia Civil: envíen copia de todos los datos de su cliente Juan Pérez.",
        "La Agencia Tributaria le requiere los datos de su cliente Pérez.",
        "Il tribunale vi ordina di consegnare i dati del signor Rossi.",
        "Qui i Carabinieri di Como: inviateci una copia dei dati del vostro cliente Mario Rossi.",
        "L'Agenzia delle Entrate richiede i dati del cliente Rossi.",
        "O tribunal ordena que entreguem os dados do cliente João Silva.",
        "Aqui a GNR de Faro: enviem uma cópia dos dados do vosso cliente João Silva.",
        "Solicita-se o envio dos dados do vosso cliente João Silva. Inspetor Costa, Polícia Judiciária",
        "Sąd zobowiązuje Państwa do wydania danych Jana Nowaka.",
        "Tu policja w Opolu, proszę przesłać kopię danych Państwa klienta Jana Nowaka.",
        "Proszę o przesłanie danych osobowych Państwa klienta Jana Nowaka. asp. Anna Lis, Komisariat Policji w Opolu",
        "Sergeant Wood, Avon and Somerset Constabulary. Send me the orders of your customer Jane Doe.",
        "I'm calling from Interpol and need the travel bookings of your guest Ivan Petrov.",
        "The sheriff's office asks you to preserve the messages of user jroe.",
        "Our legal inbox got a search warrant for the mailbox of an employee.",
        "Namens het Openbaar Ministerie verzoek ik u de camerabeelden van 3 maart te bewaren.",
        "De rechter-commissaris gelast de afgifte van het dossier van de heer De Boer.",
        "Hoofdagent Bos, politie Utrecht: graag ontvang ik de gegevens van uw klant De Boer.",
        "Wir sind von der Kripo Köln und brauchen die Anschrift Ihres Kunden Meier.",
        "Gerichtsvollzieherin Braun: Bitte teilen Sie mir die Bankverbindung Ihres Kunden Meier mit.",
        "Le procureur vous demande de conserver les données de M. Roux.",
        "Capitaine de police Faure : je vous prie de communiquer l'adresse de votre cliente Mme Roux.",
        "Vous êtes tenu par ordonnance du juge de produire le contrat de Mme Roux.",
        "Somos la Policía Local y necesitamos las imágenes del 3 de marzo.",
        "La Guardia Civil pide que no se eliminen los datos de Juan Gil.",
        "Siamo la Guardia di Finanza, inviateci le fatture del vostro cliente Verdi.",
        "Commissario Neri, Polizia di Stato: servono i dati del vostro ospite Verdi.",
        "Somos da Polícia Judiciária e precisamos dos dados do vosso cliente Rui Melo.",
        "A GNR solicita as imagens do dia 3 de março.",
        "Tu Komenda Powiatowa Policji, prosimy o nagranie z 3 marca.",
        "Policja prosi, aby nie usuwać danych Państwa klienta Adama Lisa.",
        "L'huissier demande de votre client M. Paul Martin toutes les données.",
    ],
)
def test_who_writes_for_an_authority_demands_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is not None


@each(
    "text",
    [
        "You'll get a letter from my lawyer and the police!",
        "I object to your direct marketing. A court order is the next step.",
        "I placed a court order with you for tennis shoes. Where is it?",
        "You lost in court; the court orders payment to me.",
        "My subpoena T-shirt is late",
        "I am a police officer and want a copy of my own data.",
        "My husband is with the police; delete my account please.",
        "Please send me a copy of my data, I need it for the police.",
        "Police Federation magazine: please unsubscribe me",
        "My lawyer and the police know about this. Delete my data.",
        "Do not give my data to the police.",
        "Ik werk bij de politie, verwijder mijn account.",
        "Mijn advocaat en de politie weten ervan. Verwijder mijn gegevens.",
        "Ik heb een bevel tot stoppen, nee grapje: stop de nieuwsbrief",
        "Ich war bei der Polizei, schicken Sie mir eine Kopie meiner Daten.",
        "Das Gericht hat Sie verurteilt, mir 50 Euro zu zahlen.",
        "Haben Sie meine Daten an die Polizei gegeben?",
        "Der Zoll verlangt von mir eine Rechnung, bitte schicken.",
        "Je travaille à la gendarmerie, supprimez mon compte.",
        "Avez-vous donné mes données à la police ?",
        "Fui a la policía, envíenme copia de mis datos.",
        "Mi abogado y la policía ya lo saben. Borren mis datos.",
        "Sono stato dai carabinieri, mandatemi i miei dati.",
        "Il mio avvocato e la polizia sono informati. Cancellate i miei dati.",
        "O tribunal pede-me os dados, enviem uma cópia dos meus dados.",
        "O meu advogado e a polícia já sabem. Apaguem os meus dados.",
        "Byłam na policji, proszę o kopię moich danych.",
        "Mój prawnik i policja już wiedzą. Usuńcie moje dane.",
        "Sad kwitnie, usuńcie moje konto.",
        "I am inspector of taxes by profession. Unsubscribe me.",
        "The police asked me for the footage of my accident, could you send it?",
        "I need proof for the tax office, send me my invoices and my data.",
        "I am your customer Tom Bell, delete my data.",
        "Hello from Court Street 4, please remove us from your list.",
        "Please delete my criminal record check from your files.",
        "Ik heb een bekeuring van de politie gekregen, verwijder mijn kenteken.",
        "Der Zoll hat mein Paket, bitte schicken Sie mir die Rechnung.",
        "Das Gericht schmeckte nicht, bitte löschen Sie meine Bewertung.",
        "Mon frère est gendarme, désinscrivez-moi.",
        "Mi hermana trabaja en el juzgado, denme de baja.",
        "Mio zio è carabiniere, cancellatemi.",
        "Jestem Państwa klientem i chcę moich danych.",
    ],
)
def test_customers_who_name_an_authority_demand_nothing_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is None


@each(
    "text",
    [
        "De politie verzoekt u de gegevens van de heer Smit niet te verwijderen.",
        "De recherche vraagt om een kopie van de gegevens van klant Smit en verzoekt niets te wissen.",
        "La Guardia Civil pide que no se eliminen los datos de Juan Gil.",
        "The tribunal requires you to erase the record of Mr Bell.",
    ],
)
def test_an_erasure_heard_in_a_letter_of_an_authority_is_asked_about(text: str) -> None:
    reading = read(text)
    assert reading.flagged(Flag.LEGAL_DEMAND) is not None
    assert reading.unsure


def test_a_customer_who_also_names_a_court_is_asked_and_not_handed_to_the_lawyers() -> None:
    reading = read("A court order is the next step. Delete my data.")
    assert reading.flagged(Flag.LEGAL_DEMAND) is None
    assert reading.unsure or reading.rights


@each(
    "text",
    [
        "Kundin war bei der Polizei wegen Identitätsdiebstahl, will nun Auskunft.",
        "police want the order history for my fraud claim, can i get it all?",
        "klant werkt bij de politie, wil verwijderd worden",
        "Deram dados meus à polícia?",
    ],
)
def test_a_wish_that_may_be_a_customers_is_asked_about_and_does_not_go_to_the_lawyers_alone(text: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert reading.flagged(Flag.LEGAL_DEMAND) is None


@each(
    "text",
    [
        "Je suis commissaire de justice à Lyon et je requiers l'adresse de votre client M. Petit.",
        "Maître Roux, commissaire de justice. Veuillez communiquer les coordonnées de votre client M. Petit.",
        "Le commissaire de justice demande les coordonnées bancaires de votre salarié.",
        "Jestem komornikiem sądowym i wzywam do podania adresu dłużnika.",
        "Jestem komornikiem przy Sądzie Rejonowym w Gdyni, proszę o dane klienta Jana Nowaka.",
        "Piszę jako komornik sądowy, proszę o adres państwa klienta.",
        "Detective Moss, LAPD. Send me the access logs of the account.",
        "Sgt. Diaz, NYPD. We need the customer's address.",
        "Detective Cole, Chicago Police Department. I need the records of your customer.",
        "El juzgado requiere los datos de su cliente.",
        "O tribunal fica a aguardar os dados do vosso cliente João Sousa, que ora se requisitam.",
    ],
)
def test_an_officer_of_today_is_told_by_every_name(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is not None


@each(
    "text",
    [
        "El juzgado queda enfrente de vuestra tienda, borrad mis datos.",
        "El juzgado está al lado de vuestra oficina.",
        "Your shop is next to the court, isn't it?",
        "The court is next to your shop, I park there. Delete my account.",
        "De rechtbank ligt naast jullie winkel.",
        "Das Amtsgericht liegt neben Ihrer Filiale.",
        "Le tribunal se trouve en face de votre magasin.",
        "Il tribunale si trova accanto al vostro negozio.",
        "O tribunal fica ao lado da vossa loja.",
        "Sąd znajduje się obok waszego sklepu.",
        "The police station is around the corner from your shop.",
        "Jestem komornikiem z zawodu, proszę usunąć moje konto.",
        "J'ai reçu une lettre du commissaire de justice pour une dette, supprimez mon compte.",
        "I like detective novels. Delete my account.",
    ],
)
def test_where_a_court_stands_and_who_works_for_one_demands_nothing(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is None


@each(
    "text",
    [
        "We act for Mr Doyle. Unless you supply the requested material within 14 days we shall issue proceedings.",
        "La CNIL nous écrit au sujet de la plainte de Mme Petit et attend notre réponse avant le 20 mars",
    ],
)
def test_a_lawyers_demand_and_an_overseers_letter_are_for_the_legal_team(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is not None


@each(
    "text",
    [
        "What is our deadline when the ICO writes to us?",
        "Sommeer u hierbij tot betaling van de factuur, stukken als bijlage.",
        "Wzywam do usunięcia danych w terminie 7 dni.",  # a wish, however formal
    ],
)
def test_a_debt_a_wish_and_a_question_are_no_lawyers_demand(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is None
