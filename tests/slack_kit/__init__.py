"""What stands in for Slack in tests."""
