"""Who says that somebody lets them act, and who only passes on what a customer asked: invented letters and tickets."""

from bot.understanding.reading import Flag
from tests.lines import each
from tests.unit.understanding.said import read


def _read(said: str) -> tuple[bool, str | None]:
    reading = read(said)
    return reading.flagged(Flag.REPRESENTATIVE) is not None, reading.name.value if reading.name else None


@each(
    ("said", "name"),
    [
        (
            "I am the trade union rep for Nadia Karim (payroll no. 8842). She has asked me to obtain a "
            "copy of all data that you hold on her under the GDPR. Kind regards, Joel Pratt",
            "Nadia Karim",
        ),
        ("Owen Leary has asked me to have his data deleted. I'm his social worker. Signed, Tess Hobday", "Owen Leary"),
        (
            "As Mrs Doreen Platt's support worker I am asking you to erase her records. Yours, Kim Sorrell",
            "Doreen Platt",
        ),
        (
            "I'm a caseworker at Harbour Advice Centre. Our client Idris Vaughan wants a copy of the "
            "file that you hold. Petra Lowe",
            "Idris Vaughan",
        ),
        (
            "Como representante sindical, nuestra afiliada Elena Pardo me ha pedido que solicite el "
            "acceso a sus datos. Un saludo, Raúl Soto",
            "Elena Pardo",
        ),
        (
            "Als vakbondsbestuurder vraag ik namens ons lid Kees Vermaat om een kopie van zijn "
            "dossier. Groet, Ria Blok",
            "Kees Vermaat",
        ),
        (
            "Ik ben de maatschappelijk werker van Fatima Aydin. Zij heeft mij gevraagd om verwijdering "
            "van haar gegevens bij u aan te vragen. Groet, Ria Blok",
            "Fatima Aydin",
        ),
        (
            "En tant que délégué syndical, je vous demande la copie des données de notre adhérente "
            "Claire Morvan. Cordialement, Yves Petit",
            "Claire Morvan",
        ),
        (
            "Sono l'assistente sociale della signora Piera Donati. Mi ha chiesto di far cancellare i "
            "suoi dati. Cordiali saluti, Marco Sala",
            "Piera Donati",
        ),
        (
            "Sou a assistente social do senhor Rui Pedrosa. Ele pediu-me para solicitar a eliminação "
            "dos dados dele. Cumprimentos, Inês Faria",
            "Rui Pedrosa",
        ),
        (
            "Ich bin der Sozialarbeiter von Herrn Uwe Jansen. Er hat mich gebeten, die Löschung seiner "
            "Daten bei Ihnen zu beantragen. Gruß, Lea Kopp",
            "Uwe Jansen",
        ),
        (
            "Dear Sir or Madam, Rosa Whitlock has authorised us to request the deletion of her data. "
            "Regards, Nils Thorne, ClearMyTrace",
            "Rosa Whitlock",
        ),
        (
            "Petra Hale, who has signed our agent authorization, hereby opts out of the sale of her "
            "data. DropList Inc.",
            "Petra Hale",
        ),
        (
            "WipeAgent is authorized under the CCPA to act for the consumer named below. Please delete "
            "the data. Name: Gus Arden Email: gus@mail.example",
            "Gus Arden",
        ),
        (
            "Our user Mara Lindqvist has asked us to submit a deletion request to you. Please erase "
            "everything you hold. TraceOff team",
            "Mara Lindqvist",
        ),
        (
            "Unser Mitglied Jutta Brenner hat uns beauftragt, Auskunft über ihre bei Ihnen "
            "gespeicherten Daten zu verlangen. Mieterverein Nord, Paul Ende",
            "Jutta Brenner",
        ),
        (
            "Frau Jutta Brenner hat uns ermächtigt, ihre Rechte nach der DSGVO geltend zu machen. "
            "Bitte löschen Sie ihre Daten. Paul Ende",
            "Jutta Brenner",
        ),
        (
            "Ons lid Karin de Wit heeft ons gevraagd bij u een inzageverzoek in te dienen. "
            "Vriendelijke groet, Bram Hoek, Huurdersbond",
            "Karin de Wit",
        ),
        (
            "Voor ons lid Karin de Wit verzoeken wij u om een kopie van alle gegevens die u over haar "
            "bewaart. Bram Hoek, Huurdersbond",
            "Karin de Wit",
        ),
        ("Karin de Wit heeft ons gemachtigd om haar gegevens te laten verwijderen. Bram Hoek", "Karin de Wit"),
        (
            "Notre adhérente Sylvie Marchand nous a chargés de vous demander l'effacement de ses données. Luc Ferrand",
            "Sylvie Marchand",
        ),
        ("Sylvie Marchand nous a donné mandat pour obtenir la copie de ses données. Luc Ferrand", "Sylvie Marchand"),
        (
            "Nuestro socio Javier Molina nos ha encargado que ejerzamos ante ustedes su derecho de "
            "supresión. Ana Prado",
            "Javier Molina",
        ),
        ("Javier Molina nos ha autorizado a solicitar la supresión de sus datos. Ana Prado", "Javier Molina"),
        (
            "La nostra associata Lucia Ferri ci ha incaricati di chiedere la cancellazione dei suoi "
            "dati. Distinti saluti, Carlo Neri",
            "Lucia Ferri",
        ),
        ("Lucia Ferri ci ha conferito delega per richiedere l'accesso ai suoi dati. Carlo Neri", "Lucia Ferri"),
        (
            "O nosso associado Tiago Moura encarregou-nos de pedir o apagamento dos dados dele. Rita Campos",
            "Tiago Moura",
        ),
        ("Tiago Moura autorizou-nos a pedir uma cópia dos dados que têm sobre ele. Rita Campos", "Tiago Moura"),
        ("Nasza członkini Beata Duda upoważniła nas do złożenia wniosku o kopię jej danych. Ewa Kos", "Beata Duda"),
        ("Marek Duda zlecił nam złożenie do Państwa wniosku o usunięcie jego danych. Ewa Kos", "Marek Duda"),
        (
            "Please send me everything you have on Omar Said. He has given me written authority, "
            "attached. Regards, Wendy Cole",
            "Omar Said",
        ),
        (
            "Dear Sirs\n\nWe have been instructed by Hana Sato to request a copy of her personal "
            "data.\n\nYours faithfully\nDale Rees\nRees & Co",
            "Hana Sato",
        ),
        (
            "I look after Hana Sato as her care worker. She would like her data deleted from your system. Dale Rees",
            "Hana Sato",
        ),
        ("As union rep I request all data that you hold about Hana Sato. Regards, Dale Rees", "Hana Sato"),
        ("Hana Sato has appointed us as her agent. Delete all data about her. Regards, Dale Rees", "Hana Sato"),
        (
            "Je vous écris pour Mme Brigitte Caron, dont je suis l'assistante sociale. Elle souhaite "
            "l'effacement de ses données. Lucie Hamel",
            "Brigitte Caron",
        ),
        ("Mme Brigitte Caron m'a chargée de demander l'effacement de ses données. Lucie Hamel", "Brigitte Caron"),
        (
            "Mandatés par Mme Brigitte Caron, nous vous demandons la copie de ses données. Lucie Hamel",
            "Brigitte Caron",
        ),
        ("Mevrouw Truus Kolk heeft mij gemachtigd. Ik verzoek u haar gegevens te wissen. Dirk Prins", "Truus Kolk"),
        (
            "Frau Helga Stamm hat uns mit der Wahrnehmung ihrer Interessen beauftragt. Bitte löschen "
            "Sie ihre Daten. Mieterbund, Jan Otto",
            "Helga Stamm",
        ),
        (
            "Als ihre Sozialarbeiterin bitte ich für Frau Helga Stamm um Auskunft über ihre Daten. Lea Kopp",
            "Helga Stamm",
        ),
        ("Soy la trabajadora social de Rosa Beltrán y les pido la supresión de sus datos. Nuria Cano", "Rosa Beltrán"),
        (
            "Scrivo per conto della nostra iscritta Dora Conti, che chiede l'accesso ai suoi dati. Ugo Valli",
            "Dora Conti",
        ),
        ("Fui mandatado por Vera Pinto para pedir a eliminação dos dados dela. Hugo Reis", "Vera Pinto"),
        (
            "Our member Joyce Adeyemi has asked us to contact you. Kindly send her all personal data "
            "you hold. UnionLine",
            "Joyce Adeyemi",
        ),
        ("Our union member Carl Jepsen has asked us to obtain a copy of his file. Unity Trades Council", "Carl Jepsen"),
        (
            "The tenants' association Blue Court has been asked by its member Kurt Weil to request his file.",
            "Kurt Weil",
        ),
        (
            "Nuestra afiliada Pilar Cano nos ha pedido que solicitemos el acceso a sus datos. Sindicato Unión",
            "Pilar Cano",
        ),
        ("La nostra iscritta Rita Longo ci ha chiesto di esercitare il diritto di accesso.", "Rita Longo"),
        ("DataVanish submits this opt-out for Lucy Brandt. Do not sell her personal information.", "Lucy Brandt"),
        ("OptOutNow files this request for Ann Low. Please erase her data.", "Ann Low"),
        ("DataWeg stellt diesen Antrag auf Löschung für Jens Brandt. Bitte löschen Sie seine Daten.", "Jens Brandt"),
        ("Como albacea de D. Ramón Ortiz, pido el cierre de su cuenta y la supresión de sus datos.", "Ramón Ortiz"),
        (
            "Exécuteur testamentaire de feu Raymond Blin, je demande la clôture de son compte et l'effacement.",
            "Raymond Blin",
        ),
        (
            "Joyce Adeyemi (DOB 4/5/1960) has authorised me to make this request. Please erase "
            "everything you hold about her. Tom Pike",
            "Joyce Adeyemi",
        ),
    ],
)
def test_who_has_a_mandate_acts_for_the_one_who_gave_it(said: str, name: str) -> None:
    assert _read(said) == (True, name)


