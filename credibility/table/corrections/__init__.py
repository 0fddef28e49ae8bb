"""The reader's corrections of articles as rows: their contents, and the text around their words."""
