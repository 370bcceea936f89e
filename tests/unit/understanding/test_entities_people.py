"""Whose name and address a message gives: invented messages in eight languages, in users' and colleagues' words."""

import re

from bot.understanding.language import spoken
from bot.understanding.mail import read_text
from bot.understanding.reading import MailReading, Zone
from bot.understanding.who.addresses import email_of
from bot.understanding.who.people import name_of
from tests.growth import in_proportion
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, OWN

# What is said, and whose name it gives; None: nobody's.
NAMES: list[tuple[str, str | None]] = [
    # English: introductions, labels, sign-offs
    ("Hi, my name is Harriet Plumtree and I'd like a copy of what you hold.", "Harriet Plumtree"),
    ("hello this is Rufus Okafor, pls take me off everything", "Rufus Okafor"),
    ("my name is jasmine whitlow and i want out", "Jasmine Whitlow"),
    ("My name is Bram. Delete my account.", "Bram"),
    ("Name: Ottoline Crisp\nRequest: erase my data", "Ottoline Crisp"),
    ("Full name: Desh Ramanathan E-mail: desh@mail.example Request: access", "Desh Ramanathan"),
    ("Customer Odalys Winter wants to be forgotten", "Odalys Winter"),
    ("Customer's on the phone, wants out of all lists. Name's Odette Marlowe", "Odette Marlowe"),
    ("Please forget me.\n\nKind regards,\nPhilippa Yarrow", "Philippa Yarrow"),
    ("Please forget me.\n\nCheers, Ade Bankole", "Ade Bankole"),
    ("stop the newsletter please. – Una Brightwater", "Una Brightwater"),
    ("Wipe my details. Thanks, Konstantin Best", "Konstantin Best"),
    ("Send me my file.\n\nBest wishes\nEithne Moran, Galway", "Eithne Moran"),
    ("Send me my file.\n\nEithne Moran\nSenior Buyer\nLarkfield Tools Ltd", "Eithne Moran"),
    ("no more promo mails thx, Jonas", "Jonas"),
    ("Oak Lantern team,\n\nplease delete my account", None),
    ("please forget me -Greta Holm", "Greta Holm"),
    ("a certain 'Greta Holm' wants her file", "Greta Holm"),
    ("can someone wipe Wanjiru Kamau's profile? she asked at the booth", "Wanjiru Kamau"),
    ("Dear Tom Archer,\n\nplease send me my data.\n\nSylvie Marchbanks", "Sylvie Marchbanks"),
    ("I spoke to Gavin Stott about this last week. Delete my data.\n\nMoira Penhale", "Moira Penhale"),
    ("Your colleague Petra Lund told me to write here. I want my data erased.", None),
    ("please delete my account now", None),
    ("Protocolo LGPD-2026-4471: apaguem a minha conta", None),
    ("Założyłem RODO/2026/133, usuńcie moje dane", None),
    ("Kind Regards and thanks, please delete everything.", None),
    ("Ticket 514402: Solveig Aasen asks for a copy of her recordings", "Solveig Aasen"),
    ("We got a letter from Marguerite Ashdown, she wants her number gone", "Marguerite Ashdown"),
    ("caller: Ignatius Pell (ref 44), objects to profiling", "Ignatius Pell"),
    ("Zebulon Crake wants his CV deleted. What do I do?", "Zebulon Crake"),
    ("My surname is spelled Thackray, not Thackeray. Please fix it.\n\nJune Thackray", "June Thackray"),
    ("My profile has the wrong last name, it must be Ferreira, not Fereira. – Rosalind", "Rosalind Ferreira"),
    # English: those who act for somebody
    ("Subject: my son\n\nI'm Dora, mother of Jack Pilling, who is nine. Delete his account.", "Jack Pilling"),
    (
        "On behalf of our client Ms Beatrix Holloway we request erasure.\n\nJ. Grub\nGrub & Partners LLP",
        "Beatrix Holloway",
    ),
    ("My daughter Poppy Lark (12) signed up, please delete her account.\n\nSteven Lark", "Poppy Lark"),
    ("We act for Mr Alban Frith. Please disclose his records.\n\nCarys Howell, solicitor", "Alban Frith"),
    ("I am writing for my late husband, Emeric Stone. Please close his account.\n\nVera Stone", "Emeric Stone"),
    # Dutch
    ("Hoi, mijn naam is Liesje van den Akker en ik wil weten wat jullie van me hebben", "Liesje van den Akker"),
    ("ik heet joris de wit, gooi mijn account weg", "Joris de Wit"),
    ("Ik ben Fatma Öztürk en ik wil uit het bestand.", "Fatma Öztürk"),
    ("Klant Berend Oosterhof wil zijn gegevens inzien", "Berend Oosterhof"),
    ("Klante Mevr. Aafke Hiemstra belde, ze wil geen reclame meer", "Aafke Hiemstra"),
    ("Deelneemster Roos Kuipers trekt haar toestemming in", "Roos Kuipers"),
    ("Naam: Jip Terlouw\nVraag: wis mijn gegevens", "Jip Terlouw"),
    ("Gaarne verwijdering van mijn gegevens.\n\nMet vriendelijke groet,\nGerrit-Jan Mulder", "Gerrit-Jan Mulder"),
    ("Haal mij van de lijst. Groetjes, Anouk Vos", "Anouk Vos"),
    ("wil geen mail meer. gr Sander", "Sander"),
    ("Verwijder mijn gegevens aub.\n\nVriendelijke Groeten", None),
    ("Beste Karel Boom,\n\nik wil graag inzage.\n\nTruus Wagenaar", "Truus Wagenaar"),
    ("Moeder van Pim Kroon (11) aan de lijn: zijn foto moet weg", "Pim Kroon"),
    ("Namens mijn cliënt de heer Wessel Baan verzoek ik om inzage.\n\nmr. A. Deken", "Wessel Baan"),
    ("Onze zoon Teun Dekker (13) heeft een account, wilt u dat verwijderen?\n\nInge Dekker", "Teun Dekker"),
    ("Mailtje van Geertruida Spaan: ze wil weten waar we haar nummer vandaan hebben", "Geertruida Spaan"),
    ("723001: Folkert Eringa maakt bezwaar tegen profilering", "Folkert Eringa"),
    ("Mijn achternaam is Jansen, niet Janssen, pas dat aan aub. Mark Janssen", "Mark Jansen"),
    ("Dank Je Wel alvast voor het wissen", None),
    # German
    ("Guten Tag, mein Name ist Kunigunde Reiter, bitte löschen Sie mein Konto.", "Kunigunde Reiter"),
    ("ich heiße lena brandt und will meine daten sehen", "Lena Brandt"),
    ("Bitte löschen Sie meine Daten.\n\nViele Grüße\nHeidrun Vogel", "Heidrun Vogel"),
    ("Bitte löschen Sie meine Daten.\n\nViele Grüße", None),
    ("Nächste Nachricht geht an die Behörde. Löschen Sie meine Daten!", None),
    ("Meine Alte Adresse ist falsch, bitte korrigieren", None),
    ("Kundin Traudl Huber möchte ihre Daten", "Traudl Huber"),
    ("Kunde Herr Lutz Kern verlangt Auskunft", "Lutz Kern"),
    ("Name: Ulf Petersen\nAnliegen: Auskunft", "Ulf Petersen"),
    ("Sehr geehrter Herr Anton Maier,\n\nich widerspreche der Werbung.\n\nFriederike Sommer", "Friederike Sommer"),
    ("Liebes Team, keine Werbung mehr bitte. Danke, Joachim Krause", "Joachim Krause"),
    ("LG Svenja, und bitte keine Mails mehr", None),
    ("keine mails mehr bitte, lg Svenja", "Svenja"),
    ("Im Namen von Frau Edeltraud Pohl fordere ich Auskunft.\n\nRA Dr. B. Streit", "Edeltraud Pohl"),
    ("Meine Tochter Mia Lorenz (10) hat sich angemeldet. Bitte löschen Sie ihr Konto.\n\nJana Lorenz", "Mia Lorenz"),
    ("Mutter von Finn Adler am Telefon, sein Foto soll weg", "Finn Adler"),
    ("Anfrage von Bozidar Kovac: er will eine Kopie seiner Daten", "Bozidar Kovac"),
    (
        "Ihr Herr Jürgen Kolb hat mich angerufen. Ich will das nicht mehr. Mit freundlichen Grüßen, Sabine Ott",
        "Sabine Ott",
    ),
    ("Ticket 841001: Gesine Albrecht widerruft ihre Einwilligung", "Gesine Albrecht"),
    ("Der Zugang Zum Kundenportal ist zu löschen", None),
    ("Mein Nachname lautet Schmitt, nicht Schmidt. Gruß, Erwin Schmidt", "Erwin Schmitt"),
    # French
    ("Bonjour, je m'appelle Clotilde Vasseur et je veux voir mes données.", "Clotilde Vasseur"),
    ("je suis Amadou Sylla, supprimez mon compte", "Amadou Sylla"),
    ("Merci de supprimer mes données.\n\nCordialement,\nÉloi Perrin", "Éloi Perrin"),
    ("Merci de supprimer mes données.\n\nBien Cordialement", None),
    ("Nom : Sidonie Guérin\nDemande : accès", "Sidonie Guérin"),
    ("La cliente Mme Ghislaine Potier demande l'effacement", "Ghislaine Potier"),
    ("message de Barnabé Lecoq, il ne veut plus de pub", "Barnabé Lecoq"),
    ("Cher Monsieur Paul Riou,\n\nje retire mon consentement.\n\nJoséphine Arnaud", "Joséphine Arnaud"),
    ("mère de Lilou Fabre (9 ans) au téléphone, elle veut qu'on efface tout", "Lilou Fabre"),
    ("Mon fils, Gaspard Noël, 13 ans, a créé un compte. Supprimez-le.\n\nAgnès Noël", "Gaspard Noël"),
    ("Au nom de ma cliente Mme Odile Bertin, je demande l'accès.\n\nMaître Roussel", "Odile Bertin"),
    ("plus de mails svp, merci, Fabrice", "Fabrice"),
    ("Mon nom s'écrit Lefèvre et non Lefebvre, corrigez. Denis Lefebvre", "Denis Lefèvre"),
    ("Ma Demande concerne mes données", None),
    # Spanish
    ("Hola, me llamo Rigoberta Salas y quiero borrar mi cuenta", "Rigoberta Salas"),
    ("soy Ximena Duarte, no me manden más publicidad", "Ximena Duarte"),
    ("Solicito una copia de mis datos.\n\nUn saludo,\nFermín de la Torre", "Fermín de la Torre"),
    ("Solicito una copia de mis datos.\n\nSaludos Cordiales", None),
    ("Nombre: Casilda Ortega\nPetición: supresión", "Casilda Ortega"),
    ("la clienta Benigna Pardo pide que la borremos", "Benigna Pardo"),
    ("correo de Anselmo Rivas: quiere saber qué tenemos de él", "Anselmo Rivas"),
    ("Estimado señor Luis Cano:\n\nretiro mi consentimiento.\n\nPilar Montes", "Pilar Montes"),
    ("Mi hija Vega Romero, de 11 años, se registró. Borren su cuenta.\n\nÁlvaro Romero", "Vega Romero"),
    ("En representación de don Eusebio Lara solicito acceso.\n\nAbogada M. Prieto", "Eusebio Lara"),
    ("quitadme de la lista, gracias, Nuria", "Nuria"),
    ("Mi apellido es Giménez, no Jiménez, corríjanlo. Marta Jiménez", "Marta Giménez"),
    # Italian
    ("Buongiorno, mi chiamo Fiammetta Galli e vorrei i miei dati", "Fiammetta Galli"),
    ("sono Ruggero Sartori, cancellate il mio account", "Ruggero Sartori"),
    ("Chiedo la cancellazione.\n\nCordiali saluti\nDomitilla Rossi", "Domitilla Rossi"),
    ("Chiedo la cancellazione.\n\nCordiali Saluti", None),
    ("Spettabile Ditta,\nchiedo copia dei miei dati.\nDistinti saluti\nOrnella De Angelis", "Ornella De Angelis"),
    ("Nome e cognome: Tarcisio Longo\nRichiesta: accesso", "Tarcisio Longo"),
    ("la cliente Loredana Fusco vuole essere cancellata", "Loredana Fusco"),
    ("Gentile dott. Marco Neri,\n\nrevoco il consenso.\n\nIlenia Serra", "Ilenia Serra"),
    ("Mio figlio Elia Ferri, 12 anni, ha un profilo. Cancellatelo.\n\nSara Ferri", "Elia Ferri"),
    ("Per conto di Gualtiero Monti chiedo l'accesso.\n\nAvv. L. Greco", "Gualtiero Monti"),
    ("basta newsletter grazie, Renzo", "Renzo"),
    # Portuguese
    ("Olá, chamo-me Leopoldina Matos e quero apagar a minha conta", "Leopoldina Matos"),
    ("o meu nome é Tomé Falcão, quero uma cópia dos meus dados", "Tomé Falcão"),
    ("Peço a eliminação dos meus dados.\n\nCom os melhores cumprimentos,\nGraça Lobo", "Graça Lobo"),
    ("Peço a eliminação dos meus dados.\n\nMelhores Cumprimentos", None),
    ("Nome completo: Inácio Prado\nPedido: acesso", "Inácio Prado"),
    ("a cliente Domingas Reis quer sair da lista", "Domingas Reis"),
    ("Exmo. Senhor Rui Alves,\n\nretiro o consentimento.\n\nSofia Antunes", "Sofia Antunes"),
    ("A minha filha Luz Cardoso, de 10 anos, tem uma conta. Apaguem.\n\nHelena Cardoso", "Luz Cardoso"),
    ("Em nome de Baltazar Nunes peço acesso.\n\nAdvogada T. Pires", "Baltazar Nunes"),
    ("não quero mais emails, obrigada, Telma Rocha", "Telma Rocha"),
    # Polish
    ("Dzień dobry, nazywam się Bronisława Zając i chcę usunąć konto", "Bronisława Zając"),
    ("jestem Ireneusz Wróbel, proszę o kopię danych", "Ireneusz Wróbel"),
    ("Proszę o usunięcie danych.\n\nZ poważaniem\nGrażyna Szczepańska", "Grażyna Szczepańska"),
    ("Proszę o usunięcie danych.\n\nZ Poważaniem", None),
    ("Imię i nazwisko: Zdzisław Pająk\nWniosek: dostęp", "Zdzisław Pająk"),
    ("klientka Łucja Borek prosi o usunięcie konta", "Łucja Borek"),
    ("Szanowny Panie Adamie Nowaku,\n\nwycofuję zgodę.\n\nHalina Mroz", "Halina Mroz"),
    ("W imieniu Ryszarda Koca wnoszę o dostęp.\n\nadw. P. Sikora", "Ryszard Koc"),
    ("prosze nie wysyłać reklam, pozdrawiam, Kasia", "Kasia"),
    ("telefon od Seweryna Lisa: nie chce reklam", "Seweryna Lisa"),
]

