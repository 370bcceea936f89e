"""Words that cannot wait for the team: despair and danger, threats and insults, in every language; and what only sounds
like them."""

from zoneinfo import ZoneInfo

import pytest

from bot.rights import Right
from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading

DISTRESS = [
    "I can't go on like this any more, delete everything before I kill myself.",
    "My ex is stalking me, take my address off your site.",
    "You gave my number to my abuser. I fear for my life.",
    "Ik maak er een einde aan als dit zo doorgaat, verwijder mijn gegevens.",
    "Haal mijn adres weg, mijn stalker heeft het gevonden.",
    "Ich bringe mich um, wenn ihr das nicht löscht.",
    "Ich wohne im Frauenhaus, bitte meine Adresse löschen.",
    "Je vais me tuer si ça continue, effacez tout.",
    "Tengo miedo por mi vida, borren mi dirección.",
    "Non voglio più vivere, cancellate i miei dati.",
    "Temo pela minha vida: apaguem a minha morada.",
    "Boję się o swoje życie, usuńcie mój adres.",
]
HOSTILE = [
    "You idiots, I'll kill you all if you don't delete my data!",
    "I know where you live. Delete it.",
    "Delete my fucking account.",
    "Stelletje oplichters, verwijder mijn account!",
    "Ich mach euch fertig, ihr Betrüger. Löscht meine Daten!",
    "Bande d'escrocs, supprimez mon compte !",
    "Hijos de puta, borrad mis datos.",
    "Siete dei ladri, ve ne pentirete. Cancellate i miei dati.",
    "Seus idiotas, vão se arrepender. Apaguem os meus dados.",
    "Wiem, gdzie mieszkasz. Usuńcie moje dane, skurwysyny.",
]
NEITHER = [
    "Your newsletters are killing me, please take me off the list.",
    "My boss is going to kill me if this isn't sorted by Friday. Where is my order?",
    "We met the deadline; the link in your mail is dead, by the way.",
    "I tried desperately to unsubscribe, please do it for me.",
    "Ich versuche verzweifelt, mich vom Newsletter abzumelden.",
    "La banda de rock tocó muy bien; borren mi correo de la lista.",
    "Les retards de livraison continuent, supprimez mon compte.",
    "Please burn a copy of my data to a disc and send it to me.",
    "Ik ben mijn wachtwoord kwijt, verwijder mijn account maar.",
    "I hate your emails and I want out.",
]


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@pytest.mark.parametrize("text", DISTRESS)
def test_despair_and_danger_are_told_with_their_words(text: str) -> None:
    told = read(text).flagged(Flag.DISTRESS)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize("text", HOSTILE)
def test_threats_and_insults_are_told_with_their_words(text: str) -> None:
    told = read(text).flagged(Flag.HOSTILE)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize("text", NEITHER)
def test_ordinary_words_raise_neither(text: str) -> None:
    assert {Flag.DISTRESS, Flag.HOSTILE}.isdisjoint(fact.value for fact in read(text).flags)


def test_they_are_told_where_nothing_is_asked_for_too() -> None:
    reading = read("Hi all, the customer on line two said he wants to die. What do we do?")
    assert (reading.rights, reading.flagged(Flag.DISTRESS) is not None) == ((), True)


def test_what_a_colleague_quotes_of_us_is_not_the_customers_anger() -> None:
    mail = "Please delete my account.\n\nOn 3 Mar 2026 at 10:15 Desk <desk@shop.example> wrote:\n> You idiots broke it."
    assert read(mail).flagged(Flag.HOSTILE) is None


@pytest.mark.parametrize(
    "text",
    [
        "I will come to your office tomorrow and burn the whole damn thing down.",
        "I will bloody well kill you.",
        "I will personally burn your whole bloody office to the ground.",
        "I know exactly where you live.",
        "I know very well where you all live.",
        "You will really regret this.",
        "Ik weet precies waar jullie wonen.",
        "Ik steek jullie hele kantoor in de brand.",
        "Ik maak jullie echt allemaal helemaal kapot.",
        "Dat zullen jullie nog heel erg bezuren.",
        "Ich weiß ganz genau, wo ihr wohnt.",
        "Ich bringe euch verdammt noch mal alle um.",
        "Das werdet ihr alle noch bitter bereuen.",
        "Je sais très bien où vous habitez.",
        "Vous allez vraiment le regretter.",
        "Je vais mettre tout de suite le feu à votre boutique.",
        "Sé perfectamente dónde viven.",
        "Voy a prender de verdad fuego a vuestra oficina.",
        "So benissimo dove abitate.",
        "Do subito fuoco al vostro ufficio.",
        "Sei muito bem onde moram.",
        "Vou mesmo matar vocês.",
        "Vou deitar mesmo fogo ao vosso escritório.",
        "Wiem bardzo dobrze, gdzie mieszkacie.",
    ],
)
def test_threats_with_other_words_between(text: str) -> None:
    told = read(text).flagged(Flag.HOSTILE)
    assert told is not None
    assert told.quote == text[slice(*told.span)]


