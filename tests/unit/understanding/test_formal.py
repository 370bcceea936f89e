"""Formal wishes that say neither "my" nor "me" are asked about; what only sounds so is left alone."""

import pytest

from tests.unit.understanding.said import read


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Por la presente ejerzo el derecho de acceso. De no ser atendido, acudiré al Juzgado.\nLuis García", "access"),
        ("Je demande l'accès aux données. À défaut, saisine du tribunal judiciaire.", "access"),
        ("Veuillez supprimer le compte. À défaut, le tribunal judiciaire de Lyon sera saisi.", "erasure"),
        ("Con la presente il sottoscritto Mario Rossi chiede l'accesso ai dati. In difetto, querela.", "access"),
        ("Con la presente si chiede la cancellazione dei dati personali del sottoscritto entro 30 giorni.", "erasure"),
        ("Venho solicitar a eliminação dos dados no prazo de 30 dias, sob pena de queixa-crime.", "erasure"),
        ("Żądam dostępu do danych. W przeciwnym razie sprawa trafi do Sądu Rejonowego.", "access"),
        ("Chiedo la cancellazione entro 30 giorni; in difetto, ricorso al Tribunale di Milano. Mario Rossi", "erasure"),
        ("Wzywam do usunięcia danych w terminie 7 dni.", "erasure"),
        ("We request erasure of the account, failing which proceedings will be issued.", "erasure"),
        ("Sie werden aufgefordert, bis zum 5. März Auskunft über die gespeicherten Daten zu erteilen.", "access"),
    ],
)
def test_a_formal_wish_is_asked_about(text: str, right: str) -> None:
    reading = read(text)
    assert reading.unsure
    assert right in {label for label, _ in reading.candidates}
    assert not any(flag.value.value == "legal_demand" for flag in reading.flags)


@pytest.mark.parametrize(
    "text",
    [
        "Je demande la suppression de la ligne 4 du devis, merci.",
        "Si richiede la cancellazione dell'ordine 4711.",
        "Wir fordern die Löschung der Hypothek im Grundbuch.",
    ],
)
def test_a_formal_letter_about_a_thing_is_none(text: str) -> None:
    reading = read(text)
    assert not reading.rights


def test_a_formal_wish_is_signed_by_its_reader() -> None:
    (wish,) = read("Je demande l'accès aux données. À défaut, saisine du tribunal judiciaire.").rights
    assert (wish.reader, wish.quote) == ("formal", "Je demande l'accès")
