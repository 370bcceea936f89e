"""Whether somebody acts for another, and whether that is a child, in eight languages: invented messages."""

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import AMSTERDAM, OWN


def _flags(text: str) -> tuple[bool, bool]:
    """Whether a representative and whether a minor is seen."""
    flags = {fact.value for fact in understand(read_text(text, zone=AMSTERDAM), own_domains=OWN).flags}
    return Flag.REPRESENTATIVE in flags, Flag.MINOR in flags


@each(
    "said",
    [
        "My client number is 4471-22, please delete my account. Ann Bell",
        "Please delete my account. My client no. 4471-22. Ann Bell",
        "My client ID: 4471-22. I object to the profiling of my data. Ann Bell",
        "Mijn client nr. is 5501 22, graag mijn gegevens verwijderen. Jan Smit",
        "Mijn client-id is 5501 22, graag mijn gegevens verwijderen. Jan Smit",
        "Mon client n° 4471, supprimez mes données. Marie Petit",
        "Please don't share my records with our partner labs any more. Ann Bell",
        "Customer Ann Bell (customer 80-22) wants the results removed that our partner clinics can see.",
        "Klant Jan Smit wil dat onze partner bedrijven zijn gegevens niet krijgen.",
        "Escalated by L2 -> Privacy Counsel. Customer Ann Bell (80-22) wants her account deleted.",
        "To: Legal Counsel. Customer Ann Bell (80-22) wants her account deleted.",
        "Klient: Jan Nowak, konto 80-22. Chce usunąć dane. Opiekun klienta: Magda.",
        "Klient: Jan Nowak, konto 80-22. Chce usunąć swoje dane. Opiekun po naszej stronie: Magda.",
        "Kunde: Karl Huber, Konto 80-22. Will seine Daten löschen lassen. Betreuer bei uns: Herr Wolf.",
        "The plan is under my husband's name, mine is member 22-1. Please send me a copy of my data. Ann Bell",
        "The contract is in my wife's name but the app is mine, please delete my account. Tom Bell",
        "Het contract staat op naam van mijn man, maar mijn account moet weg. Verwijder mijn gegevens. Els Smit",
        "Der Vertrag läuft auf den Namen meines Mannes, aber bitte löschen Sie meine Daten. Eva Huber",
        "Le contrat est au nom de mon mari, mais supprimez mes données s'il vous plaît. Marie Petit",
        "El contrato está a nombre de mi marido, pero quiero borrar mis datos. Ana Ruiz",
        "Il contratto è a nome di mio marito, ma cancellate i miei dati per favore. Anna Rossi",
        "O contrato está em nome do meu marido, mas apaguem os meus dados. Ana Costa",
        "Umowa jest na nazwisko mojego męża, ale proszę usunąć moje dane. Anna Nowak",
        "I only ever gave this number to my daughter. Please tell me where you got my data from. Ann Bell",
        "Dit nummer heb ik alleen aan mijn dochter gegeven. Hoe komen jullie aan mijn gegevens? Els Smit",
        "Diese Nummer habe ich nur meiner Tochter gegeben. Woher haben Sie meine Daten? Eva Huber",
        "Je n'ai donné ce numéro qu'à ma fille. D'où viennent mes données ? Marie Petit",
        "Ese número solo se lo di a mi hija. ¿De dónde sacaron mis datos? Ana Ruiz",
        "Quel numero l'ho dato solo a mia figlia. Da dove avete i miei dati? Anna Rossi",
        "Esse número só dei à minha filha. Quero saber a origem dos meus dados. Ana Costa",
        "Ten numer podałam tylko mojej córce. Skąd macie moje dane? Anna Nowak",
        "Mein Gerät ist ein Tablet 9 und ich will Auskunft über meine Daten. Eva Huber",
        "My phone is a Pixel 8 and I want a copy of my data. Ann Bell",
        "My phone is an iPhone 14 and I want a copy of my data. Ann Bell",
        "Mijn telefoon is een Pixel 8 en ik wil mijn gegevens. Els Smit",
        "My son recommended your app, please delete my account. Ann Bell",
        "My children are asleep when you call. Stop calling me. Ann Bell",
        "Mes enfants dorment quand vous appelez. Arrêtez de m'appeler, supprimez mon numéro. Marie Petit",
        "Mijn kinderen slapen als jullie bellen. Verwijder mijn nummer. Els Smit",
        "Meine Kinder schlafen, wenn Sie anrufen. Löschen Sie meine Nummer. Eva Huber",
        "Mis hijos duermen cuando llaman. Borren mi número. Ana Ruiz",
        "I have two kids and no time for your newsletter. Unsubscribe me. Ann Bell",
        "Please correct my address, I live with my daughter now. Ann Bell",
        "Ik woon nu bij mijn dochter, graag mijn adres wijzigen. Els Smit",
        "Ich wohne jetzt bei meiner Tochter, bitte ändern Sie meine Adresse. Eva Huber",
        "J'habite maintenant chez ma fille, merci de corriger mon adresse. Marie Petit",
        "Ahora vivo con mi hija, corrijan mi dirección. Ana Ruiz",
        "Ora abito da mia figlia, correggete il mio indirizzo. Anna Rossi",
        "Agora moro com a minha filha, corrijam a minha morada. Ana Costa",
        "Mieszkam teraz u córki, proszę poprawić mój adres. Anna Nowak",
    ],
)
def test_who_only_names_a_relative_or_a_number_writes_for_themselves(said: str) -> None:
    assert _flags(said) == (False, False)


