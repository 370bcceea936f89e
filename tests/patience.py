"""How long tests wait for what happens elsewhere. What comes is seen at once; only what never comes takes so long."""

PATIENCE = 60.0  # seconds, on a machine that is busy with other things
