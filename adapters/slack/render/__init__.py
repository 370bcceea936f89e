"""Cards, forms and the home page as Block Kit, within Slack's limits. Pure functions: nothing is sent here."""
