"""Which number is what, who acts for whom: invented messages in eight languages."""

from bot.understanding.numbers.references import references, ticket_link
from bot.understanding.who.ages import age_of_child, grown_up
from bot.understanding.who.roles import acts_for
from tests.growth import in_proportion
from tests.lines import each

TICKETS: list[tuple[str, str | None]] = [
    ("Tk 40218. Clienta Nuria Cabello. Quiere la baja.", "40218"),
    ("tk 70418 / Coralie Janin / veut tout effacer", "70418"),
    ("Inc. 60917. Remedios Campo. Pendiente.", "60917"),
    ("Bell Inc., 60917 Main Street", None),
    ("SUP-12 and SUP-13 both want their account deleted", "SUP-12"),
    ("REQ-7 (opened by me): customer wants an export", "REQ-7"),
    ("TOPdesk M2611 0441\nwants to be forgotten", "M2611 0441"),
    ("Ticket ٤٤٨١٢: please delete my account", "44812"),
    ("Ticket #481200: she wants out", "481200"),
    ("ticket 99123 please", "99123"),
    ("see #77121 for the thread", "77121"),
    ("ZD-48811 asks for deletion", "ZD-48811"),
    ("INC0048123 wants a copy", "INC0048123"),
    ("SR-60551: erase", "SR-60551"),
    ("TKT-2091 erase", "TKT-2091"),
    ("support case 512344? no: case number 512344", "512344"),
    ("Escalation: 612300 to privacy please", "612300"),
    ("priority raised: 612301", "612301"),
    ("opschalen aub: 712302", "712302"),
    ("Eskalation 812303, bitte übernehmen", "812303"),
    ("Escalade : 912304 merci", "912304"),
    ("Escalado a privacidad: 912305", "912305"),
    ("Zgłoszenie 922306, klient chce usunąć konto", "922306"),
    ("melding 712399 van gisteren", "712399"),
    ("Vorgang 812355 bitte", "812355"),
    ("[612311] delete me", "612311"),
    ("612312 - can privacy take this", "612312"),
    ("invoice no. 612313 is wrong", None),
    ("my order nr 612314 never came", None),
    ("klantnummer: 712315", None),
    ("State Bar No. 612316", None),
    ("Rechnung Nr. 812317", None),
    ("facture n° 912318", None),
    ("call me on extension 612", None),
    ("DSR-2026-0142 is still open", None),
    ("in 2025 I had 10000 points", None),
    ("Protocolo de atendimento: 2026-119-00471, apaguem tudo", "2026-119-00471"),
    ("Req: 26-03-0117\nwants a copy", "26-03-0117"),
    # In groups, with letters before and behind
    ("Ticket 61-20993: she wants out", "61-20993"),
    ("Odesłałem go do Was, zgł. 140466.", "140466"),
    ("Tkt. 771-30-2, caller is angry", "771-30-2"),
    ("ticket 7731-B was closed too early", "7731-B"),
    ("Ticket no. QF-2025-81, customer Ade", "QF-2025-81"),
    ("TKT 2025-220931 opened today", "2025-220931"),
    ("ticket R-733-05 / her file", "R-733-05"),
    ("le tique 993014, merci", "993014"),
    ("reassigning 4-66231 to your queue", "4-66231"),
    ("Escalo o 6640-332 para a equipa", "6640-332"),
    ("HLP-3885: klient pyta o dane", "HLP-3885"),
    ("72301 - quiere que borremos todo", "72301"),
    ("[SD-51028] Aangemaakt: 03-09-2026 14:12", "SD-51028"),
    ("CS-2026-6623 // mevr. Smit // geen mails meer", "CS-2026-6623"),
    ("T31372: belt om te horen of het klaar is", "T31372"),
    ("my ticket with the shop people was 662-319 and they said ask you", "662-319"),
    ("[Intercom conversation 326581104429]", "326581104429"),
    ("Support-Fall 00429943 | Web-to-Case", "00429943"),
    ("Case #2025-SUP-5582\nLogged: 8 Dec 2025", "2025-SUP-5582"),
    ("over to you, ticket is 2025-01528", "2025-01528"),
    ("#201-5582 // HANDOVER", "201-5582"),
    ("Escalo o pedido de suporte 2025/88152 para vocês", "2025/88152"),
    ("Reactie klant op 830131: is er al een antwoord", "830131"),
    # Keys that look like years
    ("HD-2017, Lena Brandt wants everything gone", "HD-2017"),
    ("CS-1998: client veut une copie", "CS-1998"),
    ("Escalated, ticket RW-2026 about her photos", "RW-2026"),
    ("melding BX-2019 graag wissen", "BX-2019"),
    ("Zgłoszenie PL-2031, proszę usunąć dane", "PL-2031"),
    ("GDPR-2018 gives me that right, delete it", None),
    ("since LOCKDOWN-2020 you have my photo", None),
    ("ticket from JUN-2022 on, delete it", None),
    ("ticket ABR-2022, borren todo", None),
    ("HD 2017 was bought, delete my data", None),
    # None of these is one
    ("delete my data of order #5582234, ana@x.example", None),
    ("invoice #109988 is wrong, delete my data", None),
    ("(e-ticket 331-5521 009 823)", None),
    ("chatting earlier about W-660213", None),
    ("lawyer, our ref: PROC 229/2026", None),
    ("the police, crime ref. 44/31528/25", None),
    ("ticket from 12-03-2026 about the fair", None),
    ("Klant van 33811 vraagt of het al klaar is", "33811"),
    ("Kundin zu 50118 fragt nach", "50118"),
    ("La cliente du 55901 demande si c'est fait", "55901"),
    ("La clienta del 70215 pregunta si ya está", "70215"),
    ("A cliente do 90188 quer saber se já foi", "90188"),
    ("Klantnummer 33811 vraagt of het al klaar is", None),
    ("Kundin aus 80331 München will Auskunft", None),
    ("cliente de 75011 Paris veut une copie", None),
    ("usuario de 41001 Sevilla pide borrado", None),
    ("cliente di 20121 Milano vuole la cancellazione", None),
    ("cliente da 4050-123 Porto quer apagar os dados", None),
    ("klientka z 31-042 Krakowa chce usunięcia danych", None),
    ("przekazuję do RODO: klientka z 00-950 Warszawa chce usunięcia", None),
    ("The client of 55901, Ann Bell, wants a copy", "55901"),
    ("please take over, privacy: 55901, Leeds. She wants a copy", "55901"),
    ("I've been a client of 12 years", None),
    ("I bought a ticket in 2025 for the concert", None),
    ("Kundennummer 21-30995, bitte löschen", None),
    ("Customer ID IT-550-429", None),
    ("2026-03-12: she called again", None),
]

