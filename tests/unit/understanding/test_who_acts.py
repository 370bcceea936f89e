"""Who acts for another and who is a child, by forms, deputies and ages, in eight languages: invented messages."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    ("said", "acts", "minor"),
    [
        ("Caller: Rhiannon Peek, aged 15, rang for herself. Wants her photo deleted from the club page.", False, True),
        ("Beller: Fenna Postma, 15 jaar. Wil dat haar foto van de site wordt verwijderd.", False, True),
        ("Anruferin: Lotte Kern, 15 Jahre, möchte, dass ihr Foto gelöscht wird.", False, True),
        ("Appelante : Maëlle Roy, 15 ans, demande la suppression de sa photo.", False, True),
        ("Solicitante: Noa Vidal, 15 años. Pide que borremos su foto.", False, True),
        ("Richiedente: Gaia Fonti, 15 anni. Chiede la cancellazione della sua foto.", False, True),
        ("Requerente: Inês Prata, 15 anos. Pede que apaguem a fotografia dela.", False, True),
        ("Wnioskodawczyni: Maja Kot, lat 15. Prosi o usunięcie zdjęcia.", False, True),
        ("Bonjour, je suis le papa d'Isaure Morin, 9 ans. Supprimez son compte de jeu.", True, True),
        (
            "Richiedente: Paola Nervi (madre). Chiede la cancellazione dei dati della figlia, Sofia Reali, 10 anni.",
            True,
            True,
        ),
        ("Applicant: Dawn Speight (mother). Wants the data of her daughter Poppy Speight, 10, deleted.", True, True),
        ("Antragstellerin: Petra Wolf (Mutter). Daten der Tochter Mia Wolf, 10 Jahre, löschen.", True, True),
        ("Aanvrager: Sylvia Bos (moeder). Gegevens van dochter Lieke Bos, 10 jaar, verwijderen.", True, True),
        ("Solicitante: Marta Gil (madre). Pide borrar los datos de su hija Noa Gil, 10 años.", True, True),
        ("Requerente: Rita Melo (mãe). Pede para apagar os dados da filha Íris Melo, 10 anos.", True, True),
        ("Wnioskodawca: Ewa Lis (matka). Prosi o usunięcie danych córki, Zofia Lis, lat 10.", True, True),
        ("Demandeuse : Claire Noël (mère). Suppression des données de sa fille Zoé Noël, 10 ans.", True, True),
        ("I'm Tom's mum. He is 14 and somehow has an account with you. Please remove it.", True, True),
        ("hi, tom's dad here. he's only 12, please delete his profile", True, True),
        ("Ich bin Tims Mama. Er ist 13 und hat ein Konto bei euch. Bitte löschen.", True, True),
        ("Ik ben Tim z'n vader, hij is 12. Graag zijn account verwijderen.", True, True),
        ("Tom zijn moeder hier. Hij is 13, graag zijn account verwijderen.", True, True),
        ("Lars Mutter hier. Er ist 12, bitte löschen Sie sein Konto.", True, True),
        ("This is Grace's daughter. Please delete her account, she is 84.", True, False),
        ("I'm Tom's mum and I want my own account deleted.", False, False),
        ("I'm Tom's mum. Unsubscribe me please.", False, False),
        ("I'm Tom's wife. The subscription was only 12. Please delete his account.", True, False),
        ("This is Mark's mother. Please delete me from your list; he signed me up.", False, False),
        ("I'm Tom's dad. They keep calling. Please remove the number.", False, False),
        ("I am counsel for Mrs Bell but this is about me: delete my own data.", False, False),
        ("We are solicitors instructed by Mrs Bell. Please provide a copy of all her data.", True, False),
        ("Jestem adwokatem pani Nowak, proszę o usunięcie jej danych.", True, False),
        ("As solicitors for Mrs Beatrice Nwosu we request a copy of everything you hold about her.", True, False),
        ("Als advocaat van mevrouw Bakker verzoek ik u om inzage in haar dossier.", True, False),
        ("Ich bin der Anwalt von Herrn Müller und bitte um Auskunft über seine Daten.", True, False),
        ("En tant qu'avocat de Mme Perrin, je demande la copie de ses données.", True, False),
        ("Como abogada de la señora Gil pido una copia de sus datos.", True, False),
        ("In qualità di legale della signora Nervi chiedo copia dei suoi dati.", True, False),
        ("Na qualidade de advogada da senhora Melo, peço cópia dos dados dela.", True, False),
        ("Jako pełnomocnik pani Nowak proszę o usunięcie jej danych.", True, False),
        ("The lawyer of Mr Bell has my data. Delete my data at once.", False, False),
        ("Mijn zoon is elf jaar. Verwijder zijn account alstublieft.", True, True),
        ("My son is eleven. Please delete the account.", True, True),
        ("Mi hijo tiene once años. Borren la cuenta, por favor.", True, True),
        ("De bewindvoerder van mevr. Corrie Blom, 81 jaar, vraagt een kopie van haar gegevens.", True, False),
        ("The appointee of Mrs Edna Firth, 84, asks us to delete her data.", True, False),
        ("Die Betreuerin von Frau Gerda Post, 84, bittet um Löschung ihrer Daten.", True, False),
        ("La tutrice de Mme Odile Brun, 84 ans, demande la suppression de ses données.", True, False),
        ("El tutor legal de D. Emilio Rus, 84 años, pide que se borren sus datos.", True, False),
        (
            "L'amministratrice di sostegno della sig.ra Pina Rota, 84 anni, chiede la cancellazione dei suoi dati.",
            True,
            False,
        ),
        ("O acompanhante legal do Sr. Abílio Reis, 84 anos, pede para apagar os dados dele.", True, False),
        ("Kurator pani Heleny Mróz, 84 lata, prosi o usunięcie jej danych.", True, False),
        ("Dzień dobry, piszę za żonę, Halinę Mróz. Proszę o usunięcie jej danych.", True, False),
        ("Ik ben mentor van Jan Dekker en vraag om verwijdering van zijn gegevens.", True, False),
        ("Als Betreuer für Herrn Otto Klamm bitte ich um Auskunft über seine Daten.", True, False),
        (
            "Delete my account please. The other e-mail on the order is my daughter's, that one does not count. Ann",
            False,
            False,
        ),
        (
            "Verwijder mijn gegevens. Het adres op de laatste bestelling is van mijn dochter, dat telt niet mee. Bea",
            False,
            False,
        ),
        (
            "Bitte löschen Sie meine Daten. Die andere Adresse ist von meiner Tochter, die zählt nicht. Jana Holt",
            False,
            False,
        ),
        ("Supprimez mes données. L'autre adresse est celle de ma fille, elle ne compte pas. Anne Roy", False, False),
        ("Cancellate i miei dati. L'altro indirizzo è di mia figlia, quello non conta. Anna Riva", False, False),
        ("Apaguem os meus dados. O outro e-mail é da minha filha, esse não conta. Ana Reis", False, False),
        ("Proszę usunąć moje dane. Drugi adres jest mojej córki, ten się nie liczy. Anna Kos", False, False),
        (
            "Ich bekomme ständig Werbung für Windeln. Mein Sohn ist schon elf Jahre alt! Bitte 0171 5550101 löschen.",
            False,
            False,
        ),
        (
            "Ik krijg elke week sms'jes over luiers. Mijn zoon is al elf jaar! Haal 0612345678 van de lijst.",
            False,
            False,
        ),
        (
            "Recibo cada semana un SMS de pañales. ¡Mi hijo ya tiene once años! Quiten el 600 111 222 de la lista.",
            False,
            False,
        ),
        (
            "Ricevo ogni settimana un SMS sui pannolini. Mio figlio ha già undici anni! Togliete il 333 1112223.",
            False,
            False,
        ),
        (
            "Je reçois chaque semaine un SMS sur les couches. Mon fils a déjà onze ans ! Retirez le 06 12 34 56 78.",
            False,
            False,
        ),
        (
            "I get texts about nappies every week. My son is eleven already! Take 07700 900123 off the list.",
            False,
            False,
        ),
        (
            "My frequent flyer number is 441 0127 8. I want to see every piece of information you keep about me.",
            False,
            False,
        ),
        (
            "Co tydzień dostaję SMS-y o pieluchach. Mój syn ma już jedenaście lat! Proszę usunąć 600 111 222 z listy.",
            False,
            False,
        ),
        ("Jestem ojcem Kasi Kot, lat 11. Proszę usunąć jej dane.\nMarek Kot", True, True),
        ("Podałam alergię tylko dla opiekuna obozu. Proszę usunąć moje dane. Ewa Kot", False, False),
        ("how do i get a copy of what you have on my boy? he is Kofi Bell, 6 yrs. i am his mum", True, True),
        ("Soy la mamá de Noa Vidal, de 11 años. Solicito borrar sus fotos. El recibo 55 está pagado.", True, True),
    ],
)
def test_who_acts_and_who_is_a_child(said: str, acts: bool, minor: bool) -> None:
    flags = {fact.value for fact in read(said).flags}
    assert (Flag.REPRESENTATIVE in flags, Flag.MINOR in flags) == (acts, minor)


@each(
    ("said", "acts", "minor"),
    [
        ("Sou mãe e encarregada de educação da Ana Melo, aluna do 5.º ano. Apaguem os dados dela.", True, True),
        (
            "O meu marido, Abel Melo, faleceu. Chegam cartas em nome dele, o que me custa. Apaguem os dados dele.",
            True,
            False,
        ),
        ("mevrouw Roelofsen wil uit de app, ze eet nu bij haar zoon. Alles mag verwijderd worden", False, False),
        ("Mi pareja, Ana Ruiz, falleció en mayo. Borren su cuenta.", True, False),
    ],
)
def test_parents_of_pupils_and_relatives_who_are_only_lived_with(said: str, acts: bool, minor: bool) -> None:
    flags = {flag.value for flag in read(said).flags}
    assert (Flag.REPRESENTATIVE in flags, Flag.MINOR in flags) == (acts, minor)
