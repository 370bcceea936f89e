"""Whose name and phone it is, by labels, details in brackets, relatives and spellings: invented messages."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Reading
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, OWN


def _read(text: str) -> Reading:
    return understand(read_text(text, zone=AMSTERDAM), own_domains=OWN)


@each(
    ("said", "name"),
    [
        # who fills in a form for another, who asks in a chat, who shares a surname with a firm
        (
            "Contact form\nYour name: Armand Low\nName of the person: Leonie Low\nPlease correct her birth date",
            "Leonie Low",
        ),
        ("Parent's name: Gareth Pugh\nChild's name: Tess Pugh\nMessage: please delete her account", "Tess Pugh"),
        ("Ihr Name: Murat Kaya\nName der betroffenen Person: Elif Kaya\nAnliegen: ihre Fotos löschen", "Elif Kaya"),
        ("Su nombre: Raúl Gil\nNombre de la persona interesada: Vega Gil\nSolicitud: quitar sus fotos", "Vega Gil"),
        (
            "[04/05/2026, 14:02] Siobhan: can you delete my number\n[04/05/2026, 14:05] Pets Galore: Passing it on",
            "Siobhan",
        ),
        (
            "[04/05/2026, 14:02] Emma: Mrs Bell wants out of the list\n[04/05/2026, 14:05] Joe: which list?\n"
            "[04/05/2026, 14:06] Emma: the newsletter. delete her address",
            "Bell",
        ),
        ("12/06/2026 19:22 - Nerea: quiero borrar mi cuenta\n15/06/2026 09:01 - Tienda Sol: Hola Nerea!", "Nerea"),
        (
            "Studio legale Castelli e Valli\nIn nome e per conto del nostro assistito, sig. Ernesto Valli, chiediamo "
            "i suoi dati.",
            "Ernesto Valli",
        ),
        ("Olivia St. Clair wants a copy of her data", "Olivia St. Clair"),
        ("Als Nachlasspfleger für die verstorbene Irma Petz bitte ich um Auskunft.\n\nJens Haupt", "Irma Petz"),
        # whose it is, by a label or a calling
        ("Delete my data. Wallet owner: Osric Tandy, customer ref C-0098", "Osric Tandy"),
        ("O segurado Telmo Rebelo quer ver os seus dados. Mediador: Paula Serra, código 3318.", "Telmo Rebelo"),
        ("De verzekerde Sjoerd Wolting wil inzage. Tussenpersoon: Paul Maas.", "Sjoerd Wolting"),
        ("Der Kontoinhaber Eckbert Lahn will Auskunft. Vermittler: Paul Maas.", "Eckbert Lahn"),
        ("L'assurée Ghislaine Morvan veut ses données. Courtier : Paul Masson.", "Ghislaine Morvan"),
        ("La asegurada Fermina Lago pide sus datos. Mediador: Pablo Mora.", "Fermina Lago"),
        ("L'assicurato Ruggero Dolci chiede i suoi dati. Operatrice: Rita Fonti.", "Ruggero Dolci"),
        ("Ubezpieczony Zbigniew Kruk prosi o dane. Doradca: Anna Nowak.", "Zbigniew Kruk"),
        ("Klient: p. Celina Wrona (34 lat), chce usunąć swoje dane", "Celina Wrona"),
        ("Escalated by: Maura Pike (Tier 2)\n\nA Mr Fintan Doyle says his data were shown.", "Fintan Doyle"),
        ("LOG / T-11\n\nPhoned: Eoin Ó Laoire, his account is 70-4. He wants it erased.", "Eoin Ó Laoire"),
        # who is told of by a number behind the name
        ("The guy from the shop (Osric Tandy, Leeds, client 5-00) wants his data deleted", "Osric Tandy"),
        ("Spoke to Mr Tolly Quick, phone 028 9496 0310. He wants his data erased.", "Tolly Quick"),
        ("Spoke to Ann Bell last week, she said you would delete my data. Tom Hill", "Tom Hill"),
        # behind the number of a ticket
        ("70992 Ned Farrow, erasure", "Ned Farrow"),
        ("70996 Nils Farber, Löschung. Eingegangen 24.2.", "Nils Farber"),
        # who only told somebody to write, or works for the firm
        ("Please delete my data. Mr Daniel Roper told me to write again.\n\nSincerely\nWendell Price", "Wendell Price"),
        (
            "Cancellate i miei dati. Il dott. Daniele Ro mi ha detto di scrivere.\n\nSaluti\nGuglielmo Po",
            "Guglielmo Po",
        ),
        ("I opt out of any sale of my data. Ms Paula Dean in your office agreed.\n\nMarcus Bright", "Marcus Bright"),
        # relatives
        ("My son Toby Fenn used your app on my tablet. Delete everything about him. Rachel Fenn", "Toby Fenn"),
        ("Mio figlio Tommaso Feni ha usato il mio tablet. Cancellate tutto su di lui. Rachele Feni", "Tommaso Feni"),
        ("Mi hijo Tomás Fenoll usó mi tableta. Borren todo sobre él. Raquel Fenoll", "Tomás Fenoll"),
        ("Ha chiamato la mamma di Ilda Sforza (12 anni). Si chiama Marta Conti. Cancellate i video.", "Ilda Sforza"),
        ("Der Vater, Herr Karl Lahn, schreibt für seinen Sohn Tjark Lahn (11): Konto löschen.", "Tjark Lahn"),
        ("Matka, pani Anna Kruk, w imieniu córki (Iga Kruk, lat 6). Prosi o kopię danych.", "Iga Kruk"),
        ("En qualité de tutrice de mon frère majeur, Loup Morvan, effacez ses données.", "Loup Morvan"),
        # how a name is to be written
        ("You've got my name as Fiona MacBryde. It's MacBride. Please fix.", "Fiona MacBride"),
        ("I am now Ann Bell-Hill, not Ann Bell. Please change it.\n\nThanks\nAnn Bell-Hill", "Ann Bell-Hill"),
        ("No cartão apareço como Sra. Ana Carvalhal e é Ana Carvalhais. Podem corrigir?", "Ana Carvalhais"),
        ("Please transfer the data of Ann Bell to Garmin", "Ann Bell"),
        ("Please correct my surname: it used to be Ann Bell and is now Ann Hill.", "Ann Hill"),
        # what is a name, and what is none
        ("You shared my data with Ann Low (ann@a.example). I complain. Bram Tol", "Bram Tol"),
        ("Please check with Ann Low (ann@a.example), she wants her account deleted. Bram Tol", "Ann Low"),
        ("Ticket;Kunde;Bearbeiter;Text\n4471;Edda Ilves;Karl Frank;Bitte löschen Sie meine Daten", "Edda Ilves"),
        ("| Handler | Customer | Ask |\n|---|---|---|\n| Karl Frank | Edda Ilves | delete my data |", "Edda Ilves"),
        ("Under Kenya law I am entitled to see what you keep on me.", None),
        ("IRIS DE JONG WIL UIT HET BESTAND", "IRIS DE JONG"),
        ("JOSÉ LUIS MARTÍN QUIERE DARSE DE BAJA", "JOSÉ LUIS MARTÍN"),
        ("Paris Holloway, customer, wants her data.", "Paris Holloway"),
        ("Uma Patel, membership no. GB-4410-22, wants deletion.", "Uma Patel"),
        ("Tan Mei Ling from Singapore wants a copy of her data", "Tan Mei Ling"),
        ("Wei An (account NL-204418) asked in chat to have his data wiped.", "Wei An"),
        ("My name is Nguyen Thi Mai, send all data about me.", "Nguyen Thi Mai"),
        ("Andrés Mejía de Medellín, Colombia, pide conocer su información.", "Andrés Mejía"),
        ("ich will alles löschen, bin die Regula Moser", "Regula Moser"),
        ("Send me my recipes. My code is VN-20, Trần Thị Vân", "Trần Thị Vân"),
        ("graag alles verwijderen. ik ben joris wal, joris.wal@x.example", "Joris Wal"),
        ("please lock my data until it is sorted. peter wozniak", "Peter Wozniak"),
        ("Graag een kopie van mijn gegevens.\n\nAnna K.", "Anna K."),
        ("Peço os meus dados.\n\nCumprimentos,\nEng.º Baltazar Moura\nCoimbra", "Baltazar Moura"),
        ("Cancellate i miei dati.\n\nEliseo Brandi\nVicolo Stretto 6, Treviso", "Eliseo Brandi"),
        ("Namens mijn cliënt, de heer Ruben Tolsma te Drachten, verzoek ik om zijn dossier.", "Ruben Tolsma"),
        ("Die Kontonummer steht auf der Rückseite des Umschlags. Löschen!\n\nEugen Marx", "Eugen Marx"),
        ("Please wipe my profile.\n\nHedda Lund\ncustomer no. 88-204-1", "Hedda Lund"),
        ("Please wipe my profile.\n\nHedda Lund\nsupport plan 4", "Hedda Lund"),
        ("The Hedda Lund team lost my file, please send me a copy.", None),
        ("Solicito una copia de mis datos.\n\nDª Remedios Pastor", "Remedios Pastor"),
        ("Dª Remedios Pastor pide que se borren sus datos.", "Remedios Pastor"),
        ("A Sr.ª Graça Pinhal pede acesso aos seus dados.", "Graça Pinhal"),
        ("Mª Remedios Pastor pide que se borren sus datos.", "Mª Remedios Pastor"),
        ("Bitte alles zu mir löschen, Silke vom Empfang weiß Bescheid", None),
    ],
)
def test_whose_name_it_is(said: str, name: str | None) -> None:
    fact = _read(said).name
    assert (fact.value if fact else None) == name


def test_the_name_a_mail_is_to_be_changed_to() -> None:
    said = (
        "Od: Ewa Sobczak <e.sobczak@lipa.example>\nDate: wt., 11 mar 2025 o 07:15\nSubject: nazwisko\n"
        "To: <kontakt@northwind.example>\n\nPo rozwodzie proszę zmienić w systemie Sobczak na Gajda."
    )
    fact = _read(said).name
    assert fact is not None
    assert fact.value == "Ewa Gajda"


FORM = "Name:\nAnn Bell\n\nEmail:\nann@bell.example\n\nBody:\nPlease delete my data."


@each(
    ("sender", "words", "name"),
    [
        ("Kettle Shop <mailer@shop.example>", FORM, "Ann Bell"),
        ("Tom Hill (Jira) <jira@shop.example>", "Rapporteur: Ann Bell\nEffacez toutes mes données.", "Ann Bell"),
        ("Ann Bell from Bell Foods <notifications@desk.example>", "Please delete my data.", "Ann Bell"),
        ("Ann Bell <info@bell.example>", "Please delete my data. You gave it to Tom Hill.", "Ann Bell"),
        ("M. Jansen <info@jansen.example>", "Graag mijn account verwijderen.", "M. Jansen"),
        ("M. Dupont <info@jansen.example>", "Merci de supprimer mon compte.", "Dupont"),
    ],
)
def test_who_wrote_what_comes_from_a_mailbox_of_no_person(sender: str, words: str, name: str) -> None:
    mail = read_text(f"From: {sender}\nDate: 3 March 2026 10:15\nSubject: Hello\n\n{words}", zone=AMSTERDAM)
    found = understand(mail, own_domains=OWN).name
    assert found is not None
    assert found.value == name


@each(
    ("said", "phone"),
    [
        ("Correct my phone, you have 07700 900 41. It should be 07700 900 417. Ann Bell", "07700 900 417"),
        ("La clienta quiere que alguien la llame al 55 5550 4412 y que borren sus datos.", "55 5550 4412"),
        ("Ayer llamé al 923 555 144 y nadie contesta. Borren mis datos.", None),
        ("En nombre de mi madre, Ana Ruiz: dejen de llamarla al 923 555 144, borren sus datos.", "923 555 144"),
        ("Ma mère, Marie Petit : cessez de l'appeler au 06 12 34 56 78, supprimez ses données.", "06 12 34 56 78"),
        ("Unsere Tochter Ida Lahn (15) bekommt SMS auf 0151 5550 1444. Ihr Konto löschen!", "0151 5550 1444"),
        ("Mum is Olive Brand, 01792 555 0144. I have power of attorney, delete her data.", "01792 555 0144"),
        ("I act for my mother, Olive Brand. Reach me on 01792 555 0144. Delete her data.", None),
        ("My boy Kofi Stone is 6, delete his photos. I am his mum Efua, 07700 900 466", None),
    ],
)
def test_whose_phone_it_is(said: str, phone: str | None) -> None:
    fact = _read(said).phone
    assert (fact.value if fact else None) == phone


@each(
    ("said", "name"),
    [
        (
            "hello yes um this is barbara finch calling again i would like all my details deleted please",
            "Barbara Finch",
        ),
        ("hi this is owen pritchard I'm ringing because I want to see all my data", "Owen Pritchard"),
        ("ja hallo met jan terpstra ik wil graag weten wat jullie over mij hebben staan", "Jan Terpstra"),
        ("goedemiddag u spreekt met annie dekker mijn telefoonnummer is veranderd pas dat aan", "Annie Dekker"),
        ("ja guten tag hier ist frau seidel ich möchte dass sie meine daten löschen danke", "Seidel"),
        ("hallo hier spricht uwe brinkmann aus hannover löschen sie bitte meine daten", "Uwe Brinkmann"),
        ("bonjour ici sylvie moreau je veux supprimer mes données", "Sylvie Moreau"),
        ("hola soy manuel rubio no me manden más publicidad gracias", "Manuel Rubio"),
        ("buongiorno sono rita colombo vorrei che cancellaste i miei dati grazie", "Rita Colombo"),
        ("olá sou o pedro lima quero que apaguem os meus dados", "Pedro Lima"),
        ("dzień dobry z tej strony anna nowak proszę usunąć moje dane", "Anna Nowak"),
        ("hi this is jo bell from support, a customer wants all her data deleted", None),
        ("this is mark my words a disgrace, delete my data", None),
    ],
)
def test_who_says_their_name_without_a_stop_is_told(said: str, name: str | None) -> None:
    found = _read(said).name
    assert (found and found.value) == name


@each(
    ("text", "name"),
    [
        ("tkt 77120: cust Mr Ansah says the unsubscribe link is broken, get him off all lists", "Ansah"),
        ("Ik wil alleen die reclame niet meer. Mvg, Ans", "Ans"),
        ("Proszę usunąć moje dane.\n\nPozdrawiam\nEla Pik", "Ela Pik"),
        ("Wat moet ik doen om uit uw bestand te komen? Mevr. de Lange", "de Lange"),
        ("My correct name is Jenifer Salas, please put it right in your files.", "Jenifer Salas"),
        ("Mi nombre correcto es Jenifer Salas. Corregidlo, por favor.", "Jenifer Salas"),
        ("Mijn dochter Noor van 11 heeft een account gemaakt. Wilt u al haar gegevens weghalen?", "Noor"),
        ("our 10 yr old made an account, please delete her data, her name is Poppy", "Poppy"),
        ("Please delete my data.\n\nThanks, Best", None),
        ("Mietvertrag Nr. 77110, bitte meine Daten löschen", None),
        ("Umowa Nr 77110, usuńcie moje dane", None),
        ("Kunde Nr. 77110 Lena Brandt bittet um Löschung", "Lena Brandt"),
        ("On behalf of my neighbour Ada Low I ask for a copy of her data.\nBo Lind", "Ada Low"),
        ("Als Bevollmächtigte meiner Nachbarin Ada Low bitte ich um Auskunft über sie.\nIda Lind", "Ada Low"),
        ("Als Bevollmächtigter von Ada Low bitte ich um Auskunft über ihre Daten.\nBo Lind", "Ada Low"),
        ("Namens mijn vriendin Ada Low vraag ik een kopie van haar gegevens.\nBo Lind", "Ada Low"),
        ("Au nom de ma voisine Ada Low, je demande une copie de ses données.\nBo Lind", "Ada Low"),
        ("En nombre de mi vecina Ada Low pido copia de sus datos.\nBo Lind", "Ada Low"),
        ("Per conto della mia vicina Ada Low chiedo copia dei suoi dati.\nBo Lind", "Ada Low"),
        ("Em nome da minha vizinha Ada Low peço cópia dos dados dela.\nBo Lind", "Ada Low"),
        ("Thanks on behalf of my colleague Ada Low. Now please delete my own data.\nBo Lind", None),
        ("Namens mijn collega Ada Low bedankt. Verwijder nu mijn gegevens.\nBo Lind", None),
        ("W imieniu koleżanki Ewy Kot dziękuję. Teraz usuńcie moje dane. Bo Lind", "Bo Lind"),
        ("My friend Ada Low recommended you, but please delete my data.\nBo Lind", "Bo Lind"),
        ("Show me my file. Once I've read it, delete it.\n\nPiet van Rijn, Breda", "Piet van Rijn"),
        ("Caller wants her file. Replied I'd find out.", None),
        ("Wis mijn gegevens.\n\nMet vriendelijke groet,\nTeam Inkoop", None),
        ("Effacez mes données.\n\nCordialement,\nService Achats", None),
        (
            "From: Joaquim Teles <jteles@x.example>\nDate: 2026-02-20\nTo: us@y.example\n\nHi, I got married and my "
            "surname is now Teles Moura. Could you update that in your records?",
            "Joaquim Teles Moura",
        ),
        ("zd 90412 / dhr Schouten / wil z'n gegevens mee naar een andere aanbieder, in csv", "Schouten"),
        ("Vorgang 2026-5512: Anruferin (Fr. Hölzl, Salzburg) will wissen, woher wir ihre Nummer haben.", "Hölzl"),
        (
            "Our daughter Tilly (8) uses your app at school. We'd like to see everything you've recorded about her. "
            "Joss and Pam Oakes",
            "Tilly",
        ),
        ("Mein Nachname ist jetzt von Arnim. Bitte ändern Sie meine Daten.\n\nLena Kurz", "Lena von Arnim"),
        ("klant aan de lijn, jan dekkers (jan.dekkers@x.example), wil dat we zijn account weggooien", "Jan Dekkers"),
        ("herr herbert maurer hat angerufen, möchte dass wir seine daten löschen", "Herbert Maurer"),
        ("llamó beatriz luna, quiere que la borremos de la base de datos", "Beatriz Luna"),
        ("emma de boer vraagt inzage", "Emma de Boer"),
        ("my alexa thingy got recordings of my kids, erase them", None),
        ("till then nobody may use his file", None),
        ("customer wants his data deleted, rob knows more", None),
    ],
)
def test_short_and_rare_names_are_told(text: str, name: str | None) -> None:
    found = _read(text).name
    assert (found and found.value) == name
