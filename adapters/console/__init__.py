"""A chat platform of paper: every message is printed. It plays the demo."""
