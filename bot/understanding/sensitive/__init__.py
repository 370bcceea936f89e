"""Numbers and passwords that must never be kept: found by shape, check digits and the words beside them, and masked."""
