"""The catalogues: what the bot says in other languages than English. See bot/wording."""
