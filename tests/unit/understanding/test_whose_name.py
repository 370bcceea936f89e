"""Whose name it is among several, in tickets, forms and dialogues: invented messages in eight languages."""

from bot.understanding.jsonl import line_of
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, OWN


def _read(text: str) -> Reading:
    return understand(read_text(text, zone=AMSTERDAM), own_domains=OWN)


def _name(text: str) -> str | None:
    fact = _read(text).name
    return fact.value if fact else None


def _email(text: str) -> str | None:
    fact = _read(text).email
    return fact.value if fact else None


@each(
    ("said", "name"),
    [
        # a single name, with a town behind
        ("Please delete my data. Thank you. Rūta, Vilnius", "Rūta"),
        ("take me off the list. Torbjørg from Oslo", "Torbjørg"),
        ("haal mij van de lijst. Wubbina uit Utrecht", "Wubbina"),
        ("acct 4711 (I know). Please erase my data. Dublin, Ohio", None),
        ("Delete Jane's account", None),
        ("Verwijder Janneke haar gegevens", None),
        ("Delete Jane Roe's account", "Jane Roe"),
        ("I'm not a customer of yours. Delete my data please. Orla", "Orla"),
        ("I have ticket 6650 from you, please delete my data. thx, Odhran", "Odhran"),
        # a surname with a title, of whom a colleague tells
        ("got a Mr Halloran on line 2, wants himself gone from the webinar list", "Halloran"),
        ("Mr Halloran (halloran@x.example) from Leeds wants a copy of his data", "Halloran"),
        ("Kundin Frau Huber (huber@x.example) aus Wien hat angerufen und möchte Auskunft", "Huber"),
        ("Mr Halloran (our sales lead) wants a copy", None),
        ("Mr Halloran of sales wants a copy", None),
        ("Mevr. de Vries belt: alles weg graag", "de Vries"),
        ("j'ai Mme Kerbrat au tel, elle veut juste que sa photo disparaisse", "Kerbrat"),
        ("El sr. Llorente pregunta por teléfono cuánto tiempo guardamos lo suyo", "Llorente"),
        ("Ich bin der Anwalt von Herrn Müller und bitte um Auskunft über seine Daten.", "Müller"),
        ("Dear Ms Quill, delete every record. Thanks", None),
        ("Frau Meier, bitte Konto löschen", None),
        ("Your Mr Bell promised deletion of the account. Delete it now.", None),
        ("Mr Bell called, then Mrs Roe called. Delete both of them please.", None),
        ("Mijn man en ik willen er allebei uit: Anna en Jan Schipper. Graag al onze gegevens wissen.", None),
        ("Please delete our account and data. Regards, Ann & Paul Bell", None),
        ("Delete our data please.\nFreya & Dewi Morgan", None),
        ("Löschung Krüger bitte übernehmen, sie will alle Daten gelöscht haben.", None),
        ("Konto bitte löschen. Herr Meier hat das zugesagt.", None),
        ("Please delete the account as discussed with Mr Bell.", None),
        ("Comme convenu avec Mme Perrin du service client, suppression du compte svp.", None),
        ("Taken by Mrs Patel. Caller wants the account erased.", None),
        ("customer says her landlord Mr Halloran reads her mail, wants address removed", None),
        ("MS Copilot history: please erase", None),
        ("Candidate for Sr Developer wants the CV erased", None),
        ("Mevrouw Bakker belt me steeds. Haal mijn nummer uit jullie systeem.", None),
        ("Frau Weber aus der Buchhaltung bittet um Löschung des Kundenkontos", None),
        # an agent who hands a ticket up; where somebody lives below who wrote
        (
            "From: Kwame, chat and phone team\nTo: DPO office\nSubject: escalation of ticket 4471903\n\n"
            "Dear colleagues,\n\nI must hand this one over to you. Leonie Abernathy, a choreographer from Edinburgh, "
            "rang and wants her whole profile gone. Please take over.\n\nKwame",
            "Leonie Abernathy",
        ),
        (
            "From: Dewey Lamar Houghton\nAustin, Texas\nDate: March 16, 2026\nSubject: my data\n\nFolks,\n\n"
            "please delete my account.",
            "Dewey Lamar Houghton",
        ),
        # an initial that is a title, too; a sign-off with "your"
        ("Delete my data.\nJohn M. Smith", "John M. Smith"),
        ("My name is Li Pan Wang, delete my data", "Li Pan Wang"),
        ("Bitte löscht mein Konto.\n\nLiebe Grüße\neuer Jonas Berger", "Jonas Berger"),
        # whose mum somebody is
        ("I'm Tom's mum. Unsubscribe me please.", None),
        ("I'm Tom's mum. He is 14 and has an account with you. Please remove it.", "Tom"),
        # small words that are given names elsewhere
        (
            "Solange das Verfahren läuft, sollen meine Daten gesperrt bleiben.\n\nFreundliche Grüsse\nReto Zgraggen",
            "Reto Zgraggen",
        ),
        ("Supprimez mon compte. Solange Perrichon", "Solange Perrichon"),
        # behind a number
        ("Customer 0144-2-B, Clarabel Nightingale, wants her data deleted", "Clarabel Nightingale"),
        ("cust 81-0144 (Thibault Lamour) is asking for his data to be erased", "Thibault Lamour"),
        ("Klant nr. 81-0144, Wobbe Tuinstra, wil zijn gegevens laten wissen", "Wobbe Tuinstra"),
        ("Kunde Nr. 81-0144 (Korbinian Aumüller) will gelöscht werden", "Korbinian Aumüller"),
        ("Case# 91-22-K. Customer Hildegund Amadi rang, she wants her data deleted", "Hildegund Amadi"),
        ("Interne notitie bij 721444: Wobbe Tuinstra wil uit de mailinglijst", "Wobbe Tuinstra"),
        # fields
        ("Raised by: T. Mbeki\nConcerns: Gareth Lamplight, staff no. 20144\nDelete his data", "Gareth Lamplight"),
        ("Reporter: Ines Carmo (agent)\n\nDelete the data, please.\nCustomer: Hollis Wren", "Hollis Wren"),
        ("Submitted by: Joan Whitlow (mother)\nPupil: Alfie Whitlow, Year 4\nDelete his photos", "Alfie Whitlow"),
        ("Eingereicht von: Berta Kolb (Mutter)\nSchüler: Emil Kolb\nBitte Fotos löschen", "Emil Kolb"),
        ("Déposée par : Anne Marchais (mère)\nÉlève : Léo Marchais\nEffacer ses photos", "Léo Marchais"),
        ("Presentado por: Ana Rivas (madre)\nAlumno: Iker Rivas\nBorrar sus fotos", "Iker Rivas"),
        ("Presentata da: Ada Conti (madre)\nAlunna: Lia Conti\nCancellare le foto", "Lia Conti"),
        ("Submetido por: Ana Prates (mãe)\nAluno: Rui Prates\nApagar as fotos", "Rui Prates"),
        ("Złożone przez: Anna Wilk (matka)\nUczeń: Jan Wilk\nUsunąć zdjęcia", "Jan Wilk"),
        ("Submitted by: Joan Whitlow\nPlease delete my data", "Joan Whitlow"),
        # who acts for whom
        (
            "Caller: Mrs Ella Prowse, holds power of attorney for her father Idwal Prowse. Delete his data",
            "Idwal Prowse",
        ),
        ("Caller is Simon Alder, court-appointed deputy for Miss Beryl Nutkin. Delete her data", "Beryl Nutkin"),
        ("Actúo en nombre y representación de D. Eulogio Carranza Vidal. Supriman sus datos", "Eulogio Carranza Vidal"),
        ("Działając w imieniu mocodawcy (Wacław Jodłowski) wnoszę o usunięcie jego danych", "Wacław Jodłowski"),
        ("Apaguem as fotografias da minha filha, a Benedita Salgado, de 4 anos", "Benedita Salgado"),
        # a name that changes
        ("Please change Kate Louise Babbage to Kate Louise Szymon in your records", "Kate Louise Szymon"),
        ("Haar naam staat overal als Cato Smid, moet zijn Cato Smidt. Graag corrigeren", "Cato Smidt"),
        ("Mein alter Name steht noch da. Heiße seit der Hochzeit Lena Brandhofer, bitte ändern", "Lena Brandhofer"),
        # what is of a name, and what is not
        ("Myself Raghunath Iyer from Chennai. Kindly delete my data", "Raghunath Iyer"),
        ("Supriman mis datos.\n\nAtentamente,\nMª Dolores Uceda Ferrer", "Mª Dolores Uceda Ferrer"),
        ("ha telefonato la sig.ra Nives Furlanetto di Trieste, vuole cancellare i suoi dati", "Nives Furlanetto"),
        ("Il cliente Vincenzo Lo Turco vuole cancellare i suoi dati", "Vincenzo Lo Turco"),
        # dialogues
        (
            "Vous : supprimer mon compte\nAssistant : Merci Maëlys Le Goffic. Autre chose ?\nVous : non",
            "Maëlys Le Goffic",
        ),
        ("Utente: cancellate il numero, intestato a Calogero Mancino", "Calogero Mancino"),
    ],
)
def test_whose_name_of_several(said: str, name: str | None) -> None:
    assert _name(said) == name


