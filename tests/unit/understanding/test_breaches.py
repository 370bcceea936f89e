"""A possible breach is told by who got, saw, lost or sells what, in every language; and not by the word alone."""

from zoneinfo import ZoneInfo

from bot.understanding.breaches import teller
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Fact, Flag
from bot.understanding.training.book import UNSEEN, phrases
from bot.understanding.training.report import share
from bot.understanding.training.sources import signed_breaches
from tests.lines import each

BREACHES = [
    "You put my address in the To line of a mail to three hundred people.",
    "I can see another customer's orders in my account.",
    "My details are for sale on the dark web and only you had this address.",
    "Your employee gave my new address to my ex.",
    "I got a letter meant for someone else, with their medical results.",
    "A stranger called me and knew my order.",
    "You mailed my payslip to the whole team.",
    "A laptop with customer files was stolen from our van.",
    "We emailed his results to the wrong patient.",
    "Jullie hebben mijn adres aan mijn ex gegeven.",
    "Ik zie in mijn account de gegevens van een ander.",
    "Ik kreeg een brief die voor iemand anders bedoeld was.",
    "Mijn gegevens liggen op straat door jullie.",
    "De laptop met patiëntgegevens is gestolen.",
    "Ihr habt meine Daten an meinen Nachbarn geschickt.",
    "Ich habe die Rechnung eines anderen Kunden bekommen.",
    "Euer Mitarbeiter hat meinem Ex meine neue Adresse gegeben.",
    "Alle Empfänger der Mail waren sichtbar, auch meine Adresse.",
    "Vous avez donné mon adresse à mon ex-mari.",
    "Je vois les commandes d'un autre client dans mon compte.",
    "Vous avez envoyé mon dossier à la mauvaise personne.",
    "Le han dado mi dirección a mi exmarido.",
    "Veo los pedidos de otro cliente en mi cuenta.",
    "Han enviado mi factura a otra persona.",
    "Avete dato il mio indirizzo al mio ex.",
    "Vedo gli ordini di un altro cliente nel mio account.",
    "Deram a minha morada ao meu ex.",
    "Vejo as encomendas de outro cliente na minha conta.",
    "Podaliście mój adres mojemu byłemu mężowi.",
    "Widzę na swoim koncie zamówienia innego klienta.",
]
NONE = [
    "Our newsletter about data breaches is out.",
    "How do we train staff on data breach rules?",
    "I read about the breach at another company, please delete my data to be safe.",
    "Please send my invoice to another address.",
    "I sent my own file to my accountant; now delete it.",
    "Please forward my data to my new provider.",
    "Somebody has to call me back about my order.",
    "Please keep everyone out of my account but me, and delete the rest.",
    "I lost my phone, can IT lock it?",
    "My personal info isn't for sale, so stop selling it.",
    "Take my name off the internet, please.",
    "Pls don't reply-all to the thread, the requester is in cc!",
    "Ik wil mijn factuur op een ander adres.",
    "Graag alle beoordelingen waarin mijn naam voorkomt.",
    "Schicken Sie meine Daten bitte an meinen Anwalt.",
    "Envoyez mon dossier à mon avocat.",
    "Je vous ai prié de ne plus céder mon adresse à des tiers.",
    "Me paso a otra plataforma y necesito todo mi historial.",
    "Chiedo i dati trattati e i destinatari, nonché copia dei dati.",
    "Quero mudar a minha morada para outra casa.",
    "Proszę o kopię wszystkich moich danych.",
]


def breach(text: str) -> Fact[Flag] | None:
    return understand(read_text(text, zone=ZoneInfo("UTC"))).flagged(Flag.POSSIBLE_BREACH)


@each("text", BREACHES)
def test_who_got_or_saw_what_is_a_possible_breach(text: str) -> None:
    told = breach(text)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@each("text", NONE)
def test_the_words_alone_are_none(text: str) -> None:
    assert breach(text) is None


def test_the_words_shown_are_the_sentence_that_says_so() -> None:
    said = "Hello, I am a member since 2019. Your desk handed my file to my ex-husband. Please delete my account."
    told = breach(said)
    assert told is not None
    assert "handed my file to my ex-husband" in told.quote
    assert "member" not in told.quote


def test_the_table_fits_what_it_was_learnt_from() -> None:
    assert signed_breaches()[1] in teller().comments, "a marked line or the network changed: run `make breaches`"


def test_an_ordinary_book_raises_few_alarms() -> None:
    """Of lines by hands that it has not learnt from, where nobody complains."""
    lines = [p for p in phrases(UNSEEN) if "complaint" not in p.rights][::32]
    assert share(breach(p.text) is not None for p in lines) < 5  # about half of these may well be one


@each(
    "text",
    [
        "I accidentally emailed the customer list to the wrong supplier.",
        "I've forwarded the list of our clients to somebody by mistake, what now?",
        "Ik heb per ongeluk de ledenlijst naar een vreemde gestuurd.",
        "Per vergissing de klantgegevens doorgestuurd naar een leverancier.",
        "Ich habe aus Versehen die Kundenliste an den falschen Verteiler geschickt.",
        "J'ai envoyé par erreur le fichier clients à un fournisseur.",
        "He mandado sin querer el listado de pacientes a un proveedor.",
        "Ho inoltrato per errore i dati dei clienti a un fornitore.",
        "Enviei por engano a lista de clientes a um fornecedor.",
        "Przez pomyłkę wysłałam listę klientów do złego adresata.",
        "I lost a USB stick with patient records on the train.",
        "De laptop met klantgegevens is zoek.",
        "Der USB-Stick mit den Patientendaten ist verschwunden.",
        "On a égaré une clé USB avec les dossiers de nos patients.",
        "Hemos perdido un pendrive con los datos de los clientes.",
        "Abbiamo smarrito una chiavetta con i dati dei pazienti.",
        "Perdi uma pen USB com dados dos utentes.",
        "Zgubiłem pendrive z danymi klientów.",
    ],
)
def test_a_colleague_who_sent_a_list_astray_or_lost_it_tells_of_a_breach(text: str) -> None:
    assert breach(text) is not None


@each(
    "text",
    [
        "Please send me my customer file, I deleted it by mistake.",
        "I signed up for your newsletter by mistake, delete my data.",
        "I sent you my client data by mistake, please delete it.",
        "I lost my laptop, can you send the invoice again?",
        "Ik heb me per ongeluk ingeschreven, verwijder mijn gegevens.",
        "Ich habe aus Versehen zweimal bestellt, löschen Sie eine Bestellung.",
        "J'ai envoyé ma demande par erreur deux fois.",
        "He enviado el formulario por error, borren mis datos.",
        "Ho mandato la richiesta per sbaglio.",
        "Enviei o pedido por engano.",
        "Wysłałem formularz przez pomyłkę, usuńcie moje dane.",
        "Please take me off the customer list, I was added wrongly.",
        "Wrong size sent, customer data on the label is fine.",
    ],
)
def test_what_was_sent_or_lost_without_anybody_elses_data_is_no_breach(text: str) -> None:
    assert breach(text) is None