CASES: list[tuple[str, str | None]] = [
    ("@dpo-team can one of you take Lorna Tate? She wants a copy of every call.", None),
    ("Attached: GDPR_erasure_form.docx. Please delete my data.", None),
    ("I filled in your form DSAR_Form_2026.pdf, please delete my data", None),
    ("Under EU-GDPR 2016/679 I want my data deleted", None),
    ("Gemäß DS-GVO 2016/679 bitte Auskunft", None),
    ("gemäß DSGVO 12-22 will ich Auskunft", None),
    ("Art 82 DSGVO 5000 € Schadensersatz und Löschung meiner Daten", None),
    ("Please erase the card on file 09/27 and all data", None),
    ("Case of 24/25 pieces. Delete my data.", None),
    ("EXC-4711 is my contract; delete my data", None),
    ("Apaguem tudo como pedi, pedido 2026/RGPD/19", "2026/RGPD/19"),
    ("Any news on DSAR_2026_118?", "DSAR_2026_118"),
    ("dort Vorgang DSGVO 31-26, sie will Einsicht", "DSGVO 31-26"),
    ("Gibt es bei meiner Auskunft, Az. 14/26, schon was Neues?", "14/26"),
    ("please look up ERAS-2026-0409 for me", "ERAS-2026-0409"),
    ("Under the UK GDPR 2018 I ask for a copy", None),
    ("Volgens de AVG 2018 wil ik inzage", None),
    ("O protocolo que me deram foi LG-2026-077, privacidade", "LG-2026-077"),
    ("DSR-2026-0142 is still open", "DSR-2026-0142"),
    ("status of PRIV-2025-0044?", "PRIV-2025-0044"),
    ("AVG-2025-12 graag status", "AVG-2025-12"),
    ("INV-2025-0042 is wrong", None),
    ("factuur RE-2025-118", None),
    ("still waiting on case 2025/DP/0158 ...", "2025/DP/0158"),
    ("her privacy case is P-6632", "P-6632"),
    ("Re: your privacy request 25-0182", "25-0182"),
    ("my request (your number 0109-P) got lost?", "0109-P"),
    ("Ihr Zeichen DSA-0198, wann höre ich etwas?", "DSA-0198"),
    ("¿quedó resuelto el folio ARCO-2289?", "ARCO-2289"),
    ("haar verwijderverzoek (dossier VW-0104)", "VW-0104"),
    ("Terms of the Services Agreement ABC/2019/44", None),
    ("the post of analyst (ref XPA-26-11)", None),
    ("Ticket no. QF-2025-81, customer Ade", None),
    ("[SD-51028] Aangemaakt: 03-09-2026", None),
    ("delete her number 0151 2098 7745", None),
    ("in case 120 people come", None),
    ("Reencaminho, caso PT-RGPD-44", "PT-RGPD-44"),
    ("aż się wyjaśni sprawa PL-RODO-27", "PL-RODO-27"),
    ("Ticket IT-3381: ritira la richiesta. Rif. GDP-2026-90", "GDP-2026-90"),
    ("Under EU-GDPR-16 I want my data deleted", None),
    ("la signora aspetta risposta (pratica GD-2026-0190)", "GD-2026-0190"),
    ("where does case GDPR-REQ-00523 stand", "GDPR-REQ-00523"),
    ("Re: SAR 25-229", "SAR 25-229"),
    ("Privacy ref (given to the customer): PRIV-0552/25", "PRIV-0552/25"),
    ("Expediente de privacidad vinculado: PD/26/0155", "PD/26/0155"),
    ("Forget the deletion, I stay. Reference was DEL-6632", "DEL-6632"),
    ("Order AB-2026-1234", None),
    ("Flight KL-26-1234", None),
    ("Application: MA-2024-66721, my data please", None),
    ("Course code DP-101", None),
    ("his leave request for 22-26 June", None),
    ("the authority has it under dossier z2025-11834", None),
    ("my solicitor (your reference ABX/771)", None),
    # Courts' judgments, parts of years
    ("The court held in C-340/21 that fear is damage. Send me my data", None),
    ("Laut EuGH C-453/21 muss ich Auskunft bekommen", None),
    ("l'arrêt T-557/20 le dit, effacez mes données", None),
    ("La STS 811/2022 lo dice: borren mis datos", None),
    ("Our privacy case, your C-340/21, is still open", "C-340/21"),
    ("in Q2-2025 I sent you a privacy request", None),
    ("In H1 2025 I asked for erasure of my data", None),
    ("seit KW14/2025 warte ich auf die Auskunft", None),
    # A service that writes for the person has numbers of its own
    ("As authorized agent of Ms Pell we ask for erasure of her data. Ref PR-30418", None),
    ("Wij schrijven namens onze gebruiker Bo Smit. Kenmerk: PR-30418, wis de gegevens", None),
    ("Im Namen unserer Kundin: Löschung der Daten. Zeichen PR-30418", None),
    ("Nous écrivons au nom de notre membre. Demande n° EFX-30418-A : effacer ses données", None),
    ("En nombre de nuestra usuaria: borren sus datos. Referencia PR-30418", None),
    ("Per conto del nostro utente, cancellate i dati. Riferimento PR-30418", None),
    ("Em nome da nossa utilizadora: apaguem os dados. Referência PR-30418", None),
    ("W imieniu naszej użytkowniczki: usuńcie dane. Znak PR-30418", None),
    ("As authorized agent of Ms Pell we ask for erasure of her data. Your reference: PR-30418", "PR-30418"),
    ("Als gemachtigde van mw. Pell: status van uw dossier PR-30418?", "PR-30418"),
    ("Privacy ref PR-30418: the customer asks again", "PR-30418"),
]

