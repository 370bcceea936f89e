"""Slack: cards and forms as Block Kit."""
