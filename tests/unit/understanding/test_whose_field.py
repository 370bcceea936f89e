"""Whose name, address and number the fields of tickets and forms give: invented ones in eight languages."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read

_ODILE = (None, "odile@marsh.example", None)


def _name(said: str) -> str | None:
    fact = read(said).name
    return fact.value if fact else None


@each(
    ("said", "name"),
    [
        # who called is the person, whatever else is told of whom
        ("Caller: Odile Marsh\nLog: Piers Gant rang her back. She wants her file erased.", "Odile Marsh"),
        ("Caller: Mrs Odile Marsh\nStaff: Mr Piers Gant\nShe wants her file erased.", "Odile Marsh"),
        ("Aanmelder: Sietske Hoek\nWessel Bos belde terug. Ze wil haar account weg.", "Sietske Hoek"),
        ("Anruferin: Hedda Lund\nUwe Kranz rief zurück. Sie will ihr Konto gelöscht haben.", "Hedda Lund"),
        ("Appelante : Odile Marchand\nRémi Gaillard l'a rappelée. Elle veut fermer son compte.", "Odile Marchand"),
        ("Llamante: Odilia Campos\nRamiro Gil le llamó. Quiere que borren su cuenta.", "Odilia Campos"),
        ("Chiamante: Odilla Campi\nRemo Galli ha richiamato. Vuole cancellare il suo account.", "Odilla Campi"),
        ("Quem ligou: Odília Campos\nRamiro Gil ligou de volta. Quer apagar a conta.", "Odília Campos"),
        ("Dzwoniąca: Oda Marzec\nPiotr Gont oddzwonił. Chce usunąć swoje konto.", "Oda Marzec"),
        ("Chat visitor: Odile Marsh\nServed by: Piers Gant\nShe wants her file erased.", "Odile Marsh"),
        # but for somebody who is said to be concerned
        ("Caller: Piers Gant\nData subject: Odile Marsh\nErase her file.", "Odile Marsh"),
        ("Caller: Piers Gant\nOdile Marsh wants her file erased.", "Odile Marsh"),
        ("Caller: Piers Gant\nHe says Odile Marsh's account has to go.", "Odile Marsh"),
        ("Caller: Odile Marsh, rang on behalf of Piers Gant. Erase his file.", "Piers Gant"),
        ("Reporter: Piers Gant\nOdile Marsh asked for her file to be erased.", "Odile Marsh"),
        ("Reporter: Piers Gant\nPlease erase my file.", "Piers Gant"),
        # labels of staff
        ("Assigned: Piers Gant\nCaller: Odile Marsh\nErase her file.", "Odile Marsh"),
        ("**Last updated by:** Piers Gant\n**Requester:** Odile Marsh\nErase her file.", "Odile Marsh"),
        ("Resolver\tPiers Gant\nCaller\tOdile Marsh\nErase her file.", "Odile Marsh"),
        ("Agent name: Piers Gant\nCaller name: Odile Marsh\nErase her file.", "Odile Marsh"),
        ("Eigenaar: Wessel Bos\nBeller: Sietske Hoek\nVerwijder haar account.", "Sietske Hoek"),
        ("Aangemaakt door: Wessel Bos\nVerwijder haar account.", None),
        ("Medewerker: Wessel Bos\nBeller: Sietske Hoek\nVerwijder haar account.", "Sietske Hoek"),
        ("Medewerker: Wessel Bos\nHij wil inzage in zijn dossier.", "Wessel Bos"),
        ("Zuständig: Uwe Kranz\nAnrufer: Hanno Lund\nKonto löschen.", "Hanno Lund"),
        ("Name des Bearbeiters: Uwe Kranz\nName des Kunden: Hanno Lund\nKonto löschen.", "Hanno Lund"),
        ("Assigné à : Rémi Gaillard\nAppelant : Odilon Marchand\nSupprimer son compte.", "Odilon Marchand"),
        ("Nom de l'agent : Rémi Gaillard\nNom de l'appelant : Odilon Marchand\nSupprimer.", "Odilon Marchand"),
        ("Propietario: Ramiro Gil\nLlamante: Odilia Campos\nBorrar su cuenta.", "Odilia Campos"),
        ("Creato da: Remo Galli\nChiamante: Odilla Campi\nCancellare il suo account.", "Odilla Campi"),
        ("Responsável: Ramiro Gil\nCliente: Odília Campos\nApagar a conta dela.", "Odília Campos"),
        ("Opiekun: Piotr Gont\nKlientka: Oda Marzec\nProszę usunąć konto.", "Oda Marzec"),
        ("Matka: Oda Marzec\nDziecko: Iga Marzec\nProszę usunąć konto dziecka.", "Iga Marzec"),
        # the same words mean else in a sentence
        ("The account was created by Odile Marsh, who wants it erased.", "Odile Marsh"),
        ("Account owner: Odile Marsh. Erase everything.", "Odile Marsh"),
    ],
)
def test_whose_name_a_field_gives(said: str, name: str | None) -> None:
    assert _name(said) == name


def test_a_keeper_beside_a_customer_acts_for_nobody() -> None:
    def acts(said: str) -> bool:
        return any(fact.value is Flag.REPRESENTATIVE for fact in read(said).flags)

    assert not acts("Zgłaszająca: Oda Marzec\nOpiekun: Piotr Gont\nChce usunięcia swojego konta.")
    assert not acts("Betreuer: Uwe Kranz\nKundin: Hedda Lund\nSie will ihr Konto gelöscht haben.")
    assert acts("Opiekun: Piotr Gont\nPodopieczna: Oda Marzec\nProszę usunąć jej konto.")


@each(
    ("said", "name"),
    [
        ("Call with Odile Marsh. She wants her file erased.", "Odile Marsh"),
        ("Spoke with Mrs Odile Marsh this morning. She would like her file erased.", "Odile Marsh"),
        ("Call with Odile Marsh - wants her file erased.", "Odile Marsh"),
        ("Gesprek met Sietske Hoek. Ze wil dat haar account weggaat.", "Sietske Hoek"),
        ("Gespräch mit Hedda Lund. Sie will, dass ihr Konto gelöscht wird.", "Hedda Lund"),
        ("Appel avec Odile Marchand. Elle demande la suppression de son compte.", "Odile Marchand"),
        ("Llamada con Odilia Campos. Quiere que borren su cuenta.", "Odilia Campos"),
        ("Telefonata con Odilla Campi. Vuole cancellare il suo account.", "Odilla Campi"),
        ("Chamada com Odília Campos. Ela quer apagar a conta.", "Odília Campos"),
        ("Rozmowa z Odą Marzec. Chce usunąć swoje konto.", "Odą Marzec"),
        # customers tell of an agent
        ("Spoke to Piers Gant. He wants me to write here. Erase my file.", None),
        ("Spoke with Piers Gant. He said it would be gone. Erase it all, the file is still there.", None),
        ("Chat with Piers Gant yesterday, he asked for my ID. I want my data gone.", None),
    ],
)
def test_whose_name_a_note_of_a_call_gives(said: str, name: str | None) -> None:
    assert _name(said) == name


@each(
    ("said", "name"),
    [
        ("HD-55120 Odile Marsh would like a copy of her file", "Odile Marsh"),
        ("#55120 Odile Marsh would like a copy of her file", "Odile Marsh"),
        ("55120 Wanda Prior would like a copy of her file", "Wanda Prior"),
        ("Escalating 55120 Wanda Prior wants her file erased", "Wanda Prior"),
        ("Hi all,\nHD-55120 Wanda Prior wants her file erased", "Wanda Prior"),
        ("REQ0055120 Ostrobrod Wendelin wants his file erased", "Ostrobrod Wendelin"),
        ("Zaak 55120 Sietske Hoek wil dat haar account weg is", "Sietske Hoek"),
        ("Vorgang 55120 Hanno Lund möchte Auskunft", "Hanno Lund"),
        ("55120 Odilon Marchand demande la suppression de son compte", "Odilon Marchand"),
        ("Caso 55120 Odilia Campos quiere borrar su cuenta", "Odilia Campos"),
        ("Pratica 55120 Odilla Campi vuole cancellare il suo account", "Odilla Campi"),
        ("Chamado 55120 Odília Campos quer apagar a conta", "Odília Campos"),
        ("Zgłoszenie 55120 Oda Marzec prosi o usunięcie konta", "Oda Marzec"),
        ("acct 55-120 Wanda Prior wants her file erased", "Wanda Prior"),
        ("PL-55-120 Wanda Prior: prosi o usunięcie danych", "Wanda Prior"),
        ("klantnr 55-120 Hilde Moens wil al haar gegevens weg", "Hilde Moens"),
        ("Ana Sá pede que apaguem os dados dela", "Ana Sá"),
        # other numbers
        ("7 April Close was my address. Please erase my file.", None),
        ("2025 Summer Sale mails came again, please erase my file.", None),
        ("Erase my file.\n\nWanda Prior\n53113 Sankt Augustin", "Wanda Prior"),
        ("80331 Altstadt Lehel ist meine Adresse, bitte löschen", None),
        ("Order 55120 Velvet Moon lamp came broken. Please erase my file.", None),
        ("Die 0180 Wanda Prior 5 445566 ist besetzt. Bitte löschen.", None),
    ],
)
def test_whose_name_stands_behind_a_tickets_number(said: str, name: str | None) -> None:
    assert _name(said) == name


@each(
    ("said", "name"),
    [
        ("First name: Hedda\nLast name: Lund\nMessage: Please erase my file", "Hedda Lund"),
        ("Surname: Lund\nFirst name: Hedda\nMessage: Please erase my file", "Hedda Lund"),
        ("Name: Lund\nFirst name: Hedda\nMessage: Please erase my file", "Hedda Lund"),
        ("Voornaam: Hedda\nTussenvoegsel: van den\nAchternaam: Hoek\nVerwijder alles", "Hedda van den Hoek"),
        ("Vorname: Hanno\nNachname: Lund\nBitte Konto löschen", "Hanno Lund"),
        ("Name: Lund\nVorname: Hanno\nBitte Konto löschen", "Hanno Lund"),
        ("Nom : Marchand\nPrénom : Odile\nSupprimez mon compte", "Odile Marchand"),
        ("Nombre: Odilia\nPrimer apellido: Campos\nSegundo apellido: Gil\nBorren mi cuenta", "Odilia Campos Gil"),
        ("Nombre: Odilia\nApellidos: Campos Gil\nBorren mi cuenta", "Odilia Campos Gil"),
        ("Nome: Odilla\nCognome: Campi\nCancellate il mio account", "Odilla Campi"),
        ("Nome: Odília\nApelido: Campos\nApaguem a minha conta", "Odília Campos"),
        ("Imię: Oda\nNazwisko: Marzec\nUsuńcie moje konto", "Oda Marzec"),
        ("first_name: hedda\nlast_name: lund\nmessage: erase my file", "Hedda Lund"),
        ('{"firstName": "Hedda", "lastName": "Lund", "message": "erase my file"}', "Hedda Lund"),
        ("First name *\nHedda\nLast name *\nLund\nMessage\nErase my file", "Hedda Lund"),
        ("First name: Hedda Last name: Lund Phone number: - Message: erase my file", "Hedda Lund"),
        ("**First name:** Hedda\n**E-mail:** h@lund.example\n**Last name:** Lund\nErase my file", "Hedda Lund"),
        ("First name,Last name,E-mail\nHedda,Lund,h@lund.example\nPlease erase this one", "Hedda Lund"),
        ("Agent first name: Piers\nAgent last name: Gant\nFirst name: Hedda\nLast name: Lund\nErase", "Hedda Lund"),
        (
            "Parent first name: Ada\nParent last name: Lund\nChild first name: Ida\nChild last name: Lund\n"
            "Please erase my child's file.",
            "Ida Lund",
        ),
        # the whole in one of them, and none
        ("Name: Hedda Lund\nFirst name: Hedda\nErase my file", "Hedda Lund"),
        ("Imię i nazwisko: Oda Marzec\nUsuńcie moje konto", "Oda Marzec"),
        ("First name: n/a\nLast name: n/a\nErase my file", None),
        ("My first name is wrong and so is my last name. Erase my file.", None),
        ("First name,Last name\nHedda,Lund\nPiers,Gant\nErase their files", None),
    ],
)
def test_whose_name_stands_in_two_fields(said: str, name: str | None) -> None:
    assert _name(said) == name


@each(
    ("said", "name", "email", "phone"),
    [
        (
            "Requester: Odile Marsh\nAgent: Piers Gant (piers@gants.example, +44 20 7946 0118)\nErase her file.",
            "Odile Marsh",
            None,
            None,
        ),
        (
            "Agent: Piers Gant, e-mail: piers@gants.example\nCustomer: Odile Marsh, mail: odile@marsh.example\nErase.",
            "Odile Marsh",
            "odile@marsh.example",
            None,
        ),
        (
            "Behandelaar telefoon: 020 794 6011\nBeller telefoon: 020 794 6022\nBeller: Sietske Hoek\nAccount wissen.",
            "Sietske Hoek",
            None,
            "020 794 6022",
        ),
        (
            "E-Mail des Bearbeiters: u.kranz@firma.example\nE-Mail: hanno@lund.example\nBitte mein Konto löschen.",
            None,
            "hanno@lund.example",
            None,
        ),
        ("Courriel de l'agent : r.gaillard@firme.example\nSupprimez mon compte.", None, None, None),
        (
            '{"assignee": {"name": "Piers Gant", "email": "piers@gants.example"}, "requester": {"name": "Odile Marsh", '
            '"email": "odile@marsh.example"}, "text": "Erase my file"}',
            "Odile Marsh",
            "odile@marsh.example",
            None,
        ),
        (
            '{"assigneeName": "Piers Gant", "assigneeEmail": "piers@gants.example", "requesterName": "Odile Marsh", '
            '"requesterEmail": "odile@marsh.example", "text": "Erase my file"}',
            "Odile Marsh",
            "odile@marsh.example",
            None,
        ),
        # what is no field of theirs
        ("Agent: Piers Gant | Email: odile@marsh.example | Erase my file.", None, "odile@marsh.example", None),
        ('{"assignee": "Piers Gant", "email": "odile@marsh.example", "text": "Erase my file"}', *_ODILE),
        ("I am the owner: odile@marsh.example. Erase my file.", *_ODILE),
        ("Your agent asked for it: odile@marsh.example. Erase my file.", *_ODILE),
        ("Erase her file, please. Verified by e-mail: odile@marsh.example.", *_ODILE),
        ("Agent: so it is odile@marsh.example?\nMe: yes, erase my file", *_ODILE),
        ("Account owner e-mail: odile@marsh.example\nErase my file.", *_ODILE),
    ],
)
def test_whose_address_and_number_a_field_gives(
    said: str, name: str | None, email: str | None, phone: str | None
) -> None:
    reading = read(said)
    facts = (reading.name, reading.email, reading.phone)
    assert tuple(fact.value if fact else None for fact in facts) == (name, email, phone)
