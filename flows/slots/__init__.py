"""One thing to know each, and its words: how it is asked, heard in a text, taken as an answer, shown and set right."""