@pytest.mark.parametrize(
    "text",
    [
        "I will come to your office and sign the form.",
        "No sé dónde viven sus servidores.",
        "Ich zünde eine Kerze an.",
    ],
)
def test_who_denies_it_or_does_something_else_threatens_nobody(text: str) -> None:
    assert read(text).flagged(Flag.HOSTILE) is None


@pytest.mark.parametrize(
    "text",
    [
        "I'll stab you",
        "You will die",
        "We will burn your office to the ground",
        "You're dead meat",
        "I'm on my way with a baseball bat",
        "I'll hang every last one of you",
        "You are all going to die",
        "I'm coming for you with a gun",
        "I'll smash your face in",
        "Ik schiet jullie kapot",
        "Ik breek al je botten",
        "Jullie gaan eraan",
        "Ik zal je wurgen",
        "Ik sla jullie in elkaar",
        "Ik vermoord jullie",
        "Ich komme mit einer Waffe",
        "Ich breche dir die Beine",
        "Ich habe eine Pistole und ich komme vorbei",
        "Ich erwürge dich",
        "Ich knalle euch ab",
        "Je vais vous crever",
        "Je vais brûler vos bureaux",
        "J'espère que vous allez tous crever",
        "On va vous massacrer",
        "Je vais te défoncer",
        "Os voy a pegar un tiro",
        "Te voy a partir las piernas",
        "Vais a morir",
        "Los voy a matar a todos",
        "Te rompo la cara",
        "Vi sparo",
        "Ti taglio la gola",
        "Ho un coltello e sto arrivando",
        "Faccio saltare in aria il vostro negozio",
        "Verrò da voi con un fucile",
        "Vou-vos dar um tiro",
        "Vou partir-te a cara",
        "Tenho uma arma e vou a caminho",
        "Vou explodir a vossa loja",
        "Vou dar cabo de vocês",
        "Połamię ci nogi",
        "Zadźgam cię",
        "Mam broń i już jadę",
        "Wysadzę wasze biuro w powietrze",
        "Rozwalę ci łeb",
        "I'm going to come down there and shoot up the place",
        "I'm gonna come round and stab the lot of you",
        "We're going to beat your manager to death",
        "I've got a shotgun in the car and I'm on my way to your office",
        "May you all burn alive",
        "I am going to find your CEO and break his legs",
        "I'll have you killed",
        "Ik ga jullie kantoor platbranden",
        "Ik kom vanavond met een bijl naar jullie toe",
        "Jullie verdienen het om dood te gaan",
        "Noch eine Mail und ich bringe jemanden um",
        "Ich zünde euer Büro an",
        "Ihr gehört alle erschossen",
        "Ich werde Ihr Büro in die Luft sprengen",
        "Encore un mail et je tue quelqu'un",
        "Je vais foutre le feu à vos locaux",
        "Je débarque demain avec une batte",
        "Otro correo más y mato a alguien",
        "Voy a prender fuego a su tienda",
        "Mañana voy con un cuchillo",
        "Os voy a sacar los ojos",
        "Vi verrò a cercare e vi spaccherò la testa",
        "Darò fuoco al vostro negozio",
        "Ti sparo in testa",
        "Vou-te partir os dentes",
        "Vou pôr fogo na vossa loja",
        "Vou acabar contigo",
        "Połamię wam ręce",
        "Jutro przyjdę z nożem",
        "Rozwalę wam to biuro",
    ],
)
def test_violence_in_the_first_person_is_a_threat_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.HOSTILE) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I want to end it all",
        "I don't want to be alive anymore",
        "I have been cutting myself since your letter",
        "I just want to disappear and never wake up",
        "I took all my pills",
        "I feel like killing myself",
        "My husband hits me, he must not see my new address.",
        "My boyfriend threatened me with a knife, remove my address",
        "I think about hurting myself all the time",
        "ik maak er een einde aan",
        "Ik snij mezelf elke avond",
        "Ik hang mezelf op",
        "Mijn ex slaat mij, geef hem nooit mijn adres",
        "Mijn ex heeft mij bedreigd met een mes",
        "Ich will nicht mehr leben",
        "Ich werfe mich vor den Zug",
        "Ich hänge mich auf",
        "Ich wünschte, ich wäre tot",
        "Mein Mann hat mich verprügelt, geben Sie ihm nichts",
        "Mein Exfreund bedroht mich",
        "Je vais sauter d'un pont",
        "Je me coupe les veines",
        "Je n'ai plus envie de vivre",
        "Mon ex me frappe",
        "Mon ex violent me cherche",
        "Voy a cortarme las venas",
        "Me quiero ahorcar",
        "Me corto todas las noches",
        "Mi ex me maltrataba, que no sepa mi dirección",
        "Voglio farla finita",
        "Mi impicco",
        "Mi butto sotto un treno",
        "Il mio ex mi ha picchiata",
        "Il mio compagno mi minaccia",
        "Vou-me atirar da ponte",
        "Corto-me todas as noites",
        "Vou cortar os pulsos",
        "O meu ex agride-me",
        "O meu ex é violento, não lhe digam onde moro",
        "Rzucę się pod pociąg",
        "Powieszę się",
        "Nie mam po co żyć",
        "Mąż mnie bije, nie podawajcie mu adresu",
        "Były mąż mi grozi",
        "I want to kill myself",
        "My partner is violent and found me through your site",
        "I don't want to live any more",
        "My dad hits us, please don't call home",
        "Ik slik vanavond al mijn pillen",
        "Mijn ex is gewelddadig en mag mijn adres niet krijgen",
        "Ik ga van het dak springen",
        "Ich schlucke heute Abend alle Tabletten",
        "Mein Freund schlägt mich",
        "Ich habe keinen Lebenswillen mehr",
        "Mon compagnon est violent, il ne doit pas savoir",
        "Je vais me jeter par la fenêtre",
        "Voy a tirarme por la ventana",
        "Mi padre me pega",
        "No tengo ganas de vivir",
        "Il mio compagno è violento e non deve sapere dove abito",
        "Prendo tutte le pillole stasera",
        "Vou-me matar",
        "O meu companheiro é violento",
        "Não tenho vontade de viver",
        "Mój partner jest agresywny i nie może poznać adresu",
        "Nie mam siły żyć",
    ],
)
def test_who_may_harm_themselves_or_lives_with_violence_is_told_in_every_language(text: str) -> None:
    assert read(text).flagged(Flag.DISTRESS) is not None


