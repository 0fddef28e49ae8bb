"""Two articles side by side: each side has an article, with everything that is done with it."""
