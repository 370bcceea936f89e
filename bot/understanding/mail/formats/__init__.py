"""From bytes to text: what a file is, how its letters are coded, its parts, HTML and Outlook's own format."""