ACCOUNTS: list[tuple[str, str | None]] = [
    ("I have kept my glossaries under the user name acb-lex. Delete it", "acb-lex"),
    ("Ich nutze Ihr Programm unter dem Benutzernamen frizabel für die Werkstatt. Bitte löschen", "frizabel"),
    ("wat staat er over mij? gebruikersnaam bramvdpol", "bramvdpol"),
    ("gebruikersnaam vergeten, verwijder mijn account", None),
    ("username please? and delete me", None),
    ("change my user name to something, delete the old", None),
    ("Klantnummer: 0612345678\nVerwijder mijn gegevens", "0612345678"),
    ("Account: 655 501 288\nPlease delete my account", "655 501 288"),
    ("Agent: what is your account number?\nCustomer: 0612345678\nAgent: thanks", "0612345678"),
    ("User ID cbeau-61 wants out", "cbeau-61"),
    ("Bot: ¿Qué teléfono?\nCliente: 655 501 288\nBot: gracias", None),
    ("my supporter number is 4711223", "4711223"),
    ("my customer number is 88120", "88120"),
    ("account no. AB-90112", "AB-90112"),
    ("acct 0055-12-QX is mine", "0055-12-QX"),
    ("klantnummer 55120", "55120"),
    ("mijn account met nummer 55121", "55121"),
    ("das Konto DE-55122 löschen", "DE-55122"),
    ("Kundenkonto 55123", "55123"),
    ("Kundennummer: K-55124", "K-55124"),
    ("numéro de client 55125", "55125"),
    ("número de cliente 55126", "55126"),
    ("numero cliente 55127", "55127"),
    ("número de conta 55128", "55128"),
    ("numer klienta 55129", "55129"),
    ("my account was made in spring", None),
    ("Customer 99-31528 just rang", "99-31528"),
    ("acct. no. 81 44 029\nStockport", "81 44 029"),
    ("(cust. no. 00229-C) and happy", "00229-C"),
    ("acc. 5582 1134. His mobile is wrong", "5582 1134"),
    ("your loyalty member 9923 1152 8847 for eleven years", "9923 1152 8847"),
    ("My account is 778 231 B.", "778 231 B"),
    ("Customer no.: 8 221 503\nCustomer: Bo", "8 221 503"),
    ("however, a customer (NL-C-41093), and", "NL-C-41093"),
    ("account EL/66/2018 is disputed", "EL/66/2018"),
    ("Your customer number for me: 411-52-0098", "411-52-0098"),
    ("klant met nr 81-4492-0 belde", "81-4492-0"),
    ("(klantnummer PN 51193-28) sta ik", "PN 51193-28"),
    ("Kd.-Nr. 019-552-38", "019-552-38"),
    ("Kundennummer: 5582 013 27\n", "5582 013 27"),
    ("N° client : 0198 5523", "0198 5523"),
    ("Mi nº de cliente es 411-66923.", "411-66923"),
    ("codice cliente CL/66713, chiede", "CL/66713"),
    ("Nr klienta K/21 554. Żadnych listów", "K/21 554"),
    ("Learner ID L-3302-88. Course code DP-101.", "L-3302-88"),
    ("my patient record with you is no. 4431-0029-X.", "4431-0029-X"),
    ("My customer number with the bank: 007 229 8835\nNational ID", "007 229 8835"),
    ("card no. is 7412 3399 5528, the order was W-660213", "7412 3399 5528"),
    ("my user id is usr_8a4b20 and", "usr_8a4b20"),
    ("Subscriber id 66fb-31d2.", "66fb-31d2"),
    ("FF no. SK 229 331 045, booking Q7LMPZ", "SK 229 331 045"),
    ("My Halcyon Circle number: 71 0552 889\n", "71 0552 889"),
    ("Her number in the loyalty scheme: 3 551 0109 8.", "3 551 0109 8"),
    ("(client since 2009, no. 211-55-9928)", "211-55-9928"),
    ("joint saver a/c 6631 0152.", "6631 0152"),
    ("Customer ref.: 811-5528-TR", "811-5528-TR"),
    ("klant Bo Vos, klantnr. 44012938.", "44012938"),
    ("polisnummer 99-4132058, met mijn", "99-4132058"),
    ("Spaarpas 7391 2255 0143 8. Kan dat", "7391 2255 0143 8"),
    ("Vielfliegerkonto: 103 115 228 993 114\n", "103 115 228 993 114"),
    ("adhérent 26-0824", "26-0824"),
    ("nº de historia clínica 552 993 18\n", "552 993 18"),
    ("Il mio codice abbonato è 229 0155 8.", "229 0155 8"),
    ("Sócio 29 558, quota", "29 558"),
    ("Numer karty pacjenta 3315/82, wizyta", "3315/82"),
    # Whoever asks is the person; what is theirs may be another thing
    ("Requester ID: 66190\nwants a copy", "66190"),
    ("Antragsteller-Nr. 66190 will alles gelöscht haben", "66190"),
    ("Kundenbestellung 5582234 kam nie an", None),
    ("klantorder 5582234 bezorgd", None),
    ("Kundenservice 030 5550188 nimmt nicht ab, alles löschen", None),
    # A phone's, and not
    ("Telefoon klant: 06 30006661\nAlles wissen", None),
    ("Mobilnummer Kundin: 0160 5550171", None),
    ("Klanttelefoon 06-30006661", None),
    ("Fax-Nr. Kunde: 030 5550188", None),
    ("Contact number: 0131 496 0177\nPlease delete my account", None),
    ("Mobile contract: 66190", "66190"),
    ("please phone customer 66190 back", "66190"),
    ("Phone: none, customer: 66190112", "66190112"),
    ("Phone: - Customer: 66190112", "66190112"),
    # In links there are none
    ("https://x.example/a?token=lark_77120b was in the mail", None),
    ("order 5582234 of last week", None),
    ("meine Nummer 0151 2098 7745", None),
    ("my number 07700 900377", None),
    ("she said her agent no is 88271", None),
    ("prize no. 0229", None),
    ("my account 20 times", None),
    ("a customer since 2019", None),
    ("client of 12-03-2024", None),
    ("cliente de 08001 Barcelona quiere una copia", None),
    ("user in 10001 New York wants deletion", None),
    ("client de 4000 Liège veut une copie", None),
    ("contratto di assistenza n. 77110, cancellate i miei dati", "77110"),
    ("contrato de soporte n.º 77110, borrad mis datos", "77110"),
    ("delete the account please", None),
]


