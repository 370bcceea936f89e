"""Names that were written wrongly, told by both spellings beside other matters: nobody says "correct" there."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "note",
    [
        "Delivery great. Label said Gareth, I'm Garth.",
        "Danke für das Paket! Auf dem Etikett steht Gerhart, ich heiße Gerhard.",
        "Merci pour le colis. L'adresse est au nom de Dupond, moi c'est Dupont.",
        "En la etiqueta pone Gonzales, soy González.",
        "Tutto bene, grazie. Sull'etichetta c'è Rosi, sono Rossi.",
        "Entrega ok. Na etiqueta Gonsalves, sou Gonçalves.",
        "Dostawa ok. Na etykiecie Grzelek, a ja Grzelak.",
        "Pakje is er, bedankt. Op het label Jansen, ik ben Janssen.",
        "Badges printed nicely. Mine has Bo, it's Bø.",
        "la misma señora de la semana pasada, es KRISTIN con K",
        "to jest Krystyna przez y",
    ],
)
def test_two_spellings_are_asked_about_as_a_correction(note: str) -> None:
    reading = read(note)
    assert reading.unsure
    assert reading.candidates[0][0] == "rectification"


def test_the_words_in_doubt_are_both_spellings() -> None:
    (right,) = read("Entrega ok. Na etiqueta Gonsalves, sou Gonçalves.").rights
    assert right.quote == "Gonsalves, sou Gonçalves"
    assert right.reader == "spelling"


@each(
    "note",
    [
        "Great evening, Marta and Marti sang. I'm still humming.",  # nobody is said to be either
        "The parcel for Jensen came. I'm not Jenson, that is the neighbour.",
        "Anna's cake was lovely. It's Annas best so far.",  # another form of the same
        "On Monday we meet at the Tower. It's Tuesday that I can't.",
        "È Sofia con i bambini al telefono, vuole il menu.",
        "Kan marketing dit doen? Het is Van Dam die erover gaat.",
    ],
)
def test_other_words_that_look_alike_are_no_correction(note: str) -> None:
    reading = read(note)
    assert reading.meta is Meta.NONE
    assert all(right.reader != "spelling" for right in reading.rights)