@pytest.mark.parametrize(
    "text",
    [
        "I'm an idiot, I signed up twice",
        "What an idiot I am, I used the wrong address",
        "I'm desperate to get off your list",
        "I hurt myself in your store, send me the report",
        "I cut myself on your can opener, I want a refund",
        "You'll regret losing me as a customer",
        "burn my data, burn it all down to zero",
        "I'm dying to know what data you hold",
        "I'll shoot you an email later",
        "I will hit you up next week",
        "I will cut you some slack",
        "I'll burn you a CD with the photos",
        "It beats me why you have my address",
        "I will kill the subscription tomorrow",
        "We will blow up the picture and hang it in your office",
        "I will come to your office with my ID",
        "The gun I bought is coming tomorrow, where is my parcel",
        "I'd die for this lipstick",
        "I hope your servers never die",
        "My phone will die any minute, call me",
        "I want to jump ship to another provider",
        "The bridge was closed",
        "My husband threatens to cancel if you don't answer",
        "He beats me at chess in your app",
        "My boyfriend hits me up with your coupons",
        "Break a leg tomorrow!",
        "You're killing it!",
        "I will set your ads on mute",
        "I could kill for a coffee",
        "My username is killer99, delete it",
        "I want to die on the hill that you must delete it",
        "I will fight you in court",
        "I'm tired of living in a flat without heating",
        "Ik lach me dood",
        "Jullie mails maken me kapot",
        "Ik schiet jullie 20 euro voor",
        "Ik steek er veel tijd in",
        "Ik maak er een einde aan: zeg mijn abonnement op",
        "Ik kom langs met het mes dat kapot is",
        "Ik word gek van jullie mails",
        "Mijn man slaat de nieuwsbrief altijd over",
        "Ik breek mijn abonnement af",
        "Jullie gaan eraan verdienen",
        "Ich schlage Ihnen vor, mein Konto zu löschen",
        "Ich breche den Vertrag ab",
        "Ich komme mit dem Auto",
        "Ich bringe Ihnen den Ausweis vorbei",
        "Ich mache euch ein Angebot",
        "Ich hänge den Ausweis auf",
        "Ich mache Schluss mit eurem Newsletter",
        "Ich bin verzweifelt, ich finde den Abmeldeknopf nicht",
        "Ich sterbe vor Neugier",
        "Ich habe mich in Ihrem Laden verletzt",
        "Je meurs d'envie de savoir",
        "Vos mails me tuent",
        "Je veux en finir avec vos newsletters",
        "Je vais brûler des calories",
        "Je vais vous planter mon abonnement",
        "Je vais vous casser les pieds encore une fois",
        "Je vais faire sauter mon abonnement",
        "Je vais vous frapper un grand coup de pub",
        "Muero de ganas por recibirlo",
        "Estoy desesperado por darme de baja",
        "Les voy a dar mi dirección",
        "Quiero acabar con todo este papeleo",
        "Se van a morir de envidia",
        "Me corto el pelo todas las semanas",
        "Ti sparo una domanda",
        "Voglio farla finita con questa newsletter",
        "Queste mail mi uccidono",
        "Ho bruciato le foto su CD",
        "Ti rompo le scatole ancora una volta",
        "Mi sono tagliato con il vostro coltello",
        "Estou desesperado por uma cópia dos meus dados",
        "Vou dar cabo da minha conta",
        "Vou partir para férias",
        "Os vossos emails matam-me",
        "Umieram z ciekawości",
        "Te maile mnie zabijają",
        "Wysadzę kwiaty w ogrodzie",
        "Spalę kalorie",
        "Powieszę obraz w biurze",
        "Potnę karton",
        "I will kill the process and restart the app",
        "I'll break the contract if you don't answer",
        "You will die to know what happened: my order came twice",
        "I have a gun licence and I am coming to your fair",
        "Kill my account",
        "My husband hit send too early",
        "I am dead serious: delete my data",
        "Stop stalking me with ads",
        "I feel stabbed in the back by your company",
        "I could strangle my printer",
        "You will be hearing from my lawyer",
        "I'll burn through my data bundle",
        "He broke my phone, correct my number",
        "Ik maak mijn formulier af",
        "Ik breek me het hoofd over jullie formulier",
        "Ik ga dood van verveling door die mails",
        "Jullie maken het te bont",
        "Ich schlage zwei Fliegen mit einer Klappe",
        "Ich werde euch empfehlen",
        "Ich breche ab",
        "Ich will Sie nicht umbringen, nur mein Konto löschen",
        "Mein Mann hat mich angemeldet",
        "Je vais vous tirer une copie",
        "Je vais sauter le repas",
        "Mon mari me menace de partir si je ne me désabonne pas",
        "Mon père me bat toujours aux échecs",
        "Te voy a mandar la factura",
        "Me mata la curiosidad",
        "Me muero de risa con sus correos",
        "Ti taglio una fetta di torta",
        "Mi ammazzo di lavoro",
        "Vou dar uma vista de olhos",
        "Vou partir o contrato em dois",
        "Morri de rir com o vosso mail",
        "Przyjdę z dowodem",
        "Mąż mnie zapisał",
        "Spalę się ze wstydu",
    ],
)
def test_idioms_and_harmless_violence_raise_neither(text: str) -> None:
    assert {Flag.DISTRESS, Flag.HOSTILE}.isdisjoint(fact.value for fact in read(text).flags)


def test_a_threat_beside_a_wish_keeps_the_wish() -> None:
    reading = read("Delete my account or I will stab you.")
    assert reading.flagged(Flag.HOSTILE) is not None
    assert Right.ERASURE in {fact.value for fact in reading.rights}


def test_an_idiom_hides_no_threat_beside_it() -> None:
    told = read("I'm an idiot to be so patient, and I'll kill you").flagged(Flag.HOSTILE)
    assert told is not None
    assert told.quote == "I'll kill you"
