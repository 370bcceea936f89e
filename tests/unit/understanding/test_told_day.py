"""The day on which somebody called or wrote, as a colleague tells it in a sentence: invented messages."""

from datetime import date

from tests.lines import each
from tests.unit.understanding.said import read

CAME = [
    "Lena Okafor called us on 9 January 2026 and asked for a copy of her data.",
    "Customer wrote on 9 January 2026: wants to be removed from the mailing list.",
    "Customer Ann Bell emailed us on Friday 9 January 2026 at 14:05 and wants her account deleted.",
    "On 9 January 2026 Ann Bell phoned and asked us to delete her account.",
    "On 9 January 2026 we received a letter from Ann Bell. She wants her data corrected.",
    "We got an email from Mr Bell on 9 January 2026, he wants a copy of his file.",
    "Ann Bell filled in the web form on 2026-01-09 and asks which data we have about her.",
    "Op 9 januari 2026 belde mevrouw De Vries: ze wil haar gegevens inzien.",
    "Jan de Boer heeft op 9 januari 2026 gemaild en wil verwijderd worden.",
    "Klant mailde op 09-01-2026 en vraagt om een kopie van zijn gegevens.",
    "Am 9. Januar 2026 rief Frau Lind an und will ihre Daten löschen lassen.",
    "Herr Klein hat am 9. Januar 2026 geschrieben und verlangt Auskunft.",
    "Wir haben am 9. Januar 2026 einen Brief von Heiko Lang erhalten. Er verlangt Auskunft.",
    "Mme Petit nous a écrit le 9 janvier 2026 et demande la suppression de son compte.",
    "Le 9 janvier 2026, Marc Petit a appelé et veut une copie de ses données.",
    "La clienta Ana Gil llamó el 9 de enero de 2026 y quiere borrar su cuenta.",
    "El 9 de enero de 2026 Ana Gil nos escribió y solicita acceso a sus datos.",
    "Il sig. Bianchi ha chiamato il 9 gennaio 2026 e vuole cancellare i suoi dati.",
    "O cliente Rui Costa ligou a 9 de janeiro de 2026 e quer apagar os dados.",
    "Pani Nowak dzwoniła 9 stycznia 2026 i chce usunięcia danych.",
    "W dniu 9 stycznia 2026 r. otrzymaliśmy list od Jana Nowaka. Prosi o kopię danych.",
    "On 9 January 2026 Ann Bell wrote to us:\nPlease delete all my data.",
    "Am 9. Januar 2026 schrieb Anna Lind uns:\nBitte löschen Sie meine Daten.",
    "Op 9 januari 2026 schreef Anna Bakker aan ons:\nVerwijder mijn gegevens.",
    "El 9 de enero de 2026 Ana Gil nos escribió: borren mis datos.",
    "Il 9 gennaio 2026 Anna Neri ci ha scritto: cancellate i miei dati.",
    "9 stycznia 2026 Anna Lis napisała do nas: usuńcie moje dane.",
    "Ann Bell (ann@bell.example) called on 9 January 2026 and wants her data deleted.",
    "SUP-12: Ann Bell called on 9 January 2026 and wants her data deleted.",
]
OF_SOMETHING_ELSE = [
    "Voicemail 09/01/2026 10:05 was rude, delete my data",
    "Telefonat vom 9. Januar 2026\n\nBitte löschen Sie meine Daten.",
    "On 9 January 2026 you wrote to us: we delete data. Please delete mine. Ann Bell",
    "On 9 January 2026 your colleague Ann Bell wrote to us: pay now. Please delete my data.",
    "On 9 January 2026 we wrote to Ann Bell: please clean the list. She now wants her data deleted.",
    "Lidl wrote on 9 January 2026 and wants our feedback.",
    "Rachel Ives first called on 9 January 2026 and wants her data deleted",
    "On 9 January 2026 our system went down. Rachel Ives called and wants her data.",
    "Hi both, on 9 January 2026 we received an invoice from Rachel Ives. She wants her data deleted.",
    "Ann Bell called on 3 March 2026 and asked for a refund. She also wants her data deleted.",
    "Customer called on 3 March 2026 about an invoice. Wants a copy of all her data now.",
    "Ann Bell wrote on 3 March 2026 that the shoes are too small. She wants her data deleted.",
    "Our agent Tim Ford called on 3 March 2026 and asked for her ID. Customer wants deletion.",
    "Ann Bell called on 3 March 2026 and wants a copy. On 8 April 2026 she wrote and wants deletion.",
    "We sent Ann Bell a letter on 3 March 2026. She wants her data deleted.",
    "I called on 3 March 2026 and want my data deleted.",
    "Ann Bell bought a phone on 3 March 2026 and wants her data deleted.",
    "Ann Bell moved on 3 March 2026 and wants her address changed.",
    "Ann Bell was born on 3 March 2001 and wants her data.",
    "Ann Bell's contract ends on 3 March 2026, she wants her data deleted.",
    "Ann Bell wants her data deleted by 3 March 2026.",
    "Ann Bell signed up on 3 March 2026 and wants out.",
    "The parcel for Ann Bell arrived on 3 March 2026. She wants her data deleted.",
    "Ann Bell was called by us on 3 March 2026 and asks how we got her number.",
    "Ann Bell got a newsletter from us on 3 March 2026 and asks us to stop.",
    "Ann Bell was emailed on 3 March 2026 and wants no more mails.",
    "Ann Bell received our letter on 3 March 2026 and wants her data deleted.",
    "We wrote to Ann Bell on 3 March 2026. She wants her data deleted.",
    "Wir haben Frau Lind am 3. März 2026 angerufen und sie will nicht mehr angerufen werden.",
    "Frau Lind hat am 3. März 2026 einen Brief von uns erhalten und will keine Werbung mehr.",
    "Op 3 maart 2026 hebben wij mevrouw De Vries gebeld. Ze wil geen telefoontjes meer.",
    "Mme Petit a reçu un courrier le 3 mars 2026 et demande la suppression.",
    "El 3 de marzo de 2026 llamamos a Ana Gil y quiere que no la llamemos más.",
    "Ana Gil recibió una llamada el 3 de marzo de 2026 y quiere la baja.",
    "Il sig. Bianchi ha ricevuto una chiamata il 3 marzo 2026 e vuole la cancellazione.",
    "Pan Nowak dostał list 3 marca 2026 i chce usunięcia danych.",
    "Pan Nowak otrzymał wiadomość 3 marca 2026 i chce usunięcia danych.",
]


