"""Extract a web page's article: choose its segments, make blocks of them, and leave out comments and unrelated content."""
