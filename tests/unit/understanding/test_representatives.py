"""A representative whom a form or a text only mentions acts for nobody: invented forms and tickets."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read


def _read(said: str) -> tuple[bool, str | None]:
    reading = read(said)
    return reading.flagged(Flag.REPRESENTATIVE) is not None, reading.name.value if reading.name else None


@each(
    ("said", "acts", "name"),
    [
        (
            "TITULAR OU REPRESENTANTE LEGAL\nNome: Rui Pedrosa\nPeço o apagamento dos meus dados pessoais.",
            False,
            "Rui Pedrosa",
        ),
        (
            "Betroffene Person oder gesetzliche/r Vertreter/in:\nUwe Jansen\nIch bitte um Auskunft über meine Daten.",
            False,
            "Uwe Jansen",
        ),
        (
            "Demandeur ou représentant légal :\nClaire Morvan\nJe demande l'effacement de mes données.",
            False,
            "Claire Morvan",
        ),
        (
            "Interessato o legale rappresentante: Piera Donati\nChiedo la cancellazione dei miei dati.",
            False,
            "Piera Donati",
        ),
        ("Wnioskodawca lub pełnomocnik: Marek Duda\nProszę o usunięcie moich danych.", False, "Marek Duda"),
        (
            "Betrokkene of wettelijk vertegenwoordiger: Kees Vermaat\nIk verzoek om verwijdering van mijn gegevens.",
            False,
            "Kees Vermaat",
        ),
        ("Applicant or legal representative: Ann Marsh\nI request a copy of my data.", False, "Ann Marsh"),
        ("Name: Ann Marsh\nLegal representative (if any):\nRequest: delete my data", False, "Ann Marsh"),
        ("Nom : Claire Morvan\nReprésentant légal :\nDemande : effacement de mes données", False, "Claire Morvan"),
        ("Name: Uwe Jansen\nGesetzlicher Vertreter: -\nAnliegen: Löschung meiner Daten", False, "Uwe Jansen"),
        (
            "Nombre: Elena Pardo\nRepresentante legal: no aplica\nSolicitud: supresión de mis datos",
            False,
            "Elena Pardo",
        ),
        ("Nombre: Elena Pardo\nRepresentante legal: Raúl Soto\nSolicitud: supresión de datos", True, "Elena Pardo"),
        (
            "Nom : Claire Morvan\nReprésentant légal : Yves Petit\nDemande : effacement des données",
            True,
            "Claire Morvan",
        ),
        (
            "Nome: Piera Donati\nLegale rappresentante: Marco Sala\nRichiesta: cancellazione dei dati",
            True,
            "Piera Donati",
        ),
        ("Parent or legal guardian: \nName of member: Joyce Adeyemi\nPlease delete my data", False, "Joyce Adeyemi"),
        (
            "☒ Data subject ☐ Legal representative\nName: Joyce Adeyemi\nRequest: copy of my data",
            False,
            "Joyce Adeyemi",
        ),
        ("☐ Data subject ☒ Legal representative\nName: Joyce Adeyemi\nRequest: copy of the data", True, None),
        (
            "[ ] Titulaire  [ ] Représentant légal\nNom : Odile Brun\nJe demande l'effacement de mes données",
            False,
            "Odile Brun",
        ),
        (
            "Name: Otto Klamm\nBevollmächtigter (falls vorhanden):\nIch verlange Auskunft über meine Daten",
            False,
            "Otto Klamm",
        ),
        ("Imię i nazwisko: Irena Bąk\nPełnomocnik: brak\nProszę o usunięcie moich danych", False, "Irena Bąk"),
        ("Naam: Jan Bos\nGemachtigde: n.v.t.\nIk wil mijn gegevens laten verwijderen", False, "Jan Bos"),
        ("Naam: Jan Bos\nGemachtigde: Dirk Prins\nVerzoek: gegevens verwijderen", True, "Jan Bos"),
        ("Representante legal:\nHugo Reis\nTitular: Vera Pinto\nPedido: apagamento dos dados", True, "Vera Pinto"),
        (
            "Dati dell'interessato (o del suo legale rappresentante)\nNome: Pina Rota\nChiedo la "
            "cancellazione dei miei dati.",
            False,
            "Pina Rota",
        ),
        (
            "Unterschrift des Antragstellers/gesetzlichen Vertreters\nOtto Klamm\nIch bitte um Löschung meiner Daten.",
            False,
            "Otto Klamm",
        ),
        ("We act as agent for these consumers:\nAnn Marsh, Bob Stone. Delete their data.", True, None),
        ("Parent or guardian: Rita Campos\nChild: Tom Campos (9)\nPlease delete his photos.", True, "Tom Campos"),
        (
            "Assunto: apagar o perfil do meu filho\nO meu filho Tiago Reis tem 9 anos. Apaguem o "
            "perfil dele. Rita Campos",
            True,
            "Tiago Reis",
        ),
    ],
)
def test_a_form_names_a_representative_only_where_somebody_fills_it_in_as_one(
    said: str, acts: bool, name: str | None
) -> None:
    read = _read(said)
    assert read[0] == acts
    assert name is None or read[1] == name


@each(
    ("said", "name"),
    [
        ("Agent's note: Bob Stone wants his data deleted. His solicitor will answer the questions.", "Bob Stone"),
        ("Kunde Uwe Jansen verlangt Löschung seiner Daten. Sein Anwalt meldet sich noch.", "Uwe Jansen"),
        ("Kundin Jutta Brenner will Auskunft. Ihr Anwalt antwortet auf die Rückfragen.", "Jutta Brenner"),
        ("Le client Luc Ferrand demande l'effacement de ses données. Son avocat répondra.", "Luc Ferrand"),
        ("La cliente Elena Pardo pide la supresión de sus datos. Su abogado contestará.", "Elena Pardo"),
        ("Il cliente Carlo Neri chiede la cancellazione. Il suo avvocato risponderà.", "Carlo Neri"),
        ("O cliente Tiago Moura pede o apagamento. O seu advogado vai responder.", "Tiago Moura"),
        ("Klient Marek Duda żąda usunięcia danych. Jego adwokat odpowie na pytania.", "Marek Duda"),
        ("Klant Kees Vermaat wil zijn gegevens weg. Zijn advocaat reageert nog.", "Kees Vermaat"),
        (
            "Since my husband died last year I don't need the second card any more. Please delete my "
            "account. Ann Marsh",
            "Ann Marsh",
        ),
        ("Caller Ann Marsh wants her account deleted. Her late husband used to pay for it.", "Ann Marsh"),
        (
            "Die Kundin Jutta Brenner will ihr Konto gelöscht haben, ihr verstorbener Mann hatte es bezahlt.",
            "Jutta Brenner",
        ),
        ("La clienta Elena Pardo quiere borrar su cuenta; su difunto marido la pagaba.", "Elena Pardo"),
        ("Bob wants all data deleted; his attorney will call back. Full name Bob Stone", "Bob Stone"),
        ("Cliente Vera Pinto quer os dados apagados. O advogado dela responde depois.", "Vera Pinto"),
        ("Il signor Carlo Neri vuole i dati; il suo legale risponderà alle domande.", "Carlo Neri"),
        ("Le client parle de son avocat et veut une copie de ses données. Nom : Luc Ferrand", "Luc Ferrand"),
        ("Mein verstorbener Mann hat die Karte bezahlt. Löschen Sie mein Konto. Helga Stamm", "Helga Stamm"),
        ("My late husband set it up, I never used it. Delete my account. Joyce Adeyemi", "Joyce Adeyemi"),
        ("Joyce Adeyemi, widowed (husband died 2021), wants her account closed and data deleted.", "Joyce Adeyemi"),
        ("La cliente Odile Brun, dont le mari est décédé, veut supprimer ses données.", "Odile Brun"),
        ("Cliente Pina Rota, il marito è morto a marzo, vuole cancellare i suoi dati.", "Pina Rota"),
        ("A cliente Vera Pinto, cujo marido faleceu, quer apagar os dados dela.", "Vera Pinto"),
        ("Klientka Irena Bąk, jej mąż zmarł, chce usunięcia swoich danych.", "Irena Bąk"),
        ("La clienta Rosa Beltrán, viuda, su marido murió, quiere suprimir sus datos.", "Rosa Beltrán"),
        ("Votre avocat m'a répondu en mars. Supprimez mes données. Odile Brun", "Odile Brun"),
        ("Vi ho mandato il certificato in maggio. Cancellate i miei dati. Pina Rota", "Pina Rota"),
        ("Please take over, L1 has no mandate. Joyce Adeyemi wants her data deleted.", "Joyce Adeyemi"),
        ("Mandant 07 | Kundin: Helga Stamm. Sie bittet um Löschung ihrer Daten.", "Helga Stamm"),
        ("Cliente Ximena Polo exige la supresión de sus datos y amenaza con abogados.", "Ximena Polo"),
        ("Kundin Jutta Brenner will alle Daten gelöscht haben und droht mit Anwalt.", "Jutta Brenner"),
        ("Man in Cork, name of Bob Stone, wants his data deleted.", "Bob Stone"),
    ],
)
def test_a_lawyer_or_the_dead_named_in_passing_act_for_nobody(said: str, name: str) -> None:
    assert _read(said) == (False, name)


@each(
    ("said", "acts", "name"),
    [
        ("Rosa Lind says we keep mailing her dead husband. she wants him taken off everything", True, None),
        ("Tom Berg wants a copy of his mother's file", True, None),
        ("Ann Bell rang, her husband passed away and she wants the account closed and deleted", True, None),
        ("Rosa Lind wants her late husband Henk Lind removed from our list", True, "Henk Lind"),
        ("Frau Lind möchte, dass ihr verstorbener Mann gelöscht wird", True, None),
        ("Kai Voss möchte, dass wir die Daten seiner Tochter löschen", True, None),
        ("mevrouw Lind wil haar overleden man uit ons systeem", True, None),
        ("Mme Lind veut supprimer son mari décédé de nos fichiers", True, None),
        ("la señora Lind quiere que borremos a su marido fallecido", True, None),
        ("la signora Lind vuole cancellare il marito defunto", True, None),
        ("a senhora Lind quer apagar o marido falecido", True, None),
        ("Pani Lind chce usunąć swojego zmarłego męża", True, None),
        ("la hija de Rosa Vidal llama: su madre quiere que borremos sus datos", True, "Rosa Vidal"),
        ("the mother of Tom Berg wants her son's photos removed", True, "Tom Berg"),
        ("le père de Léo Blanc, 9 ans, demande une copie du dossier de son fils", True, "Léo Blanc"),
        ("Ann Bell wants her data deleted, her husband told us so", False, "Ann Bell"),
        ("Ann Bell called with her husband, she wants her account deleted", False, "Ann Bell"),
        (
            "Ann Bell says her late husband's name is on her statement. She wants her own address put right",
            False,
            "Ann Bell",
        ),
        ("Her husband passed away, Ann Bell (ann@bell.example) wants his account closed", True, None),
        ("Caller wants his mother's file deleted. Tom Bell, tom@bell.example, 07700 900123", True, None),
        ("Caller wants her mum's number wiped. Mum is Rosa Vidal.", True, "Rosa Vidal"),
        ("Beller wil het nummer van haar moeder weg. Moeder is Rosa Vidal.", True, "Rosa Vidal"),
        (
            "Patient: Tom Berg, 67\nContact: his wife\n\nShe wants her husband's test result kept apart.",
            True,
            "Tom Berg",
        ),
        ("Patient: Tom Berg\nAnruferin möchte, dass wir die Daten ihres Mannes löschen", True, "Tom Berg"),
        ("Tom Bell (tom@bell.example) wants to be removed from his wife's account", False, "Tom Bell"),
        ("Klientka Irena Bąk, jej mąż zmarł, chce usunięcia swoich danych", False, "Irena Bąk"),
    ],
)
def test_somebody_of_whom_is_told_may_ask_for_what_is_a_relatives(said: str, acts: bool, name: str | None) -> None:
    assert _read(said) == (acts, name)


@each(
    "said",
    [
        "Tengo aquí a un señor que tiene un poder de su madre, Remedios Cano, y quiere que borremos los datos de ella.",
        "C'è il signor Molina con la delega della mamma, Assunta Molina, vuole che togliamo i recapiti di lei.",
        "Die Schwester von Otto Weiß war da, mit einem von ihm unterschriebenen Zettel: er will keine Anrufe mehr.",
        "ligou a filha do Sr. Amadeu Rebelo, é ela que trata de tudo, diz que ele não quer mais catálogos",
        "jako ojciec Jana Kosa proszę o kopię jego dokumentacji",
        "come padre di Ugo Gallo chiedo copia del suo fascicolo",
        "dzwonię w sprawie taty, Edward Kos. Proszę mu nie wysyłać więcej losów.",
        "Chargée de la succession de Mme Yvonne Roy, je vous prie de me communiquer ses données.",
        "Naam ouder: Gerard Pul\nNaam kind: Roos Pul\nBericht: graag haar account verwijderen",
        "Are you asking for yourself? No, for someone else\nName of the person: Ann Low\nPlease delete her data",
    ],
)
def test_who_comes_with_a_mandate_or_sees_to_all_acts_for_another(said: str) -> None:
    assert _read(said)[0]


@each(
    "said",
    [
        "Kundennr.: K-4711\nName: Ina Bell\nBetreuer: Ana Cruz\nNotiz: Kunde will gelöscht werden",
        '{"kontakt": {"name": "Ina Bell"}, "opiekun": {"name": "Ana Cruz"}, "notatka": "chce usunąć dane"}',
        "hallo ich bin 14 und will dass ihr mein profil löscht, meine mutter weiß bescheid",
    ],
)
def test_who_looks_after_a_customer_or_knows_of_a_childs_wish_acts_for_nobody(said: str) -> None:
    assert not _read(said)[0]
