"""What is said, on every platform, when an answer for which somebody waits takes long or fails."""

from bot.wording import later

SLOW = later(
    "This takes a moment longer. I send you a message as soon as it is done. If none comes within a few minutes, open "
    "the form again."
)
FAILED = later("Something went wrong on my side, and nothing was changed. Please send it once more.")
NO_FORM = later("I could not open the form just now. Nothing was changed; please press the button once more.")
NOT_KEPT = later("I could not keep this just now, so nothing happened. Please try again in a minute.")
ELSEWHERE = later("This desk serves another organisation. Nothing was kept.")
NOT_TAKEN = later("Your form was not taken. Please open it again.")
DONE = later("That is done.")
