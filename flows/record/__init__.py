"""Words about cases on record: which one is meant, how it goes, and what they change, add or take back."""
