"""Which rights a message exercises: its sentences, what plain readers say of them, how it is weighed, what to do."""
