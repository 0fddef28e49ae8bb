"""Documents of word processors, each turned into a plain page."""