@each(
    "said",
    [
        "please take my mum off your list. Her name: Olive Brand, no 0071. I'm her son Rupert",
        "Dochter belt namens haar vader, dhr. Piet Smit, 81 jaar. Ze wil een kopie van zijn dossier.",
        "Tochter ruft für ihre Mutter Eva Huber an, sie will Auskunft über deren Daten.",
        "Son phoned for his mother, Mrs Olive Brand. She wants her data deleted.",
        "La fille appelle pour sa mère, Mme Marie Petit, et demande la suppression de ses données.",
        "La hija llama en nombre de su madre, Ana Ruiz, y pide borrar sus datos.",
        "La figlia chiama per conto di sua madre, Anna Rossi, e chiede la cancellazione dei suoi dati.",
        "A filha ligou em nome da mãe, Ana Costa, e pede para apagar os dados dela.",
        "Córka dzwoni w imieniu matki, pani Anny Nowak, prosi o usunięcie danych.",
        "I am the daughter of Mrs Olive Brand, 88. Please stop sending her post.",
        "Ik ben de dochter van mevrouw Els Smit, 88 jaar. Graag geen reclame meer sturen.",
        "Ich bin die Tochter von Frau Eva Huber, 88 Jahre. Bitte löschen Sie ihre Daten.",
        "Je suis la fille de Mme Marie Petit, 88 ans. Merci de cesser les courriers publicitaires.",
        "Soy la hija de doña Ana Ruiz, 88 años. Dejen de enviarle publicidad.",
        "Sono la figlia della signora Anna Rossi, 88 anni. Basta pubblicità.",
        "Sou a filha da D. Ana Costa, 88 anos. Deixem de enviar publicidade.",
        "Jestem córką pani Anny Nowak, lat 88. Proszę usunąć jej dane.",
        "My brother (adult, 34, I'm his guardian) has an account with you, please delete it.",
        "Mijn broer (volwassen, ik ben zijn voogd) heeft een account bij jullie, graag verwijderen.",
    ],
)
def test_who_acts_for_somebody_grown_up(said: str) -> None:
    assert _flags(said) == (True, False)


@each(
    "said",
    [
        "I'm the mom of Rory Bell (he's 9). Please delete his photo.",
        "Ik ben de mama van Daan Smit (hij is 9). Verwijder zijn foto.",
        "Ich bin der Papa von Jonas Huber (er ist 9). Bitte löschen Sie sein Foto.",
        "Je suis la maman de Léo Petit (9 ans). Supprimez sa photo.",
        "Soy la mamá de Leo Ruiz (9 años). Borren su foto.",
        "Sono il papà di Livia Rossi (14 anni). Cancellate la sua foto.",
        "Sou a mãe do Leo Costa (9 anos). Apaguem a foto dele.",
        "Jestem mamą Kuby Nowaka (9 lat). Proszę usunąć jego zdjęcie.",
        "Mother of a patient (Callum Bell, 15, hospital no. 22) asks to see his notes.",
        "Moeder van een patiënt (Callum Smit, 15) wil zijn dossier inzien.",
        "Mutter eines Patienten (Callum Huber, 15) will seine Akte einsehen.",
        "La mère d'une patiente (Léa Petit, 15 ans) demande à voir son dossier.",
        "Madre de una paciente (Lea Ruiz, 15) pide ver su expediente.",
        "La madre di una paziente (Lea Rossi, 15) chiede di vedere la sua cartella.",
        "Mãe de uma utente (Lea Costa, 15) pede para ver o processo.",
        "Matka pacjentki (Lea Nowak, lat 15) prosi o wgląd w dokumentację.",
        "Ha chiamato la mamma di Livia Rossi (12 anni, tessera 55). Chiede che i video siano cancellati.",
        "Der Vater, Herr Karl Huber, meldet sich für seinen Sohn Jonas Huber (11). Er will das Konto löschen lassen.",
        "The mother, Mrs Ann Bell, is writing for her son Jonas Bell (11). She wants the account deleted.",
        "De vader, de heer Jan Smit, meldt zich voor zijn zoon Jonas Smit (11). Hij wil het account laten wissen.",
        "Le père, M. Jean Petit, écrit pour son fils Léo Petit (11). Il veut la suppression du compte.",
        "El padre, D. Juan Ruiz, escribe por su hijo Leo Ruiz (11). Quiere borrar la cuenta.",
        "Il padre, sig. Carlo Rossi, scrive per suo figlio Leo Rossi (11). Vuole cancellare l'account.",
        "O pai, Sr. João Costa, escreve pelo seu filho Leo Costa (11). Quer apagar a conta.",
        "Matka, pani Anna Nowak, w imieniu córki (Maja Nowak, lat 6). Prosi o kopię danych.",
        "Ojciec, pan Jan Nowak, pisze w sprawie syna (Igor Nowak, lat 11). Chce usunąć konto.",
        "My daughter is 10, please delete her account.",
        "My son is 8 and has an account with you. Please tell me once it is deleted.",
    ],
)
def test_who_acts_for_a_child(said: str) -> None:
    assert _flags(said) == (True, True)