@each("text", CAME)
def test_the_day_somebody_called_or_wrote_is_that_of_the_request(text: str) -> None:
    received = read(text).received
    assert received is not None
    assert received.value == date(2026, 1, 9)
    assert text[slice(*received.span)] == received.quote


@each("text", OF_SOMETHING_ELSE)
def test_the_day_of_something_else_is_asked_about(text: str) -> None:
    assert read(text).received is None


@each(
    "text",
    [
        "[09/01/2026 09:41] Ann Bell: hello, delete my data\n[09/01/2026 09:43] Sonia (support): I'll pass it on",
        "Voicemail 09/01/2026 10:05: Edda Ilves, 0171 5550188, wants to be forgotten",
        "Call 09/01/2026 10:05 - agent Karl Frank - caller Edda Ilves - wants deletion",
        "chat 09-01-2026 13:22\n[13:22] Emma de Groot: hoi, kan mijn profielfoto eraf?",
        "Web form 9 January 2026\nName: Ann Bell\nMessage: delete my data",
        "Formulario web 09/01/2026\nNombre: Ana Gil\nMensaje: borren mis datos",
        "Create date: Jan 9, 2026 10:12 AM\nTicket description: What data do you hold on me?",
        "Carta de Ana Gil recibida el 9 de enero de 2026, fechada el 5 de enero de 2026: pide sus datos.",
    ],
)
def test_a_copied_chat_a_form_and_a_letter_tell_their_day(text: str) -> None:
    received = read(text).received
    assert received is not None
    assert received.value == date(2026, 1, 9)
