"""The reader's notes beside the article: how they look, and which claims have one."""
