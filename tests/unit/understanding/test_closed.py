"""Who tells colleagues that a case is over asks for nothing; who asks whether it is over still does."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "told",
    [
        "fyi: the deletion for Mr Hobbs is done and he has been told. nothing left to do",
        "Ticket 33120 resolved: user's deletion request was completed on 2 Feb 2026, confirmation sent. Auto-closed.",
        "fyi: verwijderverzoek van mevrouw Blom is gisteren afgerond, klant heeft bevestiging. mag dicht",
        "Status Datenschutz KW 8: Löschantrag Frau Busch abgeschlossen, Bestätigung verschickt. Sonst nichts Neues.",
        "Compte rendu du 5 mars : la demande d'effacement de Mme Roux est clôturée, réponse envoyée.",
        "Acta de la reunión: la solicitud de supresión del Sr. Gil quedó cerrada el lunes y se le confirmó.",
        "Verbale: la richiesta di cancellazione della sig.ra Riva è stata chiusa e confermata.",
        "Ata da reunião: o pedido de apagamento da Sra. Lopes foi concluído e encerrado. Sem outros assuntos.",
        "Notatka ze spotkania: wniosek p. Nowaka o usunięcie danych został zrealizowany i zamknięty.",
    ],
)
def test_a_case_that_is_told_to_be_over_is_no_question(told: str) -> None:
    assert read(told).meta is Meta.NONE


@each(
    "asked",
    [
        "is the request of Mr Hobbs closed",
        "Customer wants to know whether her access request is completed",
        "Klant vraagt of zijn verwijderverzoek is afgerond",
        "Kd. fragt, ob Löschung erledigt",
        "my erasure was supposedly completed in March, yet I still get letters",
        "Mein Löschantrag vom Montag hat sich erledigt, bitte alles so lassen.",
        "Cliente pergunta se o pedido de apagamento foi concluído",
    ],
)
def test_who_asks_whether_it_is_over_is_heard(asked: str) -> None:
    assert read(asked).meta is Meta.STATUS_QUERY


def test_a_case_that_is_said_to_be_closed_though_something_is_left_is_heard() -> None:
    reading = read("the case is closed but Mr Hobbs says he still gets our newsletter")
    assert reading.rights or reading.unsure


@each(
    "asked",
    [
        "Con la presente domando se l'istanza di limitazione da me inviata il 9 gennaio sia stata evasa. Rag. Bo Lind",
        "In relazione all'istanza da me presentata il 2 aprile, chiedo se la cancellazione sia stata conclusa.",
        "I should be grateful to learn whether the erasure requested on 2 April has been completed.",
        "Gaarne verneem ik of het verwijderverzoek van 2 april is afgehandeld.",
        "Quisiera saber si la solicitud de supresión de 2 de abril quedó cerrada.",
        "Uprzejmie zapytuję, czy wniosek o usunięcie danych został zrealizowany.",
    ],
)
def test_who_asks_in_formal_words_is_heard(asked: str) -> None:
    reading = read(asked)
    assert reading.meta is Meta.STATUS_QUERY or reading.unsure
