"""Short answers to the bot, as people type them: yes and no, a day, a name, a right, a change of mind."""
