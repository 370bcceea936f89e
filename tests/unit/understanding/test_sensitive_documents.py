"""Numbers of passports, identity cards and driving licences go where their names lead to them; what else stands beside
such a name stays."""

from bot.understanding.sensitive.masks import mask
from tests.lines import each
from tests.unit.understanding.masked import goes


@each(
    ("text", "value"),
    [
        ("Passport number: NX4R82JK1, issued in Breda", "NX4R82JK1"),
        ("rijbewijsnummer 5412873906, kopie in bijlage", "5412873906"),
        ("dowód osobisty ABS 123456 wydany w Gdyni", "ABS 123456"),
        ("my driving licence (GB) is MORGA 753116 SM9IJ and I moved", "MORGA 753116 SM9IJ"),
        ("YA1234567 è il mio passaporto", "YA1234567"),
        ("X4RTBPFW4 (Passnummer), Kunde seit 2011", "X4RTBPFW4"),
        ("name;passport_no;town\nAna;X4RTBPFW4;Lyon", "X4RTBPFW4"),
        ("her passport number, NX4R82JK1, is in the notes", "NX4R82JK1"),
        ("my ID card number is L22N7788K", "L22N7788K"),
        ("PPS number: 1234567TW", "1234567TW"),
        ("scan says\nIDD<<T220001293<<<<<<<<<<<<<<<\nplease delete", "IDD<<T220001293<<<<<<<<<<<<<<<"),
    ],
)
def test_the_number_of_a_document_goes(text: str, value: str) -> None:
    goes(text, "identity document", value)


@each(
    "text",
    [
        "passport attached. 4471022 is my order",
        "my student ID card 4471022 expired",
        "<<<<<<<<<< cut here >>>>>>>>>>",
        "the passport renewal ticket 4471022 is late",
        "my passport expires 12/03/2030, driving licence since 2011",
        "permis B 12/03/2010, téléphone 06 12 34 56 78",
        "order 4471022 was a passport cover",
        "4471022 (passport attached), Ann Bell wants a copy",
        "Kunde 4471022 (Führerschein liegt bei)",
    ],
)
def test_what_else_stands_beside_a_documents_name_stays(text: str) -> None:
    assert mask(text) == (text, ())


def test_the_code_behind_a_cards_number_goes_whatever_it_is_called() -> None:
    masked, kinds = mask("4532015112830366, gültig 11/28, Prüfziffer 918. Code 4471 öffnet das Paket")
    assert masked == (
        "[card number: not kept], gültig 11/28, Prüfziffer [card code: not kept]. Code 4471 öffnet das Paket"
    )
    assert kinds == ("card number", "card code")
