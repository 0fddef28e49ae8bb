"""From a saved file to an `Article`: `load` opens the container, `extract` finds the article."""