@each(
    "said",
    [
        "Jestem pracownikiem socjalnym pani Zofii Krol. Prosi ona o usunięcie swoich danych. Z poważaniem, Jan Mazur",
        "Zostałem upoważniony przez Pawła Wronę do złożenia wniosku o usunięcie jego danych. Z poważaniem, Ewa Kos",
        "Zwracam się jako upoważniony przez pracownika Adama Lisa o kopię jego danych. Ewa Kos",
        "Zostaliśmy upoważnieni przez panią Irenę Bąk do złożenia wniosku o usunięcie jej danych. Ewa Kos",
        "W imieniu Roberta Sikory proszę o kopię jego danych. Ewa Kos",
    ],
)
def test_who_has_a_mandate_acts_for_somebody(said: str) -> None:
    assert _read(said)[0]


@each(
    ("said", "name"),
    [
        ("A customer has asked me to delete her data: Ann Marsh, ann@marsh.example", "Ann Marsh"),
        ("The customer has asked us to delete his account. Name: Bob Stone", "Bob Stone"),
        ("Customer Bob Stone asked me to request deletion of his account, ticket 55120", "Bob Stone"),
        ("Ann Marsh has asked me to delete her data, can you pick this up? Thanks, Jo", "Ann Marsh"),
        ("Ann Marsh asked us to stop mailing her. Bob, support", "Ann Marsh"),
        ("My boss asked me to forward this: Ann Marsh wants her data deleted.", "Ann Marsh"),
        ("You asked me to send my passport. Here it is. Now please delete my data. Ann Marsh", "Ann Marsh"),
        ("Your agent authorised me to write to you about my data. Please delete it. Ann Marsh", "Ann Marsh"),
        ("Our member Ann Marsh has asked us to delete her account. Please handle.", "Ann Marsh"),
        ("Klant Kees Vermaat heeft mij gevraagd zijn gegevens te verwijderen, ticket 4411", "Kees Vermaat"),
        (
            "Mijn leidinggevende heeft mij gevraagd dit door te sturen. Kees Vermaat wil zijn gegevens "
            "verwijderd hebben.",
            "Kees Vermaat",
        ),
        ("Der Kunde hat uns beauftragt, sein Konto zu löschen. Name: Uwe Jansen", "Uwe Jansen"),
        ("Die Kundin Jutta Brenner hat mich gebeten, ihre Daten zu löschen. Wer übernimmt?", "Jutta Brenner"),
        ("Le client Luc Ferrand nous a demandé de supprimer ses données, merci de traiter.", "Luc Ferrand"),
        ("El cliente Javier Molina nos ha pedido que borremos sus datos. ¿Lo podéis tramitar?", "Javier Molina"),
        ("Il cliente Carlo Neri ci ha chiesto di cancellare i suoi dati.", "Carlo Neri"),
        ("O cliente Tiago Moura pediu-nos para apagar os dados dele.", "Tiago Moura"),
        ("Klient Marek Duda poprosił nas o usunięcie danych.", "Marek Duda"),
        (
            "I authorised you to use my data last year and take that back now. Delete everything. Ann Marsh",
            "Ann Marsh",
        ),
        ("My union rep told me to write to you. Please send me a copy of my data. Ann Marsh", "Ann Marsh"),
        ("I am a social worker and want a copy of my own data. Ann Marsh", "Ann Marsh"),
        ("I'm a union rep and you keep mailing me. Delete my data. Ann Marsh", "Ann Marsh"),
        (
            "Ben Yates from support asked me to send my ID. Attached. Please delete my account. Joyce Adeyemi",
            "Joyce Adeyemi",
        ),
        ("Your colleague Ben Yates has asked me to confirm that you delete my data. Joyce Adeyemi", "Joyce Adeyemi"),
        ("Hi team, Joyce Adeyemi asked me for a copy of her data. Who does this? Ben", "Joyce Adeyemi"),
        ("Joyce Adeyemi emailed us and has asked us to remove her from the newsletter.", "Joyce Adeyemi"),
        (
            "Escalating: Joyce Adeyemi has instructed us to erase all her data under GDPR. Ticket 88121.",
            "Joyce Adeyemi",
        ),
        ("Jan Bos vroeg mij vandaag aan de balie of zijn account weg kan. Kan iemand dit doen?", "Jan Bos"),
        ("Herr Otto Klamm hat mich heute am Telefon gebeten, seine Daten zu löschen.", "Otto Klamm"),
        ("Mme Odile Brun m'a demandé ce matin de supprimer son compte.", "Odile Brun"),
        ("La signora Pina Rota mi ha chiesto allo sportello di cancellare i suoi dati.", "Pina Rota"),
        ("A dona Vera Pinto pediu-me ao balcão para apagar os dados dela.", "Vera Pinto"),
        ("Pani Irena Bąk poprosiła mnie w sklepie o usunięcie jej danych.", "Irena Bąk"),
        ("Rosa Beltrán me ha pedido en tienda que borremos sus datos", "Rosa Beltrán"),
        ("We never authorised you to share our member data. Delete it. Joyce Adeyemi", "Joyce Adeyemi"),
        ("I was asked by your agent Ben Yates to write here: delete my data please. Joyce Adeyemi", "Joyce Adeyemi"),
        ("I never authorised anyone to act for me. Delete my data. Joyce Adeyemi", "Joyce Adeyemi"),
        ("The social worker's report about me is wrong. Correct my file. Joyce Adeyemi", "Joyce Adeyemi"),
        ("Der Bericht der Sozialarbeiterin ist falsch. Berichtigen Sie meine Akte. Helga Stamm", "Helga Stamm"),
        ("As a union rep I object to you profiling me. Joyce Adeyemi, joyce@adeyemi.example", "Joyce Adeyemi"),
        ("I work as a support worker. You keep texting me, take me off the list. Joyce Adeyemi", "Joyce Adeyemi"),
        ("My advocate Bob Stone helped me write this. Delete my data. Joyce Adeyemi", "Joyce Adeyemi"),
        ("Joyce Adeyemi has given us consent to use her photo in 2020; she now wants it deleted.", "Joyce Adeyemi"),
        ("Javier Molina nos ha autorizado a usar su foto y ahora pide que la borremos.", "Javier Molina"),
        ("Joyce Adeyemi signed our consent form in 2020 and wants her file deleted.", "Joyce Adeyemi"),
        ("Liebe Kollegen, Frau Helga Stamm hat uns beauftragt, ihr Konto zu löschen. Wer macht das?", "Helga Stamm"),
        ("Me pidió el DNI por teléfono. Les solicito que borren los datos. Rosa Beltrán", "Rosa Beltrán"),
    ],
)
def test_what_a_customer_asks_of_the_staff_is_no_mandate(said: str, name: str) -> None:
    assert _read(said) == (False, name)


@each(
    "words",
    [
        "Wij vertegenwoordigen mevrouw Honor Bielak. Zij wil weten welke gegevens u van haar heeft.",
        "Dear Sirs, our member Ada Bell asked you in February to delete her data. Delete them.",
        "I write as Tamsin Roe's father. Tamsin is 12. Take the film down.",
    ],
)
def test_who_represents_somebody_says_so(words: str) -> None:
    assert Flag.REPRESENTATIVE in {flag.value for flag in read(words).flags}


def test_a_firm_that_is_represented_is_nobody() -> None:
    assert not read("Wij vertegenwoordigen de Acme Groep BV. Verwijder de dubbele accounts.").flags
