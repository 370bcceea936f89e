"""Articles of the law that are cited as a range, and those of contracts: invented messages."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "said",
    [
        "I exercise my rights under articles 15-22 GDPR.",
        "I exercise my rights under Art. 15 – 22 GDPR.",
        "Ich mache meine Rechte nach Art. 15 bis 22 DSGVO geltend.",
        "Ik beroep mij op de artikelen 15 tot 22 AVG.",
        "Ejerzo mis derechos de los artículos 15 a 22 del RGPD.",
        "Esercito i diritti di cui agli articoli 15-22 GDPR.",
        "Exerço os direitos dos artigos 15.º a 22.º do RGPD.",
    ],
)
def test_who_cites_many_rights_at_once_is_asked_which(said: str) -> None:
    reading = read(said)
    assert reading.unsure
    assert "access" in {name for name, _ in reading.candidates}


@each(
    "said",
    [
        "Art. 15 Mietvertrag: bitte Heizung reparieren.",
        "Volgens artikel 17 van de huurovereenkomst moet de ketel nagekeken worden.",
        "Article 15 of the EU AI Act requires accuracy. What is your status?",
    ],
)
def test_articles_of_a_contract_are_no_right(said: str) -> None:
    assert not read(said).rights
