"""What somebody is called whose Polish name a sentence bends."""

from bot.understanding.who.nominative import nominative
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("bent", "called"),
    [
        ("Anny Kowalskiej", "Anna Kowalska"),
        ("Marka Nowaka", "Marek Nowak"),
        ("Pawła Dudka", "Paweł Dudek"),
        ("Tomasza Wilka", "Tomasz Wilk"),
        ("Beaty Sikory", "Beata Sikora"),
        ("Ewy Bąk", "Ewa Bąk"),
        ("Zofią Nowicką", "Zofia Nowicka"),
        ("Janem Kowalskim", "Jan Kowalski"),
        ("Piotrowi Zielińskiemu", "Piotr Zieliński"),
        ("Jana Pawła Nowaka", "Jan Paweł Nowak"),
        ("Katarzyny Nowak-Kowalskiej", "Katarzyna Nowak-Kowalska"),
        ("Stanisława Górskiego", "Stanisław Górski"),
        ("Jerzego Kozła", "Jerzy Kozioł"),
        ("Ady Rey", "Ada Rey"),
        # these are called so, or cannot be told
        ("Stanisława Górska", "Stanisława Górska"),
        ("Daniela Sowa", "Daniela Sowa"),
        ("Zdzisława Chmielnicka", "Zdzisława Chmielnicka"),
        ("Zdzisława Sowa", "Zdzisława Sowa"),
        ("Roberta Chmielnicka", "Roberta Chmielnicka"),
        ("Aleksandra Nowak", "Aleksandra Nowak"),
        ("Marek Nowak", "Marek Nowak"),
        ("Jana Novotná", "Jana Novotná"),
        ("Emily Smith", "Emily Smith"),
        ("Anny", "Anny"),
    ],
)
def test_what_somebody_is_called(bent: str, called: str) -> None:
    assert nominative(bent) == called


def test_who_signs_is_called_so() -> None:
    for signed in ("Zdzisława Chmielnicka", "Roberta Sowa"):
        name = read(f"Dzień dobry,\n\nproszę o usunięcie moich danych.\n\nZ poważaniem\n{signed}").name
        assert name is not None
        assert name.value == signed


def test_a_bent_name_is_found_in_polish_alone() -> None:
    reading = read("Klient prosi o usunięcie konta Marka Nowaka.")
    assert reading.name is not None
    assert (reading.name.value, reading.name.quote) == ("Marek Nowak", "Marka Nowaka")
    english = read("Please delete the data of customer Anny Lis.").name
    assert english is not None
    assert english.value == "Anny Lis"
