"""The open articles, and what the reader adds to them: corrections, notes, worksheets."""
