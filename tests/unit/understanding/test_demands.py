"""What a court or the police demand is told as such, though it sounds like an access request; customers who only speak
of them demand nothing."""

from zoneinfo import ZoneInfo

import pytest

from bot.understanding.mail import read_text
from bot.understanding.read import understand
from bot.understanding.reading import Flag, Reading


def read(text: str) -> Reading:
    return understand(read_text(text, zone=ZoneInfo("UTC")))


@pytest.mark.parametrize(
    "text",
    [
        "Court order: provide all records you hold about Tom Bell, account 4411.",
        "The court asks for the personnel file of your former employee.",
        "Vordering verstrekking gegevens: graag een kopie van alle gegevens van Jan Smit. Officier van justitie.",
        "die Polizeiinspektion Nord bittet um Mitteilung, ob ein Herr Zoltan Biro am 3.2. bei Ihnen übernachtet hat.",
        "Das Amtsgericht Fürth bittet um Klardaten zum Konto von Herrn Huber.",
        "Réquisition judiciaire : merci de nous transmettre toutes les données de M. Petit.",
        "La gendarmerie nationale vous demande de communiquer les données de M. Petit.",
        "Gendarmerie de Lyon, réquisition : copie des données de votre client Jean Petit.",
        "From: DC Hollis <hollis@northshirepolice.example>\nTo: info@shop.example\nSubject: Records\n\n"
        "In connection with an investigation we ask that you preserve log-in times of one of your users.",
        "De: Secretaria <secretaria@tribunal.example>\nEnviada: 21 de setembro de 2026\nAssunto: Ofício 5512/26\n\n"
        "Solicita-se que informem este Tribunal dos dados do titular do contrato C-90071.",
        "Komenda Powiatowa w Świeciu zwraca się o wskazanie danych kierowcy.",
    ],
)
def test_a_demand_is_told_whatever_right_it_sounds_like(text: str) -> None:
    mail = read_text(text, zone=ZoneInfo("UTC"))
    told = understand(mail).flagged(Flag.LEGAL_DEMAND)
    assert told is not None
    assert told.quote == mail.text[slice(*told.span)]


@pytest.mark.parametrize(
    "text",
    [
        "My tax office needs my annual statement, please send a copy of my data.",
        "Please investigate my refund, it's been three weeks.",
        "Where is my order? I want you to investigate.",
        "I will call the police if you do not delete my data!",
        "Das Finanzamt braucht meine Rechnung, bitte schicken.",
        "Je vais appeler la police si vous continuez.",
        "J'irai au tribunal.",
        "Hacienda me pide la factura, mándenmela.",
        "Mi orden no ha llegado, ¿dónde está?",
        "Chiamo la polizia se non la smettete.",
        "Vou chamar a polícia.",
        "My bike was stolen from your rack, do I tell you or the police?",
        "Die Anzeige bei der Polizei nehme ich zurück, die Karte ist wieder da.",
    ],
)
def test_customers_who_speak_of_the_police_or_an_office_demand_nothing(text: str) -> None:
    assert read(text).flagged(Flag.LEGAL_DEMAND) is None
