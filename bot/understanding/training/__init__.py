"""How the weights of the reading are learnt: `python -m bot.understanding.training` (`make train`).

Needs numpy, scipy and scikit-learn, which nothing at run time does. The product lies in `bot/understanding/data`:
weights.tsv and combine.toml, both of them text.
"""

from typing import Any, TypeAlias

Matrix: TypeAlias = Any  # a numpy array: numpy is not there where types are checked
