"""A request that is told behind one that is over is asked about; what is over, too, is not."""

from bot.rights import Right
from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("told", "right"),
    [
        ("Access case done, follow-up: deletion of everything for Mr Hobbs.", Right.ERASURE),
        ("Erasure for Bell done on 3 May. Fresh erasure demand received this morning from Tom Bell.", Right.ERASURE),
        (
            "Inzageverzoek is afgerond in maart. Vandaag nieuw inzageverzoek van dezelfde klant, Jan Visser.",
            Right.ACCESS,
        ),
        ("Klacht opgelost. Daarna kwam een verwijderverzoek van mevrouw Bos binnen.", Right.ERASURE),
        ("Bezwaar afgerond. Gisteren kwam er nog een inzageverzoek binnen van Dekker.", Right.ACCESS),
        ("Auskunft Müller abgeschlossen. Neu: Löschantrag Müller vom 3. Mai.", Right.ERASURE),
        ("Accès Petit clôturé. Nouvelle demande : effacement pour M. Petit.", Right.ERASURE),
        ("Queja resuelta. Hoy llegó una solicitud de acceso de la señora Gil.", Right.ACCESS),
        ("Accesso Rossi chiuso. Nuova richiesta: cancellazione dei dati di Rossi.", Right.ERASURE),
        ("Reclamação resolvida. Hoje chegou um pedido de acesso da dona Rita.", Right.ACCESS),
        ("Reklamacja rozpatrzona. Dziś wpłynął wniosek o dostęp od pani Zielińskiej.", Right.ACCESS),
    ],
)
def test_a_new_request_behind_one_that_is_over_is_asked_about(told: str, right: Right) -> None:
    reading = read(told)
    assert reading.unsure and reading.candidates[0][0] == right.value


@each(
    "told",
    [
        "Minutes: access request of Ms Bell closed. The new deletion request of Mr Hobbs was completed, too.",
        "Compliance report: deletion case of Ms Bos closed on 3 May. No new deletion requests.",
        "Status: Löschantrag Frau Busch abgeschlossen. Keine neuen Löschanträge in dieser Woche.",
        "Notulen: de opslag is gesloten. Volgende maand komt de nieuwe koffieautomaat, dan kijken we verder.",
        "Verslag: verwijderverzoek van mevrouw Blom afgerond. Nieuwe koffieautomaat besteld.",
    ],
)
def test_where_all_is_over_nothing_is_asked(told: str) -> None:
    reading = read(told)
    assert not reading.rights and not reading.unsure


@each(
    "asked",
    [
        "Ann Bell rang: her deletion should have been done by 3 May. Status needed.",
        "Demande d'effacement de M. Petit marquée close. En attente de nouvelles.",
    ],
)
def test_who_waits_for_news_of_a_case_said_to_be_over_is_heard(asked: str) -> None:
    reading = read(asked)
    assert reading.meta is Meta.STATUS_QUERY or reading.unsure