# The messages above in which somebody acts for another.
_ACTS = re.compile(
    r"mother of|behalf|My daughter|We act|late husband|Moeder van|Namens|Onze zoon|Im Namen|Meine Tochter|"
    r"Mutter von|mère de|"
    r"Mon fils|Au nom|Mi hija|En representación|Mio figlio|Per conto|minha filha|Em nome|W imieniu"
)

HEADER = (
    "FYI\n\nFrom: {sender}\nSent: Monday, 3 March 2025 09:14\nTo: privacy@northwind.example\n"
    "Subject: {subject}\n\n{body}\n"
)

# Who sent it, what it says, whose name and address it gives.
FORWARDED: list[tuple[str, str, str | None, str | None]] = [
    ("Aurelia Finch <a.finch@mail.example>", "Delete my data.\n\nAurelia", "Aurelia Finch", "a.finch@mail.example"),
    ("Finch, Aurelia <a.finch@mail.example>", "Delete my data.", "Aurelia Finch", "a.finch@mail.example"),
    ("van der Laan, Joke <jvdl@mail.example>", "Wis mijn gegevens.", "Joke van der Laan", "jvdl@mail.example"),
    ("Dr. Emil Roth <roth@mail.example>", "Bitte löschen Sie mein Konto.", "Emil Roth", "roth@mail.example"),
    ("A. Finch <a.finch@mail.example>", "Delete my data.\n\nAurelia Finch", "Aurelia Finch", "a.finch@mail.example"),
    ("aurelia <x91@mail.example>", "Delete my data.\n\nRegards,\nAurelia Finch", "Aurelia Finch", "x91@mail.example"),
    ("Orchard Foods <hello@orchardfoods.example>", "Delete my data.\n\nMartin Ash", "Martin Ash", None),
    (
        "Smith & Sons <ms@smithsons.example>",
        "Wipe my file please.\n\nKind regards,\nNell Smith",
        "Nell Smith",
        "ms@smithsons.example",
    ),
    ("Voicemail <voicemail@pbx.example>", "hi this is Joan Petty, please delete all my data", "Joan Petty", None),
    (
        "Fax Server <fax@pbx.example>",
        "Please delete my data.\n\nJoan Petty\njoan@p.example",
        "Joan Petty",
        "joan@p.example",
    ),
    (
        "Scanner <scanner@x.example>",
        "Löscht meine Daten.\n\nJutta Lang\njutta@p.example",
        "Jutta Lang",
        "jutta@p.example",
    ),
    ("Ann Bell via Zendesk <ann@mail.example>", "Delete my data.", "Ann Bell", "ann@mail.example"),
    ("ann.bell@mail.example", "Ann Bell here, delete my data.", "Ann Bell", "ann.bell@mail.example"),
    (
        "Kurt Lang <kurt@mail.example>",
        "Write to my right address kl@neu.example, not kurt@mail.example. Delete my data.",
        "Kurt Lang",
        "kl@neu.example",
    ),
]

