"""Hours and leave of employees are asked about, not acted on; what the law grants them is."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read, rights


@each(
    "matter",
    [
        "Hi HR, please correct my hours for week 9, I worked 36 not 32. Thanks, Ann",
        "Beste P&O, mijn reiskosten van januari kloppen niet, willen jullie dat corrigeren? Groet, Ann",
        "Liebes HR-Team, im Dienstplan stehe ich am 12. falsch drin, ich habe da frei. Bitte ändern. Gruß Ann",
        "Merci de corriger ma fiche de paie de février, il manque deux heures supplémentaires. Anne",
        "proszę poprawić liczbę godzin w mojej ewidencji za luty, powinno być 160",
    ],
)
def test_what_employees_ask_their_firm_is_not_acted_on(matter: str) -> None:
    reading = read(matter)
    assert reading.unsure or not reading.rights


@each(
    "matter",
    [
        "my telework was withdrawn, what's happening with that?",
        "My consent to telework was withdrawn, what's happening with that?",
        "my leave request from Monday, any update?",
        "Mijn thuiswerkdagen zijn ingetrokken, hoe staat het ermee?",
        "Wie ist der Stand zu meinem Urlaubsantrag?",
        "où en est ma demande de congé ?",
        "Ik had toestemming voor thuiswerken maar die is ingetrokken, hoe zit dat nu?",
    ],
)
def test_what_employees_were_granted_is_no_case_of_ours(matter: str) -> None:
    reading = read(matter)
    assert reading.meta is not Meta.STATUS_QUERY
    assert reading.unsure or not reading.rights


@each(
    "matter",
    [
        "can IT stop those calendar mails?",
        "haal me van de mailinglijst van de wachtdienst af, ik zit in een ander team",
        "nehmt mich bitte aus dem Verteiler der Rufbereitschaft",
        "enlevez-moi de la liste de diffusion de l'astreinte",
        "quitadme de la lista de correo de guardias",
        "toglietemi dalla mailing list dei reperibili",
        "tirem-me da lista de distribuição do piquete",
        "wypiszcie mnie z listy mailingowej dyżurów",
    ],
)
def test_mails_of_the_firms_own_lists_are_not_opted_out_of_unasked(matter: str) -> None:
    reading = read(matter)
    assert reading.unsure or not reading.rights


@each(
    "request_",
    ["please take me off your mailing list", "no more calendar offers from your sales people, stop mailing me"],
)
def test_advertising_is_opted_out_of(request_: str) -> None:
    assert rights(request_) == {"opt_out_marketing"}
    assert not read(request_).unsure


@each(
    "asked",
    [
        "Did my deletion go through? I'm working from home",
        "What is the status of my access request? I am on telework",
        "Any update on my ticket? I'm working from home so call my mobile.",
        "I'm working from home this week. Any news on my request?",
        "Wie ist der Stand meines Auskunftsersuchens? Ich arbeite im Homeoffice.",
        "Hoe staat het met mijn verzoek? Ik ben door het thuiswerken minder bereikbaar.",
        "Où en est ma demande ? Je suis en télétravail, appelez-moi.",
        "¿Cómo va mi solicitud? Estoy en teletrabajo toda la semana.",
        "A che punto è la mia richiesta? Sono in smart working fino a venerdì.",
        "Como está o meu pedido? Estou em teletrabalho esta semana.",
    ],
)
def test_who_asks_from_home_how_a_case_goes_is_heard(asked: str) -> None:
    assert read(asked).meta is Meta.STATUS_QUERY


@each(
    ("request_", "right"),
    [
        ("You sent my payslip to a stranger. I make a formal complaint about this data breach.", "complaint"),
        ("Please send me a copy of all my personal data, including my timesheets.", "access"),
        ("My date of birth in your records is wrong, it must be 4 June 1988.", "rectification"),
    ],
)
def test_a_right_beside_such_words_is_acted_on(request_: str, right: str) -> None:
    assert rights(request_) == {right}
    assert not read(request_).unsure


@each(
    "asked",
    [
        "How long do we keep CVs?",
        "Hoe lang mogen we camerabeelden bewaren?",
        "Wie lange speichern wir Bewerbungen?",
        "Combien de temps garde-t-on les CV ?",
        "¿Cuánto tiempo guardamos los currículos?",
        "Per quanto conserviamo i curriculum?",
        "Quanto tempo guardamos os currículos?",
        "Jak długo trzymamy CV?",
        "Hi team, quick question: how long do we keep call recordings?",
        "Hallo zusammen, wie lange speichern wir Bewerbungsunterlagen?",
        "weet iemand hoe lang we sollicitaties bewaren?",
        "anyone know how long we keep cctv footage",
        "quelqu'un sait combien de temps on garde les CV ?",
        "alguém sabe quanto tempo guardamos os currículos?",
    ],
)
def test_how_long_the_firm_itself_keeps_something_is_no_request(asked: str) -> None:
    reading = read(asked)
    assert reading.meta is Meta.NONE
    assert not reading.unsure


@each("asked", ["How long do we keep his recordings?", "how long do you keep my data?"])
def test_how_long_somebodys_data_are_kept_is_heard(asked: str) -> None:
    assert rights(asked) == {"access"}


@each(
    "asked",
    [
        "how long do we keep CVs, and please delete mine?",
        "How long do we keep data - Ana Diaz wants hers deleted?",
        "Wie lange speichern wir Lebensläufe? Herr Bell will Löschung",
        "Customer asks: how long do we keep recordings?",
        "Klant vraagt: hoe lang bewaren we gegevens?",
        "Kundin fragt: wie lange speichern wir Daten?",
        "Cliente demande : combien de temps garde-t-on les données ?",
        "Wis Fay! Hoe lang bewaren we gegevens?",
        "Ticket 4711: how long do we keep recordings?",
        "How long do we keep Fay's recordings?",
        "how long do we keep ms bell's file?",
        "Hoe lang bewaren we Jans gegevens?",
        "Wie lange speichern wir Annas Daten?",
        "¿Cuánto tiempo guardamos a Eva Ríos?",
        "Jak długo trzymamy dane Anny Lis?",
        "weet iemand hoe lang we zijn gegevens bewaren?",
    ],
)
def test_a_wish_beside_the_question_for_how_long_is_not_dropped(asked: str) -> None:
    reading = read(asked)
    assert reading.unsure or reading.rights


def test_who_withdraws_an_application_to_the_own_firm_is_asked() -> None:
    matter = "Ciao, ritiro la mia domanda di trasferimento e vi chiedo di togliere il mio nome dal turno. Ada"
    assert read(matter).unsure


@each(
    "matter",
    [
        "left my work phone in a taxi, wipe it please before anyone gets in",
        "Diensthandy geklaut, könnt ihr das aus der Ferne löschen?",
        "telefoon van de zaak kwijt, graag op afstand leegmaken",
        "I lost my badge, please block it.",
    ],
)
def test_a_lost_device_is_not_wiped_unasked(matter: str) -> None:
    reading = read(matter)
    assert reading.unsure or not reading.rights


@each(
    "matter",
    [
        "oye que me habéis puesto en el turno de noche y yo pedí mañanas, ¿me lo podéis cambiar?",
        "I asked for mornings and you put me on the night shift again, any chance to swap?",
        "mi avete messo di nuovo nel turno di domenica, avevo chiesto il sabato",
    ],
)
def test_a_shift_is_no_case_of_ours_unasked(matter: str) -> None:
    reading = read(matter)
    assert reading.unsure or reading.meta is Meta.NONE


@each(
    "matter",
    [
        "usuńcie proszę mój komentarz spod zadania 312, wkleiłem nie ten link",
        "please delete my comment on the ticket, I pasted the wrong link",
        "Könnt ihr meinen Kommentar unter der Aufgabe 18 löschen? War der falsche Link",
    ],
)
def test_a_comment_in_a_tool_is_not_erased_unasked(matter: str) -> None:
    reading = read(matter)
    assert reading.unsure or not reading.rights


def test_who_works_at_night_is_heard_all_the_same() -> None:
    assert rights("I'm on the night shift, so please stop your sales calls in the afternoon") == {"opt_out_marketing"}
    assert read("Where is my access request? I'm on the night shift, write rather than call.").meta is Meta.STATUS_QUERY


@each(
    "said",
    [
        "I need access to the folder you keep on me",
        "who can give me access to the drive with my data",
        "customer wants access to the folder we keep about her",
        "please give me access to the server, and delete my account",
        "please give me access to the server and erase Ann Bell",
        "chi mi dà l'accesso alla cartella clinica?",
        "can someone give me access to the server, Ana wants erasure?",
        "I need access to the drive, delete Ana Bell's account?",
        "Please give access to the folder Jan de Vries",
        "necesito acceso a la carpeta de Ana Diaz",
        "please give me access to the folder you keep",
    ],
)
def test_access_to_what_is_held_of_somebody_is_heard_all_the_same(said: str) -> None:
    reading = read(said)
    assert reading.unsure or reading.rights


@each(
    ("words", "silent"),
    [
        ("wie heeft er nog een kopie van het oude toestemmingsformulier? dat van voor de fusie", True),
        ("ma ktoś coś przeciwko, żebym skasował stare kanały na slacku?", True),
        ("was sagen wir, wenn am Schalter jemand seine Daten haben will? brauchs für den Leitfaden", True),
        ("who has a copy of the handbook? please delete my account too", False),
        ("Who has a copy of the recording? The customer wants to have it.", False),
        ("what do I do if a customer asks for his data? he's on the phone now", False),
    ],
)
def test_who_only_asks_round_is_not_asked(words: str, silent: bool) -> None:
    reading = read(words)
    assert (reading.meta is Meta.NONE and not reading.unsure) is silent


def test_who_is_curious_and_has_somebody_on_the_phone_is_asked() -> None:
    asked = "just curious: what happens if someone wants her account gone?"
    assert not read(f"{asked} it's for the guide").unsure
    assert read(f"{asked} she is on the phone now").unsure


@each(
    ("words", "silent"),
    [
        ("Chi ha preso il mio badge?", True),
        ("Apaga os meus comentários do documento", True),
        ("O cliente queixa-se do barulho da máquina", True),
        ("remove me, I no longer come to the meetings", False),
        ("take me off the rota, and delete what you hold on me", False),
        ("send me the minutes about me", False),
        ("I do not want to be recorded in the meeting", False),
        ("Kunde aus Essen beschwert sich", False),
        ("Verwijder mijn offertes", False),
        ("Nie chcę już więcej magazynu", False),
    ],
)
def test_who_speaks_of_things_of_an_office_alone_is_not_asked(words: str, silent: bool) -> None:
    reading = read(words)
    assert (reading.meta is Meta.NONE and not reading.unsure) is silent
