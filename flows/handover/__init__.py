"""What is handed over, read once: whom and which tickets it names, each with its own words, and the drafts of it."""
