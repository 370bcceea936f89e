"""What cannot wait, in every language; and who says that it can, or names an emergency contact."""

from zoneinfo import ZoneInfo

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Fact, Flag
from tests.lines import each


def urgent(text: str) -> Fact[Flag] | None:
    return understand(read_text(text, zone=ZoneInfo("UTC"))).flagged(Flag.URGENT)


@each(
    "text",
    [
        "It's not urgent, but please delete my account.",
        "No rush and nothing urgent: I'd like a copy of my data.",
        "This isn't urgent. Please correct my name.",
        "There's no need to do it immediately, delete my account when you can.",
        "Het is niet dringend, maar graag mijn gegevens verwijderen.",
        "Geen spoed, maar graag een kopie van mijn gegevens.",
        "Het hoeft niet direct, maar verwijder mijn account.",
        "Es ist nicht dringend, aber bitte löschen Sie mein Konto.",
        "Eilt nicht: bitte löschen Sie meine Daten.",
        "Es muss nicht sofort sein, aber löschen Sie bitte mein Konto.",
        "Nicht eilig, ich hätte gern eine Kopie meiner Daten.",
        "Ce n'est pas urgent, mais supprimez mon compte.",
        "Rien d'urgent, je voudrais une copie de mes données.",
        "Il n'y a pas d'urgence, effacez mes données quand vous pouvez.",
        "No es urgente, pero borren mi cuenta.",
        "Sin urgencia: quiero una copia de mis datos.",
        "No corre prisa ni es urgente, borren mis datos.",
        "Non è urgente, ma cancellate il mio account.",
        "Nessuna urgenza, vorrei una copia dei miei dati.",
        "Não é urgente, mas apaguem a minha conta.",
        "Sem urgência: quero uma cópia dos meus dados.",
        "To nie jest pilne, ale proszę usunąć moje konto.",
        "Nie pilne, proszę o kopię moich danych.",
        "Ik maak bezwaar tegen direct marketing.",
        "Geen direct marketing meer graag.",
        "Ho subito un furto d'identità, vorrei una copia dei miei dati.",
        "Abbiamo subito un disguido: correggete il mio cognome.",
        "I work in threat intelligence; delete my account.",
        "Please remove my emergency contact from my profile.",
        "Correct the emergency number in my file.",
        "I was at your urgent care clinic in May, send me my records.",
        "Supprimez mon contact d'urgence.",
        "Cancellate il mio contatto di emergenza e il numero per le urgenze.",
        "Borren mi contacto de urgencia.",
        "Apaguem o meu contacto de urgência.",
        "Verwijder mijn spoedcontact.",
        "J'étais aux urgences de votre clinique en mai, envoyez mon dossier.",
        "Estuve en urgencias el 3 de mayo, quiero mi historial.",
        "Ik was op de spoedeisende hulp, stuur mij mijn dossier.",
        "Löschen Sie meinen Notfallkontakt.",
    ],
)
def test_what_can_wait_or_only_sounds_urgent_is_not_urgent(text: str) -> None:
    assert urgent(text) is None


@each(
    "text",
    [
        "This is urgent, delete my account.",
        "Urgent! Delete my account now, not next week.",
        "Please delete it immediately, not next month.",
        "I need it asap.",
        "Het is dringend, verwijder mijn gegevens.",
        "Verwijder direct mijn gegevens, ik wil geen marketing.",
        "Met spoed: verwijder mijn adres.",
        "Bitte sofort löschen, nicht erst nächste Woche.",
        "Das eilt, bitte löschen Sie mein Konto.",
        "C'est urgent, supprimez mon compte.",
        "Es urgente, borren mis datos.",
        "È urgente, cancellate i miei dati.",
        "Cancellate subito i miei dati.",
        "Ho bisogno che cancelliate subito il mio profilo.",
        "É urgente, apaguem a minha conta.",
        "Pilne: usuńcie moje konto.",
        "I'm getting threats, remove my address.",
        "Why is this not urgent for you? My address is public, it is an emergency.",
        "Dit kan niet wachten, verwijder het onmiddellijk.",
        "Please don't wait, delete it immediately.",
        "I can't wait any longer, this is urgent.",
        "No, it's urgent. Delete it.",
        "Why not delete it immediately?",
    ],
)
def test_haste_is_told_beside_a_denial_of_something_else(text: str) -> None:
    assert urgent(text) is not None


@each(
    "text",
    [
        "I need the copy of my data by tomorrow morning for the court.",
        "My deadline is tomorrow, send me my data.",
        "Ik moet mijn dossier morgen hebben voor mijn advocaat.",
        "Mijn gegevens heb ik vandaag nog nodig.",
        "Ich benötige die Auskunft spätestens morgen.",
        "Löschen Sie das bitte noch heute.",
        "J'en ai besoin pour demain matin, envoyez-moi mes données.",
        "C'est vraiment pressé, envoyez mon dossier.",
        "Me corre prisa, borren mi cuenta.",
        "Necesito mis datos para mañana.",
        "Mi servono i miei dati entro stasera.",
        "Ho molta fretta, mandate la copia dei dati.",
        "Preciso dos meus dados até amanhã.",
        "Tenho muita pressa, enviem os meus dados.",
        "Potrzebuję moich danych na jutro.",
        "Proszę o jak najszybsze usunięcie moich danych.",
        "No os lo pediría si no fuera urgente.",
        "I wouldn't ask if it were not urgent: delete my address.",
        "Ich würde nicht schreiben, wenn es nicht dringend wäre.",
        "Ho subito bisogno dei miei dati.",
    ],
)
def test_a_deadline_is_urgent_in_every_language(text: str) -> None:
    assert urgent(text) is not None


@each(
    "text",
    [
        "I ordered it by tomorrow's date by mistake, delete my account.",
        "I moved in today, please change my address.",
        "Ik verhuis morgen, pas mijn adres aan.",
        "Ich ziehe morgen um, bitte Adresse ändern.",
        "Je déménage demain, modifiez mon adresse.",
        "Mañana me mudo, cambien mi dirección.",
        "Domani cambio casa, correggete il mio indirizzo.",
        "Amanhã mudo de casa, corrijam a minha morada.",
        "Jutro się przeprowadzam, zmieńcie mój adres.",
        "No corre prisa, borren mi cuenta.",
        "Non ho fretta, mandate una copia dei miei dati.",
        "Não tenho pressa, apaguem a minha conta.",
        "Nie ma pośpiechu, usuńcie moje konto.",
        "No need to hurry; delete my account.",
        "Je ne suis pas pressé, supprimez mon compte.",
        "Ich bekomme noch heute Werbung von Ihnen, löschen Sie mich aus der Liste.",
        "Até hoje não recebi resposta, apaguem a minha conta.",
        "I urge you to delete my data.",
        "Hoy mismo he recibido su correo, bórrenme de la lista.",
        "Ik moet morgen weg, verwijder mijn gegevens gerust later.",
        "Ik heb geen haast, verwijder mijn account maar.",
        "A mí no me corre prisa, borren la cuenta.",
        "I want everything you stored before today.",
        "No urgency at all, delete my account whenever.",
        "Er is geen haast bij, verwijder mijn gegevens.",
        "Kein Stress, das hat Zeit: bitte Konto löschen.",
        "Sin prisa: borren mi cuenta.",
        "Bez pośpiechu, usuńcie moje konto.",
        "The deadline was today for the contest; delete my entry.",
    ],
)
def test_a_day_that_is_no_deadline_and_no_hurry_are_not_urgent(text: str) -> None:
    assert urgent(text) is None