# Who sent it, for whom they act, whose name and address it gives.
ACTED_FOR: list[tuple[str, str, str | None, str | None]] = [
    ("Dan Weir <dan@mail.example>", "My son Kit Weir (12) has an account, delete it.\n\nDan Weir", "Kit Weir", None),
    (
        "Else Brandt <else@mail.example>",
        "Meine Tochter Jule Brandt, 11 Jahre, soll gelöscht werden.",
        "Jule Brandt",
        None,
    ),
    (
        "Vogt Law LLP <office@vogt.example>",
        "We act for Ms Ines Caro (ines.caro@mail.example). Delete her data.\n\nK. Vogt",
        "Ines Caro",
        "ines.caro@mail.example",
    ),
    (
        "Karla Vogt <kv@vogt.example>",
        "Our client Ines Caro wants her file. Reach me at karla@vogt.example.",
        "Ines Caro",
        None,
    ),
    (
        "Bewind Zuid <post@bewindzuid.example>",
        "Als bewindvoerder van mevrouw Nel Kok vraag ik inzage. Mijn mailadres is jo@bz.example.",
        "Nel Kok",
        None,
    ),
    (
        "Marc Petit <m@petit.example>",
        "Mon fils Léo Petit, 12 ans, a un compte (leo.petit@mail.example). Supprimez-le.",
        "Léo Petit",
        "leo.petit@mail.example",
    ),
    (
        "Data Helpers <agent@helpers.example>",
        "As agent for the consumer below:\nName: Bo Lindqvist\nE-mail: bo77@mail.example\nDelete.",
        "Bo Lindqvist",
        "bo77@mail.example",
    ),
]

