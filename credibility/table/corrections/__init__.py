"""The reader's corrections of articles as rows: what is kept of each, and where its words stood."""
