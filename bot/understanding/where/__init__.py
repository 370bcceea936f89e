"""Where the person lives, as far as a text tells: names of places, codes of states, postal codes."""