# What is said, and whose address it gives.
ADDRESSES: list[tuple[str, str | None]] = [
    ("I'd like every note you have on me sent to t.oye@quay.example.", "t.oye@quay.example"),
    ("I want a copy. My file was wrongly sent to a.bell@other.example.", None),
    ("Delete me, I am jo.bell@mail.example", "jo.bell@mail.example"),
    ("wipe it. not joking. jo.bell@mail.example", "jo.bell@mail.example"),
    ("From: quill@mail.example\nDelete my account.", "quill@mail.example"),
    ("I wrote to privacy@vendor.example before. Delete jo@mail.example.", "jo@mail.example"),
    ("Send my data directly to NextTool (load@nexttool.example). My account is jo@mail.example.", "jo@mail.example"),
    ("Use new@mail.example instead of old@mail.example", "new@mail.example"),
    ("My address is not jo@mail.example but jo.b@mail.example, please correct it", "jo.b@mail.example"),
    ("unsubscribe info@hedgeworks.example from your list", "info@hedgeworks.example"),
    ("I mailed info@hedgeworks.example and nobody answered", None),
    ("haal info@tuinbaas.example van de lijst", "info@tuinbaas.example"),
    ("Ik had gemaild naar collega piet@ander.example. Verwijder jip@mail.example", "jip@mail.example"),
    ("nehmen Sie kontakt@hecke.example aus dem Verteiler, löschen Sie kontakt@hecke.example", "kontakt@hecke.example"),
    ("ich bin unter lena@mail.example registriert", "lena@mail.example"),
    ("supprimez le compte lea@mail.example", "lea@mail.example"),
    ("borren ana@mail.example por favor", "ana@mail.example"),
    ("cancellate ugo@mail.example", "ugo@mail.example"),
    ("apaguem rui@mail.example", "rui@mail.example"),
    ("usuńcie ola@mail.example", "ola@mail.example"),
    ("Alba Crane (alba@mail.example) wants out, cc boss@northwind.example", "alba@mail.example"),
    ("Wim Pol (w.pol@mail.example) wil eruit; bob@mail.example kent hem", "w.pol@mail.example"),
    ("ask chris@northwind.example", None),
]


