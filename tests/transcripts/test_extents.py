"""How far a wish to be deleted goes, where its own words name a part."""

from tests.lines import each
from tests.transcripts.talk import Talk


def reviewed(words: str) -> Talk:
    talk = Talk()
    talk.says(words)
    if "What is the person asking for?" in talk.text:
        talk.presses("Delete")
    talk.says("today")
    talk.says("Spain")
    return talk


@each(
    "words",
    [
        "Rita Moll, rita@moll.example, wants her photo taken off the website",
        "Rita Moll, rita@moll.example, wil dat we haar telefoonnummer verwijderen",
        "Rita Moll, rita@moll.example, möchte, dass wir ihre Telefonnummer löschen",
        "Rita Moll, rita@moll.example, veut qu'on supprime son numéro de téléphone",
        "Rita Moll, rita@moll.example, quiere que borremos sus fotos de la web",
        "Rita Moll, rita@moll.example, chiede di cancellare il suo numero",
        "Rita Moll, rita@moll.example, quer apagar a fotografia dela",
        "Rita Moll, rita@moll.example, prosi o usunięcie zdjęć z naszej strony",
    ],
)
def test_a_part_that_is_to_be_deleted_is_told_in_its_words(words: str) -> None:
    reviewed(words).shows("Open this case?", f"Wants deleted: {words}")


@each(
    "words",
    [
        "Rita Moll, rita@moll.example, wants her account and all photos deleted",
        "Rita Moll, rita@moll.example, wants her data deleted, her number is 4711",
        "Rita Moll, rita@moll.example, will gelöscht werden, Telefonnummer 0170 5550100",
        "Rita Moll, rita@moll.example, wil dat al haar gegevens en foto's gewist worden",
        "Rita Moll, rita@moll.example: delete all my data and send me a copy of my photos",
    ],
)
def test_the_whole_is_everything_whatever_is_named_besides(words: str) -> None:
    reviewed(words).shows("Open this case?", "Wants deleted: everything we may delete")


@each(
    "words",
    [
        "please send me a copy of all my data and delete my phone number",
        "quiero una copia de todos mis datos y que borren mi foto",
        "proszę o kopię wszystkich moich danych oraz o usunięcie numeru telefonu",
    ],
)
def test_all_that_is_to_be_sent_is_not_all_that_is_to_be_deleted(words: str) -> None:
    reviewed(f"Rita Moll, rita@moll.example: {words}").shows(f"Wants deleted: {words}")


@each(
    ("wishes", "words", "shown"),
    [
        ("wants a copy and her data deleted", "just delete", "Wants deleted: everything we may delete"),
        ("wants something about her mails", "only the newsletter", "only the newsletter"),
    ],
)
def test_a_word_that_tells_which_of_several_wishes_it_is_limits_none(wishes: str, words: str, shown: str) -> None:
    talk = Talk()
    talk.says(f"Rita Moll, rita@moll.example, {wishes}")
    for said in (words, "today", "Spain"):
        talk.says(said)
    talk.shows("Open this case?", shown)
