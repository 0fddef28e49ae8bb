"""Which span is attributed to whom: detection of claims in an article."""
