"""What the readers say of examples."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.message import Message
from bot.understanding.network import Network, Opinion
from bot.understanding.scorer import Scores, Weights
from bot.understanding.training.examples import Example


@dataclass(frozen=True)
class Told:
    """What the readers say of an example."""

    example: Example
    scores: Scores
    opinion: Opinion

    @property
    def of(self) -> tuple[Message, Scores, Opinion]:
        """What `combine` weighs."""
        return self.example.message, self.scores, self.opinion


def told(examples: Sequence[Example], table: Weights, network: Network) -> list[Told]:
    """What a table and a network say of examples."""
    return [Told(e, table.score(e.message.whole, e.sentences), network.score(e.message.tokens)) for e in examples]
