"""Every way in which something is handed over in Teams, and where its answer stands."""

from tests.customers import Customer
from tests.outlook import outlook
from tests.teams_kit.desk import GENERAL, GROUP, TeamsDesk

IN_PRIVATE = "Let's go on in private"


def test_a_pasted_mail_is_read_line_by_line(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Calder")
    kim.says(" ".join(ana.forwarded.split()), html=ana.html)
    review = office.told(kim, ana.address)
    assert f"Ana Calder <{ana.address}>" in review.words
    kim.presses(review, "Cancel")


def test_an_attached_mail_is_fetched_and_read(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Dorne")
    kim.says("", files=[("mail.eml", ana.mail)])
    kim.presses(office.told(kim, ana.address), "Cancel")


def test_an_attached_outlook_mail_is_read_too(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Ebert")
    content = outlook("My data", ana.words, ("Ana Ebert", ana.address), ana.wrote).file()
    kim.says("", files=[("mail.msg", content)])
    kim.presses(office.told(kim, ana.address), "Cancel")


def test_a_file_that_is_no_mail_is_named(office: TeamsDesk) -> None:
    kim = office.colleague()
    kim.says("", files=[("photo.png", b"PNG")])
    office.told(kim, "I have not read “photo.png”")


def test_a_mention_in_a_channel_goes_on_in_private(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Fennel")
    root = kim.mentions(GENERAL, f"Ticket 4711: Ana {ana.surname}, {ana.address}, wants her data deleted")
    office.teams.wait(lambda: any(IN_PRIVATE in reply.words for reply in office.teams.replies(root, GENERAL)))
    office.told(kim, "is open: Delete")
    office.quiet()
    assert "Fennel" not in str([reply.activity for reply in office.teams.replies(root, GENERAL)])


def test_a_mention_below_a_message_says_what_can_not_be_read(office: TeamsDesk) -> None:
    kim = office.colleague()
    kim.mentions(GENERAL, "this one please", thread="1699999999999")
    office.told(kim, "I could not read the message with which this thread began")


def test_a_mention_in_a_group_chat_goes_on_in_private(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Garrick")
    kim.mentions(GROUP, f"Ticket 4711: Ana {ana.surname}, {ana.address}, wants her data deleted")
    office.teams.wait(lambda: any(IN_PRIVATE in message.words for message in office.teams.messages(GROUP)))
    office.told(kim, "is open: Delete")


def test_a_message_is_logged_from_its_menu(office: TeamsDesk) -> None:
    kim = office.colleague()
    ana = Customer("Hollis")
    kim.logs(f"<div>{ana.html}</div>", author=office.sam.user, channel=GENERAL)
    assert "I have it" in kim.told[-1]
    review = office.told(kim, ana.address)
    assert "Written by Sam Okafor" in review.words
    kim.presses(review, "Cancel")


def test_whoever_can_not_be_written_to_hears_so_at_once(office: TeamsDesk) -> None:
    ana, stranger = Customer("Irving"), office.teams.add_user("Lars Berg", "lars@northloop.example", reachable=False)
    stranger.logs(ana.html, channel=GENERAL)
    assert "I may not write to you yet" in stranger.told[-1]


def test_whoever_adds_the_app_is_greeted(office: TeamsDesk) -> None:
    newcomer = office.teams.add_user("Mila Jansen", "mila@northloop.example", language="nl-NL")
    newcomer.installs()
    office.told(newcomer, "Hallo Mila Jansen")
    newcomer.installs("remove")


def test_commands_are_words(office: TeamsDesk) -> None:
    office.priya.says("home")
    office.told(office.priya, "Privacy requests")
    office.priya.says("search nobody@citrine.example")
    office.told(office.priya, "I know no case by that")
    office.sam.says("help")
    office.told(office.sam, "Log as privacy request")
    office.sam.says("search ana@citrine.example")
    office.told(office.sam, "Only the privacy team can search")


def test_a_guest_gets_one_kind_sentence_and_learns_nothing(office: TeamsDesk) -> None:
    for words in ("status DSR-2026-0001", "status DSR-2026-9999", Customer("Jarvis").forwarded):
        before = len(office.otto.inbox)
        office.otto.says(words)
        (answer,) = office.answered(office.otto, before)
        assert answer.words.startswith("I am here for colleagues of Northloop only")