@each(
    ("said", "agent", "minor"),
    [
        ("Submitted by: Joan Whitlow (mother)\nPupil: Alfie Whitlow\nDelete his photos please", True, True),
        ("Caller is Simon Alder, court-appointed deputy for Miss Beryl Nutkin. Delete her data", True, False),
        ("Mutter von Finn Asmus (12) hat uns erreicht, sein Foto soll gelöscht werden", True, True),
        ("Llamada del padre de Vega Sanz (9 años): quiere que borremos sus datos", True, True),
        ("Dzwonił ojciec (syn: Kacper Wilk, lat 14), chce usunięcia konta", True, True),
        ("I was caring for my late father then. Delete my data.", False, False),
        ("Delete my data, but I still order for my mother on her own number.", False, False),
        ("Effacez mes données. Carte n° 4711, au nom de Moussa Diarra", False, False),
    ],
)
def test_who_acts_for_whom_in_tickets(said: str, agent: bool, minor: bool) -> None:
    reading = _read(said)
    assert (reading.flagged(Flag.REPRESENTATIVE) is not None, reading.flagged(Flag.MINOR) is not None) == (agent, minor)


def test_a_spelling_that_is_corrected_is_the_address() -> None:
    said = "My address is wrong. You have bellle@x.example, correct is belle@x.example (two l)."
    assert _email(said) == "belle@x.example"