@each(("text", "number"), TICKETS)
def test_tickets(text: str, number: str | None) -> None:
    found = references(text).ticket
    assert (found and found.value) == number


@each(("text", "number"), CASES)
def test_cases(text: str, number: str | None) -> None:
    found = references(text).case
    assert (found and found.value) == number


@each(("text", "number"), ACCOUNTS)
def test_accounts(text: str, number: str | None) -> None:
    found = references(text).account
    assert (found and found.value) == number


@each(
    ("text", "ticket", "account"),
    [
        ("ticket_id,requester_name,requester_email,text\n55218,Ada Moor,ada@moor.example,Delete me", "55218", None),
        ("customer_id,customer_name,reason\n55218,Ada Moor,erase it, please", None, "55218"),
        ("ticket_no;customer_id\n55218;90417\nPlease delete all", "55218", "90417"),
        ("Vorgang\tKundennummer\tName\n55218\t90417\tAda Moor\n55219\t90418\tBo Moor", "55218", "90417"),
        ("| melding | klantnr. |\n|---|---|\n| 55218 | 90417 |\nGraag wissen", "55218", "90417"),
        ("commande;n° client;nom\n55218;90417;Ada Moor\nTout effacer", None, "90417"),
        ("Id,Requester,Subject\n55218,Ada Moor,Delete my account", "55218", None),
        ("Klantnummer | 90417\nMelding | 55218", "55218", "90417"),
        ('{"id": 55218, "subject": "Erase me", "requester": {"id": 90417, "name": "Ada Moor"}}', "55218", "90417"),
        ('{"ticket": {"requester": {"id": 90417}, "id": 55218, "subject": "Erase me"}}', "55218", "90417"),
        ('{\n  "customer": {\n    "name": "Ada Moor",\n    "id": 90417\n  },\n  "text": "Erase me"\n}', None, "90417"),
        ('{"order": {"id": 55218}, "text": "Erase me"}', None, None),
        ("ticket=55218\nrequester_name=Ada Moor\ntext=erase me", "55218", None),
        ("Columns: ticket_id, requester_name, customer_email. Delete me", None, None),
        # No table, and no head
        ("please delete my account lark_reader, thanks", None, "lark_reader"),
        ("login: lark_reader, delete it, thanks", None, "lark_reader"),
        ("my user name is lark_name: delete it", None, "lark_name"),
        ("for DSAR_2025_77: she rang again", None, None),
    ],
)
def test_heads_and_keys_name_numbers_and_are_none(text: str, ticket: str | None, account: str | None) -> None:
    found = references(text)
    assert (found.ticket and found.ticket.value) == ticket
    assert (found.account and found.account.value) == account


