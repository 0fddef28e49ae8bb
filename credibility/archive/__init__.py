"""The store of a batch: readings of many articles in one SQLite file, resumed by content, and the questions asked of it."""
