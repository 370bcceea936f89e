"""How the weights of the reading are learnt: `python -m bot.understanding.training` (`make train`).

Needs scipy, scikit-learn and torch, which nothing at run time does. The product lies in `bot/understanding/data`:
weights.tsv and combine.toml, both of them text, weights.npz, which is the former as it is loaded, and network.npz.
"""

from typing import Any, TypeAlias

Matrix: TypeAlias = Any  # of numpy, scipy or torch; the last two are not there where types are checked
