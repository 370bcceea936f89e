"""Who takes back an offer, contests a bill or leaves a course is not asked about a right; who wants more besides is."""

from bot.understanding.reading import Meta
from tests.lines import each
from tests.unit.understanding.said import read


@each(
    "text",
    [
        "Hiermit widerspreche ich der Nebenkostenabrechnung 2025, die Heizkosten sind nicht nachvollziehbar.",
        "Me opongo a la subida del alquiler que me han comunicado.",
        "Wycofuję ofertę na remont dachu.",
        "Je me plains du bruit dans le wagon silence.",
        "Bitte nehmen Sie mich von der Warteliste für den Töpferkurs, ich habe woanders einen Platz.",
        "Quítenme de la lista de espera del curso de cerámica, gracias.",
        "Hierbij trek ik mijn offerteaanvraag voor de zonnepanelen in, we hebben een andere partij gevonden.",
        "Die Heizung geht schon wieder nicht. Dreimal angerufen, keiner kommt.",
        "Grazie per l'offerta, ho scelto un'altra ditta.",
        "Può revocare il consenso ai cookie in qualsiasi momento nelle impostazioni del sito.",
        "Rücksendeetikett.\n\nP. Lang",
        "Temat: Odpowiedź automatyczna: oferta\n\nJestem na urlopie do 6 kwietnia. W pilnych sprawach proszę pisać na "
        "biuro@example.pl.",
        "Hola, me gustaría suscribirme al boletín. Mi correo es ana@x.example.",
        "Wanneer is de uitslag van mijn bloedonderzoek bekend?",
        "Odesłałam buty trzy tygodnie temu i nadal nie mam zwrotu pieniędzy. Kiedy mogę się spodziewać?",
    ],
)
def test_an_affair_that_is_nobodys_data_is_left_alone(text: str) -> None:
    reading = read(text)
    assert (reading.meta, reading.unsure) == (Meta.NONE, False)


@each(
    "text",
    [
        "I'm cancelling the class, lose me",
        "My access request was denied",
        "Accès refusé à mes propres documents",
        "Correct the date on my certificate",
        "corrijan la fecha del parto",
        "cancel my booking & take me off your list",
        "annulez ma commande puis retirez-moi de la liste",
        "unsubscribe me from the channel",
        "complaint about the delay of your reply to my request",
        "I withdraw my application for the job, bin my stuff",
        "I complain about the delivery: driver posted me on Insta",
        "I complain about the noise and that the landlord listens in",
        "Ich bestreite die Rechnung, bis dahin sperren",
        "Anulo la clase y sacadme de ahí",
        "Annullo il corso, e toglietemi di mezzo",
        "Kwestionuję fakturę, zablokujcie wszystko",
        "Please cancel my newsletter subscription",
        "Factuuradres graag wijzigen naar Havenlaan 3, Dordrecht.",
        "Danke für das Angebot, habe mich anders entschieden, raus mit mir",
        "Gracias por la oferta, otra empresa. Olvidadme",
        "Toglietemi dalla lista d'attesa del corso e cancellate i miei dati.",
        "Je voudrais m'inscrire à la newsletter et supprimer mon ancien compte.",
        "Ich möchte keinen Newsletter abonnieren und keine Werbung mehr bekommen.",
        "The invoice is wrong, 120 instead of 12. Also please correct my status to divorced.",
        "The invoice has my date of birth wrong, please correct it.",
        "The bill says deceased, an error, I'm alive",
        "I'd like to receive everything your mailing list holds on me",
        "please add me to your do-not-contact mailing list",
        "Mijn rekening staat verkeerd in jullie systeem",
        "Bin bis 3. Mai im Urlaub. Löschen Sie bis dahin bitte mein Profil.",
    ],
)
def test_a_wish_beside_an_affair_is_not_lost(text: str) -> None:
    reading = read(text)
    assert reading.rights or reading.unsure


@each(
    "text",
    [
        "Ich bekomme den Newsletter nicht mehr, woran liegt das?",
        "Non ricevo più la newsletter, potete controllare?",
        "Nie dostaję już newslettera, czy mogą Państwo sprawdzić?",
    ],
)
def test_who_misses_a_newsletter_is_not_taken_off_its_list_unasked(text: str) -> None:
    reading = read(text)
    assert reading.unsure or not reading.rights
