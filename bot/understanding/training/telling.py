"""What the readers say of examples."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.rights.combine import Lines, weigh
from bot.understanding.rights.decide import decide
from bot.understanding.rights.network import Network, Opinion
from bot.understanding.rights.scorer import Scores, Weights
from bot.understanding.training.examples import Example
from bot.understanding.training.report import Outcome


@dataclass(frozen=True)
class Told:
    """What the readers say of an example."""

    example: Example
    scores: Scores
    opinion: Opinion

    def outcome(self, by: Lines) -> Outcome:
        """What is made of it with these weights of `combine`."""
        chances = weigh(self.example.message, self.scores, self.opinion, by)
        return Outcome(self.example, decide(chances, self.example.mail.text))


def told(examples: Sequence[Example], table: Weights, network: Network) -> list[Told]:
    """What a table and a network say of examples."""
    return [Told(e, table.score(e.message.whole, e.sentences), network.score(e.message.tokens)) for e in examples]