@each(
    ("text", "words", "acts"),
    [
        ("Stop using my file while my lawyer checks it.", "lawyer", False),
        ("Das nächste Schreiben kommt vom Anwalt. Löschen Sie meine Daten.", "Anwalt", False),
        ("As her lawyer I ask for my client's file.", "lawyer", True),
        ("B. Streit, Rechtsanwältin", "Rechtsanwältin", True),
        ("Since my mother died I read no mail. Delete my account.", "my mother", False),
        ("Please close my mother's account, she died; my number is below.", "my mother", True),
        ("Namens mijn moeder vraag ik u haar gegevens te wissen.", "mijn moeder", True),
        ("Mijn zus zegt dat ik mijn gegevens mag opvragen.", "Mijn zus", False),
        ("Mein Mann sagt, ich soll meine Daten löschen lassen.", "Mein Mann", False),
        ("Ma mère veut que vous effaciez son compte, voici mon numéro.", "Ma mère", True),
    ],
)
def test_who_acts(text: str, words: str, acts: bool) -> None:
    low = text.index(words)
    assert acts_for(text, low, low + len(words)) is acts


@each(
    ("text", "young"),
    [
        ("my daughter turned eleven last week", True),
        ("her lad (13!) signed up", True),
        ("mijn zoon is 12", True),
        ("meine Tochter, 10 Jahre alt", True),
        ("mon fils, 14 ans", True),
        ("mi hija tiene 9 anos, de 9 años", True),
        ("mia figlia ha 11 anni", True),
        ("o meu filho tem 12 anos", True),
        ("moja córka ma 13 lat", True),
        ("I am the mother of Tim, he is 12", True),
        ("ik ben de vader van Tess (9)", True),
        ("my son is 34", False),
        ("my mother is a customer, her invoice is 12 pages", False),
        ("a child of art. 17, he said", False),
        ("the user is 12 in our ranking", False),
    ],
)
def test_the_age_of_a_child(text: str, young: bool) -> None:
    assert (age_of_child(text) is not None) is young


