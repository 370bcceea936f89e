"""Portuguese days of which half is said: "na quinta" is "na quinta-feira"."""

import re

_HALF = re.compile(
    r"(?<!\w)((?:na|nesta|última|passada)\s+(?:segunda|terça|quarta|quinta|sexta))(?![\w-])"
    r"|(?<!\w)(?:segunda|terça|quarta|quinta|sexta)(?=\s+passada(?!\w))",
    re.IGNORECASE,
)


def with_whole_days(text: str) -> str:
    return _HALF.sub(lambda day: f"{day[0]}-feira", text)
