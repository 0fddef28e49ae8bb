"""What several of the wings need and would otherwise each write for themselves. The wings may not import each other."""
