"""Where the small rules begin and end: each row stands right at an edge, beside its twin on the other side."""
