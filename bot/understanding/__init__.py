"""Reads messages: which rights a person exercises, in which words, and who they are. All of it on this machine."""

import os

# The matrices are small: one processor multiplies them faster than several that wait for each other. Read by numpy's
# library when it is loaded first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
