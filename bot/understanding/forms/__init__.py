"""Forms with boxes to tick: what is ticked, and what only stands there to be."""
