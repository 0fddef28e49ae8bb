"""A web page's article: its segments chosen, set as blocks, comments and strangers taken out."""