def test_who_is_only_given_something_is_not_the_person() -> None:
    text = (
        "I transferred my membership from Robert Hale to Roberta Hale, my daughter. Please delete my data. Robert Hale"
    )
    assert line_of("x", text)["entities"]["name"] == "Robert Hale"


@each(
    "said",
    [
        "Graag alle gegevens van Sanne Vos (sanne@x.example) verwijderen",
        "Graag het account van Sanne Vos, sanne@x.example, opheffen",
        "Got a request from Sanne Vos (sanne@x.example): delete everything",
    ],
)
def test_the_address_of_somebody_told_of_is_theirs(said: str) -> None:
    assert _email(said) == "sanne@x.example"


def test_a_sender_who_is_only_mentioned_is_not_the_person() -> None:
    said = "I got a message from Julia Marsh <julia@promo.example>. Please delete my email tom.reed@post.example"
    assert _email(said) == "tom.reed@post.example"


SERVICES = [
    ("IT Service Desk <shop@service.example>", "Caller: Greta Holm\n\nPlease send me my data. greta.holm@post.example"),
    ("SMS Gateway <gateway@sms.example>", "SMS from +44 7700 900123: I am Greta Holm, greta.holm@post.example"),
    ("Acme Forms <forms-receipts-noreply@acme.example>", "Email *\ngreta.holm@post.example\n\nFull name *\nGreta Holm"),
]


@each(("service", "said"), SERVICES)
def test_of_whom_a_service_tells_has_not_the_services_name_and_address(service: str, said: str) -> None:
    head = f"From: {service}\nTo: sam@shop.example\nSubject: INC0012345\n\n"
    reading = _read(f"{head}{said}\n\nPlease delete all of my data.")
    told = tuple(fact.value for fact in (reading.name, reading.email) if fact)
    assert told == ("Greta Holm", "greta.holm@post.example")