@each(("text", "name"), NAMES)
def test_whose_name(text: str, name: str | None) -> None:
    acts = _ACTS.search(text) is not None
    assert _who(read_text(text, zone=AMSTERDAM), representative=acts)[0] == name


@each(("sender", "body", "name", "email"), FORWARDED)
def test_whose_mail(sender: str, body: str, name: str | None, email: str | None) -> None:
    mail = read_text(HEADER.format(sender=sender, subject="my data", body=body), zone=AMSTERDAM)
    assert _who(mail, representative=False) == (name, email)


@each(("sender", "body", "name", "email"), ACTED_FOR)
def test_for_whom(sender: str, body: str, name: str | None, email: str | None) -> None:
    mail = read_text(HEADER.format(sender=sender, subject="a request", body=body), zone=AMSTERDAM)
    assert _who(mail, representative=True) == (name, email)


@each(("text", "email"), ADDRESSES)
def test_whose_address(text: str, email: str | None) -> None:
    assert _who(read_text(text, zone=AMSTERDAM), representative=False)[1] == email


def test_two_people_have_no_one_name() -> None:
    for text in (
        "two asks: 1) Ms Ida Quill wants her file, 2) Bob Stern wants out",
        "Please delete Ida Quill and Bob Stern from the list",
    ):
        assert _who(read_text(text, zone=AMSTERDAM), representative=False)[0] is None


def test_a_wall_of_capitals_costs_little() -> None:
    def read(many: int) -> None:
        mail = read_text("Aa Bb van de Cc " * many, zone=AMSTERDAM)
        _who(mail, representative=False)
        _who(mail, representative=True)

    assert in_proportion(read, 500)


def _who(mail: MailReading, *, representative: bool) -> tuple[str | None, str | None]:
    """The name and the address of the person concerned."""
    language, _ = spoken(mail.parts(Zone.BODY) or mail.text)
    name = name_of(mail, language=language, representative=representative)
    email = email_of(mail, OWN, name=name, representative=representative)
    return name.value if name else None, email.value if email else None
