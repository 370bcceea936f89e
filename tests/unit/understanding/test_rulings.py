"""What newsletters tell of lawsuits is never acted on; what parties write themselves is."""

from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "news",
    [
        "Cour de cassation : le salarié licencié avait demandé à son ancien employeur la copie de tous ses "
        "courriels sur le fondement de l'article 15 du RGPD. Le pourvoi est rejeté.",
        "The High Court dismissed the appeal: the claimant had asked her former firm for a copy of all her "
        "personal data under Article 15 GDPR. Full note on our blog.",
        "OLG Köln, Urteil vom 3. März: Der Kläger hatte von der Bank nach Art. 15 DSGVO eine Kopie aller "
        "seiner Daten verlangt.",
        "OLG Köln: Der Kläger begehrte von seiner Bank Auskunft über alle gespeicherten Daten nach Art. 15 "
        "DSGVO. Urteil im Volltext.",
        "Rechtbank: eiseres heeft haar werkgever gevraagd al haar persoonsgegevens te wissen op grond van "
        "artikel 17 AVG. Lees de uitspraak.",
        "El Tribunal Supremo resuelve: la trabajadora solicitó a su empresa una copia de todos sus datos "
        "personales al amparo del artículo 15 del RGPD.",
        "Cassazione, sentenza 12: il lavoratore aveva chiesto all'azienda copia di tutti i suoi dati "
        "personali ai sensi dell'art. 15 GDPR.",
        "Wyrok WSA: skarżąca zażądała od banku kopii wszystkich swoich danych na podstawie art. 15 RODO.",
        "Acórdão: o trabalhador pediu à empresa uma cópia de todos os seus dados pessoais ao abrigo do "
        "artigo 15.º do RGPD.",
    ],
)
def test_news_of_a_lawsuit_is_never_acted_on(news: str) -> None:
    reading = read(news)
    assert reading.unsure or not reading.rights


@each(
    "words",
    [
        "The court's judgment in my case is attached. As the claimant I ask you: please delete all my personal data.",
        "Ticket 4711: the customer won in court against us last year, she wants all her data deleted now.",
        "Ik was eiser bij de rechtbank. Verwijder nu alstublieft al mijn persoonsgegevens.",
    ],
)
def test_who_asks_after_a_ruling_is_told(words: str) -> None:
    reading = read(words)
    assert [fact.value.value for fact in reading.rights] == ["erasure"]
    assert not reading.unsure
