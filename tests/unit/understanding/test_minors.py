"""Who is a child, as colleagues and relatives say it; and gifts for children, which make nobody a minor."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading
from tests.lines import each


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@each(
    "text",
    [
        "The customer is 14 years old and wants her account deleted.",
        "Customer is 15 and asks for a copy of his data.",
        "The caller is 13 years old. Wants to be removed from the list.",
        "klant is 15 jaar, wil haar account verwijderd hebben.",
        "De klant is 15 jaar oud en wil inzage in haar gegevens.",
        "Kunde ist 14 Jahre alt, möchte sein Konto löschen lassen.",
        "Die Anruferin ist 15 und will Auskunft über ihre Daten.",
        "La cliente a 14 ans et veut supprimer son compte.",
        "El cliente tiene 15 años y quiere borrar su cuenta.",
        "Il cliente ha 14 anni e vuole cancellare il suo account.",
        "O cliente tem 15 anos e quer apagar a conta.",
        "Klient ma 14 lat i chce usunąć konto.",
        "My niece is 12, please delete her account.",
        "Lea Bell (16) aus der Theatergruppe will ihr Video von YouTube runter haben.",
        "20 May 2026. We act for Mrs Joan Bell, mother of Elsie Bell (born 2017). Delete the footage of Elsie.",
        "come padre di Ugo Gallo (classe 2ª C) chiedo copia del suo fascicolo",
        "Please delete my nephew's account, he is 13.",
        "Please delete the account of my little sister (13).",
        "Verwijder het account van mijn zusje.",
        "Mijn nichtje is 12, verwijder haar account.",
        "Mijn broertje heeft een account bij jullie, graag verwijderen.",
        "Bitte löschen Sie das Konto meiner kleinen Schwester.",
        "Meine Nichte ist 12, bitte löschen Sie ihr Konto.",
        "Supprimez le compte de ma petite sœur.",
        "Ma nièce a 12 ans, supprimez son compte.",
        "Borren la cuenta de mi hermanita.",
        "Mi sobrina tiene 12 años, borren su cuenta.",
        "Cancellate l'account della mia sorellina.",
        "Mia nipote ha 12 anni, cancellate il suo account.",
        "Apaguem a conta da minha irmãzinha.",
        "A minha sobrinha tem 12 anos, apaguem a conta dela.",
        "Moja siostrzenica ma 12 lat, proszę usunąć jej konto.",
        "Als Sorgeberechtigter verlange ich Auskunft über die Daten von Jonas Huber.",
        "Als Sorgeberechtigte bitte ich um Löschung der Daten von Jonas Huber.",
    ],
)
def test_a_child_is_told(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@each(
    "text",
    [
        "I bought a gift for my son in May. Please delete my account.",
        "I ordered a bike for my daughter, order 4411, where is it? Delete my data afterwards.",
        "I bought a birthday present for my daughter and now I get your spam. Remove me from the list.",
        "Ik heb een cadeau voor mijn zoon gekocht. Verwijder mijn gegevens.",
        "Ich habe ein Geschenk für meine Tochter gekauft. Bitte löschen Sie mein Konto.",
        "J'ai acheté un cadeau pour mon fils. Supprimez mon compte.",
        "Compré un regalo para mi hija. Borren mi cuenta.",
        "Ho comprato un regalo per mio figlio. Cancellate il mio account.",
        "Comprei um presente para o meu filho. Apaguem a minha conta.",
        "Kupiłem prezent dla syna. Proszę usunąć moje konto.",
        "I got it as a gift for my son. Stop mailing me.",
        "The customer has been with us for 14 years and wants her account deleted.",
        "The customer is 44 years old and wants her account deleted.",
        "My little sister recommended you, delete my account.",
        "I bought it for my niece, please delete my account.",
        "Geschenk für unsere Tochter bestellt, bitte löscht mich aus dem Verteiler.",
    ],
)
def test_a_gift_for_a_child_or_an_age_of_something_else_makes_no_minor(text: str) -> None:
    flags = {fact.value for fact in read(text).flags}
    assert flags.isdisjoint((Flag.MINOR, Flag.REPRESENTATIVE))


@each(
    "text",
    [
        "I work as a lawyer. Please delete my data.",
        "I'm a solicitor myself. Send me a copy of my data.",
        "I'm a mother of two. Delete my account.",
        "My mother's maiden name is Bell, delete that security question of my account.",
        "On behalf of all of us here: thanks. Delete my account.",
        "I was a minor when I signed up in 2009. Delete my account.",
        "Ik werk als advocaat. Verwijder mijn gegevens.",
        "Ik ben moeder van drie. Schrijf mij uit.",
        "Namens het hele gezin bedankt. Verwijder mijn account.",
        "Ich arbeite als Anwältin. Bitte löschen Sie meine Daten.",
        "Ich bin Mutter von drei Kindern. Bitte melden Sie mich ab.",
        "Im Namen der ganzen Familie danke. Löschen Sie mein Konto.",
        "Je travaille comme avocate. Supprimez mes données.",
        "Je suis mère de trois enfants. Désinscrivez-moi.",
        "Au nom de toute la famille, merci. Supprimez mon compte.",
        "Soy madre de tres hijos. Denme de baja.",
        "En nombre de toda la familia, gracias. Borren mi cuenta.",
        "Sono mamma di tre figli. Cancellatemi dalla lista.",
        "A nome di tutta la famiglia, grazie. Cancellate il mio account.",
        "Sou mãe de três filhos. Cancelem a minha subscrição.",
        "Em nome de toda a família, obrigado. Apaguem a minha conta.",
        "Jestem mamą trójki dzieci. Wypiszcie mnie.",
        "W imieniu całej rodziny dziękuję. Usuńcie moje konto.",
        "I'm an attorney by trade and I'd like my profile removed.",
        "Being a mother of twins I have no time for spam. Unsubscribe me.",
        "The security question asks for my mother's maiden name; delete my account.",
        "Als advocaat weet ik hoe het werkt: geef mij mijn gegevens.",
        "Ich bin Jurist und möchte meine Daten sehen.",
        "Ich bin Vater von zwei Töchtern und will keine Werbung mehr.",
        "En tant qu'avocate, je suis choquée. Effacez mes données.",
        "Soy padre de dos hijas y no quiero más publicidad.",
        "Sono papà di due bambini e non voglio più pubblicità.",
        "Sou pai de duas filhas e não quero mais publicidade.",
        "Jestem tatą dwójki dzieci i nie chcę reklam.",
    ],
)
def test_a_trade_a_number_of_children_and_a_security_question_make_nobody_act_for_another(text: str) -> None:
    flags = {fact.value for fact in read(text).flags}
    assert flags.isdisjoint((Flag.MINOR, Flag.REPRESENTATIVE))


@each(
    "text",
    [
        "I am writing on behalf of my mother, please delete her data.",
        "I am the mother of Jo Bell, please delete his account.",
        "As a lawyer I act for Mrs Bell and ask for a copy of her data.",
        "My husband's data should be erased, he asked me to.",
        "As a solicitor instructed by Mrs Bell, I ask you to delete her data.",
        "Namens mijn moeder verzoek ik om verwijdering van haar gegevens.",
        "Als advocaat van de heer Smit vraag ik om zijn gegevens.",
        "Ich bin die Mutter von Tom Huber, bitte löschen Sie sein Konto.",
        "Au nom de ma mère, je demande l'effacement de ses données.",
        "En nombre de mi madre pido que borren sus datos.",
        "A nome di mia madre chiedo la cancellazione dei suoi dati.",
        "Em nome da minha mãe peço que apaguem os dados dela.",
        "W imieniu mojej mamy proszę o usunięcie jej danych.",
        "On behalf of my family of four, delete all our accounts.",
        "As Mrs Roe's solicitor I ask for her file.",
        "On behalf of my wife: please erase her account.",
        "On behalf of the whole Roe family, delete their records.",
        "Als advocaat vraag ik inzage in het dossier van mijn cliënt.",
        "En tant qu'avocat de Mme Roux je demande son dossier.",
        "In nome e per conto della signora Verdi chiedo i suoi dati.",
        "Jako adwokat pani Lis proszę o jej dane.",
    ],
)
def test_who_acts_for_another_is_told(text: str) -> None:
    assert read(text).flagged(Flag.REPRESENTATIVE) is not None


@each(
    "text",
    [
        "My son is 9 and has an account with you, delete it.",
        "Please delete my daughter's photo, she is 8.",
        "Our son, 11, signed up. Remove his data.",
        "Ik ben 13 jaar, verwijder mijn account.",
        "Mein Sohn ist 9 und hat ein Konto, bitte löschen.",
        "Mon fils a 9 ans et a un compte, supprimez-le.",
        "Mi hijo tiene 9 años y tiene una cuenta, bórrenla.",
        "Mio figlio ha 9 anni e ha un account, cancellatelo.",
        "O meu filho tem 9 anos e tem uma conta, apaguem-na.",
        "Mój syn ma 9 lat i ma konto, proszę je usunąć.",
        "I am the mother of three children aged 6, 9 and 12; delete their accounts.",
    ],
)
def test_a_child_is_told_by_their_age_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@each(
    "text",
    [
        "Sou cliente há 12 anos e quero apagar a conta.",
        "Cliente há 9 anos, quero sair da lista.",
        "A minha conta tem 12 anos, apaguem-na.",
        "O meu carro tem 10 anos, não preciso do seguro. Apaguem os meus dados.",
        "O meu contrato tem 15 anos e quero cancelá-lo; apaguem os meus dados.",
        "Compro na vossa loja há 14 anos. Apaguem os meus dados.",
        "Tenho conta convosco há 10 anos, quero uma cópia dos meus dados.",
        "Há 11 anos que sou cliente, apaguem tudo.",
        "Trabalho aqui há dez anos e quero os meus dados.",
        "Mi cuenta tiene 12 años, bórrenla.",
        "Mi coche tiene 10 años; borren mis datos del seguro.",
        "Il mio contratto ha 12 anni, cancellate i miei dati.",
        "La mia auto ha 10 anni, cancellate i miei dati.",
        "Mon compte a 12 ans, supprimez-le.",
        "Ma voiture a 10 ans, effacez mes données.",
        "Moje konto ma 12 lat, usuńcie je.",
        "Mój samochód ma 10 lat, usuńcie moje dane.",
        "My account is 12 years old, delete it.",
        "Mijn account is 12 jaar oud, verwijder het.",
        "Mijn auto is 10 jaar oud, verwijder mijn gegevens.",
        "Mein Konto ist 12 Jahre alt, bitte löschen.",
        "Je suis institutrice pour des enfants de 6 à 10 ans. Supprimez mon compte.",
        "I teach children aged 6 to 10. Delete my account.",
        "Ich unterrichte Kinder von 6 bis 10 Jahren. Bitte löschen Sie mein Konto.",
        "Ik geef les aan kinderen van 6 tot 10 jaar. Verwijder mijn account.",
        "Doy clase a niños de 6 a 10 años. Borren mi cuenta.",
        "Insegno a bambini dai 6 ai 10 anni. Cancellate il mio account.",
        "Dou aulas a crianças dos 6 aos 10 anos. Apaguem a minha conta.",
        "Uczę dzieci w wieku 6-10 lat. Usuńcie moje konto.",
        "Sono cliente da 12 anni, cancellate il mio account.",
        "Soy cliente desde hace 12 años, borren mi cuenta.",
        "Il titolare non sono io, la caldaia ha 11 anni: cancellate i miei dati.",
        "My car is 12 and my account is 9 years old, delete it.",
        "My 15-year-old car is in your system, delete my data.",
        "You keep sending me toy catalogues, I'm the father of three children aged 4, 7 and 9. Stop it.",
        "Please speak to me, her daughter, not to Mum: Rosalind Park wants her number deleted. Jill Park",
    ],
)
def test_years_as_a_customer_the_age_of_a_thing_and_pupils_make_no_minor(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is None


@each(
    "text",
    [
        "A minha filha tem 12 anos, apaguem a conta dela.",
        "O meu filho, de 9 anos, tem conta convosco. Apaguem-na.",
        "Tenho 14 anos e quero apagar a minha conta.",
        "Ha 12 anni, è mia figlia: cancellate il suo account.",
        "Mio figlio ha 11 anni e ha un account, cancellatelo.",
        "Ho 14 anni e voglio cancellare il mio account.",
        "A cliente tem 13 anos e quer apagar a conta.",
        "Mon fils de 10 ans a un compte, supprimez-le.",
        "Tengo 13 años, borren mi cuenta.",
        "My kids are 6 and 10, delete their accounts.",
        "Our kid, who is the holder of this account, is 12 years old: delete it.",
        "De gebruiker van het account is 13 jaar, verwijder het.",
    ],
)
def test_a_child_beside_a_thing_or_a_number_of_years_is_told(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@each(
    "text",
    [
        "My daughter is 8, delete her account.",
        "My daughter (8) has an account, remove it.",
        "My son (9) signed up without asking. Delete it please, my mail is a@b.example.",
        "My 9-year-old is on your site. My address is 12 Oak Road. Delete everything.",
        "Please delete the data of my 8-year-old daughter from my account.",
        "My 10-year-old son used my phone to sign up, remove his profile.",
        "My daughter is 8 and gets your mails at my address. Stop it and delete her data.",
        "I want a copy of the photos you took of my 7-year-old son. My account is 4411.",
        "My son is 11, delete him and my account.",
        "Mijn dochter is 8, verwijder haar account.",
        "Verwijder de foto van mijn zoontje van 6 van de site.",
        "Mein Sohn (9) hat sich angemeldet, bitte löschen Sie das. Meine Adresse: a@b.example",
        "Meine Tochter ist 8 und hat bei Ihnen ein Konto. Bitte löschen. Meine Mailadresse ist a@b.example.",
        "Mon fils a 10 ans et vous avez son adresse. Effacez-la.",
        "Supprimez les données de ma fille de 8 ans.",
        "Mi hija tiene 8 años y está en su lista, quítenla.",
        "Mio figlio di 9 anni si è iscritto, cancellatelo. La mia mail è a@b.example",
        "A minha filha de 8 anos inscreveu-se com o meu email, apaguem a inscrição.",
        "Mój 9-letni syn założył konto na mój adres, proszę je usunąć.",
        "My 8-year-old daughter's account must go.",
        "You mailed my 9-year-old. Stop that, and delete my account too.",
        "My daughter (8) signed up with my email address. Please delete the account.",
        "I am writing about my 10-year-old daughter Mia. Please remove my data and Mia's.",
        "I just turned 13. Please delete my account.",
        "Delete my account. My son (12).",
        "Wij zien dat software meekijkt bij de toetsen van onze zoon, met zijn ogen. Dat willen we niet voor hem.",
        "Mia figlia ha 8 anni. Cancellatela dal mio account.",
        "The account is of my daughter, she is 12 years old: delete it.",
        "Konto meiner Tochter, 12 Jahre alt, bitte löschen.",
        "Conta da minha filha, 12 anos: apaguem.",
        "Account: x4411. Age: 14. Delete my data, I never asked my mum.",
        "My phone number is on my son's profile, he is 11. Delete my number.",
        "My son was filmed at your pool, he is 9. Please delete my account too.",
        "Our 7-year-old was bullied by your staff. Delete my data.",
    ],
)
def test_a_child_of_whom_something_may_be_held_is_told_beside_the_writers_own(text: str) -> None:
    assert read(text).flagged(Flag.MINOR) is not None


@each(
    "text",
    [
        "Mandate per favore la copia dei miei dati a mario@a.example.",
        "Vi prego, mandate tutto al mio indirizzo.",
        "Non mandate più pubblicità al mio indirizzo.",
        "Mandatemi una copia dei dati. Mandate anche le fatture.",
        "Se mandate altre mail, chiamo il garante.",
        "Please cancel my SEPA direct debit mandate and delete my account.",
        "Which mandate reference do you hold for my account? I want all my data.",
        "My direct debit mandate is void, erase my bank details.",
        "Supprimez le mandat de prélèvement SEPA de mon compte et mes données.",
        "Je révoque le mandat SEPA, effacez mes coordonnées bancaires.",
        "Bitte löschen Sie mein SEPA-Mandat und meine Daten.",
        "Verwijder mijn machtiging voor automatische incasso en mijn gegevens.",
        "Trek de incassomachtiging in en verwijder mijn gegevens.",
        "Borren mi mandato SEPA y mis datos.",
        "Cancellate il mandato SEPA e i miei dati.",
        "Cancelem o mandato de débito direto e apaguem os meus dados.",
        "Anulujcie polecenie zapłaty i usuńcie moje dane.",
        "My proxy server logs my IP, delete it from my profile.",
    ],
)
def test_a_bank_mandate_and_an_italian_send_make_no_representative(text: str) -> None:
    assert read(text).flagged(Flag.REPRESENTATIVE) is None


@each(
    "text",
    [
        "Under a mandate from Ms Roe I ask for a copy of her data.",
        "I attach the mandate signed by my client; send me her file.",
        "Ci-joint le mandat signé par ma cliente, envoyez-moi son dossier.",
        "Allego la delega di mia madre, mandate a me i suoi dati.",
        "Op grond van de machtiging van mevrouw Bos vraag ik haar gegevens op.",
        "Anbei die Vollmacht meiner Mandantin, ich bitte um ihre Daten.",
        "In nome e per conto della signora Neri: mandate la copia dei suoi dati.",
    ],
)
def test_a_mandate_to_speak_for_another_is_told(text: str) -> None:
    assert read(text).flagged(Flag.REPRESENTATIVE) is not None


def test_who_tells_their_class_at_school_is_a_minor() -> None:
    assert read("I'm in year 8 and want my profile taken down").flagged(Flag.MINOR) is not None
    assert read("I'm in year 8 as a teacher and want my profile taken down").flagged(Flag.MINOR) is None
    assert read("I'm in year 7 of my mortgage and want a copy of my data").flagged(Flag.MINOR) is None
    assert read("je suis la 3e personne à vous écrire, supprimez mes données").flagged(Flag.MINOR) is None


@each(
    "said",
    [
        "Mrs Bell was here with her daughter (12), she wants every picture with the girl in it gone.",
        "Frau Aydin möchte, dass die Fotos ihres Sohnes (14) gelöscht werden.",
        "Mevrouw De Vries belde: de foto's van haar zoontje (8) moeten van de site.",
        "Mme Roux veut qu'on efface les photos de sa fille (9 ans).",
        "La Sra. Vidal pide que borremos las fotos de su hijo (10 años).",
    ],
)
def test_whoever_wants_something_for_their_child_acts_for_it(said: str) -> None:
    reading = read(said)
    assert reading.flagged(Flag.REPRESENTATIVE)
    assert reading.flagged(Flag.MINOR)
    assert reading.name is None