def test_a_ward_may_be_grown_up() -> None:
    text = "The guardian of Mr Cole (81) asks for his file."
    low = text.index("guardian")
    assert grown_up(text, low, low + 8)
    assert not grown_up("The guardian of Tim (9) asks.", 4, 12)


@each(
    "words",
    [
        "http://",
        "https://a.example/?u=",
        "A 1 ",
        "customer no. 12-",
        "a@b.cd 123 ",
        "a@b.cd 12 ",
        "4711 ",
        "a_b,",
        "1234;\n",
        '{"id": 1234,',
        '"id": 1234 {',
        "| a | 12345 |\n",
        "Tel. klant 0171 ",
    ],
)
def test_hostile_numbers_take_no_long_time(words: str) -> None:
    def read(size: int) -> None:
        text = words * (size // len(words))
        references(text)
        ticket_link(text, "4711")

    assert in_proportion(read)


@each(
    ("words", "told"),
    [
        # a reference in the head of a letter is its writer's own; a day, and a channel, are none
        ("CNIL - Service des plaintes\nRéf. à rappeler : AUB-26-118\n\nMonsieur,\nune plainte d'accès", (None, None)),
        ("nous souhaitons résilier notre abonnement au 31/12", (None, None)),
        ("does anybody object if I delete the #random-2023 channel?", (None, None)),
        ("52117 zgłasza Arleta Wdowiak: koperta z jej wynikami leżała otwarta", ("52117", None)),
        ("70551 Lukrecja Bąk prosi o nagranie rozmowy z 4 maja", ("70551", None)),
    ],
)
def test_what_opens_a_note_and_what_is_no_number_of_theirs(words: str, told: tuple[str | None, str | None]) -> None:
    found = references(words)
    assert found.case is None
    assert (found.ticket and found.ticket.value, found.account and found.account.value) == told
